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
