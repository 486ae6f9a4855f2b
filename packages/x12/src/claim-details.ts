import type { Party, Procedure, Reference } from "./transaction.ts";

/** CN1: how a claim or line is priced by a contract. Percents and discounts are decimal text. */
export type ClaimContract = {
  /** CN101: 02 per diem, 03 variable per diem, 04 flat, 05 capitated, 06 percent, 09 other. */
  readonly type: string;
  readonly cents: number | undefined;
  readonly percent: string | undefined;
  readonly code: string | undefined;
  readonly termsDiscount: string | undefined;
  readonly version: string | undefined;
};

/** HCP: what a repricing organization made of a claim or line. Rates and quantities are decimal text. */
export type ClaimPricing = {
  /** HCP01. */
  readonly method: string;
  readonly allowedCents: number | undefined;
  readonly savedCents: number | undefined;
  readonly organizationId: string | undefined;
  readonly rate: string | undefined;
  readonly patientGroup: string | undefined;
  readonly patientGroupCents: number | undefined;
  readonly revenueCode: string | undefined;
  readonly codeQualifier: string | undefined;
  readonly code: string | undefined;
  readonly unitOfMeasure: string | undefined;
  readonly quantity: string | undefined;
  /** HCP13: why it was not priced. */
  readonly rejection: string | undefined;
  readonly policyCompliance: string | undefined;
  readonly exception: string | undefined;
};

/** CR1: an ambulance transport. Weight in pounds and distance in miles, as decimal text. */
export type AmbulanceTransport = {
  readonly weight: string | undefined;
  /** CR103: I initial, R return, T transfer, X round trip; older files and reviews only. */
  readonly kind: string | undefined;
  /** CR104: A nearest facility, B preferred, C family, D specialist, E rehabilitation. */
  readonly reason: string | undefined;
  readonly miles: string | undefined;
  readonly roundTripPurpose: string | undefined;
  readonly stretcherPurpose: string | undefined;
};

/** CR2: spinal manipulation. */
export type SpinalManipulation = {
  /** CR208: A acute, C chronic, M acute manifestation of a chronic condition … */
  readonly condition: string | undefined;
  readonly description: string | undefined;
  readonly further: string | undefined;
};

/** CRC: conditions of one category that apply, or that do not. */
export type ConditionIndicator = {
  /** CRC01: 07 ambulance, 09 equipment, 70 hospice, 75 homebound, E1 to E3 vision, ZZ EPSDT referral. */
  readonly category: string;
  /** CRC02. */
  readonly applies: boolean;
  readonly codes: readonly string[];
};

/** CR3: how long a piece of equipment is certified for. */
export type EquipmentCertification = {
  /** CR301: I initial, R renewal, S revised. */
  readonly kind: string;
  /** Decimal text. */
  readonly months: string | undefined;
};

/** SV5: durable medical equipment, rented or bought. */
export type EquipmentService = {
  readonly procedure: Procedure | undefined;
  /** Days, as decimal text. */
  readonly lengthOfNeed: string | undefined;
  readonly rentalCents: number | undefined;
  readonly purchaseCents: number | undefined;
  /** SV506: 1 weekly, 4 monthly, 6 daily. */
  readonly rentalFrequency: string | undefined;
};

/** MEA: a test result. */
export type Measurement = {
  /** MEA01: TR test result, OG original starting dosage. */
  readonly kind: string;
  /** MEA02: HT height, R1 hemoglobin, R2 hematocrit, R3 epoetin starting dosage, R4 creatinine. */
  readonly qualifier: string;
  /** Decimal text. */
  readonly value: string | undefined;
};

/** PS1: a service that was bought from another provider. */
export type PurchasedService = {
  readonly providerId: string;
  readonly cents: number | undefined;
};

/** PWK: a document that belongs to a claim or line. */
export type ClaimAttachment = {
  readonly reportType: string;
  readonly transmission: string;
  readonly controlNumber: string | undefined;
};

/** LQ and FRM: a form such as a certificate of medical necessity, with its answers. */
export type CertificateForm = {
  /** LQ01: UT a form of a DME contractor, AS a form type. */
  readonly list: string;
  readonly form: string;
  readonly answers: readonly {
    readonly question: string;
    /** FRM02: Y, N or W (not applicable). */
    readonly answer: string | undefined;
    readonly text: string | undefined;
    readonly date: string | undefined;
    /** Decimal text. */
    readonly percent: string | undefined;
  }[];
};

/** DN1: orthodontic treatment. Months are decimal text. */
export type Orthodontics = {
  readonly months: string | undefined;
  readonly monthsRemaining: string | undefined;
  readonly isOrthodontic: string | undefined;
  readonly description: string | undefined;
};

