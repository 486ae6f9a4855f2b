import { createHash } from "node:crypto";
import { existsSync, lstatSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemClock } from "../clock/clock.ts";
import { sql } from "../database/sql.ts";
import { postgresDocumentStore } from "../documents/postgres-document-store.ts";
import { enqueueJob } from "../jobs/enqueue-job.ts";
import { catchUp } from "../outbox/read-events.ts";
import { seededRandom } from "../random/random.ts";
import { withPractice } from "../tenancy/with-practices.ts";
import { dropChecks, fillEveryTable } from "../testing/fill-every-table.ts";
import { removeFolder } from "../testing/remove-folder.ts";
import { createTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import type { ArchiveProgress } from "./archive.ts";
import { backup } from "./backup.ts";
import { inspectBackup, restore } from "./restore.ts";

let folder: string;
let source: TestDatabase;
const passphrase = "correct horse";
const own = { practiceId: 1, actor: "test" };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "headwater-backup-"));
  source = await createTestDatabase();
  await source.owner.query(
    "insert into practices (practice_id, public_id, name) values (1, gen_random_uuid(), 'One'), (2, gen_random_uuid(), 'Two')",
  );
  await source.owner.query("insert into job_tasks (name) values ('test-task')");
  await writeEvents(3);
  await readAll(source, []);
  await writeEvents(4);
  await withPractice(source, own, (transaction) =>
    enqueueJob(transaction, {
      task: "test-task",
      payload: { practiceId: 1, file: 5 },
      jobKey: "k",
    }),
  );
  await withPractice(source, own, (transaction) =>
    transaction.bulkInsert({
      table: "accounts",
      columns: ["practice_id", "kind", "name"],
      rows: [
        [1, "cash", "tab\there, newline\nhere, backslash\\here, quote'\"here, \\. \\N"],
        [1, "cash", "Zoë 🦷 ‏עברית"],
      ],
    }),
  );
  const random = seededRandom("backup");
  const content = [Buffer.from(random.bytes(2_500_000))];
  const documents = postgresDocumentStore(source, random);
  await documents.put(
    own,
    (async function* () {
      yield* content;
    })(),
    { name: "a", mediaType: "b" },
  );
});
afterAll(async () => {
  await source.drop();
  await removeFolder(folder);
});

async function writeEvents(count: number): Promise<void> {
  for (let subject = 0; subject < count; subject += 1) {
    await withPractice(source, own, (transaction) =>
      transaction.execute(sql`insert into events (practice_id, kind, subject_kind, subject_id, actor)
        values (1, 'test.happened', 'test', ${subject}, 'test')`),
    );
  }
}

/** Rows and a digest of every table, leaving out what belongs to the server and not to the data. */
async function fingerprint(database: TestDatabase): Promise<Map<string, string>> {
  const tables = await database.owner.query<{ name: string; columns: string }>(`
    select c.relname::text as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and c.relname not in ('schema_migrations', 'worker_heartbeats') and format_type(a.atttypid, null) <> 'xid8'
    group by c.relname order by 1`);
  const result = new Map<string, string>();
  for (const { name, columns } of tables.rows) {
    const rows = await database.owner.query<{ text: string }>(
      `select row(${columns})::text as text from "${name}" order by 1`,
    );
    const digest = createHash("sha256").update(JSON.stringify(rows.rows)).digest("hex");
    result.set(name, `${rows.rowCount} ${digest}`);
  }
  return result;
}

async function inNewDatabase(work: (target: TestDatabase) => Promise<void>): Promise<void> {
  const target = await createTestDatabase();
  try {
    await work(target);
  } finally {
    await target.drop();
  }
}

const path = (name: string) => join(folder, name);
const save = (name: string, secret?: string) =>
  backup({
    owner: source.owner,
    clock: systemClock,
    file: path(name),
    ...(secret ? { passphrase: secret } : {}),
  });

describe.each([
  ["encrypted", passphrase],
  ["in the clear", undefined],
])("a backup %s", (_name, secret) => {
  test("restores every table equal, jobs and outbox included", async () => {
    const made = await save("whole", secret);
    const options = { file: path("whole"), ...(secret ? { passphrase: secret } : {}) };
    expect(await inspectBackup(options)).toMatchObject(made);
    await inNewDatabase(async (target) => {
      let anchored = 0;
      const restored = await restore({
        owner: target.owner,
        ...options,
        afterLoad: async (client) => {
          anchored = (await client.query("select count(*) as count from events")).rows[0].count;
        },
      });
      expect(restored).toEqual(made);
      expect(anchored).toBe(7);
      expect(await fingerprint(target)).toEqual(await fingerprint(source));
      await expectOutboxGoesOn(target);
      await expectIdentitiesGoOn(target);
      const jobs = await target.owner.query(
        "select payload, key from graphile_worker._private_jobs",
      );
      expect(jobs.rows).toEqual([{ payload: { practiceId: 1, file: 5 }, key: "k" }]);
    });
  });
});

