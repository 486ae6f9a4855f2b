/** What an answer comes to for a coverage on a day. */
export type EligibilityOutcome = "active" | "inactive" | "unknown" | "failed";

/** EB12: whether a benefit holds with providers of the network, outside of it, or with both. */
export type Network = "in" | "out" | "both" | "unknown";

/** One EB segment as it is kept; what was not stated is undefined. */
export type BenefitFact = {
  /** EB01. */
  readonly benefitCode: string;
  readonly coverageLevel: string | undefined;
  readonly serviceTypes: readonly string[];
  readonly insuranceType: string | undefined;
  readonly planDescription: string | undefined;
  /** EB06: 23 calendar year, 24 year to date, 27 visit, 29 remaining … */
  readonly timePeriod: string | undefined;
  readonly cents: number | undefined;
  /** Decimal text: .2 is 20 %. */
  readonly share: string | undefined;
  readonly quantityQualifier: string | undefined;
  readonly quantity: string | undefined;
  /** EB11. */
  readonly needsAuthorization: "yes" | "no" | "unknown";
  readonly network: Network;
  readonly procedureCode: string | undefined;
  readonly effectiveFrom: string | undefined;
  readonly effectiveTo: string | undefined;
  readonly messages: readonly string[];
  /** Loop 2120 NM1*PR. */
  readonly otherPayerName: string | undefined;
  readonly otherPayerId: string | undefined;
};

/** Why an answer says nothing about the coverage: AAA03 and AAA04, or a code of ours. */
export type AnswerReason = {
  readonly code: string;
  readonly followUp: string | undefined;
};

/** What a 271 says about one person on one day. */
export type EligibilityAnswer = {
  readonly outcome: EligibilityOutcome;
  readonly reason: AnswerReason | undefined;
  readonly planName: string | undefined;
  readonly planFrom: string | undefined;
  readonly planTo: string | undefined;
  readonly benefits: readonly BenefitFact[];
};
