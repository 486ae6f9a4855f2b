/** One step of the ladder of appeals, with how long the decision may take. */
export type AppealLevel = {
  readonly level: string;
  /** Calendar days from sending until an answer is late. */
  readonly decisionDays: number;
  /** Where the days come from; the payer's contract or manual overrides. */
  readonly source: string;
};

const medicare: readonly AppealLevel[] = [
  { level: "reopening", decisionDays: 60, source: "42 CFR 405.980" },
  { level: "redetermination", decisionDays: 60, source: "42 CFR 405.950" },
  { level: "reconsideration", decisionDays: 60, source: "42 CFR 405.970" },
  { level: "hearing", decisionDays: 90, source: "42 CFR 405.1016" },
  { level: "council", decisionDays: 90, source: "42 CFR 405.1100" },
];
const medicareAdvantage: readonly AppealLevel[] = [
  { level: "provider-dispute", decisionDays: 60, source: "contract" },
  { level: "plan-reconsideration", decisionDays: 60, source: "42 CFR 422.590" },
];
const medicaid: readonly AppealLevel[] = [
  { level: "plan-appeal", decisionDays: 30, source: "42 CFR 438.408" },
  { level: "state-hearing", decisionDays: 90, source: "42 CFR 438.408(f)" },
];
const tricare: readonly AppealLevel[] = [
  { level: "allowable-charge-review", decisionDays: 60, source: "32 CFR 199.10" },
  { level: "reconsideration", decisionDays: 60, source: "32 CFR 199.10" },
];
const workersCompensation: readonly AppealLevel[] = [
  { level: "second-review", decisionDays: 60, source: "state" },
];
const commercial: readonly AppealLevel[] = [
  { level: "provider-dispute", decisionDays: 60, source: "contract" },
  { level: "internal-appeal", decisionDays: 60, source: "45 CFR 147.136; 29 CFR 2560.503-1" },
  { level: "external-review", decisionDays: 45, source: "45 CFR 147.136" },
];

const byFilingIndicator: Readonly<Record<string, readonly AppealLevel[]>> = {
  MA: medicare,
  MB: medicare,
  "16": medicareAdvantage,
  MC: medicaid,
  CH: tricare,
  WC: workersCompensation,
};

/** The levels of appeal against a payer of this claim filing indicator (SBR09), the lowest first. */
export function appealLevels(filingIndicator: string | undefined): readonly AppealLevel[] {
  return byFilingIndicator[filingIndicator ?? ""] ?? commercial;
}
