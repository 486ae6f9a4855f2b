import { Readable } from "node:stream";
import { sql } from "@headwater/platform/database/sql.ts";
import { systemRandom } from "@headwater/platform/random/random.ts";
import { withPractice } from "@headwater/platform/tenancy/with-practices.ts";
import { insertImport } from "@headwater/revenue-cycle/back-end/file/import.store.ts";
import { readWaitingFiles } from "@headwater/revenue-cycle/back-end/file/read-file.command.ts";
import { readingContext } from "@headwater/revenue-cycle/back-end/file/reading-context.command.ts";
import { receiveFile } from "@headwater/revenue-cycle/back-end/file/receive-file.command.ts";
import { createPractice } from "@headwater/revenue-cycle/books/account/create-practice.command.ts";
import { verifyLedger } from "@headwater/revenue-cycle/books/account/verify-ledger.query.ts";
import { findPractice } from "@headwater/revenue-cycle/masters/practice/practice.store.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { demoDay, demoFiles } from "./demo-files.ts";
import { askForDemo } from "./fill-demo.ts";
import { furnishDemo } from "./furnish-demo.ts";
import { jobTasks } from "./job-tasks.ts";
import { createTestServer, type TestPractice, type TestServer } from "./testing/test-server.ts";

let server: TestServer;
let practice: TestPractice;
let headers: Record<string, string>;
const claims = 60;

const inPractice = <Result>(work: Parameters<typeof withPractice<Result>>[2]) =>
  withPractice(server.database, { practiceId: practice.practiceId, actor: "test" }, work);

/** Runs the waiting job of a task as the worker would. */
async function runJob(task: string): Promise<void> {
  const { rows } = await server.database.owner.query(
    `select j.payload from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = $1`,
    [task],
  );
  const job = { signal: undefined } as unknown as Parameters<
    NonNullable<ReturnType<typeof jobTasks>[string]>
  >[1];
  await jobTasks(server.services)[task]?.(rows[0]?.payload, job);
}

