import type { Database } from "@headwater/platform/database/connect.ts";
import type { JobTask } from "@headwater/platform/jobs/start-worker.ts";
import { withPractice } from "@headwater/platform/tenancy/with-practices.ts";
import { insertImport } from "@headwater/revenue-cycle/back-end/file/import.store.ts";
import { readFile } from "@headwater/revenue-cycle/back-end/file/read-file.command.ts";
import {
  inPractice,
  type ReadingContext,
  type ReadingOptions,
  readingContext,
} from "@headwater/revenue-cycle/back-end/file/reading-context.command.ts";
import { receiveFile } from "@headwater/revenue-cycle/back-end/file/receive-file.command.ts";
import { askLiveTask } from "@headwater/revenue-cycle/front-end/eligibility/ask-live.job.ts";
import {
  findCheck,
  findRequest,
} from "@headwater/revenue-cycle/front-end/eligibility/list-checks.query.ts";
import { findPractice } from "@headwater/revenue-cycle/masters/practice/practice.store.ts";
import { z } from "zod";
import { connectSandbox, openSandbox } from "./demo-sandbox.ts";

const payloadSchema = z.object({
  practiceId: z.int().positive(),
  checkId: z.int().positive(),
});
const actor = "system:eligibility";

/** Answers a question of a practice at once; undefined where nobody does. */
type LiveFarEnd = (question: Uint8Array) => Promise<Uint8Array | undefined>;

/**
 * Hands a written question (270) to a far end that answers at once, and takes its answer in as a file,
 * read by the same reader as one that came over a folder. A demo practice asks its sandbox. `root` is the
 * folder of all connections.
 */
export function askLiveJob(
  database: Database,
  options: Omit<ReadingOptions, "actor"> & { readonly root: string },
): Readonly<Record<string, JobTask>> {
  return {
    [askLiveTask]: async (payload) => {
      const { practiceId, checkId } = payloadSchema.parse(payload);
      const practice = await withPractice(database, { practiceId, actor }, (transaction) =>
        findPractice(transaction, practiceId),
      );
      if (practice === undefined) return;
      const context = await readingContext(database, practice, { ...options, actor });
      const farEnd = await farEndOf(context, options.root);
      if (farEnd === undefined) return;
      const question = await questionOf(context, checkId);
      const answer = question && (await farEnd(question));
      if (answer !== undefined) await takeIn(context, `eligibility-E${checkId}.271`, answer);
    },
  };
}

async function farEndOf(context: ReadingContext, root: string): Promise<LiveFarEnd | undefined> {
  if (context.practice.kind !== "demo" || context.practice.businessDate === undefined) {
    return undefined;
  }
  const connectionId = await inPractice(context, connectSandbox);
  const { sandbox } = await openSandbox(context, { connectionId, root });
  return async (question) => {
    const text = sandbox.answer(question);
    return text === undefined ? undefined : Buffer.from(text, "latin1");
  };
}

/** The bytes of a question that still waits. */
async function questionOf(
  context: ReadingContext,
  checkId: number,
): Promise<Uint8Array | undefined> {
  const { practice, documents } = context;
  const request = await inPractice(context, async (transaction) => {
    const check = await findCheck(transaction, checkId);
    return check?.outcome === "waiting" ? findRequest(transaction, checkId) : undefined;
  });
  if (request === undefined) return undefined;
  const pieces: Uint8Array[] = [];
  const scope = { practiceId: practice.practiceId, actor };
  for await (const piece of documents.read(scope, request.documentId)) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function takeIn(context: ReadingContext, name: string, bytes: Uint8Array): Promise<void> {
  const opened = { publicId: context.random.uuid(), source: "connection" } as const;
  const { importId } = await inPractice(context, (transaction) =>
    insertImport(transaction, opened),
  );
  async function* source() {
    yield bytes;
  }
  const { fileId } = await receiveFile(context, { importId, name, source: source() });
  await readFile(context, fileId);
}
