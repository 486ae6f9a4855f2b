import type {
  Party,
  QualifiedAmount,
  QualifiedDate,
  QualifiedQuantity,
  Reference,
  SegmentRange,
  TransactionHeader,
} from "../transaction.ts";

/** N1*BO or N1*TV with its account. */
export type EnrollmentBroker = Party & { readonly accountNumber: string | undefined };

/** What one 834 says of itself. */
export type EnrollmentBatch = {
  readonly header: TransactionHeader;
  /** BGN01: 00 original, 15 resubmission, 22 copy. */
  readonly purpose: string;
  readonly referenceId: string;
  readonly createdOn: string | undefined;
  readonly time: string | undefined;
  readonly timeZone: string | undefined;
  readonly originalReferenceId: string | undefined;
  /** BGN08: 2 changes, 4 full file to compare, RX full replacement. */
  readonly action: string | undefined;
  readonly masterPolicyNumber: string | undefined;
  readonly dates: readonly QualifiedDate[];
  /** QTY: DT dependents, ET employees, TO total. */
  readonly counts: readonly QualifiedQuantity[];
  readonly sponsor: Party | undefined;
  readonly payer: Party | undefined;
  readonly brokers: readonly EnrollmentBroker[];
};

/** LX and NM1 of loop 2310. */
export type CoverageProvider = Party & {
  readonly number: string;
  /** NM110: whether the member is a patient of the provider already. */
  readonly relationship: string | undefined;
};

/** COB: another coverage of the member. */
export type MemberOtherCoverage = {
  /** COB01: P, S, T, U. */
  readonly sequence: string;
  readonly policyNumber: string | undefined;
  /** COB03: 1 coordinate, 5 unknown, 6 none. */
  readonly coordination: string | undefined;
  readonly serviceTypes: readonly string[];
  readonly references: readonly Reference[];
  readonly dates: readonly QualifiedDate[];
  readonly parties: readonly Party[];
};

/** HD: one line of coverage of the member. */
export type MemberCoverage = {
  /** HD01: 021 addition, 024 termination, 001 change, 030 audit … */
  readonly maintenanceType: string;
  /** HD03: HLT health, DEN dental, VIS vision … */
  readonly insuranceLine: string | undefined;
  readonly planDescription: string | undefined;
  readonly coverageLevel: string | undefined;
  readonly isLateEnrollee: string | undefined;
  readonly dates: readonly QualifiedDate[];
  readonly amounts: readonly QualifiedAmount[];
  readonly references: readonly Reference[];
  readonly identificationCards: readonly {
    readonly planDescription: string;
    readonly cardType: string;
    readonly quantity: string | undefined;
    readonly action: string | undefined;
  }[];
  readonly providers: readonly CoverageProvider[];
  readonly otherCoverages: readonly MemberOtherCoverage[];
};

/** LX and N1*75 of loop 2700. */
export type ReportingCategory = {
  readonly number: string;
  readonly name: string | undefined;
  readonly references: readonly Reference[];
  readonly dates: readonly QualifiedDate[];
};

/** 834 (005010X220A1) loop 2000: a subscriber or dependent. */
export type EnrolledMember = Party & {
  readonly range: SegmentRange;
  readonly isSubscriber: boolean;
  /** INS02: 18 self, 01 spouse, 19 child … */
  readonly relationship: string | undefined;
  /** INS03 and INS04. */
  readonly maintenanceType: string | undefined;
  readonly maintenanceReason: string | undefined;
  /** INS05: A active, C COBRA, S surviving, T TEFRA. */
  readonly benefitStatus: string | undefined;
  /** INS06: Medicare plan and reason for eligibility. */
  readonly medicare: readonly string[];
  readonly qualifyingEvent: string | undefined;
  readonly employmentStatus: string | undefined;
  readonly studentStatus: string | undefined;
  readonly isDisabled: string | undefined;
  readonly diedOn: string | undefined;
  readonly confidentiality: string | undefined;
  readonly birthSequence: number | undefined;
  /** REF*0F and REF*1L; further ones are `references`. */
  readonly subscriberNumber: string | undefined;
  readonly groupNumber: string | undefined;
  readonly dates: readonly QualifiedDate[];
  readonly amounts: readonly QualifiedAmount[];
  /** 70 as known before, 31 mailing address, 36 employer, M8 school, S3 custodial parent … */
  readonly relatedParties: readonly Party[];
  readonly coverages: readonly MemberCoverage[];
  readonly reportingCategories: readonly ReportingCategory[];
};
