import { sql } from "@headwater/platform/database/sql.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyLedger } from "../../books/account/verify-ledger.query.ts";
import { enterDeposit } from "../../books/deposit/enter-deposit.command.ts";
import { matchDeposit, unmatchDeposit } from "../../books/deposit/match-deposit.command.ts";
import { matchDeposits, recordDeposits } from "../../books/deposit/record-deposits.command.ts";
import { takeBackDeposit } from "../../books/deposit/take-back-deposit.command.ts";
import { expectCashIdentity as expectIdentity } from "./testing/cash-identity.command.ts";
import type { ExampleRemittance } from "./testing/example-remittance.ts";
import { ExamplePractice } from "./testing/practice-books.command.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const today = "2026-04-01";
const on = "2026-03-20";

/** Payments by trace number: paid, paid with another claim's reversal, out of balance, of unknown claims. */
const line = (charged: number, paid: number) => ({
  code: "99213",
  charged,
  paid,
  cas: [["CO", "45", charged - paid]] as const,
});
const claim = (number: string, paid: number) => ({ number, lines: [line(10_000, paid)] });
const reversed = (number: string, paid: number) => ({
  number,
  status: "22",
  lines: [line(-10_000, -paid)],
});
const remittances: readonly (ExampleRemittance & { readonly comes: number })[] = [
  { trace: "T1", date: on, claims: [claim("A100", 6000)], comes: 6000 },
  { trace: "T2", date: on, claims: [claim("B200", 7000), reversed("A100", 6000)], comes: 1000 },
  { trace: "T3", date: on, claims: [claim("NOBODY", 500), claim("C300", 900)], comes: 1400 },
  { trace: "T4", date: on, claims: [claim("D400", 800)], paid: 799, comes: 799 },
  { trace: "T5", date: on, claims: [claim("E500", 0)], comes: 0 },
  {
    trace: "T6",
    date: on,
    claims: [claim("F600", 5000)],
    plb: [["WO", 1200, "REF"]],
    comes: 3800,
  },
];

type Step =
  | { readonly does: "remit" | "bank" | "type" | "card"; readonly which: number }
  | { readonly does: "match" | "unmatch" | "take-back"; readonly which: number };

const steps = fc.array(
  fc.record({
    does: fc.constantFrom<Step["does"]>(
      "remit",
      "remit",
      "bank",
      "bank",
      "type",
      "card",
      "match",
      "unmatch",
      "take-back",
    ),
    which: fc.nat({ max: remittances.length - 1 }),
  }),
  { minLength: 4, maxLength: 14 },
);

async function run(practice: ExamplePractice, { does, which }: Step): Promise<void> {
  const remittance = remittances[which];
  if (remittance === undefined) return;
  const { comes: cents, trace } = remittance;
  if (does === "remit") {
    await practice.post(remittance);
    await practice.act(matchDeposits);
  } else if (does === "bank") {
    const fileId = await practice.addFile();
    const row = { rowNumber: 2, depositedOn: on, cents, traceNumber: trace };
    if (cents === 0) return;
    await practice.act((transaction) =>
      recordDeposits(transaction, fileId, [{ ...row, payerName: "", type: "ACH" }]),
    );
  } else if (does === "type" || does === "card") {
    const feeCents = does === "card" ? 100 : 0;
    const item = { cents: cents - feeCents, feeCents, reference: trace, payerName: "PAYER" };
    if (item.cents <= 0) return;
    const way = does === "card" ? ("virtual-card" as const) : ("check" as const);
    const options = { today, isAnother: false };
    await practice.act((transaction) =>
      enterDeposit(transaction, { way, on, items: [item] }, options),
    );
  } else await changeDeposit(practice, does, which);
}

async function changeDeposit(
  practice: ExamplePractice,
  does: "match" | "unmatch" | "take-back",
  which: number,
): Promise<void> {
  const { practiceId } = practice;
  await practice.act(async (transaction) => {
    const deposits = await transaction.query<{ id: number }>(sql`
      select bank_deposit_id as id from bank_deposits where practice_id = ${practiceId} order by 1`);
    const id = deposits[which % Math.max(1, deposits.length)]?.id;
    const open = await transaction.query<{ id: number }>(sql`
      select remittance_id as id from remittances where practice_id = ${practiceId}
        and verdict = 'posted' order by 1`);
    const remittanceId = open[which % Math.max(1, open.length)]?.id;
    if (id === undefined || remittanceId === undefined) return;
    if (does === "match") await matchDeposit(transaction, id, remittanceId);
    else if (does === "unmatch") await unmatchDeposit(transaction, id);
    else await takeBackDeposit(transaction, id, { reason: "wrong", today });
  });
}

test("cash clearing is what is posted and not deposited less what is deposited and not posted, by items", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const practice = await ExamplePractice.create(database);
      const numbers = ["A100", "B200", "C300", "D400", "E500", "F600"];
      await practice.record(...numbers.map((number) => ({ number, lines: [{ charged: 10_000 }] })));
      for (const step of taken) {
        await run(practice, step);
        await expectIdentity(practice);
      }
      expect((await practice.act(verifyLedger)).faults).toEqual([]);
    }),
    {
      numRuns: 15,
      examples: [
        // Two deposits of one number and amount before their one remittance.
        [
          [
            { does: "card", which: 2 },
            { does: "bank", which: 2 },
            { does: "remit", which: 0 },
            { does: "remit", which: 2 },
          ],
        ],
      ],
    },
  );
}, 400_000);

test.each([
  [["remit", "bank"]],
  [["bank", "remit"]],
  [["remit", "card"]],
  [["bank", "bank", "remit", "remit"]],
] as const)("it is zero when both are in: %j", async (order) => {
  const practice = await ExamplePractice.create(database);
  const numbers = ["A100", "B200", "C300", "F600"];
  await practice.record(...numbers.map((number) => ({ number, lines: [{ charged: 10_000 }] })));
  for (const does of order) for (const which of [0, 1, 2, 5]) await run(practice, { does, which });
  expect(await expectIdentity(practice)).toBe(0);
});

const takenBack: ExampleRemittance = {
  trace: "P2",
  claims: [claim("F600", 5000)],
  plb: [["WO", 1200, "REF9"]],
};
const explains: ExampleRemittance = { trace: "P1", claims: [], plb: [["WO", -1200, "REF9"]] };

test.each([
  ["after its reason", [explains, takenBack], 0],
  ["before its reason", [takenBack, explains], 0],
  ["before its reason, told twice", [takenBack, explains, takenBack, explains], 0],
  ["without a reason", [takenBack], 1],
] as const)("money taken back %s asks a person %#", async (_, order, open) => {
  const practice = await ExamplePractice.create(database);
  await practice.record({ number: "F600", lines: [{ charged: 10_000 }] });
  for (const example of order) await practice.post(example);
  const { count } = await practice.act((transaction) =>
    transaction.one<{ count: number }>(sql`
      select count(*)::int as count from work_items where practice_id = ${practice.practiceId}
        and kind = 'provider-adjustment' and state = 'open' and why ->> 'cents' = '1200'`),
  );
  expect(count).toBe(open);
});
