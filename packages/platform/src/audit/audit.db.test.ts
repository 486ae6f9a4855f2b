import { appendFile, mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withNoPractice, withPractice } from "../tenancy/with-practices.ts";
import { removeFolder } from "../testing/remove-folder.ts";
import { createTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { type Anchor, fileAnchor } from "./anchor.ts";
import { auditLagSeconds } from "./audit-lag.ts";
import type { AuditScope } from "./audit-scope.ts";
import { auditScopes } from "./audit-scope.ts";
import { chainAudit, markRestored, waitingScopes } from "./chain-audit.ts";
import { recordAudit, recordSystemAudit } from "./record-audit.ts";
import { startChainer } from "./start-chainer.ts";
import { verifyAudit } from "./verify-audit.ts";

let database: TestDatabase;
let folder: string;
let anchor: Anchor;
let scope: AuditScope;
let practiceId = 0;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "headwater-anchor-"));
  anchor = fileAnchor(folder);
  practiceId += 1;
  await database.owner.query(
    "insert into practices (practice_id, public_id, name) values ($1, gen_random_uuid(), $2)",
    [practiceId, `Practice ${practiceId}`],
  );
  const found = (await auditScopes(database)).find(
    (each) => each.kind === "practice" && each.practiceId === practiceId,
  );
  if (!found) throw new Error("no scope");
  scope = found;
});
afterEach(() => removeFolder(folder));

async function write(count: number) {
  for (let index = 0; index < count; index += 1) {
    // Leaves a gap before each id, as rolled back transactions do.
    await database.owner.query(
      "select nextval(pg_get_serial_sequence('audit_entries', 'audit_entry_id'))",
    );
    await withPractice(database, { practiceId, actor: "test" }, (transaction) =>
      recordAudit(transaction, {
        actor: "user:1",
        action: "read",
        category: "claim",
        subjects: [{ kind: "claim", ids: [index] }],
        requestId: `r${index}`,
      }),
    );
  }
}

/** Eleven linked entries in batches of 3, 4 and 4, each batch anchored. */
async function writeChain() {
  for (const count of [3, 4, 4]) {
    await write(count);
    await chainAudit(database, scope, anchor);
  }
}

type Run = (statement: string, values?: unknown[]) => Promise<unknown>;

/** As a superuser whom no trigger and no foreign key stops. */
async function tamper(work: (run: Run) => Promise<unknown>) {
  const client = await database.owner.connect();
  try {
    await client.query("begin");
    await client.query("set local session_replication_role = replica");
    await work((statement, values = []) => client.query(statement, [practiceId, ...values]));
    await client.query("commit");
  } finally {
    client.release();
  }
}

/** Entry ids in the order of the chain; the first stands at index 1. */
async function linkedIds(): Promise<number[]> {
  const { rows } = await database.owner.query<{ id: number }>(
    "select audit_entry_id as id from audit_links where practice_id = $1 order by sequence",
    [practiceId],
  );
  return [0, ...rows.map((row) => row.id)];
}

const verify = () => verifyAudit(database, scope, anchor);

test("an untouched chain is whole, with and without waiting entries", async () => {
  expect(await verify()).toMatchObject({ entries: 0, firstBad: null, reason: null });
  await writeChain();
  await write(2);
  expect(await verify()).toEqual({
    entries: 13,
    unchained: 2,
    firstBad: null,
    reason: null,
    restores: 0,
  });
});

test("the installation's own chain is linked and verified alike", async () => {
  await withNoPractice(database, { actor: "test" }, (transaction) =>
    recordSystemAudit(transaction, { actor: "nobody", action: "sign-in", category: "session" }),
  );
  const system = { kind: "system" } as const;
  expect(await chainAudit(database, system, anchor)).toBe(1);
  expect(await verifyAudit(database, system, anchor)).toMatchObject({ entries: 1, reason: null });
});

test("the application can neither change nor delete an entry or a link", async () => {
  await writeChain();
  for (const statement of [
    "update audit_entries set actor = 'x'",
    "delete from audit_entries",
    "truncate audit_entries cascade",
    "update audit_links set hash = ''",
    "delete from audit_links",
  ]) {
    await expect(database.application.query(statement)).rejects.toMatchObject({ code: "42501" });
    await expect(database.owner.query(statement)).rejects.toThrow("append-only");
  }
});

