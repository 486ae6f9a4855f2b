import { dayFaultsOf, faultsOf, type MasterFault } from "../master-faults.ts";
import { isFilingIndicator } from "../payer/filing-indicator.ts";
import { tidyWords } from "../postal-address.ts";

export const planKinds = [
  "hmo",
  "ppo",
  "epo",
  "pos",
  "indemnity",
  "medicare",
  "medicaid",
  "other",
] as const;
export type PlanKind = (typeof planKinds)[number];

/** A product of a payer as a person describes it; empty text is not stated. */
export type PlanDraft = {
  readonly payerId: number;
  readonly name: string;
  readonly kind: PlanKind;
  readonly groupNumber: string;
  readonly filingIndicator: string;
  readonly needsReferral: boolean;
  readonly needsAuthorization: boolean;
  readonly effectiveFrom: string;
  readonly effectiveTo: string;
};

export type PlanFault = MasterFault<keyof PlanDraft>;

/** The draft in the form in which it is kept. */
export function tidyPlan(draft: PlanDraft): PlanDraft {
  return {
    ...draft,
    name: tidyWords(draft.name),
    groupNumber: tidyWords(draft.groupNumber),
    filingIndicator: draft.filingIndicator.trim().toUpperCase(),
    effectiveFrom: draft.effectiveFrom.trim(),
    effectiveTo: draft.effectiveTo.trim(),
  };
}

/** Everything wrong with a tidy draft, in the order of its fields. */
export function planFaultsOf(draft: PlanDraft): PlanFault[] {
  const { name, filingIndicator } = draft;
  return [
    ...faultsOf<keyof PlanDraft>([
      [name === "", "name", "NAME_MISSING"],
      [
        filingIndicator !== "" && !isFilingIndicator(filingIndicator),
        "filingIndicator",
        "FILING_INDICATOR_UNKNOWN",
      ],
    ]),
    ...dayFaultsOf(draft),
  ];
}
