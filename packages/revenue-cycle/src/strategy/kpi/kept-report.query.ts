import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { ReportAnswer } from "./report-answers.ts";
import { computeReportPage } from "./report-page.query.ts";

const mostKept = 100;
const kept = new Map<string, { readonly state: string; readonly page: Promise<ReportAnswer> }>();

/**
 * The report's page, computed again only when something was recorded since. What it rests on grows
 * by new rows with rising ids, and every other change writes an event.
 */
export async function keptReportPage(
  transaction: PracticeTransaction,
  asOf: string | undefined,
): Promise<ReportAnswer> {
  const { practiceId } = transaction;
  const key = `${practiceId} ${asOf ?? ""}`;
  const state = await recordedState(transaction);
  const known = kept.get(key);
  if (known?.state === state) return known.page;
  const page = await computeReportPage(transaction, practiceId, asOf);
  kept.delete(key);
  kept.set(key, { state, page: Promise.resolve(page) });
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return page;
}

/** Changes with everything that a report can show. Without a date the report also ages by the day. */
async function recordedState(transaction: PracticeTransaction): Promise<string> {
  const { practiceId } = transaction;
  const { state } = await transaction.one<{ state: string }>(sql`
    select concat_ws(' ', current_database(), current_date,
      (select created_at from practices where practice_id = ${practiceId}),
      (select max(event_id) from events where practice_id = ${practiceId}),
      (select max(posting_id) from postings where practice_id = ${practiceId}),
      (select max(claim_id) from claims where practice_id = ${practiceId}),
      (select max(remittance_id) from remittances where practice_id = ${practiceId}),
      (select max(acknowledgment_id) from acknowledgments where practice_id = ${practiceId}),
      (select max(bank_deposit_id) from bank_deposits where practice_id = ${practiceId}),
      (select max(patient_payment_id) from patient_payments where practice_id = ${practiceId}),
      (select count(*) from fee_schedule_rows where practice_id = ${practiceId}),
      (select string_agg(verdict || claims, ' ' order by file_id) from (
        select file_id, verdict, claims from files where practice_id = ${practiceId}
        order by file_id desc limit 100) newest),
      (select max(transaction_set_id) from transaction_sets where practice_id = ${practiceId}))
      as state`);
  return state;
}
