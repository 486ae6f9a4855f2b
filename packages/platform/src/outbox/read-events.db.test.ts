import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { sql } from "../database/sql.ts";
import { startWorker } from "../jobs/start-worker.ts";
import { withPractice } from "../tenancy/with-practices.ts";
import { createTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { catchUp, type Subscriber, wakeSubscriber, wakeSubscriberTask } from "./read-events.ts";

let database: TestDatabase;
let seen: number[] = [];
const scope = { practiceId: 1, actor: "test" };

function subscriber(name: string, change: Partial<Subscriber> = {}): Subscriber {
  return {
    name,
    handle: async (_transaction, events) => {
      seen.push(...events.map((event) => event.subject_id));
    },
    ...change,
  };
}

beforeAll(async () => {
  database = await createTestDatabase();
  await database.owner.query(
    "insert into practices (practice_id, public_id, name) values (1, gen_random_uuid(), 'One'), (2, gen_random_uuid(), 'Two')",
  );
});
beforeEach(async () => {
  seen = [];
  await database.owner.query("truncate subscriber_cursors");
});
afterAll(() => database.drop());

/** Reads until nothing is held back: running transactions of other test files' databases count too. */
async function readAll(reader: Subscriber): Promise<number> {
  let total = 0;
  for (;;) {
    const { events, heldBack } = await catchUp(database, reader, 1);
    total += events;
    if (!heldBack) return total;
    await new Promise((wake) => setTimeout(wake, 20));
  }
}

const event = (subject: number, kind = "test.happened") => sql`
  insert into events (practice_id, kind, subject_kind, subject_id, actor)
  values (1, ${kind}, 'test', ${subject}, 'test')`;

const write = (subject: number, kind?: string) =>
  withPractice(database, scope, (transaction) => transaction.execute(event(subject, kind)));

/** A transaction that has written an event and is not yet committed. */
async function holdOpen(subject: number) {
  let commit: () => void = () => undefined;
  const mayCommit = new Promise<void>((resolve) => {
    commit = resolve;
  });
  let written: () => void = () => undefined;
  const isWritten = new Promise<void>((resolve) => {
    written = resolve;
  });
  const ended = withPractice(database, scope, async (transaction) => {
    await transaction.execute(event(subject));
    written();
    await mayCommit;
  });
  await isWritten;
  return async () => {
    commit();
    await ended;
  };
}

test("an event of a slow transaction with a lower id is not passed over", async () => {
  const commitSlow = await holdOpen(101);
  await write(102);
  const reader = subscriber("late");
  expect(await catchUp(database, reader, 1)).toEqual({ events: 0, heldBack: true });
  await commitSlow();
  expect(await readAll(reader)).toBe(2);
  expect(seen).toEqual([101, 102]);
});

test("every event comes once, in batches, through interleaved writers", async () => {
  const reader = subscriber("batches", { batch: 7 });
  await readAll(reader);
  seen = [];
  const commitSlow = await holdOpen(1000);
  for (let subject = 1001; subject < 1040; subject += 1) {
    await write(subject);
    if (subject % 10 === 0) await catchUp(database, reader, 1);
  }
  await commitSlow();
  await Promise.all([catchUp(database, reader, 1), catchUp(database, reader, 1)]);
  await readAll(reader);
  expect([...seen].sort((left, right) => left - right)).toEqual(
    Array.from({ length: 40 }, (_, index) => 1000 + index),
  );
});

test("a handler that fails is handed the same events again", async () => {
  const reader = subscriber("failing");
  await readAll(reader);
  await write(1);
  const failing = subscriber("failing", { handle: () => Promise.reject(new Error("not yet")) });
  await expect(readAll(failing)).rejects.toThrow("not yet");
  seen = [];
  await readAll(reader);
  expect(seen).toEqual([1]);
});

test("only kinds of interest are handed over, and never another practice's", async () => {
  const reader = subscriber("choosy", { kinds: ["test.wanted"] });
  await readAll(reader);
  await write(5);
  await write(6, "test.wanted");
  await catchUp(database, reader, 2);
  await readAll(reader);
  expect(seen).toEqual([6]);
});

test("a wake-up in the writing transaction is enough, also when something holds it back", async () => {
  const reader = subscriber("woken");
  await readAll(reader);
  seen = [];
  const worker = await startWorker({
    owner: database.owner,
    process: "outbox test",
    concurrency: 1,
    pollIntervalMs: 100,
    tasks: { "wake-subscriber": wakeSubscriberTask(database, [reader]) },
  });
  const commitSlow = await holdOpen(70);
  await withPractice(database, scope, async (transaction) => {
    await transaction.execute(event(71));
    await wakeSubscriber(transaction, reader.name);
  });
  await new Promise((wake) => setTimeout(wake, 300));
  expect(seen).toEqual([]);
  await commitSlow();
  for (let wait = 0; wait < 100 && seen.length < 2; wait += 1) {
    await new Promise((wake) => setTimeout(wake, 50));
  }
  await worker.stop();
  expect(seen).toEqual([70, 71]);
});
