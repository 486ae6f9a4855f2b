import { Button } from "@mantine/core";
import { problemSentence } from "../../frame/notice.tsx";
import { isAllowed, useSession } from "../../frame/session.ts";
import { useShortcut } from "../../frame/shortcuts.ts";
import { t } from "../../strings/translate.ts";
import { useMending } from "./claim-actions.tsx";

type Props = { readonly practice: string; readonly claimId: number };

/** Opens the form of a rejected claim at the field that was refused; `o` does the same. */
export function FixRejection({ practice, claimId }: Props) {
  const mayWrite = isAllowed(useSession(), practice, "claim.write");
  const mend = useMending(practice, { id: claimId });
  const begin = () => void mend.begin("resend", undefined);
  useShortcut("o", begin, mayWrite && !mend.isBusy);
  if (!mayWrite) return null;
  return (
    <p>
      <Button loading={mend.isBusy} onClick={begin}>
        {t("claimAction.resend")} (o)
      </Button>
      {mend.problem && (
        <span role="alert" className="error-line">
          {problemSentence(mend.problem)}
        </span>
      )}
    </p>
  );
}
