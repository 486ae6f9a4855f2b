import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listAccounts } from "../../books/account/list-accounts.query.ts";
import { verifyLedger } from "../../books/account/verify-ledger.query.ts";
import { approve } from "../../books/approval/approval.store.ts";
import { listApprovals } from "../../books/approval/list-approvals.query.ts";
import { ExamplePractice } from "../posting/testing/practice-books.command.ts";
import { listCredits } from "./list-credits.query.ts";
import { listRefunds } from "./list-refunds.query.ts";
import { cancelRefund, refundApproved, requestRefund, settleRefund } from "./refund.command.ts";

let database: TestDatabase;
let practice: ExamplePractice;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  practice = await ExamplePractice.create(database);
});

const amounts = () =>
  practice.act(async (transaction) => {
    const rows = await listAccounts(transaction);
    return Object.fromEntries(
      rows.filter(({ cents }) => cents !== 0).map(({ kind, cents }) => [kind, cents]),
    );
  });
const faults = () => practice.act(async (transaction) => (await verifyLedger(transaction)).faults);

const paid = { number: "A100", lines: [{ charged: 10_000, paid: 10_000 }] } as const;

/** A claim of 100.00 that its payer paid twice. */
async function paidTwice(): Promise<number> {
  const [claimId = 0] = await practice.record({ number: "A100", lines: [{ charged: 10_000 }] });
  await practice.post({ trace: "T1", claims: [paid] });
  await practice.post({ trace: "T2", date: "2026-03-05", claims: [paid] });
  expect(await amounts()).toMatchObject({ cash: 20_000, "insurance-credit": -10_000 });
  return claimId;
}

const ask = (claimId: number, cents = 10_000) =>
  practice.actAs("user:1", (transaction) =>
    requestRefund(transaction, {
      claimId,
      party: "payer",
      cents,
      reason: "Paid twice",
      today: "2026-03-10",
    }),
  );

const decide = () =>
  practice.actAs("user:2", async (transaction) => {
    const { rows } = await listApprovals(transaction, { state: "waiting" }, { limit: 1 });
    const decision = await approve(transaction, rows[0]?.id ?? 0, undefined);
    return decision.is === "refused"
      ? decision.code
      : refundApproved(transaction, decision.approval);
  });

async function approved(claimId: number): Promise<number> {
  const asked = await ask(claimId);
  if (asked.is === "refused") throw new Error(asked.code);
  expect(await decide()).toBeUndefined();
  return asked.refundId;
}

const settle = (refundId: number, way: "check" | "takeback") =>
  practice.act((transaction) =>
    settleRefund(transaction, refundId, { way, number: "1001", on: "2026-03-12" }),
  );

test("a refund is asked for, approved by another, and sent, each once", async () => {
  const claimId = await paidTwice();
  expect(await ask(claimId, 10_001)).toEqual({ is: "refused", code: "refund_beyond_credit" });
  const refundId = await approved(claimId);
  expect(await amounts()).toMatchObject({ cash: 20_000, "refund-payable": -10_000 });
  expect(await ask(claimId, 1)).toEqual({ is: "refused", code: "refund_beyond_credit" });
  expect(await settle(refundId, "check")).toEqual({ is: "settled", cents: 10_000 });
  expect(await settle(refundId, "check")).toEqual({ is: "refused", code: "refund_settled" });
  expect(await amounts()).toEqual({ cash: 10_000, charges: -10_000 });
  expect(await faults()).toEqual([]);
});

const credits = () =>
  practice.act((transaction) =>
    listCredits(transaction, {}, { limit: 10, today: "2026-03-10" }).then(({ rows }) => rows),
  );
const states = () =>
  practice.act((transaction) =>
    listRefunds(transaction, {}, { limit: 10 }).then(({ rows }) => rows.map(({ state }) => state)),
  );

test("the lists tell by when a credit must go back, and what became of it", async () => {
  const claimId = await paidTwice();
  expect(await credits()).toMatchObject([
    {
      claimId,
      party: "payer",
      cents: 10_000,
      askedCents: 0,
      identifiedOn: "2026-03-05",
      dueOn: "2026-05-04",
      daysLeft: 55,
    },
  ]);
  await ask(claimId, 4000);
  expect(await credits()).toMatchObject([{ cents: 10_000, askedCents: 4000 }]);
  expect(await states()).toEqual(["waiting"]);
  await decide();
  expect(await credits()).toMatchObject([{ cents: 6000, askedCents: 0 }]);
  expect(await states()).toEqual(["payable"]);
});

test("nothing moves before the approval, and not twice at once", async () => {
  const claimId = await paidTwice();
  await ask(claimId, 4000);
  expect(await amounts()).toMatchObject({ "insurance-credit": -10_000 });
  expect(await ask(claimId, 7000)).toEqual({ is: "refused", code: "refund_beyond_credit" });
});

test("the payer reverses the same payment first: nothing goes back twice", async () => {
  const claimId = await paidTwice();
  const refundId = await approved(claimId);
  await practice.post({
    trace: "T3",
    date: "2026-04-01",
    claims: [
      { number: "A100", status: "22", lines: [{ charged: -10_000, paid: -10_000 }] },
      { number: "Z9", lines: [{ charged: 15_000, paid: 15_000 }] },
    ],
  });
  const after = await amounts();
  expect(after["refund-payable"]).toBeUndefined();
  expect(after["insurance-credit"]).toBeUndefined();
  expect(await settle(refundId, "check")).toEqual({ is: "refused", code: "nothing_payable" });
  expect(await faults()).toEqual([]);
});

test("reversed after the check was sent, the payer owes it: it stands against what is payable", async () => {
  const claimId = await paidTwice();
  await settle(await approved(claimId), "check");
  await practice.post({
    trace: "T3",
    date: "2026-04-01",
    claims: [
      { number: "A100", status: "22", lines: [{ charged: -10_000, paid: -10_000 }] },
      { number: "Z9", lines: [{ charged: 15_000, paid: 15_000 }] },
    ],
  });
  expect(await amounts()).toMatchObject({ "refund-payable": 10_000 });
  expect(await faults()).toEqual([]);
});

test("taken off a remittance without a reversal, it closes the recoupment", async () => {
  const claimId = await paidTwice();
  const refundId = await approved(claimId);
  await practice.post({
    trace: "T3",
    date: "2026-04-01",
    claims: [{ number: "Z9", lines: [{ charged: 15_000, paid: 15_000 }] }, paid],
    plb: [["WO", 10_000, "A100"]],
  });
  await settle(refundId, "takeback");
  const after = await amounts();
  expect(after.recoupment).toBeUndefined();
  expect(await faults()).toEqual([]);
});

test("cancelled before it went, the credit stands again", async () => {
  const claimId = await paidTwice();
  const before = await amounts();
  const refundId = await approved(claimId);
  const cancel = () =>
    practice.act((transaction) =>
      cancelRefund(transaction, refundId, { reason: "Wrong payer", today: "2026-03-11" }),
    );
  expect(await cancel()).toBeUndefined();
  expect(await amounts()).toEqual(before);
  expect(await cancel()).toBe("refund_cancelled");
  expect(await faults()).toEqual([]);
});
