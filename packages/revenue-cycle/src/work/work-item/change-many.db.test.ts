import {
  type PracticeTransaction,
  withPractice,
} from "@headwater/platform/tenancy/with-practices.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeManyItems, undoLastBulk } from "./change-many.command.ts";
import { changeWork } from "./change-work.command.ts";
import { listWork } from "./list-work.query.ts";
import { raiseWork } from "./work-item.store.ts";

let database: TestDatabase;
const practiceId = 1;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.owner.query(
    "insert into practices (practice_id, public_id, name) values (1, gen_random_uuid(), 'One')",
  );
});
afterAll(() => database?.drop());

function act<Result>(work: (transaction: PracticeTransaction) => Promise<Result>) {
  return withPractice(database, { practiceId, actor: "user:1" }, work);
}

async function raise(...needKeys: string[]) {
  return act(async (transaction) => {
    const needs = needKeys.map((needKey) => ({
      kind: "deposit-unmatched" as const,
      needKey,
      subjectKind: "deposit",
      subjectId: 1,
      cents: 1_000,
    }));
    await raiseWork(transaction, needs);
    const { rows } = await listWork(transaction, {}, { limit: 100 });
    return rows.slice(-needKeys.length);
  });
}

const seenOf = (items: readonly { id: number; revision: number }[]) =>
  items.map(({ id, revision }) => ({ id, revision }));

describe("a change of many work items", () => {
  test("is judged item by item and undone as a whole", async () => {
    const items = await raise("a", "b", "c");
    const [first, second, third] = items;
    if (!first || !second || !third) throw new Error("three items");
    const alone = { revision: second.revision, change: { assignedTo: "Ben" } };
    await act((transaction) => changeWork(transaction, second.id, alone));
    const change = { close: { reason: "Deposited by mistake" } };
    const wanted = (isPreview: boolean) =>
      act((transaction) => changeManyItems(transaction, seenOf(items), { change, isPreview }));
    const expected = {
      changed: 2,
      cents: 2_000,
      rows: [
        { id: first.id, outcome: "changed" },
        { id: second.id, outcome: "revision_changed" },
        { id: third.id, outcome: "changed" },
      ],
    };
    expect(await wanted(true)).toEqual({ ...expected, bulkChangeId: null });
    expect(await wanted(false)).toMatchObject(expected);
    const states = async () => {
      const { rows } = await act((transaction) =>
        listWork(transaction, { state: "closed" }, { limit: 100 }),
      );
      return rows.map(({ id }) => id);
    };
    expect(await states()).toEqual([first.id, third.id]);
    expect(await act(undoLastBulk)).toMatchObject({ changed: 2 });
    expect(await states()).toEqual([]);
    expect(await act(undoLastBulk)).toBeUndefined();
  });

  test("what somebody changed since is not undone", async () => {
    const items = await raise("d", "e");
    const [first] = items;
    if (!first) throw new Error("two items");
    const due = { change: { due: "2026-12-24" }, isPreview: false };
    await act((transaction) => changeManyItems(transaction, seenOf(items), due));
    const later = { revision: first.revision + 1, change: { assignedTo: "Ben" } };
    await act((transaction) => changeWork(transaction, first.id, later));
    expect(await act(undoLastBulk)).toMatchObject({
      changed: 1,
      rows: [{ id: first.id, outcome: "revision_changed" }, { outcome: "changed" }],
    });
  });
});
