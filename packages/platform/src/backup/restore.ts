import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { isTransient } from "../database/retry.ts";
import { errorCode, NamedError } from "../named-error.ts";
import { type ArchiveHead, type ArchiveSource, type ArchiveTable, readArchive } from "./archive.ts";
import { type BackupResult, waitingJobs } from "./backup.ts";
import { type BackupTable, backupTables } from "./backup-tables.ts";

export interface RestoreOptions extends ArchiveSource {
  /** The owner's pool of an empty database with the schema of the backup. */
  readonly owner: pg.Pool;
  /** What `inspectBackup` said of the same file; it is inspected here if absent. */
  readonly inspected?: InspectedBackup;
  /**
   * Runs in the transaction of the restore, after the last row, with what the backup was taken of:
   * makes it this installation's own.
   */
  readonly afterLoad?: (client: pg.PoolClient, head: ArchiveHead) => Promise<void>;
}

/** A backup file that is whole, and what it was taken of. */
export interface InspectedBackup extends BackupResult {
  readonly head: ArchiveHead;
}

/**
 * Reads a backup file to its end and checks it without touching a database. Returns what it was
 * taken of, so that an older one can be restored into its own schema and migrated afterwards.
 */
export async function inspectBackup(source: ArchiveSource): Promise<InspectedBackup> {
  let head: ArchiveHead | undefined;
  const end = await readArchive(source, {
    head: async (found) => {
      head = found;
    },
    table: async (_table, rows) => {
      for await (const piece of rows) void piece;
    },
  });
  if (!head) throw new NamedError("BACKUP_CORRUPT", "the description is missing");
  return { head, tables: end.tables, rows: end.rows, sha256: end.sha256 };
}

/**
 * Loads a backup into an empty, migrated database in one transaction. The whole file is checked
 * before the first row is written; whatever goes wrong later leaves the database as it was.
 */
export async function restore(options: RestoreOptions): Promise<BackupResult> {
  const { head, ...result } = options.inspected ?? (await inspectBackup(options));
  const client = await options.owner.connect();
  let broken: Error | undefined;
  let highestRank = 0;
  try {
    await client.query("begin");
    await refuseOtherSchema(client, head);
    await refuseFilled(client);
    const tables = await backupTables(client);
    await prepareTables(client, tables);
    await readArchive(options, {
      head: async () => undefined,
      table: (table, rows) => loadTable(client, { table, rows, known: tables }),
    });
    await client.query("set constraints all immediate");
    await finishTables(client, tables);
    highestRank = await readHighestRank(client);
    await options.afterLoad?.(client, head);
    await client.query("commit");
    await passTransactions(client, highestRank);
    return result;
  } catch (error) {
    await client.query("rollback").catch((failure: Error) => {
      broken = failure;
    });
    throw databaseFault(error) ?? error;
  } finally {
    client.release(broken);
  }
}

/** What the database could not do, in words; whatever it was, nothing of the backup was kept. */
function databaseFault(error: unknown): NamedError | undefined {
  const cause = { cause: error };
  if (errorCode(error) === "53100") {
    return new NamedError(
      "RESTORE_DISK_FULL",
      "the disk of the database is full; nothing was restored",
      cause,
    );
  }
  if (!isTransient(error)) return undefined;
  return new NamedError(
    "RESTORE_BROKEN_OFF",
    "the database went away meanwhile and nothing was restored; its log says why, a full disk for example",
    cause,
  );
}

async function refuseOtherSchema(client: pg.ClientBase, head: ArchiveHead): Promise<void> {
  const result = await client.query<{ number: number; sha256: string }>(
    "select number, sha256 from schema_migrations order by number",
  );
  if (JSON.stringify(result.rows) !== JSON.stringify(head.migrations)) {
    const last = (rows: ArchiveHead["migrations"]) => rows.at(-1)?.number ?? 0;
    throw new NamedError(
      "BACKUP_OTHER_SCHEMA",
      `the backup is of schema ${last(head.migrations)}, the database of ${last(result.rows)}: restore into a new database, with a program that is not older than the backup`,
    );
  }
}

