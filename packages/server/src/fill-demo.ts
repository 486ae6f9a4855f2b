import type { Database } from "@headwater/platform/database/connect.ts";
import { sql } from "@headwater/platform/database/sql.ts";
import { enqueueJob } from "@headwater/platform/jobs/enqueue-job.ts";
import type { JobTask } from "@headwater/platform/jobs/start-worker.ts";
import type { RandomSource } from "@headwater/platform/random/random.ts";
import {
  type PracticeTransaction,
  withPractice,
} from "@headwater/platform/tenancy/with-practices.ts";
import { insertImport } from "@headwater/revenue-cycle/back-end/file/import.store.ts";
import { readWaitingFiles } from "@headwater/revenue-cycle/back-end/file/read-file.command.ts";
import {
  type ReadingOptions,
  readingContext,
} from "@headwater/revenue-cycle/back-end/file/reading-context.command.ts";
import { receiveFile } from "@headwater/revenue-cycle/back-end/file/receive-file.command.ts";
import { findPractice } from "@headwater/revenue-cycle/masters/practice/practice.store.ts";
import { keepReport } from "@headwater/revenue-cycle/strategy/kpi/keep-report.command.ts";
import { z } from "zod";
import { demoDay, demoFiles } from "./demo-files.ts";
import { furnishDemo } from "./furnish-demo.ts";

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
  options: Omit<ReadingOptions, "actor">,
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
      await withPractice(database, { practiceId, actor }, (transaction) =>
        furnishDemo(transaction, context.today),
      );
      await withPractice(database, { practiceId, actor }, keepReport);
    },
  };
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
