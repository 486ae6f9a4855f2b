import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { cashTotals, searchCash } from "../../books/cash/search-cash.query.ts";
import { recordDeposits } from "../../books/deposit/record-deposits.command.ts";
import { closePeriod, reopenPeriod } from "../../books/period/close-period.command.ts";
import { listJournal } from "../../books/period/list-journal.query.ts";
import { showMonth, showMonths } from "../../books/period/show-month.query.ts";
import { ExamplePractice } from "./testing/practice-books.command.ts";

let database: TestDatabase;
let practice: ExamplePractice;
const today = "2026-06-15";

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  practice = await ExamplePractice.create(database);
  await practice.record({ number: "A100", lines: [{ charged: 10_000 }] });
});

const paid = (trace: string, cents: number) => ({
  trace,
  claims: [
    {
      number: "A100",
      lines: [
        {
          code: "99213",
          charged: 10_000,
          paid: cents,
          cas: [["CO", "45", 10_000 - cents] as [string, string, number]],
        },
      ],
    },
  ],
});

const deposit = async (cents: number, traceNumber: string) => {
  const fileId = await practice.addFile();
  const row = { rowNumber: 2, depositedOn: "2026-03-03", payerName: "", type: "ACH" };
  await practice.act((transaction) =>
    recordDeposits(transaction, fileId, [{ ...row, cents, traceNumber }]),
  );
};

const close = (month: string, rest: { withEarlier?: boolean; reason?: string } = {}) =>
  practice.act((transaction) => closePeriod(transaction, { date: month, today, ...rest }));
const month = (day: string) => practice.act((transaction) => showMonth(transaction, day, today));
const sum = (cents: readonly number[]) => cents.reduce((total, one) => total + one, 0);

test("months close the oldest first, and the newest closed one opens again with its reason", async () => {
  await practice.post(paid("T1", 6000));
  expect(await close("2026-03-01")).toEqual({ code: "earlier_month_open", month: "2026-01-01" });
  expect(await close("2026-03-01", { withEarlier: true })).toBeUndefined();
  expect(await close("2026-03-01")).toEqual({ code: "month_already_closed" });
  const states = async () => {
    const months = await practice.act((transaction) => showMonths(transaction, today));
    return months.filter((each) => each.isClosed).map((each) => each.month);
  };
  expect(await states()).toEqual(["2026-03-01", "2026-02-01", "2026-01-01"]);
  const reopen = (date: string) =>
    practice.act((transaction) =>
      reopenPeriod(transaction, { date, today, reason: "a check of March" }),
    );
  expect(await reopen("2026-02-01")).toEqual({ code: "later_month_closed", month: "2026-03-01" });
  expect(await reopen("2026-03-01")).toBeUndefined();
  expect(await states()).toEqual(["2026-02-01", "2026-01-01"]);
  expect(await month("2026-03-01")).toMatchObject({
    isClosed: false,
    changedBy: "test",
    reason: "a check of March",
  });
});

test("the trial balance and the journal of a month balance, and what comes late is the next month's", async () => {
  await practice.post(paid("T1", 6000));
  const shown = await month("2026-03-01");
  const accounts = shown?.accounts ?? [];
  expect(sum(accounts.map((each) => each.openingCents))).toBe(0);
  expect(sum(accounts.map((each) => each.closingCents))).toBe(0);
  expect(sum(accounts.map((each) => each.debitCents - each.creditCents))).toBe(0);
  const cash = accounts.find((each) => each.kind === "cash");
  expect(cash).toMatchObject({ openingCents: 0, debitCents: 6000, closingCents: 6000 });
  const rows: unknown[] = [];
  let after: [string, string, string, string] | undefined;
  do {
    const page = await practice.act((transaction) =>
      listJournal(transaction, "2026-03-01", { limit: 1, after }),
    );
    rows.push(...page.rows);
    after = page.next ?? undefined;
  } while (after !== undefined);
  expect(rows).toMatchObject([
    { kind: "remittance-claim", debit: "Cash", credit: "Insurance receivable", cents: 6000 },
    { kind: "remittance-claim", debit: "Contractual", credit: "Insurance receivable", cents: 4000 },
  ]);
  await close("2026-03-01", { withEarlier: true });
  await practice.record({ number: "A200", lines: [{ charged: 10_000 }] });
  await practice.post({
    ...paid("T2", 5000),
    claims: [
      {
        ...paid("T2", 5000).claims[0],
        number: "A200",
        lines: paid("T2", 5000).claims[0]?.lines ?? [],
      },
    ],
  });
  expect((await month("2026-03-01"))?.accounts).toEqual(accounts);
  const april = (await month("2026-04-01"))?.accounts.find((each) => each.kind === "cash");
  expect(april).toMatchObject({ openingCents: 6000, debitCents: 5000, closingCents: 11_000 });
});

test("the cash board itemises what bank and books do not agree on, to nothing when both are in", async () => {
  const board = async () => {
    const page = await practice.act((transaction) =>
      searchCash(transaction, {}, { limit: 50, today }),
    );
    return page.rows.map((row) => `${row.traceNumber} ${row.state} ${row.unexplainedCents}`).sort();
  };
  const open = async () => {
    const totals = await practice.act((transaction) => cashTotals(transaction, {}));
    expect(totals.bankCents - totals.postedCents).toBe(
      totals.notPostedCents - totals.notDepositedCents,
    );
    return [totals.notDepositedCents, totals.notPostedCents];
  };
  await practice.post(paid("T1", 6000));
  expect(await board()).toEqual(["T1 no-deposit -6000"]);
  expect(await open()).toEqual([6000, 0]);
  await deposit(2500, "T9");
  expect(await board()).toEqual(["T1 no-deposit -6000", "T9 no-remittance 2500"]);
  expect(await open()).toEqual([6000, 2500]);
  await deposit(6000, "T1");
  expect(await board()).toEqual(["T1 agrees 0", "T9 no-remittance 2500"]);
  expect(await open()).toEqual([0, 2500]);
  const march = await month("2026-03-01");
  expect(march?.questions.filter(({ count }) => count > 0)).toEqual([
    { question: "deposits-without-remittance", count: 1, cents: 2500 },
  ]);
});
