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
export type EnrollmentBroker = Party & {
  readonly accountNumber: string | undefined;
  /** ACT06. */
  readonly furtherAccountNumber?: string | undefined;
};

/** DMG04 to DMG11 of a member. */
export type MemberDemographics = {
  /** DMG04: M married, S single, D divorced, W widowed, U unmarried … */
  readonly maritalStatus?: string | undefined;
  /** DMG05: race or ethnicity, and codes of CDC's list (RET). */
  readonly races?:
    | readonly {
        readonly race: string | undefined;
        readonly code: string | undefined;
      }[]
    | undefined;
  /** DMG06: 1 citizen, 2 non-resident alien, 3 resident alien … */
  readonly citizenship?: string | undefined;
  /** DMG11: how race or ethnicity was told. */
  readonly raceCollection?: string | undefined;
};

/** ICM: what the member earns. Hours are decimal text. */
export type MemberIncome = {
  /** ICM01: 1 weekly, 2 biweekly, 4 monthly, 7 annual … */
  readonly frequency: string;
  readonly wageCents: number | undefined;
  readonly weeklyHours: string | undefined;
  readonly location: string | undefined;
  readonly grade: string | undefined;
};

/** HLH: N none, S substance, T tobacco, U unknown, X both; height in inches, weight in pounds. */
export type MemberHealth = {
  readonly substanceUse: string;
  readonly height: string | undefined;
  readonly weight: string | undefined;
};

/** LUI: a language that the member uses. */
export type MemberLanguage = {
  readonly qualifier: string | undefined;
  readonly code: string | undefined;
  readonly name: string | undefined;
  /** LUI04: 5 reading, 6 writing, 7 speaking, 8 native. */
  readonly use: string | undefined;
};

/** DSB with what stands below it. */
export type MemberDisability = {
  /** DSB01: 1 short term, 2 long term, 3 permanent or total, 4 none. */
  readonly kind: string;
  readonly diagnosisQualifier: string | undefined;
  readonly diagnosis: string | undefined;
  readonly dates: readonly QualifiedDate[];
};

/** PLA: why and since when a member has another provider. */
export type ProviderChange = {
  /** PLA01: 2 change. */
  readonly action: string;
  readonly entityCode: string;
  readonly on: string | undefined;
  readonly reason: string | undefined;
};

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
  readonly change?: ProviderChange | undefined;
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
export type EnrolledMember = Party &
  MemberDemographics & {
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
    /** EC: employment classes; always there when read, as are languages and disabilities. */
    readonly employmentClasses?: readonly { readonly codes: readonly string[] }[];
    readonly income?: MemberIncome | undefined;
    readonly health?: MemberHealth | undefined;
    readonly languages?: readonly MemberLanguage[];
    readonly disabilities?: readonly MemberDisability[];
    /** 70 as known before, 31 mailing address, 36 employer, M8 school, S3 custodial parent … */
    readonly relatedParties: readonly (Party & MemberDemographics)[];
    readonly coverages: readonly MemberCoverage[];
    readonly reportingCategories: readonly ReportingCategory[];
  };
