import { createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import type { Clock } from "../clock/clock.ts";
import type { MasterKey } from "../identity/master-key.ts";
import { errorCode, NamedError } from "../named-error.ts";
import {
  type ArchiveEnd,
  type ArchiveHead,
  type ArchiveProgress,
  archiveBytes,
  type TableContent,
  wrapArchive,
} from "./archive.ts";
import { type BackupTable, backupTables } from "./backup-tables.ts";

/** The name under which waiting jobs stand in a backup: rows to hand in again, not the queue's tables. */
export const waitingJobs = "waiting jobs";

export interface BackupOptions {
  /** The owner's pool: row-level security would silently leave rows out for anybody else. */
  readonly owner: pg.Pool;
  readonly file: string;
  /** Encrypts the file. Without it everything in the file is readable. */
  readonly passphrase?: string;
  /**
   * The installation's key: whoever restores can then open what it sealed. It goes into an encrypted
   * file only.
   */
  readonly masterKey?: MasterKey;
  readonly clock: Clock;
  readonly onProgress?: (progress: ArchiveProgress) => void;
}

export interface BackupResult {
  readonly tables: number;
  readonly rows: number;
  readonly sha256: string;
}

/**
 * Writes one consistent snapshot of everything to a file: all tables, documents included, and the
 * waiting jobs. The file appears under its name only when it is complete and on disk.
 */
export async function backup(options: BackupOptions): Promise<BackupResult> {
  if (options.passphrase === "")
    throw new NamedError("BACKUP_PASSPHRASE_EMPTY", "give a passphrase");
  const partial = `${options.file}.partial`;
  const client = await options.owner.connect();
  let broken: Error | undefined;
  try {
    await client.query("begin isolation level repeatable read");
    await refuseWalls(client);
    let end: ArchiveEnd | undefined;
    const head = await archiveHead(client, options);
    const bytes = archiveBytes(head, contents(client), {
      end: (written) => {
        end = written;
      },
      ...(options.onProgress ? { progress: options.onProgress } : {}),
    });
    await pipeline(
      Readable.from(wrapArchive(bytes, options.passphrase)),
      createWriteStream(partial, { mode: 0o600 }),
    );
    await client.query("rollback");
    if (!end) throw new NamedError("BACKUP_FAILED", "the snapshot has no end");
    await publish(partial, options.file);
    return { tables: end.tables, rows: end.rows, sha256: end.sha256 };
  } catch (error) {
    await rm(partial, { force: true });
    broken = error instanceof Error ? error : new Error("fault");
    throw errorCode(error) === "ENOSPC"
      ? new NamedError("BACKUP_DISK_FULL", "no room for the backup; nothing of it was kept")
      : error;
  } finally {
    client.release(broken);
  }
}

async function archiveHead(client: pg.ClientBase, options: BackupOptions): Promise<ArchiveHead> {
  const { rows } = await client.query<{ number: number; sha256: string }>(
    "select number, sha256 from schema_migrations order by number",
  );
  const { passphrase, masterKey } = options;
  const key = passphrase !== undefined && masterKey ? { masterKey: masterKey.exported() } : {};
  return { madeAt: options.clock.now().toISOString(), migrations: rows, ...key };
}

async function publish(partial: string, file: string): Promise<void> {
  const written = await open(partial, "r");
  await written.sync();
  await written.close();
  await rename(partial, file);
  const folder = await open(dirname(file), "r");
  await folder.sync().catch(() => undefined);
  await folder.close();
}

async function refuseWalls(client: pg.ClientBase): Promise<void> {
  const result = await client.query<{ bypass: boolean }>(
    "select rolsuper or rolbypassrls as bypass from pg_roles where rolname = current_user",
  );
  if (!result.rows[0]?.bypass) {
    throw new NamedError(
      "BACKUP_ROLE_BOUND",
      "row-level security binds this role; rows would be missing",
    );
  }
}

async function* contents(client: pg.PoolClient): AsyncGenerator<TableContent> {
  await rankTransactions(client);
  for (const table of await backupTables(client)) {
    const columns = table.columns.map((column) => column.name);
    const text = `copy (${selection(client, table)}) to stdout`;
    yield { head: { table: table.name, columns }, rows: client.query(copyTo(text)) };
  }
  const jobColumns = [
    "task",
    "payload",
    "queue_name",
    "run_at",
    "max_attempts",
    "job_key",
    "priority",
  ];
  const text = `copy (select t.identifier, j.payload, q.queue_name, j.run_at, j.max_attempts, j.key, j.priority
    from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
    where j.attempts < j.max_attempts order by j.id) to stdout`;
  yield { head: { table: waitingJobs, columns: jobColumns }, rows: client.query(copyTo(text)) };
}

/** The rows of a table, with transaction ids replaced by their ranks. */
function selection(client: pg.ClientBase, table: BackupTable): string {
  const columns = table.columns.map(({ name, type }) => {
    const quoted = client.escapeIdentifier(name);
    if (type !== "xid8") return `t.${quoted}`;
    return `coalesce((select r.rank from transaction_ranks r where r.id = t.${quoted}), '0'::xid8)`;
  });
  return `select ${columns.join(", ")} from public.${client.escapeIdentifier(table.name)} t`;
}

/**
 * Transaction ids mean nothing in another server. What readers of the outbox need is their order
 * from the least cursor on, so these become 1, 2, 3 …; all before it become 0.
 */
async function rankTransactions(client: pg.ClientBase): Promise<void> {
  await client.query(`create temporary table transaction_ranks on commit drop as
    select id, dense_rank() over (order by id)::text::xid8 as rank
    from (select transaction_id as id from events
          where transaction_id >= (select min(transaction_id) from subscriber_cursors)
          union select transaction_id from subscriber_cursors where transaction_id > '0') ids`);
  await client.query("create index on transaction_ranks (id)");
  await client.query("analyze transaction_ranks");
}
