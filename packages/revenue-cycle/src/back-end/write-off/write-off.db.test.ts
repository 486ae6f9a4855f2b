import { sql } from "@headwater/platform/database/sql.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listAccounts } from "../../books/account/list-accounts.query.ts";
import { verifyLedger } from "../../books/account/verify-ledger.query.ts";
import { approve } from "../../books/approval/approval.store.ts";
import { ExamplePractice } from "../posting/testing/practice-books.command.ts";
import { type CandidateFilter, listWriteOffCandidates } from "./list-write-off-candidates.query.ts";
import { listWriteOffs } from "./list-write-offs.query.ts";
import {
  undoWriteOff,
  undoWriteOffs,
  type WriteOffTerms,
  writeOffApproved,
  writeOffClaim,
  writeOffClaims,
} from "./write-off.command.ts";

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
const openWork = () =>
  practice.act(async (transaction) => {
    const rows = await transaction.query<{ kind: string }>(sql`
      select kind from work_items where practice_id = ${practice.practiceId} and state = 'open'
      order by kind`);
    return rows.map((row) => row.kind);
  });
const stateOf = (claimId: number) =>
  practice.act(async (transaction) => {
    const row = await transaction.one<{ state: string }>(sql`select state from claims
      where practice_id = ${practice.practiceId} and claim_id = ${claimId}`);
    return row.state;
  });

const terms: WriteOffTerms = {
  reasonCode: "appeal-lost",
  remark: "Second level lost",
  roles: ["manager"],
  today: "2026-04-01",
};

/** A claim of 100.00 of which the payer refused all. */
async function denied(number = "A100"): Promise<number> {
  const [claimId = 0] = await practice.record({ number, lines: [{ charged: 10_000 }] });
  await practice.post({
    trace: `T-${number}`,
    claims: [{ number, lines: [{ charged: 10_000, paid: 0, cas: [["CO", "50", 10_000]] }] }],
  });
  return claimId;
}

const writeOff = (
  claimId: number,
  scope: Parameters<typeof writeOffClaim>[1]["scope"] = "denied",
  change: Partial<WriteOffTerms> = {},
) =>
  practice.act((transaction) =>
    writeOffClaim(transaction, { claimId, scope }, { ...terms, ...change }),
  );

const firstWriteOff = () =>
  practice.act(async (transaction) => {
    const row = await transaction.one<{ id: number }>(sql`
      select min(insurance_write_off_id) as id from insurance_write_offs
      where practice_id = ${practice.practiceId}`);
    return row.id;
  });

const undo = (writeOffId: number) =>
  practice.act((transaction) =>
    undoWriteOff(transaction, writeOffId, { reason: "Paid after all", today: "2026-04-02" }),
  );

test("what was refused stays a receivable until a person gives it up", async () => {
  const claimId = await denied();
  expect(await amounts()).toMatchObject({ "insurance-receivable": 10_000 });
  expect(await openWork()).toEqual(["denial"]);
  expect(await writeOff(claimId)).toMatchObject({ is: "written-off", cents: 10_000 });
  expect(await amounts()).toEqual({ charges: -10_000, "write-off": 10_000 });
  expect(await openWork()).toEqual([]);
  expect(await stateOf(claimId)).toBe("closed");
  expect(await writeOff(claimId)).toEqual({ is: "refused", code: "nothing_to_write_off" });
  expect(await faults()).toEqual([]);
});

test("undone, it is as before, and undone once", async () => {
  const claimId = await denied();
  const before = await amounts();
  await writeOff(claimId);
  const id = await firstWriteOff();
  expect(await undo(id)).toEqual({ claimId });
  expect(await amounts()).toEqual(before);
  expect(await openWork()).toEqual(["denial"]);
  expect(await stateOf(claimId)).toBe("denied");
  expect(await undo(id)).toBe("write_off_undone");
  expect(await faults()).toEqual([]);
});

test("beyond the limit of the role nothing moves until another person approves", async () => {
  const claimId = await denied();
  const outcome = await writeOff(claimId, "denied", { roles: ["biller"] });
  expect(outcome).toMatchObject({ is: "waiting", cents: 10_000 });
  expect(await writeOff(claimId, "denied", { roles: ["biller"] })).toEqual({
    is: "refused",
    code: "approval_waiting",
  });
  expect(await amounts()).toMatchObject({ "insurance-receivable": 10_000 });
  expect(await openWork()).toEqual(["approval-needed", "denial"]);
  const refusal = await practice.actAs("user:7", async (transaction) => {
    const { approvalId } = outcome.is === "waiting" ? outcome : { approvalId: 0 };
    const decision = await approve(transaction, approvalId, undefined);
    return decision.is === "refused"
      ? decision.code
      : writeOffApproved(transaction, decision.approval);
  });
  expect(refusal).toBeUndefined();
  expect(await amounts()).toEqual({ charges: -10_000, "write-off": 10_000 });
  expect(await openWork()).toEqual([]);
  expect(await faults()).toEqual([]);
});

