import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { configuredConnection } from "./configured-connection.store.ts";
import type { Connection } from "./connection.ts";
import { reach } from "./reach-connection.command.ts";
import { describeConnection } from "./testing/connection-cases.ts";
import { type CutLine, startCutLine } from "./testing/cut-line.ts";
import { startSftpServer } from "./testing/sftp-server.ts";

const run = promisify(execFile);
const sshd = "/usr/sbin/sshd";
/** `HEADWATER_TEST_SSHD=own` tries the server that stands in. */
const hasOpenSsh = existsSync(sshd) && process.env.HEADWATER_TEST_SSHD !== "own";
const place = { practice: "practice", folder: "house" };

let root: string;
let ends: { directory: Connection; sftp: Connection };
let stopServer = () => undefined as unknown;
let settings: Record<string, unknown>;

/**
 * Debian's OpenSSH server on a port of its own, for this user and one key; on a machine without it a
 * server of this process, and the title of the cases says so.
 */
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "headwater-connections-"));
  const directory = await configuredConnection({ ...place, root: join(root, "local") });
  const ssh = join(root, "ssh");
  await mkdir(ssh, { mode: 0o700 });
  for (const name of ["host", "user"]) {
    await run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", join(ssh, name)]);
  }
  const port = hasOpenSsh ? await startOpenSsh(ssh) : await startOwnServer(ssh);
  const { stdout } = await run("ssh-keygen", ["-l", "-f", join(ssh, "host.pub")]);
  for (const name of ["outbox", "inbox"]) {
    await mkdir(join(root, "remote", name), { recursive: true });
  }
  settings = {
    host: "127.0.0.1",
    port,
    userName: userInfo().username,
    hostKey: stdout.split(" ")[1],
    privateKeyFile: join(ssh, "user"),
    outbox: join(root, "remote/outbox"),
    inbox: join(root, "remote/inbox"),
    done: join(root, "remote/done"),
  };
  ends = { directory, sftp: await connectionOf(settings) };
}, 60_000);
afterAll(async () => {
  stopServer();
  await rm(root, { recursive: true, force: true });
});

async function startOpenSsh(ssh: string): Promise<number> {
  const port = await freePort();
  const lines = [
    `Port ${port}`,
    "ListenAddress 127.0.0.1",
    `HostKey ${join(ssh, "host")}`,
    `AuthorizedKeysFile ${join(ssh, "user.pub")}`,
    `PidFile ${join(ssh, "pid")}`,
    "StrictModes no",
    "UsePAM no",
    "PasswordAuthentication no",
    "PermitRootLogin prohibit-password",
    "Subsystem sftp internal-sftp",
  ];
  await writeFile(join(ssh, "sshd_config"), lines.join("\n"));
  // Started as root it wants this folder, which a machine without a running service may lack.
  await mkdir("/run/sshd", { recursive: true }).catch(() => undefined);
  const server = spawn(sshd, ["-D", "-e", "-f", join(ssh, "sshd_config")], { stdio: "ignore" });
  stopServer = () => server.kill();
  return port;
}

async function startOwnServer(ssh: string): Promise<number> {
  const host = await readFile(join(ssh, "host"), "utf8");
  const allowed = await readFile(join(ssh, "user.pub"), "utf8");
  const server = await startSftpServer({ host, allowed });
  stopServer = () => server.close();
  return server.port;
}

let settingsCount = 0;

/** A connection by such settings in a folder of its own. */
async function connectionOf(told: object, mode = 0o600): Promise<Connection> {
  settingsCount += 1;
  const folder = `house${settingsCount}`;
  const path = join(root, "local/practice", folder);
  await mkdir(path, { recursive: true });
  await writeFile(join(path, "sftp.json"), JSON.stringify(told));
  await chmod(join(path, "sftp.json"), mode);
  return configuredConnection({ practice: "practice", folder, root: join(root, "local") });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const found = server.address();
      server.close(() => resolve(typeof found === "object" && found !== null ? found.port : 0));
    });
  });
}

const farEnd = (kind: "directory" | "sftp", base: () => string) => () => ({
  connection: ends[kind],
  received: (name: string) => readFile(join(base(), "outbox", name)).catch(() => undefined),
  listed: () => readdir(join(base(), "outbox")),
  arrives: (name: string, bytes: Uint8Array) => writeFile(join(base(), "inbox", name), bytes),
  brokenOff: (name: string, bytes: Uint8Array) =>
    writeFile(join(base(), "outbox", `.${name}.part`), bytes),
});

describeConnection(
  "a folder",
  farEnd("directory", () => join(root, "local/practice/house")),
);
describeConnection(
  hasOpenSsh ? "an OpenSSH server" : `a server of this process, since ${sshd} is missing`,
  farEnd("sftp", () => join(root, "remote")),
);

