import { spawnSync } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { backup } from "/work/main/packages/platform/src/backup/backup.ts";
import { restore } from "/work/main/packages/platform/src/backup/restore.ts";
import { systemClock } from "/work/main/packages/platform/src/clock/clock.ts";
import { openDatabase } from "/work/main/packages/platform/src/database/connect.ts";
import { useEmbeddedServer } from "/work/main/packages/platform/src/database/embedded-server.ts";
import { migrate } from "/work/main/packages/platform/src/database/migrate.ts";
import { postgresDocumentStore } from "/work/main/packages/platform/src/documents/postgres-document-store.ts";
import { systemRandom } from "/work/main/packages/platform/src/random/random.ts";
import { withPractice } from "/work/main/packages/platform/src/tenancy/with-practices.ts";

const folder = await mkdtemp("/tmp/zz-external-");
await chmod(folder, 0o711);
const server = await useEmbeddedServer({
  dataFolder: folder + "/a",
  packageName: "postgres-15",
  settings: { fsync: "off" },
});
try {
  const r = spawnSync(
    "npx",
    [
      "vitest",
      "run",
      "packages/platform/src/tenancy",
      "packages/platform/src/database/schema",
      "packages/platform/src/outbox",
    ],
    {
      env: { ...process.env, HEADWATER_TEST_DATABASE_URL: server.url("postgres") },
      encoding: "utf8",
    },
  );
  console.log(r.stdout.split("\n").slice(-9).join("\n"));
} finally {
  await server.release();
}
let t = performance.now();
const mark = (name: string) => {
  const n = performance.now();
  console.log(name, Math.round(n - t), "ms");
  t = n;
};
const database = await openDatabase({ embedded: { dataFolder: folder + "/b" } });
mark("open new");
await migrate(database);
mark("migrate");
await database.owner.query(
  "insert into practices (practice_id, public_id, name) values (1, gen_random_uuid(), 'One')",
);
const store = postgresDocumentStore(database, systemRandom);
const line = Buffer.from(
  Array.from(
    { length: 20000 },
    (_, i) =>
      `CLP*PATIENT${i}*1*${i % 977}*${i % 83}*20*12*${i * 7919}~\nNM1*QC*1*DOE${i}*JANE****MI*X${i * 31}~\n`,
  ).join(""),
);
async function* source() {
  for (let i = 0; i < 200e6; i += line.length) yield line;
}
t = performance.now();
const put = await store.put({ practiceId: 1, actor: "x" }, source(), { name: "a", mediaType: "b" });
mark("put 200 MB document");
if (put.kind === "stored") {
  for await (const p of store.read({ practiceId: 1, actor: "x" }, put.document.documentId)) void p;
  mark("read 200 MB document");
  for await (const p of store.read({ practiceId: 1, actor: "x" }, put.document.documentId, {
    from: 150e6,
    to: 150e6 + 1000,
  }))
    void p;
  mark("range of it");
}
await withPractice(database, { practiceId: 1, actor: "x" }, (tx) =>
  tx.bulkInsert({
    table: "events",
    columns: ["practice_id", "kind", "subject_kind", "subject_id", "actor"],
    rows: (function* () {
      for (let i = 0; i < 500_000; i++) yield [1, "claim.charged", "claim", i, "operator"];
    })(),
  }),
);
mark("bulk 500k events");
console.log(
  await backup({
    owner: database.owner,
    clock: systemClock,
    file: folder + "/backup",
    passphrase: "x",
  }),
);
mark("backup");
const target = await openDatabase({ embedded: { dataFolder: folder + "/c" } });
await migrate(target);
mark("open+migrate new");
await restore({ owner: target.owner, file: folder + "/backup", passphrase: "x" });
mark("restore");
console.log(
  "rss MB",
  Math.round(process.memoryUsage().rss / 1e6),
  "max",
  Math.round(process.resourceUsage().maxRSS / 1e3),
);
await target.close();
await database.close();
mark("close");
const again = await openDatabase({ embedded: { dataFolder: folder + "/b" } });
await migrate(again);
mark("second start: open + migrate");
await again.close();
await rm(folder, { recursive: true });