test("a payment that comes after all takes the place of what was given up", async () => {
  const claimId = await denied();
  await writeOff(claimId);
  await practice.post({
    trace: "T9",
    date: "2026-05-01",
    claims: [
      { number: "A100", lines: [{ charged: 10_000, paid: 7000, cas: [["CO", "45", 2000]] }] },
    ],
    paid: 7000,
  });
  // Out of balance by 10.00 on purpose: it is quarantined and moves nothing.
  expect(await amounts()).toEqual({ charges: -10_000, "write-off": 10_000 });
  await practice.post({
    trace: "T10",
    date: "2026-05-01",
    claims: [
      {
        number: "A100",
        lines: [
          {
            charged: 10_000,
            paid: 7000,
            cas: [
              ["CO", "45", 2000],
              ["CO", "50", 1000],
            ],
          },
        ],
      },
    ],
  });
  expect(await amounts()).toEqual({
    cash: 7000,
    charges: -10_000,
    contractual: 2000,
    "write-off": 1000,
  });
  expect(await stateOf(claimId)).toBe("paid");
  expect(await faults()).toEqual([]);
});

test("given up on a claim that is then replaced, it counts once, on the one that stands", async () => {
  await denied();
  const [first = 0] = await practice.act((transaction) =>
    transaction
      .query<{ claim_id: number }>(sql`select claim_id from claims
        where practice_id = ${practice.practiceId}`)
      .then((rows) => rows.map((row) => row.claim_id)),
  );
  await writeOff(first, [{ lineNumber: 1, cents: 3000 }]);
  expect(await amounts()).toMatchObject({ "write-off": 3000, "insurance-receivable": 7000 });
  await practice.record({
    number: "A100-2",
    lines: [{ charged: 10_000 }],
    replaces: "A100",
    version: 2,
  });
  expect(await amounts()).toEqual({
    charges: -10_000,
    "write-off": 3000,
    "insurance-receivable": 7000,
  });
  expect(await faults()).toEqual([]);
  const listed = () =>
    practice.act((transaction) => listWriteOffs(transaction, { claim: first }, { limit: 10 }));
  expect((await listed()).rows).toMatchObject([{ cents: 3000, standingCents: 3000 }]);
  expect(await undo(await firstWriteOff())).toEqual({ claimId: first });
  expect((await listed()).rows).toMatchObject([
    { cents: 3000, standingCents: 0, undoneOn: "2026-04-02" },
  ]);
  expect(await amounts()).toEqual({ charges: -10_000, "insurance-receivable": 10_000 });
  expect(await faults()).toEqual([]);
  expect(await writeOff(first)).toEqual({ is: "refused", code: "claim_replaced" });
});

test("many at once: each is judged alone, and a preview writes nothing", async () => {
  const ids = [await denied("A1"), await denied("A2"), 999_999];
  const all = ids.map((claimId) => ({ claimId, scope: "denied" as const }));
  const run = (isPreview: boolean) =>
    practice.act((transaction) => writeOffClaims(transaction, all, { ...terms, isPreview }));
  const expected = [
    { is: "written-off", cents: 10_000 },
    { is: "written-off", cents: 10_000 },
    { is: "refused", code: "claim_unknown" },
  ];
  expect(await run(true)).toMatchObject(expected);
  expect(await amounts()).toMatchObject({ "insurance-receivable": 20_000 });
  const outcomes = await run(false);
  expect(outcomes).toMatchObject(expected);
  expect(await amounts()).toEqual({ charges: -20_000, "write-off": 20_000 });
  expect(await faults()).toEqual([]);

  const written = outcomes.flatMap((each) => (each.is === "written-off" ? each.writeOffIds : []));
  expect(written).toHaveLength(2);
  const back = () =>
    practice.act((transaction) =>
      undoWriteOffs(transaction, [...written, 999_999], {
        reason: "Too soon",
        today: "2026-04-02",
      }),
    );
  expect((await back()).map(({ refusal }) => refusal)).toEqual([null, null, "write_off_unknown"]);
  expect((await back()).map(({ refusal }) => refusal)).toEqual([
    "write_off_undone",
    "write_off_undone",
    "write_off_unknown",
  ]);
  expect(await amounts()).toMatchObject({ "insurance-receivable": 20_000 });
  expect(await faults()).toEqual([]);
});

test("candidates are found by what they would cost, why they were refused, payer and day", async () => {
  const first = await denied("A1");
  await denied("A2");
  await practice.record({ number: "A3", lines: [{ charged: 3000 }] });
  const found = (filter: Omit<CandidateFilter, "scope">, scope: "denied" | "open" = "denied") =>
    practice.act(async (transaction) => {
      const { rows, count } = await listWriteOffCandidates(transaction, { scope, ...filter });
      expect(count).toBe(rows.length);
      return rows.map((row) => row.patientControlNumber);
    });
  expect(await found({})).toEqual(["A1", "A2"]);
  expect(await found({}, "open")).toEqual(["A1", "A2", "A3"]);
  expect(await found({ mostCents: 5000 }, "open")).toEqual(["A3"]);
  expect(await found({ reason: "50" })).toEqual(["A1", "A2"]);
  expect(await found({ reason: "29" })).toEqual([]);
  expect(await found({ payer: 999_999 })).toEqual([]);
  expect(await found({ through: "2000-01-01" })).toEqual([]);
  await writeOff(first);
  expect(await found({})).toEqual(["A2"]);
});

test("two people giving up the same at once give it up once", async () => {
  const claimId = await denied();
  const outcomes = await Promise.all(Array.from({ length: 4 }, () => writeOff(claimId)));
  expect(outcomes.filter(({ is }) => is === "written-off")).toHaveLength(1);
  expect(await amounts()).toEqual({ charges: -10_000, "write-off": 10_000 });
  expect(await faults()).toEqual([]);
});
