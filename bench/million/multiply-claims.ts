import type { Database } from "@headwater/platform/database/connect.ts";

/** Tables that hold what happened to claims, parents before children, with the column of their own id. */
const tables: readonly (readonly [table: string, id: string])[] = [
  ["patients", "patient_id"],
  ["patient_identities", ""],
  ["transaction_sets", "transaction_set_id"],
  ["claims", "claim_id"],
  ["named_coverages", ""],
  ["service_lines", ""],
  ["claim_submissions", ""],
  ["receivables", ""],
  ["acknowledgments", "acknowledgment_id"],
  ["claim_acknowledgments", ""],
  ["remittances", "remittance_id"],
  ["remittance_claims", ""],
  ["remittance_lines", ""],
  ["provider_adjustments", ""],
  ["postings", "posting_id"],
  ["transfers", "transfer_id"],
  ["denials", "denial_id"],
  ["bank_deposits", "bank_deposit_id"],
  ["patient_payments", "patient_payment_id"],
  ["payment_allocations", "payment_allocation_id"],
  ["work_items", "work_item_id"],
  ["events", "event_id"],
];

/** Which table an id names, where the column is not called like that table's own id. */
const otherNames: Readonly<Record<string, string>> = {
  replaces_claim_id: "claim_id",
  replaced_by_claim_id: "claim_id",
  reverses_posting_id: "posting_id",
  fee_posting_id: "posting_id",
  reverses_transfer_id: "transfer_id",
  outcome_remittance_id: "remittance_id",
  answers_transaction_set_id: "transaction_set_id",
};

/** Texts that are unique in a practice, or by which rows find each other. */
const numbers = new Set([
  "identity_key",
  "patient_control_number",
  "control_number_key",
  "payer_claim_control_number",
  "original_payer_claim_control_number",
  "trace_number",
  "need_key",
]);

/** Copies are laid over as many stretches of time as the base has days to make two years. */
type Spread = { readonly stretches: number; readonly days: number };

type Options = {
  readonly practiceId: number;
  readonly copies: number;
  readonly spread: Spread;
  readonly remark: (text: string) => void;
};

/**
 * Copies everything that a practice's claims went through, with ids, numbers and days of its own for each
 * copy. The copies are written past the triggers, because the base has satisfied them: what is checked
 * afterwards are the books as a whole.
 */
export async function multiplyClaims({ owner }: Database, options: Options): Promise<void> {
  const strides = new Map<string, number>();
  for (const [table, id] of tables) {
    if (id === "") continue;
    const { rows } = await owner.query(
      `select coalesce(max(${id}), 0)::bigint as last from ${table}`,
    );
    strides.set(id, Math.ceil((Number(rows[0]?.last) + 1) / 1024) * 1024);
  }
  const statements: string[] = [];
  for (const [table, id] of tables)
    statements.push(await copyStatement(owner, { table, id, strides }));
  const indexes = await dropIndexes(owner);
  await owner.query("alter system set autovacuum = off");
  await owner.query("alter system set max_wal_size = '8GB'");
  await owner.query("alter system set fsync = off");
  await owner.query("select pg_reload_conf()");
  const client = await owner.connect();
  try {
    await client.query("set session_replication_role = replica");
    await client.query("set synchronous_commit = off");
    for (let copy = 1; copy <= options.copies; copy += 1) {
      await client.query("begin");
      const shift = (copy % options.spread.stretches) * options.spread.days;
      for (const statement of statements)
        await client.query(statement, [options.practiceId, copy, shift]);
      await client.query("commit");
      options.remark(`copy ${copy} of ${options.copies}`);
    }
    await client.query("set session_replication_role = origin");
  } finally {
    client.release(true);
  }
  for (const [table, id] of tables) {
    if (id === "") continue;
    await owner.query(
      `select setval(pg_get_serial_sequence('${table}', '${id}'), (select max(${id}) from ${table}))`,
    );
  }
  for (const index of indexes) {
    options.remark(index.slice(0, 80));
    await owner.query("set maintenance_work_mem = '512MB'");
    await owner.query(index);
  }
  for (const name of ["autovacuum", "max_wal_size", "fsync"])
    await owner.query(`alter system reset ${name}`);
  await owner.query("select pg_reload_conf()");
}

/** Drops the indexes that hold no constraint and answers how to make them again. */
async function dropIndexes(owner: Database["owner"]): Promise<string[]> {
  const { rows } = await owner.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i
     where i.indrelid = any ($1::text[]::regclass[])
       and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    [tables.map(([table]) => table)],
  );
  for (const { name } of rows) await owner.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}

type Copied = {
  readonly table: string;
  readonly id: string;
  readonly strides: ReadonlyMap<string, number>;
};

async function copyStatement(
  owner: Database["owner"],
  { table, id, strides }: Copied,
): Promise<string> {
  const { rows } = await owner.query<{ name: string; type: string }>(
    `select column_name as name, data_type as type from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'
     order by ordinal_position`,
    [table],
  );
  const names = rows.map(({ name }) => `"${name}"`);
  const values = rows.map((column) => copiedValue(table, column, strides));
  const own = id === "" ? keyOf(rows) : id;
  const stride = strides.get(own) ?? 0;
  return `insert into ${table} (${names.join(", ")}) overriding system value
    select ${values.join(", ")} from ${table} t
    where practice_id = $1 and ${own} < ${stride} and $2::int > 0 and $3::int >= 0`;
}

/** The parent by which a table without an id of its own is told to be of the base. */
function keyOf(columns: readonly { readonly name: string }[]): string {
  const names = columns.map(({ name }) => name);
  const found = ["remittance_id", "acknowledgment_id", "claim_id", "patient_id"].find((one) =>
    names.includes(one),
  );
  if (found === undefined) throw new Error("a table of claims has no parent");
  return found;
}

function copiedValue(
  table: string,
  { name, type }: { readonly name: string; readonly type: string },
  strides: ReadonlyMap<string, number>,
): string {
  const column = `t."${name}"`;
  const stride = strides.get(otherNames[name] ?? name);
  if (stride !== undefined) return `${column} + $2::bigint * ${stride}`;
  if (name === "set_number") return `${column} + $2::int * 100000`;
  if (name === "subject_id") {
    const cases = [...strides].map(
      ([id, by]) => `when '${id.replace(/_id$/, "").replaceAll("_", "-")}' then ${by}`,
    );
    return `${column} + $2::bigint * (case t.subject_kind ${cases.join(" ")} else 0 end)`;
  }
  if (numbers.has(name)) {
    const isBlank = table === "work_items" ? "false" : `coalesce(${column}, '') = ''`;
    return `case when ${isBlank} then ${column} else ${column} || 'Y' || $2::int end`;
  }
  if (type === "date") return `${column} - $3::int`;
  return column;
}
