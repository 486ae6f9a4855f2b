import { sql } from "@headwater/platform/database/sql.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { approve } from "../../books/approval/approval.store.ts";
import { listApprovals } from "../../books/approval/list-approvals.query.ts";
import { listTransfers, type TransferFilter } from "../../books/transfer/list-transfers.query.ts";
import { ExamplePractice } from "../posting/testing/practice-books.command.ts";
import { undoWriteOff, writeOffClaim } from "../write-off/write-off.command.ts";
import { refundApproved, requestRefund, settleRefund } from "./refund.command.ts";

let database: TestDatabase;
let practice: ExamplePractice;

beforeAll(async () => {
  database = await createTestDatabase();
  practice = await ExamplePractice.create(database);
});
afterAll(() => database.drop());

const today = "2026-03-10";

/** `debit > credit cents` of what a record moved. */
const moved = (filter: TransferFilter) =>
  practice.act(async (transaction) => {
    const { rows } = await listTransfers(transaction, filter, { limit: 50 });
    return rows.map(({ debit, credit, cents }) => `${debit.kind} > ${credit.kind} ${cents}`);
  });

const numberOf = (query: ReturnType<typeof sql>) =>
  practice.act(async (transaction) => (await transaction.one<{ id: number }>(query)).id);

const remittance = (trace: string) =>
  numberOf(sql`select remittance_id as id from remittances
    where practice_id = ${practice.practiceId} and trace_number = ${trace}`);

test("a remittance, one of its claims and one of its provider adjustments tell what each moved", async () => {
  await practice.record({ number: "A1", lines: [{ charged: 10_000 }] });
  await practice.record({ number: "A2", lines: [{ charged: 5000 }] });
  await practice.post({
    trace: "T1",
    claims: [
      { number: "A1", lines: [{ charged: 10_000, paid: 8000, cas: [["CO", "45", 2000]] }] },
      { number: "A2", lines: [{ charged: 5000, paid: 5000 }] },
    ],
    plb: [["L6", -250]],
  });
  const id = await remittance("T1");
  const first = ["cash > insurance-receivable 8000", "contractual > insurance-receivable 2000"];
  expect((await moved({ subject: { is: "remittance", id, claim: 1 } })).sort()).toEqual(first);
  const adjustment = await moved({ subject: { is: "remittance", id, adjustment: 1 } });
  expect(adjustment).toHaveLength(1);
  expect(adjustment[0]).toMatch(/cash > [a-z-]+ 250/);
  const all = await moved({ subject: { is: "remittance", id } });
  expect(all).toHaveLength(4);
  expect(all).toEqual(expect.arrayContaining([...first, ...adjustment]));
  const entry = { kind: "remittance-claim", debit: "Cash", credit: "Insurance receivable" };
  expect((await moved({ entry })).sort()).toEqual([
    "cash > insurance-receivable 5000",
    "cash > insurance-receivable 8000",
  ]);
});

test("a refund tells its credit's way out, a write-off itself and what took it back", async () => {
  const paid = { number: "B1", lines: [{ charged: 9000, paid: 9000 }] } as const;
  const [claimId = 0] = await practice.record({ number: "B1", lines: [{ charged: 9000 }] });
  await practice.post({ trace: "T2", claims: [paid] });
  await practice.post({ trace: "T3", date: "2026-03-05", claims: [paid] });
  const request = { claimId, party: "payer", cents: 9000, reason: "Paid twice", today } as const;
  const asked = await practice.actAs("user:1", (t) => requestRefund(t, request));
  if (asked.is === "refused") throw new Error(asked.code);
  await practice.actAs("user:2", async (t) => {
    const { rows } = await listApprovals(t, { state: "waiting" }, { limit: 1 });
    const decision = await approve(t, rows[0]?.id ?? 0, undefined);
    if (decision.is !== "refused") await refundApproved(t, decision.approval);
  });
  await practice.act((t) =>
    settleRefund(t, asked.refundId, { way: "check", number: "1001", on: today }),
  );
  expect(await moved({ subject: { is: "refund", id: asked.refundId } })).toEqual([
    "insurance-credit > refund-payable 9000",
    "refund-payable > cash 9000",
  ]);

  const [denied = 0] = await practice.record({ number: "B2", lines: [{ charged: 4000 }] });
  await practice.act((t) =>
    writeOffClaim(
      t,
      { claimId: denied, scope: "open" },
      { reasonCode: "timely-filing", remark: "", roles: ["owner"], today },
    ),
  );
  const id = await numberOf(sql`select insurance_write_off_id as id from insurance_write_offs
    where practice_id = ${practice.practiceId}`);
  expect(await moved({ subject: { is: "write-off", id } })).toEqual([
    "write-off > insurance-receivable 4000",
  ]);
  await practice.act((t) => undoWriteOff(t, id, { reason: "Paid after all", today }));
  expect(await moved({ subject: { is: "write-off", id } })).toEqual([
    "write-off > insurance-receivable 4000",
    "insurance-receivable > write-off 4000",
  ]);
});
