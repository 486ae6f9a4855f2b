import type { EnrollmentAnswer } from "@headwater/revenue-cycle/masters/enrollment/enrollment-answers.ts";
import type { PayerAnswer } from "@headwater/revenue-cycle/masters/payer/payer-answers.ts";
import type { PlanAnswer } from "@headwater/revenue-cycle/masters/plan/plan-answers.ts";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { formatDate } from "../../frame/format.ts";
import { FailureNotice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import type { Tone } from "../../frame/state-word.tsx";
import { t } from "../../strings/translate.ts";
import { ToneWord } from "../form/tone-word.tsx";
import { EnrollmentForm } from "./enrollment-form.tsx";
import { PayerForm } from "./payer-form.tsx";
import { PayerRules } from "./payer-rules.tsx";
import { PayerSection } from "./payer-section.tsx";
import { PlanForm } from "./plan-form.tsx";

/** One payer with its plans, and for whom which transaction may be exchanged with it. */
export function PayerPage() {
  const { practice, payer } = useParams({ from: "/p/$practice/payers/$payer" });
  const session = useSession();
  const [shown, setShown] = useState(0);
  const answer = useQuery({
    queryKey: [practice, "payers", "one", payer],
    queryFn: ({ signal }) =>
      getJson<PayerAnswer>(practiceAddress(practice, `payers/${payer}`), signal),
    staleTime: 0,
  });
  const reload = async () => {
    await answer.refetch();
    setShown(shown + 1);
  };
  const known = answer.data;
  if (answer.error && known === undefined) {
    return <FailureNotice error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  return (
    <div className="page">
      <PageHead title={known?.name ?? t("payers.title")} sentence={known?.identifier} />
      {known === undefined ? (
        <p className="dim">{t("masters.loading")}</p>
      ) : (
        <div className="master-columns">
          <PayerForm
            key={shown}
            practice={practice}
            known={known}
            mayWrite={isAllowed(session, practice, "masters.write")}
            onSaved={() => void reload()}
            onReload={() => void reload()}
          />
          <div className="master-section">
            <Plans
              practice={practice}
              payer={known}
              mayWrite={isAllowed(session, practice, "masters.write")}
            />
            <Enrollments
              practice={practice}
              payer={known}
              mayWrite={isAllowed(session, practice, "enrollment.write")}
            />
            <PayerRules
              practice={practice}
              payerId={known.id}
              mayWrite={isAllowed(session, practice, "masters.write")}
            />
          </div>
        </div>
      )}
    </div>
  );
}

type PartProps = {
  readonly practice: string;
  readonly payer: PayerAnswer;
  readonly mayWrite: boolean;
};

function Plans({ practice, payer, mayWrite }: PartProps) {
  return (
    <PayerSection<PlanAnswer>
      practice={practice}
      payerId={payer.id}
      path="plans"
      title={t("payers.plans")}
      add={t("payers.addPlan")}
      none={t("payers.noPlans")}
      headings={[
        t("masterField.name"),
        t("masterField.kind"),
        t("masters.from"),
        t("masters.through"),
      ]}
      cells={(plan) => [
        plan.name,
        t(`planKind.${plan.kind}`),
        day(plan.effectiveFrom),
        day(plan.effectiveTo),
      ]}
      mayWrite={mayWrite}
      form={(props) => <PlanForm {...props} />}
    />
  );
}

const toneOf: Readonly<Record<EnrollmentAnswer["state"], Tone>> = {
  "not-needed": "note",
  requested: "theirs",
  active: "done",
  refused: "risk",
  ended: "note",
};

function Enrollments({ practice, payer, mayWrite }: PartProps) {
  return (
    <PayerSection<EnrollmentAnswer>
      practice={practice}
      payerId={payer.id}
      path="enrollments"
      title={t("payers.enrollments")}
      add={t("payers.addEnrollment")}
      none={t("payers.noEnrollments")}
      headings={[
        t("masterField.transaction"),
        t("masterField.providerId"),
        t("payers.state"),
        t("masters.from"),
        t("masters.through"),
      ]}
      cells={(row) => [
        t(`enrollmentTransaction.${row.transaction}`),
        row.providerName ?? t("masters.everyProvider"),
        <ToneWord key="state" tone={toneOf[row.state]} word={t(`enrollmentState.${row.state}`)} />,
        day(row.effectiveFrom),
        day(row.effectiveTo),
      ]}
      mayWrite={mayWrite}
      form={(props) => <EnrollmentForm {...props} />}
    />
  );
}

function day(date: string | null): string {
  return date === null ? "" : formatDate(date);
}
