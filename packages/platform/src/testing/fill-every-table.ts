import type pg from "pg";

/** A value of each type that a generated row may hold; the practice's number keeps rows apart. */
function sampleValue(type: string, practiceId: number): string {
  if (type.endsWith("[]")) return "'{}'";
  if (/^(bigint|integer|smallint|numeric|double|real)/.test(type)) return String(practiceId);
  if (type === "boolean") return "true";
  if (type === "date") return "'2025-01-01'";
  if (type.startsWith("timestamp")) return "'2025-01-01T00:00:00Z'";
  if (type === "uuid") return `'00000000-0000-7000-8000-00000000000${practiceId}'`;
  if (type === "json" || type === "jsonb") return "'{}'";
  if (type === "bytea") return "'\\x00'";
  if (type === "xid8") return "'1'";
  if (type === "inet") return "'127.0.0.1'";
  return `'sample ${practiceId}'`;
}

/** Takes away checks and references, so that generated rows are accepted. */
export async function dropChecks(owner: pg.Pool): Promise<void> {
  const checks = await owner.query<{ table: string; name: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name
     from pg_constraint where contype in ('c', 'f') and connamespace = 'public'::regnamespace`,
  );
  for (const check of checks.rows) {
    await owner.query(`alter table ${check.table} drop constraint ${check.name}`);
  }
}

/**
 * Writes one row of practice 1 and one of practice 2 into every named table, whatever the rules
 * say: checks and references are dropped and triggers not fired. For a database of a test's own.
 */
export async function fillEveryTable(owner: pg.Pool, tables: readonly string[]): Promise<void> {
  await dropChecks(owner);
  const client = await owner.connect();
  try {
    await client.query("set session_replication_role = replica");
    for (const practiceId of [1, 2]) {
      await client.query(
        "insert into practices (practice_id, public_id, name) values ($1, gen_random_uuid(), $2)",
        [practiceId, `Practice ${practiceId}`],
      );
      for (const table of tables) await fillTable(client, table, practiceId);
    }
  } finally {
    await client.query("reset session_replication_role");
    client.release();
  }
}

async function fillTable(client: pg.PoolClient, table: string, practiceId: number): Promise<void> {
  const columns = await client.query<{ name: string; type: string }>(
    `select quote_ident(attname) as name, format_type(atttypid, null) as type from pg_attribute
     where attrelid = ('public.' || quote_ident($1))::regclass and attnum > 0 and not attisdropped
       and attgenerated = '' and (attnotnull or attname = 'practice_id') order by attnum`,
    [table],
  );
  const list = columns.rows.map((column) => column.name).join(", ");
  const values = columns.rows.map((column) => sampleValue(column.type, practiceId)).join(", ");
  await client.query(
    `insert into "${table}" (${list}) overriding system value values (${values}) on conflict do nothing`,
  );
}
