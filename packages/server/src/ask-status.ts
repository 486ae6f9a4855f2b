import type { Database } from "@headwater/platform/database/connect.ts";
import { enqueueJob } from "@headwater/platform/jobs/enqueue-job.ts";
import type { JobTask } from "@headwater/platform/jobs/start-worker.ts";
import {
  type PracticeTransaction,
  withPractice,
} from "@headwater/platform/tenancy/with-practices.ts";
import {
  askClaimStatusTask,
  askLateClaims,
} from "@headwater/revenue-cycle/back-end/claim-status/ask-claim-status.command.ts";
import { findWaitingInquiry } from "@headwater/revenue-cycle/back-end/claim-status/claim-status.store.ts";
import {
  inPractice,
  type ReadingContext,
  type ReadingOptions,
  readingContext,
} from "@headwater/revenue-cycle/back-end/file/reading-context.command.ts";
import { findPractice } from "@headwater/revenue-cycle/masters/practice/practice.store.ts";
import { z } from "zod";
import { askPayerLive, documentBytes, takeIn } from "./ask-live.ts";

const askLateTask = "ask-late-claims";
const actor = "system:claim-status";

const lateSchema = z.object({ practiceId: z.int().positive() });
const inquirySchema = lateSchema.extend({ inquiryId: z.int().positive() });

/** Asks for a look at which payers are later than their habit; several wishes become one. */
export async function enqueueLateClaims(transaction: PracticeTransaction): Promise<void> {
  const { practiceId } = transaction;
  await enqueueJob(transaction, {
    task: askLateTask,
    payload: { practiceId },
    jobKey: `${askLateTask}:${practiceId}`,
  });
}

/**
 * Looks which claims are later than their payer's habit, and hands each question about a claim (276) to
 * whoever answers for its payer at once; the answer (277) is taken in as a file. `root` is the folder of
 * all connections.
 */
export function askStatusJobs(
  database: Database,
  options: Omit<ReadingOptions, "actor"> & { readonly root: string },
): Readonly<Record<string, JobTask>> {
  const contextOf = async (practiceId: number): Promise<ReadingContext | undefined> => {
    const practice = await withPractice(database, { practiceId, actor }, (transaction) =>
      findPractice(transaction, practiceId),
    );
    return practice && readingContext(database, practice, { ...options, actor });
  };
  return {
    [askLateTask]: async (payload) => {
      const context = await contextOf(lateSchema.parse(payload).practiceId);
      if (context !== undefined) await askLateClaims(context);
    },
    [askClaimStatusTask]: async (payload) => {
      const { practiceId, inquiryId } = inquirySchema.parse(payload);
      const context = await contextOf(practiceId);
      if (context === undefined) return;
      const waiting = await inPractice(context, (t) => findWaitingInquiry(t, inquiryId));
      if (waiting === undefined) return;
      const answer = await askPayerLive(context, options.root, {
        transaction: "claim-status",
        payerId: waiting.payerId,
        payload: await documentBytes(context, waiting.documentId),
        name: `claim-status-S${inquiryId}.276`,
      });
      if (answer !== undefined) await takeIn(context, `claim-status-S${inquiryId}.277`, answer);
    },
  };
}
