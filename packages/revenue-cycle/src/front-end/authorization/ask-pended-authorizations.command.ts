import type { Database } from "@headwater/platform/database/connect.ts";
import { enqueueJob } from "@headwater/platform/jobs/enqueue-job.ts";
import type { RandomSource } from "@headwater/platform/random/random.ts";
import {
  type PracticeTransaction,
  withPractice,
} from "@headwater/platform/tenancy/with-practices.ts";
import { raiseWork } from "../../work/work-item/work-item.store.ts";
import { askAuthorization } from "./ask-authorization.command.ts";
import { decisionHabits, openAuthorizations } from "./authorization-question.store.ts";
import { expectedDays, isToAskAgain, overdueDays } from "./late-authorization.ts";
import { followUpKey } from "./record-review-answers.command.ts";

/** The task that asks what became of pended requests. */
export const askPendedTask = "ask-pended-authorizations";

/** Asks for a look at requests that payers have not decided; several wishes become one. */
export async function enqueuePendedAuthorizations(transaction: PracticeTransaction): Promise<void> {
  const { practiceId } = transaction;
  await enqueueJob(transaction, {
    task: askPendedTask,
    payload: { practiceId },
    jobKey: `${askPendedTask}:${practiceId}`,
  });
}

/**
 * Asks payers what became of requests that they pended, each in a transaction of its own, and raises work
 * for those with which a payer is later than its habit. Returns how many were asked about and are late.
 */
export async function askPendedAuthorizations(
  database: Database,
  scope: { readonly practiceId: number; readonly actor: string },
  { today, random }: { readonly today: string; readonly random: RandomSource },
): Promise<{ readonly asked: number; readonly late: number }> {
  const { open, habits } = await withPractice(database, scope, async (transaction) => ({
    open: await openAuthorizations(transaction),
    habits: await decisionHabits(transaction, today),
  }));
  let asked = 0;
  let late = 0;
  for (const { authorizationId, payerId, isWaiting, ...request } of open) {
    const { isUrgent } = request;
    const habit = habits.get(payerId);
    const waitedDays = overdueDays(habit, { ...request, today });
    await withPractice(database, scope, async (transaction) => {
      if (waitedDays !== undefined) {
        late += 1;
        await raiseWork(transaction, [
          {
            kind: "authorization-follow-up",
            needKey: followUpKey(authorizationId),
            subjectKind: "authorization",
            subjectId: authorizationId,
            whyCode: "AUTHORIZATION_LATE",
            why: { waitedDays, expectedDays: expectedDays(habit, isUrgent) },
            raisedOn: today,
          },
        ]);
      }
      if (isWaiting || !isToAskAgain({ ...request, today })) return;
      const result = await askAuthorization(transaction, { authorizationId, today, random });
      if (result.is === "asked") asked += 1;
    });
  }
  return { asked, late };
}
