import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { instantText } from "../../masters/answer-columns.query.ts";
import { nextMonth } from "../period/open-period.ts";
import {
  chooseMapping,
  type JournalMovement,
  type JournalText,
  kindsMoved,
  type RecordedMapping,
  writeJournal,
} from "./write-journal.ts";

/** Every mapping that was recorded, the oldest first. */
export function recordedMappings(transaction: PracticeTransaction): Promise<RecordedMapping[]> {
  return transaction.query<RecordedMapping>(sql`
    select ${instantText(sql`recorded_at`)} as "recordedAt", mapping
    from general_ledger_mappings where practice_id = ${transaction.practiceId}
    order by general_ledger_mapping_id`);
}

/**
 * The journal of a month, or of one day of it, for the practice's general ledger. A closed month takes
 * no movement any more and keeps its numbers: asked again, it gives the same bytes.
 */
export async function generalLedgerJournal(
  transaction: PracticeTransaction,
  month: string,
  day?: string,
): Promise<JournalText & { readonly isClosed: boolean }> {
  const { practiceId } = transaction;
  const until = nextMonth(month);
  const movements = await transaction.query<JournalMovement>(sql`
    select x.effective_on as "on", o.kind as cause, debit.kind as debit, credit.kind as credit,
      sum(x.cents)::bigint as cents
    from transfers x
    join postings o on o.practice_id = ${practiceId} and o.posting_id = x.posting_id
    join accounts debit on debit.practice_id = ${practiceId}
      and debit.account_id = x.debit_account_id
    join accounts credit on credit.practice_id = ${practiceId}
      and credit.account_id = x.credit_account_id
    where x.practice_id = ${practiceId} and x.effective_on >= ${month}::date
      and x.effective_on < ${until}::date
    group by x.effective_on, o.kind, debit.kind, credit.kind`);
  const period = await transaction.maybeOne<{ closedAt: string }>(sql`
    select ${instantText(sql`closed_at`)} as "closedAt" from periods
    where practice_id = ${practiceId} and month = ${month}::date`);
  // The numbers are the month's, whichever of its days is asked for.
  const kinds = kindsMoved(movements);
  const mapping = chooseMapping(await recordedMappings(transaction), period?.closedAt, kinds);
  const shown = day === undefined ? movements : movements.filter(({ on }) => on === day);
  return { ...writeJournal(shown, mapping), isClosed: period !== undefined };
}
