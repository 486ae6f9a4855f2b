import { sql } from "@headwater/platform/database/sql.ts";
import {
  type PracticeTransaction,
  withPractice,
} from "@headwater/platform/tenancy/with-practices.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { releaseHold } from "../hold/change-hold.command.ts";
import { holdsOf } from "../hold/find-holds.query.ts";
import { changeWork } from "../work-item/change-work.command.ts";
import { listWork } from "../work-item/list-work.query.ts";
import type { WholeFacts } from "./facts.ts";
import { runEdits } from "./run-edits.command.ts";
import { cleanFacts, testDay } from "./testing/clean-facts.ts";

let database: TestDatabase;
const practiceId = 1;
let subjectId = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.owner.query(
    "insert into practices (practice_id, public_id, name) values (1, gen_random_uuid(), 'One')",
  );
});
afterAll(() => database?.drop());
beforeEach(() => {
  subjectId += 1;
});

function inPractice<Result>(work: (transaction: PracticeTransaction) => Promise<Result>) {
  return withPractice(database, { practiceId, actor: "user:1" }, work);
}

/** Judges one encounter of clean facts with changes. */
function judge(changes: WholeFacts) {
  const { codes: _, ...facts } = cleanFacts("charge");
  const changed = { ...facts, whole: { ...facts.whole, ...changes } };
  const subject = { id: subjectId, cents: 33_000 };
  const run = { stage: "charge", kind: "encounter", today: testDay } as const;
  return inPractice(async (transaction) => {
    const { held } = await runEdits(transaction, run, [{ subject, facts: changed }]);
    return held.has(subjectId);
  });
}

const unsigned: WholeFacts = { "encounter.signedOn": undefined };
const undocumented: WholeFacts = { "encounter.isDocumented": false };
const subject = () => ({ kind: "encounter", id: subjectId });

function openWork() {
  return inPractice(async (transaction) => {
    const { rows } = await listWork(transaction, { kind: "edit-hold" }, { limit: 100 });
    return rows.filter((row) => row.subject.id === subjectId);
  });
}

function eventKinds() {
  return inPractice(async (transaction) => {
    const rows = await transaction.query<{ kind: string }>(sql`
      select kind from events where practice_id = ${practiceId} and subject_kind = 'encounter'
        and subject_id = ${subjectId} order by event_id`);
    return rows.map(({ kind }) => kind);
  });
}

async function release(reason: string) {
  return inPractice(async (transaction) => {
    const [hold] = await holdsOf(transaction, subject());
    if (hold === undefined) throw new Error("no hold");
    return releaseHold(transaction, hold.id, { revision: hold.revision, reason });
  });
}

describe("edits that run when something is saved", () => {
  test("nothing is written of what is clean", async () => {
    expect(await judge({})).toBe(false);
    expect(await openWork()).toEqual([]);
    expect(await eventKinds()).toEqual([]);
  });

  test("what is wrong is held under one work item of its owner, however often it is saved", async () => {
    expect(await judge(unsigned)).toBe(true);
    expect(await judge(unsigned)).toBe(true);
    expect(await openWork()).toMatchObject([
      {
        role: "provider",
        due: "2026-11-23",
        cents: 33_000,
        revision: 1,
        whyText: "Held: The note is not signed. A service is billed from a signed note.",
        actions: ["fix-findings", "release-hold"],
      },
    ]);
    expect(await eventKinds()).toEqual(["edits-found", "hold-placed"]);
  });

  test("the hold goes by itself once what was found is mended, and comes again", async () => {
    await judge(unsigned);
    expect(await judge({})).toBe(false);
    expect(await openWork()).toEqual([]);
    expect(await judge(unsigned)).toBe(true);
    expect(await openWork()).toHaveLength(1);
    const holds = await inPractice((transaction) => holdsOf(transaction, subject()));
    expect(holds.map(({ releaseReason }) => releaseReason)).toEqual([null, "need-gone"]);
  });

  test("what a person released does not hold again; something else does", async () => {
    await judge(unsigned);
    expect(await release("Signed on paper")).toMatchObject({ releaseReason: "Signed on paper" });
    expect(await openWork()).toEqual([]);
    expect(await judge(unsigned)).toBe(false);
    expect(await judge({ ...unsigned, ...undocumented })).toBe(true);
    expect(await openWork()).toMatchObject([
      { whyText: "Held: The documentation is not complete." },
    ]);
  });

  test("a hold is released once, by who saw it as it is", async () => {
    await judge(unsigned);
    const [hold] = await inPractice((transaction) => holdsOf(transaction, subject()));
    const id = hold?.id ?? 0;
    const by = (revision: number) =>
      inPractice((transaction) => releaseHold(transaction, id, { revision, reason: "Seen" }));
    expect(await by(9)).toEqual({ refused: "revision_changed" });
    expect(await by(1)).toMatchObject({ id, releasedBy: "user:1" });
    expect(await by(2)).toEqual({ refused: "hold_released" });
  });

  test("what a person holds stays held when edits find nothing", async () => {
    await inPractice((transaction) =>
      transaction.execute(sql`
        insert into holds (practice_id, subject_kind, subject_id, cause, reason, owner_role, held_by)
        values (${transaction.practiceId}, 'encounter', ${subjectId}, 'person',
          'Ask the provider', 'biller', 'user:1')`),
    );
    expect(await judge({})).toBe(true);
    await release("Answered");
    expect(await judge({})).toBe(false);
  });

  test("its work item is not closed but by what ends the hold", async () => {
    await judge(unsigned);
    const [item] = await openWork();
    const change = { close: { reason: "Later" } };
    const closed = await inPractice((transaction) =>
      changeWork(transaction, item?.id ?? 0, { revision: item?.revision ?? 0, change }),
    );
    expect(closed).toEqual({ refused: "work_not_closable" });
    expect(await openWork()).toHaveLength(1);
  });
});
