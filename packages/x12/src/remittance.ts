import type { RemittanceClaimDetails, RemittanceDetails } from "./remittance-details.ts";
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

/** An account that money is paid from or to: BPR06 to BPR09, or BPR12 to BPR15. */
export type BankAccount = {
  /** 01 ABA routing number, 04 Canadian bank and branch. */
  readonly routingQualifier: string | undefined;
  readonly routingNumber: string | undefined;
  /** DA demand deposit, SG savings. */
  readonly accountQualifier: string | undefined;
  readonly accountNumber: string | undefined;
};

/** BPR, TRN and the parties of one 835 transaction set: one payment. */
export type Remittance835 = RemittanceDetails & {
  readonly header: TransactionHeader;
  /** BPR01: I, H, P, C, D, U, X. */
  readonly handlingCode: string;
  /** BPR02. */
  readonly paidCents: number;
  /** BPR03: C credit, D debit. */
  readonly creditOrDebit: string;
  /** BPR04: ACH, BOP, CHK, FWT, NON. */
  readonly paymentMethod: string;
  /** BPR05: CCP, CTX; only electronic payments have it. */
  readonly paymentFormat?: string;
  readonly payerAccount?: BankAccount;
  readonly payeeAccount?: BankAccount;
  /** BPR16. */
  readonly effectiveOn: string | undefined;
  /** TRN02. */
  readonly traceNumber: string;
  /** TRN03. */
  readonly originatingCompanyId: string | undefined;
  readonly supplementalCode: string | undefined;
  readonly receiverId: string | undefined;
  /** DTM*405. */
  readonly producedOn: string | undefined;
  readonly payer: Party | undefined;
  readonly payee: Party | undefined;
};

export type RemittanceServiceLine = {
  readonly range: SegmentRange;
  /** 1-based position within the claim. */
  readonly number: number;
  /** SVC01: as adjudicated. */
  readonly procedure: Procedure | undefined;
  /** SVC06: as submitted, when the payer changed it. */
  readonly submittedProcedure: Procedure | undefined;
  readonly chargedCents: number;
  readonly paidCents: number;
  readonly revenueCode: string | undefined;
  /** SVC05 and SVC07, decimal text. */
  readonly paidQuantity: string | undefined;
  readonly submittedQuantity: string | undefined;
  readonly serviceFrom: string | undefined;
  readonly serviceThrough: string | undefined;
  readonly lineItemControlNumber: string | undefined;
  readonly adjustments: readonly ClaimAdjustment[];
  /** LQ*HE. */
  readonly remarkCodes: readonly string[];
  /** LQ*RX: reject codes of pharmacy claims (NCPDP). */
  readonly rejectCodes?: readonly string[];
  readonly references: readonly Reference[];
  /** AMT*B6 is the allowed amount. */
  readonly amounts: readonly QualifiedAmount[];
  readonly quantities: readonly QualifiedQuantity[];
  readonly dates: readonly QualifiedDate[];
};

/** One CLP loop. */
export type RemittanceClaim835 = RemittanceClaimDetails & {
  readonly range: SegmentRange;
  /** 1-based position within the transaction set. */
  readonly number: number;
  /** CLP01. */
  readonly patientControlNumber: string;
  /** CLP02. */
  readonly statusCode: string;
  readonly chargedCents: number;
  readonly paidCents: number;
  /** CLP05; absent is not zero. */
  readonly patientResponsibilityCents: number | undefined;
  readonly filingIndicator: string | undefined;
  /** CLP07. */
  readonly payerClaimControlNumber: string | undefined;
  readonly facilityCode: string | undefined;
  readonly frequencyCode: string | undefined;
  readonly diagnosisRelatedGroup: string | undefined;
  readonly adjustments: readonly ClaimAdjustment[];
  /** MOA03-07, MIA05 and MIA20-23. */
  readonly remarkCodes: readonly string[];
  /** NM1 by entity code: QC patient, IL subscriber, 74 corrected subscriber, 82 rendering, TT crossover, PR corrected priority. */
  readonly parties: readonly Party[];
  readonly references: readonly Reference[];
  readonly dates: readonly QualifiedDate[];
  /** DTM*232 and DTM*233, else the span of the lines. */
  readonly serviceFrom: string | undefined;
  readonly serviceThrough: string | undefined;
  /** DTM*050. */
  readonly receivedOn: string | undefined;
  readonly amounts: readonly QualifiedAmount[];
  readonly quantities: readonly QualifiedQuantity[];
  readonly lines: readonly RemittanceServiceLine[];
};

/** One reason of a PLB segment. Positive cents reduce the payment. */
export type ProviderAdjustment835 = {
  readonly range: SegmentRange;
  /** PLB01. */
  readonly providerId: string;
  /** PLB02. */
  readonly fiscalPeriodEnd: string | undefined;
  /** PLB03-1. */
  readonly reasonCode: string;
  /** PLB03-2. */
  readonly referenceId: string | undefined;
  readonly cents: number;
};
