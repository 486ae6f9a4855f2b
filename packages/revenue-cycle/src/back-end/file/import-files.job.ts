import type { Database } from "@headwater/platform/database/connect.ts";
import { enqueueJob } from "@headwater/platform/jobs/enqueue-job.ts";
import type { JobTask } from "@headwater/platform/jobs/start-worker.ts";
import { workWhenPossible } from "@headwater/platform/lifecycle/work-when-possible.ts";
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

export type ImportOptions = Omit<ReadingOptions, "actor"> & {
  /** Runs in a transaction of the practice once its files are read. */
  readonly afterReading?: (transaction: PracticeTransaction) => Promise<void>;
  /** Told by the fault's code that reading waits for room or for the database, and when it goes on. */
  readonly onWait?: (practiceId: number, code: string | undefined) => void;
  readonly onResume?: (practiceId: number) => void;
};

/**
 * Reads the waiting files of a practice. Safe to run twice or to be killed: sets that are recorded
 * are read over. While the disk is full or the database away it waits and then goes on by itself.
 */
export function importFilesJob(
  database: Database,
  options: ImportOptions,
): Readonly<Record<string, JobTask>> {
  return {
    [importFilesTask]: async (payload, job) => {
      const { practiceId } = payloadSchema.parse(payload);
      const actor = "system:import";
      const { signal } = job;
      const patience = {
        signal,
        onWait: (code: string | undefined) => options.onWait?.(practiceId, code),
        onResume: () => options.onResume?.(practiceId),
      };
      await workWhenPossible(patience, async () => {
        const practice = await withPractice(database, { practiceId, actor }, (transaction) =>
          findPractice(transaction, practiceId),
        );
        if (practice === undefined) return;
        const context = await readingContext(database, practice, { ...options, actor });
        await readWaitingFiles(context, signal);
        const { afterReading } = options;
        if (afterReading === undefined || signal.aborted) return;
        await withPractice(database, { practiceId, actor }, afterReading);
      });
    },
  };
}
