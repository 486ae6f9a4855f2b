import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { type Page, pageOf } from "../../masters/answer-schemas.ts";
import { nextMonth } from "./open-period.ts";
import type { JournalRow } from "./period-answers.ts";

/** Day, cause and the two accounts. */
export type JournalKey = [string, string, string, string];

/**
 * The journal of a month: what moved between each two accounts on each day, by the cause of its
 * postings. A row is balanced by itself, debit and credit of the same cents.
 */
export async function listJournal(
  transaction: PracticeTransaction,
  month: string,
  page: { readonly limit: number; readonly after?: JournalKey | undefined },
): Promise<Page<JournalRow, JournalKey>> {
  const { practiceId } = transaction;
  const { after } = page;
  const rows = await transaction.query<JournalRow>(sql`
    select x.effective_on as "on", o.kind, debit.name as debit, credit.name as credit,
      count(*)::integer as transfers, sum(x.cents)::bigint as cents
    from transfers x
    join postings o on o.practice_id = ${practiceId} and o.posting_id = x.posting_id
    join accounts debit on debit.practice_id = ${practiceId}
      and debit.account_id = x.debit_account_id
    join accounts credit on credit.practice_id = ${practiceId}
      and credit.account_id = x.credit_account_id
    where x.practice_id = ${practiceId} and x.effective_on >= ${after?.[0] ?? month}::date
      and x.effective_on < ${nextMonth(month)}::date ${
        after
          ? sql`and (x.effective_on, o.kind, debit.name, credit.name)
              > (${after[0]}::date, ${after[1]}, ${after[2]}, ${after[3]})`
          : sql``
      }
    group by x.effective_on, o.kind, debit.name, credit.name
    order by x.effective_on, o.kind, debit.name, credit.name
    limit ${page.limit + 1}`);
  return pageOf(rows, page.limit, (row): JournalKey => [row.on, row.kind, row.debit, row.credit]);
}
