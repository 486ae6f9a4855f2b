import { chmod, mkdir, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "@headwater/platform/database/sql.ts";
import { systemRandom } from "@headwater/platform/random/random.ts";
import { removeFolder } from "@headwater/platform/testing/remove-folder.ts";
import { importPaths } from "@headwater/revenue-cycle/back-end/file/import-paths.command.ts";
import {
  inPractice,
  type ReadingContext,
  readingContext,
} from "@headwater/revenue-cycle/back-end/file/reading-context.command.ts";
import { createPractice } from "@headwater/revenue-cycle/books/account/create-practice.command.ts";
import { listAccounts } from "@headwater/revenue-cycle/books/account/list-accounts.query.ts";
import { verifyLedger } from "@headwater/revenue-cycle/books/account/verify-ledger.query.ts";
import { openServices, type Services } from "@headwater/server/services.ts";
import type { Benchmark, Figure } from "./figure.ts";
import { generateFiles } from "./generate-files.ts";

const workers = 16;
const claimsPerWorker = 300;

/** Posts with 16 workers at once into the accounts of one practice, some files twice, and compares with one worker. */
export const benchmark: Benchmark = {
  name: "hot-accounts",
  about: `${workers} workers posting at once into the same accounts, every remittance handed in twice`,
  async run(remark) {
    const folder = await mkdtemp(join(tmpdir(), "headwater-bench-"));
    await chmod(folder, 0o711);
    const services = await openServices({
      environment: {
        HEADWATER_DATA: join(folder, "data"),
        HEADWATER_LOG_LEVEL: "error",
        HEADWATER_POOL_SIZE: String(workers * 2),
      },
    });
    try {
      const files = await makeFiles(folder);
      const calm = await practiceOf(services, "calm");
      remark("one worker, everything once");
      for await (const _ of importPaths(calm, files.flat()));
      const hot = await practiceOf(services, "hot");
      remark(`${workers} workers, every remittance twice`);
      const before = await deadlocks(services);
      await Promise.all(files.map((_, worker) => importAsWorker(hot, files, worker)));
      const found = (await deadlocks(services)) - before;
      return await figuresOf({ calm, hot, deadlocks: found, files: files.flat().length });
    } finally {
      await services.close();
      await removeFolder(folder);
    }
  },
};

async function makeFiles(folder: string): Promise<(readonly [string, string])[]> {
  const files: (readonly [string, string])[] = [];
  for (let worker = 0; worker < workers; worker += 1) {
    const own = join(folder, `worker-${worker}`);
    await mkdir(own);
    const options = { seed: worker + 1, claims: claimsPerWorker, claimsPerSet: 50 };
    const made = await generateFiles(own, options);
    files.push([made.claims, made.remittances]);
  }
  return files;
}

async function practiceOf(services: Services, name: string): Promise<ReadingContext> {
  const wanted = { name, kind: "practice" } as const;
  const by = { actor: "operator", random: systemRandom };
  const made = await createPractice(services.database, wanted, by);
  if (made.is === "refused") throw new Error(made.code);
  return readingContext(services.database, made.practice, { actor: "operator" });
}

/** A worker hands in its own claims and remittances, and the remittances of the worker before it once more. */
async function importAsWorker(
  context: ReadingContext,
  files: readonly (readonly [string, string])[],
  worker: number,
): Promise<void> {
  const [claims = "", remittances = ""] = files[worker] ?? [];
  const [, other = ""] = files[(worker + workers - 1) % workers] ?? [];
  for await (const _ of importPaths(context, [claims, other, remittances]));
}

async function deadlocks({ database }: Services): Promise<number> {
  const { rows } = await database.owner.query<{ deadlocks: string }>(
    "select deadlocks from pg_stat_database where datname = current_database()",
  );
  return Number(rows[0]?.deadlocks ?? 0);
}

async function figuresOf(found: {
  readonly calm: ReadingContext;
  readonly hot: ReadingContext;
  readonly deadlocks: number;
  readonly files: number;
}): Promise<Figure[]> {
  const [calm, hot] = [await factsOf(found.calm), await factsOf(found.hot)];
  const kinds = new Set([...calm.accounts.keys(), ...hot.accounts.keys()]);
  const apart = [...kinds].filter((kind) => calm.accounts.get(kind) !== hot.accounts.get(kind));
  return [
    { name: "files", value: found.files, unit: "" },
    { name: "claims", value: hot.claims, unit: "", bar: String(calm.claims) },
    { name: "payments lost", value: Math.max(0, calm.posted - hot.posted), unit: "", bar: "0" },
    { name: "payments doubled", value: Math.max(0, hot.posted - calm.posted), unit: "", bar: "0" },
    { name: "payments posted", value: hot.posted, unit: "" },
    { name: "accounts that differ", value: apart.length, unit: "", bar: "0" },
    { name: "deadlocks, each retried", value: found.deadlocks, unit: "" },
    { name: "faults of ledger verify", value: hot.faults, unit: "", bar: "0" },
  ];
}

async function factsOf(context: ReadingContext) {
  return inPractice(context, async (transaction) => {
    const accounts = await listAccounts(transaction);
    const counts = await transaction.one<{ claims: number; posted: number }>(sql`
      select (select count(*) from claims where practice_id = ${transaction.practiceId}) as claims,
        (select count(*) from remittances where practice_id = ${transaction.practiceId}
          and verdict = 'posted') as posted`);
    const { faults } = await verifyLedger(transaction);
    const byKind = new Map<string, number>(accounts.map(({ kind, cents }) => [kind, cents]));
    return { ...counts, accounts: byKind, faults: faults.length };
  });
}
