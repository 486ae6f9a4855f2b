import { sql } from "@headwater/platform/database/sql.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { listAccounts } from "../../books/account/list-accounts.query.ts";
import { verifyLedger } from "../../books/account/verify-ledger.query.ts";
import { cashTotals, searchCash } from "../../books/cash/search-cash.query.ts";
import type { TypedDeposit } from "../../books/deposit/decide-deposit.ts";
import { enterDeposit } from "../../books/deposit/enter-deposit.command.ts";
import { recordDeposits } from "../../books/deposit/record-deposits.command.ts";
import { searchDeposits } from "../../books/deposit/search-deposits.query.ts";
import { takeBackDeposit } from "../../books/deposit/take-back-deposit.command.ts";
import { closePeriod } from "../../books/period/close-period.command.ts";
import { ExamplePractice } from "./testing/practice-books.command.ts";

let database: TestDatabase;
let practice: ExamplePractice;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  practice = await ExamplePractice.create(database);
});
// The books are whole after every one of these.
afterEach(async () => {
  const { faults } = await practice.act((transaction) => verifyLedger(transaction));
  expect(faults).toEqual([]);
});

const today = "2026-03-25";
const item = { cents: 6000, feeCents: 0, reference: "T1", payerName: "PAYER" };
const check: TypedDeposit = { way: "check", on: "2026-03-20", items: [item] };

/** A posted remittance of 60.00 with the trace number T1. */
async function posted(trace = "T1", number = "A100"): Promise<number> {
  await practice.record({ number, lines: [{ charged: 10_000 }] });
  const { remittanceId = 0 } = await practice.post({
    trace,
    date: "2026-03-18",
    claims: [
      {
        number,
        lines: [{ code: "99213", charged: 10_000, paid: 6000, cas: [["CO", "45", 4000]] }],
      },
    ],
  });
  return remittanceId;
}

const enter = (deposit: TypedDeposit, isAnother = false) =>
  practice.act((transaction) => enterDeposit(transaction, deposit, { today, isAnother }));
const board = () =>
  practice.act(async (transaction) => ({
    rows: (await searchCash(transaction, {}, { limit: 9, today })).rows,
    totals: await cashTotals(transaction, {}),
  }));
const balance = async (kind: string) => {
  const rows = await practice.act((transaction) => listAccounts(transaction));
  return rows.find((row) => row.kind === kind)?.cents;
};

test("a check stands on the board and is tied to its remittance, whichever comes first", async () => {
  await posted();
  await enter(check);
  expect((await board()).rows).toMatchObject([{ state: "agrees", unexplainedCents: 0 }]);
  await enter({ ...check, items: [{ ...item, reference: "T2" }] });
  const before = await board();
  expect(before.rows.map(({ state }) => state)).toEqual(["no-remittance", "agrees"]);
  expect(before.totals.notPostedCents).toBe(6000);
  await posted("T2", "B200");
  const after = await board();
  expect(after.rows.map(({ state }) => state)).toEqual(["agrees", "agrees"]);
  expect(after.totals).toMatchObject({
    notPostedCents: 0,
    notDepositedCents: 0,
    bankCents: 12_000,
  });
});

test("the checks of a lockbox batch find each its remittance", async () => {
  const first = await posted();
  const second = await posted("T2", "B200");
  const result = await enter({
    way: "lockbox",
    on: "2026-03-20",
    batch: { number: "LB-7", totalCents: 12_000 },
    items: [item, { ...item, reference: "T2" }],
  });
  expect(result).toMatchObject({ is: "entered" });
  const { rows } = await practice.act((transaction) => searchDeposits(transaction, { limit: 9 }));
  expect(rows.map(({ remittance }) => remittance?.id).sort()).toEqual([first, second].sort());
  expect(rows.map(({ batchNumber }) => batchNumber)).toEqual(["LB-7", "LB-7"]);
});

test("a virtual card's fee is a transfer of its own: deposit and fee are what the payer paid", async () => {
  await posted();
  await enter({ ...check, way: "virtual-card", items: [{ ...item, cents: 5820, feeCents: 180 }] });
  const { rows, totals } = await board();
  expect(rows).toMatchObject([
    { state: "agrees", bankCents: 5820, feeCents: 180, remittanceCents: 6000, unexplainedCents: 0 },
  ]);
  expect(await balance("fee-expense")).toBe(180);
  // The account of cash is what the bank shows.
  expect(await balance("cash")).toBe(totals.bankCents);
});

test("one that looks like a deposit on file is refused until it is said to be another", async () => {
  await enter(check);
  expect(await enter({ ...check, on: "2026-03-22" })).toMatchObject({ code: "deposit_known" });
  expect(await enter(check, true)).toMatchObject({ is: "entered" });
});

