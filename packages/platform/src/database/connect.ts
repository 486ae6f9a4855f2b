import type pg from "pg";
import { errorCode } from "../named-error.ts";
import { applicationRole, deriveApplicationPassword, urlForRole } from "./application-role.ts";
import {
  type EmbeddedServer,
  type EmbeddedServerOptions,
  useEmbeddedServer,
} from "./embedded-server.ts";
import { openPool } from "./pool.ts";
import { reachDatabase } from "./reach-database.ts";

export interface DatabaseOptions {
  /** An owner's URL of a PostgreSQL server; without it the embedded server is used. */
  readonly databaseUrl?: string;
  /** Replaces the login that the owner creates for the application. */
  readonly applicationUrl?: string;
  readonly embedded: EmbeddedServerOptions;
  readonly applicationPoolSize?: number;
  /** Longest that the application waits for a free connection before it says that it is busy. */
  readonly acquireTimeoutMs?: number;
  /** Longest that one statement of the application may run; without limit if absent. */
  readonly statementTimeoutMs?: number;
  readonly onPoolError?: (error: Error) => void;
  /** Longest to wait for a server of someone else's that does not answer yet; 15 s if absent. */
  readonly reachWithinMs?: number;
}

/** An open database: two pools of different power, and the server behind them. */
export interface Database {
  /**
   * Acts as the owner, whom row-level security does not bind: migrations, backup, restore and the
   * job queue only.
   */
  readonly owner: pg.Pool;
  /** Acts as the application's role. Requests and jobs reach it through `withPractices`. */
  readonly application: pg.Pool;
  readonly ownerUrl: string;
  readonly applicationUrl: string;
  /** The embedded server, if the database is not a server of someone else's. */
  readonly embedded: EmbeddedServer | undefined;
  close(): Promise<void>;
}

const databaseName = "headwater";

/**
 * Opens the database that the configuration names; the embedded server is started when needed.
 * The schema may be missing or old: `migrate` comes next.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  if (options.databaseUrl) return connectToServer(options, options.databaseUrl);
  const embedded = await useEmbeddedServer(options.embedded);
  try {
    await createDatabase(embedded.url("postgres"));
    return connect(options, embedded.url(databaseName), embedded);
  } catch (error) {
    await embedded.release();
    throw error;
  }
}

async function connectToServer(options: DatabaseOptions, url: string): Promise<Database> {
  const database = connect(options, url, undefined);
  const { reachWithinMs = 15_000, onPoolError } = options;
  try {
    await reachDatabase(database.owner, url, { waitMs: reachWithinMs, onWait: onPoolError });
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function createDatabase(maintenanceUrl: string): Promise<void> {
  const pool = openPool({ connectionString: maintenanceUrl, name: "headwater create", size: 1 });
  try {
    const found = await pool.query("select 1 from pg_database where datname = $1", [databaseName]);
    if (found.rowCount) return;
    await pool.query(`create database ${databaseName}`).catch((error: unknown) => {
      // Another process created it meanwhile.
      if (errorCode(error) !== "42P04" && errorCode(error) !== "23505") throw error;
    });
  } finally {
    await pool.end();
  }
}

/** The secret that the application's password is derived from: the owner's own password. */
function ownerSecret(ownerUrl: string): string {
  const inUrl = decodeURIComponent(new URL(ownerUrl).password);
  return inUrl || process.env.PGPASSWORD || ownerUrl;
}

function connect(
  options: DatabaseOptions,
  ownerUrl: string,
  embedded: EmbeddedServer | undefined,
): Database {
  const applicationUrl =
    options.applicationUrl ??
    urlForRole(ownerUrl, applicationRole, deriveApplicationPassword(ownerSecret(ownerUrl)));
  const onError = options.onPoolError ? { onError: options.onPoolError } : {};
  const owner = openPool({
    connectionString: ownerUrl,
    name: "headwater owner",
    size: 4,
    ...onError,
  });
  const application = openPool({
    connectionString: applicationUrl,
    name: "headwater application",
    size: options.applicationPoolSize ?? 16,
    ...(options.acquireTimeoutMs ? { acquireTimeoutMs: options.acquireTimeoutMs } : {}),
    ...(options.statementTimeoutMs ? { statementTimeoutMs: options.statementTimeoutMs } : {}),
    idleInTransactionTimeoutMs: 300_000,
    ...onError,
  });
  let closing: Promise<void> | undefined;
  const close = async () => {
    await Promise.all([owner.end(), application.end()]);
    await embedded?.release();
  };
  return {
    owner,
    application,
    ownerUrl,
    applicationUrl,
    embedded,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
