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
import { askFarEnd } from "@headwater/revenue-cycle/back-end/submission/ask-far-end.command.ts";
import type { LiveTransaction } from "@headwater/revenue-cycle/back-end/submission/core-envelope.ts";
import {
  connectionFor,
  isRoutedOver,
} from "@headwater/revenue-cycle/back-end/submission/route.store.ts";
import { openConnection } from "@headwater/revenue-cycle/back-end/submission/send-batch.command.ts";
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

/**
 * Hands a written question (270) to a far end that answers at once, and takes its answer in as a file,
 * read by the same reader as one that came over a folder. One that fails is tried again later by the
 * queue, with longer pauses; the page that asked waits for nothing. `root` is the folder of all
 * connections.
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
      const question = await questionOf(context, checkId);
      if (question === undefined) return;
      const name = `eligibility-E${checkId}.270`;
      const asked = { ...question, name, transaction: "eligibility" } as const;
      const answer = await askPayerLive(context, options.root, asked);
      if (answer !== undefined) await takeIn(context, `eligibility-E${checkId}.271`, answer);
    },
  };
}

/** A question in X12 for a payer. */
export type PayerQuestion = {
  readonly transaction: LiveTransaction;
  readonly payerId: number;
  readonly payload: Uint8Array;
  /** Name of its file where it goes as one. */
  readonly name: string;
};

/**
 * Hands a question to whoever answers for its payer at once: in a demo practice its sandbox, else the
 * connection that the practice's routes name. Where that one takes files only, and a route names it for
 * such questions, the question is handed over as a file and its answer comes as one. Undefined where
 * nobody answers at once.
 */
export async function askPayerLive(
  context: ReadingContext,
  root: string,
  question: PayerQuestion,
): Promise<Uint8Array | undefined> {
  const { practice } = context;
  if (practice.kind === "demo" && practice.businessDate !== undefined) {
    const connectionId = await inPractice(context, connectSandbox);
    const { sandbox } = await openSandbox(context, { connectionId, root });
    const text = sandbox.answer(question.payload);
    return text === undefined ? undefined : Buffer.from(text, "latin1");
  }
  const connectionId = await inPractice(context, (t) => connectionFor(t, question));
  if (connectionId === undefined) return undefined;
  const { transaction, payload, name } = question;
  const answer = await askFarEnd(context, root, { connectionId, transaction, payload });
  if (answer !== undefined) return answer;
  const isFile = await inPractice(context, (t) => isRoutedOver(t, question, connectionId));
  if (!isFile) return undefined;
  const connection = await openConnection(context, connectionId, root);
  await connection?.handOver({ name, bytes: payload });
  return undefined;
}

/** The bytes of a question that still waits, and the payer that it is for. */
async function questionOf(
  context: ReadingContext,
  checkId: number,
): Promise<Omit<PayerQuestion, "transaction" | "name"> | undefined> {
  const request = await inPractice(context, async (transaction) => {
    const check = await findCheck(transaction, checkId);
    if (check?.outcome !== "waiting") return undefined;
    const found = await findRequest(transaction, checkId);
    return found && { documentId: found.documentId, payerId: check.payerId };
  });
  if (request === undefined) return undefined;
  const payload = await documentBytes(context, request.documentId);
  return { payerId: request.payerId, payload };
}

/** A kept document, whole in memory: a question is small. */
export async function documentBytes(
  { practice, documents }: ReadingContext,
  documentId: number,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const scope = { practiceId: practice.practiceId, actor };
  for await (const piece of documents.read(scope, documentId)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Takes an answer in as a file: read by the same reader as one that came over a folder. */
export async function takeIn(
  context: ReadingContext,
  name: string,
  bytes: Uint8Array,
): Promise<void> {
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
