import { createHash } from "node:crypto";
import { chmod, mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { backup } from "@headwater/platform/backup/backup.ts";
import { systemClock } from "@headwater/platform/clock/clock.ts";
import { openDatabase } from "@headwater/platform/database/connect.ts";
import { migrate } from "@headwater/platform/database/migrate.ts";
import { removeFolder } from "@headwater/platform/testing/remove-folder.ts";
import { totpCode } from "@headwater/platform/testing/totp-code.ts";
import { smallRoad } from "@headwater/revenue-cycle/back-end/file/testing/small-road.ts";
import { type RunningServer, startServer } from "@headwater/server/start-server.ts";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type CommandResult, runCommand } from "../testing/run-command.ts";

const passphrase = "a passphrase of the test";
const password = "long enough to sign in";
const email = "lena@example.org";

let folder: string;
let server: RunningServer | undefined;
let secret = "";
/** The books, the audit verdicts and the documents of the first machine. */
let before: Standing;

const machine = (name: string) => ({
  HEADWATER_DATA: join(folder, name),
  HEADWATER_LOG_LEVEL: "silent",
  HEADWATER_PASSPHRASE: passphrase,
});
const run = (name: string, ...args: string[]) => runCommand([...args, "--json"], machine(name));
const archive = () => join(folder, "all.bak");

async function start(name: string): Promise<RunningServer> {
  server = await startServer({
    port: 0,
    environment: { ...machine(name), PATH: process.env.PATH },
  });
  return server;
}

