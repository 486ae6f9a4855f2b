import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { loadAccounts } from "../../books/account/account.store.ts";
import { closedMonths, lockBooks } from "../../books/period/period.store.ts";
import { insertReceivables, updateReceivables } from "../../books/receivable/receivable.store.ts";
import {
  emptyReceivable,
  type Receivable,
  receivableAmounts,
  receivableColumn,
} from "../../books/receivable/receivable.ts";
import { type EntryTransfer, enterPostings } from "../../books/transfer/transfer.store.ts";

export type RevisedCharges = {
  readonly claimId: number;
  /** First day of service: what the charges count from. */
  readonly on: string;
  readonly lines: readonly { readonly lineNumber: number; readonly cents: number }[];
};

/**
 * Brings the charges of a claim that was not sent to its lines: the posting that stands is reversed and
 * another is entered, so that every cent has its cause. Nothing happens when no line's charge differs.
 * Returns false when money that moved already forbids it.
 */
export async function reviseCharges(
  transaction: PracticeTransaction,
  revised: RevisedCharges,
): Promise<boolean> {
  await lockBooks(transaction);
  const known = await receivablesOf(transaction, revised.claimId);
  const wanted = new Map(revised.lines.map((line) => [line.lineNumber, line.cents]));
  const numbers = [...new Set([...known.keys(), ...wanted.keys()])];
  const changes = numbers.map((lineNumber) => ({
    lineNumber,
    before: known.get(lineNumber),
    cents: wanted.get(lineNumber) ?? 0,
  }));
  const isSame = changes.every(
    ({ before, cents }) => before !== undefined && before.charged === cents,
  );
  if (isSame) return true;
  const receivables = changes.map(({ lineNumber, before, cents }) => {
    const amounts = before ?? emptyReceivable();
    const openInsurance = amounts.openInsurance + cents - amounts.charged;
    return {
      claimId: revised.claimId,
      lineNumber,
      isKnown: before !== undefined,
      receivable: { ...amounts, charged: cents, openInsurance },
    };
  });
  if (receivables.some(({ receivable }) => receivable.openInsurance < receivable.denied)) {
    return false;
  }
  await insertReceivables(
    transaction,
    receivables.filter(({ isKnown }) => !isKnown),
  );
  await updateReceivables(
    transaction,
    receivables.filter(({ isKnown }) => isKnown),
  );
  await enter(transaction, revised);
  return true;
}

async function receivablesOf(
  transaction: PracticeTransaction,
  claimId: number,
): Promise<Map<number, Receivable>> {
  const rows = await transaction.query<Record<string, number>>(sql`
    select * from receivables
    where practice_id = ${transaction.practiceId} and claim_id = ${claimId}`);
  return new Map(
    rows.map((row) => {
      const receivable = emptyReceivable();
      for (const amount of receivableAmounts)
        receivable[amount] = row[receivableColumn(amount)] ?? 0;
      return [row.line_number ?? 0, receivable];
    }),
  );
}

async function enter(transaction: PracticeTransaction, revised: RevisedCharges): Promise<void> {
  const books = {
    accounts: await loadAccounts(transaction),
    closedMonths: await closedMonths(transaction),
  };
  const { claimId, on } = revised;
  const standing = await transaction.query<{
    posting: number;
    transfer: number | null;
    line: number;
    cents: number;
  }>(sql`
    select p.posting_id as posting, t.transfer_id as transfer, t.line_number as line, t.cents
    from postings p
    left join transfers t on t.practice_id = p.practice_id and t.posting_id = p.posting_id
    where p.practice_id = ${transaction.practiceId} and p.claim_id = ${claimId}
      and p.kind = 'charge' and p.reverses_posting_id is null and not exists (select from postings r
        where r.practice_id = p.practice_id and r.reverses_posting_id = p.posting_id)
    order by t.transfer_id`);
  const [reversal = 0, charge = 0] = await transaction.reserveIds("postings", "posting_id", 2);
  const reversed = standing.flatMap((row): EntryTransfer[] =>
    row.transfer === null
      ? []
      : [
          {
            debit: "charges",
            credit: "insurance-receivable",
            cents: row.cents,
            claimId,
            lineNumber: row.line,
            reversesTransferId: row.transfer,
          },
        ],
  );
  const charged = revised.lines
    .filter(({ cents }) => cents > 0)
    .map(
      ({ lineNumber, cents }): EntryTransfer => ({
        debit: "insurance-receivable",
        credit: "charges",
        cents,
        claimId,
        lineNumber,
      }),
    );
  const reversesPostingId = standing[0]?.posting;
  await enterPostings(transaction, books, [
    ...(reversesPostingId === undefined
      ? []
      : [
          {
            postingId: reversal,
            // Not a reversal of an adjudication, which posting would take for one of its own.
            kind: "charge" as const,
            claimId,
            on,
            reversesPostingId,
            transfers: reversed,
          },
        ]),
    { postingId: charge, kind: "charge", claimId, on, transfers: charged },
  ]);
}
