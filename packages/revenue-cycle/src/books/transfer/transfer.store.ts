import type { AccountKind } from "@headwater/ledger";
import type { CopyValue } from "@headwater/platform/database/copy-text.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { ChartOfAccounts } from "../account/account.store.ts";
import { entryDate } from "../period/open-period.ts";

export type PostingKind =
  | "charge"
  | "charge-replaced"
  | "remittance-claim"
  | "suspense"
  | "suspense-matched"
  | "provider-adjustment"
  | "patient-payment"
  | "reversal"
  | "write-off"
  | "transfer"
  | "out-of-balance"
  | "refund"
  | "deposit-fee"
  | "card-settlement";

/** A movement as it is entered. */
export type EntryTransfer = {
  readonly debit: AccountKind;
  readonly credit: AccountKind;
  readonly cents: number;
  /** The claim and line it moves; neither for one that touches no claim. */
  readonly claimId: number | undefined;
  readonly lineNumber: number | undefined;
  readonly groupCode?: string | undefined;
  readonly reasonCode?: string | undefined;
  /** A day of its own; else the posting's. */
  readonly effectiveOn?: string | undefined;
  readonly reversesTransferId?: number | undefined;
};

/** One cause of movements, with them. */
export type PostingEntry = {
  readonly postingId: number;
  readonly kind: PostingKind;
  readonly claimId?: number | undefined;
  readonly remittanceId?: number | undefined;
  readonly remittanceClaimNumber?: number | undefined;
  readonly transactionSetId?: number | undefined;
  readonly segmentFrom?: number | undefined;
  readonly segmentTo?: number | undefined;
  /** Date of the source. */
  readonly on: string;
  readonly reason?: string | undefined;
  readonly reversesPostingId?: number | undefined;
  readonly transfers: readonly EntryTransfer[];
};

/** What entering needs to know of the books, loaded once per transaction. */
export type OpenBooks = {
  readonly accounts: ChartOfAccounts;
  readonly closedMonths: ReadonlySet<string>;
};

const postingColumns = [
  "practice_id",
  "posting_id",
  "kind",
  "claim_id",
  "remittance_id",
  "remittance_claim_number",
  "transaction_set_id",
  "segment_from",
  "segment_to",
  "effective_on",
  "late_for",
  "actor",
  "reason",
  "reverses_posting_id",
] as const;

const transferColumns = [
  "practice_id",
  "posting_id",
  "claim_id",
  "line_number",
  "debit_account_id",
  "credit_account_id",
  "cents",
  "group_code",
  "reason_code",
  "effective_on",
  "reverses_transfer_id",
] as const;

/**
 * Enters postings with their transfers. What falls into a closed month is entered in the first open
 * one after it and names its own date. The receivables of its claims are the caller's to bring along.
 */
export async function enterPostings(
  transaction: PracticeTransaction,
  books: OpenBooks,
  entries: readonly PostingEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  await transaction.bulkInsert({
    table: "postings",
    columns: postingColumns,
    rows: postingRows(transaction, books, entries),
  });
  await transaction.bulkInsert({
    table: "transfers",
    columns: transferColumns,
    rows: transferRows(transaction, books, entries),
  });
}

function* postingRows(
  { practiceId, actor }: PracticeTransaction,
  books: OpenBooks,
  entries: readonly PostingEntry[],
): Generator<CopyValue[]> {
  for (const entry of entries) {
    const { effectiveOn, lateFor } = entryDate(entry.on, books.closedMonths);
    yield [
      practiceId,
      entry.postingId,
      entry.kind,
      entry.claimId,
      entry.remittanceId,
      entry.remittanceClaimNumber,
      entry.transactionSetId,
      entry.segmentFrom,
      entry.segmentTo,
      effectiveOn,
      lateFor,
      actor,
      entry.reason,
      entry.reversesPostingId,
    ];
  }
}

function* transferRows(
  { practiceId }: PracticeTransaction,
  { accounts, closedMonths }: OpenBooks,
  entries: readonly PostingEntry[],
): Generator<CopyValue[]> {
  for (const entry of entries) {
    for (const moved of entry.transfers) {
      yield [
        practiceId,
        entry.postingId,
        moved.claimId,
        moved.lineNumber,
        accounts.idOf(moved.debit),
        accounts.idOf(moved.credit),
        moved.cents,
        moved.groupCode,
        moved.reasonCode,
        entryDate(moved.effectiveOn ?? entry.on, closedMonths).effectiveOn,
        moved.reversesTransferId,
      ];
    }
  }
}
