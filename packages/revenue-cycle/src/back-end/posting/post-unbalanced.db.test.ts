import { randomUUID } from "node:crypto";
import { sql } from "@headwater/platform/database/sql.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listAccounts } from "../../books/account/list-accounts.query.ts";
import { verifyLedger } from "../../books/account/verify-ledger.query.ts";
import { approve, endRequest } from "../../books/approval/approval.store.ts";
import { releaseRemittance } from "./post-held-remittance.command.ts";
import { postUnbalanced, requestUnbalanced } from "./post-unbalanced.command.ts";
import { takeBackRemittance } from "./take-back-remittance.command.ts";
import type { ExampleRemittance } from "./testing/example-remittance.ts";
import { ExamplePractice } from "./testing/practice-books.command.ts";

let database: TestDatabase;
let practice: ExamplePractice;
let people: readonly string[];

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  practice = await ExamplePractice.create(database);
  people = [await addApprover(), await addApprover()];
});

/** Somebody who may approve in the practice. */
async function addApprover(): Promise<string> {
  return practice.act(async (transaction) => {
    const { user_id: userId } = await transaction.one<{ user_id: number }>(sql`
      insert into users (public_id, email, name)
      values (${randomUUID()}, ${`${randomUUID()}@example.com`}, 'Somebody') returning user_id`);
    await transaction.execute(sql`
      insert into user_practice_roles (practice_id, user_id, role, granted_by)
      values (${practice.practiceId}, ${userId}, 'manager', 'test')`);
    return `user:${userId}`;
  });
}

const amounts = () =>
  practice.act(async (transaction) => {
    const rows = await listAccounts(transaction);
    return Object.fromEntries(
      rows.filter(({ cents }) => cents !== 0).map(({ kind, cents }) => [kind, cents]),
    );
  });
const faults = () => practice.act(async (transaction) => (await verifyLedger(transaction)).faults);
const openWork = () =>
  practice.act(async (transaction) => {
    const rows = await transaction.query<{ kind: string }>(sql`
      select kind from work_items where practice_id = ${practice.practiceId} and state = 'open'
      order by kind`);
    return rows.map((row) => row.kind);
  });

const terms = { reason: "The payer says that a correction follows", today: "2026-03-05" };

const ask = (remittanceId: number, [who = ""] = people) =>
  practice.actAs(who, (transaction) => requestUnbalanced(transaction, remittanceId, terms));

const decide = (approvalId: number, who: string, reason?: string) =>
  practice.actAs(who, async (transaction) => {
    const decision = await approve(transaction, approvalId, reason);
    if (decision.is === "refused") return decision.code;
    return postUnbalanced(transaction, decision.approval);
  });

async function quarantined(example: ExampleRemittance): Promise<number> {
  await practice.record(
    { number: "A100", lines: [{ charged: 10_000 }] },
    { number: "B200", lines: [{ charged: 5000 }] },
  );
  const posted = await practice.post(example);
  expect(posted.verdict).toBe("quarantined");
  expect(await amounts()).toMatchObject({ "insurance-receivable": 15_000 });
  return posted.remittanceId ?? 0;
}

async function approved(remittanceId: number): Promise<void> {
  const asked = await ask(remittanceId);
  if (asked.is === "refused") throw new Error(asked.code);
  expect(await decide(asked.approvalId, people[1] ?? "")).toBeUndefined();
}

const line = { code: "99213", charged: 10_000, paid: 6000, cas: [["CO", "45", 4000]] } as const;
const claim = { number: "A100", lines: [line] } as const;

/** Each does not add up in another place; what is open afterwards is told. */
const table: readonly [string, ExampleRemittance, object][] = [
  [
    "the payment has 10.00 more than its claims: they stand on the account",
    { trace: "T1", paid: 7000, claims: [claim] },
    { cash: 7000, "out-of-balance": -1000, contractual: 4000, "insurance-receivable": 5000 },
  ],
  [
    "the payment lacks 10.00",
    { trace: "T1", paid: 5000, claims: [claim] },
    { cash: 5000, "out-of-balance": 1000, contractual: 4000, "insurance-receivable": 5000 },
  ],
  [
    "a line's adjustments explain 10.00 too little: they stay open on the line",
    { trace: "T1", claims: [{ ...claim, lines: [{ ...line, cas: [["CO", "45", 3000]] }] }] },
    { cash: 6000, contractual: 3000, "insurance-receivable": 6000 },
  ],
  [
    "a line's adjustments explain 10.00 too much: no more than is open is adjusted",
    { trace: "T1", claims: [{ ...claim, lines: [{ ...line, cas: [["CO", "45", 5000]] }] }] },
    { cash: 6000, contractual: 4000, "insurance-receivable": 5000 },
  ],
  [
    "a claim states 10.00 more than its lines paid",
    { trace: "T1", claims: [{ ...claim, paid: 7000 }] },
    { cash: 7000, "out-of-balance": -1000, contractual: 4000, "insurance-receivable": 5000 },
  ],
  [
    "so does a claim that nobody knows: its lines' money is in suspense",
    { trace: "T1", claims: [{ ...claim, number: "ZZ9", paid: 7000 }] },
    { cash: 7000, "out-of-balance": -1000, suspense: -6000, "insurance-receivable": 15_000 },
  ],
];

