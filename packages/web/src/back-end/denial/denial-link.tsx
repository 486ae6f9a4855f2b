import type { DenialRow } from "@headwater/revenue-cycle/back-end/denial/denial-answers.ts";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { useShortcut } from "../../frame/shortcuts.ts";
import { t } from "../../strings/translate.ts";

type Props = { readonly practice: string; readonly claimId: number };

/** The page on which the open denial of a claim is worked; `o` goes there. */
export function DenialLink({ practice, claimId }: Props) {
  const navigate = useNavigate();
  const found = useQuery({
    queryKey: [practice, "denials", "of", claimId],
    queryFn: ({ signal }) =>
      getJson<{ rows: DenialRow[] }>(
        practiceAddress(practice, "denials", { claim: claimId, limit: 1 }),
        signal,
      ),
  });
  const id = found.data?.rows[0]?.id;
  const to = { practice, denial: String(id ?? "") };
  useShortcut(
    "o",
    () => void navigate({ to: "/p/$practice/denials/$denial", params: to }),
    id !== undefined,
  );
  if (id === undefined) return null;
  return (
    <p>
      <Link to="/p/$practice/denials/$denial" params={to} className="action-link">
        {t("denials.workKey")}
      </Link>
    </p>
  );
}
