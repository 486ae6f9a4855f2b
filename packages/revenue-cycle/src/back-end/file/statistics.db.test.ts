import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { generate837P } from "@headwater/x12/testing/generate.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importBytes, testContext } from "./testing/import-texts.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test("the planner knows of claims that came in small sets of a small file", async () => {
  const context = await testContext(database, "Small files");
  const chunks = [...generate837P({ seed: 3, claims: 800, claimsPerSet: 20 })];
  const { verdict } = await importBytes(context, "small.837", Buffer.concat(chunks).toString());
  expect(verdict).toBe("read");
  const { rows } = await database.owner.query(
    "select reltuples from pg_class where oid = 'claims'::regclass",
  );
  expect(rows[0].reltuples).toBeGreaterThan(100);
});
