import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { NamedError } from "../named-error.ts";
import { type CopyValue, copyChunks, fieldText } from "./copy-text.ts";
import { identifier, join, type Sql, sql, toPreparedQuery, toQuery, trustedText } from "./sql.ts";

export type IsolationLevel = "read committed" | "repeatable read" | "serializable";

export interface TransactionOptions {
  readonly isolation?: IsolationLevel;
  readonly readOnly?: boolean;
  /**
   * Does not wait until the disk has the commit: a crash of the database may take this transaction and
   * those after it back, whole and in order. The next commit that waits makes all before it last. Only
   * for steps of work that is begun again where it stands, and whose end waits.
   */
  readonly lastsWithNext?: boolean;
  /**
   * Has the connection keep its statements prepared: for work of which there is much of the same with
   * few rows each, where planning takes longer than doing (measured: a third of the time).
   */
  readonly isPrepared?: boolean;
  /**
   * Has prepared statements planned once for all values instead of for each. For commands, which look
   * rows up by their keys; a list that asks for one page of many rows is planned for its values.
   */
  readonly isPlannedOnce?: boolean;
  /** Settings of the transaction, by name; they come with its beginning and end with it. */
  readonly settings?: Readonly<Record<string, string>>;
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

export interface BulkUpdate {
  readonly table: string;
  /** The columns that find a row; among them the practice, so that no other is looked at. */
  readonly key: readonly string[];
  readonly columns: readonly string[];
  /** Values of the key, then of the columns. */
  readonly rows: Iterable<readonly CopyValue[]> | AsyncIterable<readonly CopyValue[]>;
  /** Counts the table's column `revision` up. */
  readonly isRevised?: boolean;
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
   * COPY FROM is refused under row-level security; few rows go as parameters. Returns when the rows are on their way, so that the
   * caller makes the next ones while the database writes these: every later statement sees them, and
   * a fault is thrown by the next statement or by the commit, which then does not happen.
   */
  bulkInsert(write: BulkInsert): Promise<void>;
  /** Changes many rows by the same way; returns as `bulkInsert` does. */
  bulkUpdate(write: BulkUpdate): Promise<void>;
  /** Takes `count` ids of the table's identity column ahead, in ascending order. */
  reserveIds(table: string, column: string, count: number): Promise<number[]>;
  /** Runs work that may fail alone: its fault undoes only its own statements. */
  savepoint<Result>(work: () => Promise<Result>): Promise<Result>;
}

/**
 * So many rows at most go as parameters. A commit empties every staging table of its connection, which
 * takes longer than the rows of a small file (measured: 57 ms against 3).
 */
const fewRows = 100;

/** Types of columns by table, as the catalog writes them; they do not change while a process runs. */
const columnTypes = new Map<string, ReadonlyMap<string, string>>();

/** Staging tables that live with a connection and are there again after a commit. */
const stagingOf = new WeakMap<pg.PoolClient, Set<string>>();

class OpenTransaction implements Transaction {
  readonly #client: pg.PoolClient;
  /** Staging tables that hold rows of this transaction. */
  readonly #filled = new Set<string>();
  #last: Promise<unknown> = Promise.resolve();
  #underWay: Promise<void>[] = [];
  #fault: { readonly error: unknown } | undefined;
  #isOver = false;
  #depth = 0;
  #cursors = 0;
  readonly #toQuery: typeof toPreparedQuery;

  constructor(client: pg.PoolClient, options: TransactionOptions) {
    this.#client = client;
    this.#toQuery = options.isPrepared ? toPreparedQuery : toQuery;
  }

  async query<Row extends object>(statement: Sql): Promise<Row[]> {
    const result = await this.#run<Row & pg.QueryResultRow>(statement);
    return result.rows;
  }

  async execute(statement: Sql): Promise<number> {
    const result = await this.#run(statement);
    return result.rowCount ?? 0;
  }

  async #run<Row extends pg.QueryResultRow>(statement: Sql): Promise<pg.QueryResult<Row>> {
    try {
      return await this.#inTurn(() => this.#client.query<Row>(this.#toQuery(statement)));
    } catch (error) {
      throw this.#firstFault(error);
    }
  }

  /** One statement after the other, in the order they were called. */
  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#last.then(() => {
      if (this.#isOver) throw new NamedError("TRANSACTION_OVER", "its connection serves others");
      return work();
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** After a fault of a write under way every statement fails, but for a reason that tells nothing. */
  #firstFault(error: unknown): unknown {
    return this.#fault === undefined ? error : this.#fault.error;
  }

