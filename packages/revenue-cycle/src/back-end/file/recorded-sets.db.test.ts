import { sql } from "@headwater/platform/database/sql.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { type CleanSampleName, sampleText } from "@headwater/x12/testing/clean-samples.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inPractice, type ReadingContext } from "./reading-context.command.ts";
import { importBytes, testContext } from "./testing/import-texts.ts";

let database: TestDatabase;
let context: ReadingContext;

beforeAll(async () => {
  database = await createTestDatabase();
  context = await testContext(database, "recorded sets");
});
afterAll(() => database.drop());

const kinds: readonly (readonly [string, CleanSampleName])[] = [
  ["834", "enrollment"],
  ["820", "premium"],
  ["278", "reviewAnswer"],
  ["277", "statusAnswer"],
  ["271", "eligibilityAnswer"],
];

test.each(kinds)("a file of %s is recorded, its set with kind and number", async (kind, sample) => {
  const file = `${kind}.x12`;
  const read = await importBytes(context, file, sampleText(sample));
  expect(read).toMatchObject({ file, verdict: "read", issues: [] });
  expect(read.transactions).toMatchObject([{ control: "0001", kind, verdict: "recorded" }]);
  const sets = await inPractice(context, (transaction) =>
    transaction.query(sql`
      select kind, set_control_number, verdict, errors from transaction_sets
      where practice_id = ${transaction.practiceId} and kind = ${kind}`),
  );
  expect(sets).toEqual([{ kind, set_control_number: "0001", verdict: "recorded", errors: 0 }]);
  expect((await importBytes(context, `again-${file}`, sampleText(sample))).verdict).toBe(
    "duplicate",
  );
});

test("one that breaks its guide is recorded with its issues", async () => {
  const text = sampleText("enrollment").replace("DMG*D8*19700101", "DMG*D8*19701301");
  const read = await importBytes(context, "834-wrong.x12", text.replace("FILE1", "FILE2"));
  expect(read).toMatchObject({ verdict: "issues" });
  expect(read.transactions).toMatchObject([{ kind: "834" }]);
});
