import pg from "pg";
import { type Sql, toQuery } from "./sql.ts";
import { typeParsers } from "./type-parsers.ts";

export interface PoolOptions {
  readonly connectionString: string;
  readonly name: string;
  readonly size: number;
  /** Longest a single statement may run; 0 is without limit. */
  readonly statementTimeoutMs?: number;
  /**
   * Longest that a transaction may stay open without a statement. One that is forgotten would hold
   * back every reader of the outbox.
   */
  readonly idleInTransactionTimeoutMs?: number;
  /** Longest to wait for a free connection before failing with a named error. */
  readonly acquireTimeoutMs?: number;
  readonly onError?: (error: Error) => void;
}

/**
 * Opens a pool. A connection that breaks while idle or in use is reported to `onError` instead of
 * ending the process; the next query opens another one.
 */
export function openPool(options: PoolOptions): pg.Pool {
  const onError = options.onError ?? (() => undefined);
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    application_name: options.name,
    max: options.size,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: options.acquireTimeoutMs ?? 30_000,
    ...(options.statementTimeoutMs ? { statement_timeout: options.statementTimeoutMs } : {}),
    ...(options.idleInTransactionTimeoutMs
      ? { idle_in_transaction_session_timeout: options.idleInTransactionTimeoutMs }
      : {}),
    keepAlive: true,
    types: typeParsers,
  });
  pool.on("error", onError);
  pool.on("connect", (client) => {
    client.on("error", onError);
  });
  return pool;
}

/** One statement outside any transaction, as the pool's own role. */
export async function poolRows<Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  statement: Sql,
): Promise<Row[]> {
  const result = await pool.query<Row>(toQuery(statement));
  return result.rows;
}
