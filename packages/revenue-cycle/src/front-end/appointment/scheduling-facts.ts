import { type Enrollment, isEnrolledOn } from "../../masters/enrollment/enrollment.ts";
import type { WholeFacts } from "../../work/edit/facts.ts";
import type { Authorization } from "../authorization/authorization.ts";
import { holdsOn } from "../authorization/match-authorization.ts";
import {
  type AnsweredCheck,
  eligibilityOn,
  isOtherPlan,
} from "../eligibility/eligibility-on-day.ts";
import { coverageFacts, personFacts } from "../registration/registration-facts.ts";
import type { ClearanceFacts } from "./decide-clearance.ts";
import type { Visit } from "./visit.ts";

/** A visit with what is on file around it. */
export type SchedulingGround = {
  readonly visit: Visit;
  readonly clearance: ClearanceFacts;
  /** The authorization that the visit uses. */
  readonly authorization: Authorization | undefined;
  /** All of the coverage, referrals among them. */
  readonly consents: readonly Authorization[];
  /** Everything that the coverage's payer ever answered. */
  readonly answers: readonly AnsweredCheck[];
  readonly enrollments: readonly Enrollment[];
  readonly provider: VisitProvider | undefined;
  /** Time of another appointment of the patient with the provider on the day. */
  readonly sameDayAt: string | undefined;
};

export type VisitProvider = {
  readonly npi: string | undefined;
  readonly credential: string | undefined;
  readonly effectiveFrom: string | undefined;
  readonly effectiveTo: string | undefined;
};

/** What an appointment states, for the edits that run when it is saved. */
export function schedulingFacts(ground: SchedulingGround): WholeFacts {
  const { visit, sameDayAt } = ground;
  return {
    ...personFacts(visit.patient),
    ...coverageFacts(visit.coverage),
    ...eligibilityFacts(ground),
    ...authorizationFacts(ground),
    ...providerFacts(ground),
    "patient.openBalanceCents": visit.balanceCents,
    "appointment.startsOn": visit.day,
    "appointment.kind": visit.kind,
    "appointment.sameDayAt": sameDayAt,
    "referral.number": referralOf(ground),
  };
}

/** The answer about the day of the visit; of a coverage that nobody asked about only that is known. */
function eligibilityFacts({ visit, answers }: SchedulingGround): WholeFacts {
  const { coverage, day } = visit;
  if (coverage === null) return {};
  const told = eligibilityOn(answers, day);
  const missing = { missing: "eligibility on the day of the visit" };
  const isTold = told.status !== undefined;
  return {
    "eligibility.checkedOn": told.checkedOn,
    "eligibility.status": told.status ?? missing,
    "eligibility.planName": isTold ? told.planName : missing,
    "eligibility.isOtherPlan": isTold
      ? isOtherPlan(told.planName, coverage.plan ?? undefined)
      : missing,
    "eligibility.otherPayer": isTold ? told.otherPayer : missing,
    "eligibility.medicareAdvantagePlan": isTold ? told.medicareAdvantagePlan : missing,
  };
}

const granted = new Set<string>(["approved", "partly-approved"]);

/** A decision that none is needed answers the question whether one is. */
function authorizationFacts({ clearance, authorization }: SchedulingGround): WholeFacts {
  const { isRequired, found } = clearance.authorization;
  if (authorization === undefined || found === undefined) {
    return { "authorization.isRequired": isRequired, "authorization.isOnFile": false };
  }
  const { state, number, effectiveFrom, effectiveTo, approvedUnits } = authorization;
  return {
    "authorization.isRequired": isRequired && state !== "not-required",
    "authorization.isOnFile": granted.has(state),
    "authorization.number": number,
    "authorization.numberOnFile": number,
    "authorization.state": state,
    "authorization.effectiveFrom": effectiveFrom,
    "authorization.effectiveTo": effectiveTo,
    "authorization.unitsApproved": approvedUnits,
    "authorization.unitsRemaining": found.unitsBefore,
    "authorization.unitsWanted": found.unitsNeeded,
  };
}

function providerFacts({ visit, provider, enrollments }: SchedulingGround): WholeFacts {
  const { coverage, providerId, day } = visit;
  const answer =
    coverage === null
      ? undefined
      : isEnrolledOn(enrollments, {
          payerId: coverage.payerId,
          providerId,
          transaction: "participation",
          on: day,
        });
  const isEnrolled =
    answer === undefined || answer.is === "unknown"
      ? { missing: "enrollment" }
      : answer.is === "yes";
  return {
    "renderingProvider.isOnFile": provider !== undefined,
    "renderingProvider.npi": provider?.npi,
    "renderingProvider.credential": provider?.credential,
    "renderingProvider.effectiveFrom": provider?.effectiveFrom,
    "renderingProvider.effectiveTo": provider?.effectiveTo,
    "renderingProvider.isEnrolled": isEnrolled,
  };
}

/** The number of a referral that holds on the day, for whoever renders or for this provider. */
function referralOf({ visit, consents }: SchedulingGround): string | undefined {
  return consents.find(
    (one) =>
      one.kind === "referral" &&
      granted.has(one.state) &&
      (one.providerId === undefined || one.providerId === visit.providerId) &&
      holdsOn(one, visit.day),
  )?.number;
}
