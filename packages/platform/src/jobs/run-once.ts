import { sql } from "../database/sql.ts";
import type { PracticeTransaction } from "../tenancy/with-practices.ts";

/**
 * Runs a job's effects unless a run with this key has committed them already. A second run at the
 * same time waits for the first to end. Returns whether the effects happened in this transaction.
 */
export async function runOnce(
  transaction: PracticeTransaction,
  key: string,
  effects: () => Promise<void>,
): Promise<boolean> {
  const written = await transaction.execute(sql`
    insert into job_runs (practice_id, job_key) values (${transaction.practiceId}, ${key})
    on conflict do nothing`);
  if (written === 0) return false;
  await effects();
  return true;
}
