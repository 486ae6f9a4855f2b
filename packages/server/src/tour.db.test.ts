import { Readable } from "node:stream";
import { sql } from "@headwater/platform/database/sql.ts";
import { systemRandom } from "@headwater/platform/random/random.ts";
import { withPractice } from "@headwater/platform/tenancy/with-practices.ts";
import type {
  DenialCaseAnswer,
  ManyStepsAnswer,
} from "@headwater/revenue-cycle/back-end/denial/denial-answers.ts";
import { insertImport } from "@headwater/revenue-cycle/back-end/file/import.store.ts";
import { readWaitingFiles } from "@headwater/revenue-cycle/back-end/file/read-file.command.ts";
import { readingContext } from "@headwater/revenue-cycle/back-end/file/reading-context.command.ts";
import { receiveFile } from "@headwater/revenue-cycle/back-end/file/receive-file.command.ts";
import { createPractice } from "@headwater/revenue-cycle/books/account/create-practice.command.ts";
import { findPractice } from "@headwater/revenue-cycle/masters/practice/practice.store.ts";
import type { ExerciseId } from "@headwater/revenue-cycle/strategy/tour/exercises.ts";
import type { TourAnswer } from "@headwater/revenue-cycle/strategy/tour/tour-answers.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { demoDay, demoFiles } from "./demo-files.ts";
import { askForDemo } from "./fill-demo.ts";
import { furnishDemo } from "./furnish-demo.ts";
import { createTestServer, type TestPractice, type TestServer } from "./testing/test-server.ts";

const claims = 50;
let server: TestServer;
let practice: TestPractice;
let headers: Record<string, string>;

const inPractice = <Result>(work: Parameters<typeof withPractice<Result>>[2]) =>
  withPractice(server.database, { practiceId: practice.practiceId, actor: "test" }, work);

/** A demo practice that has read its whole past. */
beforeAll(async () => {
  server = await createTestServer();
  const created = await createPractice(
    server.database,
    { name: "Demo", kind: "demo" },
    { actor: "test", random: systemRandom },
  );
  if (created.is !== "created") throw new Error("a practice was expected");
  practice = created.practice;
  headers = await server.localOwner();
  await inPractice((transaction) => askForDemo(transaction, { claims, random: systemRandom }));
  const found = await inPractice((transaction) => findPractice(transaction, practice.practiceId));
  if (found === undefined) throw new Error("a practice was expected");
  const context = await readingContext(server.database, found, { actor: "test" });
  const opened = { publicId: systemRandom.uuid(), source: "page" } as const;
  const { importId } = await inPractice((transaction) => insertImport(transaction, opened));
  for (const { name, text } of demoFiles(claims)) {
    if (!/\.83[57]$/.test(name)) continue;
    const source = Readable.from([Buffer.from(text, "latin1")]);
    await receiveFile(context, { importId, name, source });
  }
  await readWaitingFiles(context);
  await inPractice(async (transaction) => {
    await transaction.execute(sql`
      update practices set business_date = ${demoDay} where practice_id = ${practice.practiceId}`);
    await furnishDemo(transaction, demoDay);
  });
}, 240_000);
afterAll(() => server.stop());

