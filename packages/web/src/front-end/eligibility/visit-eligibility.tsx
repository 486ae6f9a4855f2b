import type { VisitAnswer } from "@headwater/revenue-cycle/front-end/appointment/visit-answers.ts";
import type { EligibilityCheckAnswer } from "@headwater/revenue-cycle/front-end/eligibility/eligibility-answers.ts";
import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { formatDate } from "../../frame/format.ts";
import { problemSentence } from "../../frame/notice.tsx";
import { problemOf } from "../../frame/problem.ts";
import { practiceAddress, sendJson } from "../../frame/request.ts";
import { t } from "../../strings/translate.ts";
import { askAgain } from "../appointment/visit-query.ts";
import { BenefitList } from "./benefit-list.tsx";
import { ToldAnswerForm } from "./told-answer-form.tsx";

type Props = {
  readonly practice: string;
  readonly visit: VisitAnswer;
  readonly mayAsk: boolean;
};

const toneOfOutcome = {
  active: "done",
  inactive: "risk",
  failed: "ours",
  unknown: "ours",
  waiting: "theirs",
} as const;

/** What the payer last said of the visit's coverage, and how to ask again. */
export function VisitEligibility({ practice, visit, mayAsk }: Props) {
  const { eligibility: check, coverage } = visit;
  if (coverage === null) return null;
  return (
    <section>
      <h3 className="section-title">{t("eligibility.title")}</h3>
      {check === null ? (
        <p className="visit-line">{t("eligibility.notAsked")}</p>
      ) : (
        <>
          <Outcome check={check} />
          <BenefitList practice={practice} check={check} />
        </>
      )}
      {mayAsk && <Asking practice={practice} visit={visit} coverageId={coverage.id} />}
    </section>
  );
}

function Outcome({ check }: { readonly check: EligibilityCheckAnswer }) {
  const { outcome, reason, next, answeredOn, planName, told } = check;
  return (
    <>
      <p className="visit-line">
        <span className="state-word" data-tone={toneOfOutcome[outcome]}>
          {t(`eligibilityOutcome.${outcome}`)}
        </span>
        {planName && <span>{planName}</span>}
        {answeredOn && (
          <span className="dim">{t("eligibility.answered", { date: formatDate(answeredOn) })}</span>
        )}
      </p>
      {reason && (
        <p className="visit-line">
          {reason} {next}
        </p>
      )}
      {told && <p className="visit-line dim">{t("eligibility.told", { told })}</p>}
    </>
  );
}

const lookMs = 1500;
const liveMs = 30_000;

/** Looks for the answer while a payer who answers at once may still answer. */
function useLiveAnswer(practice: string, check: EligibilityCheckAnswer | null) {
  const queries = useQueryClient();
  const isWaiting = check?.outcome === "waiting" && check.hasRequest;
  const askedAt = isWaiting ? check.askedAt : undefined;
  useEffect(() => {
    if (askedAt === undefined) return;
    const timer = setInterval(() => {
      if (Date.now() - new Date(askedAt).getTime() > liveMs) clearInterval(timer);
      else void askAgain(queries, practice);
    }, lookMs);
    return () => clearInterval(timer);
  }, [askedAt, practice, queries]);
}

function Asking({ practice, visit, coverageId }: Omit<Props, "mayAsk"> & { coverageId: number }) {
  const queries = useQueryClient();
  const [isTelling, setTelling] = useState(false);
  const asking = useMutation({
    mutationFn: () =>
      sendJson<EligibilityCheckAnswer>(practiceAddress(practice, "eligibility-checks"), {
        method: "POST",
        body: { coverageId, day: visit.day },
      }),
    onSuccess: () => askAgain(queries, practice),
  });
  const { eligibility: check } = visit;
  useLiveAnswer(practice, check);
  const problem = asking.error ? problemOf(asking.error) : undefined;
  return (
    <>
      <div className="visit-buttons">
        <Button
          variant="default"
          size="xs"
          loading={asking.isPending}
          onClick={() => asking.mutate()}
        >
          {t(check === null ? "eligibility.ask" : "eligibility.askAgain")}
        </Button>
        <Button variant="default" size="xs" onClick={() => setTelling(!isTelling)}>
          {t("eligibility.tell")}
        </Button>
      </div>
      {problem && (
        <p role="alert" className="error-line">
          {problemSentence(problem)} {problem.fields.map(({ message }) => message).join(" ")}{" "}
          <span className="small">{problem.code}</span>
        </p>
      )}
      {check?.outcome === "waiting" && check.hasRequest && (
        <p className="visit-line">
          {t("eligibility.written")}{" "}
          <a href={practiceAddress(practice, `eligibility-checks/${check.id}/request`)} download>
            {t("eligibility.download")}
          </a>
        </p>
      )}
      {isTelling && (
        <ToldAnswerForm
          practice={practice}
          coverageId={coverageId}
          day={visit.day}
          onSaved={() => setTelling(false)}
        />
      )}
    </>
  );
}
