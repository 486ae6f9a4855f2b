import type { Database } from "@headwater/platform/database/connect.ts";
import { enqueueJob } from "@headwater/platform/jobs/enqueue-job.ts";
import type { JobTask } from "@headwater/platform/jobs/start-worker.ts";
import {
  type PracticeTransaction,
  withPractice,
} from "@headwater/platform/tenancy/with-practices.ts";
import { z } from "zod";
import { findPractice } from "../../masters/practice/practice.store.ts";
import { readWaitingFiles } from "./read-file.command.ts";
import { type ReadingOptions, readingContext } from "./reading-context.command.ts";

const payloadSchema = z.object({ practiceId: z.int().positive() });

const importFilesTask = "import-files";

/** Asks for the reading of a practice's waiting files, in the transaction that received them. */
export async function enqueueImport(transaction: PracticeTransaction): Promise<void> {
  const { practiceId } = transaction;
  await enqueueJob(transaction, {
    task: importFilesTask,
    payload: { practiceId },
    jobKey: `${importFilesTask}:${practiceId}`,
    queue: `${importFilesTask}:${practiceId}`,
  });
}

/**
 * Reads the waiting files of a practice. Safe to run twice or to be killed: sets that are recorded
 * are read over.
 */
export function importFilesJob(
  database: Database,
  options: Omit<ReadingOptions, "actor"> & {
    /** Runs in a transaction of the practice once its files are read. */
    readonly afterReading?: (transaction: PracticeTransaction) => Promise<void>;
  },
): Readonly<Record<string, JobTask>> {
  return {
    [importFilesTask]: async (payload, job) => {
      const { practiceId } = payloadSchema.parse(payload);
      const actor = "system:import";
      const practice = await withPractice(database, { practiceId, actor }, (transaction) =>
        findPractice(transaction, practiceId),
      );
      if (practice === undefined) return;
      const context = await readingContext(database, practice, { ...options, actor });
      await readWaitingFiles(context, job.signal);
      const { afterReading } = options;
      if (afterReading === undefined || job.signal?.aborted) return;
      await withPractice(database, { practiceId, actor }, afterReading);
    },
  };
}
