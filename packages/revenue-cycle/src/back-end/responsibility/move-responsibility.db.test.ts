import { sql } from "@headwater/platform/database/sql.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { verifyLedger } from "../../books/account/verify-ledger.query.ts";
import { ExamplePractice } from "../posting/testing/practice-books.command.ts";
import { listResponsibility } from "./list-responsibility.query.ts";
import { moveResponsibility, undoResponsibility } from "./move-responsibility.command.ts";

let database: TestDatabase;
let practice: ExamplePractice;
let claimId: number;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  practice = await ExamplePractice.create(database);
  [claimId = 0] = await practice.record({ number: "A100", lines: [{ charged: 10_000 }] });
});
afterEach(async () => {
  const { faults } = await practice.act((transaction) => verifyLedger(transaction));
  expect(faults).toEqual([]);
});

const today = "2026-03-25";
type Cas = readonly [string, string, number];
const remit = (trace: string, paid: number, cas: readonly Cas[], status = "1") =>
  practice.post({
    trace,
    claims: [
      {
        number: "A100",
        status,
        lines: [{ code: "99213", charged: status === "22" ? -10_000 : 10_000, paid, cas }],
      },
    ],
  });
const move = (direction: "to-patient" | "to-payer", cents: number) =>
  practice.act((transaction) =>
    moveResponsibility(transaction, claimId, {
      direction,
      lines: [{ lineNumber: 1, cents }],
      reason: "agreed by telephone",
      today,
    }),
  );
const rows = () => practice.act((transaction) => listResponsibility(transaction, claimId));
const undo = async () => {
  const [newest] = await rows();
  return practice.act((transaction) =>
    undoResponsibility(transaction, newest?.id ?? 0, { reason: "a mistake", today }),
  );
};
const open = () =>
  practice.act((transaction) =>
    transaction.one<{ payer: number; patient: number }>(sql`
      select open_insurance_cents as payer, open_patient_cents as patient from receivables
      where practice_id = ${practice.practiceId} and claim_id = ${claimId}`),
  );

test("what is open moves to the patient and back, with its two days; more is refused", async () => {
  expect(await move("to-patient", 10_001)).toMatchObject({ code: "beyond_open" });
  expect(await move("to-patient", 4000)).toMatchObject({ is: "moved" });
  expect(await open()).toEqual({ payer: 6000, patient: 4000 });
  const [posting] = await practice.act((transaction) =>
    transaction.query(sql`
      select effective_on as on, recorded_at::date >= effective_on as is_recorded, kind
      from postings where practice_id = ${practice.practiceId} and kind = 'transfer'`),
  );
  expect(posting).toMatchObject({ on: today, kind: "transfer" });
  expect(await move("to-payer", 4001)).toMatchObject({ code: "beyond_open" });
  expect(await undo()).toMatchObject({ is: "moved" });
  expect(await undo()).toMatchObject({ is: "moved" });
  expect(await open()).toEqual({ payer: 10_000, patient: 0 });
  expect(await rows()).toMatchObject([{ undoReason: "a mistake", standingCents: 0 }]);
});

test("the patient's share moves back to the payers", async () => {
  await remit("T1", 6000, [
    ["CO", "45", 2000],
    ["PR", "2", 2000],
  ]);
  expect(await move("to-payer", 2000)).toMatchObject({ is: "moved" });
  expect(await open()).toEqual({ payer: 2000, patient: 0 });
});

test("what payers say later takes its room back; a reversal leaves the books whole", async () => {
  await remit("T1", 6000, [
    ["CO", "45", 2000],
    ["PR", "2", 2000],
  ]);
  await move("to-payer", 2000);
  await remit(
    "T2",
    -6000,
    [
      ["CO", "45", -2000],
      ["PR", "2", -2000],
    ],
    "22",
  );
  expect(await open()).toEqual({ payer: 10_000, patient: 0 });
  expect(await rows()).toMatchObject([{ cents: 2000, standingCents: 0 }]);
  await remit("T3", 6000, [
    ["CO", "45", 2000],
    ["PR", "2", 2000],
  ]);
  expect(await open()).toEqual({ payer: 2000, patient: 0 });
});

test("what the payer refused as our own obligation is never the patient's", async () => {
  await remit("T1", 0, [["CO", "29", 10_000]]);
  expect(await move("to-patient", 1)).toMatchObject({ code: "patient_not_liable" });
});

test("what was moved on since is not moved back; what payers took the room of is", async () => {
  await move("to-patient", 4000);
  const [first] = await rows();
  await move("to-payer", 3000);
  expect(
    await practice.act((transaction) =>
      undoResponsibility(transaction, first?.id ?? 0, { reason: "a mistake", today }),
    ),
  ).toMatchObject({ code: "transfer_used" });
  expect(await undo()).toMatchObject({ is: "moved" });
  await remit("T1", 6000, [["CO", "45", 4000]]);
  expect(
    await practice.act((transaction) =>
      undoResponsibility(transaction, first?.id ?? 0, { reason: "a mistake", today }),
    ),
  ).toMatchObject({ is: "moved" });
  expect(await open()).toEqual({ payer: 0, patient: 0 });
});