async function call<Answer>(
  method: "GET" | "POST",
  url: string,
  payload?: object,
): Promise<Answer> {
  const answer = await server.app.inject({
    method,
    url: `/api/practices/${practice.publicId}${url}`,
    headers: { ...headers, "idempotency-key": systemRandom.uuid() },
    ...(payload === undefined ? {} : { payload }),
  });
  if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`);
  return answer.json();
}

beforeAll(async () => {
  server = await createTestServer();
  const created = await createPractice(
    server.database,
    { name: "Demo", kind: "demo" },
    { actor: "test", random: systemRandom },
  );
  if (created.is !== "created") throw new Error("a practice was expected");
  practice = created.practice;
  headers = await server.headersFor(practice, ["owner"]);
  await inPractice((transaction) => askForDemo(transaction, { claims, random: systemRandom }));
  await takeLastMonths();
}, 300_000);
afterAll(() => server.stop());

/** What the practice sent in its last two months, and its office: less than its whole past, and sooner. */
async function takeLastMonths(): Promise<void> {
  const found = await inPractice((transaction) => findPractice(transaction, practice.practiceId));
  if (found === undefined) throw new Error("a practice was expected");
  const context = await readingContext(server.database, found, { actor: "test" });
  const opened = { publicId: systemRandom.uuid(), source: "page" } as const;
  const { importId } = await inPractice((transaction) => insertImport(transaction, opened));
  for (const { name, text } of demoFiles(claims)) {
    if (!/^2026-0[89]\.837$/.test(name)) continue;
    const source = Readable.from([Buffer.from(text, "latin1")]);
    await receiveFile(context, { importId, name, source });
  }
  await readWaitingFiles(context);
  await inPractice((transaction) => furnishDemo(transaction, demoDay));
}

/** A visit of a member of a payer that pays without a share that eats it all, billed by the API. */
async function billVisit(procedureCode: string, chargedCents: number) {
  const seen = await inPractice((transaction) =>
    transaction.one<{ patientId: number; providerId: number; facilityId: number }>(sql`
      select c.patient_id as "patientId",
        (select min(provider_id) from providers where is_rendering) as "providerId",
        (select min(facility_id) from facilities) as "facilityId"
      from coverages c join payers p using (practice_id, payer_id)
      where c.rank = 1 and p.identifier in ('ESM01', 'CBH71', 'WSM02', 'MFE88', 'SPR33', 'MBL10')
        and not exists (select from coverages o where o.practice_id = c.practice_id
          and o.patient_id = c.patient_id and o.rank > 1)
      order by c.patient_id limit 1`),
  );
  const { patientId, providerId, facilityId } = seen;
  const encounter = await call<{ id: number }>("POST", "/encounters", {
    patientId,
    facilityId,
    renderingProviderId: providerId,
    serviceFrom: demoDay,
    diagnoses: ["I10"],
    documentation: { noteSigned: true },
    lines: [{ procedureCode, diagnosisPointers: [1], chargedCents }],
  });
  return call<{ claimId: number; patientControlNumber: string; state: string }>(
    "POST",
    `/encounters/${encounter.id}/claim`,
  );
}

const stateOf = async (claimId: number) =>
  (await call<{ state: string }>("GET", `/claims/${claimId}`)).state;

test("a claim is sent, and the days that are stepped bring its acknowledgment and its payment", async () => {
  const good = await billVisit("99214", 30_000);
  const refused = await billVisit("97799", 12_345);
  expect([good.state, refused.state]).toEqual(["ready", "ready"]);
  const { rows } = await call<{ rows: { id: number; name: string }[] }>("GET", "/connections");
  expect(rows.map(({ name }) => name)).toEqual(["Sandbox clearinghouse"]);
  await call("POST", "/batches", {
    id: systemRandom.uuid(),
    connectionId: rows[0]?.id,
    claimIds: [good.claimId, refused.claimId],
  });
  const clock = await call("POST", "/demo/days", { days: 2 });
  expect(clock).toEqual({ day: demoDay, wantedDay: "2026-10-02" });
  expect(await call("POST", "/demo/days", { days: 5 })).toEqual(clock);
  await runJob("step-demo");
  expect(await call("GET", "/demo")).toEqual({ day: "2026-10-02", wantedDay: "2026-10-02" });
  expect(await stateOf(good.claimId)).toBe("accepted");

  let day = "2026-10-02";
  const states = new Set<string>();
  while (states.size < 2 && day < "2026-12-15") {
    const asked = await call<{ wantedDay: string }>("POST", "/demo/days", { days: 14 });
    await runJob("step-demo");
    day = asked.wantedDay;
    for (const { claimId } of [good, refused]) {
      const state = await stateOf(claimId);
      if (state !== "accepted" && state !== "submitted") states.add(state);
    }
  }
  expect(await stateOf(refused.claimId)).toBe("denied");
  expect(["paid", "patient", "closed"]).toContain(await stateOf(good.claimId));
  expect((await inPractice(verifyLedger)).faults).toEqual([]);
  const held = await inPractice((transaction) =>
    transaction.query<{ name: string; verdict: string }>(sql`
      select name, verdict from files where verdict not in ('read', 'duplicate', 'issues')`),
  );
  expect(held).toEqual([]);
}, 300_000);

test("a question to a payer is answered at once, by who covers the patient on that day", async () => {
  const coverage = await inPractice((transaction) =>
    transaction.one<{ id: number }>(sql`
      select c.coverage_id as id from coverages c
      where c.rank = 1 and c.relationship = '18' order by c.coverage_id limit 1`),
  );
  const asked = await call<{ id: number; outcome: string }>("POST", "/eligibility-checks", {
    coverageId: coverage.id,
  });
  expect(asked.outcome).toBe("waiting");
  await runJob("ask-live");
  const told = await call<{ outcome: string; benefits: unknown[] }>(
    "GET",
    `/eligibility-checks/${asked.id}`,
  );
  expect(["active", "inactive"]).toContain(told.outcome);
  expect(told.benefits.length).toBeGreaterThan(0);
});

test("only a demo practice has days to step", async () => {
  const other = await server.createPractice("Real");
  const answer = await server.app.inject({
    method: "POST",
    url: `/api/practices/${other.publicId}/demo/days`,
    headers: await server.headersFor(other, ["owner"]),
    payload: {},
  });
  expect(answer.statusCode).toBe(422);
  expect(answer.json()).toMatchObject({ code: "practice_not_demo" });
});
