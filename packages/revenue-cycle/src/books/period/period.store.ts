import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { type BookMonth, bookMonths } from "./month.ts";

/** First days of the months that take no new movement. */
export async function closedMonths(transaction: PracticeTransaction): Promise<Set<string>> {
  const rows = await transaction.query<{ month: string }>(sql`
    select month from periods where practice_id = ${transaction.practiceId}`);
  return new Set(rows.map((row) => row.month));
}

/** Every month of the books from the first in which anything happened, the newest first. */
export async function listMonths(
  transaction: PracticeTransaction,
  today: string,
): Promise<BookMonth[]> {
  const { practiceId } = transaction;
  const row = await transaction.maybeOne<{ first_day: string | null }>(sql`
    select least(
      (select min(service_from) from claims where practice_id = ${practiceId}),
      (select min(effective_on) from remittances where practice_id = ${practiceId}),
      (select min(deposited_on) from bank_deposits where practice_id = ${practiceId})) as first_day`);
  return bookMonths(row?.first_day ?? undefined, today, await closedMonths(transaction));
}

/** Transactions that hold their practice's books, whichever way. */
const holders = new WeakSet<PracticeTransaction>();

/**
 * Keeps everything that moves money of a practice apart until the transaction ends: remittances and
 * the claims they wait for meet one after the other, whichever comes first, and lists of claims are
 * never locked in two different orders. Reading is not held up.
 */
export async function lockBooks(transaction: PracticeTransaction): Promise<void> {
  if (holders.has(transaction)) return;
  await transaction.execute(sql`
    select pg_advisory_xact_lock(7301, hashint8(${transaction.practiceId}::bigint))`);
  holders.add(transaction);
}

/**
 * Holds the books beside others that do the same, and apart from all that lock them. Only for work that
 * its caller knows to touch other claims, payments and deposits than the work beside it.
 */
export async function holdBooksBeside(transaction: PracticeTransaction): Promise<void> {
  await transaction.execute(sql`
    select pg_advisory_xact_lock_shared(7301, hashint8(${transaction.practiceId}::bigint))`);
  holders.add(transaction);
}