/** DN2: a tooth that is missing (M) or to be extracted (E). */
export type ToothStatus = { readonly tooth: string; readonly status: string };

/** PAT04 to PAT09: what a claim says of the patient besides the name. */
export type PatientFacts = {
  /** PAT04 of a dental claim: F full-time student, P part-time, N none. */
  readonly student: string | undefined;
  readonly diedOn: string | undefined;
  /** Pounds, as decimal text. */
  readonly weight: string | undefined;
  readonly isPregnant: boolean;
};

/** MIA: amounts and counts of an inpatient adjudication. Counts are decimal text. */
export type InpatientAdjudication = {
  readonly coveredDays: string | undefined;
  readonly operatingOutlierCents: number | undefined;
  readonly lifetimePsychiatricDays: string | undefined;
  readonly diagnosisGroupCents: number | undefined;
  readonly disproportionateShareCents: number | undefined;
  readonly passThroughCents: number | undefined;
  readonly capitalCents: number | undefined;
  readonly capitalFederalCents: number | undefined;
  readonly capitalHospitalCents: number | undefined;
  readonly capitalDisproportionateShareCents: number | undefined;
  readonly oldCapitalCents: number | undefined;
  readonly capitalTeachingCents: number | undefined;
  readonly operatingHospitalCents: number | undefined;
  readonly costReportDays: string | undefined;
  readonly operatingFederalCents: number | undefined;
  readonly capitalOutlierCents: number | undefined;
  readonly indirectTeachingCents: number | undefined;
  readonly professionalCents: number | undefined;
  readonly capitalExceptionCents: number | undefined;
  /** MIA05 and MIA20 to MIA23. */
  readonly remarkCodes: readonly string[];
};

/** MOA: amounts of an outpatient adjudication; its remarks stand with the claim's. */
export type OutpatientAdjudication = {
  /** Decimal text, a fraction of 1. */
  readonly reimbursementRate: string | undefined;
  readonly payableCents: number | undefined;
  readonly renalDiseaseCents: number | undefined;
  readonly professionalCents: number | undefined;
};

/** What few claims say; absent in the others. */
export type ClaimDetails = {
  /** CUR02 of the billing provider's level. */
  readonly currency?: string;
  /** Loop 2010AC: a plan that is to be paid in the provider's place. */
  readonly payToPlan?: Party;
  readonly patientFacts?: PatientFacts;
  /** CLM10: P signature generated by the provider. */
  readonly patientSignatureSource?: string;
  /** CLM11-5. */
  readonly accidentCountry?: string;
  /** CLM12: 02 handicapped children, 03 special federal funding, 05 disability, 09 second opinion. */
  readonly specialProgram?: string;
  readonly orthodontics?: Orthodontics;
  readonly toothStatuses?: readonly ToothStatus[];
  readonly contract?: ClaimContract;
  /** K3: text that the guide has no other place for. */
  readonly fileInformation?: readonly string[];
  readonly transport?: AmbulanceTransport;
  readonly spinalManipulation?: SpinalManipulation;
  readonly conditions?: readonly ConditionIndicator[];
  readonly pricing?: ClaimPricing;
};

/** What few lines say; absent in the others. */
export type LineDetails = {
  /** SV111: an EPSDT screening. */
  readonly isScreening?: true;
  /** SV112. */
  readonly isFamilyPlanning?: true;
  /** SV115 is 0. */
  readonly isCopayExempt?: true;
  readonly equipment?: EquipmentService;
  readonly attachments?: readonly ClaimAttachment[];
  /** PWK*CT: how a certificate of medical necessity is sent. */
  readonly certificateTransmission?: string;
  readonly transport?: AmbulanceTransport;
  readonly equipmentCertification?: EquipmentCertification;
  readonly conditions?: readonly ConditionIndicator[];
  readonly measurements?: readonly Measurement[];
  readonly contract?: ClaimContract;
  readonly fileInformation?: readonly string[];
  readonly purchasedService?: PurchasedService;
  readonly pricing?: ClaimPricing;
  readonly forms?: readonly CertificateForm[];
};

/** What few other coverages say; absent in the others. */
export type OtherCoverageDetails = {
  /** OI04: P signature generated by the provider. */
  readonly patientSignatureSource?: string;
  readonly inpatient?: InpatientAdjudication;
  readonly outpatient?: OutpatientAdjudication;
  /** Loops 2330C and after: providers by the numbers that this payer knows them by. */
  readonly providers?: readonly Party[];
};

/** What a drug of a line may say besides its number and quantity. */
export type DrugDetails = {
  /** LIN02 where it is not N4 (National Drug Code). */
  readonly qualifier?: string;
  /** REF of loop 2410: VY compound link, XZ prescription number. */
  readonly prescription?: Reference;
};
