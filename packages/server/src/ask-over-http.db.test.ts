import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import type { Server } from "node:http";
import { createServer as createNodeServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "@headwater/platform/database/sql.ts";
import { systemRandom } from "@headwater/platform/random/random.ts";
import { withPractice } from "@headwater/platform/tenancy/with-practices.ts";
import { removeFolder } from "@headwater/platform/testing/remove-folder.ts";
import { insertConnection } from "@headwater/revenue-cycle/back-end/submission/batch.store.ts";
import {
  addPatient,
  seedPractice,
} from "@headwater/revenue-cycle/mid-cycle/claim/testing/seed-practice.command.ts";
import { defaultDays, defaultEnd, profileOf } from "@headwater/simulator";
import { SandboxFolders } from "@headwater/simulator/live/sandbox-folders.ts";
import { sandboxServer } from "@headwater/simulator/live/serve-sandbox.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { jobTasks } from "./job-tasks.ts";
import { createTestServer, type TestPractice, type TestServer } from "./testing/test-server.ts";

const password = "a-secret-of-this-test";
let server: TestServer;
let practice: TestPractice;
let headers: Record<string, string>;
let base: string;
let folders: SandboxFolders;
let sandbox: Server;
let coverageId: number;
let connectionId: number;

const inPractice = <Result>(work: Parameters<typeof withPractice<Result>>[2]) =>
  withPractice(server.database, { practiceId: practice.practiceId, actor: "test" }, work);

beforeAll(async () => {
  server = await createTestServer();
  practice = await server.createPractice("Riverside");
  headers = await server.headersFor(practice, ["owner"]);
  base = await mkdtemp(join(tmpdir(), "headwater-sandbox-"));
  const profile = profileOf("spotless");
  if (profile === undefined) throw new TypeError("a profile is missing");
  const world = { seed: 11, claims: 60, end: defaultEnd, days: defaultDays, profile };
  folders = await SandboxFolders.open(base, world, defaultEnd);
  sandbox = sandboxServer({ folders, userName: "office", password });
  await listen(sandbox);
  await furnish();
  await setUp({ address: `${addressOf(sandbox)}/core` });
}, 120_000);
afterAll(async () => {
  sandbox.close();
  sandbox.closeAllConnections();
  await server.stop();
  await removeFolder(base);
});

const listen = (one: Server) => new Promise<void>((done) => one.listen(0, "127.0.0.1", done));
const addressOf = (one: Server) => `http://127.0.0.1:${(one.address() as AddressInfo).port}`;

/** A member of the sandbox as a patient of the practice. */
async function furnish(): Promise<void> {
  const member = folders.sandbox.members
    .all()
    .find(
      ({ primary }) => primary[0]?.relationship === "18" && primary[0].throughDay === undefined,
    );
  const [coverage] = member?.primary ?? [];
  if (member === undefined || coverage === undefined) throw new Error("a member was expected");
  await inPractice(async (transaction) => {
    const seeded = await seedPractice(transaction);
    await transaction.execute(sql`
      update payers set identifier = ${coverage.payer.id}, identifier_key = ${coverage.payer.id}
      where payer_id = ${seeded.payerId}`);
    const { lastName, firstName } = member;
    const named = { lastName, firstName, memberId: coverage.memberId };
    const added = await addPatient(transaction, seeded.payerId, named);
    coverageId = added.coverageId;
    await transaction.execute(sql`
      update patients set date_of_birth = ${member.bornOn} where patient_id = ${added.patientId}`);
    connectionId =
      (await insertConnection(transaction, {
        ...{ name: "House", folder: "house", receiverName: "House", isTest: false },
        ...{ senderQualifier: "ZZ", senderId: "RVRSD" },
        ...{ receiverQualifier: "ZZ", receiverId: "CLEARHUB" },
      })) ?? 0;
  });
}

/** Settings of the connection, as its operator writes them. */
async function setUp(changed: object): Promise<void> {
  const folder = join(server.services.configuration.connectionsFolder, practice.publicId, "house");
  await mkdir(folder, { recursive: true });
  const told = {
    ...{ userName: "office", password, senderId: "RVRSD", receiverId: "CLEARHUB" },
    ...{ timeoutMs: 4000, attempts: 1 },
  };
  await writeFile(join(folder, "http.json"), JSON.stringify({ ...told, ...changed }), {
    mode: 0o600,
  });
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

const ask = () => call<{ id: number }>("POST", "/eligibility-checks", { coverageId });
const outcomeOf = async ({ id }: { id: number }) =>
  (await call<{ outcome: string }>("GET", `/eligibility-checks/${id}`)).outcome;

/** Runs the job of a question as the worker does; the code of its fault, if it fails. */
async function runQuestion({ id }: { id: number }): Promise<string> {
  const payload = { practiceId: practice.practiceId, checkId: id };
  const job = { signal: undefined } as unknown as Parameters<
    NonNullable<ReturnType<typeof jobTasks>[string]>
  >[1];
  try {
    await jobTasks(server.services)["ask-live"]?.(payload, job);
    return "done";
  } catch (error) {
    return (error as { code?: string }).code ?? "fault";
  }
}

type Told = { rows: { circuit: { state: string; failures: number; lastCause: string | null } }[] };
const circuit = async (): Promise<Told["rows"][number]["circuit"] | undefined> =>
  (await call<Told>("GET", "/connections")).rows[0]?.circuit;

test("a question goes over HTTP in its envelope and its answer stands on the check", async () => {
  const asked = await ask();
  expect(await outcomeOf(asked)).toBe("waiting");
  expect(await runQuestion(asked)).toBe("done");
  expect(await outcomeOf(asked)).toBe("active");
  expect(await circuit()).toMatchObject({ state: "closed", failures: 0 });
});

test("a far end that is down holds up no page, is left alone, and is tried out again", async () => {
  const dead = createNodeServer();
  await listen(dead);
  const address = addressOf(dead);
  await new Promise((done) => dead.close(done));
  await setUp({ address });
  const asked = await ask();
  for (let time = 1; time <= 5; time += 1) {
    expect(await runQuestion(asked)).toBe("HTTP_UNREACHABLE");
  }
  expect(await circuit()).toMatchObject({
    state: "open",
    failures: 5,
    lastCause: "HTTP_UNREACHABLE",
  });
  expect(await runQuestion(asked)).toBe("CONNECTION_PAUSED");
  const from = performance.now();
  const another = await ask();
  expect(await outcomeOf(another)).toBe("waiting");
  expect(performance.now() - from).toBeLessThan(2000);
  await server.database.owner.query(
    "update connection_circuits set open_until = now() - interval '1 second'",
  );
  expect(await circuit()).toMatchObject({ state: "half-open" });
  expect(await runQuestion(asked)).toBe("HTTP_UNREACHABLE");
  expect(await circuit()).toMatchObject({ state: "open", failures: 6 });
  await setUp({ address: `${addressOf(sandbox)}/core` });
  await server.database.owner.query(
    "update connection_circuits set open_until = now() - interval '1 second'",
  );
  expect(await runQuestion(asked)).toBe("done");
  expect(await outcomeOf(asked)).toBe("active");
  expect(await circuit()).toMatchObject({ state: "closed", failures: 0 });
});

type FarEnd = () => { readonly status: number; readonly body: string } | undefined;

test.each<readonly [string, FarEnd, string, object]>([
  ["is silent", () => undefined, "HTTP_TIMED_OUT", { timeoutMs: 150 }],
  ["fails", () => ({ status: 503, body: "down" }), "HTTP_FAILED", {}],
  ["refuses", () => ({ status: 403, body: "no" }), "HTTP_REFUSED", {}],
  ["leads elsewhere", () => ({ status: 302, body: "" }), "HTTP_REFUSED", {}],
  ["answers no form", () => ({ status: 200, body: "hello" }), "HTTP_ANSWER_UNREADABLE", {}],
])("a far end that %s", async (_, answer, code, changed) => {
  let times = 0;
  const other = createNodeServer((request, response) => {
    times += 1;
    request.resume();
    const told = answer();
    if (told !== undefined) response.writeHead(told.status).end(told.body);
  });
  await listen(other);
  await server.database.owner.query("delete from connection_circuits");
  await setUp({ address: addressOf(other), attempts: 2, ...changed });
  const asked = await ask();
  expect(await runQuestion(asked)).toBe(code);
  expect(times).toBe(code === "HTTP_TIMED_OUT" || code === "HTTP_FAILED" ? 2 : 1);
  expect(await outcomeOf(asked)).toBe("waiting");
  other.close();
  other.closeAllConnections();
});

test("a password is refused, told by its code alone, and never logged", async () => {
  await setUp({ address: `${addressOf(sandbox)}/core`, password: "a-guess-of-this-test" });
  expect(await runQuestion(await ask())).toBe("HTTP_SIGN_IN_REFUSED");
  await setUp({ address: "http://clearinghouse.example/core" });
  expect(await runQuestion(await ask())).toBe("CONNECTION_SETTINGS_INVALID");
  expect(server.log()).not.toMatch(/a-secret-of-this-test|a-guess-of-this-test/);
  const kept = await server.database.owner.query(
    "select count(*)::int as found from events where change::text ~ 'of-this-test'",
  );
  expect(kept.rows[0].found).toBe(0);
});

test("a question goes where the practice's routes say, by payer before all others", async () => {
  await setUp({ address: `${addressOf(sandbox)}/core` });
  await server.database.owner.query("delete from connection_circuits");
  const otherId = await inPractice((transaction) =>
    insertConnection(transaction, {
      ...{ name: "Elsewhere", folder: "elsewhere", receiverName: "Elsewhere", isTest: false },
      ...{ senderQualifier: "ZZ", senderId: "RVRSD" },
      ...{ receiverQualifier: "ZZ", receiverId: "OTHER" },
    }),
  );
  // Two connections and no route: nobody is asked.
  const asked = await ask();
  expect(await runQuestion(asked)).toBe("done");
  expect(await outcomeOf(asked)).toBe("waiting");
  const route = (payload: object) => call("POST", "/connection-routes", payload);
  await route({ transaction: "eligibility", payerId: null, connectionId: otherId });
  await runQuestion(asked);
  expect(await outcomeOf(asked)).toBe("waiting");
  const payer = await inPractice((transaction) =>
    transaction.one<{ id: number }>(sql`
      select payer_id as id from coverages where coverage_id = ${coverageId}`),
  );
  await route({ transaction: "eligibility", payerId: payer.id, connectionId });
  expect(await runQuestion(asked)).toBe("done");
  expect(await outcomeOf(asked)).toBe("active");
  const { rows } = await call<{ rows: { payer: string | null; connection: string }[] }>(
    "GET",
    "/connection-routes",
  );
  expect(rows.map(({ connection }) => connection)).toEqual(["Elsewhere", "House"]);
});
