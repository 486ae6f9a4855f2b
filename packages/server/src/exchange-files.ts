import type { Database } from "@headwater/platform/database/connect.ts";
import { enqueueJob } from "@headwater/platform/jobs/enqueue-job.ts";
import type { JobTask } from "@headwater/platform/jobs/start-worker.ts";
import { withNoPractice, withPractice } from "@headwater/platform/tenancy/with-practices.ts";
import {
  type ReadingOptions,
  readingContext,
} from "@headwater/revenue-cycle/back-end/file/reading-context.command.ts";
import { dueConnections } from "@headwater/revenue-cycle/back-end/submission/connection-schedule.store.ts";
import {
  exchangeFiles,
  exchangeFilesTask,
} from "@headwater/revenue-cycle/back-end/submission/exchange-files.command.ts";
import {
  findPractice,
  listPractices,
} from "@headwater/revenue-cycle/masters/practice/practice.store.ts";
import { z } from "zod";
import type { Services } from "./services.ts";

const actor = "system:exchange";
const payloadSchema = z.object({
  practiceId: z.int().positive(),
  connectionId: z.int().positive(),
});

/**
 * Exchanges files over a connection when its clock asks for it; a far end that is down is tried again by
 * the clock, not by the queue. `root` is the folder of all connections.
 */
export function exchangeFilesJob(
  database: Database,
  options: Omit<ReadingOptions, "actor"> & { readonly root: string },
): Readonly<Record<string, JobTask>> {
  return {
    [exchangeFilesTask]: async (payload) => {
      const { practiceId, connectionId } = payloadSchema.parse(payload);
      const practice = await withPractice(database, { practiceId, actor }, (transaction) =>
        findPractice(transaction, practiceId),
      );
      // The days of a demo practice are stepped, and its files with them.
      if (practice === undefined || practice.kind === "demo") return;
      const context = await readingContext(database, practice, { ...options, actor });
      await exchangeFiles(context, connectionId, options.root);
    },
  };
}

/** Asks for the exchanges that the clocks of connections want now; returns how many. */
export async function enqueueExchanges(database: Database): Promise<number> {
  const practices = await withNoPractice(database, { actor }, listPractices);
  let asked = 0;
  for (const { practiceId, kind } of practices) {
    if (kind === "demo") continue;
    await withPractice(database, { practiceId, actor }, async (transaction) => {
      for (const { connectionId } of await dueConnections(transaction)) {
        asked += 1;
        await enqueueJob(transaction, {
          task: exchangeFilesTask,
          payload: { practiceId, connectionId },
          jobKey: `${exchangeFilesTask}:${practiceId}:${connectionId}`,
          queue: `${exchangeFilesTask}:${practiceId}:${connectionId}`,
          maxAttempts: 1,
        });
      }
    });
  }
  return asked;
}

const minuteMs = 60_000;

/** Looks every minute what the clocks of connections want; a failure is logged and tried again. */
export function startExchanging({ database, logger }: Services): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    running = enqueueExchanges(database).catch((error: unknown) => {
      logger.warn({ event: "exchanging-failed", error }, "exchanging");
    });
  }, minuteMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
