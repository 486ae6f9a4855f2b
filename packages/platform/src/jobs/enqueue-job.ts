import { sql } from "../database/sql.ts";
import type { Transaction } from "../database/transaction.ts";

/** What a job is told: ids and codes, never patient data, because failed jobs are kept and shown. */
export interface JobPayload {
  readonly practiceId?: number;
  readonly [name: string]: string | number | boolean | undefined;
}

export interface JobRequest {
  /** A name of the table `job_tasks`; any other is refused. */
  readonly task: string;
  readonly payload: JobPayload;
  readonly runAt?: Date;
  /** A waiting job of the same key is replaced, so many wake-ups become one. */
  readonly jobKey?: string;
  /** Jobs of one queue run one after the other. */
  readonly queue?: string;
  readonly maxAttempts?: number;
}

/**
 * Hands in a job in the transaction whose effects it follows: if that rolls back, there is no job.
 * Refused by the database when the task is not listed or the practice is not in the set.
 */
export async function enqueueJob(transaction: Transaction, job: JobRequest): Promise<void> {
  await transaction.query(sql`select enqueue_job(
    task => ${job.task},
    payload => ${JSON.stringify(job.payload)}::json,
    run_at => ${job.runAt ?? null},
    job_key => ${job.jobKey ?? null},
    queue_name => ${job.queue ?? null},
    max_attempts => ${job.maxAttempts ?? null})`);
}
