import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { recordedState } from "./kept-report.query.ts";
import { computeReportPage } from "./report-page.query.ts";

/**
 * Computes the report up to the newest date in the files and stores it, unless the stored one still
 * holds: whoever opens it next does not wait. Call it after files were read.
 */
export async function keepReport(transaction: PracticeTransaction): Promise<void> {
  const { practiceId } = transaction;
  const { state } = await recordedState(transaction);
  const known = await transaction.maybeOne(sql`
    select from kept_reports
    where practice_id = ${practiceId} and as_of = '' and state = ${state}`);
  if (known !== undefined) return;
  const page = await computeReportPage(transaction, practiceId, undefined);
  await transaction.execute(sql`
    insert into kept_reports (practice_id, as_of, state, page)
    values (${practiceId}, '', ${state}, ${JSON.stringify(page)}::jsonb)
    on conflict (practice_id, as_of)
      do update set state = excluded.state, page = excluded.page, computed_at = now()`);
}