async function call(path: string, options: { cookie?: string; body?: unknown } = {}) {
  const { cookie, body } = options;
  return fetch(`${server?.address}${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { ...(cookie ? { cookie } : {}), "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

const cookieOf = (answer: Response) => answer.headers.get("set-cookie")?.split(";")[0] ?? "";
const signIn = (code?: string) =>
  call("/api/session", { body: { email, password, ...(code ? { code } : {}) } });

/** A practice with claims, a biller with an authenticator, and everything signed and read. */
async function fillFirstMachine(): Promise<void> {
  await mkdir(join(folder, "files"));
  for (const [name, text] of Object.entries(smallRoad))
    await writeFile(join(folder, "files", name), text, "latin1");
  const imported = await run("one", "import", join(folder, "files"), "--practice", "Riverbend");
  expect(imported.exitCode).toBe(0);
  const { token } = await start("one");
  const owner = cookieOf(await call("/api/session/local-token", { body: { token } }));
  const practice = await practiceOf(owner);
  const user = { email, name: "Lena Ortiz", password, roles: ["biller", "owner"] };
  const added = await call(`/api/practices/${practice}/users`, { cookie: owner, body: user });
  expect(added.status).toBe(201);
  const cookie = cookieOf(await signIn());
  const begun = await call("/api/me/totp", { cookie, body: {} });
  secret = ((await begun.json()) as { secret: string }).secret;
  const code = totpCode(secret, new Date(Date.now() - 30_000));
  expect((await call("/api/me/totp/confirm", { cookie, body: { code } })).status).toBe(200);
  expect((await signIn()).status).toBe(401);
  const later = cookieOf(await signIn(totpCode(secret, new Date())));
  before = await standing("one", later);
}

async function practiceOf(cookie: string): Promise<string> {
  const answer = await call("/api/practices", { cookie });
  const { rows } = (await answer.json()) as { rows: { id: string }[] };
  return rows[0]?.id ?? "";
}

type Standing = Awaited<ReturnType<typeof standing>>;

/** The books, and every document as it is given back over HTTP. */
async function standing(name: string, cookie: string) {
  const practice = await practiceOf(cookie);
  const list = await call(`/api/practices/${practice}/files?limit=100`, { cookie });
  const { rows } = (await list.json()) as { rows: { id: string; name: string }[] };
  const documents: Record<string, string> = {};
  for (const file of rows) {
    const content = await call(`/api/practices/${practice}/files/${file.id}/content`, { cookie });
    const bytes = Buffer.from(await content.arrayBuffer());
    documents[file.name] = createHash("sha256").update(bytes).digest("hex");
  }
  const accounts = await run(name, "ledger", "accounts");
  const ledger = await run(name, "ledger", "verify");
  return { documents, accounts: accounts.records, transfers: ledger.records[0] };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "headwater-restore-"));
  await chmod(folder, 0o711);
  await fillFirstMachine();
  const made = await run("one", "backup", archive());
  expect(made).toMatchObject({ exitCode: 0, remarks: expect.not.stringContaining("FAULT") });
}, 120_000);
afterEach(stopServer);
afterAll(async () => {
  await stopServer();
  await removeFolder(folder);
});

async function stopServer(): Promise<void> {
  await server?.stop();
  server = undefined;
}

async function expectSound(name: string): Promise<void> {
  for (const args of [
    ["ledger", "verify"],
    ["audit", "verify"],
    ["audit", "verify", "--system"],
  ]) {
    const result: CommandResult = await run(name, ...args);
    expect([args, result.exitCode, result.output]).toEqual([args, 0, expect.any(String)]);
  }
}

test("a fresh machine goes on where the backup was taken: sign-in, books, documents, audit", async () => {
  const restored = await run("two", "restore", archive());
  expect(restored).toMatchObject({ exitCode: 0, records: [{ unreadableSecrets: 0 }] });
  await expectSound("two");
  await start("two");
  expect((await signIn()).status).toBe(401);
  const next = totpCode(secret, new Date(Date.now() + 30_000));
  const signedIn = await signIn(next);
  expect(signedIn.status).toBe(200);
  const after = await standing("two", cookieOf(signedIn));
  expect(after).toEqual(before);
  expect(Object.keys(after.documents).length).toBe(Object.keys(smallRoad).length);
  await expectSound("two");
  const key = (name: string) => readFile(join(folder, name, "master.key"), "utf8");
  expect(await key("two")).not.toBe(await key("one"));
}, 120_000);

describe("nothing half done", () => {
  test("an installation that holds something is left as it is", async () => {
    const refused = await run("one", "restore", archive());
    expect(refused.exitCode).toBe(2);
    expect(refused.remarks).toContain("RESTORE_DATABASE_NOT_EMPTY");
    await expectSound("one");
  });

  test("a wrong passphrase and a cut file are named, and the target can be tried again", async () => {
    const variables = { ...machine("three"), HEADWATER_PASSPHRASE: "wrong" };
    const wrong = await runCommand(["restore", archive()], variables);
    expect([wrong.exitCode, wrong.remarks]).toEqual([
      2,
      expect.stringContaining("BACKUP_PASSPHRASE_WRONG"),
    ]);
    const cut = join(folder, "cut.bak");
    await writeFile(cut, (await readFile(archive())).subarray(0, -2000));
    const short = await run("three", "restore", cut);
    expect([short.exitCode, short.remarks]).toEqual([
      2,
      expect.stringContaining("BACKUP_TRUNCATED"),
    ]);
    const absent = await run("three", "restore", join(folder, "absent.bak"));
    expect([absent.exitCode, absent.remarks]).toEqual([2, expect.stringContaining("ENOENT")]);
    expect((await run("three", "restore", archive())).exitCode).toBe(0);
  }, 60_000);
});

test("without its key a backup in the clear leaves authenticators shut, and says how to go on", async () => {
  const clear = join(folder, "clear.bak");
  const made = await run("one", "backup", clear, "--unencrypted");
  expect(made.exitCode).toBe(0);
  const bytes = await readFile(clear);
  expect(bytes.subarray(0, 200).toString()).toContain('"encryption":null');
  const restored = await run("four", "restore", clear, "--unencrypted");
  expect(restored.records).toMatchObject([{ unreadableSecrets: 1 }]);
  expect(restored.remarks).toContain("master-key adopt");
  await expect(start("four")).rejects.toMatchObject({ code: "MASTER_KEY_OTHER" });
  const given = await readFile(join(folder, "one", "master.key"), "utf8");
  server = await startServer({
    port: 0,
    environment: { ...machine("four"), PATH: process.env.PATH, HEADWATER_MASTER_KEY: given },
  });
  expect((await signIn(totpCode(secret, new Date(Date.now() + 30_000)))).status).toBe(200);
  await stopServer();
  expect((await run("four", "master-key", "adopt")).records).toMatchObject([
    { users: [expect.any(String)] },
  ]);
  await start("four");
  expect((await signIn()).status).toBe(200);
  await expectSound("four");
}, 120_000);

test("a backup of an older schema is restored into it and brought up to date", async () => {
  const old = await openDatabase({ embedded: { dataFolder: join(folder, "old") } });
  const file = join(folder, "old.bak");
  try {
    await migrate(old, { through: 30 });
    await old.owner.query(`insert into practices (practice_id, public_id, name)
      values (1, gen_random_uuid(), 'From before')`);
    await backup({ owner: old.owner, clock: systemClock, file, passphrase });
  } finally {
    await old.close();
  }
  expect((await run("five", "restore", file)).exitCode).toBe(0);
  await expectSound("five");
  expect((await run("five", "ledger", "verify", "--practice", "From before")).exitCode).toBe(0);
}, 60_000);
