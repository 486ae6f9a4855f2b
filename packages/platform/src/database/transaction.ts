import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { NamedError } from "../named-error.ts";
import { type CopyValue, copyChunks } from "./copy-text.ts";
import { identifier, join, type Sql, sql, toQuery, trustedText } from "./sql.ts";

export type IsolationLevel = "read committed" | "repeatable read" | "serializable";

export interface TransactionOptions {
  readonly isolation?: IsolationLevel;
  readonly readOnly?: boolean;
}

export type CopyRows =
  | Iterable<readonly CopyValue[]>
  | AsyncIterable<readonly CopyValue[]>
  | Readable;

export interface BulkInsert {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly CopyValue[]> | AsyncIterable<readonly CopyValue[]>;
  /** Leaves a row out when a unique key of the table holds it already. */
  readonly onConflict?: "nothing";
}

/**
 * One open transaction. All statements run in the order they are called; after a fault the whole
 * transaction is rolled back, unless it happened inside `savepoint`.
 */
export interface Transaction {
  /** Runs a statement and returns its rows. */
  query<Row extends object>(statement: Sql): Promise<Row[]>;
  /** Runs a statement and returns how many rows it touched. */
  execute(statement: Sql): Promise<number>;
  /** The only row, or undefined; more than one is a fault. */
  maybeOne<Row extends object>(statement: Sql): Promise<Row | undefined>;
  /** The only row; none or more than one is a fault. */
  one<Row extends object>(statement: Sql): Promise<Row>;
  /** Rows of a large answer, a batch at a time, so that memory does not grow with their number. */
  stream<Row extends object>(statement: Sql, batch?: number): AsyncIterable<Row>;
  /** Copies rows, or COPY text as a stream, into a temporary table that already exists. */
  copyIn(table: string, columns: readonly string[], rows: CopyRows): Promise<number>;
  /**
   * Writes many rows fast: COPY into a temporary table, then insert-select as the same role, because
   * COPY FROM is refused under row-level security. Returns the number of rows written.
   */
  bulkInsert(write: BulkInsert): Promise<number>;
  /** Takes `count` ids of the table's identity column ahead, in ascending order. */
  reserveIds(table: string, column: string, count: number): Promise<number[]>;
  /** Runs work that may fail alone: its fault undoes only its own statements. */
  savepoint<Result>(work: () => Promise<Result>): Promise<Result>;
}

class OpenTransaction implements Transaction {
  readonly #client: pg.PoolClient;
  #depth = 0;
  #cursors = 0;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  async query<Row extends object>(statement: Sql): Promise<Row[]> {
    const result = await this.#client.query<Row & pg.QueryResultRow>(toQuery(statement));
    return result.rows;
  }

  async execute(statement: Sql): Promise<number> {
    const result = await this.#client.query(toQuery(statement));
    return result.rowCount ?? 0;
  }

  async maybeOne<Row extends object>(statement: Sql): Promise<Row | undefined> {
    const rows = await this.query<Row>(statement);
    if (rows.length > 1) throw new NamedError("ROWS_UNEXPECTED", "more than one row");
    return rows[0];
  }

  async one<Row extends object>(statement: Sql): Promise<Row> {
    const row = await this.maybeOne<Row>(statement);
    if (row === undefined) throw new NamedError("ROWS_UNEXPECTED", "no row");
    return row;
  }

  async *stream<Row extends object>(statement: Sql, batch = 1000): AsyncGenerator<Row> {
    this.#cursors += 1;
    const cursor = identifier(`rows_${this.#cursors}`);
    await this.execute(sql`declare ${cursor} no scroll cursor for ${statement}`);
    const fetch = sql`fetch ${trustedText(String(Math.trunc(batch)))} from ${cursor}`;
    let failed = false;
    try {
      for (;;) {
        const rows = await this.query<Row>(fetch);
        yield* rows;
        if (rows.length < batch) return;
      }
    } catch (error) {
      failed = true;
      throw error;
    } finally {
      if (!failed) await this.execute(sql`close ${cursor}`);
    }
  }

  async copyIn(table: string, columns: readonly string[], rows: CopyRows): Promise<number> {
    const { text } = toQuery(
      sql`copy ${identifier(table)} (${join(columns.map(identifier))}) from stdin`,
    );
    const target = this.#client.query(copyFrom(text));
    await pipeline(rows instanceof Readable ? rows : Readable.from(copyChunks(rows)), target);
    return target.rowCount ?? 0;
  }

  async bulkInsert(write: BulkInsert): Promise<number> {
    const table = identifier(write.table);
    const columns = join(write.columns.map(identifier));
    const staging = stagingName(write.table, write.columns);
    // The table stays with the connection and is emptied at commit: creating one for every write
    // would fill the catalogs with dead rows.
    await this.execute(sql`create temporary table if not exists ${identifier(staging)}
      on commit delete rows as select ${columns} from ${table} with no data`);
    await this.execute(sql`truncate ${identifier(staging)}`);
    await this.copyIn(staging, write.columns, write.rows);
    return this.execute(sql`insert into ${table} (${columns})
      select ${columns} from ${identifier(staging)}
      ${trustedText(write.onConflict === "nothing" ? "on conflict do nothing" : "")}`);
  }

  async reserveIds(table: string, column: string, count: number): Promise<number[]> {
    const rows = await this.query<{ id: number }>(sql`
      select nextval(pg_get_serial_sequence(${table}, ${column})) as id
      from generate_series(1, ${count}::int)`);
    return rows.map((row) => row.id).sort((left, right) => left - right);
  }

  async savepoint<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#depth += 1;
    const name = identifier(`savepoint_${this.#depth}`);
    try {
      await this.execute(sql`savepoint ${name}`);
      try {
        const result = await work();
        await this.execute(sql`release savepoint ${name}`);
        return result;
      } catch (error) {
        await this.execute(sql`rollback to savepoint ${name}`);
        await this.execute(sql`release savepoint ${name}`);
        throw error;
      }
    } finally {
      this.#depth -= 1;
    }
  }
}

/** A name of at most 63 bytes for the temporary table of these columns. */
function stagingName(table: string, columns: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const character of columns.join(",")) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return `bulk_${table.replaceAll(".", "_").slice(0, 45)}_${hash.toString(16)}`;
}

function beginStatement(options: TransactionOptions): string {
  const isolation = options.isolation ? ` isolation level ${options.isolation}` : "";
  return `begin${isolation}${options.readOnly ? " read only" : ""}`;
}

/**
 * Runs work in one transaction of the pool's role: commits when it returns, rolls back when it
 * throws. `tenancy/with-practices.ts` is the way in for everything that acts for practices.
 */
export async function inTransaction<Result>(
  pool: pg.Pool,
  options: TransactionOptions,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(beginStatement(options));
    const result = await work(new OpenTransaction(client));
    const end = await client.query("commit");
    // A commit after a swallowed fault answers "rollback"; nobody may take that for success.
    if (end.command !== "COMMIT") throw new NamedError("TRANSACTION_ROLLED_BACK", "not committed");
    return result;
  } catch (error) {
    await client.query("rollback").catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