  /** Sends a statement whose end nobody waits for. */
  #send(statement: Sql): void {
    const sent = this.#inTurn(() => this.#client.query(this.#toQuery(statement))).then(
      () => undefined,
      (error: unknown) => {
        this.#fault ??= { error };
      },
    );
    this.#underWay.push(sent);
  }

  /** Waits for the writes under way; throws the first fault among them. */
  async settle(): Promise<void> {
    const underWay = this.#underWay;
    this.#underWay = [];
    await Promise.all(underWay);
    if (this.#fault !== undefined) throw this.#fault.error;
  }

  /**
   * Lets nothing more reach the connection and waits for what is on its way. Work that goes on after
   * its transaction has failed would else write into the next one of the connection.
   */
  async end(): Promise<void> {
    this.#isOver = true;
    await this.#last;
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
    const source = rows instanceof Readable ? rows : Readable.from(await startedChunks(rows));
    try {
      return await this.#inTurn(async () => {
        const target = this.#client.query(copyFrom(text));
        await pipeline(source, target);
        return target.rowCount ?? 0;
      });
    } catch (error) {
      throw this.#firstFault(error);
    }
  }

  async bulkInsert(write: BulkInsert): Promise<void> {
    if (Array.isArray(write.rows) && write.rows.length === 0) return;
    const columns = join(write.columns.map(identifier));
    const staged = await this.#stage(write.table, write.columns, write.rows);
    this.#send(sql`insert into ${identifier(write.table)} (${columns})
      select ${columns} from ${staged} staged
      ${trustedText(write.onConflict === "nothing" ? "on conflict do nothing" : "")}`);
  }

  async bulkUpdate(write: BulkUpdate): Promise<void> {
    if (Array.isArray(write.rows) && write.rows.length === 0) return;
    const table = identifier(write.table);
    const staged = await this.#stage(write.table, [...write.key, ...write.columns], write.rows);
    const assignments = write.columns.map(
      (column) => sql`${identifier(column)} = staged.${identifier(column)}`,
    );
    if (write.isRevised === true) assignments.push(sql`revision = ${table}.revision + 1`);
    const isSame = write.key.map(
      (column) => sql`${table}.${identifier(column)} = staged.${identifier(column)}`,
    );
    this.#send(sql`update ${table} set ${join(assignments)} from ${staged} staged
      where ${join(isSame, " and ")}`);
  }

  /** Rows of these columns to select from: few as they are, many from a temporary table. */
  async #stage(table: string, columns: readonly string[], given: BulkInsert["rows"]): Promise<Sql> {
    const { few, rows } = fewOf(given);
    if (few !== undefined) return this.#few(table, columns, few);
    const name = stagingName(table, columns);
    const staging = identifier(name);
    let known = stagingOf.get(this.#client);
    if (known === undefined) {
      known = new Set();
      stagingOf.set(this.#client, known);
    }
    // The table stays with the connection and is emptied at commit: creating one for every write
    // would fill the catalogs with dead rows.
    if (!known.has(name)) {
      await this.execute(sql`create temporary table if not exists ${staging}
        on commit delete rows as select ${join(columns.map(identifier))} from ${identifier(table)}
        with no data`);
      known.add(name);
    }
    if (this.#filled.has(name)) this.#send(sql`truncate ${staging}`);
    this.#filled.add(name);
    await this.copyIn(name, columns, rows);
    return staging;
  }

  async #few(
    table: string,
    columns: readonly string[],
    rows: readonly (readonly CopyValue[])[],
  ): Promise<Sql> {
    const types = columnTypes.get(table) ?? (await this.#typesOf(table));
    const values = columns.map((_, at) => sql`${rows.map((row) => fieldText(row[at]))}::text[]`);
    const typed = columns.map((column) => {
      const type = types.get(column);
      if (type === undefined) throw new NamedError("COLUMN_UNKNOWN", `${table}.${column}`);
      return sql`${identifier(column)}::${trustedText(type)} as ${identifier(column)}`;
    });
    // Kept apart by `offset 0`: were the casts part of a join's condition, row-level security would keep
    // it from the index, because reading a text as a number is not leakproof.
    return sql`(select ${join(typed)} from unnest(${join(values)}) as given
      (${join(columns.map(identifier))}) offset 0)`;
  }

  async #typesOf(table: string): Promise<ReadonlyMap<string, string>> {
    const rows = await this.query<{ name: string; type: string }>(sql`
      select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
      where attrelid = ${table}::regclass and attnum > 0 and not attisdropped`);
    const types = new Map(rows.map(({ name, type }) => [name, type]));
    columnTypes.set(table, types);
    return types;
  }

  async reserveIds(table: string, column: string, count: number): Promise<number[]> {
    // The name of the sequence is looked up once: for every id it would cost ten times the id.
    const rows = await this.query<{ id: number }>(sql`
      select nextval(ids.sequence) as id
      from (select pg_get_serial_sequence(${table}, ${column})::regclass as sequence offset 0) ids,
        generate_series(1, ${count}::int)`);
    return rows.map((row) => row.id).sort((left, right) => left - right);
  }

  async savepoint<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#depth += 1;
    const name = identifier(`savepoint_${this.#depth}`);
    try {
      await this.settle();
      await this.execute(sql`savepoint ${name}`);
      try {
        const result = await work();
        await this.settle();
        await this.execute(sql`release savepoint ${name}`);
        return result;
      } catch (error) {
        await this.settle().catch(() => undefined);
        this.#fault = undefined;
        stagingOf.delete(this.#client);
        await this.execute(sql`rollback to savepoint ${name}`);
        await this.execute(sql`release savepoint ${name}`);
        throw error;
      }
    } finally {
      this.#depth -= 1;
    }
  }
}

/** The rows as a list if they are few, else as something that yields them all. */
function fewOf(given: BulkInsert["rows"]): {
  readonly few?: readonly (readonly CopyValue[])[];
  readonly rows: BulkInsert["rows"];
} {
  if (Array.isArray(given))
    return given.length <= fewRows ? { few: given, rows: given } : { rows: given };
  if (!(Symbol.iterator in given)) return { rows: given };
  const first: (readonly CopyValue[])[] = [];
  const rest = given[Symbol.iterator]();
  for (let next = rest.next(); !next.done; next = rest.next()) {
    first.push(next.value);
    if (first.length > fewRows) return { rows: firstAndRest(first, rest) };
  }
  return { few: first, rows: first };
}

function* firstAndRest<Row>(first: readonly Row[], rest: Iterator<Row>): Generator<Row> {
  yield* first;
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
}

/** Rows as COPY text, of which the first chunk is made at once, while the database is still busy. */
async function startedChunks(rows: BulkInsert["rows"]): Promise<AsyncIterable<Buffer>> {
  const chunks = copyChunks(rows);
  const first = await chunks.next();
  return (async function* () {
    if (first.done) return;
    yield first.value;
    yield* chunks;
  })();
}

/** A name of at most 63 bytes for the temporary table of these columns. */
function stagingName(table: string, columns: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const character of columns.join(",")) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return `bulk_${table.replaceAll(".", "_").slice(0, 45)}_${hash.toString(16)}`;
}