async function call<Answer>(
  method: "GET" | "POST" | "PUT",
  url: string,
  payload?: object,
  further: Record<string, string> = {},
) {
  const answer = await server.app.inject({
    method,
    url: `/api/practices/${practice.publicId}${url}`,
    headers: { ...headers, ...further, "idempotency-key": systemRandom.uuid() },
    ...(payload === undefined ? {} : { payload }),
  });
  if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`);
  return answer.json() as Answer;
}

const doneOf = ({ exercises }: TourAnswer): ExerciseId[] =>
  exercises.filter(({ isDone }) => isDone).map(({ id }) => id);
const lackOf = async (of: ExerciseId) =>
  (await call<TourAnswer>("GET", "/tour")).exercises.find(({ id }) => id === of)?.lack;
const done = async () => doneOf(await call<TourAnswer>("GET", "/tour"));

test("what the past holds does nothing: each check is silent before", async () => {
  const before = await call<TourAnswer>("GET", "/tour");
  expect([before.startedAt, doneOf(before), before.exercises.length]).toEqual([null, [], 10]);
  expect(doneOf(await call<TourAnswer>("POST", "/tour"))).toEqual([]);
});

test("the questions are judged by the books", async () => {
  const tour = await call<TourAnswer>("GET", "/tour");
  expect(tour.origins.length).toBeGreaterThan(2);
  const answer = (exercise: string, text: string) =>
    call<TourAnswer>("POST", "/tour/answers", { exercise, answer: text });
  const right = await inPractice((transaction) =>
    transaction.one<{ origin: string }>(sql`
      select stage || ':' || process as origin from denials where is_initial
      group by stage, process order by sum(cents) desc limit 1`),
  );
  const wrong = tour.origins.find((origin) => origin !== right.origin) ?? "";
  expect(doneOf(await answer("find-origin", wrong))).toEqual([]);
  expect(await lackOf("find-origin")).toBe("other-origin");
  expect(doneOf(await answer("find-origin", right.origin))).toEqual(["find-origin"]);
  if (tour.takeback === null) throw new Error("a takeback was expected");
  const { number } = await inPractice((transaction) =>
    transaction.one<{ number: string }>(sql`
      select c.patient_control_number as number from remittance_claims rc
      join claims c using (practice_id, claim_id)
      where rc.remittance_id = ${tour.takeback?.remittanceId ?? 0} and rc.status_code = '22'
      limit 1`),
  );
  expect(doneOf(await answer("explain-takeback", "NO-SUCH"))).toEqual(["find-origin"]);
  expect(doneOf(await answer("explain-takeback", number.toLowerCase()))).toEqual([
    "explain-takeback",
    "find-origin",
  ]);
});

test("checking in with a copay is seen, without one it is not", async () => {
  const visits = await inPractice((transaction) =>
    transaction.query<{ id: number; revision: number }>(sql`
      select appointment_id as id, revision from appointments where state = 'booked'
      order by local_day, appointment_id limit 2`),
  );
  const checkIn = async (at: number, payment: object) => {
    const visit = visits[at];
    const changed = { "if-match": `"${visit?.revision}"` };
    await call("PUT", `/appointments/${visit?.id}/check-in`, payment, changed);
  };
  await checkIn(0, { copayCents: 0, balanceCents: 0 });
  expect(await lackOf("check-in")).toBe("copay-not-taken");
  await checkIn(1, { copayCents: 2500, balanceCents: 0, method: "cash" });
  expect(await done()).toContain("check-in");
  expect(await lackOf("check-in")).toBeNull();
});

test("an appeal is seen, and no more once it is undone", async () => {
  const { rows } = await call<{ rows: { id: number }[] }>("GET", "/denials?limit=50");
  let steps: number[] = [];
  for (const { id } of rows) {
    const known = await call<DenialCaseAnswer>("GET", `/denials/${id}`);
    const [level] = known.levels;
    if (level === undefined || !known.actions.some(({ action }) => action === "appeal")) continue;
    const step = { kind: "appeal", level: level.level, sentOn: demoDay, answerDueOn: "2026-12-01" };
    const body = { denials: [id], step, isPreview: false };
    const taken = await call<ManyStepsAnswer>("POST", "/denials/many", body);
    steps = taken.steps;
    if (taken.taken > 0) break;
  }
  expect(steps.length).toBeGreaterThan(0);
  expect(await done()).toContain("appeal");
  await call("POST", "/denials/steps/undo", { steps });
  expect(await lackOf("appeal")).toBe("step-undone");
});

test("begun anew, nothing that was done counts", async () => {
  expect((await done()).length).toBeGreaterThan(2);
  expect(doneOf(await call<TourAnswer>("POST", "/tour"))).toEqual([]);
  expect(await done()).toEqual([]);
});

test("a practice with own files has no tour", async () => {
  const own = await server.createPractice("Own");
  const url = `/api/practices/${own.publicId}/tour`;
  const answer = await server.app.inject({ method: "GET", url, headers });
  expect([answer.statusCode, answer.json().code]).toEqual([422, "tour_not_here"]);
});