describe("an SFTP connection", () => {
  test("speaks to no server but the one whose key is pinned", async () => {
    const other = await connectionOf({ ...settings, hostKey: `SHA256:${"A".repeat(43)}` });
    await expect(other.waiting()).rejects.toThrow("SFTP_HOST_KEY_OTHER");
  });

  test("tells a refused sign-in and a silent server, without a word of the settings", async () => {
    const { privateKeyFile: _, ...withoutKey } = settings;
    const guessed = await connectionOf({ ...withoutKey, password: "guess-of-mine" });
    const refused = await guessed.waiting().catch((error: unknown) => String(error));
    expect(refused).toContain("SFTP_SIGN_IN_REFUSED");
    expect(refused).not.toMatch(/guess-of-mine|127\.0\.0\.1/);
    const silent = await connectionOf({ ...settings, port: await freePort() });
    expect(await reach(() => silent.waiting())).toEqual({
      is: "unreached",
      cause: "SFTP_UNREACHABLE",
    });
  });

  test("is not set up by settings that others may read, or that are wrong", async () => {
    await expect(connectionOf(settings, 0o644)).rejects.toThrow("CONNECTION_SETTINGS_OPEN");
    await expect(connectionOf({ ...settings, port: 0 })).rejects.toThrow(
      "CONNECTION_SETTINGS_INVALID: sftp.json is not right at: port",
    );
  });
});

describe("an SFTP line that breaks", { timeout: 120_000 }, () => {
  const bytes = Buffer.from("ISA*00*~GS*HP~".repeat(20_000), "latin1");
  const remote = (...path: string[]) => join(root, "remote", ...path);
  let line: CutLine;
  let connection: Connection;
  beforeAll(async () => {
    line = await startCutLine(Number(settings.port));
    connection = await connectionOf({ ...settings, port: line.port });
  });
  afterAll(() => line.close());

  const outbox = async (name: string) =>
    (await readdir(remote("outbox"))).filter((one) => one.includes(name));

  /** Parts of a thousand of all that goes to the server for one file: from its first bytes to its last. */
  const places = [50, 500, 950, 985, 995, 999];

  test("in the middle of a sending: the file is not there, or whole; sent again it is there once", async () => {
    line.heal();
    await connection.handOver({ name: "measured.837", bytes });
    const whole = line.carried().there;
    for (const place of places) {
      const name = `cut-${place}.837`;
      line.cutAfter({ there: Math.floor((whole * place) / 1000) });
      await expect(connection.handOver({ name, bytes })).rejects.toThrow();
      const left = await outbox(name);
      if (left.includes(name)) expect(await readFile(remote("outbox", name))).toEqual(bytes);
      line.heal();
      expect(["handed-over", "there-already"]).toContain(
        (await connection.handOver({ name, bytes })).is,
      );
      expect(await outbox(name)).toEqual([name]);
      expect((await readFile(remote("outbox", name))).equals(bytes)).toBe(true);
    }
  });

  test("before the server's word that a file is there: it is known when it is sent again", async () => {
    line.heal();
    await connection.handOver({ name: "told.837", bytes });
    const { back } = line.carried();
    const again: string[] = [];
    for (const untold of [1, 30, 60]) {
      const name = `untold-${untold}.837`;
      line.cutAfter({ back: back - untold });
      await connection.handOver({ name, bytes }).catch(() => undefined);
      line.heal();
      again.push((await connection.handOver({ name, bytes })).is);
      expect(await outbox(name)).toEqual([name]);
    }
    expect(again).toContain("there-already");
  });

  test("in the middle of a reading: the reading fails and the file waits on, whole", async () => {
    const name = "answer.835";
    await writeFile(remote("inbox", name), bytes);
    const read = async () => {
      const pieces: Uint8Array[] = [];
      for await (const piece of connection.read(name)) pieces.push(piece);
      return Buffer.concat(pieces);
    };
    line.heal();
    expect((await read()).equals(bytes)).toBe(true);
    const whole = line.carried().back;
    for (const place of [100, 500, 900, 960]) {
      line.cutAfter({ back: Math.floor((whole * place) / 1000) });
      await expect(read()).rejects.toThrow();
      line.heal();
      expect((await connection.waiting()).map((one) => one.name)).toContain(name);
      expect((await read()).equals(bytes)).toBe(true);
    }
  });

  test("while a file is put aside: it lies in one place, whole, and is put aside once", async () => {
    await writeFile(remote("inbox", "measured.835"), bytes);
    line.heal();
    await connection.taken("measured.835");
    const whole = line.carried().there;
    for (const place of [850, 950, 990]) {
      const name = `aside-${place}.835`;
      await writeFile(remote("inbox", name), bytes);
      line.cutAfter({ there: Math.floor((whole * place) / 1000) });
      await connection.taken(name).catch(() => undefined);
      line.heal();
      const waits = (await connection.waiting()).some((one) => one.name === name);
      if (waits) await connection.taken(name);
      expect((await readFile(remote("done", name))).equals(bytes)).toBe(true);
      expect((await readdir(remote("done"))).filter((one) => one.endsWith(name))).toEqual([name]);
      expect((await connection.waiting()).map((one) => one.name)).not.toContain(name);
    }
  });
});