/** What opens a transaction, as one message: each of its own would cost a round trip on every request. */
function beginStatement(options: TransactionOptions): string {
  const isolation = options.isolation ? ` isolation level ${options.isolation}` : "";
  const begin = `begin${isolation}${options.readOnly ? " read only" : ""}`;
  const lasting = options.lastsWithNext ? ["set local synchronous_commit to off"] : [];
  const planned = options.isPlannedOnce ? ["set local plan_cache_mode to force_generic_plan"] : [];
  const settings = Object.entries(options.settings ?? {}).map(
    ([name, value]) => `set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true)`,
  );
  const set = settings.length === 0 ? [] : [`select ${settings.join(", ")}`];
  return [begin, ...lasting, ...planned, ...set].join("; ");
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
  const transaction = new OpenTransaction(client, options);
  let broken: Error | undefined;
  try {
    await client.query(beginStatement(options));
    const result = await work(transaction);
    await transaction.settle();
    await transaction.end();
    const end = await client.query("commit");
    // A commit after a swallowed fault answers "rollback"; nobody may take that for success.
    if (end.command !== "COMMIT") throw new NamedError("TRANSACTION_ROLLED_BACK", "not committed");
    return result;
  } catch (error) {
    await transaction.end();
    // A staging table that this transaction created goes with it.
    stagingOf.delete(client);
    await client.query("rollback").catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
