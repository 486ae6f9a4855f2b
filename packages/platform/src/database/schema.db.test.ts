import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { projectRoot } from "../project-root.ts";
import { createTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { dumpSchema } from "./dump-schema.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test("database/schema.sql is what the migrations make", async () => {
  const golden = await readFile(join(projectRoot(), "database", "schema.sql"), "utf8");
  // A difference is either a forgotten run of tools/dump-schema.ts or an unmeant change.
  expect(await dumpSchema(database.owner)).toBe(golden);
});
