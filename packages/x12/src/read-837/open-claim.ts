import type {
  Claim837,
  ClaimCode,
  ClaimServiceLine,
  LineAdjudication,
  OtherCoverage,
} from "../claim.ts";
import type { ClaimDetails, LineDetails, PatientFacts } from "../claim-details.ts";
import { noItems } from "../lists.ts";
import type { OpenParty } from "../party.ts";
import type { Segment } from "../segment.ts";
import type { QualifiedAmount, QualifiedDate, Reference } from "../transaction.ts";

export type Note = { readonly qualifier: string; readonly text: string };

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** What SBR (and PAT) say of a coverage. */
export type OpenCoverage = {
  readonly sequence: string;
  readonly relationship: string | undefined;
  readonly groupNumber: string | undefined;
  readonly groupName: string | undefined;
  readonly insuranceType: string | undefined;
  readonly filingIndicator: string | undefined;
};

/** The coverage that an SBR segment opens. */
export function coverageOf(segment: Segment): OpenCoverage {
  return {
    sequence: segment.text(1) ?? "",
    relationship: segment.text(2),
    groupNumber: segment.text(3),
    groupName: segment.text(4),
    insuranceType: segment.text(5),
    filingIndicator: segment.text(9),
  };
}

/** Loop 2000A while it is open; shared by the claims under it. */
export type BillingLevel = {
  readonly hierarchyId: string | undefined;
  taxonomy: string | undefined;
  currency: string | undefined;
  payToPlan: OpenParty | undefined;
  provider: OpenParty | undefined;
  payTo: OpenParty | undefined;
};

/** Loop 2000B while it is open. */
export type SubscriberLevel = {
  readonly hierarchyId: string | undefined;
  coverage: OpenCoverage | undefined;
  patientFacts: PatientFacts | undefined;
  subscriber: OpenParty | undefined;
  payer: OpenParty | undefined;
};

/** Loop 2000C while it is open. */
export type PatientLevel = {
  readonly hierarchyId: string | undefined;
  relationship: string | undefined;
  patientFacts: PatientFacts | undefined;
  patient: OpenParty | undefined;
};

export type OpenOtherCoverage = Writable<
  Omit<OtherCoverage, "subscriber" | "payer" | "providers">
> & {
  subscriber: OpenParty | undefined;
  payer: OpenParty | undefined;
  providers?: readonly OpenParty[];
};

export type OpenAdjudication = Writable<LineAdjudication>;

export type OpenDrug = Writable<NonNullable<ClaimServiceLine["drug"]>>;

export type OpenLine = Writable<LineDetails> &
  Writable<
    Pick<
      ClaimServiceLine,
      | "number"
      | "procedure"
      | "revenueCode"
      | "unitOfMeasure"
      | "quantity"
      | "placeOfService"
      | "diagnosisPointers"
      | "emergency"
      | "nonCoveredCents"
      | "serviceFrom"
      | "serviceThrough"
      | "lineItemControlNumber"
      | "teeth"
      | "dates"
      | "references"
      | "amounts"
      | "quantities"
      | "notes"
    >
  > & {
    /** Undefined as long as no charge could be read. */
    chargedCents: number | undefined;
    drug: OpenDrug | undefined;
    oralCavity?: readonly string[];
    prosthesis?: string;
    parties: readonly OpenParty[];
    adjudications: readonly OpenAdjudication[];
  };

/** Loop 2300 while it is open. */
export type OpenClaim = {
  readonly first: Segment;
  last: Segment;
  segments: number;
  readonly billing: BillingLevel | undefined;
  readonly subscriberLevel: SubscriberLevel | undefined;
  readonly patientLevel: PatientLevel | undefined;
  readonly patientControlNumber: string | undefined;
  readonly chargedCents: number | undefined;
  otherCoverages: readonly OpenOtherCoverage[];
  codes: readonly ClaimCode[];
  dates: readonly QualifiedDate[];
  dischargeTime: string | undefined;
  admission: Claim837["admission"] | undefined;
  references: readonly Reference[];
  amounts: readonly QualifiedAmount[];
  notes: readonly Note[];
  attachments: Claim837["attachments"];
  parties: readonly OpenParty[];
  lines: readonly OpenLine[];
  /** Made when the first of them is read. */
  details: ClaimDetails | undefined;
  /** The LX segments of `lines`. */
  lineSegments: readonly Segment[];
};

/** A service line before its segments are read. */
export function emptyLine(number: number): OpenLine {
  return {
    number,
    procedure: undefined,
    revenueCode: undefined,
    chargedCents: undefined,
    unitOfMeasure: undefined,
    quantity: undefined,
    placeOfService: undefined,
    diagnosisPointers: noItems(),
    emergency: false,
    nonCoveredCents: undefined,
    serviceFrom: undefined,
    serviceThrough: undefined,
    lineItemControlNumber: undefined,
    drug: undefined,
    teeth: noItems(),
    dates: noItems(),
    references: noItems(),
    amounts: noItems(),
    quantities: noItems(),
    notes: noItems(),
    parties: noItems(),
    adjudications: noItems(),
  };
}

/** The other coverage that an SBR segment of loop 2320 opens. */
export function otherCoverageOf(segment: Segment): OpenOtherCoverage {
  return {
    ...coverageOf(segment),
    subscriber: undefined,
    payer: undefined,
    adjustments: noItems(),
    amounts: noItems(),
    benefitsAssigned: undefined,
    releaseOfInformation: undefined,
    remarkCodes: noItems(),
    adjudicatedOn: undefined,
  };
}

export type ClaimLevels = {
  readonly billing: BillingLevel | undefined;
  readonly subscriberLevel: SubscriberLevel | undefined;
  readonly patientLevel: PatientLevel | undefined;
};

export type ClaimHead = {
  readonly patientControlNumber: string | undefined;
  readonly chargedCents: number | undefined;
};

/** A claim as its CLM segment opens it, with the levels it stands under. */
export function emptyClaim(first: Segment, levels: ClaimLevels, head: ClaimHead): OpenClaim {
  return {
    first,
    last: first,
    segments: 1,
    billing: levels.billing,
    subscriberLevel: levels.subscriberLevel,
    patientLevel: levels.patientLevel,
    patientControlNumber: head.patientControlNumber,
    chargedCents: head.chargedCents,
    otherCoverages: noItems(),
    codes: noItems(),
    dates: noItems(),
    dischargeTime: undefined,
    admission: undefined,
    references: noItems(),
    amounts: noItems(),
    notes: noItems(),
    attachments: noItems(),
    parties: noItems(),
    lines: noItems(),
    details: undefined,
    lineSegments: noItems(),
  };
}
