import { NamedError } from "@headwater/platform/named-error.ts";
import { inPractice, type ReadingContext } from "../file/reading-context.command.ts";
import { findConnection } from "./batch.store.ts";
import { noteAnswer, noteFailure, takePermit } from "./circuit.store.ts";
import { configuredLive } from "./configured-connection.store.ts";
import { findSchedule } from "./connection-schedule.store.ts";
import { patienceOf } from "./connection-schedule.ts";
import type { LiveTransaction } from "./core-envelope.ts";

export type LiveQuestion = {
  readonly connectionId: number;
  readonly transaction: LiveTransaction;
  readonly payload: Uint8Array;
};

/**
 * Asks a far end that answers at once, if its circuit lets us: `undefined` where the connection answers
 * nothing at once. While it is down nobody waits for it (`CONNECTION_PAUSED`); one question then and
 * again tries it out. No transaction is open while it is asked. Throws the faults of the connection.
 */
export async function askFarEnd(
  context: ReadingContext,
  root: string,
  { connectionId, transaction, payload }: LiveQuestion,
): Promise<Uint8Array | undefined> {
  const { found, schedule } = await inPractice(context, async (t) => ({
    found: await findConnection(t, connectionId),
    schedule: await findSchedule(t, connectionId),
  }));
  if (found === undefined) return undefined;
  const place = { root, practice: context.practice.publicId, folder: found.folder };
  const live = await configuredLive(place, context.random, patienceOf(schedule));
  if (live === undefined) return undefined;
  const permit = await inPractice(context, (t) => takePermit(t, connectionId));
  if (permit.is === "refused") {
    throw new NamedError("CONNECTION_PAUSED", "the far end failed several times and is left alone");
  }
  try {
    const answer = await live.ask(transaction, payload);
    await inPractice(context, (t) => noteAnswer(t, connectionId));
    return answer;
  } catch (error) {
    if (!(error instanceof NamedError)) throw error;
    await inPractice(context, (t) => noteFailure(t, connectionId, error.code));
    throw error;
  }
}
