import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "../database/sql.ts";
import { createTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { allPracticeIds } from "./practice-ids.ts";
import { withNoPractice, withPractice, withPractices } from "./with-practices.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.owner.query(
    "insert into practices (practice_id, public_id, name) values (1, gen_random_uuid(), 'One'), (2, gen_random_uuid(), 'Two')",
  );
});
afterAll(() => database.drop());

const actor = "test";

function addAccount(practiceId: number, name: string) {
  return withPractice(database, { practiceId, actor }, (transaction) =>
    transaction.execute(sql`insert into accounts (practice_id, kind, name)
      values (${practiceId}, 'cash', ${name})`),
  );
}

function countAccounts(practiceIds: readonly number[]) {
  return withPractices(database, { practiceIds, actor }, async (transaction) => {
    const row = await transaction.one<{ count: number }>(sql`select count(*) from accounts`);
    return row.count;
  });
}

test("a set of practices sees its own rows and no others", async () => {
  await addAccount(1, "first");
  await addAccount(2, "second");
  await addAccount(2, "third");
  expect(await countAccounts([1])).toBe(1);
  expect(await countAccounts([2])).toBe(2);
  expect(await countAccounts([1, 2])).toBe(3);
  expect(await countAccounts([])).toBe(0);
});

test("the set ends with its transaction", async () => {
  await countAccounts([1, 2]);
  const client = await database.application.connect();
  try {
    const result = await client.query<{ count: number }>("select count(*) from accounts");
    expect(result.rows[0]?.count).toBe(0);
  } finally {
    client.release();
  }
});

test("a row of another practice is refused", async () => {
  const write = withPractice(database, { practiceId: 1, actor }, (transaction) =>
    transaction.execute(
      sql`insert into accounts (practice_id, kind, name) values (2, 'cash', 'x')`,
    ),
  );
  await expect(write).rejects.toMatchObject({ code: "42501" });
});

test("an invalid practice id never reaches the setting", async () => {
  await expect(countAccounts([Number.NaN])).rejects.toMatchObject({ code: "PRACTICE_ID_INVALID" });
});

test("the actor is known to the database", async () => {
  const row = await withNoPractice(database, { actor: "user:7" }, (transaction) =>
    transaction.one<{ actor: string }>(sql`select current_setting('headwater.actor') as actor`),
  );
  expect(row.actor).toBe("user:7");
});

test("the installation's own work knows all practices", async () => {
  expect(await allPracticeIds(database)).toEqual([1, 2]);
});
