import { sql } from "@headwater/platform/database/sql.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyLedger } from "../../books/account/verify-ledger.query.ts";
import { searchCash } from "../../books/cash/search-cash.query.ts";
import { matchDeposit } from "../../books/deposit/match-deposit.command.ts";
import { recordDeposits } from "../../books/deposit/record-deposits.command.ts";
import { searchDeposits } from "../../books/deposit/search-deposits.query.ts";
import {
  searchSlips,
  searchUndeposited,
  showSlip,
} from "../../books/deposit/search-slips.query.ts";
import {
  makeSlip,
  matchSlip,
  takeBackSlip,
  unmatchSlip,
} from "../../books/deposit/slip.command.ts";
import { collectPayments } from "../../books/patient-payment/collect-payment.command.ts";
import { expectCashIdentity } from "../posting/testing/cash-identity.command.ts";
import { ExamplePractice } from "../posting/testing/practice-books.command.ts";
import { reversePayment } from "./reverse-payment.command.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const today = "2026-04-01";
const on = "2026-03-20";

async function desk() {
  const practice = await ExamplePractice.create(database);
  await practice.record({ number: "A100", lines: [{ charged: 10_000 }] });
  const patient = await practice.act((transaction) =>
    transaction.one<{ id: number }>(sql`
      select patient_id as id from claims where practice_id = ${practice.practiceId} limit 1`),
  );
  return { practice, patientId: patient.id };
}

type Desk = Awaited<ReturnType<typeof desk>>;

async function pay({ practice, patientId }: Desk, cents: number, method = "cash") {
  const payment = { patientId, cents, method, paidOn: on, purpose: "balance" as const };
  const [id = 0] = await practice.act((transaction) => collectPayments(transaction, [payment]));
  return id;
}

async function bankShows({ practice }: Desk, cents: number, traceNumber = "") {
  const fileId = await practice.addFile();
  const row = { rowNumber: 2, depositedOn: on, cents, traceNumber, payerName: "", type: "DEPOSIT" };
  await practice.act((transaction) => recordDeposits(transaction, fileId, [row]));
}

const waiting = ({ practice }: Desk) =>
  practice.act((transaction) => searchUndeposited(transaction, {}, { limit: 50, today }));

const slips = ({ practice }: Desk) =>
  practice.act(async (transaction) => (await searchSlips(transaction, {}, { limit: 50 })).rows);

async function slipOf(made: Desk, paymentIds: readonly number[], totalCents: number, number = "") {
  const result = await made.practice.act((transaction) =>
    makeSlip(transaction, { number, on, totalCents, paymentIds }, today),
  );
  if (result.is === "refused") throw new Error(result.code);
  return result.slipId;
}

test("money taken at the desk waits, goes on a slip, and the slip is the bank's line", async () => {
  const made = await desk();
  const ids = [await pay(made, 2500), await pay(made, 1075, "check")];
  expect((await waiting(made)).rows.map(({ paymentId }) => paymentId)).toEqual(ids);
  expect(await expectCashIdentity(made.practice)).toBe(3575);
  const slipId = await slipOf(made, ids, 3575, "77");
  expect((await waiting(made)).rows).toEqual([]);
  expect(await expectCashIdentity(made.practice)).toBe(3575);
  await bankShows(made, 3575, "77");
  expect(await slips(made)).toMatchObject([{ id: slipId, state: "agrees", payments: 2 }]);
  expect(await expectCashIdentity(made.practice)).toBe(0);
  const found = await made.practice.act((transaction) => showSlip(transaction, slipId));
  expect(found?.items.map(({ cents, method }) => `${method} ${cents}`)).toEqual([
    "cash 2500",
    "check 1075",
  ]);
  const deposits = await made.practice.act((transaction) =>
    searchDeposits(transaction, { limit: 10 }),
  );
  expect(deposits.rows).toMatchObject([{ state: "matched", slip: { id: slipId, number: "77" } }]);
});

test("the bank may show it first, or by its amount alone", async () => {
  const made = await desk();
  const id = await pay(made, 4000);
  await bankShows(made, 4000);
  expect(await expectCashIdentity(made.practice)).toBe(0);
  await slipOf(made, [id], 4000, "78");
  expect(await slips(made)).toMatchObject([{ state: "agrees", matchedBy: "" }]);
  expect(await expectCashIdentity(made.practice)).toBe(0);
});

