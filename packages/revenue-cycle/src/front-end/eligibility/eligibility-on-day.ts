import type { EligibilityOutcome } from "./eligibility.ts";

/** A benefit that names somebody else who pays, or says whether an authorization is wanted. */
export type TellingBenefit = {
  /** EB01. */
  readonly benefitCode: string;
  /** EB04. */
  readonly insuranceType: string | undefined;
  readonly effectiveFrom: string | undefined;
  readonly effectiveTo: string | undefined;
  readonly otherPayerName: string | undefined;
};

/** A payer's answer about a coverage. */
export type AnsweredCheck = {
  readonly checkId: number;
  /** The day that was asked about. */
  readonly serviceDay: string;
  readonly outcome: EligibilityOutcome;
  readonly answeredOn: string;
  readonly planName: string | undefined;
  readonly planFrom: string | undefined;
  readonly planTo: string | undefined;
  readonly benefits: readonly TellingBenefit[];
};

/** What the answers on file come to for a day of service. */
export type EligibilityOnDay = {
  /** Undefined: nobody asked in a way that tells of this day. */
  readonly status: "active" | "inactive" | "unknown" | undefined;
  /** When the payer last answered, about whichever day. */
  readonly checkedOn: string | undefined;
  readonly planName: string | undefined;
  /** A payer that the answer names beside this one, on the day. */
  readonly otherPayer: string | undefined;
  /** The Medicare Advantage plan that Medicare's answer names, on the day. */
  readonly medicareAdvantagePlan: string | undefined;
};

/**
 * What is known of a day from all answers about a coverage. The latest answer about the very day decides;
 * without one the latest answer whose plan days tell of it: a day within them is active, one outside is
 * not. An answer about an earlier day with an open end says nothing of a later day.
 */
export function eligibilityOn(checks: readonly AnsweredCheck[], day: string): EligibilityOnDay {
  const latestFirst = [...checks].sort((one, other) => other.checkId - one.checkId);
  const ofDay = latestFirst.find(({ serviceDay }) => serviceDay === day);
  const telling = ofDay ?? latestFirst.find((check) => standingBeside(check, day) !== undefined);
  const status =
    ofDay === undefined ? telling && standingBeside(telling, day) : statusOf(ofDay.outcome);
  const benefits = telling?.benefits.filter((benefit) => holdsOn(benefit, day)) ?? [];
  const advantage = benefits.find(isMedicareAdvantage);
  const other = benefits.find(
    (benefit) => benefit.benefitCode === "R" && benefit.otherPayerName !== undefined,
  );
  return {
    status,
    checkedOn: latestFirst[0]?.answeredOn,
    planName: telling?.planName,
    otherPayer: other?.otherPayerName,
    medicareAdvantagePlan: advantage && (advantage.otherPayerName ?? "a plan without a name"),
  };
}

function statusOf(outcome: AnsweredCheck["outcome"]): EligibilityOnDay["status"] {
  return outcome === "active" || outcome === "inactive" ? outcome : "unknown";
}

/** What an answer about another day says of this one. */
function standingBeside(
  { outcome, serviceDay, planFrom, planTo }: AnsweredCheck,
  day: string,
): "active" | "inactive" | undefined {
  if (outcome !== "active" && outcome !== "inactive") return undefined;
  if (planFrom !== undefined && day < planFrom) return "inactive";
  if (planTo !== undefined && day > planTo) return "inactive";
  if (outcome === "inactive" || planFrom === undefined) return undefined;
  return day <= serviceDay || planTo !== undefined ? "active" : undefined;
}

function holdsOn({ effectiveFrom, effectiveTo }: TellingBenefit, day: string): boolean {
  return (effectiveFrom ?? day) <= day && day <= (effectiveTo ?? day);
}

/** Kinds of plan under which Medicare names an Advantage plan (EB04 beside EB01 R). */
const advantageTypes = new Set(["HM", "HN", "IN", "PR", "PS"]);

function isMedicareAdvantage({ benefitCode, insuranceType }: TellingBenefit): boolean {
  return benefitCode === "R" && advantageTypes.has(insuranceType ?? "");
}

/**
 * Whether a payer names another plan than is on file: both are stated and neither's words hold the
 * other's. Undefined where one of them is not stated.
 */
export function isOtherPlan(
  told: string | undefined,
  onFile: string | undefined,
): boolean | undefined {
  const words = (name: string | undefined) =>
    new Set((name ?? "").toUpperCase().match(/[A-Z0-9]+/g) ?? []);
  const [ofPayer, ours] = [words(told), words(onFile)];
  if (ofPayer.size === 0 || ours.size === 0) return undefined;
  const holds = (all: ReadonlySet<string>, some: ReadonlySet<string>) =>
    [...some].every((word) => all.has(word));
  return !holds(ofPayer, ours) && !holds(ours, ofPayer);
}
