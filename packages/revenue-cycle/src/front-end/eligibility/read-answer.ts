import type { AnsweredPerson, Benefit, EligibilityResponse, QualifiedDate } from "@headwater/x12";
import type { AnswerReason, BenefitFact, EligibilityAnswer, Network } from "./eligibility.ts";

/** A person that a 271 speaks of, with the benefits in the order of their EB segments. */
export type PersonAnswer = {
  readonly person: AnsweredPerson | undefined;
  /** Position of the person's first benefit among all benefits of the response. */
  readonly firstBenefit: number;
};

/**
 * Whom a response speaks of: its dependents, else the subscriber, else nobody because the source or
 * the receiver was rejected (005010X279A1 loops 2000A to 2000D).
 */
export function answeredPersons({ subscriber }: EligibilityResponse): PersonAnswer[] {
  if (subscriber === undefined) return [{ person: undefined, firstBenefit: 0 }];
  if (subscriber.dependents.length === 0) return [{ person: subscriber, firstBenefit: 0 }];
  let firstBenefit = subscriber.benefits.length;
  return subscriber.dependents.map((person) => {
    const answer = { person, firstBenefit };
    firstBenefit += person.benefits.length;
    return answer;
  });
}

/** EB01 of coverage that is active (1 to 5) and that is not (6 to 8). */
const activeCodes = new Set(["1", "2", "3", "4", "5"]);
const inactiveCodes = new Set(["6", "7", "8"]);

/**
 * What the response says about a person on a day. Active needs a statement for the health plan (30), for
 * no service type at all or for one that was asked, on a day within its dates; an inactive statement for
 * the same outweighs it. A rejection (AAA) anywhere above the benefits is a failure, and an answer
 * without any statement is unknown, never active.
 */
export function readAnswer(
  response: EligibilityResponse,
  { person }: PersonAnswer,
  asked: { readonly day: string; readonly serviceTypes: readonly string[] },
): EligibilityAnswer {
  const benefits = (person?.benefits ?? []).map(benefitFact);
  const dates = [...(response.subscriber?.dates ?? []), ...(person?.dates ?? [])];
  const plan = daysOf(dates);
  const statement = benefits.find(({ benefitCode }) => activeCodes.has(benefitCode));
  const planFrom = plan.from ?? statement?.effectiveFrom;
  const planTo = plan.to ?? statement?.effectiveTo;
  const named = { planName: statement?.planDescription, planFrom, planTo, benefits };
  const rejection = rejectionOf(response, person);
  if (rejection !== undefined) return { ...named, outcome: "failed", reason: rejection };
  const ours = benefits.filter((benefit) => isAboutPlan(benefit, asked.serviceTypes));
  const cannot = person?.benefits.flatMap(({ rejections }) => rejections).at(0);
  if (ours.some(({ benefitCode }) => inactiveCodes.has(benefitCode))) {
    return { ...named, outcome: "inactive", reason: ourReason("COVERAGE_INACTIVE") };
  }
  const active = ours.filter(({ benefitCode }) => activeCodes.has(benefitCode));
  if (active.length === 0) {
    const reason = cannot
      ? { code: cannot.reasonCode ?? "REJECTED", followUp: cannot.followUpCode }
      : ourReason("NO_STATEMENT");
    return { ...named, outcome: "unknown", reason };
  }
  const standings = active.map((benefit) =>
    standingOn(asked.day, {
      from: benefit.effectiveFrom ?? planFrom,
      to: benefit.effectiveTo ?? planTo,
    }),
  );
  if (standings.includes("within")) return { ...named, outcome: "active", reason: undefined };
  const isEarly = standings.includes("before");
  const reason = ourReason(isEarly ? "COVERAGE_NOT_STARTED" : "COVERAGE_ENDED");
  return { ...named, outcome: "inactive", reason };
}

const ourReason = (code: string): AnswerReason => ({ code, followUp: undefined });

function isAboutPlan({ serviceTypes }: BenefitFact, asked: readonly string[]): boolean {
  if (serviceTypes.length === 0) return true;
  return serviceTypes.some((type) => type === "30" || asked.includes(type));
}

function standingOn(
  day: string,
  { from, to }: { readonly from: string | undefined; readonly to: string | undefined },
): "before" | "within" | "after" {
  if (from !== undefined && day < from) return "before";
  return to !== undefined && day > to ? "after" : "within";
}

function rejectionOf(
  { source, receiver, subscriber }: EligibilityResponse,
  person: AnsweredPerson | undefined,
): AnswerReason | undefined {
  const parties = [source, receiver, subscriber, person];
  const rejection = parties.flatMap((party) => party?.rejections ?? [])[0];
  if (rejection === undefined) return undefined;
  return { code: rejection.reasonCode ?? "REJECTED", followUp: rejection.followUpCode };
}

/** Qualifiers of DTP01 that begin, end or span a plan, an eligibility or a benefit. */
const spans = new Set(["291", "307", "292"]);
const begins = new Set(["346", "356", "348"]);
const ends = new Set(["347", "357", "349"]);

function daysOf(dates: readonly QualifiedDate[]) {
  const from = dates.find(({ qualifier }) => begins.has(qualifier) || spans.has(qualifier))?.from;
  const end = dates.find(({ qualifier }) => ends.has(qualifier))?.from;
  const through = dates.find(({ qualifier }) => spans.has(qualifier))?.through;
  return { from, to: end ?? through };
}

const networks: Readonly<Record<string, Network>> = { Y: "in", N: "out", W: "both" };
const yesNo: Readonly<Record<string, "yes" | "no">> = { Y: "yes", N: "no" };

function benefitFact(benefit: Benefit): BenefitFact {
  const days = daysOf(benefit.dates);
  const other = benefit.relatedParties.find(({ entityCode }) =>
    ["PR", "PRP", "SEP", "TTP"].includes(entityCode),
  );
  return {
    benefitCode: benefit.benefitCode,
    coverageLevel: benefit.coverageLevel,
    serviceTypes: benefit.serviceTypes,
    insuranceType: benefit.insuranceType,
    planDescription: benefit.planDescription,
    timePeriod: benefit.timePeriod,
    cents: benefit.cents,
    share: benefit.share,
    quantityQualifier: benefit.quantityQualifier,
    quantity: benefit.quantity,
    needsAuthorization: yesNo[benefit.needsAuthorization ?? ""] ?? "unknown",
    network: networks[benefit.isInNetwork ?? ""] ?? "unknown",
    procedureCode: benefit.procedure?.code,
    effectiveFrom: days.from,
    effectiveTo: days.to,
    messages: benefit.messages,
    otherPayerName: other?.lastNameOrOrganization,
    otherPayerId: other?.id,
  };
}
