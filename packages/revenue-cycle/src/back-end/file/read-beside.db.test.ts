import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { generate835, generate837P } from "@headwater/x12/testing/generate.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyLedger } from "../../books/account/verify-ledger.query.ts";
import { inPractice } from "./reading-context.command.ts";
import { importBytes, testContext } from "./testing/import-texts.ts";
import { practiceFacts } from "./testing/practice-facts.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const text = (pieces: Iterable<Uint8Array>) => Buffer.concat([...pieces]).toString();
const options = { seed: 21, claims: 90, claimsPerSet: 6 };
const claims = text(generate837P(options));
const paid = text(generate835(options));

const orders: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  [
    "claims, then payments",
    [
      ["a.837", claims],
      ["b.835", paid],
    ],
  ],
  [
    "payments, then claims",
    [
      ["b.835", paid],
      ["a.837", claims],
    ],
  ],
  [
    "everything twice in one file",
    [
      ["a.837", claims + claims],
      ["b.835", paid + paid],
    ],
  ],
];

describe("sets read side by side end as sets read one after the other", () => {
  test.each(orders)(
    "%s",
    async (name, files) => {
      const beside = await testContext(database, `beside ${name}`);
      for (const [file, content] of files) await importBytes(beside, file, content);
      const single = await testContext(database, `alone ${name}`, { setsBeside: false });
      for (const [file, content] of files) await importBytes(single, file, content);
      const facts = await practiceFacts(database, beside.practice.practiceId);
      expect(facts.claims).toHaveLength(options.claims);
      expect(facts).toEqual(await practiceFacts(database, single.practice.practiceId));
      const check = await inPractice(beside, (transaction) => verifyLedger(transaction));
      expect(check.faults).toEqual([]);
    },
    120_000,
  );
});