/** Reads until nothing is held back: running transactions of other test files' databases count too. */
async function readAll(database: TestDatabase, seen: number[]): Promise<void> {
  for (;;) {
    const read = await catchUp(
      database,
      {
        name: "reader",
        batch: 1,
        handle: async (_transaction, events) => {
          seen.push(...events.map((event) => event.subject_id));
        },
      },
      1,
    );
    if (!read.heldBack) return;
    await new Promise((wake) => setTimeout(wake, 20));
  }
}

async function expectOutboxGoesOn(target: TestDatabase): Promise<void> {
  const seen: number[] = [];
  await readAll(target, seen);
  expect(seen).toEqual([0, 1, 2, 3]);
}

async function expectIdentitiesGoOn(target: TestDatabase): Promise<void> {
  const row = await withPractice(target, own, (transaction) =>
    transaction.one<{ account_id: number }>(sql`
      insert into accounts (practice_id, kind, name) values (1, 'cash', 'next') returning account_id`),
  );
  expect(row.account_id).toBe(3);
  const change = target.owner.query("update events set actor = 'x'");
  await expect(change).rejects.toMatchObject({ code: "23001" });
}

test("every table of the schema comes back equal", async () => {
  await inNewDatabase(async (filled) => {
    const tables = [...(await fingerprint(filled)).keys()].filter((name) => name !== "practices");
    await fillEveryTable(filled.owner, tables);
    const file = path("every");
    await backup({ owner: filled.owner, clock: systemClock, file });
    await inNewDatabase(async (target) => {
      await dropChecks(target.owner);
      await restore({ owner: target.owner, file });
      const restored = await fingerprint(target);
      expect(restored).toEqual(await fingerprint(filled));
      for (const [name, rows] of restored) expect([name, rows]).not.toEqual([name, /^0 /]);
    });
  });
});

test("every row that is there is in the backup, although row-level security is forced", async () => {
  const made = await save("counted", passphrase);
  const rows = [...(await fingerprint(source)).values()].map((text) => Number.parseInt(text, 10));
  const jobs = 1;
  expect(made.rows).toBe(rows.reduce((sum, count) => sum + count, 0) + jobs);
});

test("the application's role cannot take a backup that would be empty", async () => {
  const attempt = backup({ owner: source.application, clock: systemClock, file: path("bound") });
  await expect(attempt).rejects.toThrow();
  expect(() => statSync(path("bound"))).toThrow();
  expect(() => statSync(path("bound.partial"))).toThrow();
});

test("an encrypted backup shows nothing and only its owner may read it", async () => {
  await save("secret", passphrase);
  const bytes = readFileSync(path("secret"));
  expect(bytes.includes("accounts")).toBe(false);
  expect(statSync(path("secret")).mode & 0o077).toBe(0);
});

describe("a file that is not whole is refused before the database is touched", () => {
  const damage: [string, string, (bytes: Buffer) => Buffer][] = [
    ["cut in the middle", "BACKUP_TRUNCATED", (bytes) => bytes.subarray(0, bytes.length / 2)],
    ["cut by one byte", "BACKUP_TRUNCATED", (bytes) => bytes.subarray(0, -1)],
    [
      "cut to its first line",
      "BACKUP_TRUNCATED",
      (bytes) => bytes.subarray(0, bytes.indexOf(10) + 1),
    ],
    ["one bit changed", "BACKUP_CORRUPT", (bytes) => flip(bytes, Math.floor(bytes.length * 0.6))],
    ["last bit changed", "BACKUP_CORRUPT", (bytes) => flip(bytes, bytes.length - 1)],
    ["something added", "BACKUP_CORRUPT", (bytes) => Buffer.concat([bytes, Buffer.from("x")])],
    ["another file", "BACKUP_NOT_RECOGNIZED", () => Buffer.from("ISA*00*…")],
    ["an empty file", "BACKUP_NOT_RECOGNIZED", () => Buffer.alloc(0)],
  ];
  test.each(damage)("%s: %s", async (name, code, change) => {
    await save("good", passphrase);
    const bad = path(name);
    writeFileSync(bad, change(readFileSync(path("good"))));
    await inNewDatabase(async (target) => {
      const attempt = restore({ owner: target.owner, file: bad, passphrase });
      await expect(attempt).rejects.toMatchObject({ code });
      expect((await target.owner.query("select 1 from practices")).rowCount).toBe(0);
    });
  });

  test.each([
    ["cut in the clear", "BACKUP_TRUNCATED", (bytes: Buffer) => bytes.subarray(0, -300)],
    ["changed in the clear", "BACKUP_CORRUPT", (bytes: Buffer) => flip(bytes, bytes.length - 2000)],
  ])("%s: %s", async (_name, code, change) => {
    await save("clear");
    writeFileSync(path("bad"), change(readFileSync(path("clear"))));
    await expect(inspectBackup({ file: path("bad") })).rejects.toMatchObject({ code });
  });

  test("a wrong passphrase and a missing one have names of their own", async () => {
    await save("locked", passphrase);
    const open = (secret: object) => inspectBackup({ file: path("locked"), ...secret });
    await expect(open({ passphrase: "wrong" })).rejects.toMatchObject({
      code: "BACKUP_PASSPHRASE_WRONG",
    });
    await expect(open({})).rejects.toMatchObject({ code: "BACKUP_PASSPHRASE_NEEDED" });
  });
});

