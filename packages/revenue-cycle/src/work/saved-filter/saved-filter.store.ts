import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { SavedFilterDraft, SavedFilterRow } from "./saved-filter-answers.ts";

/** The filters that whoever acts saved for a page, by name. */
export async function listFilters(
  transaction: PracticeTransaction,
  page: string,
): Promise<SavedFilterRow[]> {
  return transaction.query<SavedFilterRow>(sql`
    select saved_filter_id as id, page, name, query from saved_filters
    where practice_id = ${transaction.practiceId} and actor = ${transaction.actor}
      and page = ${page}
    order by lower(name), saved_filter_id limit 100`);
}

/** Saves a filter of whoever acts; one of the same name is replaced. */
export async function saveFilter(
  transaction: PracticeTransaction,
  { page, name, query }: SavedFilterDraft,
): Promise<SavedFilterRow> {
  return transaction.one<SavedFilterRow>(sql`
    insert into saved_filters (practice_id, actor, page, name, query)
    values (${transaction.practiceId}, ${transaction.actor}, ${page}, ${name},
      ${JSON.stringify(query)}::jsonb)
    on conflict (practice_id, actor, page, name) do update set query = excluded.query
    returning saved_filter_id as id, page, name, query`);
}

/** Removes a filter if it belongs to whoever acts. */
export async function removeFilter(
  transaction: PracticeTransaction,
  filterId: number,
): Promise<boolean> {
  const removed = await transaction.execute(sql`
    delete from saved_filters
    where practice_id = ${transaction.practiceId} and actor = ${transaction.actor}
      and saved_filter_id = ${filterId}`);
  return removed === 1;
}
