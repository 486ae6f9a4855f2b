import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { sql } from "@headwater/platform/database/sql.ts";
import { systemRandom } from "@headwater/platform/random/random.ts";
import { withPractice } from "@headwater/platform/tenancy/with-practices.ts";
import { insertImport } from "@headwater/revenue-cycle/back-end/file/import.store.ts";
import { readWaitingFiles } from "@headwater/revenue-cycle/back-end/file/read-file.command.ts";
import { readingContext } from "@headwater/revenue-cycle/back-end/file/reading-context.command.ts";
import { receiveFile } from "@headwater/revenue-cycle/back-end/file/receive-file.command.ts";
import { insertConnection } from "@headwater/revenue-cycle/back-end/submission/batch.store.ts";
import { fetchInbox } from "@headwater/revenue-cycle/back-end/submission/fetch-inbox.command.ts";
import { createPractice } from "@headwater/revenue-cycle/books/account/create-practice.command.ts";
import type { AuthorizationViewAnswer } from "@headwater/revenue-cycle/front-end/authorization/authorization-answers.ts";
import { findPractice } from "@headwater/revenue-cycle/masters/practice/practice.store.ts";
import { SandboxFolders } from "@headwater/simulator/live/sandbox-folders.ts";
import { createValidator, type ReadEvent } from "@headwater/x12";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { documentBytes } from "./ask-live.ts";
import { demoDay, demoFiles, demoWorld } from "./demo-files.ts";
import { askForDemo } from "./fill-demo.ts";
import { furnishDemo } from "./furnish-demo.ts";
import { jobTasks } from "./job-tasks.ts";
import { createTestServer, type TestPractice, type TestServer } from "./testing/test-server.ts";

const claims = 700;
let server: TestServer;
let practice: TestPractice;
let headers: Record<string, string>;
let coverages: number[];

const inPractice = <Result>(work: Parameters<typeof withPractice<Result>>[2]) =>
  withPractice(server.database, { practiceId: practice.practiceId, actor: "test" }, work);

async function contextOfPractice() {
  const found = await inPractice((transaction) => findPractice(transaction, practice.practiceId));
  if (found === undefined) throw new Error("a practice was expected");
  return readingContext(server.database, found, { actor: "test" });
}

/** A demo practice with the patients of its last month, registered with their coverages. */
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
  const context = await contextOfPractice();
  const opened = { publicId: systemRandom.uuid(), source: "page" } as const;
  const { importId } = await inPractice((transaction) => insertImport(transaction, opened));
  for (const { name, text } of demoFiles(claims)) {
    if (name !== "2026-09.837") continue;
    const source = Readable.from([Buffer.from(text, "latin1")]);
    await receiveFile(context, { importId, name, source });
  }
  await readWaitingFiles(context);
  await inPractice(async (transaction) => {
    await transaction.execute(sql`
      update practices set business_date = ${demoDay} where practice_id = ${practice.practiceId}`);
    await furnishDemo(transaction, demoDay);
  });
  coverages = await inPractice(async (transaction) => {
    const rows = await transaction.query<{ id: number }>(sql`
      select coverage_id as id from coverages order by coverage_id`);
    return rows.map(({ id }) => id);
  });
}, 120_000);
afterAll(() => server.stop());

async function runTask(task: string, payload: object = {}): Promise<void> {
  const job = { signal: undefined } as unknown as Parameters<
    NonNullable<ReturnType<typeof jobTasks>[string]>
  >[1];
  await jobTasks(server.services)[task]?.({ practiceId: practice.practiceId, ...payload }, job);
}

async function call<Answer>(
  method: "GET" | "POST" | "PUT",
  url: string,
  payload?: object,
): Promise<{ status: number; body: Answer }> {
  const answer = await server.app.inject({
    method,
    url: `/api/practices/${practice.publicId}${url}`,
    headers: { ...headers, "idempotency-key": systemRandom.uuid() },
    ...(payload === undefined ? {} : { payload }),
  });
  return { status: answer.statusCode, body: answer.json() };
}

async function add(coverageId: number, code: string): Promise<number> {
  const payload = { coverageId, state: "requested", procedureCodes: [code] };
  const { body } = await call<{ id: number }>("POST", "/authorizations", payload);
  return body.id;
}

const show = async (id: number) =>
  (await call<AuthorizationViewAnswer>("GET", `/authorizations/${id}`)).body;

/** Asks and lets the queue hand the question over; what the authorization stands at then. */
async function ask(id: number, payload: object = {}): Promise<AuthorizationViewAnswer> {
  const asked = await call<{ id: number }>("POST", `/authorizations/${id}/questions`, payload);
  expect(asked.status).toBe(201);
  await runTask("ask-authorization", { questionId: asked.body.id });
  return show(id);
}

