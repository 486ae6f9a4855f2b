import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, closeSync, existsSync, openSync, readFileSync, statSync } from "node:fs";
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { basename, dirname, join } from "node:path";
import { errorCode, NamedError } from "../named-error.ts";
import type { PostgresBinaries } from "./postgres-binaries.ts";

/** Superuser of an embedded server: migrations, backup and the job queue. */
export const embeddedOwner = "headwater_owner";

/** The user that server programs run as; undefined means this process's own user. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

/** One cluster on disk and the programs that serve it. */
export interface PostgresCluster {
  readonly binaries: PostgresBinaries;
  readonly folder: string;
  readonly logFile: string;
  readonly runAs: RunAs | undefined;
  readonly password: string;
}

// `nobody` stands in /etc/passwd everywhere; PostgreSQL looks its user up by number and refuses root.
const nobody: RunAs = { uid: 65534, gid: 65534 };

/** The user to run a cluster as: an existing one keeps its owner; root may not serve at all. */
export function chooseRunAs(clusterFolder: string): RunAs | undefined {
  if (process.platform === "win32" || process.getuid?.() !== 0) return undefined;
  if (!existsSync(clusterFolder)) return nobody;
  const { uid, gid } = statSync(clusterFolder);
  return uid === 0 ? nobody : { uid, gid };
}

/** The server inherits none of our environment: HOME or PG* of the caller would change its behaviour. */
const serverEnvironment = { HOME: "/nonexistent", TZ: "UTC", LC_ALL: "C.UTF-8", LANG: "C.UTF-8" };

function environment(): NodeJS.ProcessEnv {
  if (process.platform !== "win32") return serverEnvironment;
  return { ...serverEnvironment, SystemRoot: process.env.SystemRoot, PATH: process.env.PATH };
}

function program(binaries: PostgresBinaries, name: string): string {
  return join(binaries.folder, "bin", process.platform === "win32" ? `${name}.exe` : name);
}

/** Runs a program of the server to its end and returns its exit code and last output. */
async function runProgram(
  cluster: Pick<PostgresCluster, "binaries" | "runAs">,
  name: string,
  args: readonly string[],
): Promise<{ code: number | null; output: string }> {
  const child = spawn(program(cluster.binaries, name), args, {
    cwd: process.platform === "win32" ? undefined : "/",
    env: environment(),
    stdio: ["ignore", "pipe", "pipe"],
    ...cluster.runAs,
  });
  let output = "";
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-4000);
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  return { code, output };
}

/**
 * Opens the cluster of a data folder and creates it on first use. Two processes may do so at once:
 * each prepares its own and the first rename wins.
 */
export async function openCluster(
  binaries: PostgresBinaries,
  dataFolder: string,
): Promise<PostgresCluster> {
  const folder = join(dataFolder, "postgres");
  const runAs = chooseRunAs(folder);
  if (!existsSync(folder)) await createCluster(binaries, folder, runAs);
  const logFile = join(dataFolder, "postgres.log");
  return { binaries, folder, logFile, runAs, password: readSecrets(binaries, folder) };
}

function readSecrets(binaries: PostgresBinaries, folder: string): string {
  try {
    const major = Number(readFileSync(join(folder, "PG_VERSION"), "utf8").trim());
    if (major !== binaries.major) {
      throw new NamedError(
        "DATA_FOLDER_OTHER_POSTGRES",
        `${folder} was made by PostgreSQL ${major}, this program brings ${binaries.major}; ` +
          "take a backup with the older program and restore it into a new folder",
      );
    }
    return readFileSync(join(folder, passwordFile), "utf8").trim();
  } catch (cause) {
    if (errorCode(cause) !== "EACCES") throw cause;
    throw new NamedError("DATA_FOLDER_UNREADABLE", `${folder} belongs to another user`, { cause });
  }
}

const passwordFile = "headwater-password";