test.each(table)("%s", async (_, example, expected) => {
  await approved(await quarantined(example));
  const { charges: _charges, ...rest } = await amounts();
  expect(rest).toEqual(expected);
  expect(await faults()).toEqual([]);
  const hasDifference = "out-of-balance" in expected;
  expect((await openWork()).includes("out-of-balance-open")).toBe(hasDifference);
  expect(await openWork()).not.toContain("remittance-out-of-balance");
  expect(await openWork()).not.toContain("approval-needed");
});

test("it takes another person; nothing moves until then", async () => {
  const remittanceId = await quarantined({ trace: "T1", paid: 7000, claims: [claim] });
  const asked = await ask(remittanceId);
  const { approvalId = 0 } = asked.is === "waiting" ? asked : {};
  expect(await openWork()).toContain("approval-needed");
  expect(await ask(remittanceId)).toEqual({ is: "refused", code: "approval_waiting" });
  const [first = "", second = ""] = people;
  expect(await decide(approvalId, first, "I am sure")).toBe("approver_is_requester");
  expect(await decide(approvalId, "token:1")).toBe("approver_not_a_person");
  expect(await amounts()).toMatchObject({ "insurance-receivable": 15_000 });
  expect(await decide(approvalId, second)).toBeUndefined();
  expect(await decide(approvalId, second)).toBe("approval_decided");
  expect(await ask(remittanceId)).toEqual({ is: "refused", code: "remittance_not_quarantined" });
});

test("who is alone approves with a reason of his own, and that is marked", async () => {
  const remittanceId = await quarantined({ trace: "T1", paid: 7000, claims: [claim] });
  const [first = "", second = ""] = people;
  await practice.act((transaction) =>
    transaction.execute(sql`
      update users set disabled_at = now() where 'user:' || user_id = ${second}`),
  );
  const asked = await ask(remittanceId);
  const { approvalId = 0 } = asked.is === "waiting" ? asked : {};
  expect(await decide(approvalId, first)).toBe("own_approval_needs_reason");
  expect(await decide(approvalId, first, "I asked the payer")).toBeUndefined();
  const rows = await practice.act((transaction) =>
    transaction.query(sql`select is_own, state from approvals
      where practice_id = ${practice.practiceId}`),
  );
  expect(rows).toEqual([{ is_own: true, state: "approved" }]);
});

test("a refused request moves nothing and may be asked again", async () => {
  const remittanceId = await quarantined({ trace: "T1", paid: 7000, claims: [claim] });
  const asked = await ask(remittanceId);
  const { approvalId = 0 } = asked.is === "waiting" ? asked : {};
  const refused = await practice.actAs(people[1] ?? "", (transaction) =>
    endRequest(transaction, approvalId, "Ask the payer first"),
  );
  expect(refused).toBeUndefined();
  expect(await openWork()).toEqual(["remittance-out-of-balance"]);
  expect((await ask(remittanceId)).is).toBe("waiting");
});

test("the payer issues it again: the first is taken back to the cent, the second posts", async () => {
  const remittanceId = await quarantined({
    trace: "T1",
    paid: 7000,
    claims: [claim, { number: "ZZ9", lines: [{ charged: 500, paid: 500 }] }],
    plb: [["L6", -100]],
  });
  const before = await amounts();
  await approved(remittanceId);
  const again: ExampleRemittance = {
    trace: "T1",
    paid: 7000,
    claims: [{ ...claim, lines: [{ ...line, paid: 7000, cas: [["CO", "45", 3000]] }] }],
  };
  const { remittanceId: heldId = 0, ...held } = await practice.post(again);
  expect(held).toMatchObject({ verdict: "held", reasonCode: "TRACE_WITH_OTHER_CONTENT" });
  const release = () => practice.act((transaction) => releaseRemittance(transaction, heldId));
  expect(await release()).toEqual({ is: "refused", code: "payment_already_posted" });
  const takeBack = () =>
    practice.act((transaction) =>
      takeBackRemittance(transaction, remittanceId, "The payer issued it again"),
    );
  expect(await takeBack()).toBeUndefined();
  expect(await amounts()).toEqual(before);
  expect(await faults()).toEqual([]);
  expect(await takeBack()).toBe("remittance_not_by_approval");
  expect(await release()).toEqual({ is: "posted" });
  expect(await amounts()).toMatchObject({ cash: 7000, contractual: 3000 });
  expect(await faults()).toEqual([]);
});

test("what was taken back may be posted again, once", async () => {
  const remittanceId = await quarantined({
    trace: "T1",
    paid: 7000,
    claims: [claim, { number: "ZZ9", lines: [{ charged: 500, paid: 500 }] }],
  });
  await approved(remittanceId);
  const after = await amounts();
  await practice.act((transaction) =>
    takeBackRemittance(transaction, remittanceId, "The payer issued it again"),
  );
  await approved(remittanceId);
  expect(await amounts()).toEqual(after);
  expect(await faults()).toEqual([]);
  await practice.record({ number: "ZZ9", lines: [{ charged: 500 }] });
  expect((await amounts()).suspense).toBeUndefined();
  expect(await faults()).toEqual([]);
});
