import {
  type PlanDraft,
  planFaultsOf,
  tidyPlan,
} from "@headwater/revenue-cycle/masters/plan/decide-plan.ts";
import type { PlanAnswer } from "@headwater/revenue-cycle/masters/plan/plan-answers.ts";
import { draftOf } from "../form/draft-of.ts";
import { RecordForm } from "../form/record-form.tsx";
import { choices } from "./choices.ts";
import type { SectionFormProps } from "./payer-section.tsx";

/** Describes a plan of a payer. */
export function PlanForm(props: SectionFormProps<PlanAnswer>) {
  const { practice, payerId, known, mayWrite, onSaved, onReload } = props;
  const empty: PlanDraft = {
    payerId,
    name: "",
    kind: "other",
    groupNumber: "",
    filingIndicator: "",
    needsReferral: false,
    needsAuthorization: false,
    effectiveFrom: "",
    effectiveTo: "",
  };
  return (
    <RecordForm<PlanDraft, PlanAnswer>
      practice={practice}
      path={known ? `plans/${known.id}` : "plans"}
      known={known}
      start={known ? draftOf(empty, known) : empty}
      rows={[
        [{ field: "name" }, { field: "kind", options: choices.planKinds() }],
        [
          { field: "groupNumber" },
          { field: "filingIndicator", options: choices.filingIndicators() },
        ],
        [
          { field: "needsReferral", kind: "check" },
          { field: "needsAuthorization", kind: "check" },
        ],
        [
          { field: "effectiveFrom", kind: "date" },
          { field: "effectiveTo", kind: "date" },
        ],
      ]}
      faultsOf={(draft) => planFaultsOf(tidyPlan(draft))}
      mayWrite={mayWrite}
      onSaved={onSaved}
      onReload={onReload}
    />
  );
}
