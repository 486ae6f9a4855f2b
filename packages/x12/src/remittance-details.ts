import type { InpatientAdjudication, OutpatientAdjudication } from "./claim-details.ts";
import type { Contact } from "./transaction.ts";

/** TS3: the claims of one provider in a group, as Medicare Part A adds them up. */
export type ProviderSummary = {
  /** TS301. */
  readonly providerId: string;
  /** TS302: the first two digits of the type of bill. */
  readonly facilityCode: string;
  readonly fiscalPeriodEnd: string | undefined;
  /** Decimal text. */
  readonly claims: string | undefined;
  readonly chargedCents: number | undefined;
  readonly primaryPayerCents: number | undefined;
  readonly outsideLaboratoryCents: number | undefined;
  readonly codedChargesCents: number | undefined;
  readonly codedPayableCents: number | undefined;
  readonly professionalCents: number | undefined;
  readonly patientLiabilityMetCents: number | undefined;
  readonly patientReimbursedCents: number | undefined;
  /** Decimal text: claims under periodic interim payment. */
  readonly interimClaims: string | undefined;
  readonly interimAdjustmentCents: number | undefined;
};

/** TS2: amounts of prospective payment for one provider. Counts and weights are decimal text. */
export type ProspectiveSummary = {
  readonly diagnosisGroupCents: number | undefined;
  readonly federalCents: number | undefined;
  readonly hospitalCents: number | undefined;
  readonly disproportionateShareCents: number | undefined;
  readonly capitalCents: number | undefined;
  readonly medicalEducationCents: number | undefined;
  readonly outlierDays: string | undefined;
  readonly dayOutlierCents: number | undefined;
  readonly costOutlierCents: number | undefined;
  readonly averageStay: string | undefined;
  readonly discharges: string | undefined;
  readonly costReportDays: string | undefined;
  readonly coveredDays: string | undefined;
  readonly noncoveredDays: string | undefined;
  readonly passThroughCents: number | undefined;
  readonly averageWeight: string | undefined;
  readonly capitalFederalCents: number | undefined;
  readonly capitalHospitalCents: number | undefined;
  readonly capitalDisproportionateShareCents: number | undefined;
};

/** Loop 2000: the group that a claim payment stands in. */
export type RemittanceGroup = {
  /** LX01. */
  readonly number: number;
  readonly summary?: ProviderSummary;
  readonly prospective?: ProspectiveSummary;
};

/** RDM: how the remittance is sent to the payee. */
export type RemittanceDelivery = {
  /** RDM01: BM by mail, EM e-mail, FT file transfer, OL online. */
  readonly method: string;
  readonly name: string | undefined;
  readonly number: string | undefined;
};

/** What few remittances say; absent in the others. */
export type RemittanceDetails = {
  /** BPR10 where it differs from TRN03. */
  readonly payerCompanyId?: string;
  /** BPR11. */
  readonly payerSupplementalCode?: string;
  /** CUR02. */
  readonly currency?: string;
  /** REF*F2: the version of the payer's system. */
  readonly payerVersion?: string;
  readonly delivery?: RemittanceDelivery;
};

/** What few claim payments say; absent in the others. */
export type RemittanceClaimDetails = {
  /** The group, where it has a summary or is not the first. */
  readonly group?: RemittanceGroup;
  /** CLP12 and CLP13, as decimal text. */
  readonly diagnosisGroupWeight?: string;
  readonly dischargeFraction?: string;
  readonly inpatient?: InpatientAdjudication;
  readonly outpatient?: OutpatientAdjudication;
  /** PER of loop 2100. */
  readonly contacts?: readonly Contact[];
};