const openWork = () =>
  inPractice((transaction) =>
    transaction.query<{ subject: number; why: string }>(sql`
      select subject_id as subject, why_code as why from work_items
      where kind = 'authorization-follow-up' and state = 'open'`),
  );

/** The first authorization of each outcome, over coverages and codes that payers want one for. */
const seen = new Map<string, AuthorizationViewAnswer>();
const outcomes = [
  "certified",
  "denied",
  "information wanted",
  "modified",
  "not-required",
  "pended",
];

test("a payer's answer of every kind stands on the authorization, and nothing else does", async () => {
  for (const code of ["73721", "93306", "29881"]) {
    for (const coverageId of coverages) {
      if (outcomes.every((outcome) => seen.has(outcome))) break;
      const authorization = await ask(await add(coverageId, code), { units: 6 });
      const [question] = authorization.questions;
      const outcome = question?.outcome ?? "none";
      const key = question?.wantsInformation ? "information wanted" : outcome;
      if (!seen.has(key)) seen.set(key, authorization);
    }
  }
  expect([...seen.keys()]).toEqual(expect.arrayContaining(outcomes));
  expect(seen.get("certified")).toMatchObject({
    state: "approved",
    number: expect.stringMatching(/^AU\d{6}$/),
    approvedUnits: 6,
    effectiveFrom: demoDay,
    requestedOn: demoDay,
    decidedOn: demoDay,
  });
  expect(seen.get("certified")?.effectiveTo).not.toBeNull();
  expect(seen.get("modified")).toMatchObject({ state: "approved", approvedUnits: 3, reason: "A6" });
  expect(seen.get("denied")).toMatchObject({ state: "denied", number: null, reason: "A3 0M" });
  expect(seen.get("pended")).toMatchObject({ state: "pended", number: null, decidedOn: null });
  expect(seen.get("not-required")).toMatchObject({ state: "not-required" });
}, 120_000);

