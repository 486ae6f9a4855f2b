import { addCalendarDays } from "@headwater/code-sets/civil-date.ts";
import type { Database } from "@headwater/platform/database/connect.ts";
import { sql } from "@headwater/platform/database/sql.ts";
import { enqueueJob } from "@headwater/platform/jobs/enqueue-job.ts";
import type { JobTask } from "@headwater/platform/jobs/start-worker.ts";
import { NamedError } from "@headwater/platform/named-error.ts";
import {
  type PracticeTransaction,
  withPractice,
} from "@headwater/platform/tenancy/with-practices.ts";
import { readWaitingFiles } from "@headwater/revenue-cycle/back-end/file/read-file.command.ts";
import {
  type ReadingContext,
  type ReadingOptions,
  readingContext,
} from "@headwater/revenue-cycle/back-end/file/reading-context.command.ts";
import { fetchInbox } from "@headwater/revenue-cycle/back-end/submission/fetch-inbox.command.ts";
import { raiseClearanceWork } from "@headwater/revenue-cycle/front-end/appointment/raise-clearance-work.command.ts";
import { enqueuePendedAuthorizations } from "@headwater/revenue-cycle/front-end/authorization/ask-pended-authorizations.command.ts";
import { findPractice } from "@headwater/revenue-cycle/masters/practice/practice.store.ts";
import { keepReport } from "@headwater/revenue-cycle/strategy/kpi/keep-report.command.ts";
import { appendEvents } from "@headwater/revenue-cycle/work/event/event.store.ts";
import { z } from "zod";
import { enqueueLateClaims } from "./ask-status.ts";
import { connectSandbox, openSandbox } from "./demo-sandbox.ts";

const stepDemoTask = "step-demo";
const actor = "system:demo";

/** Most days that are stepped at once: a month shows every payer's habit. */
export const mostDemoDays = 31;

const payloadSchema = z.object({ practiceId: z.int().positive() });

/** What day it is in a demo practice and to which it is on its way. */
export type DemoClock = {
  readonly day: string;
  readonly wantedDay: string;
};

/** The clock of a demo practice; undefined before it is filled. */
export async function findDemoClock(
  transaction: PracticeTransaction,
): Promise<DemoClock | undefined> {
  return transaction.maybeOne<DemoClock>(sql`
    select p.business_date as day, greatest(coalesce(c.wanted_day, p.business_date), p.business_date)
      as "wantedDay"
    from practices p left join demo_clocks c on c.practice_id = p.practice_id
    where p.practice_id = ${transaction.practiceId} and p.business_date is not null`);
}

/**
 * Asks for the next days of a demo practice. While days are being stepped, asking again changes nothing.
 * Returns the clock; undefined for a practice that is not filled.
 */
export async function askForDays(
  transaction: PracticeTransaction,
  { days, claims }: { readonly days: number; readonly claims: number },
): Promise<DemoClock | undefined> {
  const { practiceId } = transaction;
  await transaction.query(sql`
    select from practices where practice_id = ${practiceId} for update`);
  const clock = await findDemoClock(transaction);
  if (clock === undefined || clock.wantedDay > clock.day) return clock;
  const wantedDay = addCalendarDays(clock.day, days);
  await transaction.execute(sql`
    insert into demo_clocks (practice_id, claims, wanted_day)
    values (${practiceId}, ${claims}, ${wantedDay})
    on conflict (practice_id) do update set wanted_day = excluded.wanted_day`);
  await enqueueJob(transaction, {
    task: stepDemoTask,
    payload: { practiceId },
    jobKey: `${stepDemoTask}:${practiceId}`,
    queue: `${stepDemoTask}:${practiceId}`,
  });
  return { day: clock.day, wantedDay };
}

/**
 * Steps a demo practice day by day: what it sent goes to the sandbox, the sandbox's next day comes, its
 * answers are taken in over the same connection and read by the same readers as any clearinghouse's.
 * Killed between, it goes on where it was: the sandbox gives the same bytes again, and what is recorded
 * is read over. `root` is the folder of all connections.
 */
export function stepDemoJob(
  database: Database,
  options: Omit<ReadingOptions, "actor"> & { readonly root: string },
): Readonly<Record<string, JobTask>> {
  return {
    [stepDemoTask]: async (payload, job) => {
      const { practiceId } = payloadSchema.parse(payload);
      const scope = { practiceId, actor };
      const connectionId = await withPractice(database, scope, connectSandbox);
      for (;;) {
        const practice = await withPractice(database, scope, (transaction) =>
          findPractice(transaction, practiceId),
        );
        if (practice?.businessDate === undefined) return;
        const context = await readingContext(database, practice, { ...options, actor });
        await takeAnswers(context, { connectionId, root: options.root, signal: job.signal });
        const isLast = await withPractice(database, scope, async (transaction) => {
          const clock = await findDemoClock(transaction);
          return clock === undefined || clock.day >= clock.wantedDay;
        });
        if (isLast) break;
        await stepDay(context, { connectionId, root: options.root });
      }
      await withPractice(database, scope, keepReport);
      await withPractice(database, scope, async (transaction) => {
        await enqueueLateClaims(transaction);
        await enqueuePendedAuthorizations(transaction);
      });
    },
  };
}

type Place = { readonly connectionId: number; readonly root: string };

async function takeAnswers(
  context: ReadingContext,
  { connectionId, root, signal }: Place & { readonly signal: AbortSignal },
): Promise<void> {
  await fetchInbox(context, connectionId, root);
  await readWaitingFiles(context, signal);
  // The queue gives the job again to the next worker.
  if (signal?.aborted) throw new NamedError("DEMO_STEP_INTERRUPTED", "a worker was told to stop");
}

/** The sandbox takes what was sent and goes on to its next day; then it is that day in the practice. */
async function stepDay(context: ReadingContext, place: Place): Promise<void> {
  const { database, practice, today } = context;
  const scope = { practiceId: practice.practiceId, actor };
  const sandbox = await openSandbox(context, place);
  await sandbox.exchange();
  await sandbox.step();
  const next = addCalendarDays(today, 1);
  await withPractice(database, scope, async (transaction) => {
    await transaction.execute(sql`
      update practices set business_date = ${next}
      where practice_id = ${practice.practiceId} and business_date = ${today} and kind = 'demo'`);
    await appendEvents(transaction, [
      {
        kind: "business-day-stepped",
        subjectKind: "practice",
        subjectId: practice.practiceId,
        change: { from: today, to: next },
        effectiveOn: next,
      },
    ]);
    await raiseClearanceWork(transaction, {}, next);
  });
}
