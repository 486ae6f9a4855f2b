import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyLedger } from "../../books/account/verify-ledger.query.ts";
import { inPractice } from "./reading-context.command.ts";
import { importBytes, testContext } from "./testing/import-texts.ts";
import { smallRoad } from "./testing/small-road.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Everything that reports and screens count, without ids and instants. */
async function facts(practiceId: number) {
  const rows = async (text: string) => (await database.owner.query(text, [practiceId])).rows;
  return {
    claims:
      await rows(`select patient_control_number, version, state, first_acceptance, accepted_on,
      rejected_on, first_adjudicated_on, first_outcome, first_paid_on, charged_cents
      from claims where practice_id = $1 order by 1, 2`),
    receivables: await rows(`select patient_control_number, receivables.*, null as claim_id,
      null as practice_id from receivables join claims using (practice_id, claim_id)
      where practice_id = $1 order by patient_control_number, line_number`),
    accounts: await rows(`select kind, sum(cents)::bigint as cents from (
        select debit_account_id as account_id, cents from transfers where practice_id = $1
        union all select credit_account_id, -cents from transfers where practice_id = $1) moved
      join accounts using (account_id) group by kind order by kind`),
    denials:
      await rows(`select patient_control_number, denials.line_number, group_code, reason_code,
      denials.cents, category, stage, is_initial, denials.state
      from denials join claims using (practice_id, claim_id)
      where practice_id = $1 order by 1, 2, 3, 4, 9`),
    remittances: await rows(`select trace_number, verdict, paid_cents, claims from remittances
      where practice_id = $1 order by 1`),
    remittanceClaims: await rows(`select trace_number, claim_number, outcome, match_rule
      from remittance_claims join remittances using (practice_id, remittance_id)
      where practice_id = $1 order by 1, 2`),
    payments: await rows(`select receipt, claim_id is null as waiting, cents from patient_payments
      where practice_id = $1 order by 1`),
    work: await rows(`select kind, count(*)::int from work_items
      where practice_id = $1 and state = 'open' group by kind order by kind`),
  };
}

function permutations<Value>(values: readonly Value[]): Value[][] {
  if (values.length <= 1) return [[...values]];
  return values.flatMap((value, index) =>
    permutations(values.filter((_, other) => other !== index)).map((rest) => [value, ...rest]),
  );
}

test("every order of claims, acknowledgments, remittance and payments ends the same", async () => {
  let expected: Awaited<ReturnType<typeof facts>> | undefined;
  for (const order of permutations(Object.keys(smallRoad))) {
    const context = await testContext(database, order.join(" "));
    for (const name of order) {
      const { verdict } = await importBytes(context, name, smallRoad[name] ?? "");
      expect({ name, verdict }).toEqual({ name, verdict: "read" });
    }
    const found = await facts(context.practice.practiceId);
    expected ??= found;
    expect(found, order.join(" → ")).toEqual(expected);
    const { faults } = await inPractice(context, verifyLedger);
    expect(faults).toEqual([]);
  }
  expect(expected?.claims.map((row) => [row.state, row.first_acceptance])).toMatchInlineSnapshot(`
    [
      [
        "paid",
        "accepted",
      ],
      [
        "denied",
        "accepted",
      ],
      [
        "denied",
        "rejected",
      ],
      [
        "paid",
        null,
      ],
      [
        "rejected",
        "rejected",
      ],
      [
        "rejected",
        "rejected",
      ],
    ]
  `);
}, 300_000);

test("importing everything again in another order changes nothing", async () => {
  const context = await testContext(database, "again");
  const names = Object.keys(smallRoad);
  for (const name of names) await importBytes(context, name, smallRoad[name] ?? "");
  const before = await facts(context.practice.practiceId);
  const counts = await rowCounts(context.practice.practiceId);
  for (const name of names.toReversed()) {
    const { verdict } = await importBytes(context, `again-${name}`, smallRoad[name] ?? "");
    expect(verdict).toBe("duplicate");
  }
  expect(await facts(context.practice.practiceId)).toEqual(before);
  expect(await rowCounts(context.practice.practiceId)).toEqual(counts);
  // The same sets in a file of other bytes.
  for (const name of names.filter((each) => !each.endsWith(".csv"))) {
    const { transactions } = await importBytes(context, name, `${smallRoad[name] ?? ""}\n\n`);
    expect(new Set(transactions.map((set) => set.verdict))).toEqual(new Set(["duplicate"]));
  }
  expect(await facts(context.practice.practiceId)).toEqual(before);
});

async function rowCounts(practiceId: number): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of [
    "transaction_sets",
    "claims",
    "service_lines",
    "claim_submissions",
    "acknowledgments",
    "claim_acknowledgments",
    "postings",
    "transfers",
    "remittances",
    "remittance_claims",
    "patient_payments",
    "patients",
    "payers",
    "events",
    "work_items",
    "documents",
  ]) {
    const { rows } = await database.owner.query(
      `select count(*)::int as count from ${table} where practice_id = $1`,
      [practiceId],
    );
    counts[table] = rows[0].count;
  }
  return counts;
}
