import { enqueueJob } from "@headwater/platform/jobs/enqueue-job.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";

/** The task that hands a question to whoever answers at once. */
export const askLiveTask = "ask-live";

/**
 * Asks for a question to be handed over, in the transaction that wrote it. Nobody waits for it: where no
 * connection answers at once, or one is down, the question stays as it is, waiting.
 */
export async function enqueueQuestion(
  transaction: PracticeTransaction,
  checkId: number,
): Promise<void> {
  const { practiceId } = transaction;
  await enqueueJob(transaction, {
    task: askLiveTask,
    payload: { practiceId, checkId },
    jobKey: `${askLiveTask}:${practiceId}:${checkId}`,
    maxAttempts: 8,
  });
}
