import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "@headwater/platform/database/sql.ts";
import { systemRandom } from "@headwater/platform/random/random.ts";
import { withPractice } from "@headwater/platform/tenancy/with-practices.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { createPractice } from "@headwater/revenue-cycle/books/account/create-practice.command.ts";
import { verifyLedger } from "@headwater/revenue-cycle/books/account/verify-ledger.query.ts";
import { filingDeadline } from "@headwater/revenue-cycle/mid-cycle/claim/filing-deadlines.query.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { demoDay, demoFiles } from "./demo-files.ts";
import { askForDemo, fillDemoJob } from "./fill-demo.ts";

let database: TestDatabase;
let practiceId = 0;
const actor = "test";
const claims = 60;
let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "headwater-demo-"));
  database = await createTestDatabase();
  const created = await createPractice(
    database,
    { name: "Demo", kind: "demo" },
    { actor, random: systemRandom },
  );
  if (created.is === "created") practiceId = created.practice.practiceId;
});
afterAll(async () => {
  await database.drop();
  await rm(root, { recursive: true, force: true });
});

const ask = () =>
  withPractice(database, { practiceId, actor }, (transaction) =>
    askForDemo(transaction, { claims, random: systemRandom }),
  );
const one = async <Row extends object>(text: string): Promise<Row> =>
  (await database.owner.query(text)).rows[0];

test("the same number of claims gives the same files, each of one month and kind", () => {
  const files = [...demoFiles(claims)];
  expect([...demoFiles(claims)]).toEqual(files);
  const names = files.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => name.endsWith(".837")).length).toBeGreaterThan(12);
});

test("a demo practice is filled once by the readers of real files, and its books are sound", async () => {
  const first = await ask();
  expect(await ask()).toBe(first);
  const { rows: jobs } = await database.owner.query(
    "select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'fill-demo'",
  );
  expect(jobs).toHaveLength(1);
  const task = fillDemoJob(database, { root })["fill-demo"];
  const job = { signal: undefined } as unknown as Parameters<NonNullable<typeof task>>[1];
  await task?.(jobs[0].payload, job);
  const counts = () =>
    one<{ files: number; claims: number; postings: number }>(
      `select (select count(*)::int from files where verdict in ('read', 'duplicate')) as files,
         (select count(*)::int from claims) as claims, (select count(*)::int from postings) as postings`,
    );
  const filled = await counts();
  const ownBatches = 1;
  expect(filled.files).toBe([...demoFiles(claims)].length + ownBatches);
  expect(filled.claims).toBeGreaterThanOrEqual(claims);
  await task?.(jobs[0].payload, job);
  expect(await counts()).toMatchObject({ claims: filled.claims, postings: filled.postings });
  const deadline = await withPractice(database, { practiceId, actor }, filingDeadline);
  const state = await withPractice(database, { practiceId, actor }, async (transaction) => ({
    verified: await verifyLedger(transaction),
    day: await transaction.one(sql`
      select business_date from practices where practice_id = ${practiceId}`),
    furnished: await transaction.one(sql`
      select (select count(*)::int from facilities) as facilities,
        (select count(*)::int from charge_items) > 5 as "hasPrices",
        (select count(*)::int from patients where is_registered) > 10 as "hasPatients",
        (select count(*)::int from coverages) > 10 as "hasCoverages",
        (select count(*)::int from appointments where state = 'booked') > 10 as "hasVisits",
        (select count(*)::int from appointments where state = 'arrived') > 10 as "hasArrivals",
        (select count(*)::int from encounters where state = 'open') > 2 as "hasOpenCharges",
        (select count(*)::int from claims where state = 'ready') > 2 as "hasReadyClaims",
        (select count(*)::int from claims c where state = 'ready'
          and ${deadline} is null) as "readyWithoutDeadline",
        (select count(*)::int from claim_batches where state = 'sent') as batches,
        (select count(distinct state)::int from authorizations) as authorizations,
        (select count(*)::int from eligibility_checks) > 7 as "hasQuestions",
        (select billing_provider_id is not null from practice_profiles) as "hasBilling"`),
    work: await transaction.one<{ count: number }>(sql`
      select count(*)::int as count from work_items where practice_id = ${practiceId}`),
  }));
  expect(state.verified.faults).toEqual([]);
  expect(state.day).toEqual({ business_date: demoDay });
  expect(state.furnished).toEqual({
    facilities: 1,
    hasPrices: true,
    hasPatients: true,
    hasCoverages: true,
    hasVisits: true,
    hasArrivals: true,
    hasOpenCharges: true,
    hasReadyClaims: true,
    readyWithoutDeadline: 0,
    batches: 1,
    authorizations: 2,
    hasQuestions: true,
    hasBilling: true,
  });
  expect(state.work.count).toBeGreaterThan(0);
}, 300_000);
