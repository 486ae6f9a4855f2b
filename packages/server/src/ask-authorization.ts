import type { Database } from "@headwater/platform/database/connect.ts";
import type { JobTask } from "@headwater/platform/jobs/start-worker.ts";
import { withPractice } from "@headwater/platform/tenancy/with-practices.ts";
import {
  inPractice,
  type ReadingContext,
  type ReadingOptions,
  readingContext,
} from "@headwater/revenue-cycle/back-end/file/reading-context.command.ts";
import { askAuthorizationTask } from "@headwater/revenue-cycle/front-end/authorization/ask-authorization.command.ts";
import {
  askPendedAuthorizations,
  askPendedTask,
} from "@headwater/revenue-cycle/front-end/authorization/ask-pended-authorizations.command.ts";
import { findWaitingQuestion } from "@headwater/revenue-cycle/front-end/authorization/authorization-question.store.ts";
import { findPractice } from "@headwater/revenue-cycle/masters/practice/practice.store.ts";
import { z } from "zod";
import { askPayerLive, documentBytes, takeIn } from "./ask-live.ts";

const actor = "system:authorization";

const practiceSchema = z.object({ practiceId: z.int().positive() });
const questionSchema = practiceSchema.extend({ questionId: z.int().positive() });

/**
 * Hands each question about an authorization (278) to whoever answers for its payer; what is answered at
 * once is taken in as a file. Asks what became of requests that payers pended. `root` is the folder of
 * all connections.
 */
export function askAuthorizationJobs(
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
    [askPendedTask]: async (payload) => {
      const { practiceId } = practiceSchema.parse(payload);
      const context = await contextOf(practiceId);
      if (context === undefined) return;
      const { today, random } = context;
      await askPendedAuthorizations(database, { practiceId, actor }, { today, random });
    },
    [askAuthorizationTask]: async (payload) => {
      const { practiceId, questionId } = questionSchema.parse(payload);
      const context = await contextOf(practiceId);
      if (context === undefined) return;
      const waiting = await inPractice(context, (t) => findWaitingQuestion(t, questionId));
      if (waiting === undefined) return;
      const answer = await askPayerLive(context, options.root, {
        transaction: "authorization",
        payerId: waiting.payerId,
        payload: await documentBytes(context, waiting.documentId),
        name: `authorization-A${questionId}.278`,
      });
      if (answer !== undefined) {
        await takeIn(context, `authorization-A${questionId}-answer.278`, answer);
      }
    },
  };
}