test("two lines of one amount are a person's to tell apart, and a mistake is undone", async () => {
  const made = await desk();
  const id = await pay(made, 4000);
  for (const number of ["A", "B"]) await bankShows(made, 4000, number);
  const slipId = await slipOf(made, [id], 4000);
  const [slip] = await slips(made);
  expect(slip).toMatchObject({ state: "no-deposit" });
  const { practice } = made;
  const shown = await practice.act((transaction) => showSlip(transaction, slipId));
  const [first, second] = shown?.suggestions.map(({ depositId }) => depositId) ?? [];
  expect(second).toBeDefined();
  await practice.act((transaction) => matchSlip(transaction, slipId, first ?? 0));
  expect(await slips(made)).toMatchObject([{ state: "agrees", matchedBy: "test" }]);
  expect(
    await practice.act((transaction) => matchDeposit(transaction, first ?? 0, 1)),
  ).toMatchObject({ code: "deposit_matched" });
  expect(
    await practice.act((transaction) => matchSlip(transaction, slipId, second ?? 0)),
  ).toMatchObject({ code: "slip_at_bank" });
  expect(
    await practice.act((transaction) => takeBackSlip(transaction, slipId, { reason: "x", today })),
  ).toMatchObject({ code: "slip_at_bank" });
  await practice.act((transaction) => unmatchSlip(transaction, slipId));
  await practice.act((transaction) => takeBackSlip(transaction, slipId, { reason: "x", today }));
  expect(await slips(made)).toMatchObject([{ state: "taken-back", payments: 0 }]);
  expect((await waiting(made)).rows).toHaveLength(1);
  await expectCashIdentity(practice);
});

test("a payment stands on one slip, counted to the cent", async () => {
  const made = await desk();
  const id = await pay(made, 4000);
  const make = (totalCents: number) =>
    made.practice.act((transaction) =>
      makeSlip(transaction, { number: "1", on, totalCents, paymentIds: [id] }, today),
    );
  expect(await make(4001)).toEqual({ is: "refused", code: "slip_unequal" });
  expect(await make(4000)).toMatchObject({ is: "made" });
  expect(await make(4000)).toEqual({ is: "refused", code: "slip_payment_elsewhere" });
  const other = await pay(made, 10);
  const again = await made.practice.act((transaction) =>
    makeSlip(transaction, { number: "1", on, totalCents: 10, paymentIds: [other] }, today),
  );
  expect(again).toEqual({ is: "refused", code: "slip_known" });
});

test("a check that comes back after its slip is told by itself until the bank takes it", async () => {
  const made = await desk();
  const id = await pay(made, 4000, "check");
  await slipOf(made, [id], 4000, "79");
  await bankShows(made, 4000, "79");
  const { practice } = made;
  await practice.act((transaction) => reversePayment(transaction, id, { reason: "NSF", today }));
  const { rows } = await practice.act((transaction) =>
    searchCash(transaction, { unexplained: "not-deposited" }, { limit: 10, today }),
  );
  expect(rows).toMatchObject([{ key: `B${id}`, postedCents: -4000, paymentId: id }]);
  expect(await expectCashIdentity(practice)).toBe(-4000);
});

const steps = fc.array(
  fc.record({
    does: fc.constantFrom("pay", "pay", "slip", "bank", "bank-by-number", "back", "reverse"),
    which: fc.nat({ max: 5 }),
  }),
  { minLength: 4, maxLength: 16 },
);

test("whatever is paid, put on slips, shown and taken back: the board adds up to cash", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const made = await desk();
      const paid: number[] = [];
      for (const { does, which } of taken) {
        const amount = 1000 + which * 100;
        const some = await slips(made);
        const slip = some[which % Math.max(1, some.length)];
        if (does === "pay") paid.push(await pay(made, amount, which % 2 ? "cash" : "check"));
        else if (does === "slip") {
          const rows = (await waiting(made)).rows.slice(0, 1 + which);
          const sum = rows.reduce((total, { cents }) => total + cents, 0);
          if (rows.length > 0) {
            const ids = rows.map(({ paymentId }) => paymentId);
            await slipOf(made, ids, sum, `S${paid.length}-${some.length}`);
          }
        } else if (does === "bank") await bankShows(made, slip?.cents ?? amount);
        else if (does === "bank-by-number") {
          await bankShows(made, slip?.cents ?? amount, slip?.number ?? "Z");
        } else if (does === "back" && slip) {
          await made.practice.act((transaction) =>
            takeBackSlip(transaction, slip.id, { reason: "wrong", today }),
          );
        } else if (does === "reverse") {
          const id = paid[which % Math.max(1, paid.length)];
          if (id !== undefined) {
            await made.practice.act((transaction) =>
              reversePayment(transaction, id, { reason: "NSF", today }),
            );
          }
        }
        await expectCashIdentity(made.practice);
      }
      expect((await made.practice.act(verifyLedger)).faults).toEqual([]);
    }),
    { numRuns: 12 },
  );
}, 400_000);
