import { afterAll, beforeAll, expect, test } from "vitest";
import { withPractice } from "../tenancy/with-practices.ts";
import { createTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { forgetAnswers, inputHash, runIdempotently } from "./run-idempotently.ts";

let database: TestDatabase;
let runs = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.owner.query(
    "insert into practices (practice_id, public_id, name) values (1, gen_random_uuid(), 'One'), (2, gen_random_uuid(), 'Two')",
  );
});
afterAll(() => database.drop());

function command(
  key: string,
  input: unknown,
  change: { practiceId?: number; scope?: string } = {},
) {
  const { practiceId = 1, scope = "POST /imports" } = change;
  return withPractice(database, { practiceId, actor: "test" }, (transaction) =>
    runIdempotently(transaction, { scope, key, inputHash: inputHash(input) }, async () => {
      runs += 1;
      await new Promise((wake) => setTimeout(wake, 20));
      return { status: 201, response: { run: runs } };
    }),
  );
}

test("the same command gives its first answer and runs once", async () => {
  runs = 0;
  const first = await command("a", { cents: 100, payer: "x" });
  const again = await command("a", { payer: "x", cents: 100 });
  expect(first).toEqual({ kind: "done", status: 201, response: { run: 1 } });
  expect(again).toEqual({ kind: "repeated", status: 201, response: { run: 1 } });
  expect(runs).toBe(1);
});

test("the same key with another input is refused", async () => {
  await command("b", { cents: 100 });
  expect(await command("b", { cents: 101 })).toEqual({
    kind: "refused",
    code: "IDEMPOTENCY_KEY_REUSED",
  });
});

test("keys of other practices and other commands are others", async () => {
  await command("c", {});
  expect(await command("c", {}, { practiceId: 2 })).toMatchObject({ kind: "done" });
  expect(await command("c", {}, { scope: "POST /notes" })).toMatchObject({ kind: "done" });
});

test("sixteen at once run once; the others are in flight or repeated", async () => {
  runs = 0;
  const results = await Promise.all(Array.from({ length: 16 }, () => command("d", {})));
  expect(runs).toBe(1);
  expect(results.filter((result) => result.kind === "done")).toHaveLength(1);
  for (const result of results) {
    if (result.kind === "refused") expect(result.code).toBe("IDEMPOTENCY_KEY_IN_FLIGHT");
  }
});

test("a fault stores nothing", async () => {
  const failing = withPractice(database, { practiceId: 1, actor: "test" }, (transaction) =>
    runIdempotently(transaction, { scope: "x", key: "e", inputHash: inputHash(1) }, () =>
      Promise.reject(new Error("fault")),
    ),
  );
  await expect(failing).rejects.toThrow("fault");
  expect(await command("e", 1, { scope: "x" })).toMatchObject({ kind: "done" });
});

test("answers are forgotten by age", async () => {
  await command("f", {});
  const forget = (days: number) =>
    withPractice(database, { practiceId: 1, actor: "test" }, (transaction) =>
      forgetAnswers(transaction, days),
    );
  expect(await forget(30)).toBe(0);
  await database.owner.query(
    "update idempotency_keys set created_at = now() - interval '31 days' where key = 'f'",
  );
  expect(await forget(30)).toBe(1);
});
