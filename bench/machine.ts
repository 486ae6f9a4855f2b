import { chmod, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "@headwater/platform/database/sql.ts";
import { inTransaction, type Transaction } from "@headwater/platform/database/transaction.ts";
import { removeFolder } from "@headwater/platform/testing/remove-folder.ts";
import { openServices } from "@headwater/server/services.ts";
import type { Benchmark, Figure } from "./figure.ts";

type Owner = Awaited<ReturnType<typeof openServices>>["database"]["owner"];

const rows = 100_000;
const questions = 5000;
const many = 1_000_000;
/** What the machine did on which the bars were set: 2 cores, the same PostgreSQL and driver. */
const whenBarsWereSet = {
  "keys looked up, one after the other": 5069,
  "the same, prepared": 10_027,
  "rows of 5 columns by COPY": 508_000,
  "rows of 5 columns by unnest": 231_000,
  "rows counted and grouped by two keys": 1_131_000,
} as const;

/** What any program gets from this machine, to be read beside every other figure. */
export const benchmark: Benchmark = {
  name: "machine",
  about: "what this machine does by itself, beside the one on which the bars were set",
  async run(remark) {
    const folder = await mkdtemp(join(tmpdir(), "headwater-bench-"));
    // As root the database runs as nobody, who must be able to reach its folder.
    await chmod(folder, 0o711);
    const services = await openServices({
      environment: { HEADWATER_DATA: join(folder, "data"), HEADWATER_LOG_LEVEL: "error" },
    });
    try {
      return await measure(services.database.owner, remark);
    } finally {
      await services.close();
      await removeFolder(folder);
    }
  },
};

async function measure(owner: Owner, remark: (text: string) => void): Promise<Figure[]> {
  const figures: Figure[] = [];
  // The second time counts: the first warms.
  for (const isCounted of [false, true]) {
    remark(isCounted ? "the second time" : "the first time");
    for (const [name, work] of works(owner)) {
      const from = performance.now();
      const done = await work();
      const value = done / ((performance.now() - from) / 1000);
      const beside = { name: "when the bars were set", value: whenBarsWereSet[name] };
      if (isCounted) figures.push({ name, value, unit: "/s", beside });
    }
  }
  return figures;
}

type Name = keyof typeof whenBarsWereSet;

function works(owner: Owner): readonly (readonly [Name, () => Promise<number>])[] {
  const numbers = Array.from({ length: rows }, (_, n) => n);
  const columns = ["id", "practice", "word", "cents", "day"];
  return [
    [
      "rows of 5 columns by COPY",
      () =>
        inTransaction(owner, {}, async (transaction) => {
          await empty(transaction);
          const given = numbers.map((n) => [n, 1, `word ${n}`, n, "2026-01-01"]);
          return transaction.copyIn("sample_rows", columns, given);
        }),
    ],
    [
      "rows of 5 columns by unnest",
      () =>
        inTransaction(owner, {}, async (transaction) => {
          await empty(transaction);
          return transaction.execute(sql`
            insert into sample_rows select n, 1, word, n, '2026-01-01'
            from unnest(${numbers}::bigint[], ${numbers.map((n) => `word ${n}`)}::text[])
              as given (n, word)`);
        }),
    ],
    ["keys looked up, one after the other", () => inTransaction(owner, {}, lookUp)],
    ["the same, prepared", () => inTransaction(owner, { isPrepared: true }, lookUp)],
    [
      "rows counted and grouped by two keys",
      () =>
        inTransaction(owner, {}, async (transaction) => {
          await transaction.query(sql`
            select a, b, percentile_cont(0.5) within group (order by n)
            from (select n, n % 100 as a, n % 7 as b from generate_series(1, ${many}::int) n) given
            group by a, b`);
          return many;
        }),
    ],
  ];
}

async function empty(transaction: Transaction): Promise<void> {
  await transaction.execute(sql`drop table if exists sample_rows`);
  await transaction.execute(sql`
    create table sample_rows (id bigint primary key, practice bigint, word text, cents bigint, day date)`);
}

async function lookUp(transaction: Transaction): Promise<number> {
  for (let n = 0; n < questions; n += 1) {
    const id = (n * 7919) % rows;
    await transaction.query(
      sql`select id, practice, word, cents, day from sample_rows where id = ${id}`,
    );
  }
  return questions;
}
