import { identifier, join, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { appendMasterEvents } from "./master-event.store.ts";

/** A table of the masters whose rows have an id and a revision and are changed by people. */
export type RevisedTable = {
  readonly table: string;
  readonly idColumn: string;
  /** What a row is called in events: `facility` gives `facility-added`. */
  readonly noun: string;
  /** Columns whose values events may hold: codes, ids, cents and days, never names. */
  readonly told: readonly string[];
};

type Value = string | number | boolean | null;
type Values = Readonly<Record<string, Value>>;

/** Why a row was not written. `taken`: a unique key of the table stands for another row. */
export type RowRefusal = "taken" | "not_found" | "revision_changed";

/** Adds a row and tells of it; `taken` when a unique key stands already. */
export async function insertRevised(
  transaction: PracticeTransaction,
  table: RevisedTable,
  values: Values,
): Promise<{ readonly id: number } | "taken"> {
  const columns = Object.keys(values).map((column) => identifier(column));
  const added = await transaction.maybeOne<{ id: number }>(sql`
    insert into ${identifier(table.table)} (practice_id, ${join(columns)})
    values (${transaction.practiceId}, ${join(Object.values(values).map((value) => sql`${value}`))})
    on conflict do nothing
    returning ${identifier(table.idColumn)} as id`);
  if (added === undefined) return "taken";
  await appendMasterEvents(transaction, [
    {
      kind: `${table.noun}-added`,
      subjectKind: table.noun,
      subjectId: added.id,
      change: pick(table, Object.keys(values), values),
    },
  ]);
  return added;
}

/**
 * Changes a row if it still has the revision that was seen, and tells which columns changed. Nothing
 * different writes nothing and keeps the revision.
 */
export async function updateRevised(
  transaction: PracticeTransaction,
  table: RevisedTable,
  change: { readonly id: number; readonly revision: number; readonly values: Values },
): Promise<"changed" | RowRefusal> {
  const { id, revision, values } = change;
  const known = await transaction.maybeOne<{ row: Record<string, Value> }>(sql`
    select to_jsonb(known) as row from ${identifier(table.table)} as known
    where practice_id = ${transaction.practiceId} and ${identifier(table.idColumn)} = ${id}
    for update`);
  if (known === undefined) return "not_found";
  if (known.row.revision !== revision) return "revision_changed";
  const columns = Object.keys(values).filter(
    (column) => asText(values[column]) !== asText(known.row[column]),
  );
  if (columns.length === 0) return "changed";
  const assignments = columns.map(
    (column) => sql`${identifier(column)} = ${values[column] ?? null}`,
  );
  const isTaken = await isRefusedAsDuplicate(transaction, () =>
    transaction.execute(sql`
      update ${identifier(table.table)} set ${join(assignments)}, revision = revision + 1
      where practice_id = ${transaction.practiceId} and ${identifier(table.idColumn)} = ${id}`),
  );
  if (isTaken) return "taken";
  await appendMasterEvents(transaction, [
    {
      kind: `${table.noun}-changed`,
      subjectKind: table.noun,
      subjectId: id,
      change: {
        columns,
        before: pick(table, columns, known.row),
        after: pick(table, columns, values),
      },
    },
  ]);
  return "changed";
}

/** Adds many rows that stand for nothing on file yet, and tells of each. */
export async function insertRevisedRows(
  transaction: PracticeTransaction,
  table: RevisedTable,
  rows: readonly Values[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const names = Object.keys(first);
  const columns = join(names.map((column) => identifier(column)));
  // The order of `returning` is that of the rows: a plain insert from one function scan.
  const added = await transaction.query<{ id: number }>(sql`
    insert into ${identifier(table.table)} (practice_id, ${columns})
    select ${transaction.practiceId}, ${columns}
    from jsonb_populate_recordset(null::${identifier(table.table)}, ${JSON.stringify(rows)}::jsonb)
    returning ${identifier(table.idColumn)} as id`);
  await appendMasterEvents(
    transaction,
    added.map(({ id }, at) => ({
      kind: `${table.noun}-added`,
      subjectKind: table.noun,
      subjectId: id,
      change: pick(table, names, rows[at] ?? {}),
    })),
  );
}

export type RowChange = {
  readonly id: number;
  readonly revision: number;
  /** What stands in the columns that change, for the event. */
  readonly before: Values;
  /** Every change names the same columns. */
  readonly values: Values;
};

/** Changes many rows, if all of them still have the revision that was seen; false otherwise. */
export async function updateRevisedRows(
  transaction: PracticeTransaction,
  table: RevisedTable,
  changes: readonly RowChange[],
): Promise<boolean> {
  const [first] = changes;
  if (first === undefined) return true;
  const names = Object.keys(first.values);
  const rows = changes.map(({ id, revision, values }) => ({
    ...values,
    [table.idColumn]: id,
    revision,
  }));
  const assignments = names.map(
    (column) => sql`${identifier(column)} = wanted.${identifier(column)}`,
  );
  const changed = await transaction.execute(sql`
    update ${identifier(table.table)} known
    set ${join(assignments)}, revision = known.revision + 1
    from jsonb_populate_recordset(null::${identifier(table.table)}, ${JSON.stringify(rows)}::jsonb)
      wanted
    where known.practice_id = ${transaction.practiceId}
      and known.${identifier(table.idColumn)} = wanted.${identifier(table.idColumn)}
      and known.revision = wanted.revision`);
  if (changed !== changes.length) return false;
  await appendMasterEvents(
    transaction,
    changes.map(({ id, before, values }) => ({
      kind: `${table.noun}-changed`,
      subjectKind: table.noun,
      subjectId: id,
      change: {
        columns: names,
        before: pick(table, names, before),
        after: pick(table, names, values),
      },
    })),
  );
  return true;
}

/** As both sides write it: a decimal is a text where it is typed and a number where it is stored. */
function asText(value: Value | undefined): string {
  return String(value ?? "");
}

const duplicateKey = "23505";

async function isRefusedAsDuplicate(
  transaction: PracticeTransaction,
  work: () => Promise<unknown>,
): Promise<boolean> {
  try {
    await transaction.savepoint(work);
    return false;
  } catch (error) {
    const code = typeof error === "object" && error !== null && "code" in error ? error.code : "";
    if (code === duplicateKey) return true;
    throw error;
  }
}

function pick(table: RevisedTable, columns: readonly string[], row: Values): Record<string, Value> {
  const told = columns.filter((column) => table.told.includes(column));
  return Object.fromEntries(told.map((column) => [column, row[column] ?? null]));
}
