import type { AuthorizationRuleAnswer } from "@headwater/revenue-cycle/front-end/authorization-rule/authorization-rule-answers.ts";
import type { FilingLimitAnswer } from "@headwater/revenue-cycle/masters/filing-limit/filing-limit-answers.ts";
import { formatDate } from "../../frame/format.ts";
import { t } from "../../strings/translate.ts";
import { AuthorizationRuleForm } from "./authorization-rule-form.tsx";
import { FilingLimitForm } from "./filing-limit-form.tsx";
import { PayerSection } from "./payer-section.tsx";

type Props = {
  readonly practice: string;
  readonly payerId: number;
  readonly mayWrite: boolean;
};

/** What a payer asks of claims: until when they are filed, and what must be authorized before. */
export function PayerRules({ practice, payerId, mayWrite }: Props) {
  return (
    <>
      <PayerSection<FilingLimitAnswer>
        practice={practice}
        payerId={payerId}
        path="filing-limits"
        title={t("payerRules.limits")}
        add={t("payerRules.addLimit")}
        none={t("payerRules.noLimits")}
        headings={[
          t("payerRules.of"),
          t("payerRules.length"),
          t("payerRules.basis"),
          t("payerRules.plan"),
          t("masters.from"),
          t("masters.through"),
        ]}
        cells={(row) => [
          t(`filingKind.${row.kind}`),
          `${row.length} ${t(`filingUnit.${row.unit}`)}`,
          t(`filingBasis.${row.basis}`),
          [row.planName ?? t("payerRules.everyPlan"), row.state].filter(Boolean).join(", "),
          formatDate(row.effectiveFrom),
          row.effectiveTo === null ? "" : formatDate(row.effectiveTo),
        ]}
        mayWrite={mayWrite}
        form={(props) => <FilingLimitForm {...props} />}
      />
      <PayerSection<AuthorizationRuleAnswer>
        practice={practice}
        payerId={payerId}
        path="authorization-rules"
        title={t("payerRules.rules")}
        add={t("payerRules.addRule")}
        none={t("payerRules.noRules")}
        headings={[
          t("masterField.procedureCode"),
          t("payerRules.wanted"),
          t("payerRules.plan"),
          t("masters.from"),
          t("masters.through"),
        ]}
        cells={(row) => [
          row.procedureCodes === "" ? t("payerRules.everyProcedure") : row.procedureCodes,
          t(row.isRequired ? "payerRules.wanted" : "payerRules.notWanted"),
          row.planName ?? t("payerRules.everyPlan"),
          formatDate(row.effectiveFrom),
          row.effectiveTo === null ? "" : formatDate(row.effectiveTo),
        ]}
        mayWrite={mayWrite}
        form={(props) => <AuthorizationRuleForm {...props} />}
      />
    </>
  );
}
