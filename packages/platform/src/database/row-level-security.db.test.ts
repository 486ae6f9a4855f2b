import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withNoPractice, withPractice, withPractices } from "../tenancy/with-practices.ts";
import { fillEveryTable } from "../testing/fill-every-table.ts";
import { createTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { identifier, sql } from "./sql.ts";

let database: TestDatabase;
let walledTables: string[] = [];
const actor = "test";

beforeAll(async () => {
  database = await createTestDatabase();
  walledTables = await names(`${practiceTables} order by 1`);
});
afterAll(() => database.drop());

async function names(text: string, pool: pg.Pool = database.owner): Promise<string[]> {
  const result = await pool.query<{ name: string }>(text);
  return result.rows.map((row) => row.name);
}

const ordinaryTables = `
  select c.oid, c.relname::text as name, c.relrowsecurity, c.relforcerowsecurity from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`;

// The directory of practices has the column, but is the list itself and not a practice's table.
const practiceTables = `
  select t.name from (${ordinaryTables}) t
  join pg_attribute a on a.attrelid = t.oid and a.attname = 'practice_id' and a.attnum > 0
  where t.name <> 'practices'`;

/** Tables that belong to no practice. Adding one here is a decision: say why it can have no practice. */
const tablesOfNoPractice = [
  "code_set_codes", // official code sets hold for every practice
  "code_set_files", // which editions of them are loaded
  "diagnosis_notes", // of the code sets
  "job_tasks", // names of tasks
  "local_owner_tokens", // printed at the machine before anybody is known
  "mue_limits", // of the code sets
  "payer_directory", // payers as anybody may know them
  "practice_cost_indices", // of the code sets: what practising costs, by locality
  "practices", // the directory itself
  "ptp_edits", // of the code sets
  "reference_tables", // our own tables of codes and rules
  "relative_values", // of the code sets
  "schema_migrations", // names of migrations
  "sessions", // a user may act for several practices
  "sign_in_throttles", // before anybody is known
  "system_audit_entries", // signing in, users: the audit of what belongs to no practice
  "system_audit_links",
  "system_audit_unchained",
  "users", // a user may have a role in several practices
  "worker_heartbeats", // processes
];

/** Policies besides the wall. Each opens something and is listed with what. */
const openings = [
  "api_tokens.own_token", // the one token whose secret the transaction holds, before its practice is known
  "invitations.own_invitation", // the one invitation whose link the transaction holds
  "user_practice_roles.own_roles", // the roles of the user who has signed in
];

/** Functions that run with the owner's power. */
const definerFunctions = ["enqueue_job", "refresh_code_set_statistics", "refresh_statistics"];

describe("the catalog", () => {
  test("every table of a practice is walled off, also against its owner", async () => {
    const open = await names(`
      select t.name from (${ordinaryTables}) t
      where t.name in (${practiceTables})
        and not (t.relrowsecurity and t.relforcerowsecurity
          and exists (select 1 from pg_policies p where p.tablename = t.name and p.policyname = 'practice_wall'
            and p.cmd = 'ALL' and p.qual like '%practices_in_scope()%' and p.with_check = p.qual))`);
    expect(open).toEqual([]);
    expect(walledTables.length).toBeGreaterThan(20);
  });

  test("tables without a practice are a closed list", async () => {
    const found = await names(`
      select t.name from (${ordinaryTables}) t
      where t.name not in (${practiceTables}) order by t.name`);
    expect(found).toEqual(tablesOfNoPractice);
  });

  test("policies that open more than the wall are a closed list", async () => {
    const found = await names(`
      select tablename || '.' || policyname as name from pg_policies
      where schemaname = 'public' and policyname <> 'practice_wall' order by 1`);
    expect(found).toEqual(openings);
  });

  test("keys of a practice's table begin with the practice", async () => {
    const wrong = await names(`
      select i.indexrelid::regclass::text as name from pg_index i
      join (${practiceTables}) t on i.indrelid = ('public.' || quote_ident(t.name))::regclass
      where i.indisunique
        and (select a.attname from pg_attribute a where a.attrelid = i.indrelid and a.attnum = i.indkey[0])
            is distinct from 'practice_id'
      order by 1`);
    expect(wrong).toEqual([]);
  });

  test("a reference to a practice's table carries the practice on both sides", async () => {
    const wrong = await names(`
      select k.conname::text as name from pg_constraint k
      join (${practiceTables}) t on k.confrelid = ('public.' || quote_ident(t.name))::regclass
      where k.contype = 'f'
        and not ('practice_id' = (select a.attname from pg_attribute a where a.attrelid = k.conrelid and a.attnum = k.conkey[1])
             and 'practice_id' = (select a.attname from pg_attribute a where a.attrelid = k.confrelid and a.attnum = k.confkey[1]))
      order by 1`);
    expect(wrong).toEqual([]);
  });

  const leakyViews = `
    select c.relname::text as name from pg_class c
    where c.relnamespace = 'public'::regnamespace
      and (c.relkind = 'm' or (c.relkind = 'v' and not coalesce(c.reloptions, '{}') && '{security_invoker=true,security_invoker=on}'))`;
  const definers = `
    select p.proname::text as name from pg_proc p
    where p.prosecdef and p.pronamespace = 'public'::regnamespace order by 1`;

  test("views read as their caller, and the owner's functions are a closed list", async () => {
    expect(await names(leakyViews)).toEqual([]);
    expect(await names(definers)).toEqual(definerFunctions);
  });

  test("the two rules above find a view and a function that leak", async () => {
    await database.owner.query("create view leak as select * from accounts");
    await database.owner.query(
      "create function leak() returns bigint language sql security definer as 'select count(*) from accounts'",
    );
    expect(await names(leakyViews)).toEqual(["leak"]);
    expect(await names(definers)).toContain("leak");
    await database.owner.query("drop view leak; drop function leak()");
  });

  test("a function of the owner has a fixed search path and is closed to the public", async () => {
    const wrong = await names(`
      select p.proname::text as name from pg_proc p
      where p.prosecdef and p.pronamespace = 'public'::regnamespace
        and (not exists (select 1 from unnest(p.proconfig) c where c like 'search_path=pg_catalog%')
          or has_function_privilege('public', p.oid, 'execute'))`);
    expect(wrong).toEqual([]);
  });

  test("the application's role owns nothing and has no power", async () => {
    const result = await database.owner.query(`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
        (select count(*) from pg_shdepend d where d.refobjid = r.oid and d.deptype = 'o'
          and d.dbid = (select oid from pg_database where datname = current_database())) as owned,
        (select count(*) from pg_auth_members m where m.member = r.oid) as memberships,
        has_schema_privilege(r.oid, 'public', 'create') as creates,
        has_schema_privilege(r.oid, 'graphile_worker', 'usage') as queue
      from pg_roles r where rolname = 'headwater_application'`);
    expect(result.rows).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolreplication: false,
        owned: 0,
        memberships: 0,
        creates: false,
        queue: false,
      },
    ]);
  });

  test("the application may neither truncate nor put triggers on anything", async () => {
    const wrong = await names(`
      select t.name from (${ordinaryTables}) t
      where has_table_privilege('headwater_application', t.oid, 'truncate')
         or has_table_privilege('headwater_application', t.oid, 'trigger')
         or has_table_privilege('headwater_application', t.oid, 'references')`);
    expect(wrong).toEqual([]);
  });
});