test("a denied one, and one for which more is wanted, is work; a certified one is not", async () => {
  const work = new Map((await openWork()).map(({ subject, why }) => [subject, why]));
  const whyOf = (key: string) => work.get(seen.get(key)?.id ?? 0);
  expect(whyOf("denied")).toBe("AUTHORIZATION_DENIED");
  expect(whyOf("information wanted")).toBe("AUTHORIZATION_INFORMATION_WANTED");
  expect([whyOf("certified"), whyOf("modified"), whyOf("pended")]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test("what the payer decided is not asked again", async () => {
  const refused = await call<{ code: string }>(
    "POST",
    `/authorizations/${seen.get("certified")?.id}/questions`,
    {},
  );
  expect([refused.status, refused.body.code]).toEqual([409, "authorization_decided"]);
});

test("asked over again by the queue, an answered question changes nothing", async () => {
  const known = seen.get("certified");
  if (known === undefined) throw new Error("a certified one was expected");
  const [question] = known.questions;
  await runTask("ask-authorization", { questionId: question?.id });
  expect(await show(known.id)).toEqual(known);
});

test("every question is written by the guide, without a fault in the strict profile", async () => {
  const context = await contextOfPractice();
  const rows = await inPractice((transaction) =>
    transaction.query<{ id: number }>(sql`
      select request_document_id as id from authorization_questions`),
  );
  expect(rows.length).toBeGreaterThan(5);
  for (const { id } of rows.slice(0, 40)) {
    const validator = createValidator({ profile: "strict" });
    const bytes = await documentBytes(context, id);
    const events: ReadEvent[] = [...validator.push(bytes), ...validator.end()];
    const issues = events.flatMap((event) =>
      event.type === "issue" ? [`${event.issue.code} ${event.issue.segmentId}`] : [],
    );
    expect(issues).toEqual([]);
  }
});

describe("a request that the payer pended", () => {
  const pended = () =>
    inPractice((transaction) =>
      transaction.query<{ id: number }>(sql`
        select authorization_id as id from authorizations where state = 'pended' order by 1`),
    );

  async function onDay(day: string): Promise<void> {
    await inPractice((transaction) =>
      transaction.execute(sql`
        update practices set business_date = ${day} where practice_id = ${practice.practiceId}`),
    );
    await runTask("ask-pended-authorizations");
    const waiting = await inPractice((transaction) =>
      transaction.query<{ id: number }>(sql`
        select question_id as id from authorization_questions where outcome = 'waiting'`),
    );
    for (const { id } of waiting) await runTask("ask-authorization", { questionId: id });
  }

  test("is asked about by itself with the payer's number, and decided in the end", async () => {
    const before = await pended();
    expect(before.length).toBeGreaterThan(1);
    await onDay("2026-10-02");
    const [first] = before;
    const { questions } = await show(first?.id ?? 0);
    expect(questions.map(({ kind }) => kind)).toEqual(["verification", "request"]);
    expect(questions[1]?.payerReference).toMatch(/^RV20260930\d{3}$/);
    await onDay("2026-10-10");
    expect(await pended()).toEqual([]);
    const states = await Promise.all(before.map(async ({ id }) => (await show(id)).state));
    for (const state of states) expect(["approved", "denied"]).toContain(state);
  });

  test("longer than the payer's habit is work, until the answer comes", async () => {
    const id = await add(coverages[0] ?? 0, "97110");
    await call("POST", `/authorizations/${id}/questions`, { units: 4 });
    // The far end is away: the question waits past seven days.
    await inPractice((transaction) =>
      transaction.execute(sql`
        update practices set business_date = '2026-10-18'
        where practice_id = ${practice.practiceId}`),
    );
    await runTask("ask-pended-authorizations");
    expect((await openWork()).filter(({ subject }) => subject === id)).toEqual([
      { subject: id, why: "AUTHORIZATION_LATE" },
    ]);
    const { questions } = await show(id);
    await runTask("ask-authorization", { questionId: questions[0]?.id });
    expect((await show(id)).state).toBe("not-required");
    expect((await openWork()).filter(({ subject }) => subject === id)).toEqual([]);
  });
});

test("where the route's connection takes files only, the question and its answer go as files", async () => {
  const other = await server.createPractice("Files");
  const scope = { practiceId: other.practiceId, actor: "test" };
  const root = server.services.configuration.connectionsFolder;
  const folder = join(root, other.publicId, "hub");
  await mkdir(folder, { recursive: true });
  const own = practice;
  practice = other;
  headers = await server.headersFor(other, ["owner"]);
  const connectionId = await withPractice(server.database, scope, async (transaction) =>
    insertConnection(transaction, {
      name: "Hub",
      folder: "hub",
      senderQualifier: "ZZ",
      senderId: "RIVERROAD",
      receiverQualifier: "ZZ",
      receiverId: "CLEARHUB",
      receiverName: "CLEARHUB",
      isTest: false,
    }),
  );
  const sandbox = await SandboxFolders.open(folder, demoWorld(claims), demoDay);
  const [patient] = sandbox.sandbox.members
    .all()
    .filter(({ primary }) => primary[0]?.payer.key === "blue" && primary[0].relationship === "18");
  const [held] = patient?.primary ?? [];
  if (patient === undefined || held === undefined) throw new Error("a member was expected");
  const coverageId = await coverageOf({ patient, held });
  const route = { transaction: "authorization", payerId: null, connectionId };
  expect((await call("POST", "/connection-routes", route)).status).toBe(200);
  const id = await add(coverageId, "99999");
  expect((await ask(id)).questions[0]?.outcome).toBe("waiting");
  expect(await readdir(join(folder, "outbox"))).toEqual([
    expect.stringMatching(/^authorization-A\d+\.278$/),
  ]);
  await sandbox.exchange();
  const context = await contextOfPractice();
  await fetchInbox(context, connectionId ?? 0, root);
  await readWaitingFiles(context);
  expect(await show(id)).toMatchObject({
    state: "not-required",
    questions: [{ outcome: "not-required", source: { fileName: expect.stringMatching(/\.278$/) } }],
  });
  practice = own;
  headers = await server.headersFor(own, ["owner"]);
});

async function coverageOf({
  patient,
  held,
}: {
  readonly patient: { lastName: string; firstName: string; bornOn: string; gender: string };
  readonly held: { readonly memberId: string; readonly payer: { id: string; name: string } };
}): Promise<number> {
  const { owner } = server.database;
  const insert = async (text: string, values: unknown[]) =>
    Number((await owner.query(text, [practice.practiceId, ...values])).rows[0].id);
  const { payer, memberId } = held;
  const payerId = await insert(
    `insert into payers (practice_id, identifier, identifier_key, name)
     values ($1, $2, $2, $3) returning payer_id as id`,
    [payer.id, payer.name],
  );
  const { lastName, firstName, bornOn, gender } = patient;
  const patientId = await insert(
    `insert into patients (practice_id, last_name, first_name, date_of_birth, gender, identity_key,
       last_name_key, first_name_key)
     values ($1, $2, $3, $4, $5, 'one', upper($2), upper($3)) returning patient_id as id`,
    [lastName, firstName, bornOn, gender],
  );
  await insert(
    `insert into providers (practice_id, npi, name, is_organization, is_billing)
     values ($1, '1234567893', 'RIVER ROAD', true, true) returning provider_id as id`,
    [],
  );
  return insert(
    `insert into coverages (practice_id, patient_id, payer_id, member_id, member_id_key,
       relationship, rank)
     values ($1, $2, $3, $4, $4, '18', 1) returning coverage_id as id`,
    [patientId, payerId, memberId],
  );
}