test("a bank file confirms what was typed in; it does not come twice", async () => {
  await enter(check);
  const row = {
    rowNumber: 2,
    depositedOn: "2026-03-21",
    traceNumber: "T1",
    payerName: "",
    type: "",
  };
  for (const rowNumber of [2, 3]) {
    const fileId = await practice.addFile();
    await practice.act((transaction) =>
      recordDeposits(transaction, fileId, [{ ...row, rowNumber, cents: 6000 }]),
    );
  }
  const { rows } = await practice.act((transaction) => searchDeposits(transaction, { limit: 9 }));
  expect(rows).toMatchObject([{ typed: { by: "test" }, file: { rowNumber: 2 } }]);
  const result = await practice.act((transaction) =>
    takeBackDeposit(transaction, rows[0]?.id ?? 0, { reason: "wrong", today }),
  );
  expect(result).toMatchObject({ code: "deposit_from_file" });
});

test("a bank's one line of a lockbox batch confirms its checks by number and sum, once", async () => {
  await enter({
    way: "lockbox",
    on: "2026-03-20",
    batch: { number: "LB-7", totalCents: 14_500 },
    items: [item, { ...item, reference: "T2", cents: 8500 }],
  });
  const line = {
    depositedOn: "2026-03-21",
    traceNumber: "LB-7",
    payerName: "",
    type: "lockbox",
  };
  const show = async (cents: number, rowNumber: number) => {
    const fileId = await practice.addFile();
    await practice.act((transaction) =>
      recordDeposits(transaction, fileId, [{ ...line, rowNumber, cents }]),
    );
    const { rows } = await practice.act((transaction) => searchDeposits(transaction, { limit: 9 }));
    return rows.map(({ cents: at, file }) => [at, file?.rowNumber]).sort();
  };
  // A cent less is not the batch: it stands beside it, and the checks wait.
  expect(await show(14_499, 1)).toEqual([
    [14_499, 1],
    [6000, undefined],
    [8500, undefined],
  ]);
  const confirmed = [
    [14_499, 1],
    [6000, 2],
    [8500, 2],
  ];
  expect(await show(14_500, 2)).toEqual(confirmed);
  expect(await show(14_500, 3)).toEqual(confirmed);
});

test("taken back with a reason, everything is as before, once; typed in again it stands", async () => {
  await posted();
  const card = {
    ...check,
    way: "virtual-card",
    items: [{ ...item, cents: 5820, feeCents: 180 }],
  } as const;
  const entered = await enter(card);
  const [id = 0] = entered.is === "entered" ? entered.depositIds : [];
  const takeBack = () =>
    practice.act((transaction) =>
      takeBackDeposit(transaction, id, { reason: "typed twice", today }),
    );
  expect(await takeBack()).toEqual({ is: "taken-back" });
  expect(await takeBack()).toEqual({ is: "taken-back" });
  expect(await balance("fee-expense")).toBe(0);
  expect(await balance("cash")).toBe(6000);
  expect((await board()).rows).toMatchObject([{ state: "no-deposit" }]);
  expect(await enter(card)).toMatchObject({ is: "entered" });
  expect((await board()).rows).toMatchObject([{ state: "agrees" }]);
  const events = await practice.act((transaction) =>
    transaction.query<{ kind: string }>(sql`
      select kind from events where practice_id = ${practice.practiceId}
        and subject_kind = 'deposit' order by event_id`),
  );
  expect(events.map(({ kind }) => kind)).toEqual([
    "deposit-entered",
    "deposit-taken-back",
    "deposit-entered",
  ]);
});

test("in a closed month it stays; a fee that comes late stands in the first open month", async () => {
  const entered = await enter(check);
  const [id = 0] = entered.is === "entered" ? entered.depositIds : [];
  await practice.act((transaction) =>
    closePeriod(transaction, { date: "2026-03-01", today: "2026-04-02", withEarlier: true }),
  );
  expect(
    await practice.act((transaction) =>
      takeBackDeposit(transaction, id, { reason: "wrong", today: "2026-04-02" }),
    ),
  ).toMatchObject({ code: "deposit_month_closed" });
  await enter({
    ...check,
    way: "virtual-card",
    items: [{ ...item, reference: "V9", feeCents: 50 }],
  });
  const [posting] = await practice.act((transaction) =>
    transaction.query(sql`
      select effective_on as on, late_for as late from postings
      where practice_id = ${practice.practiceId} and kind = 'deposit-fee'`),
  );
  expect(posting).toEqual({ on: "2026-04-01", late: "2026-03-20" });
});
