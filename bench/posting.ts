import { chmod, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "@headwater/platform/database/connect.ts";
import { systemRandom } from "@headwater/platform/random/random.ts";
import { removeFolder } from "@headwater/platform/testing/remove-folder.ts";
import { importPaths } from "@headwater/revenue-cycle/back-end/file/import-paths.command.ts";
import { readingContext } from "@headwater/revenue-cycle/back-end/file/reading-context.command.ts";
import { practiceNamed } from "@headwater/revenue-cycle/books/account/create-practice.command.ts";
import { openServices } from "@headwater/server/services.ts";
import type { Benchmark, Figure } from "./figure.ts";
import { generateFiles } from "./generate-files.ts";
import { peakMemoryMiB } from "./process-memory.ts";

const claims = 87_000;
const operator = "operator";

/** The rows that a file of each kind writes, by table. */
const written: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  claims: {
    patients: "true",
    patient_identities: "true",
    named_coverages: "true",
    claims: "true",
    service_lines: "true",
    claim_submissions: "true",
    receivables: "true",
    postings: "remittance_id is null",
    transfers: "posting_id in (select posting_id from postings where remittance_id is null)",
    events: "kind not like 'remittance%'",
  },
  remittances: {
    remittance_claims: "true",
    remittance_lines: "true",
    denials: "true",
    work_items: "true",
    postings: "remittance_id is not null",
    transfers: "posting_id in (select posting_id from postings where remittance_id is not null)",
    events: "kind like 'remittance%'",
  },
};

/** A 50 MB 837P and its 835, each beside a bare COPY of the rows it wrote, which no writer beats. */
export const benchmark: Benchmark = {
  name: "posting",
  about: `a 50 MB 837P and 835 of ${claims.toLocaleString("en-US")} claims, beside COPY of the same rows`,
  async run(remark) {
    const folder = await mkdtemp(join(tmpdir(), "headwater-bench-"));
    // As root the database runs as nobody, who must be able to reach its folder.
    await chmod(folder, 0o711);
    remark("writing the files");
    const files = await generateFiles(folder, { seed: 7, claims });
    const services = await openServices({
      environment: { HEADWATER_DATA: join(folder, "data"), HEADWATER_LOG_LEVEL: "error" },
    });
    const figures: Figure[] = [];
    try {
      const read = await importedSeconds(services.database, files, remark);
      for (const [name, tables] of Object.entries(written)) {
        remark(`copying the rows of the ${name}`);
        figures.push(
          ...compared(name, read[name] ?? 0, await copySeconds(services.database, tables)),
        );
      }
    } finally {
      await services.close();
    }
    await removeFolder(folder);
    const peak = peakMemoryMiB(process.pid) ?? 0;
    return [...figures, { name: "the Node process", value: peak, unit: "MiB", bar: "under 512" }];
  },
};

function compared(name: string, seconds: number, copied: number): Figure[] {
  return [
    {
      name: `${name}: read, matched, posted`,
      value: seconds,
      unit: "s",
      bar: name === "remittances" ? "60 or less" : "43.5 or less",
      beside: { name: "COPY of the same rows", value: copied },
    },
    { name: `${name}: times COPY`, value: seconds / copied, unit: "", bar: "at most 4" },
    { name: `${name}: claims`, value: claims / seconds, unit: "claims/s", bar: "at least 2000" },
  ];
}

async function importedSeconds(
  database: Database,
  files: Readonly<Record<string, string>>,
  remark: (text: string) => void,
): Promise<Record<string, number>> {
  const wanted = { name: "Bench", kind: "own-files" } as const;
  const made = await practiceNamed(database, wanted, { actor: operator, random: systemRandom });
  if (made.is === "refused") throw new Error(made.code);
  const context = await readingContext(database, made.practice, { actor: operator });
  const seconds: Record<string, number> = {};
  for (const [name, file] of Object.entries(files)) {
    remark(`importing the ${name}`);
    const from = performance.now();
    for await (const { verdict } of importPaths(context, [file]))
      if (verdict !== "read") throw new Error(`${name} came out ${verdict}`);
    seconds[name] = (performance.now() - from) / 1000;
  }
  return seconds;
}

/** How long COPY takes for rows of these tables, into twins with the same keys, indexes and checks. */
async function copySeconds(
  { owner }: Database,
  tables: Readonly<Record<string, string>>,
): Promise<number> {
  let seconds = 0;
  const { rows } = await owner.query<{ folder: string }>(
    "select current_setting('data_directory') as folder",
  );
  const file = join(rows[0]?.folder ?? "", "bench.copy");
  for (const [table, condition] of Object.entries(tables)) {
    await owner.query(`copy (select * from ${table} where ${condition}) to '${file}'`);
    await owner.query(`create table bench_twin (like ${table} including all)`);
    const from = performance.now();
    await owner.query(`copy bench_twin from '${file}'`);
    seconds += (performance.now() - from) / 1000;
    await owner.query("drop table bench_twin");
  }
  return seconds;
}