async function createCluster(
  binaries: PostgresBinaries,
  folder: string,
  runAs: RunAs | undefined,
): Promise<void> {
  const temporary = `${folder}.${process.pid}-${randomBytes(4).toString("hex")}.tmp`;
  const secret = `${temporary}.secret`;
  await mkdir(temporary, { mode: 0o700 });
  try {
    await writeFile(secret, `${randomBytes(24).toString("base64url")}\n`, { mode: 0o600 });
    for (const path of runAs ? [temporary, secret] : []) {
      await chown(path, runAs?.uid ?? 0, runAs?.gid ?? 0);
    }
    const { code, output } = await runProgram({ binaries, runAs }, "initdb", [
      `--pgdata=${temporary}`,
      `--username=${embeddedOwner}`,
      `--pwfile=${secret}`,
      "--auth=scram-sha-256",
      "--locale=C.UTF-8",
      "--encoding=UTF8",
      "--data-checksums",
      "--no-instructions",
    ]);
    if (code !== 0) throw initFailure(output, folder);
    // Inside the cluster, so that the rename publishes folder and password together.
    await rename(secret, join(temporary, passwordFile));
    await rename(temporary, folder).catch((error: unknown) => {
      if (errorCode(error) !== "ENOTEMPTY" && errorCode(error) !== "EEXIST") throw error;
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
    await rm(secret, { force: true });
  }
}

function initFailure(output: string, folder: string): NamedError {
  if (/Permission denied/i.test(output)) {
    return new NamedError(
      "DATA_FOLDER_UNREACHABLE",
      `the database's user cannot reach ${folder}; every folder above it must be passable by all ` +
        "(chmod o+x), or set HEADWATER_DATA to another place such as /var/lib/headwater",
    );
  }
  const line = output.split("\n").filter(Boolean).at(-1) ?? "no output";
  return new NamedError("DATABASE_INITIALISE_FAILED", line);
}

/** What a running server wrote about itself. */
export interface PostmasterFile {
  readonly pid: number;
  readonly port: number | undefined;
  /** The folder of its Unix-domain socket, if it has one. */
  readonly socketFolder: string | undefined;
}

/** Reads `postmaster.pid`; undefined if there is none. */
export function readPostmasterFile(clusterFolder: string): PostmasterFile | undefined {
  try {
    const lines = readFileSync(join(clusterFolder, "postmaster.pid"), "utf8").split("\n");
    const pid = Number.parseInt(lines[0] ?? "", 10);
    const port = Number.parseInt(lines[3] ?? "", 10);
    if (!Number.isInteger(pid)) return undefined;
    return {
      pid,
      port: Number.isInteger(port) && port > 0 ? port : undefined,
      socketFolder: lines[4]?.trim() || undefined,
    };
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Whether a process with this number runs, whoever owns it. One that only waits to be buried does not. */
export function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (errorCode(error) !== "EPERM") return false;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return !stat.slice(stat.lastIndexOf(")")).startsWith(") Z");
  } catch {
    return true;
  }
}

/** Whether a process is certainly not a PostgreSQL server: its number was given to another program. */
export function isOtherProgram(pid: number): boolean {
  try {
    const [command = ""] = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
    return !basename(command).startsWith("postgres");
  } catch {
    return false;
  }
}

/** A port of the loopback address that nobody listens on now; the preferred one if it is free. */
export async function freePort(preferred: number | undefined): Promise<number> {
  const attempt = (port: number) =>
    new Promise<number | undefined>((resolve) => {
      const server = createServer();
      server.once("error", () => resolve(undefined));
      server.listen(port, "127.0.0.1", () => {
        const address = server.address();
        const found = typeof address === "object" && address ? address.port : undefined;
        server.close(() => resolve(found));
      });
    });
  const port = (preferred ? await attempt(preferred) : undefined) ?? (await attempt(0));
  if (port === undefined) throw new NamedError("NO_FREE_PORT", "no port on 127.0.0.1 is free");
  return port;
}

/** What a socket's path may be long at most, with room to spare: the smallest limit of a system is 104. */
const socketPathBytes = 100;

/**
 * Where a server of this cluster puts its Unix-domain socket, which takes a third less time for a
 * statement than the loopback address; undefined where the system has none or the path is too long.
 */
function socketFolder(cluster: Pick<PostgresCluster, "folder">): string | undefined {
  if (process.platform === "win32") return undefined;
  const longest = join(cluster.folder, ".s.PGSQL.65535.lock");
  return Buffer.byteLength(longest) <= socketPathBytes ? cluster.folder : undefined;
}

/** Takes away the lock of a socket whose owner died and whose number another program has now. */
export async function removeDeadSocketLock(cluster: PostgresCluster, port: number): Promise<void> {
  const lock = join(cluster.folder, `.s.PGSQL.${port}.lock`);
  const text = await readFile(lock, "utf8").catch(() => "");
  const pid = Number.parseInt(text, 10);
  if (pid > 0 && processExists(pid) && isOtherProgram(pid)) await rm(lock, { force: true });
}

/** Settings of every embedded server. Errors are not logged: their text may quote a patient's data. */
const serverSettings: Readonly<Record<string, string>> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  unix_socket_permissions: "0600",
  cluster_name: "headwater",
  timezone: "UTC",
  log_timezone: "UTC",
  password_encryption: "scram-sha-256",
  max_connections: "100",
  shared_buffers: "256MB",
  work_mem: "32MB",
  maintenance_work_mem: "128MB",
  max_wal_size: "2GB",
  checkpoint_timeout: "15min",
  checkpoint_completion_target: "0.9",
  wal_compression: "on",
  random_page_cost: "1.1",
  // Tables grow fast in the first minutes of a practice: until they have statistics, plans read them whole.
  autovacuum_naptime: "10s",
  jit: "off",
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_parameter_max_length: "0",
  log_parameter_max_length_on_error: "0",
};

export interface SpawnOptions {
  readonly port: number;
  /** Settings that replace the usual ones; the test suite turns fsync off. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * Starts the server in a session of its own, so that Ctrl-C in our terminal does not reach it: we
 * stop it after our last transaction has ended.
 */
export function spawnServer(cluster: PostgresCluster, options: SpawnOptions): ChildProcess {
  const sockets = socketFolder(cluster);
  const settings = {
    ...serverSettings,
    port: String(options.port),
    ...(sockets === undefined
      ? {}
      : { unix_socket_directories: `"${sockets.replaceAll('"', '""')}"` }),
    ...options.settings,
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const log = openLog(cluster);
  const child = spawn(program(cluster.binaries, "postgres"), ["-D", cluster.folder, ...args], {
    cwd: process.platform === "win32" ? undefined : "/",
    env: environment(),
    stdio: ["ignore", log, log],
    detached: true,
    windowsHide: true,
    ...cluster.runAs,
  });
  child.on("error", () => undefined);
  child.unref();
  closeSync(log);
  return child;
}

const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

function openLog(cluster: PostgresCluster): number {
  const large = existsSync(cluster.logFile) && statSync(cluster.logFile).size > LOG_LIMIT_BYTES;
  const log = openSync(cluster.logFile, large ? "w" : "a", 0o600);
  if (cluster.runAs) chownSync(cluster.logFile, cluster.runAs.uid, cluster.runAs.gid);
  return log;
}

/** Stops the server in fast mode: running transactions are rolled back, the data is written out. */
export async function stopServer(cluster: PostgresCluster): Promise<void> {
  const { code } = await runProgram(cluster, "pg_ctl", [
    "stop",
    `--pgdata=${cluster.folder}`,
    "--mode=fast",
    "--wait",
    "--timeout=60",
  ]);
  if (code !== 0 && readPostmasterFile(cluster.folder)) {
    throw new NamedError("DATABASE_STOP_FAILED", `see ${cluster.logFile}`);
  }
}

/** Makes a data folder that the server's user can pass through. */
export async function prepareDataFolder(dataFolder: string): Promise<void> {
  try {
    await mkdir(dataFolder, { recursive: true, mode: 0o711 });
    if (process.getuid?.() !== 0) return;
    const mode = statSync(dataFolder).mode & 0o777;
    if ((mode & 0o001) === 0) await chmod(dataFolder, mode | 0o011);
  } catch (cause) {
    const code = errorCode(cause) ?? "unknown";
    throw new NamedError("DATA_FOLDER_UNUSABLE", `${dataFolder} (${code}); set HEADWATER_DATA`, {
      cause,
    });
  }
  if (dirname(dataFolder) === dataFolder) {
    throw new NamedError("DATA_FOLDER_UNUSABLE", "the root folder cannot hold the data");
  }
}
