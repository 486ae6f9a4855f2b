import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { isLong, recordedState } from "./kept-report.query.ts";
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
  const from = performance.now();
  const page = await computeReportPage(transaction, practiceId, undefined);
  const tookMs = Math.round(performance.now() - from);
  await transaction.execute(sql`
    insert into kept_reports (practice_id, as_of, state, page, took_ms)
    values (${practiceId}, '', ${state}, ${JSON.stringify(page)}::jsonb, ${tookMs})
    on conflict (practice_id, as_of) do update set state = excluded.state, page = excluded.page,
      took_ms = excluded.took_ms, computed_at = now()`);
}

/** A report that takes long is computed again after it has rested this many times as long. */
const restShare = 30;

/** A practice of more claims has its report kept before anybody waited for it. */
const claimsOfLarge = 20_000;

/**
 * Keeps the report of a large practice, when that is worth it; a small one's is computed on demand. A
 * practice that grew large since is known by its claims: nobody opened its report yet.
 */
export async function keepReportWhenDue(transaction: PracticeTransaction): Promise<void> {
  const { practiceId } = transaction;
  const known = await transaction.maybeOne<{ tookMs: number; hasRested: boolean }>(sql`
    select took_ms as "tookMs",
      computed_at + took_ms * ${restShare}::integer * interval '1 millisecond' < now()
        as "hasRested"
    from kept_reports where practice_id = ${practiceId} and as_of = ''`);
  if (known !== undefined && !known.hasRested) return;
  const isDue = known !== undefined && isLong(known.tookMs);
  if (isDue || (await hasManyClaims(transaction))) await keepReport(transaction);
}

async function hasManyClaims(transaction: PracticeTransaction): Promise<boolean> {
  const [row] = await transaction.query(sql`
    select from claims where practice_id = ${transaction.practiceId} offset ${claimsOfLarge} limit 1`);
  return row !== undefined;
}
