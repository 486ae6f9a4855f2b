/** What a claim is built from: the encounter and what the masters say on its day. */

export type AddressSource = {
  readonly line1: string | undefined;
  readonly line2: string | undefined;
  readonly city: string | undefined;
  readonly state: string | undefined;
  readonly postalCode: string | undefined;
};

export type PersonSource = {
  readonly lastName: string | undefined;
  readonly firstName: string | undefined;
  readonly middleName: string | undefined;
  readonly suffix: string | undefined;
  readonly dateOfBirth: string | undefined;
  readonly gender: string | undefined;
  readonly address: AddressSource;
};

export type PatientSource = PersonSource & { readonly dateOfDeath: string | undefined };

export type PayerSource = {
  readonly name: string;
  readonly identifier: string | undefined;
  readonly lineOfBusiness: string | undefined;
  readonly filingIndicator: string | undefined;
  readonly address: AddressSource;
};

/** A coverage of the patient on the day of service. */
export type CoverageSource = {
  readonly payer: PayerSource;
  readonly memberId: string;
  readonly groupNumber: string | undefined;
  readonly groupName: string | undefined;
  readonly filingIndicator: string | undefined;
  /** Why another payer stands before Medicare (SBR05). */
  readonly medicareSecondaryType: string | undefined;
  /** The patient's relation to the subscriber as in SBR02 and PAT01; 18 is self. */
  readonly relationship: string;
  /** Undefined when the patient is the subscriber. */
  readonly subscriber: PersonSource | undefined;
  readonly casualtyClaimNumber: string | undefined;
};

export type ProviderSource = {
  readonly npi: string;
  readonly isOrganization: boolean;
  readonly lastNameOrOrganization: string | undefined;
  readonly firstName: string | undefined;
  readonly middleName: string | undefined;
  readonly taxonomy: string | undefined;
  readonly taxId: string | undefined;
  readonly address: AddressSource;
  readonly phone: string | undefined;
};

export type FacilitySource = {
  readonly name: string;
  readonly npi: string | undefined;
  readonly placeOfService: string;
  readonly cliaNumber: string | undefined;
  readonly address: AddressSource;
};

/** A service that was charged. */
export type ChargeSource = {
  readonly procedureCode: string;
  readonly modifiers: readonly string[];
  /** Decimal text. */
  readonly units: string | undefined;
  readonly chargedCents: number;
  /** Positions of diagnoses from 1. */
  readonly diagnosisPointers: readonly number[];
  readonly placeOfService: string | undefined;
  readonly serviceFrom: string | undefined;
  readonly serviceThrough: string | undefined;
  readonly isEmergency: boolean;
  readonly ndc: string | undefined;
  /** Decimal text, with its unit of measure (UN, ML, GR, F2, ME). */
  readonly ndcQuantity: string | undefined;
  readonly ndcUnit: string | undefined;
  readonly note: string | undefined;
};

/** The visit in which the services happened. */
export type EncounterSource = {
  readonly serviceFrom: string;
  readonly serviceThrough: string | undefined;
  readonly placeOfService: string | undefined;
  /** ICD-10-CM codes with or without their point, the principal one first. */
  readonly diagnoses: readonly string[];
  readonly lines: readonly ChargeSource[];
  readonly priorAuthorization: string | undefined;
  readonly referralNumber: string | undefined;
  /** AA auto accident, EM employment, OA other accident (CLM11). */
  readonly relatedCauses: readonly string[];
  readonly accidentState: string | undefined;
  readonly accidentOn: string | undefined;
  readonly onsetOn: string | undefined;
  readonly lastMenstrualOn: string | undefined;
  readonly admittedOn: string | undefined;
  readonly dischargedOn: string | undefined;
  readonly patientPaidCents: number | undefined;
  readonly note: string | undefined;
};

/** Everything one professional claim says, before it is one. */
export type ClaimSources = {
  readonly encounter: EncounterSource;
  readonly patient: PatientSource;
  /** Those in force on the day of service, the first payer first. */
  readonly coverages: readonly CoverageSource[];
  readonly providers: {
    readonly billing: ProviderSource | undefined;
    readonly rendering: ProviderSource | undefined;
    readonly referring: ProviderSource | undefined;
    readonly supervising: ProviderSource | undefined;
  };
  readonly facility: FacilitySource | undefined;
  /** Where payers send checks, when that is not the billing provider's address. */
  readonly payTo: AddressSource | undefined;
};
