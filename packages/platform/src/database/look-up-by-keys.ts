import { sql } from "./sql.ts";
import type { Transaction } from "./transaction.ts";

/**
 * Has the rest of the transaction look rows up by their keys. The tables of a first import have no
 * statistics until it ends, and the planner would read them whole for every chunk (measured: 71
 * claims/s against thousands).
 */
export async function lookUpByKeys(transaction: Transaction): Promise<void> {
  await transaction.execute(sql`
    select set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true),
      set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)`);
}
