import type {
  ClaimAttachment,
  ClaimDetails,
  DrugDetails,
  LineDetails,
  OtherCoverageDetails,
} from "./claim-details.ts";
import type {
  ClaimAdjustment,
  Party,
  Procedure,
  QualifiedAmount,
  QualifiedDate,
  QualifiedQuantity,
  Reference,
  SegmentRange,
  TransactionHeader,
} from "./transaction.ts";

/** BHT and the submitter and receiver of one 837 transaction set. */
export type ClaimSubmission = {
  readonly header: TransactionHeader;
  /** BHT03. */
  readonly referenceId: string;
  /** BHT02: 00 original, 18 reissue. */
  readonly purpose: string;
  /** BHT04 as a civil date. */
  readonly createdOn: string | undefined;
  /** BHT05, `HHMM` or with seconds. */
  readonly createdAt?: string;
  /** BHT06: CH chargeable, RP reporting, 31 subrogation demand. */
  readonly claimOrEncounter: string;
  readonly submitter: Party | undefined;
  readonly receiver: Party | undefined;
};

/** One coverage of the claim: SBR with its subscriber and payer (2000B/2010BA/2010BB or 2320/2330A/2330B). */
export type ClaimCoverage = {
  /** SBR01: P, S, T, A … H, U. */
  readonly sequence: string;
  /** SBR02, or PAT01 of the patient loop: 18 self, 01 spouse, 19 child … */
  readonly relationship: string | undefined;
  readonly groupNumber: string | undefined;
  readonly groupName: string | undefined;
  /** SBR05: Medicare secondary payer type. */
  readonly insuranceType: string | undefined;
  /** SBR09. */
  readonly filingIndicator: string | undefined;
  readonly subscriber: Party | undefined;
  readonly payer: Party | undefined;
};

/** An other payer of loop 2320 with what it decided about the claim. */
export type OtherCoverage = ClaimCoverage &
  OtherCoverageDetails & {
    readonly adjustments: readonly ClaimAdjustment[];
    readonly amounts: readonly QualifiedAmount[];
    /** OI03 and OI06. */
    readonly benefitsAssigned: string | undefined;
    readonly releaseOfInformation: string | undefined;
    readonly remarkCodes: readonly string[];
    readonly adjudicatedOn: string | undefined;
  };

/** A diagnosis, procedure or condition of an HI segment, in the order written. */
export type ClaimCode = {
  /** HI0x-1: ABK principal ICD-10-CM, ABF other, BK/BF ICD-9-CM, BBR/BBQ procedure, BH occurrence, BE value … */
  readonly qualifier: string;
  readonly code: string;
  readonly date: string | undefined;
  readonly through: string | undefined;
  readonly cents: number | undefined;
  /** HI0x-9: present on admission. */
  readonly presentOnAdmission: string | undefined;
};

/** SVD with the adjustments of one other payer for one line (loop 2430). */
export type LineAdjudication = {
  readonly payerId: string;
  readonly paidCents: number;
  readonly procedure: Procedure | undefined;
  readonly quantity: string | undefined;
  readonly bundledInto: string | undefined;
  /** SVD04 of an institutional line. */
  readonly revenueCode?: string;
  readonly adjustments: readonly ClaimAdjustment[];
  readonly adjudicatedOn: string | undefined;
  readonly remainingPatientLiabilityCents: number | undefined;
};

