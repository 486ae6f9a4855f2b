import type { DenialCaseAnswer } from "@headwater/revenue-cycle/back-end/denial/denial-answers.ts";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useBusinessDate } from "../../frame/business-date.ts";
import { formatDate, formatDollars } from "../../frame/format.ts";
import { FailureNotice } from "../../frame/notice.tsx";
import { StateWord } from "../../frame/state-word.tsx";
import { t, tOr } from "../../strings/translate.ts";
import { DueDate } from "../../work/work-item/due-date.tsx";
import { DenialActions } from "./denial-actions.tsx";
import { denialQuery } from "./denial-query.ts";
import { DenialSteps } from "./denial-steps.tsx";
import { RefusedAmount } from "./refused-amount.tsx";
import "./denial.css";

type Props = { readonly practice: string; readonly denialId: string };

/** Everything needed to decide about a denial, and the steps that can be taken. */
export function DenialCase({ practice, denialId }: Props) {
  const found = useQuery(denialQuery({ practice, denialId }));
  if (found.isError)
    return <FailureNotice error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <p className="dim">{t("state.loading")}</p>;
  const denial = found.data;
  const first = denial.denials.filter(({ id }) => id === denial.denialId);
  const others = denial.denials.filter(({ id }) => id !== denial.denialId);
  return (
    <>
      <CaseFacts practice={practice} denial={denial} />
      <DenialActions practice={practice} denial={denial} />
      <section aria-label={t("denials.what")}>
        <h3 className="section-title">{t("denials.what")}</h3>
        {[...first, ...others].map((one) => (
          <RefusedAmount key={one.id} practice={practice} denial={one} />
        ))}
      </section>
      <DenialSteps practice={practice} denial={denial} />
    </>
  );
}

type FactsProps = { readonly practice: string; readonly denial: DenialCaseAnswer };

function CaseFacts({ practice, denial }: FactsProps) {
  const { claim, work, deadline, mending } = denial;
  const today = useBusinessDate(practice);
  return (
    <dl className="fact-list">
      <dt>{t("denials.claim")}</dt>
      <dd>
        <Link to="/p/$practice/claims/$claim" params={{ practice, claim: String(claim.id) }}>
          {claim.patientControlNumber}
        </Link>{" "}
        <StateWord state={claim.state} />
      </dd>
      <dt>{t("denials.patient")}</dt>
      <dd>
        {[claim.patientName, claim.serviceFrom && formatDate(claim.serviceFrom)]
          .filter(Boolean)
          .join(" · ")}
      </dd>
      <dt>{t("claim.payer")}</dt>
      <dd>{claim.payer}</dd>
      <dt>{t("denials.worth")}</dt>
      <dd>{formatDollars(denial.openCents)}</dd>
      <dt>{t("denials.answerBy")}</dt>
      <dd>
        <DueDate due={deadline} today={today} isOpen={denial.openCents > 0} />
      </dd>
      {work?.nextActionOn && (
        <>
          <dt>{t("denials.nextLook")}</dt>
          <dd>
            <DueDate due={work.nextActionOn} today={today} isOpen />
          </dd>
        </>
      )}
      {work && (
        <>
          <dt>{t("denials.owner")}</dt>
          <dd>
            {tOr(`role.${work.role}`, work.role)}
            {work.assignedTo && ` · ${work.assignedTo}`}{" "}
            <Link to="/p/$practice/work" params={{ practice }} search={{ open: String(work.id) }}>
              {t("work.openItem")}
            </Link>
          </dd>
        </>
      )}
      {mending && (
        <>
          <dt>{t("denials.begun")}</dt>
          <dd>
            <Link
              to="/p/$practice/claims/$claim"
              params={{ practice, claim: String(mending.claimId) }}
            >
              {mending.patientControlNumber}
            </Link>{" "}
            <StateWord state={mending.state} />
          </dd>
        </>
      )}
    </dl>
  );
}
