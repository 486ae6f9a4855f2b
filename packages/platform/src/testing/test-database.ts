import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import type { Database } from "../database/connect.ts";
import { openPool } from "../database/pool.ts";
import { applicationUrlOf, dropDatabase, urlOfDatabase } from "./test-server.ts";

/** A migrated, empty database of one test file. */
export interface TestDatabase extends Database {
  readonly name: string;
  /** Closes the pools and drops the database. */
  drop(): Promise<void>;
}

async function testServer(): Promise<{ url: string; template: string }> {
  const response = await fetch(inject("testServerAddress"));
  if (!response.ok) throw new Error(`the test server did not start: ${await response.text()}`);
  return (await response.json()) as { url: string; template: string };
}

/**
 * Clones the migrated template and opens it with the same two pools as the program. Call it in
 * `beforeAll` and `drop()` in `afterAll`.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { url, template } = await testServer();
  const name = `test_${process.pid}_${randomBytes(6).toString("hex")}`;
  const maintenance = openPool({ connectionString: url, name: "headwater test", size: 1 });
  try {
    await maintenance.query(`create database ${name} template ${template}`);
  } finally {
    await maintenance.end();
  }
  const ownerUrl = urlOfDatabase(url, name);
  const applicationUrl = applicationUrlOf(ownerUrl);
  const owner = openPool({ connectionString: ownerUrl, name: "headwater test owner", size: 4 });
  const application = openPool({
    connectionString: applicationUrl,
    name: "headwater test application",
    size: 8,
  });
  let closing: Promise<unknown> | undefined;
  const close = async () => {
    closing ??= Promise.all([owner.end(), application.end()]);
    await closing;
  };
  return {
    name,
    owner,
    application,
    ownerUrl,
    applicationUrl,
    embedded: undefined,
    close,
    drop: async () => {
      await close();
      await dropDatabase(url, name);
    },
  };
}
