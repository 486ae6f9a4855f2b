import { sql } from "@headwater/platform/database/sql.ts";
import { systemRandom } from "@headwater/platform/random/random.ts";
import {
  type PracticeTransaction,
  withPractice,
} from "@headwater/platform/tenancy/with-practices.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createPractice } from "../../books/account/create-practice.command.ts";
import { buildClaims } from "./build-claims.command.ts";
import { searchClaims } from "./search-claims.query.ts";
import { seedEncounter, seedPractice } from "./testing/seed-practice.command.ts";

let database: TestDatabase;
let practiceId: number;

function run<Result>(work: (transaction: PracticeTransaction) => Promise<Result>) {
  return withPractice(database, { practiceId, actor: "test" }, work);
}

beforeAll(async () => {
  database = await createTestDatabase();
  const wanted = { name: "Riverside", kind: "practice" } as const;
  const created = await createPractice(database, wanted, { actor: "test", random: systemRandom });
  if (created.is === "refused") throw new Error(created.code);
  practiceId = created.practice.practiceId;
});
afterAll(() => database.drop());

test("claims still to be filed are listed by their last day, those of a payer with a limit", async () => {
  await run(async (transaction) => {
    const practice = await seedPractice(transaction);
    await transaction.execute(sql`
      insert into filing_limits (practice_id, payer_id, kind, limit_length, limit_unit, basis, source,
        effective_from, effective_to)
      values (${practiceId}, ${practice.payerId}, 'original', 90, 'days', 'service', 'contract', '2025-01-01', '2026-05-31'),
        (${practiceId}, ${practice.payerId}, 'original', 2, 'months', 'service', 'contract', '2026-06-01', null)`);
    const encounters = [];
    for (const serviceFrom of ["2026-05-20", "2026-06-10"]) {
      encounters.push(await seedEncounter(transaction, practice, { serviceFrom }));
    }
    await buildClaims(transaction, encounters, "2026-06-15");
    const list = (search: object) =>
      searchClaims(transaction, { sort: "filing", limit: 10, withTotal: true, ...search });
    const all = await list({});
    expect(all.rows.map(({ serviceFrom, fileBy }) => [serviceFrom, fileBy])).toEqual([
      ["2026-06-10", "2026-08-10"],
      ["2026-05-20", "2026-08-18"],
    ]);
    expect(all.total?.count).toBe(2);
    const soon = await list({ fileThrough: "2026-08-10" });
    expect(soon.rows).toHaveLength(1);
    const next = await list({ after: ["2026-08-10", all.rows[0]?.id ?? 0] });
    expect(next.rows.map(({ fileBy }) => fileBy)).toEqual(["2026-08-18"]);
    await transaction.execute(sql`update claims set state = 'submitted'`);
    expect((await list({})).rows).toEqual([]);
    const submitted = await searchClaims(transaction, { sort: "service", limit: 10 });
    expect(submitted.rows.map(({ fileBy }) => fileBy)).toEqual([null, null]);
  });
});
