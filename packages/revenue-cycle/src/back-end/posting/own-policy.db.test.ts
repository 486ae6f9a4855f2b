import { sql } from "@headwater/platform/database/sql.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listAccounts } from "../../books/account/list-accounts.query.ts";
import { verifyLedger } from "../../books/account/verify-ledger.query.ts";
import { addOwnPolicy, endOwnPolicy } from "../denial/own-policy.store.ts";
import { ExamplePractice } from "./testing/practice-books.command.ts";

let database: TestDatabase;
let practice: ExamplePractice;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  practice = await ExamplePractice.create(database);
  await practice.record(
    { number: "A100", lines: [{ charged: 10_000 }] },
    { number: "B200", lines: [{ charged: 10_000 }] },
  );
});

const payerOf = () =>
  practice.act(async (transaction) => {
    const row = await transaction.one<{ payer_id: number }>(sql`
      select payer_id from payers where practice_id = ${practice.practiceId}
        and identifier_key = 'PAYER'`);
    return row.payer_id;
  });

const add = (payerId: number | undefined, effectiveFrom = "2026-01-01") =>
  practice.act((transaction) =>
    addOwnPolicy(transaction, {
      payerId,
      groupCode: "CO",
      reasonCode: "97",
      treatment: "contractual",
      note: "The contract bundles it",
      effectiveFrom,
      effectiveTo: undefined,
    }),
  );

/** What is contractual after a remittance of the day that bundles 40.00. */
const contractual = async (number: string, date: string) => {
  const cas = [["CO", "97", 4000]] as const;
  await practice.post({
    trace: `T${number}`,
    date,
    claims: [{ number, lines: [{ charged: 10_000, paid: 6000, cas }] }],
  });
  const rows = await practice.act(listAccounts);
  const { faults } = await practice.act(verifyLedger);
  expect(faults).toEqual([]);
  return rows.find(({ kind }) => kind === "contractual")?.cents;
};

test("an amount that the common table refuses is contractual by the practice's own row", async () => {
  expect(await contractual("A100", "2026-03-01")).toBe(0);
  await add(await payerOf());
  expect(await contractual("B200", "2026-03-02")).toBe(4000);
});

test("a row is of its days: ended, the common table decides again", async () => {
  const added = await add(undefined);
  const policyId = typeof added === "string" ? 0 : added.policyId;
  const end = (revision: number, effectiveTo = "2026-03-01") =>
    practice.act((transaction) => endOwnPolicy(transaction, policyId, { effectiveTo, revision }));
  expect(await end(9)).toBe("revision_changed");
  expect(await end(1, "2025-12-31")).toBe("policy_days_reversed");
  expect(await end(1)).toBeUndefined();
  expect(await contractual("A100", "2026-03-01")).toBe(4000);
  expect(await contractual("B200", "2026-03-02")).toBe(4000);
  expect(await add(undefined)).toBe("policy_days_overlap");
  expect(await add(undefined, "2026-03-02")).toMatchObject({});
  expect(await add(999_999)).toBe("payer_unknown");
});