describe("tampering by a superuser is found at its place", () => {
  const entry = "practice_id = $1 and audit_entry_id = $2";
  const link = "practice_id = $1 and sequence = $2";
  interface Tampering {
    readonly reason: string;
    readonly firstBad: (n: number) => number;
    readonly act: (run: Run, n: number, ids: readonly number[]) => Promise<unknown>;
  }
  const same = (n: number) => n;
  const cases: Readonly<Record<string, Tampering>> = {
    edit: {
      reason: "entry-changed",
      firstBad: same,
      act: (run, n, ids) => run(`update audit_entries set actor = 'x' where ${entry}`, [ids[n]]),
    },
    "edit of a time by a microsecond": {
      reason: "entry-changed",
      firstBad: same,
      act: (run, n, ids) =>
        run(
          `update audit_entries set recorded_at = recorded_at + interval '1 microsecond' where ${entry}`,
          [ids[n]],
        ),
    },
    "edit of an entry with its hash": {
      reason: "entry-changed",
      firstBad: same,
      act: async (run, n, ids) => {
        await run(`update audit_entries set action = 'export' where ${entry}`, [ids[n]]);
        await run(`update audit_links set hash = repeat('a', 64) where ${link}`, [n]);
      },
    },
    "delete of an entry": {
      reason: "entry-missing",
      firstBad: same,
      act: (run, n, ids) => run(`delete from audit_entries where ${entry}`, [ids[n]]),
    },
    "delete of an entry and its link": {
      reason: "link-missing",
      firstBad: same,
      act: async (run, n, ids) => {
        await run(`delete from audit_entries where ${entry}`, [ids[n]]);
        await run(`delete from audit_links where ${link}`, [n]);
      },
    },
    "delete with the rest moved up": {
      reason: "entry-changed",
      firstBad: same,
      act: async (run, n, ids) => {
        await run(`delete from audit_entries where ${entry}`, [ids[n]]);
        await run(`delete from audit_links where ${link}`, [n]);
        await run(
          "update audit_links set sequence = sequence - 1000 where practice_id = $1 and sequence > $2",
          [n],
        );
        await run(
          "update audit_links set sequence = sequence + 999 where practice_id = $1 and sequence < 0",
        );
      },
    },
    "insert between two": {
      reason: "entry-inserted",
      firstBad: (n) => n + 1,
      act: (run, n, ids) =>
        run(
          `insert into audit_entries (practice_id, audit_entry_id, recorded_at, actor, action, category)
           select practice_id, audit_entry_id + 1, recorded_at, 'user:7', 'read', 'claim'
           from audit_entries where ${entry}`,
          [ids[n]],
        ),
    },
    reorder: {
      reason: "entry-changed",
      firstBad: same,
      act: async (run, n, ids) => {
        const point =
          "update audit_links set audit_entry_id = $3 where practice_id = $1 and sequence = $2";
        await run(point, [n, -1]);
        await run(point, [n + 1, ids[n]]);
        await run(point, [n, ids[n + 1]]);
      },
    },
    "cut of the tail": {
      reason: "tail-cut",
      firstBad: (n) => n + 1,
      act: async (run, n, ids) => {
        await run("delete from audit_links where practice_id = $1 and sequence > $2", [n]);
        await run("delete from audit_entries where practice_id = $1 and audit_entry_id > $2", [
          ids[n],
        ]);
      },
    },
  };
  test.each(Object.entries(cases))("%s", async (_name, { act, reason, firstBad }) => {
    await writeChain();
    const seed = Date.now() % 100_000;
    for (const position of fc.sample(fc.integer({ min: 1, max: 10 }), { numRuns: 1, seed })) {
      const ids = await linkedIds();
      await tamper((run) => act(run, position, ids));
      const verdict = await verify();
      expect({ seed, position, ...verdict }).toMatchObject({
        reason,
        firstBad: firstBad(position),
      });
    }
  });

  test("an entry put in with an old time is found before and after it is linked", async () => {
    await writeChain();
    await database.owner.query(
      `insert into audit_entries (practice_id, recorded_at, actor, action, category)
       values ($1, now() - interval '1 hour', 'user:7', 'read', 'claim')`,
      [practiceId],
    );
    expect(await verify()).toMatchObject({ reason: "entry-inserted", firstBad: 12 });
    await chainAudit(database, scope, anchor);
    expect(await verify()).toMatchObject({ reason: "entry-inserted", firstBad: 12 });
  });

  test("an entry cannot hide behind a link before the first", async () => {
    await writeChain();
    await tamper(async (run) => {
      await run(
        `insert into audit_entries (practice_id, audit_entry_id, actor, action, category)
         values ($1, -5, 'user:7', 'read', 'claim')`,
      );
      await run(
        `insert into audit_links (practice_id, sequence, audit_entry_id, chained_at, hash)
         values ($1, -1, -5, now(), repeat('a', 64))`,
      );
    });
    expect(await verify()).toMatchObject({ reason: "link-missing", firstBad: 1 });
  });

  test("an entry that waits for its link and is deleted leaves its place in the queue", async () => {
    await writeChain();
    await write(1);
    await tamper((run) =>
      run(
        `delete from audit_entries where practice_id = $1 and audit_entry_id =
         (select audit_entry_id from audit_unchained where practice_id = $1)`,
      ),
    );
    expect(await verify()).toMatchObject({ reason: "entry-missing", firstBad: 12 });
  });

  test("a chain computed anew after a cut is found by the anchor", async () => {
    await writeChain();
    const ids = await linkedIds();
    await tamper(async (run) => {
      await run("delete from audit_links where practice_id = $1 and sequence > 5");
      await run("delete from audit_entries where practice_id = $1 and audit_entry_id > $2", [
        ids[5],
      ]);
    });
    await write(9);
    await chainAudit(database, scope, fileAnchor(folder));
    expect(await verify()).toMatchObject({ reason: "anchor-mismatch", firstBad: 4 });
  });

  test("a chain that nothing outside vouches for is not trusted", async () => {
    await writeChain();
    await removeFolder(folder);
    expect(await verify()).toMatchObject({ reason: "anchor-missing", firstBad: 1 });
  });
});

