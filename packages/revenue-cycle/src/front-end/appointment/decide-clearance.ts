import { daysBetween } from "@headwater/code-sets/civil-date.ts";
import type { AuthorizationState } from "../authorization/authorization.ts";
import type { EligibilityOutcome } from "../eligibility/eligibility.ts";
import type { RegistrationScore } from "../registration/score-registration.ts";

/** An answer about eligibility older than this many days is asked for again before the visit. */
export const eligibilityFreshDays = 3;

/** A balance below this is collected, but does not keep a visit from being clear. */
export const smallBalanceCents = 500;

/** What is known of an appointment when it is asked whether it may go ahead. */
export type ClearanceFacts = {
  readonly today: string;
  readonly day: string;
  readonly coverage:
    | { readonly effectiveFrom: string | undefined; readonly effectiveTo: string | undefined }
    | undefined;
  /** A good faith estimate is on file: the patient pays alone and knows it. */
  readonly hasGoodFaithEstimate: boolean;
  readonly eligibility:
    | {
        readonly outcome: EligibilityOutcome | "waiting";
        readonly answeredOn: string | undefined;
        readonly reasonCode: string | undefined;
      }
    | undefined;
  readonly authorization: {
    /** By the plan, or by the payer's answer (EB11). */
    readonly isRequired: boolean;
    readonly found:
      | {
          readonly state: AuthorizationState;
          readonly holdsOnDay: boolean;
          readonly coversServices: boolean;
          /** Left without this visit; undefined where it is not limited. */
          readonly unitsBefore: number | undefined;
          readonly unitsNeeded: number;
        }
      | undefined;
  };
  /** What the patient owes of earlier visits, less what was paid and waits. */
  readonly balanceCents: number;
  readonly registration: RegistrationScore;
  /** What holds the visit or the registration, in words; undefined where nothing does. */
  readonly heldBecause?: string | undefined;
  /** What the visit is expected to bring; undefined where it cannot be said. */
  readonly visitCents: number | undefined;
};

export const clearanceCodes = [
  "HELD",
  "COVERAGE_NONE",
  "COVERAGE_ENDED",
  "COVERAGE_NOT_STARTED",
  "ELIGIBILITY_INACTIVE",
  "ELIGIBILITY_FAILED",
  "ELIGIBILITY_UNKNOWN",
  "ELIGIBILITY_NOT_ASKED",
  "ELIGIBILITY_WAITING",
  "ELIGIBILITY_OLD",
  "AUTHORIZATION_MISSING",
  "AUTHORIZATION_WAITING",
  "AUTHORIZATION_DENIED",
  "AUTHORIZATION_NOT_THAT_DAY",
  "AUTHORIZATION_OTHER_SERVICE",
  "AUTHORIZATION_UNITS",
  "REGISTRATION_INCOMPLETE",
  "BALANCE_OLD",
] as const;
export type ClearanceCode = (typeof clearanceCodes)[number];

/** The one thing to do next about a reason. */
export type ClearanceAction =
  | "add-coverage"
  | "ask-payer"
  | "wait-for-payer"
  | "ask-authorization"
  | "reschedule"
  | "complete-registration"
  | "collect-balance"
  | "settle-hold";

export type ClearanceReason = {
  readonly code: ClearanceCode;
  /** stop: the visit is likely not to be paid; ask: something to be settled before or at the desk. */
  readonly severity: "stop" | "ask";
  readonly action: ClearanceAction;
  /** Dollars at risk in cents; undefined where the visit's worth cannot be said. */
  readonly cents: number | undefined;
  /** Codes and numbers that complete the sentence. */
  readonly detail: Readonly<Record<string, string | number>>;
};

export type Clearance = {
  readonly isCleared: boolean;
  /** clear, ask or stop: the worst of the reasons. */
  readonly light: "clear" | "ask" | "stop";
  readonly reasons: readonly ClearanceReason[];
  /**
   * At risk in all: the visit once, however many reasons put it at risk, and the balance. Undefined
   * where only a visit is at risk whose worth cannot be said.
   */
  readonly cents: number | undefined;
};

/** Whether a visit may go ahead, and if not why, the worst first. */
export function decideClearance(facts: ClearanceFacts): Clearance {
  const reasons = [
    ...holdReasons(facts),
    ...coverageReasons(facts),
    ...eligibilityReasons(facts),
    ...authorizationReasons(facts),
    ...registrationReasons(facts),
    ...balanceReasons(facts),
  ].sort((left, right) => rank(left) - rank(right));
  const light = reasons[0] === undefined ? "clear" : reasons[0].severity;
  return { isCleared: reasons.length === 0, light, reasons, cents: centsAtRisk(reasons) };
}

const rank = ({ severity }: ClearanceReason) => (severity === "stop" ? 0 : 1);

function centsAtRisk(reasons: readonly ClearanceReason[]): number | undefined {
  const ofVisit = reasons.filter(({ code }) => code !== "BALANCE_OLD");
  const balance = reasons.find(({ code }) => code === "BALANCE_OLD")?.cents ?? 0;
  if (ofVisit.length === 0) return balance;
  const visit = ofVisit.find(({ cents }) => cents !== undefined)?.cents;
  if (visit === undefined) return balance === 0 ? undefined : balance;
  return visit + balance;
}