async function refuseFilled(client: pg.ClientBase): Promise<void> {
  const result = await client.query<{ filled: boolean }>(
    "select exists (select 1 from practices) or exists (select 1 from users) as filled",
  );
  if (result.rows[0]?.filled) {
    throw new NamedError(
      "RESTORE_DATABASE_NOT_EMPTY",
      "restore into a new data folder or database",
    );
  }
}

/** Empties what migrations filled, and keeps triggers from answering to rows that are not news. */
async function prepareTables(client: pg.ClientBase, tables: readonly BackupTable[]): Promise<void> {
  const names = tables.map((table) => `public.${client.escapeIdentifier(table.name)}`);
  for (const name of names) await client.query(`alter table ${name} disable trigger user`);
  await client.query(`truncate ${names.join(", ")}`);
}

async function loadTable(
  client: pg.PoolClient,
  load: { table: ArchiveTable; rows: AsyncGenerator<Buffer>; known: readonly BackupTable[] },
): Promise<void> {
  const { table, rows, known } = load;
  if (table.table === waitingJobs) return loadJobs(client, rows);
  if (!known.some((each) => each.name === table.table)) {
    throw new NamedError("BACKUP_CORRUPT", "a table is unknown");
  }
  const columns = table.columns.map((column) => client.escapeIdentifier(column)).join(", ");
  const text = `copy public.${client.escapeIdentifier(table.table)} (${columns}) from stdin`;
  await pipeline(Readable.from(rows), client.query(copyFrom(text)));
}

async function loadJobs(client: pg.PoolClient, rows: AsyncGenerator<Buffer>): Promise<void> {
  await client.query(`create temporary table restored_jobs (position bigint generated always as identity,
    task text, payload json, queue_name text, run_at timestamptz, max_attempts int, job_key text, priority int)
    on commit drop`);
  const columns = "task, payload, queue_name, run_at, max_attempts, job_key, priority";
  await pipeline(
    Readable.from(rows),
    client.query(copyFrom(`copy restored_jobs (${columns}) from stdin`)),
  );
  await client.query(`select graphile_worker.add_job(identifier => task, payload => payload,
      queue_name => queue_name, run_at => run_at, max_attempts => max_attempts, job_key => job_key,
      priority => priority)
    from (select * from restored_jobs order by position) jobs`);
}

/** Wakes the triggers and lets identities go on after the highest restored id. */
async function finishTables(client: pg.ClientBase, tables: readonly BackupTable[]): Promise<void> {
  for (const table of tables) {
    const name = `public.${client.escapeIdentifier(table.name)}`;
    await client.query(`alter table ${name} enable trigger user`);
    const identities = await client.query<{ column: string; sequence: string }>(
      `select attname::text as column, pg_get_serial_sequence($1, attname) as sequence
       from pg_attribute where attrelid = $1::regclass and attidentity <> ''`,
      [name],
    );
    for (const { column, sequence } of identities.rows) {
      const quoted = client.escapeIdentifier(column);
      await client.query(
        `select setval($1, coalesce(max(${quoted}), 1), max(${quoted}) is not null) from ${name}`,
        [sequence],
      );
    }
  }
}

async function readHighestRank(client: pg.ClientBase): Promise<number> {
  const result = await client.query<{ rank: string }>(
    "select coalesce(max(transaction_id), '0'::xid8)::text as rank from events",
  );
  return Number(result.rows[0]?.rank ?? 0);
}

/**
 * Lets the server's own transaction ids pass those of the restored events, without which readers of
 * the outbox would take them for events of running transactions.
 */
async function passTransactions(client: pg.ClientBase, highestRank: number): Promise<void> {
  for (;;) {
    const result = await client.query<{ id: string }>("select pg_current_xact_id()::text as id");
    if (Number(result.rows[0]?.id ?? 0) > highestRank) return;
  }
}
