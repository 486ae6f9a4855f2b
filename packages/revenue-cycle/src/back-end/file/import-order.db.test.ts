import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyLedger } from "../../books/account/verify-ledger.query.ts";
import { inPractice } from "./reading-context.command.ts";
import { importBytes, testContext } from "./testing/import-texts.ts";
import { type PracticeFacts, practiceFacts } from "./testing/practice-facts.ts";
import { smallRoad, variants } from "./testing/small-road.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

function permutations<Value>(values: readonly Value[]): Value[][] {
  if (values.length <= 1) return [[...values]];
  return values.flatMap((value, index) =>
    permutations(values.filter((_, other) => other !== index)).map((rest) => [value, ...rest]),
  );
}

/** One order in six; all of them when HEADWATER_TEST_ALL_ORDERS is set, which takes minutes. */
function tried<Value>(orders: readonly Value[]): readonly Value[] {
  const isThorough = process.env.HEADWATER_TEST_ALL_ORDERS !== undefined;
  return isThorough ? orders : orders.filter((_, index) => index % 6 === 0);
}

test("every order of claims, acknowledgments, remittance and payments ends the same", async () => {
  let expected: PracticeFacts | undefined;
  for (const order of tried(permutations(Object.keys(smallRoad)))) {
    const context = await testContext(database, order.join(" "));
    for (const name of order) {
      const { verdict } = await importBytes(context, name, smallRoad[name] ?? "");
      expect({ name, verdict }).toEqual({ name, verdict: "read" });
    }
    const found = await practiceFacts(database, context.practice.practiceId);
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
}, 900_000);

const stories: readonly {
  readonly name: string;
  readonly files: readonly (keyof typeof variants)[];
  /** Frequency and state of each claim. */
  readonly ends: readonly string[];
}[] = [
  {
    name: "a replacement",
    files: ["original", "replacement", "remittance"],
    ends: ["1 replaced", "7 submitted"],
  },
  { name: "a void", files: ["original", "void", "remittance"], ends: ["1 void"] },
  {
    name: "the next payer",
    files: ["original", "secondary", "remittance"],
    ends: ["1 partly-paid"],
  },
  {
    name: "a replacement that goes on to the next payer",
    files: ["original", "replacement", "secondary", "remittance"],
    ends: ["1 replaced", "7 submitted"],
  },
  {
    name: "the next payer before a replacement",
    files: ["original", "earlySecondary", "replacement", "remittance"],
    ends: ["1 replaced", "7 submitted"],
  },
  {
    name: "a changed claim under the same number",
    files: ["original", "changed", "remittance"],
    ends: ["1 replaced", "1 submitted"],
  },
];

for (const { name, files, ends } of stories) {
  test(`${name} ends the same in every order`, async () => {
    let expected: PracticeFacts | undefined;
    for (const order of permutations(files)) {
      const context = await testContext(database, `${name}: ${order.join(" ")}`);
      for (const file of order) await importBytes(context, file, variants[file]);
      const found = await practiceFacts(database, context.practice.practiceId);
      expected ??= found;
      expect(found, order.join(" → ")).toEqual(expected);
      expect((await inPractice(context, verifyLedger)).faults).toEqual([]);
    }
    const states = expected?.claims.map((claim) => `${claim.frequency_code} ${claim.state}`);
    expect(states).toEqual(ends);
  }, 120_000);
}

test("importing everything again in another order changes nothing", async () => {
  const context = await testContext(database, "again");
  const names = Object.keys(smallRoad);
  for (const name of names) await importBytes(context, name, smallRoad[name] ?? "");
  const before = await practiceFacts(database, context.practice.practiceId);
  const counts = await rowCounts(context.practice.practiceId);
  for (const name of names.toReversed()) {
    const { verdict } = await importBytes(context, `again-${name}`, smallRoad[name] ?? "");
    expect(verdict).toBe("duplicate");
  }
  expect(await practiceFacts(database, context.practice.practiceId)).toEqual(before);
  expect(await rowCounts(context.practice.practiceId)).toEqual(counts);
  // The same sets in a file of other bytes.
  for (const name of names.filter((each) => !each.endsWith(".csv"))) {
    const { transactions } = await importBytes(context, name, `${smallRoad[name] ?? ""}\n\n`);
    expect(new Set(transactions.map((set) => set.verdict))).toEqual(new Set(["duplicate"]));
  }
  expect(await practiceFacts(database, context.practice.practiceId)).toEqual(before);
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
