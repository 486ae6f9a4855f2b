import { sql } from "@headwater/platform/database/sql.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inPractice, type ReadingContext } from "./reading-context.command.ts";
import { importBytes, testContext } from "./testing/import-texts.ts";

let database: TestDatabase;
let context: ReadingContext;

beforeAll(async () => {
  database = await createTestDatabase();
  context = await testContext(database, "bank files");
});
afterAll(() => database.drop());

const bai2 = (fileId: string, cents = 6000) =>
  [
    `01,BANK,PRACTICE,260302,0700,${fileId},80,1,2/`,
    "02,PRACTICE,BANK,1,260301,,USD,2/",
    "03,000123456,USD,,,,/",
    `16,142,${cents},Z,BR1,,HCCLAIMPMT`,
    "88,TRN*1*T100*1362100008\\",
    "49,6000,4/",
    "98,6000,1,6/",
    "99,6000,1,8/",
  ].join("\n");

const deposits = () =>
  inPractice(context, (transaction) =>
    transaction.query(sql`
      select deposited_on, cents, trace_number, type from bank_deposits
      where practice_id = ${transaction.practiceId} order by bank_deposit_id`),
  );

const expected = [{ deposited_on: "2026-03-01", cents: 6000, trace_number: "T100", type: "ACH" }];

test("a bank's BAI2 file becomes deposits, once, in whatever file they come", async () => {
  const first = await importBytes(context, "day.bai", bai2("1"));
  expect(first).toMatchObject({ kind: "bank", verdict: "read" });
  expect(await deposits()).toEqual(expected);
  expect((await importBytes(context, "again.bai", bai2("1"))).verdict).toBe("duplicate");
  expect((await importBytes(context, "other-number.bai", bai2("2"))).verdict).toBe("read");
  expect(await deposits()).toEqual(expected);
});

test("one that does not add up is refused whole, with the line", async () => {
  const refused = await importBytes(context, "wrong.bai", bai2("3", 6001));
  expect(refused).toMatchObject({ kind: "bank", verdict: "refused" });
  expect(await deposits()).toEqual(expected);
});