describe("attempts to reach another practice", () => {
  let filled: TestDatabase;

  beforeAll(async () => {
    filled = await createTestDatabase();
    await fillEveryTable(filled.owner, walledTables);
  });
  afterAll(() => filled.drop());

  const may = async (table: string, privilege: string) => {
    const result = await filled.owner.query(
      "select has_table_privilege('headwater_application', $1, $2) as may",
      [table, privilege],
    );
    return result.rows[0].may === true;
  };

  test("every walled table holds a row of both practices to look for", async () => {
    for (const table of walledTables) {
      const result = await filled.owner.query(
        `select count(distinct practice_id) as count from "${table}"`,
      );
      expect([table, result.rows[0].count]).toEqual([table, 2]);
    }
  });

  test("a forgotten setting shows nothing of any table", async () => {
    for (const table of walledTables) {
      if (!(await may(table, "select"))) continue;
      const result = await filled.application.query(`select count(*) from "${table}"`);
      expect([table, result.rows[0].count]).toEqual([table, 0]);
    }
  });

  test("no table shows another practice's row, by id or at large", async () => {
    for (const table of walledTables) {
      if (!(await may(table, "select"))) continue;
      const rows = await withPractices(filled, { practiceIds: [2], actor }, (transaction) =>
        transaction.query<{ practice_id: number }>(
          sql`select practice_id from ${identifier(table)}`,
        ),
      );
      expect([table, rows.map((row) => row.practice_id)]).toEqual([table, [2]]);
    }
  });

  test("no table lets another practice's row be changed, deleted or taken over", async () => {
    for (const table of walledTables) {
      const name = identifier(table);
      const attempt = (statement: ReturnType<typeof sql>) =>
        withPractice(filled, { practiceId: 2, actor }, (transaction) =>
          transaction.execute(statement),
        ).catch((error: { code?: string }) => error.code);
      // 42501 is refused outright: no such grant, or the wall's check.
      if (await may(table, "update")) {
        const outcome = await attempt(
          sql`update ${name} set practice_id = 2 where practice_id = 1`,
        );
        expect([table, outcome]).toEqual([table, 0]);
        expect([table, await attempt(sql`update ${name} set practice_id = 1`)]).not.toEqual([
          table,
          1,
        ]);
      }
      if (await may(table, "delete")) {
        const outcome = await attempt(sql`delete from ${name} where practice_id = 1`);
        expect([table, outcome]).toEqual([table, 0]);
      }
    }
  });

  test.each([
    ["switch the walls off", "set row_security = off; select count(*) from accounts", "42501"],
    ["take the wall down", "alter table accounts disable row level security", "42501"],
    ["drop the policy", "drop policy practice_wall on accounts", "42501"],
    ["add a policy", "create policy open on accounts using (true)", "42501"],
    ["become the owner", "set role headwater_owner", "42501|22023"],
    ["stop the triggers", "set session_replication_role = replica", "42501"],
    ["make a table", "create table mine (id int)", "42501"],
    ["copy into a table", "copy accounts from stdin", "0A000|42501"],
    ["read the passwords", "select * from pg_authid", "42501"],
    ["run a program", "copy (select 1) to program 'true'", "42501"],
    ["read a file", "select pg_read_file('/etc/passwd')", "42501"],
  ])("the application cannot %s", async (_name, statement, code) => {
    const client = await filled.application.connect();
    try {
      await client.query("begin");
      const outcome = await client.query(statement).catch((error: { code?: string }) => error);
      expect(outcome).toHaveProperty("code");
      expect(String((outcome as { code?: string }).code)).toMatch(new RegExp(code));
    } finally {
      await client.query("rollback");
      client.release();
    }
  });

  test("the same value in a unique key of another practice is no conflict, so nothing is revealed", async () => {
    const add = (practiceId: number) =>
      withPractice(filled, { practiceId, actor }, (transaction) =>
        transaction.execute(sql`insert into accounts (practice_id, account_id, kind, name)
          values (${practiceId}, 100, 'cash', 'the same')`),
      );
    expect(await add(1)).toBe(1);
    expect(await add(2)).toBe(1);
  });

  test("an update whose condition would fail on another practice's value reveals nothing", async () => {
    // Without the wall before it, the division would be computed for the other practice's rows.
    const rows = await withPractice(filled, { practiceId: 2, actor }, (transaction) =>
      transaction.query(sql`select 1 from accounts where 1 / (practice_id - 1) > 0`),
    );
    expect(rows.length).toBeGreaterThan(0);
  });

  test("a transaction for no practice sees and writes no practice's rows", async () => {
    const write = withNoPractice(filled, { actor }, (transaction) =>
      transaction.execute(
        sql`insert into accounts (practice_id, kind, name) values (1, 'cash', 'x')`,
      ),
    );
    await expect(write).rejects.toMatchObject({ code: "42501" });
  });
});
