import type { Database } from "@headwater/platform/database/connect.ts";
import { sql } from "@headwater/platform/database/sql.ts";
import { enqueueJob } from "@headwater/platform/jobs/enqueue-job.ts";
import type { JobTask } from "@headwater/platform/jobs/start-worker.ts";
import { NamedError } from "@headwater/platform/named-error.ts";
import { type RandomSource, systemRandom } from "@headwater/platform/random/random.ts";
import {
  type PracticeTransaction,
  withPractice,
} from "@headwater/platform/tenancy/with-practices.ts";
import { insertImport } from "@headwater/revenue-cycle/back-end/file/import.store.ts";
import { readWaitingFiles } from "@headwater/revenue-cycle/back-end/file/read-file.command.ts";
import {
  inPractice,
  type ReadingContext,
  type ReadingOptions,
  readingContext,
} from "@headwater/revenue-cycle/back-end/file/reading-context.command.ts";
import { receiveFile } from "@headwater/revenue-cycle/back-end/file/receive-file.command.ts";
import { prepareBatch } from "@headwater/revenue-cycle/back-end/submission/prepare-batch.command.ts";
import { sendBatch } from "@headwater/revenue-cycle/back-end/submission/send-batch.command.ts";
import { businessDaysBefore } from "@headwater/revenue-cycle/front-end/business-days.ts";
import { findPractice } from "@headwater/revenue-cycle/masters/practice/practice.store.ts";
import { keepReport } from "@headwater/revenue-cycle/strategy/kpi/keep-report.command.ts";
import { z } from "zod";
import { demoDay, demoFiles } from "./demo-files.ts";
import { connectSandbox } from "./demo-sandbox.ts";
import { furnishDemo } from "./furnish-demo.ts";
import { liveDemoWeek } from "./live-demo-week.ts";
import { workDemoBacklog } from "./work-demo-backlog.ts";

const fillDemoTask = "fill-demo";

const payloadSchema = z.object({
  practiceId: z.int().positive(),
  importId: z.int().positive(),
  claims: z.int().positive(),
});

/**
 * Asks for the filling of a demo practice, once: a practice that is filled, or being filled, keeps the
 * import that it has. Its business date becomes the last day of the invented world. Returns the
 * import's public id.
 */
export async function askForDemo(
  transaction: PracticeTransaction,
  { claims, random }: { readonly claims: number; readonly random: RandomSource },
): Promise<string> {
  const { practiceId } = transaction;
  // One at a time: two that ask at once would each find nothing.
  await transaction.query(sql`
    select from practices where practice_id = ${practiceId} for update`);
  const [known] = await transaction.query<{ id: string }>(sql`
    select public_id as id from imports where practice_id = ${practiceId}
    order by import_id limit 1`);
  if (known !== undefined) return known.id;
  await transaction.execute(sql`
    update practices set business_date = ${demoDay}
    where practice_id = ${practiceId} and kind = 'demo'`);
  await transaction.execute(sql`
    insert into demo_clocks (practice_id, claims, wanted_day)
    values (${practiceId}, ${claims}, ${demoDay}) on conflict do nothing`);
  const opened = { publicId: random.uuid(), source: "page" } as const;
  const { importId, publicId } = await insertImport(transaction, opened);
  await enqueueJob(transaction, {
    task: fillDemoTask,
    payload: { practiceId, importId, claims },
    jobKey: `${fillDemoTask}:${practiceId}`,
  });
  return publicId;
}

/**
 * Invents the files of a demo practice and reads them as if they had been handed in: the same verdicts,
 * matches, postings and work as in real life. Safe to run twice or to be killed: the same files come
 * again, and what is recorded is read over.
 */
export function fillDemoJob(
  database: Database,
  options: Omit<ReadingOptions, "actor"> & { readonly root: string },
): Readonly<Record<string, JobTask>> {
  return {
    [fillDemoTask]: async (payload, job) => {
      const { practiceId, importId, claims } = payloadSchema.parse(payload);
      const actor = "system:demo";
      const practice = await withPractice(database, { practiceId, actor }, (transaction) =>
        findPractice(transaction, practiceId),
      );
      if (practice === undefined || practice.kind !== "demo") return;
      const context = await readingContext(database, practice, { ...options, actor });
      for (const { name, text } of demoFiles(claims)) {
        if (job.signal?.aborted) return;
        const source = oneChunk(Buffer.from(text, "latin1"));
        await receiveFile(context, { importId, name, source });
      }
      await readWaitingFiles(context, job.signal);
      if (job.signal?.aborted) return;
      const { today } = context;
      await inPractice(context, (transaction) => furnishDemo(transaction, today));
      await inPractice(context, (transaction) => workDemoBacklog(transaction, today));
      await inPractice(context, (transaction) =>
        liveDemoWeek(transaction, { today, random: systemRandom }),
      );
      await sendDemoClaims(context, options.root);
      await inPractice(context, keepReport);
    },
  };
}

/** Claims of so many business days before today are still ready to be sent. */
const daysUnsent = 2;

/** Sends the older claims of the practice as one batch, once; the sandbox takes it on its next day. */
async function sendDemoClaims(context: ReadingContext, root: string): Promise<void> {
  const { practice, today } = context;
  const since = businessDaysBefore(today, daysUnsent)[0] ?? today;
  const sent = await inPractice(context, async (transaction) => ({
    connectionId: await connectSandbox(transaction),
    batches: await transaction.query<{ id: number }>(sql`
      select batch_id as id from claim_batches where practice_id = ${practice.practiceId}`),
    claims: await transaction.query<{ id: number }>(sql`
      select claim_id as id from claims
      where practice_id = ${practice.practiceId} and state = 'ready'
        and service_from < ${since}::date`),
  }));
  let batchId = sent.batches[0]?.id;
  if (batchId === undefined) {
    const claimIds = sent.claims.map(({ id }) => id);
    if (claimIds.length === 0) return;
    const { connectionId } = sent;
    const wanted = { publicId: systemRandom.uuid(), connectionId, claimIds, time: "1630" };
    const prepared = await prepareBatch(context, wanted);
    if (prepared.is === "refused") throw new NamedError("DEMO_NOT_FURNISHED", prepared.code);
    batchId = prepared.batch.batchId;
  }
  await sendBatch(context, batchId, root);
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
