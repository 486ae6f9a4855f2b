import {
  type FilingLimitDraft,
  filingLimitFaultsOf,
  tidyFilingLimit,
} from "@headwater/revenue-cycle/masters/filing-limit/decide-filing-limit.ts";
import {
  filingBases,
  filingKinds,
  filingUnits,
} from "@headwater/revenue-cycle/masters/filing-limit/filing-limit.ts";
import type { FilingLimitAnswer } from "@headwater/revenue-cycle/masters/filing-limit/filing-limit-answers.ts";
import { t } from "../../strings/translate.ts";
import { draftOf } from "../form/draft-of.ts";
import { RecordForm } from "../form/record-form.tsx";
import type { SectionFormProps } from "./payer-section.tsx";
import { usePlanChoices } from "./plan-choices.ts";

/** Records until when a payer takes what is filed. */
export function FilingLimitForm(props: SectionFormProps<FilingLimitAnswer>) {
  const { practice, payerId, known, mayWrite, onSaved, onReload } = props;
  const plans = usePlanChoices(practice, payerId);
  const empty: FilingLimitDraft = {
    payerId,
    planId: null,
    state: "",
    kind: "original",
    length: "",
    unit: "days",
    basis: "service",
    source: "",
    effectiveFrom: "",
    effectiveTo: "",
  };
  const start = known ? { ...draftOf(empty, known), length: String(known.length) } : empty;
  return (
    <RecordForm<FilingLimitDraft, FilingLimitAnswer>
      practice={practice}
      path={known ? `filing-limits/${known.id}` : "filing-limits"}
      known={known}
      start={start}
      rows={[
        [
          {
            field: "kind",
            label: t("payerRules.of"),
            options: filingKinds.map((one) => [one, t(`filingKind.${one}`)] as const),
          },
          { field: "length", label: t("payerRules.length") },
          {
            field: "unit",
            label: t("payerRules.unit"),
            options: filingUnits.map((one) => [one, t(`filingUnit.${one}`)] as const),
          },
        ],
        [
          {
            field: "basis",
            label: t("payerRules.basis"),
            options: filingBases.map((one) => [one, t(`filingBasis.${one}`)] as const),
          },
          { field: "planId", label: t("payerRules.plan"), isId: true, options: plans },
          { field: "state", label: t("payerRules.state") },
        ],
        [
          { field: "effectiveFrom", kind: "date" },
          { field: "effectiveTo", kind: "date" },
        ],
        [{ field: "source", label: t("payerRules.source") }],
      ]}
      faultsOf={(draft) => filingLimitFaultsOf(tidyFilingLimit(draft))}
      mayWrite={mayWrite}
      onSaved={onSaved}
      onReload={onReload}
    />
  );
}
