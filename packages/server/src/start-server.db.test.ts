import { mkdtemp, readFile } from "node:fs/promises";
import { createServer as createSocketServer, get } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { recordSystemAudit } from "@headwater/platform/audit/record-audit.ts";
import { verifyAudit } from "@headwater/platform/audit/verify-audit.ts";
import { withNoPractice } from "@headwater/platform/tenancy/with-practices.ts";
import { removeFolder } from "@headwater/platform/testing/remove-folder.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createApiClient } from "./api-client.ts";
import { auditAnchor } from "./services.ts";
import { type RunningServer, startServer } from "./start-server.ts";
import { startWorker } from "./start-worker.ts";

let database: TestDatabase;
let folder: string;
let environment: NodeJS.ProcessEnv;
const running: RunningServer[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), "headwater-start-"));
  environment = {
    HEADWATER_DATA: join(folder, "with space"),
    DATABASE_URL: database.ownerUrl,
    HEADWATER_LOG_LEVEL: "silent",
    PATH: process.env.PATH,
  };
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});
afterAll(async () => {
  await database.drop();
  await removeFolder(folder);
});

async function start(options: Parameters<typeof startServer>[0] = {}) {
  const server = await startServer({ port: 0, environment, ...options });
  running.push(server);
  return server;
}

test("a started server lets the local owner in with its token, once", async () => {
  const server = await start();
  expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const signIn = () =>
    fetch(`${server.address}/api/session/local-token`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: server.address },
      body: JSON.stringify({ token: server.token }),
    });
  const first = await signIn();
  expect(first.status).toBe(200);
  const cookie = first.headers.get("set-cookie")?.split(";")[0] ?? "";
  expect((await signIn()).status).toBe(401);

  const made = await fetch(`${server.address}/api/practices`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: JSON.stringify({ name: "One" }),
  });
  const { id } = (await made.json()) as { id: string };
  const token = await fetch(`${server.address}/api/practices/${id}/api-tokens`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: JSON.stringify({ name: "client", roles: ["auditor"] }),
  });
  const client = createApiClient(server.address, ((await token.json()) as { token: string }).token);
  const log = await client.GET("/api/practices/{practice}/audit", {
    params: { path: { practice: id }, query: { limit: 1 } },
  });
  expect(log.data?.rows).toHaveLength(1);
  const refused = await client.GET("/api/practices/{practice}/users", {
    params: { path: { practice: id } },
  });
  expect(refused.error).toMatchObject({ code: "permission_missing", status: 403 });
});

test("the reference tables are loaded, and only what changed again", async () => {
  await start();
  const loaded = async () => {
    const { rows } = await database.owner.query<{ name: string; at: Date }>(
      "select name, loaded_at as at from reference_tables order by name",
    );
    return rows;
  };
  const first = await loaded();
  expect(first.map((row) => row.name)).toContain("adjustment-reasons");
  await database.owner.query(
    "update reference_tables set sha256 = '' where name = 'adjustment-reasons'",
  );
  await start();
  const second = await loaded();
  const changed = second.filter((row, index) => row.at > (first[index]?.at ?? row.at));
  expect(changed.map((row) => row.name)).toEqual(["adjustment-reasons"]);
});

test("a port that was asked for and is taken is named; otherwise the next free one is used", async () => {
  const other = createSocketServer();
  await new Promise<void>((listening) => other.listen(0, "127.0.0.1", listening));
  const { port } = other.address() as AddressInfo;
  await expect(start({ port })).rejects.toMatchObject({ code: "PORT_TAKEN" });
  const first = await startServer({ environment });
  const second = await startServer({ environment });
  running.push(first, second);
  expect(second.address).not.toBe(first.address);
  expect((await fetch(`${second.address}/health/ready`)).status).toBe(200);
  other.close();
});

test("a stop ends everything and may be called twice", async () => {
  const server = await start();
  await Promise.all([server.stop(), server.stop()]);
  await expect(fetch(`${server.address}/health/live`)).rejects.toThrow();
});

test("bound to every address there is no token for a local owner", async () => {
  const server = await start({ host: "0.0.0.0" });
  expect(server.token).toBeUndefined();
  const body = JSON.stringify({ token: "x" });
  const headers = { "content-type": "application/json" };
  const url = `${server.address}/api/session/local-token`;
  expect((await fetch(url, { method: "POST", headers, body })).status).toBe(403);
});

test("without a worker the server itself links the audit log, and readiness tells the lag", async () => {
  const server = await start();
  await withNoPractice(database, { actor: "test" }, (transaction) =>
    recordSystemAudit(transaction, { actor: "test", action: "read", category: "session" }),
  );
  const anchor = auditAnchor(server.services.configuration);
  const verdict = () => verifyAudit(database, { kind: "system" }, anchor);
  await expect
    .poll(verdict, { timeout: 10_000, interval: 200 })
    .toMatchObject({ unchained: 0, reason: null });
  expect((await verdict()).entries).toBeGreaterThan(0);
  const answer = await fetch(`${server.address}/health/ready`);
  expect(await answer.json()).toMatchObject({ status: "ready", auditLagSeconds: 0 });
});

test("behind a proxy on this machine any name is served and there is no local owner", async () => {
  const server = await start({
    environment: { ...environment, HEADWATER_TRUSTED_PROXIES: "127.0.0.1" },
  });
  expect(server.token).toBeUndefined();
  const status = await new Promise((resolve, reject) =>
    get(`${server.address}/health/live`, { headers: { host: "headwater.example" } }, (answer) =>
      resolve(answer.resume().statusCode),
    ).once("error", reject),
  );
  expect(status).toBe(200);
});

test("the worker's child is started again when it dies, and ends with its parent's order", async () => {
  const log = join(folder, "children");
  const script = `
    const { appendFileSync, readFileSync } = require("node:fs");
    appendFileSync(${JSON.stringify(log)}, process.env.HEADWATER_WORKER_NAME + "\\n");
    const lives = readFileSync(${JSON.stringify(log)}, "utf8").split("\\n").length - 1;
    if (lives < 3) process.exit(1);
    process.on("disconnect", () => { appendFileSync(${JSON.stringify(log)}, "ended\\n"); process.exit(0); });
  `;
  const server = await start({ worker: { command: process.execPath, args: ["-e", script] } });
  const lines = async () => (await readFile(log, "utf8").catch(() => "")).trim().split("\n");
  await expect.poll(async () => (await lines()).length, { timeout: 20_000 }).toBe(3);
  await server.stop();
  const all = await lines();
  expect(all.at(-1)).toBe("ended");
  expect(new Set(all.slice(0, 3)).size).toBe(3);
});

test("the worker links the audit log while it runs, and keeps house", async () => {
  await database.owner.query(`
    insert into sign_in_throttles (key_sha256, failures, last_failure_at)
    values ('cold', 9, now() - interval '25 hours'), ('warm', 9, now())`);
  const anchor = auditAnchor((await start()).services.configuration);
  const worker = await startWorker(environment);
  await withNoPractice(database, { actor: "test" }, (transaction) =>
    recordSystemAudit(transaction, { actor: "test", action: "read", category: "session" }),
  );
  await worker.stop();
  await worker.finished;
  const verdict = await verifyAudit(database, { kind: "system" }, anchor);
  expect(verdict).toMatchObject({ unchained: 0, reason: null });
  expect(verdict.entries).toBeGreaterThan(0);
  const { rows } = await database.owner.query("select key_sha256 from sign_in_throttles");
  expect(rows).toEqual([{ key_sha256: "warm" }]);
});
