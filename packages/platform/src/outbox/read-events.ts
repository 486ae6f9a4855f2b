import { z } from "zod";
import { type Sql, sql } from "../database/sql.ts";
import { enqueueJob, type JobRequest } from "../jobs/enqueue-job.ts";
import type { JobTask } from "../jobs/start-worker.ts";
import { NamedError } from "../named-error.ts";
import {
  type PracticesDatabase,
  type PracticeTransaction,
  withPractice,
} from "../tenancy/with-practices.ts";

/** An event as a subscriber reads it. */
export interface OutboxEvent {
  readonly event_id: number;
  readonly transaction_id: string;
  readonly kind: string;
  readonly subject_kind: string;
  readonly subject_id: number;
  readonly claim_id: number | null;
  readonly actor: string;
  readonly change: Readonly<Record<string, unknown>>;
  readonly effective_on: string | null;
  readonly recorded_at: Date;
}

export interface Subscriber {
  readonly name: string;
  /** Kinds of interest; all if absent. The others are passed over. */
  readonly kinds?: readonly string[];
  readonly batch?: number;
  /** Takes a batch in the transaction that moves the cursor: both happen or neither. */
  handle(transaction: PracticeTransaction, events: readonly OutboxEvent[]): Promise<void>;
}

interface Cursor {
  readonly transaction_id: string;
  readonly event_id: number;
}

/**
 * Reads the next batch of one practice and moves the subscriber's cursor. The cursor never passes
 * the oldest running transaction: an event with a lower id may still be committed by it. Returns
 * how many events were read; another reader at work on the same cursor means none.
 */
async function readBatch(
  database: PracticesDatabase,
  subscriber: Subscriber,
  practiceId: number,
): Promise<number> {
  const actor = `system:${subscriber.name}`;
  return withPractice(database, { practiceId, actor }, async (transaction) => {
    await transaction.execute(sql`
      insert into subscriber_cursors (practice_id, subscriber) values (${practiceId}, ${subscriber.name})
      on conflict do nothing`);
    const cursor = await transaction.maybeOne<Cursor>(sql`
      select transaction_id::text, event_id from subscriber_cursors
      where practice_id = ${practiceId} and subscriber = ${subscriber.name}
      for update skip locked`);
    if (cursor === undefined) return 0;
    const events = await transaction.query<OutboxEvent>(
      eventsAfter(cursor, { practiceId, limit: subscriber.batch ?? 500 }),
    );
    const last = events.at(-1);
    if (last === undefined) return 0;
    const { kinds } = subscriber;
    const wanted = kinds ? events.filter((event) => kinds.includes(event.kind)) : events;
    if (wanted.length > 0) await subscriber.handle(transaction, wanted);
    await transaction.execute(sql`
      update subscriber_cursors
      set transaction_id = ${last.transaction_id}::xid8, event_id = ${last.event_id}, moved_at = now()
      where practice_id = ${practiceId} and subscriber = ${subscriber.name}`);
    return events.length;
  });
}

function eventsAfter(cursor: Cursor, page: { practiceId: number; limit: number }): Sql {
  return sql`
    select event_id, transaction_id::text, kind, subject_kind, subject_id, claim_id, actor, change,
           effective_on, recorded_at
    from events
    where practice_id = ${page.practiceId}
      and (transaction_id, event_id) > (${cursor.transaction_id}::xid8, ${cursor.event_id}::bigint)
      and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
    order by transaction_id, event_id
    limit ${page.limit}`;
}

export interface CaughtUp {
  /** How many events were read. */
  readonly events: number;
  /** Whether committed events remain that an older, still running transaction holds back. */
  readonly heldBack: boolean;
}

/** Hands a subscriber everything of a practice that may be read since its last time. */
export async function catchUp(
  database: PracticesDatabase,
  subscriber: Subscriber,
  practiceId: number,
): Promise<CaughtUp> {
  let events = 0;
  for (;;) {
    const count = await readBatch(database, subscriber, practiceId);
    events += count;
    if (count < (subscriber.batch ?? 500)) break;
  }
  const actor = `system:${subscriber.name}`;
  const heldBack = await withPractice(database, { practiceId, actor }, async (transaction) => {
    const row = await transaction.one<{ more: boolean }>(sql`
      select exists (
        select 1 from events e join subscriber_cursors c using (practice_id)
        where practice_id = ${practiceId} and c.subscriber = ${subscriber.name}
          and (e.transaction_id, e.event_id) > (c.transaction_id, c.event_id)) as more`);
    return row.more;
  });
  return { events, heldBack };
}

/**
 * Asks, in the transaction that writes events, for a subscriber to be woken. Many wake-ups that
 * wait become one. A lost one does no harm: the next finds the same events.
 */
export async function wakeSubscriber(
  transaction: PracticeTransaction,
  subscriber: string,
  runAt?: Date,
): Promise<void> {
  const job: JobRequest = {
    task: "wake-subscriber",
    payload: { practiceId: transaction.practiceId, subscriber },
    jobKey: `wake:${subscriber}:${transaction.practiceId}`,
  };
  await enqueueJob(transaction, runAt ? { ...job, runAt } : job);
}

const HELD_BACK_RETRY_MS = 500;

/** The task `wake-subscriber`: lets the named subscriber catch up, and comes back for what is held back. */
export function wakeSubscriberTask(
  database: PracticesDatabase,
  subscribers: readonly Subscriber[],
): JobTask {
  const byName = new Map(subscribers.map((subscriber) => [subscriber.name, subscriber]));
  return async (payload) => {
    const { practiceId, subscriber: name } = wakePayload.parse(payload);
    const subscriber = byName.get(name);
    if (!subscriber) throw new NamedError("SUBSCRIBER_UNKNOWN", name);
    const { heldBack } = await catchUp(database, subscriber, practiceId);
    if (!heldBack) return;
    const runAt = new Date(Date.now() + HELD_BACK_RETRY_MS);
    await withPractice(database, { practiceId, actor: `system:${name}` }, (transaction) =>
      wakeSubscriber(transaction, name, runAt),
    );
  };
}

const wakePayload = z.object({ practiceId: z.number().int(), subscriber: z.string() });
