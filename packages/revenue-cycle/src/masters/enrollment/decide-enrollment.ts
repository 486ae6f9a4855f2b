import { isCivilDate } from "@headwater/code-sets/civil-date.ts";
import { dayFaultsOf, faultsOf, type MasterFault } from "../master-faults.ts";
import { tidyWords } from "../postal-address.ts";
import type { EnrollmentState, EnrollmentTransaction } from "./enrollment.ts";

/** An enrolment as a person records it; empty text is not stated, no provider means every one. */
export type EnrollmentDraft = {
  readonly payerId: number;
  readonly providerId: number | null;
  readonly transaction: EnrollmentTransaction;
  readonly state: EnrollmentState;
  readonly requestedOn: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string;
  readonly payerProviderNumber: string;
};

export type EnrollmentFault = MasterFault<keyof EnrollmentDraft>;

/** The draft in the form in which it is kept. */
export function tidyEnrollment(draft: EnrollmentDraft): EnrollmentDraft {
  return {
    ...draft,
    requestedOn: draft.requestedOn.trim(),
    effectiveFrom: draft.effectiveFrom.trim(),
    effectiveTo: draft.effectiveTo.trim(),
    payerProviderNumber: tidyWords(draft.payerProviderNumber),
  };
}

/** Everything wrong with a tidy draft, in the order of its fields. */
export function enrollmentFaultsOf(draft: EnrollmentDraft): EnrollmentFault[] {
  const { state, requestedOn, effectiveFrom, effectiveTo } = draft;
  return [
    ...faultsOf<keyof EnrollmentDraft>([
      [requestedOn !== "" && !isCivilDate(requestedOn), "requestedOn", "DATE_INVALID"],
      [state === "requested" && requestedOn === "", "requestedOn", "DATE_MISSING"],
      [state === "active" && effectiveFrom === "", "effectiveFrom", "ACTIVE_NEEDS_DAY"],
      [state === "ended" && effectiveTo === "", "effectiveTo", "ENDED_NEEDS_DAY"],
    ]),
    ...dayFaultsOf(draft),
  ];
}
