import { sql } from "@headwater/platform/database/sql.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { matchDeposit, unmatchDeposit } from "../../books/deposit/match-deposit.command.ts";
import { recordDeposits } from "../../books/deposit/record-deposits.command.ts";
import { findDeposit, searchDeposits } from "../../books/deposit/search-deposits.query.ts";
import { suggestRemittances } from "../../books/deposit/suggest-remittances.query.ts";
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

const row = { rowNumber: 2, depositedOn: "2026-03-20", traceNumber: "", payerName: "", type: "" };

/** A posted remittance of 60.00 and a deposit that its numbers do not tie to it. */
async function apart(cents = 6000): Promise<{ remittanceId: number; depositId: number }> {
  await practice.record({ number: "A100", lines: [{ charged: 10_000 }] });
  const { remittanceId = 0 } = await practice.post({
    trace: "T1",
    claims: [
      {
        number: "A100",
        lines: [{ code: "99213", charged: 10_000, paid: 6000, cas: [["CO", "45", 4000]] }],
      },
    ],
  });
  const fileId = await practice.addFile();
  await practice.act((transaction) => recordDeposits(transaction, fileId, [{ ...row, cents }]));
  const { bank_deposit_id: depositId } = await practice.act((transaction) =>
    transaction.one<{ bank_deposit_id: number }>(sql`
      select bank_deposit_id from bank_deposits where practice_id = ${practice.practiceId}`),
  );
  return { remittanceId, depositId };
}

test("a deposit that its numbers do not tie is tied by a person, once, and can be untied", async () => {
  const { remittanceId, depositId } = await apart();
  const found = () => practice.act((transaction) => findDeposit(transaction, depositId));
  expect((await found())?.remittance).toBeNull();
  const match = () =>
    practice.act((transaction) => matchDeposit(transaction, depositId, remittanceId));
  expect(await match()).toEqual({ is: "matched" });
  expect(await match()).toEqual({ is: "matched" });
  expect(await found()).toMatchObject({
    remittance: { id: remittanceId, traceNumber: "T1" },
    matchedBy: "test",
  });
  const undone = await practice.act((transaction) => unmatchDeposit(transaction, depositId));
  expect(undone).toEqual({ is: "unmatched" });
  expect((await found())?.remittance).toBeNull();
});

test("the remittance of its amount is suggested until a deposit pays it", async () => {
  const { remittanceId, depositId } = await apart();
  const suggested = () => practice.act((transaction) => suggestRemittances(transaction, depositId));
  expect(await suggested()).toMatchObject([{ remittanceId, paidCents: 6000 }]);
  await practice.act((transaction) => matchDeposit(transaction, depositId, remittanceId));
  expect(await suggested()).toEqual([]);
});

test("an amount that differs by a cent, an unknown remittance and a second deposit are refused", async () => {
  const { remittanceId, depositId } = await apart(6001);
  const match = (deposit: number, remittance: number) =>
    practice.act((transaction) => matchDeposit(transaction, deposit, remittance));
  expect(await match(depositId, remittanceId)).toMatchObject({ code: "deposit_amount_differs" });
  expect(await match(depositId, 999_999)).toMatchObject({ code: "remittance_unknown" });
  expect(await match(999_999, remittanceId)).toMatchObject({ code: "deposit_unknown" });
  const fileId = await practice.addFile();
  await practice.act((transaction) =>
    recordDeposits(transaction, fileId, [
      { ...row, cents: 6000 },
      { ...row, rowNumber: 3, depositedOn: "2026-03-21", cents: 6000 },
    ]),
  );
  const ids = await practice.act((transaction) =>
    transaction.query<{ id: number }>(sql`
      select bank_deposit_id as id from bank_deposits
      where practice_id = ${practice.practiceId} and cents = 6000 order by 1`),
  );
  expect(await match(ids[0]?.id ?? 0, remittanceId)).toEqual({ is: "matched" });
  expect(await match(ids[1]?.id ?? 0, remittanceId)).toMatchObject({
    code: "remittance_deposited",
  });
});

test("what numbers tied cannot be untied; the list counts both states", async () => {
  await apart();
  const fileId = await practice.addFile();
  await practice.act((transaction) =>
    recordDeposits(transaction, fileId, [{ ...row, traceNumber: "T1", cents: 6000 }]),
  );
  const page = await practice.act((transaction) =>
    searchDeposits(transaction, { limit: 1, withTotal: true, state: "matched" }),
  );
  expect(page).toMatchObject({ next: null, total: { count: 1, cents: 6000 } });
  expect(page.total?.counts).toEqual({ state: { matched: 1, unmatched: 1 } });
  const result = await practice.act((transaction) =>
    unmatchDeposit(transaction, page.rows[0]?.id ?? 0),
  );
  expect(result).toMatchObject({ code: "deposit_not_by_person" });
});
