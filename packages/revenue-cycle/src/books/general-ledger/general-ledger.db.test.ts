import { allAccountKinds } from "@headwater/ledger";
import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { withNoPractice, withPractice } from "@headwater/platform/tenancy/with-practices.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAccounts } from "../account/account.store.ts";
import { enterDeposit } from "../deposit/enter-deposit.command.ts";
import { closePeriod } from "../period/close-period.command.ts";
import { generalLedgerJournal } from "./general-ledger.query.ts";
import { recordMapping } from "./record-mapping.command.ts";

let database: TestDatabase;
let practiceId: number;

beforeAll(async () => {
  database = await createTestDatabase();
  practiceId = await withNoPractice(database, { actor: "test" }, async (transaction) => {
    const row = await transaction.one<{ practice_id: number }>(sql`
      insert into practices (public_id, name) values (gen_random_uuid(), 'Journal')
      returning practice_id`);
    return row.practice_id;
  });
  await act((transaction) => createAccounts(transaction, practiceId));
});
afterAll(() => database.drop());

function act<Result>(work: (transaction: PracticeTransaction) => Promise<Result>): Promise<Result> {
  return withPractice(database, { practiceId, actor: "test" }, work);
}

const numbers = (first: number) =>
  Object.fromEntries(
    allAccountKinds.map((kind, index) => [kind, { number: String(first + index), name: kind }]),
  );
/** A card's fee moves cash to fees. */
const fee = (on: string, reference: string) =>
  act((transaction) =>
    enterDeposit(
      transaction,
      {
        way: "virtual-card",
        on,
        items: [{ cents: 9710, feeCents: 290, reference, payerName: "PAYER" }],
      },
      { today: "2026-04-10", isAnother: false },
    ),
  );
const journal = (day?: string) =>
  act((transaction) => generalLedgerJournal(transaction, "2026-03-01", day));

test("a closed month gives the same bytes, whatever comes late or is renumbered", async () => {
  await fee("2026-03-02", "V1");
  await fee("2026-03-09", "V2");
  expect(await journal()).toMatchObject({ is: "unmapped", kinds: ["cash", "fee-expense"] });
  expect(await act((transaction) => recordMapping(transaction, numbers(1000), 0))).toBe(true);
  expect(await act((transaction) => recordMapping(transaction, numbers(1000), 0))).toBe(false);
  expect(await journal()).toMatchObject({ is: "written", isClosed: false, entries: 2 });
  await act((transaction) =>
    closePeriod(transaction, { date: "2026-03-01", today: "2026-04-10", withEarlier: true }),
  );
  const closed = await journal();
  expect(closed).toMatchObject({ is: "written", isClosed: true, cents: 580 });
  await fee("2026-03-16", "V3");
  await act((transaction) => recordMapping(transaction, numbers(5000), 1));
  expect(await journal()).toEqual(closed);
  const april = await act((transaction) => generalLedgerJournal(transaction, "2026-04-01"));
  expect(april.is === "written" && april.text).toContain(",5000,cash,,2.90,");
});

test("a day is a part of its month, with the same rows", async () => {
  const day = await journal("2026-03-09");
  const month = await journal();
  if (day.is !== "written" || month.is !== "written") throw new Error("not written");
  const [, ...rows] = day.text.trimEnd().split("\r\n");
  expect(rows).toHaveLength(2);
  for (const row of rows) expect(month.text).toContain(row);
});
