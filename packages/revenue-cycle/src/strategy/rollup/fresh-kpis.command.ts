import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { foldSome } from "./fold-rollups.command.ts";
import { findKpis, type KpiQuestion } from "./kpi.query.ts";
import type { KpiAnswer } from "./kpi-answers.ts";

/** A practice with this many claims is counted while its page waits; a larger one by the worker. */
const fewClaims = 4000;
const mostKept = 200;

type Kept = { readonly version: string; readonly answer: KpiAnswer };

const kept = new Map<string, Kept>();

/**
 * The measures of a period. A small practice's roll-ups are first brought up to date, so that a figure
 * moves with what was just done; of a large one the page tells up to when they were counted.
 */
export async function freshKpis(
  transaction: PracticeTransaction,
  question: KpiQuestion,
): Promise<KpiAnswer> {
  const { practiceId } = transaction;
  if (await isSmallAndBehind(transaction)) {
    while ((await foldSome(transaction)) > 0);
  }
  const { version, isBehind } = await transaction.one<{ version: string; isBehind: boolean }>(sql`
    select concat_ws(' ', current_database(), pg_postmaster_start_time(), current_date,
        (select version from measure_rollups where practice_id = ${practiceId})) as version,
      exists (select from measure_changes where practice_id = ${practiceId}) as "isBehind"`);
  const key = JSON.stringify(question);
  const known = kept.get(key);
  if (known?.version === version) return { ...known.answer, isBehind };
  const answer = await findKpis(transaction, question);
  kept.delete(key);
  kept.set(key, { version, answer });
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return answer;
}

async function isSmallAndBehind(transaction: PracticeTransaction): Promise<boolean> {
  const { practiceId } = transaction;
  const { is } = await transaction.one<{ is: boolean }>(sql`
    select (select count(*) from (select from claims where practice_id = ${practiceId}
        limit ${fewClaims}) counted) < ${fewClaims}
      and (exists (select from measure_changes where practice_id = ${practiceId})
        or not exists (select from measure_rollups
          where practice_id = ${practiceId} and is_complete)) as is`);
  return is;
}