export type ClaimServiceLine = LineDetails & {
  /** LX01. */
  readonly number: number;
  readonly procedure: Procedure | undefined;
  /** SV201 of an institutional line. */
  readonly revenueCode: string | undefined;
  readonly chargedCents: number;
  /** SV103 UN units or MJ minutes; DA days. */
  readonly unitOfMeasure: string | undefined;
  /** Decimal text as written. */
  readonly quantity: string | undefined;
  readonly placeOfService: string | undefined;
  /** SV107: 1-based positions in the claim's diagnoses. */
  readonly diagnosisPointers: readonly number[];
  readonly emergency: boolean;
  /** SV207 non-covered charge. */
  readonly nonCoveredCents: number | undefined;
  readonly serviceFrom: string | undefined;
  readonly serviceThrough: string | undefined;
  /** REF*6R. */
  readonly lineItemControlNumber: string | undefined;
  /** LIN03 with CTP04/CTP05. */
  readonly drug:
    | (DrugDetails & {
        readonly ndc: string;
        readonly quantity: string | undefined;
        readonly unit: string | undefined;
      })
    | undefined;
  /** Tooth information of a dental line: code and surfaces. */
  readonly teeth: readonly {
    readonly tooth: string | undefined;
    readonly surfaces: readonly string[];
  }[];
  /** SV304 of a dental line: areas of the oral cavity. */
  readonly oralCavity?: readonly string[];
  /** SV305 of a dental line: I initial placement, R replacement. */
  readonly prosthesis?: string;
  readonly dates: readonly QualifiedDate[];
  readonly references: readonly Reference[];
  readonly amounts: readonly QualifiedAmount[];
  readonly quantities: readonly QualifiedQuantity[];
  readonly notes: readonly { readonly qualifier: string; readonly text: string }[];
  readonly parties: readonly Party[];
  readonly adjudications: readonly LineAdjudication[];
};

/** One claim of an 837 with everything of the hierarchy above it that it needs. */
export type Claim837 = ClaimDetails & {
  readonly kind: "837P" | "837I" | "837D";
  readonly range: SegmentRange;
  /** CLM01. */
  readonly patientControlNumber: string;
  /** CLM02. */
  readonly chargedCents: number;
  /** CLM05-1: place of service, or the first two digits of the type of bill. */
  readonly facilityCode: string | undefined;
  /** CLM05-2: B place of service, A type of bill. */
  readonly facilityCodeQualifier: string | undefined;
  /** CLM05-3: 1 original, 7 replacement, 8 void … */
  readonly frequencyCode: string;
  readonly providerSignatureOnFile: string | undefined;
  readonly assignment: string | undefined;
  readonly benefitsAssigned: string | undefined;
  readonly releaseOfInformation: string | undefined;
  /** CLM11: related causes (AA, EM, OA) and the state of an accident. */
  readonly relatedCauses: readonly string[];
  readonly accidentState: string | undefined;
  readonly delayReason: string | undefined;
  readonly billingProvider: Party | undefined;
  readonly payToAddress: Party | undefined;
  /** The coverage billed by this claim. */
  readonly coverage: ClaimCoverage;
  /** The patient; the subscriber when they are one person. */
  readonly patient: Party | undefined;
  /** PAT01 when the patient is not the subscriber. */
  readonly patientRelationship: string | undefined;
  readonly otherCoverages: readonly OtherCoverage[];
  readonly codes: readonly ClaimCode[];
  /** ICD codes of HI in pointer order, without qualifiers. */
  readonly diagnoses: readonly string[];
  readonly dates: readonly QualifiedDate[];
  /** Earliest and latest service date of the claim (DTP*434 or 472, else its lines). */
  readonly serviceFrom: string | undefined;
  readonly serviceThrough: string | undefined;
  readonly references: readonly Reference[];
  /** REF*F8: the payer's number of the claim that this one replaces or voids. */
  readonly originalPayerClaimControlNumber: string | undefined;
  readonly priorAuthorization: string | undefined;
  readonly referralNumber: string | undefined;
  readonly amounts: readonly QualifiedAmount[];
  readonly notes: readonly { readonly qualifier: string; readonly text: string }[];
  /** PWK: report type, transmission, control number. */
  readonly attachments: readonly ClaimAttachment[];
  /** Referring (DN), rendering (82), facility (77), supervising (DQ), attending (71) … */
  readonly parties: readonly Party[];
  readonly lines: readonly ClaimServiceLine[];
  /** DTP*096 of an institutional claim, `HHMM`. */
  readonly dischargeTime?: string;
  /** CL1 of an institutional claim: admission type and source, and the patient's status at its end. */
  readonly admission?: {
    readonly type: string | undefined;
    readonly source: string | undefined;
    readonly patientStatus: string | undefined;
  };
  /** CLM19 is PB: a dental predetermination, which asks for no payment. */
  readonly isPredetermination?: true;
};
