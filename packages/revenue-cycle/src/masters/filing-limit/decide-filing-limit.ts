import { dayFaultsOf, faultsOf, type MasterFault } from "../master-faults.ts";
import { tidyWords } from "../postal-address.ts";
import type { FilingBasis, FilingKind, FilingUnit } from "./filing-limit.ts";

/** A limit of a payer as a person records it; empty text is not stated, no plan means all. */
export type FilingLimitDraft = {
  readonly payerId: number;
  readonly planId: number | null;
  readonly state: string;
  readonly kind: FilingKind;
  /** How many days or months, as digits. */
  readonly length: string;
  readonly unit: FilingUnit;
  readonly basis: FilingBasis;
  readonly source: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string;
};

export type FilingLimitFault = MasterFault<keyof FilingLimitDraft>;

const longest = 3660;

/** The draft in the form in which it is kept. */
export function tidyFilingLimit(draft: FilingLimitDraft): FilingLimitDraft {
  return {
    ...draft,
    state: draft.state.trim().toUpperCase(),
    length: draft.length.trim(),
    source: tidyWords(draft.source),
    effectiveFrom: draft.effectiveFrom.trim(),
    effectiveTo: draft.effectiveTo.trim(),
  };
}

/** Everything wrong with a tidy draft, in the order of its fields. */
export function filingLimitFaultsOf(draft: FilingLimitDraft): FilingLimitFault[] {
  const { state, length, source, effectiveFrom } = draft;
  const isLength = /^\d{1,4}$/.test(length) && Number(length) >= 1 && Number(length) <= longest;
  return [
    ...faultsOf<keyof FilingLimitDraft>([
      [state !== "" && !/^[A-Z]{2}$/.test(state), "state", "STATE_INVALID"],
      [!isLength, "length", "LENGTH_INVALID"],
      [source === "", "source", "SOURCE_MISSING"],
      [effectiveFrom === "", "effectiveFrom", "DATE_MISSING"],
    ]),
    ...dayFaultsOf(draft),
  ];
}
