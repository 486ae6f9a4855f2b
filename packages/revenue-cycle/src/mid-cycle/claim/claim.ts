import type { NamedCoverage } from "../../masters/coverage/named-coverage.ts";
import type { NamedPatient } from "../../masters/patient/patient.ts";
import type { NamedPayer } from "../../masters/payer/payer.ts";
import type { NamedProvider, Payee } from "../../masters/provider/provider.ts";

export type ClaimKind = "professional" | "institutional" | "dental";

/** Whether a claim bills for the first time, replaces or voids an earlier one (CLM05-3). */
export type ClaimFrequency = "original" | "replacement" | "void";

/** One line of a claim as it was sent. Money in cents, quantities as decimal text. */
export type SentServiceLine = {
  readonly lineNumber: number;
  readonly lineItemControlNumber: string | undefined;
  readonly procedureQualifier: string | undefined;
  readonly procedureCode: string | undefined;
  readonly modifiers: readonly string[];
  readonly revenueCode: string | undefined;
  readonly chargedCents: number;
  readonly unitOfMeasure: string | undefined;
  readonly units: string | undefined;
  readonly serviceFrom: string | undefined;
  readonly serviceThrough: string | undefined;
  readonly placeOfService: string | undefined;
  readonly diagnosisPointers: readonly number[];
  readonly ndc: string | undefined;
};

/** Where in its transaction set a claim stands. */
export type ClaimRange = {
  readonly segmentFrom: number;
  readonly segmentTo: number;
  readonly byteFrom: number;
  readonly byteTo: number;
};

/** A claim as one 837 says it, in our terms. */
export type SentClaim = {
  readonly kind: ClaimKind;
  readonly patientControlNumber: string;
  readonly controlNumberKey: string;
  /** Empty when the billing provider has no NPI. */
  readonly billingProviderNpi: string;
  readonly frequencyCode: string;
  readonly frequency: ClaimFrequency;
  readonly payer: NamedPayer;
  /** What the claim says of the patient's coverages. */
  readonly coverages: readonly NamedCoverage[];
  readonly coverageSequence: string;
  readonly furtherPayers: number;
  readonly filingIndicator: string | undefined;
  readonly memberId: string | undefined;
  readonly memberIdKey: string | undefined;
  readonly patient: NamedPatient;
  readonly renderingNpi: string | undefined;
  readonly facilityCode: string | undefined;
  readonly serviceFrom: string | undefined;
  readonly serviceThrough: string | undefined;
  readonly chargedCents: number;
  readonly diagnosisCodes: readonly string[];
  readonly priorAuthorization: string | undefined;
  readonly originalPayerClaimControlNumber: string | undefined;
  readonly lines: readonly SentServiceLine[];
  readonly providers: readonly NamedProvider[];
  readonly payees: readonly Payee[];
  readonly range: ClaimRange;
  /** What was billed, as text whose digest recognises the same claim sent again. */
  readonly content: string;
};