test("a restored older state goes on under a marked anchor", async () => {
  await writeChain();
  const ids = await linkedIds();
  await tamper(async (run) => {
    await run("delete from audit_links where practice_id = $1 and sequence > 6");
    await run("delete from audit_entries where practice_id = $1 and audit_entry_id > $2", [ids[6]]);
  });
  expect(await verify()).toMatchObject({ reason: "tail-cut" });
  await markRestored(database.owner, anchor);
  expect(await verify()).toMatchObject({ reason: null, restores: 1 });
  await write(9);
  await chainAudit(database, scope, anchor);
  expect(await verify()).toMatchObject({ entries: 15, unchained: 0, reason: null, restores: 1 });
  await tamper((run) =>
    run("update audit_entries set actor = 'x' where practice_id = $1 and audit_entry_id = $2", [
      ids[2],
    ]),
  );
  expect(await verify()).toMatchObject({ reason: "entry-changed", firstBad: 2 });
});

test("a line that a crash cut short in the anchor does no harm", async () => {
  await writeChain();
  const path = join(folder, `${scope.kind === "practice" ? scope.publicId : ""}.jsonl`);
  await appendFile(path, '{"kind":"head","seq');
  expect(await verify()).toMatchObject({ reason: null });
  expect((await readFile(path, "utf8")).split("\n")).toHaveLength(4);
});

test("two chainers at once link every entry once", async () => {
  await write(30);
  await Promise.all([
    chainAudit(database, scope, anchor),
    chainAudit(database, scope, fileAnchor(folder)),
  ]);
  await chainAudit(database, scope, anchor);
  expect(await verify()).toMatchObject({ entries: 30, unchained: 0, reason: null });
});

test("the chainer links what waits and anchors a head that a crash left behind", async () => {
  await write(3);
  const losing: Anchor = { ...anchor, append: async () => undefined };
  await chainAudit(database, scope, losing);
  expect(await verify()).toMatchObject({ reason: "anchor-missing" });
  await write(1);
  expect(await waitingScopes(database)).toContainEqual(scope);
  const chainer = startChainer({ database, anchor, intervalMs: 5 });
  await chainer.stop();
  expect(await waitingScopes(database)).not.toContainEqual(scope);
  expect(await verify()).toMatchObject({ entries: 4, unchained: 0, reason: null });
});

test("a chain whose anchor fails is visited again, and keeps no other one waiting", async () => {
  const broken = scope.kind === "practice" ? scope.publicId : "";
  const other = { kind: "system" } as const;
  await write(2);
  await withNoPractice(database, { actor: "test" }, (transaction) =>
    recordSystemAudit(transaction, { actor: "nobody", action: "refuse", category: "session" }),
  );
  let failing = true;
  const failingAnchor: Anchor = {
    ...anchor,
    append: async (name, record) => {
      if (failing && name === broken) throw new Error("no space left");
      await anchor.append(name, record);
    },
  };
  const chainer = startChainer({ database, anchor: failingAnchor, intervalMs: 5 });
  await expect.poll(() => verifyAudit(database, other, anchor)).toMatchObject({ unchained: 0 });
  await expect.poll(verify).toMatchObject({ unchained: 0, reason: "anchor-missing" });
  failing = false;
  await expect.poll(verify).toMatchObject({ entries: 2, reason: null });
  await chainer.stop();
});

test("the lag is the age of the oldest entry that waits, over all chains", async () => {
  await startChainer({ database, anchor }).stop();
  expect(await auditLagSeconds(database)).toBe(0);
  await write(2);
  await tamper((run) =>
    run(`update audit_entries set recorded_at = recorded_at - interval '90 seconds'
         where practice_id = $1`),
  );
  expect(await auditLagSeconds(database)).toBeGreaterThanOrEqual(90);
  await startChainer({ database, anchor }).stop();
  expect(await auditLagSeconds(database)).toBe(0);
});
