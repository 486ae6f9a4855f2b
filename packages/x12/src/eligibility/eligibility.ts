import type { RequestRejection, ServiceDelivery, Trace } from "../batch.ts";
import type {
  Party,
  Procedure,
  QualifiedAmount,
  QualifiedDate,
  Reference,
  SegmentRange,
} from "../transaction.ts";

/** The subscriber or a dependent of an inquiry or response. */
export type EligibilityPerson = Party & {
  readonly traces: readonly Trace[];
  /** INS02: 18 self, 01 spouse, 19 child … */
  readonly relationship: string | undefined;
  /** INS03 and INS04: 001 and 25 where what was asked about the person has been changed. */
  readonly maintenanceType?: string | undefined;
  readonly maintenanceReason?: string | undefined;
  /** INS17: birth order of a multiple birth. */
  readonly birthSequence: number | undefined;
  /** HI: diagnoses; always there when read. */
  readonly diagnoses?: readonly CodedDiagnosis[];
  readonly dates: readonly QualifiedDate[];
};

/** One diagnosis of HI: BK or ABK principal, BF or ABF other. */
export type CodedDiagnosis = { readonly qualifier: string; readonly code: string };

/** MPI: service in the armed forces. */
export type MilitaryService = {
  /** MPI01: A partial, C current, L latest, O oldest, P prior, S second most current, T third. */
  readonly informationStatus: string;
  readonly employmentStatus: string | undefined;
  readonly branch: string | undefined;
  readonly description: string | undefined;
  readonly rank: string | undefined;
  readonly from: string | undefined;
  readonly through: string | undefined;
};

/** EQ and what stands below it: one thing that is asked. */
export type EligibilityQuestion = {
  /** EQ01: service types such as 30 (health benefit plan coverage). */
  readonly serviceTypes: readonly string[];
  readonly procedure: Procedure | undefined;
  readonly coverageLevel: string | undefined;
  /** EQ05: positions in the person's diagnoses; always there when read. */
  readonly diagnosisPointers?: readonly string[];
  readonly amounts: readonly QualifiedAmount[];
  /** III02 with ZZ. */
  readonly placeOfService: string | undefined;
  readonly references: readonly Reference[];
  readonly dates: readonly QualifiedDate[];
};

export type InquiredPerson = EligibilityPerson & {
  readonly questions: readonly EligibilityQuestion[];
};

/** 270 (005010X279A1): what a receiver asks a source about one subscriber and the dependents. */
export type EligibilityInquiry = {
  readonly source: Party | undefined;
  readonly receiver: Party | undefined;
  readonly subscriber:
    | (InquiredPerson & { readonly dependents: readonly InquiredPerson[] })
    | undefined;
  readonly range: SegmentRange;
};

/** III: a diagnosis, place or nature that a benefit depends on. */
export type BenefitCondition = {
  readonly qualifier: string | undefined;
  readonly code: string | undefined;
  /** III03 and III04. */
  readonly category?: string | undefined;
  readonly text?: string | undefined;
};

/** EB and what stands below it: one benefit. */
export type Benefit = {
  /** EB01: 1 active coverage, 6 inactive, A coinsurance, B copay, C deductible, G out of pocket … */
  readonly benefitCode: string;
  /** EB02: IND, FAM … */
  readonly coverageLevel: string | undefined;
  readonly serviceTypes: readonly string[];
  readonly insuranceType: string | undefined;
  readonly planDescription: string | undefined;
  /** EB06: 23 calendar year, 29 remaining … */
  readonly timePeriod: string | undefined;
  readonly cents: number | undefined;
  /** EB08 as decimal text: .2 is 20 %. */
  readonly share: string | undefined;
  readonly quantityQualifier: string | undefined;
  readonly quantity: string | undefined;
  /** EB11: Y, N, U. */
  readonly needsAuthorization: string | undefined;
  /** EB12: Y, N, W not applicable, U. */
  readonly isInNetwork: string | undefined;
  readonly procedure: Procedure | undefined;
  /** EB14: positions in the person's diagnoses; always there when read. */
  readonly diagnosisPointers?: readonly string[];
  readonly deliveries: readonly ServiceDelivery[];
  readonly references: readonly Reference[];
  readonly dates: readonly QualifiedDate[];
  readonly rejections: readonly RequestRejection[];
  readonly messages: readonly string[];
  readonly conditions: readonly BenefitCondition[];
  /** Loop 2120: other payers, primary care providers, vendors … */
  readonly relatedParties: readonly RelatedParty[];
};

/** A party of loop 2120 with its relationship (NM110). */
export type RelatedParty = Party & { readonly relationship?: string | undefined };

export type AnsweredPerson = EligibilityPerson & {
  readonly rejections: readonly RequestRejection[];
  /** MPI; always there when read. */
  readonly militaryServices?: readonly MilitaryService[];
  readonly benefits: readonly Benefit[];
};

/** A party that may answer that it cannot answer. */
export type AnsweringParty = Party & { readonly rejections: readonly RequestRejection[] };

/**
 * 271 (005010X279A1): the answer about one subscriber and the dependents. Where the source or the
 * receiver was rejected already, there is no subscriber.
 */
export type EligibilityResponse = {
  readonly source: AnsweringParty | undefined;
  readonly receiver: AnsweringParty | undefined;
  readonly subscriber:
    | (AnsweredPerson & { readonly dependents: readonly AnsweredPerson[] })
    | undefined;
  readonly range: SegmentRange;
};
