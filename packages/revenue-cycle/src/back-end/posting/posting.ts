import type { AccountKind, Transfer } from "@headwater/ledger";
import type { MatchableServiceLine } from "../remittance/match-line.ts";
import type {
  RemittanceAdjustment,
  RemittanceClaim,
  RemittanceLine,
} from "../remittance/remittance.ts";

import type { Refund } from "./settle-refund.ts";
import type { ResponsibilityTransfer } from "./settle-responsibility.ts";
import type { InsuranceWriteOff } from "./settle-write-off.ts";

/** How many claims are read, decided and written at once: memory stays flat, statements stay few. */
export const chunkClaims = 2000;

/** How an adjustment is read; decided once, when its remittance is recorded, and kept with it. */
export type Treatment =
  | "contractual"
  | "sequestration"
  | "capitation"
  | "patient"
  | "denial"
  | "withhold"
  | "irs-withholding"
  | "incentive"
  | "prior-payer"
  | "informational"
  | "pended"
  | "hold";

export type TreatedAdjustment = RemittanceAdjustment & { readonly treatment: Treatment };

export type TreatedLine = Omit<RemittanceLine, "adjustments"> & {
  readonly adjustments: readonly TreatedAdjustment[];
};

/** A remittance claim whose adjustments are read. */
export type TreatedClaim = Omit<RemittanceClaim, "adjustments" | "lines"> & {
  readonly adjustments: readonly TreatedAdjustment[];
  readonly lines: readonly TreatedLine[];
};

/** One claim of a posted remittance, matched to a claim of ours: a fact that the books follow. */
export type Adjudication = {
  readonly remittanceId: number;
  readonly transactionSetId: number;
  /** Position in its set. */
  readonly claimNumber: number;
  readonly effectiveOn: string;
  readonly traceNumber: string;
  readonly payerId: number;
  /** Where its money is taken from: cash, or suspense if it waited there for its claim. */
  readonly money: "cash" | "suspense";
  readonly claim: TreatedClaim;
};

/** What a patient paid for this claim, or what of his share was forgiven or came in after all. */
export type PatientPayment = {
  readonly patientPaymentId: number;
  readonly paidOn: string;
  readonly receipt: string;
  readonly cents: number;
  /**
   * The other side of its money: cash, or unapplied cash if it waited there for its claim; of a
   * write-off and a recovery the account that bears it.
   */
  readonly money: "cash" | "unapplied-cash" | "write-off" | "bad-debt";
  /** A payment, unless it says otherwise. */
  readonly is?: "write-off" | "recovery";
  /** What names it, unless it is the whole payment. */
  readonly key?: FactKey;
};

/** What the decision needs to know of a claim of ours. */
export type PostableClaim = {
  readonly claimId: number;
  /** Position of the payer billed last: 1 primary, 2 secondary … */
  readonly payerRank: number;
  /** How many payers follow that one. */
  readonly furtherPayers: number;
  /** The last payer that is asked, where a person decided that nobody after it is. */
  readonly lastPayerRank?: number | undefined;
  /** Replaced or void: what is open on it is not expected any more. */
  readonly isReplaced: boolean;
  /** Replaced by a claim that stands: what was paid and adjusted is that one's. */
  readonly isSucceeded: boolean;
  /** Replaces no other claim: its first adjudication is an initial one. */
  readonly isOriginal: boolean;
  readonly lines: readonly MatchableServiceLine[];
};

/** The line number of a movement that touches no line. */
export const noLine = -1;

/** A movement on one line of the claim, or on none. */
export type LineTransfer = Transfer<AccountKind> & {
  readonly lineNumber: number;
  readonly groupCode: string | undefined;
  readonly reasonCode: string | undefined;
};

/** Names the fact that a posting follows from, within its claim. */
export type FactKey = string;

export const adjudicationKey = (fact: {
  readonly remittanceId: number;
  readonly claimNumber: number;
}): FactKey => `remittance:${fact.remittanceId}:${fact.claimNumber}`;

/** Adjudications and payments of the versions that a claim replaced: its money now. */
export type Inheritance = {
  readonly adjudications: readonly Adjudication[];
  readonly patientPayments: readonly PatientPayment[];
  readonly writeOffs?: readonly InsuranceWriteOff[];
  readonly moved?: readonly ResponsibilityTransfer[];
  readonly refunds?: readonly Refund[];
};

export const noInheritance: Inheritance = { adjudications: [], patientPayments: [] };

/** The sweep of a replaced claim. */
export const sweepKey: FactKey = "charge-replaced";

/** A claim of a remittance that is to be matched and posted. */
export type IncomingClaim = {
  readonly remittanceId: number;
  readonly transactionSetId: number;
  readonly effectiveOn: string;
  readonly traceNumber: string;
  readonly payerId: number;
  /** Recorded before: it waited in suspense or in a held remittance. */
  readonly isStored: boolean;
  /** Its money stands in suspense. */
  readonly isInSuspense: boolean;
  readonly claim: TreatedClaim;
};

/** The date of a posting and the place in a file that it follows from. */
export type PostingOrigin = {
  readonly on: string;
  readonly remittanceId: number | undefined;
  readonly remittanceClaimNumber: number | undefined;
  readonly transactionSetId: number | undefined;
  readonly segmentFrom: number | undefined;
  readonly segmentTo: number | undefined;
};
