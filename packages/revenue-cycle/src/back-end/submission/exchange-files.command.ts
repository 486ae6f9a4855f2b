import { inPractice, type ReadingContext } from "../file/reading-context.command.ts";
import { unsentBatches } from "./batch.store.ts";
import { noteAnswer, noteFailure, takePermit } from "./circuit.store.ts";
import { type DueConnection, dueConnections, noteExchange } from "./connection-schedule.store.ts";
import { fetchInbox } from "./fetch-inbox.command.ts";
import { readyByConnection } from "./list-batches.query.ts";
import { prepareBatch } from "./prepare-batch.command.ts";
import { reach } from "./reach-connection.command.ts";
import { sendBatch } from "./send-batch.command.ts";

/** The task that exchanges files over one connection when its clock asks for it. */
export const exchangeFilesTask = "exchange-files";

export type Exchanged =
  | { readonly is: "nothing-due" }
  /** The far end failed several times: nobody tries until then. */
  | { readonly is: "left-alone"; readonly until: number }
  /** What was prepared stays prepared; the next minute tries again. */
  | { readonly is: "unreached"; readonly cause: string }
  | { readonly is: "exchanged"; readonly batches: number; readonly files: number };

/** Batches made in one go: one of each kind of claim, and then those that were too many for one. */
const mostBatches = 8;

/**
 * Does what the clock of a connection asks for: hands over what was prepared and could not go, makes and
 * sends batches of what is ready, picks up what waits. A far end that is down is noted and tried again the
 * next minute, and left alone after several failures; nothing waits for it and nothing is lost.
 */
export async function exchangeFiles(
  context: ReadingContext,
  connectionId: number,
  root: string,
): Promise<Exchanged> {
  const due = await inPractice(context, async (transaction) =>
    (await dueConnections(transaction)).find((one) => one.connectionId === connectionId),
  );
  if (due === undefined) return { is: "nothing-due" };
  const permit = await inPractice(context, (t) => takePermit(t, connectionId));
  if (permit.is === "refused") return { is: "left-alone", until: permit.until };
  const done = await reach(() => exchange(context, due, root));
  if (done.is === "unreached") {
    await inPractice(context, (t) => noteFailure(t, connectionId, done.cause));
    return done;
  }
  const { batches, files, refusal } = done.result;
  await inPractice(context, async (transaction) => {
    await noteAnswer(transaction, connectionId);
    await noteExchange(transaction, due, refusal);
  });
  return { is: "exchanged", batches, files };
}

type Done = {
  readonly batches: number;
  readonly files: number;
  /** Why no batch was made of what is ready. */
  readonly refusal: string | undefined;
};

async function exchange(
  context: ReadingContext,
  { connectionId, pickUp, send }: DueConnection,
  root: string,
): Promise<Done> {
  const sent = send ? await sendReady(context, connectionId, root) : { batches: 0 };
  const fetched = pickUp ? await fetchInbox(context, connectionId, root) : [];
  return { refusal: undefined, ...sent, files: fetched?.length ?? 0 };
}

async function sendReady(
  context: ReadingContext,
  connectionId: number,
  root: string,
): Promise<{ readonly batches: number; readonly refusal?: string }> {
  let batches = 0;
  for (const batchId of await inPractice(context, (t) => unsentBatches(t, connectionId))) {
    await sendBatch(context, batchId, root);
    batches += 1;
  }
  const time = new Date().toISOString().slice(11, 16).replace(":", "");
  while (batches < mostBatches) {
    const ready = await inPractice(context, readyByConnection);
    const claimIds = ready.find((one) => one.connectionId === connectionId)?.claimIds ?? [];
    if (claimIds.length === 0) break;
    const publicId = context.random.uuid();
    const prepared = await prepareBatch(context, { publicId, connectionId, claimIds, time });
    if (prepared.is === "refused") return { batches, refusal: prepared.code };
    const sent = await sendBatch(context, prepared.batch.batchId, root);
    if (sent.is === "refused") return { batches, refusal: sent.code };
    batches += 1;
  }
  return { batches };
}
