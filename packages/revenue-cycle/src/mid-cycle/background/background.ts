import type { LineFacts, NotEvaluable, WholeFacts } from "../../work/edit/facts.ts";

/** What the practice knows of services beside what their claim says, as facts for the edits. */
export type Background = {
  readonly whole: WholeFacts;
  /** In the order of the lines. */
  readonly lines: readonly LineFacts[];
};

/** A fact that cannot be known, and what is missing. */
export const unknown = (missing: string): NotEvaluable => ({ missing });

/** A value, or what is missing where it is not known. */
export function known<Value>(value: Value | undefined, missing: string): Value | NotEvaluable {
  return value === undefined ? { missing } : value;
}

/** The background of a claim of which nothing was looked up: edits that ask for it conclude nothing. */
export const nothingLookedUp: Background = {
  whole: {
    "patient.phone": unknown("patient"),
    "patient.dateOfDeath": unknown("patient"),
    "patient.hasGuarantor": unknown("patient"),
    "coverage.isOnFile": unknown("coverage"),
    "coverage.planName": unknown("coverage"),
    "coverage.effectiveFrom": unknown("coverage"),
    "coverage.effectiveTo": unknown("coverage"),
    "eligibility.status": unknown("eligibility"),
    "eligibility.checkedOn": unknown("eligibility"),
    "eligibility.planName": unknown("eligibility"),
    "eligibility.isOtherPlan": unknown("eligibility"),
    "eligibility.otherPayer": unknown("eligibility"),
    "eligibility.medicareAdvantagePlan": unknown("eligibility"),
    "payer.lineOfBusiness": unknown("payer"),
    "payer.claimRoute": unknown("payer"),
    "payer.claimEnrollment": unknown("enrollment"),
    "plan.id": unknown("plan"),
    "plan.needsReferral": unknown("plan"),
    "plan.needsAuthorization": unknown("plan"),
    "authorization.isRequired": unknown("authorization"),
    "authorization.isOnFile": unknown("authorization"),
    "authorization.numberOnFile": unknown("authorization"),
    "authorization.state": unknown("authorization"),
    "authorization.effectiveFrom": unknown("authorization"),
    "authorization.effectiveTo": unknown("authorization"),
    "authorization.unitsApproved": unknown("authorization"),
    "authorization.unitsRemaining": unknown("authorization"),
    "authorization.unitsWanted": unknown("authorization"),
    "claim.filingDueOn": unknown("filing limit"),
    "claim.firstSubmittedOn": unknown("submissions"),
    "claim.sameServicesNumber": unknown("other claims"),
    "encounter.signedOn": unknown("documentation"),
    "encounter.isDocumented": unknown("documentation"),
    "renderingProvider.isOnFile": unknown("provider"),
    "renderingProvider.credential": unknown("provider"),
    "renderingProvider.effectiveFrom": unknown("provider"),
    "renderingProvider.effectiveTo": unknown("provider"),
    "renderingProvider.isEnrolled": unknown("enrollment"),
  },
  lines: [],
};

/** The facts of a line of which nothing was looked up. */
export const nothingOfLine: LineFacts = {
  "line.priceCents": unknown("charge master"),
  "line.needsAuthorization": unknown("authorization"),
  "line.needsClia": unknown("laboratory codes"),
  "line.bundledIntoCode": unknown("NCCI"),
  "line.bundlingModifierIndicator": unknown("NCCI"),
  "line.pairModifiers": unknown("NCCI"),
  "line.unlikelyAboveUnits": unknown("MUE"),
  "line.unlikelyIndicator": unknown("MUE"),
  "line.billedOnClaim": unknown("other claims"),
  "line.feeScheduleStatus": unknown("fee schedule"),
  "line.globalDays": unknown("fee schedule"),
  "line.inGlobalPeriodOf": unknown("other claims"),
  "line.globalPeriodEndsOn": unknown("other claims"),
};
