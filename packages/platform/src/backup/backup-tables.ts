import type pg from "pg";
import { NamedError } from "../named-error.ts";

/** A table as backup and restore treat it. */
export interface BackupTable {
  readonly name: string;
  /** Columns that hold what was written, in order; computed ones are left out. */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly references: readonly string[];
}

// Migrations are compared, not copied; heartbeats are of processes that are gone.
const leftOut = new Set(["schema_migrations", "worker_heartbeats"]);

interface TableRow {
  readonly name: string;
  readonly columns: { name: string; type: string }[];
  readonly references: string[];
}

/**
 * All tables of the product, each after those it refers to, so that references hold while rows are
 * loaded. A table may refer to itself; a circle of several tables is a fault.
 */
export async function backupTables(client: pg.ClientBase): Promise<BackupTable[]> {
  const result = await client.query<TableRow>(`
    select c.relname::text as name,
      (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null)) order by a.attnum)
       from pg_attribute a
       where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select coalesce(json_agg(distinct k.confrelid::regclass::text), '[]')
       from pg_constraint k
       where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as references
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    order by c.relname`);
  return inOrder(result.rows.filter((table) => !leftOut.has(table.name)));
}

function inOrder(tables: readonly BackupTable[]): BackupTable[] {
  const ordered: BackupTable[] = [];
  const placed = new Set<string>();
  let waiting = [...tables];
  while (waiting.length > 0) {
    const ready = waiting.filter((table) => table.references.every((name) => placed.has(name)));
    if (ready.length === 0) {
      const names = waiting.map((table) => table.name).join(", ");
      throw new NamedError("BACKUP_TABLES_CIRCULAR", names);
    }
    for (const table of ready) placed.add(table.name);
    ordered.push(...ready);
    waiting = waiting.filter((table) => !placed.has(table.name));
  }
  return ordered;
}
