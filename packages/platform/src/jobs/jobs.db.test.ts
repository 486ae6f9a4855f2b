import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { sql } from "../database/sql.ts";
import { withNoPractice, withPractice } from "../tenancy/with-practices.ts";
import { bundleForChild, type ChildProgram } from "../testing/bundle-for-child.ts";
import { createTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { enqueueJob } from "./enqueue-job.ts";
import { freeJobsOfProcess } from "./heartbeat.ts";
import { jobQueueVersion } from "./install-job-queue.ts";
import { runOnce } from "./run-once.ts";
import { startWorker } from "./start-worker.ts";

let database: TestDatabase;
let program: ChildProgram;
const children: ChildProcess[] = [];
const actor = "test";
const scope = { practiceId: 1, actor };

beforeAll(async () => {
  database = await createTestDatabase();
  await database.owner.query(
    "insert into practices (practice_id, public_id, name) values (1, gen_random_uuid(), 'One')",
  );
  await database.owner.query("insert into job_tasks (name) values ('test-task')");
  program = await bundleForChild(
    fileURLToPath(new URL("../testing/worker-process.ts", import.meta.url)),
  );
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});
afterAll(async () => {
  await program.remove();
  await database.drop();
});

const waitingJobs = async () =>
  (await database.owner.query("select count(*) from graphile_worker._private_jobs")).rows[0].count;

async function until(condition: () => Promise<boolean>, withinMs: number): Promise<number> {
  const start = Date.now();
  while (!(await condition())) {
    if (Date.now() - start > withinMs) throw new Error("did not happen in time");
    await new Promise((wake) => setTimeout(wake, 50));
  }
  return Date.now() - start;
}

test("the pinned queue installs the version that the program expects", async () => {
  const result = await database.owner.query(
    "select max(id)::int as id from graphile_worker.migrations",
  );
  expect(result.rows[0].id).toBe(jobQueueVersion);
});

test("a job exists only if its transaction is committed", async () => {
  const job = { task: "test-task", payload: { practiceId: 1, key: "rolled back" } };
  const rolledBack = withPractice(database, scope, async (transaction) => {
    await enqueueJob(transaction, job);
    throw new Error("changed our mind");
  });
  await expect(rolledBack).rejects.toThrow("changed our mind");
  expect(await waitingJobs()).toBe(0);
});

test.each([
  ["a task that is not listed", { task: "drop-everything", payload: { practiceId: 1 } }],
  ["a practice out of scope", { task: "test-task", payload: { practiceId: 2 } }],
])("%s is refused", async (_name, job) => {
  const write = withPractice(database, scope, (transaction) => enqueueJob(transaction, job));
  await expect(write).rejects.toMatchObject({ code: "42501" });
});

test("the application cannot reach the queue's own tables", async () => {
  const read = withNoPractice(database, { actor }, (transaction) =>
    transaction.query(sql`select * from graphile_worker._private_jobs`),
  );
  await expect(read).rejects.toMatchObject({ code: "42501" });
});

test("effects of one key happen once, also at the same time", async () => {
  let effects = 0;
  const run = () =>
    withPractice(database, scope, (transaction) =>
      runOnce(transaction, "same key", async () => {
        effects += 1;
      }),
    );
  const results = await Promise.all([run(), run(), run()]);
  expect(results.filter(Boolean)).toHaveLength(1);
  expect(effects).toBe(1);
});

test("a failing task is tried again and keeps no text of its fault", async () => {
  let attempts = 0;
  const worker = await startWorker({
    owner: database.owner,
    process: "in this process",
    concurrency: 2,
    pollIntervalMs: 100,
    tasks: {
      "test-task": async () => {
        attempts += 1;
        throw new Error("CANARY");
      },
    },
  });
  await withPractice(database, scope, (transaction) =>
    enqueueJob(transaction, { task: "test-task", payload: { practiceId: 1 }, maxAttempts: 2 }),
  );
  await until(async () => attempts === 2, 10_000);
  await worker.stop();
  const jobs = await database.owner.query("select last_error from graphile_worker._private_jobs");
  expect(jobs.rows).toEqual([{ last_error: "Error" }]);
  const beats = await database.owner.query("select count(*) from worker_heartbeats");
  expect(beats.rows[0].count).toBe(0);
  await database.owner.query("delete from graphile_worker._private_jobs");
});

test("a job that takes longer than the silence of the dead is left to its living worker", async () => {
  let runs = 0;
  let done = false;
  const worker = await startWorker({
    owner: database.owner,
    process: "slow but alive",
    concurrency: 2,
    pollIntervalMs: 50,
    deadAfterMs: 300,
    tasks: {
      "test-task": async () => {
        runs += 1;
        await new Promise((wake) => setTimeout(wake, 1200));
        done = true;
      },
    },
  });
  await withPractice(database, scope, (transaction) =>
    enqueueJob(transaction, { task: "test-task", payload: { practiceId: 1 } }),
  );
  await until(async () => done, 5000);
  await worker.stop();
  expect(runs).toBe(1);
  expect(await waitingJobs()).toBe(0);
});

async function startChild(name: string, mode: string): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    [program.path, database.ownerUrl, database.applicationUrl, name, mode],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  children.push(child);
  await once(child.stdout, "data");
  return child;
}

async function killWhileHolding(key: string): Promise<void> {
  const victim = await startChild(`victim ${key}`, "hold");
  await withPractice(database, scope, (transaction) =>
    enqueueJob(transaction, { task: "test-task", payload: { practiceId: 1, key } }),
  );
  await once(victim.stdout as NodeJS.ReadableStream, "data");
  victim.kill("SIGKILL");
  await once(victim, "exit");
}

const accounts = async (key: string) =>
  (await database.owner.query("select name from accounts where name like $1", [`${key} by %`]))
    .rows;

test("the job of a killed worker is done by another, once, after a short silence", async () => {
  await killWhileHolding("silent");
  await startChild("successor", "work");
  const waited = await until(async () => (await accounts("silent")).length > 0, 15_000);
  expect(await accounts("silent")).toEqual([{ name: "silent by successor" }]);
  expect(waited).toBeLessThan(6000);
});

test("who started a worker frees its jobs at once when it ends", async () => {
  await killWhileHolding("supervised");
  expect(await freeJobsOfProcess(database.owner, "victim supervised")).toBe(1);
  await startChild("successor", "work");
  const waited = await until(async () => (await accounts("supervised")).length > 0, 15_000);
  expect(await accounts("supervised")).toEqual([{ name: "supervised by successor" }]);
  expect(waited).toBeLessThan(2000);
});
