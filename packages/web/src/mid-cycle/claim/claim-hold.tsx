import type { ClaimAnswer } from "@headwater/revenue-cycle/mid-cycle/claim/claim-answers.ts";
import type { HoldRow } from "@headwater/revenue-cycle/work/hold/hold-answers.ts";
import { useQuery } from "@tanstack/react-query";
import { FailureNotice } from "../../frame/notice.tsx";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { t } from "../../strings/translate.ts";
import { HeldNotice } from "../../work/hold/held-notice.tsx";
import { HoldForm } from "../../work/hold/hold-form.tsx";

/** A claim that is not sent yet can be stopped; one that is sent is past stopping. */
const unsent: ReadonlySet<string> = new Set(["draft", "held", "ready"]);

type Props = { readonly practice: string; readonly claim: ClaimAnswer };

/** What stops the claim, each with its release, and the way to stop it with a reason and who must act. */
export function ClaimHold({ practice, claim }: Props) {
  const session = useSession();
  const isUnsent = unsent.has(claim.state);
  const holds = useQuery({
    queryKey: [practice, "holds", "claim", claim.id],
    queryFn: ({ signal }) =>
      getJson<{ rows: HoldRow[] }>(
        practiceAddress(practice, "holds", { kind: "claim", subject: claim.id }),
        signal,
      ),
    enabled: isUnsent && isAllowed(session, practice, "work.read"),
  });
  if (!isUnsent) return null;
  if (holds.isError)
    return <FailureNotice error={holds.error} onRetry={() => void holds.refetch()} />;
  if (!holds.data) return null;
  const held = holds.data.rows.filter(({ releasedAt }) => releasedAt === null);
  const mayHold = isAllowed(session, practice, "claim.write");
  return (
    <>
      {held.map((hold) => (
        <HeldNotice key={hold.id} practice={practice} hold={hold} effect={t("personHold.claim")} />
      ))}
      {mayHold && !held.some(({ cause }) => cause === "person") && (
        <HoldForm practice={practice} path={`claims/${claim.id}`} owner="biller" />
      )}
    </>
  );
}