type Detail = ClearanceReason["detail"];
type Cause = readonly [code: ClearanceCode, action: ClearanceAction];

function stop(facts: ClearanceFacts, [code, action]: Cause, detail: Detail = {}) {
  return { code, severity: "stop", action, cents: facts.visitCents, detail } as const;
}

function ask(facts: ClearanceFacts, cause: Cause, detail: Detail = {}) {
  return { ...stop(facts, cause, detail), severity: "ask" } as const;
}

function holdReasons(facts: ClearanceFacts): ClearanceReason[] {
  const { heldBecause: message } = facts;
  return message === undefined ? [] : [stop(facts, ["HELD", "settle-hold"], { message })];
}

function coverageReasons(facts: ClearanceFacts): ClearanceReason[] {
  const { coverage, day } = facts;
  if (coverage === undefined) {
    return facts.hasGoodFaithEstimate ? [] : [stop(facts, ["COVERAGE_NONE", "add-coverage"])];
  }
  const { effectiveFrom: from, effectiveTo: to } = coverage;
  if (to !== undefined && to < day) {
    return [stop(facts, ["COVERAGE_ENDED", "add-coverage"], { day: to })];
  }
  if (from !== undefined && day < from) {
    return [stop(facts, ["COVERAGE_NOT_STARTED", "add-coverage"], { day: from })];
  }
  return [];
}

/** Nothing is asked about a coverage that does not hold by its own dates. */
function eligibilityReasons(facts: ClearanceFacts): ClearanceReason[] {
  const { eligibility, coverage } = facts;
  if (coverage === undefined || coverageReasons(facts).length > 0) return [];
  if (eligibility === undefined) return [ask(facts, ["ELIGIBILITY_NOT_ASKED", "ask-payer"])];
  const { outcome, answeredOn, reasonCode } = eligibility;
  const detail = {
    ...(reasonCode === undefined ? {} : { reasonCode }),
    ...(answeredOn === undefined ? {} : { answeredOn }),
  };
  if (outcome === "waiting") return [ask(facts, ["ELIGIBILITY_WAITING", "wait-for-payer"])];
  if (outcome === "inactive")
    return [stop(facts, ["ELIGIBILITY_INACTIVE", "add-coverage"], detail)];
  if (outcome === "failed") return [ask(facts, ["ELIGIBILITY_FAILED", "ask-payer"], detail)];
  if (outcome === "unknown") return [ask(facts, ["ELIGIBILITY_UNKNOWN", "ask-payer"], detail)];
  if (isOld(answeredOn, facts)) return [ask(facts, ["ELIGIBILITY_OLD", "ask-payer"], detail)];
  return [];
}

/**
 * An answer is old after some days, and when the visit is in a later month than the answer: coverages
 * end with months. Before that month begins nothing better can be had.
 */
function isOld(answeredOn: string | undefined, { today, day }: ClearanceFacts): boolean {
  if (answeredOn === undefined) return true;
  if (daysBetween(answeredOn, today) > eligibilityFreshDays) return true;
  const isOtherMonth = answeredOn.slice(0, 7) < day.slice(0, 7);
  return isOtherMonth && today.slice(0, 7) === day.slice(0, 7);
}

function authorizationReasons(facts: ClearanceFacts): ClearanceReason[] {
  const { isRequired, found } = facts.authorization;
  if (facts.coverage === undefined) return [];
  if (found === undefined) {
    return isRequired ? [stop(facts, ["AUTHORIZATION_MISSING", "ask-authorization"])] : [];
  }
  if (found.state === "not-required") return [];
  if (found.state === "requested" || found.state === "pended") {
    return [ask(facts, ["AUTHORIZATION_WAITING", "wait-for-payer"])];
  }
  if (found.state === "denied" || found.state === "cancelled") {
    return [stop(facts, ["AUTHORIZATION_DENIED", "reschedule"])];
  }
  if (!found.holdsOnDay) {
    return [stop(facts, ["AUTHORIZATION_NOT_THAT_DAY", "ask-authorization"])];
  }
  if (!found.coversServices) {
    return [stop(facts, ["AUTHORIZATION_OTHER_SERVICE", "ask-authorization"])];
  }
  const { unitsBefore, unitsNeeded } = found;
  if (unitsBefore === undefined || unitsNeeded <= unitsBefore) return [];
  const detail = { left: Math.max(0, unitsBefore), needed: unitsNeeded };
  return [stop(facts, ["AUTHORIZATION_UNITS", "ask-authorization"], detail)];
}

function registrationReasons(facts: ClearanceFacts): ClearanceReason[] {
  const missing = facts.registration.parts.filter((part) => part.isNeeded && !part.isComplete);
  if (missing.length === 0) return [];
  const parts = missing.map(({ part }) => part).join(" ");
  return [ask(facts, ["REGISTRATION_INCOMPLETE", "complete-registration"], { parts })];
}

function balanceReasons({ balanceCents }: ClearanceFacts): ClearanceReason[] {
  if (balanceCents < smallBalanceCents) return [];
  return [
    {
      code: "BALANCE_OLD",
      severity: "ask",
      action: "collect-balance",
      cents: balanceCents,
      detail: {},
    },
  ];
}