function flip(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}

test("a database that holds a practice, or another schema, is not restored into", async () => {
  await save("full", passphrase);
  const attempt = restore({ owner: source.owner, file: path("full"), passphrase });
  await expect(attempt).rejects.toMatchObject({ code: "RESTORE_DATABASE_NOT_EMPTY" });
  await inNewDatabase(async (target) => {
    await target.owner.query("delete from schema_migrations where number = 20");
    const other = restore({ owner: target.owner, file: path("full"), passphrase });
    await expect(other).rejects.toMatchObject({ code: "BACKUP_OTHER_SCHEMA" });
  });
});

test("a full disk is named, and no part of a backup is left", async () => {
  // Whatever is written there finds no room.
  symlinkSync("/dev/full", path("no room.partial"));
  await expect(save("no room")).rejects.toMatchObject({ code: "BACKUP_DISK_FULL" });
  expect(existsSync(path("no room"))).toBe(false);
  expect(lstatSync(path("no room.partial"), { throwIfNoEntry: false })).toBeUndefined();
});

test.each([
  ["RESTORE_DISK_FULL", () => Promise.reject(Object.assign(new Error("full"), { code: "53100" }))],
  [
    "RESTORE_BROKEN_OFF",
    (client: pg.PoolClient) => client.query("select pg_terminate_backend(pg_backend_pid())"),
  ],
])("a database that fails meanwhile is named and holds nothing: %s", async (code, fail) => {
  await save("failing", passphrase);
  await inNewDatabase(async (target) => {
    const attempt = restore({
      owner: target.owner,
      file: path("failing"),
      passphrase,
      afterLoad: async (client) => {
        await fail(client);
      },
    });
    await expect(attempt).rejects.toMatchObject({ code });
    expect((await target.owner.query("select 1 from practices")).rowCount).toBe(0);
    await restore({ owner: target.owner, file: path("failing"), passphrase });
  });
});

test("progress tells of every table and ends with all rows", async () => {
  const told: ArchiveProgress[] = [];
  const made = await backup({
    owner: source.owner,
    clock: systemClock,
    file: path("told"),
    onProgress: (progress) => told.push(progress),
  });
  expect(told.at(-1)?.rows).toBe(made.rows);
  expect(told.map(({ table }) => table)).toEqual(expect.arrayContaining(["accounts", "events"]));
  let bytesRead = 0;
  await inspectBackup({
    file: path("told"),
    onBytesRead: (bytes) => {
      bytesRead = bytes;
    },
  });
  expect(bytesRead).toBe(statSync(path("told")).size);
});

test("a restore whose last step fails leaves the database empty and its triggers awake", async () => {
  await save("anchor", passphrase);
  await inNewDatabase(async (target) => {
    const attempt = restore({
      owner: target.owner,
      file: path("anchor"),
      passphrase,
      afterLoad: () => Promise.reject(new Error("no anchor")),
    });
    await expect(attempt).rejects.toThrow("no anchor");
    expect((await target.owner.query("select 1 from practices")).rowCount).toBe(0);
    const asleep = await target.owner.query("select 1 from pg_trigger where tgenabled = 'D'");
    expect(asleep.rowCount).toBe(0);
    const tasks = await target.owner.query("select 1 from job_tasks");
    expect(tasks.rowCount).toBeGreaterThan(0);
  });
});
