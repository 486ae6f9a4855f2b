import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useBackShortcut } from "../../frame/back-shortcut.ts";
import { formatDollars } from "../../frame/format.ts";
import { FailureNotice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { PageShape } from "../../frame/page-shape.tsx";
import { StateWord } from "../../frame/state-word.tsx";
import { ClaimNotes } from "../../mid-cycle/claim/claim-notes.tsx";
import { ClaimTimeline } from "../../mid-cycle/claim/claim-timeline.tsx";
import { t } from "../../strings/translate.ts";
import { DenialCase } from "./denial-case.tsx";
import { denialQuery } from "./denial-query.ts";

/** One denial with the others of its claim: evidence, what may be done, what was done, notes. */
export function DenialPage() {
  const { practice, denial: denialId } = useParams({ from: "/p/$practice/denials/$denial" });
  useBackShortcut({ to: "/p/$practice/denials", params: { practice } });
  const found = useQuery(denialQuery({ practice, denialId }));
  if (found.isError)
    return <FailureNotice error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <PageShape />;
  const { claim, openCents } = found.data;
  const key = { practice, claimId: String(claim.id) };
  return (
    <div className="page-scroll">
      <PageHead
        title={t("denials.pageTitle", { number: claim.patientControlNumber })}
        sentence={
          openCents > 0
            ? t("denials.openOf", { dollars: formatDollars(openCents), payer: claim.payer })
            : t("denials.nothingOpen")
        }
        actions={<StateWord state={claim.state} />}
      />
      <div className="record-columns">
        <div>
          <DenialCase practice={practice} denialId={denialId} />
        </div>
        <div>
          <ClaimNotes claim={key} />
          <ClaimTimeline claim={key} />
        </div>
      </div>
    </div>
  );
}
