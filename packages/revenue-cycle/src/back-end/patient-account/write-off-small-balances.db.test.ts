import { sql } from "@headwater/platform/database/sql.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyLedger } from "../../books/account/verify-ledger.query.ts";
import { ExamplePractice } from "../posting/testing/practice-books.command.ts";
import { findSmallBalances, writeOffSmallBalances } from "./write-off-small-balances.command.ts";

let database: TestDatabase;
let practice: ExamplePractice;

beforeAll(async () => {
  database = await createTestDatabase();
  practice = await ExamplePractice.create(database);
});
afterAll(() => database.drop());

const by = { roles: ["biller"], today: "2026-03-25" };
const find = (mostCents: number, roles = by.roles) =>
  practice.act((transaction) => findSmallBalances(transaction, mostCents, { roles }));

test("small balances are shown first, and those that were chosen are written off", async () => {
  for (const [number, cents] of [
    ["A100", 300],
    ["B200", 450],
    ["C300", 2000],
  ] as const) {
    await practice.record({ number, lines: [{ charged: 10_000 }] });
    await practice.post({
      trace: `T${number}`,
      claims: [
        {
          number,
          lines: [
            { code: "99213", charged: 10_000, paid: 10_000 - cents, cas: [["PR", "2", cents]] },
          ],
        },
      ],
    });
  }
  await practice.record({ number: "D400", lines: [{ charged: 100 }] });
  const small = await find(500);
  expect(small.map(({ patientControlNumber, cents }) => [patientControlNumber, cents])).toEqual([
    ["A100", 300],
    ["B200", 450],
  ]);
  // A biller forgives 9.99 alone, a manager more, who has no such role nothing.
  expect(await find(5000)).toHaveLength(2);
  expect(await find(5000, ["manager"])).toHaveLength(3);
  expect(await find(5000, ["coder"])).toEqual([]);
  const wanted = { mostCents: 500, claims: [small[0]?.claimId ?? 0, 999_999], reason: "too small" };
  const written = await practice.act((transaction) =>
    writeOffSmallBalances(transaction, wanted, by),
  );
  expect(written).toEqual([small[0]]);
  expect(await find(500)).toEqual([small[1]]);
  const again = await practice.act((transaction) => writeOffSmallBalances(transaction, wanted, by));
  expect(again).toEqual([]);
  const kept = await practice.act((transaction) =>
    transaction.query(sql`
      select kind, cents, reason from patient_write_offs
      where practice_id = ${practice.practiceId}`),
  );
  expect(kept).toEqual([{ kind: "small-balance", cents: 300, reason: "too small" }]);
  expect((await practice.act((transaction) => verifyLedger(transaction))).faults).toEqual([]);
});
