import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { removeFolder } from "../testing/remove-folder.ts";
import { createTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { migrate, migrationsFolder, pendingMigrations, readMigrations } from "./migrate.ts";

let folder: string;
let database: TestDatabase;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "headwater-migrations-"));
  database = await createTestDatabase();
  await database.owner.query("drop table schema_migrations");
});
afterEach(async () => {
  await database.drop();
  await removeFolder(folder);
});

const write = (name: string, text: string) => writeFile(join(folder, name), text);
const run = () => migrate(database, { folder });
const exists = async (table: string) =>
  (await database.owner.query("select to_regclass($1) is not null as there", [table])).rows[0]
    .there;

describe("migrations", () => {
  test("run once, in order, each in its own transaction", async () => {
    await write("0001-create-lakes.sql", "create table lakes (id int)");
    await write(
      "0002-fill-lakes.sql",
      "insert into lakes values (1); insert into lakes values (2)",
    );
    expect(await run()).toEqual({
      applied: ["0001-create-lakes.sql", "0002-fill-lakes.sql"],
      version: 2,
    });
    expect(await run()).toEqual({ applied: [], version: 2 });
    await write("0003-more-lakes.sql", "insert into lakes values (3)");
    expect((await run()).applied).toEqual(["0003-more-lakes.sql"]);
    expect((await database.owner.query("select * from lakes")).rowCount).toBe(3);
  });

  test("that fail leave nothing of their file and say which it was", async () => {
    await write("0001-create-lakes.sql", "create table lakes (id int)");
    await write("0002-create-rivers.sql", "create table rivers (id int); select 1 / 0");
    await expect(run()).rejects.toThrow(/MIGRATION_FAILED: 0002-create-rivers.sql/);
    expect(await exists("lakes")).toBe(true);
    expect(await exists("rivers")).toBe(false);
    await write("0002-create-rivers.sql", "create table rivers (id int)");
    expect((await run()).applied).toEqual(["0002-create-rivers.sql"]);
  });

  test("may stop at the schema of an older backup", async () => {
    await write("0001-create-lakes.sql", "create table lakes (id int)");
    await write("0002-create-rivers.sql", "create table rivers (id int)");
    const half = await migrate(database, { folder, through: 1 });
    expect(half).toEqual({ applied: ["0001-create-lakes.sql"], version: 1 });
    expect((await run()).applied).toEqual(["0002-create-rivers.sql"]);
  });

  test("started by several processes at once run once", async () => {
    await write("0001-create-lakes.sql", "create table lakes (id int); select pg_sleep(0.2)");
    const results = await Promise.all([run(), run()]);
    expect(results.map((result) => result.applied.length).sort()).toEqual([0, 1]);
  });
});

describe("a folder or database that does not fit is refused by name", () => {
  test.each([
    ["MIGRATION_NAME_INVALID", async () => write("1-create.sql", "")],
    ["MIGRATION_NUMBER_TWICE", async () => write("0001-again.sql", "")],
    [
      "MIGRATION_CHANGED",
      async () => write("0001-create-lakes.sql", "create table ponds (id int)"),
    ],
    ["DATABASE_NEWER_THAN_PROGRAM", async () => rm(join(folder, "0002-create-rivers.sql"))],
  ])("%s", async (code, change) => {
    await write("0001-create-lakes.sql", "create table lakes (id int)");
    await write("0002-create-rivers.sql", "create table rivers (id int)");
    await run();
    await change();
    await expect(run()).rejects.toMatchObject({ code });
  });

  test("MIGRATION_OUT_OF_ORDER", () => {
    const migration = (number: number) => ({ number, name: `${number}`, sha256: "x", text: "" });
    const attempt = () => pendingMigrations([migration(1), migration(2)], [migration(2)]);
    expect(attempt).toThrow(/MIGRATION_OUT_OF_ORDER/);
  });
});

test("the program's own migrations are well named", async () => {
  const migrations = await readMigrations(migrationsFolder());
  expect(migrations.length).toBeGreaterThan(5);
});
