import type { BankAccount } from "../remittance.ts";
import type { RemittanceDelivery } from "../remittance-details.ts";
import type {
  Party,
  QualifiedDate,
  Reference,
  SegmentRange,
  TransactionHeader,
} from "../transaction.ts";

/** BPR, TRN and the parties of one 820. */
export type PremiumPayment = {
  readonly header: TransactionHeader;
  readonly handlingCode: string;
  readonly paidCents: number;
  readonly creditOrDebit: string | undefined;
  readonly paymentMethod: string | undefined;
  readonly paymentFormat: string | undefined;
  readonly payerAccount: BankAccount | undefined;
  readonly payeeAccount: BankAccount | undefined;
  readonly effectiveOn: string | undefined;
  readonly traceNumber: string | undefined;
  readonly originatingCompanyId: string | undefined;
  /** TRN01 and TRN04. */
  readonly traceKind?: string | undefined;
  readonly supplementalId?: string | undefined;
  /** BPR10 and BPR11. */
  readonly payerCompanyId?: string | undefined;
  readonly payerSupplementalCode?: string | undefined;
  readonly currency?: { readonly entityCode: string; readonly code: string } | undefined;
  readonly references: readonly Reference[];
  /** DTM: 009 processed, 035 delivered, 582 coverage period, 097 created. */
  readonly dates: readonly QualifiedDate[];
  readonly premiumReceiver: PremiumParty | undefined;
  readonly premiumPayer: PremiumParty | undefined;
  /** Loop 1000C; always there when read. */
  readonly banks?: readonly PremiumParty[];
};

/** A party with the second line of its name (N2) and how remittances are sent to it (RDM). */
export type PremiumParty = Party & {
  readonly furtherName?: string | undefined;
  readonly delivery?: RemittanceDelivery | undefined;
};

/** IT1: charges and member counts of an invoice. */
export type PremiumLine = {
  readonly number: string;
  readonly charges: readonly PremiumCharge[];
  readonly counts: readonly PremiumCount[];
};

/** SAC: a charge; `amount` is the whole number of SAC05, whose decimals the payer sets. */
export type PremiumCharge = {
  readonly code: string;
  readonly amount: string | undefined;
};

/** SLN: how many members, as decimal text, of which kind (10 group, IE individual, PR family). */
export type PremiumCount = {
  readonly number: string;
  readonly quantity: string | undefined;
  readonly kind: string | undefined;
};

/** ADX: an adjustment; negative cents reduce what is paid. */
export type PremiumAdjustment = { readonly cents: number; readonly reasonCode: string };

/** RMR: what is paid, with its adjustments. */
export type PremiumItem = {
  /** RMR01 and RMR02: IK invoice, AZ health insurance policy number … */
  readonly qualifier: string;
  readonly id: string;
  readonly actionCode: string | undefined;
  readonly paidCents: number | undefined;
  readonly billedCents: number | undefined;
  readonly references: readonly Reference[];
  readonly dates: readonly QualifiedDate[];
  /** IT1; always there when read. */
  readonly lines?: readonly PremiumLine[];
  readonly adjustments: readonly PremiumAdjustment[];
};

/** ENT of an 820 (005010X218): what is paid for an organization (loop 2000A) or a person (2000B). */
export type PremiumRemittance = {
  readonly range: SegmentRange;
  readonly number: string;
  /** ENT02: 2J person, 2L corporation … */
  readonly entityCode: string | undefined;
  readonly idQualifier: string | undefined;
  readonly id: string | undefined;
  readonly names: readonly Party[];
  /** Adjustments of earlier payments. */
  readonly earlierAdjustments: readonly PremiumAdjustment[];
  readonly items: readonly PremiumItem[];
};
