import type { ClaimAnswer } from "@headwater/revenue-cycle/mid-cycle/claim/claim-answers.ts";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { ClaimResponsibility } from "../../back-end/responsibility/claim-responsibility.tsx";
import { NextPayerPanel } from "../../back-end/secondary/next-payer-panel.tsx";
import { ClaimWriteOffs } from "../../back-end/write-off/claim-write-offs.tsx";
import { useBackShortcut } from "../../frame/back-shortcut.ts";
import { formatDate } from "../../frame/format.ts";
import { FailureNotice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { PageShape } from "../../frame/page-shape.tsx";
import { StateWord } from "../../frame/state-word.tsx";
import { t } from "../../strings/translate.ts";
import { Attachments } from "../../work/attachment/attachments.tsx";
import { WaitingWork } from "../../work/work-item/waiting-work.tsx";
import { ClaimActions } from "./claim-actions.tsx";
import { ClaimDenials } from "./claim-denials.tsx";
import { ClaimFacts } from "./claim-facts.tsx";
import { ClaimHold } from "./claim-hold.tsx";
import { type Amount, ClaimMoney, isAmount } from "./claim-money.tsx";
import { ClaimNotes } from "./claim-notes.tsx";
import { claimQuery } from "./claim-query.ts";
import { ClaimSent } from "./claim-sent.tsx";
import { claimSentence } from "./claim-sentence.ts";
import { ClaimTimeline } from "./claim-timeline.tsx";
import { ClaimTransfers } from "./claim-transfers.tsx";

type Asked = { readonly amount: Amount; readonly line: string | undefined };

/** The amount whose transfers the address asks for. */
function askedOf({ amount, line }: { amount?: string | undefined; line?: string | undefined }) {
  return amount !== undefined && isAmount(amount) ? { amount, line } : undefined;
}

/** Everything about one claim on one page, for everybody who works on it. */
export function ClaimPage() {
  const { practice, claim: claimId } = useParams({ from: "/p/$practice/claims/$claim" });
  const search = useSearch({ from: "/p/$practice/claims/$claim" });
  const navigate = useNavigate({ from: "/p/$practice/claims/$claim" });
  const asked = askedOf(search);
  const setAsked = (next: Asked | undefined) =>
    void navigate({ search: { ...next }, replace: true, resetScroll: false });
  useBackShortcut({ to: "/p/$practice/claims", params: { practice } });
  const key = { practice, claimId };
  const claim = useQuery(claimQuery(key));
  if (claim.isError)
    return <FailureNotice error={claim.error} onRetry={() => void claim.refetch()} />;
  if (!claim.data) return <PageShape />;
  return (
    <div className="with-panel" data-open={asked !== undefined || undefined}>
      <div className="page-scroll">
        <ClaimHead practice={practice} claim={claim.data} />
        <div className="record-columns">
          <div>
            <ClaimMoney
              claim={claim.data}
              onAmount={(amount, line) => setAsked({ amount, line: line?.toString() })}
            />
            <ClaimResponsibility practice={practice} claim={claim.data} />
            <ClaimWriteOffs practice={practice} claim={claim.data} />
            <NextPayerPanel practice={practice} claimId={claimId} />
            <ClaimDenials practice={practice} denials={claim.data.denials} />
            <ClaimFacts claim={claim.data} />
            <ClaimSent practice={practice} claim={claim.data} />
          </div>
          <div>
            <ClaimTimeline claim={key} />
            <ClaimNotes claim={key} />
            <Attachments practice={practice} to={`claims/${claimId}`} permission="claim.annotate" />
          </div>
        </div>
      </div>
      {asked && <ClaimTransfers claim={key} {...asked} onClose={() => setAsked(undefined)} />}
    </div>
  );
}

type HeadProps = { readonly practice: string; readonly claim: ClaimAnswer };

function ClaimHead({ practice, claim }: HeadProps) {
  const date = claim.serviceFrom ? formatDate(claim.serviceFrom) : undefined;
  const who = [claim.patientName, date, claim.payer].filter(Boolean).join(" · ");
  return (
    <>
      <PageHead
        title={t("claim.title", { number: claim.patientControlNumber })}
        sentence={who}
        actions={
          <>
            <ClaimActions practice={practice} claim={claim} />
            <StateWord state={claim.state} />
          </>
        }
      />
      <p className="dim" style={{ margin: "0 0 12px" }}>
        {claimSentence(claim)}{" "}
        <Related practice={practice} words={t("claim.replaces")} claim={claim.replaces} />
        <Related practice={practice} words={t("claim.replacedBy")} claim={claim.replacedBy} />
      </p>
      <WaitingWork practice={practice} waiting={claim.next} />
      <ClaimHold practice={practice} claim={claim} />
    </>
  );
}

type RelatedProps = {
  readonly practice: string;
  readonly words: string;
  readonly claim: ClaimAnswer["replaces"];
};

function Related({ practice, words, claim }: RelatedProps) {
  if (!claim) return null;
  return (
    <span>
      {words}{" "}
      <Link to="/p/$practice/claims/$claim" params={{ practice, claim: String(claim.id) }}>
        {claim.patientControlNumber}
        {claim.version > 1 && ` · ${claim.version}`}
      </Link>{" "}
    </span>
  );
}
