import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { installJobQueue } from "../jobs/install-job-queue.ts";
import { NamedError } from "../named-error.ts";
import { projectRoot } from "../project-root.ts";
import { ensureApplicationRole } from "./application-role.ts";

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
  readonly text: string;
}

export interface MigrationResult {
  /** Names of the files that this run applied, in order. */
  readonly applied: readonly string[];
  /** The number of the last applied file. */
  readonly version: number;
}

export interface MigratingDatabase {
  readonly owner: pg.Pool;
  readonly applicationUrl: string;
}

export interface MigrateOptions {
  readonly folder?: string;
  /** Stops after this number: the schema that an older backup needs. */
  readonly through?: number;
}

const fileName = /^(\d{4})-[a-z0-9-]+\.sql$/;

/** The folder of the migrations that this program brings. */
export function migrationsFolder(): string {
  return join(projectRoot(), "database", "migrations");
}

/** Reads all migrations of a folder in order; a misnamed or doubly numbered file is a fault. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  const migrations: Migration[] = [];
  for (const name of names) {
    const number = Number(fileName.exec(name)?.[1] ?? 0);
    if (number === 0)
      throw new NamedError("MIGRATION_NAME_INVALID", `${name} is not NNNN-words.sql`);
    if (migrations.at(-1)?.number === number) {
      throw new NamedError("MIGRATION_NUMBER_TWICE", `${number} is used by two files`);
    }
    const text = await readFile(join(folder, name), "utf8");
    const sha256 = createHash("sha256").update(text).digest("hex");
    migrations.push({ number, name, sha256, text });
  }
  return migrations;
}

interface AppliedMigration {
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
}

/** The migrations still to run. Throws when the database was made by other files than these. */
export function pendingMigrations(
  migrations: readonly Migration[],
  applied: readonly AppliedMigration[],
): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.number, migration]));
  for (const row of applied) {
    const migration = known.get(row.number);
    if (migration === undefined) {
      throw new NamedError(
        "DATABASE_NEWER_THAN_PROGRAM",
        `the database has migration ${row.name}, which this program does not know; use a newer program`,
      );
    }
    if (migration.sha256 !== row.sha256) {
      throw new NamedError(
        "MIGRATION_CHANGED",
        `${migration.name} was changed after it was applied`,
      );
    }
  }
  const done = new Set(applied.map((row) => row.number));
  const last = Math.max(0, ...done);
  const pending = migrations.filter((migration) => !done.has(migration.number));
  const late = pending.find((migration) => migration.number < last);
  if (late) {
    throw new NamedError(
      "MIGRATION_OUT_OF_ORDER",
      `${late.name} comes before migrations that are applied already; number it after them`,
    );
  }
  return pending;
}

/**
 * Brings the database to the program's schema: the application's role, the job queue, then every
 * migration not yet applied, each in its own transaction. Safe to call from several processes.
 */
export async function migrate(
  database: MigratingDatabase,
  options: MigrateOptions = {},
): Promise<MigrationResult> {
  await refuseOldServer(database.owner);
  const { folder = migrationsFolder(), through = Number.MAX_SAFE_INTEGER } = options;
  const migrations = await readMigrations(folder);
  const client = await database.owner.connect();
  try {
    await client.query("select pg_advisory_lock(7021, 2)");
    await client.query(`create table if not exists schema_migrations (
      number integer primary key, name text not null, sha256 text not null,
      applied_at timestamptz not null default now())`);
    const found = await client.query<AppliedMigration>(
      "select number, name, sha256 from schema_migrations order by number",
    );
    const pending = pendingMigrations(migrations, found.rows).filter(
      (migration) => migration.number <= through,
    );
    await ensureApplicationRole(database.owner, database.applicationUrl);
    await installJobQueue(database.owner);
    for (const migration of pending) await apply(client, migration);
    return {
      applied: pending.map((migration) => migration.name),
      version: (pending.at(-1) ?? found.rows.at(-1))?.number ?? 0,
    };
  } finally {
    await client.query("select pg_advisory_unlock(7021, 2)").catch(() => undefined);
    client.release();
  }
}

async function apply(client: pg.PoolClient, migration: Migration): Promise<void> {
  try {
    await client.query("begin");
    await client.query(migration.text);
    await client.query("insert into schema_migrations (number, name, sha256) values ($1, $2, $3)", [
      migration.number,
      migration.name,
      migration.sha256,
    ]);
    await client.query("commit");
  } catch (cause) {
    await client.query("rollback").catch(() => undefined);
    const reason = cause instanceof Error ? cause.message : "unknown";
    throw new NamedError("MIGRATION_FAILED", `${migration.name}: ${reason}`, { cause });
  }
}

async function refuseOldServer(owner: pg.Pool): Promise<void> {
  const result = await owner.query<{ version: string; bypass: boolean; create: boolean }>(
    `select current_setting('server_version_num') as version,
            (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as bypass,
            has_schema_privilege('public', 'create')
              and has_database_privilege(current_database(), 'create') as "create"`,
  );
  const row = result.rows[0];
  if (Number(row?.version ?? 0) < 150_000) {
    throw new NamedError("DATABASE_TOO_OLD", "PostgreSQL 15 or newer is needed");
  }
  if (!row?.bypass) {
    throw new NamedError(
      "DATABASE_OWNER_BOUND",
      "the role of DATABASE_URL must be a superuser or have BYPASSRLS and CREATEROLE",
    );
  }
  if (!row.create) {
    throw new NamedError(
      "DATABASE_OWNER_BOUND",
      "the role of DATABASE_URL must own the database: alter database … owner to …",
    );
  }
}
