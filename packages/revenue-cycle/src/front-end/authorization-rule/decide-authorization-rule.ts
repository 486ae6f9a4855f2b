import { dayFaultsOf, faultsOf, type MasterFault } from "../../masters/master-faults.ts";
import { tidyWords } from "../../masters/postal-address.ts";
import { isCodeRange, readCodeRanges } from "./authorization-rule.ts";

/** A rule as a person records it; no plan means all, no codes every procedure. */
export type AuthorizationRuleDraft = {
  readonly payerId: number;
  readonly planId: number | null;
  /** Codes and ranges with blanks or commas between. */
  readonly procedureCodes: string;
  readonly isRequired: boolean;
  readonly source: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string;
};

export type AuthorizationRuleFault = MasterFault<keyof AuthorizationRuleDraft>;

/** The draft in the form in which it is kept. */
export function tidyAuthorizationRule(draft: AuthorizationRuleDraft): AuthorizationRuleDraft {
  return {
    ...draft,
    procedureCodes: readCodeRanges(draft.procedureCodes).join(" "),
    source: tidyWords(draft.source),
    effectiveFrom: draft.effectiveFrom.trim(),
    effectiveTo: draft.effectiveTo.trim(),
  };
}

/** Everything wrong with a tidy draft, in the order of its fields. */
export function authorizationRuleFaultsOf(draft: AuthorizationRuleDraft): AuthorizationRuleFault[] {
  const entries = readCodeRanges(draft.procedureCodes);
  return [
    ...faultsOf<keyof AuthorizationRuleDraft>([
      [!entries.every(isCodeRange), "procedureCodes", "CODE_RANGES_INVALID"],
      [draft.source === "", "source", "SOURCE_MISSING"],
      [draft.effectiveFrom === "", "effectiveFrom", "DATE_MISSING"],
    ]),
    ...dayFaultsOf(draft),
  ];
}
