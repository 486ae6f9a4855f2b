import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isWorkKind } from "../../work/work-item/work-kinds.ts";
import { ExamplePractice } from "../posting/testing/practice-books.command.ts";
import { exceptionKinds } from "./exception-answers.ts";
import { type ExceptionKey, listExceptions } from "./list-exceptions.query.ts";

let database: TestDatabase;
let practice: ExamplePractice;

beforeAll(async () => {
  database = await createTestDatabase();
  practice = await ExamplePractice.create(database);
});
afterAll(() => database.drop());

test("every kind of an exception is a kind of work", () => {
  for (const kind of Object.values(exceptionKinds).flat()) expect(isWorkKind(kind)).toBe(true);
});

test("what waits stands in one list, counted by what a person does about it, page by page", async () => {
  await practice.record({ number: "A100", lines: [{ charged: 10_000 }] });
  const line = { charged: 10_000, paid: 6000, cas: [["CO", "45", 4000]] } as const;
  const claim = { number: "A100", lines: [line] };
  const unknown = { number: "Z9", lines: [{ charged: 500, paid: 500 }] };
  await practice.post({ trace: "T1", claims: [claim, unknown], plb: [["WO", 700, "R1"]] });
  await practice.post({ trace: "T2", paid: 1, claims: [claim] });
  const list = (after?: ExceptionKey, chosen?: "takeback") =>
    practice.act((transaction) =>
      listExceptions(
        transaction,
        { class: chosen },
        { limit: 2, after, today: "2026-03-10", withTotal: true },
      ),
    );
  const first = await list();
  const second = await list(first.next ?? undefined);
  const rows = [...first.rows, ...second.rows];
  expect(rows.map(({ exceptionClass }) => exceptionClass).sort()).toEqual([
    "out-of-balance",
    "takeback",
    "unmatched",
  ]);
  expect(rows.every(({ subject }) => subject.kind === "remittance")).toBe(true);
  expect(first.total?.counts).toEqual({
    class: { "out-of-balance": 1, takeback: 1, unmatched: 1 },
  });
  expect((await list(undefined, "takeback")).rows).toMatchObject([{ cents: 700 }]);
});
