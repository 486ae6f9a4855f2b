import { sql } from "@headwater/platform/database/sql.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { accountBalances } from "../patient-account/account-balances.query.ts";
import { takePayment } from "../patient-account/take-payment.command.ts";
import type { ExampleRemittance } from "../posting/testing/example-remittance.ts";
import { ExamplePractice } from "../posting/testing/practice-books.command.ts";
import { mailRun, voidRun, voidStatement } from "./change-statement.command.ts";
import { drawStatement } from "./draw-statement.query.ts";
import { previewStatements, runStatements } from "./run-statements.command.ts";
import { findStatement } from "./statement.store.ts";

let database: TestDatabase;
let practice: ExamplePractice;

const today = "2026-04-01";

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const remittance: ExampleRemittance = {
  trace: "T1",
  date: "2026-03-01",
  claims: [
    {
      number: "A100",
      patient: ["ORTIZ", "LENA"],
      lines: [
        {
          code: "99213",
          charged: 10_000,
          paid: 6000,
          cas: [
            ["CO", "45", 2000],
            ["PR", "2", 2000],
          ],
        },
      ],
    },
    {
      number: "B200",
      patient: ["HALE", "ROBERT"],
      lines: [{ code: "85025", charged: 4000, paid: 3600, cas: [["PR", "1", 400]] }],
    },
  ],
};

/** Two patients who answer for themselves: one owes 20.00, the other 4.00. */
beforeEach(async () => {
  practice = await ExamplePractice.create(database);
  await practice.record(
    { number: "A100", lines: [{ charged: 10_000 }], patient: ["ORTIZ", "LENA"] },
    { number: "B200", lines: [{ charged: 4000, code: "85025" }], patient: ["HALE", "ROBERT"] },
  );
  await practice.post(remittance);
  await practice.act((transaction) =>
    transaction.execute(sql`
      update patients set address_line1 = '12 Elm Street', city = 'Columbus', state = 'OH',
        postal_code = '43215', last_name_key = lower(last_name) where practice_id = ${practice.practiceId}`),
  );
});

const run = () => practice.act((transaction) => runStatements(transaction, { today }));
const stored = (id: number) => practice.act((transaction) => findStatement(transaction, id));

async function textOf(bytes: Uint8Array): Promise<string[]> {
  const file = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    const { items } = await (await file.getPage(number)).getTextContent();
    pages.push(items.map((item) => ("str" in item ? item.str : "")).join(" "));
  }
  await file.destroy();
  return pages;
}

test("accounts stand in the list by what they owe, the largest first", async () => {
  const search = { today, cycleDays: 28, limit: 1, withTotal: true };
  const page = await practice.act((transaction) => accountBalances(transaction, search));
  expect(page.rows).toMatchObject([
    { name: "ORTIZ, LENA", owedCents: 2000, oldestSince: "2026-03-01", lastStatementOn: null },
  ]);
  expect(page.total).toEqual({ count: 2, cents: 2400 });
  const next = await practice.act((transaction) =>
    accountBalances(transaction, { ...search, after: page.next ?? undefined }),
  );
  expect(next.rows).toMatchObject([{ name: "HALE, ROBERT", owedCents: 400 }]);
  const found = await practice.act((transaction) =>
    accountBalances(transaction, { ...search, search: "hale", age: "31-60", told: "never" }),
  );
  expect(found.rows).toMatchObject([{ name: "HALE, ROBERT" }]);
});

test("a run tells for every account what it does and why not, and its preview says the same", async () => {
  const preview = await practice.act((transaction) => previewStatements(transaction, { today }));
  const done = await run();
  const told = (answer: typeof done) =>
    answer.rows.map(({ name, outcome, reasons }) => [name, outcome, ...reasons]);
  expect(told(done)).toEqual([
    ["ORTIZ, LENA", "send"],
    ["HALE, ROBERT", "not", "below-minimum"],
  ]);
  expect(told(preview)).toEqual(told(done));
  expect(done).toMatchObject({ sends: 1, sendsCents: 2000 });
  expect(await run()).toMatchObject({ sends: 0 });
  const again = await practice.act((transaction) => previewStatements(transaction, { today }));
  expect(again.rows.map(({ reasons }) => reasons.join())).toEqual(["below-minimum", "told-lately"]);
});

test("what was paid and waits is given to its claims before anybody is told", async () => {
  const { rows } = await practice.act((transaction) =>
    accountBalances(transaction, { today, cycleDays: 28, limit: 1 }),
  );
  const patientId = rows[0]?.patientId ?? 0;
  await practice.act((transaction) =>
    takePayment(
      transaction,
      { patientId },
      {
        cents: 500,
        method: "cash",
        place: "desk",
        paidOn: today,
        wish: { by: "nobody" },
      },
    ),
  );
  const done = await run();
  expect(done).toMatchObject({ sends: 1, sendsCents: 1500 });
  const statement = await stored(done.rows[0]?.statement?.id ?? 0);
  expect(statement?.content.visits).toMatchObject([
    {
      patient: "LENA ORTIZ",
      services: [{ words: "Office visit", chargedCents: 10_000 }],
      chargedCents: 10_000,
      insurancePaidCents: 6000,
      adjustedCents: 2000,
      paidCents: 500,
      owedCents: 1500,
      shares: [{ words: "your share of the cost", cents: 2000 }],
    },
  ]);
});

test("a statement is one page that says what is owed and by when, and is made again byte for byte", async () => {
  const done = await run();
  const id = done.rows[0]?.statement?.id ?? 0;
  const statement = await stored(id);
  if (statement === undefined) throw new Error("no statement was kept");
  const bytes = await drawStatement(statement.content);
  await practice.record({ number: "C300", lines: [{ charged: 1 }], patient: ["ORTIZ", "LENA"] });
  const later = await stored(id);
  expect(Buffer.from(await drawStatement(later?.content ?? statement.content))).toEqual(
    Buffer.from(bytes),
  );
  const pages = await textOf(bytes);
  expect(pages).toHaveLength(1);
  for (const words of [
    "You owe $20.00. Please pay by April 22, 2026.",
    "LENA ORTIZ",
    "12 Elm Street",
    "Columbus, OH 43215",
    "Office visit $100.00",
    "PAYER left to you: your share of the cost $20.00.",
    statement.number,
  ]) {
    expect(pages[0]).toContain(words);
  }
});

test("is taken back until its run is mailed, and the account was not told then", async () => {
  const undo = { reason: "Wrong message", today };
  const first = await run();
  const id = first.rows[0]?.statement?.id ?? 0;
  const back = () => practice.act((transaction) => voidStatement(transaction, id, undo));
  expect(await back()).toEqual({ is: "changed", statementIds: [id] });
  expect(await back()).toEqual({ is: "changed", statementIds: [] });
  expect(await stored(id)).toMatchObject({ state: "void", voidReason: "Wrong message" });
  const second = await run();
  expect(second).toMatchObject({ sends: 1 });
  const runId = second.id ?? 0;
  await practice.act((transaction) => mailRun(transaction, runId, today));
  const late = await practice.act((transaction) => voidRun(transaction, runId, undo));
  expect(late).toEqual({ is: "refused", code: "statement_mailed" });
  const unknown = await practice.act((transaction) => voidStatement(transaction, 999_999, undo));
  expect(unknown).toEqual({ is: "refused", code: "statement_unknown" });
});
