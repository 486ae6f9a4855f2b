import { chmod, mkdtemp } from "node:fs/promises";
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
import { practiceNamed } from "@headwater/revenue-cycle/books/account/create-practice.command.ts";
import { openServices } from "@headwater/server/services.ts";
import { defaultEnd, profileOf, simulate } from "@headwater/simulator";
import { writeSimulation } from "@headwater/simulator/live/write-simulation.ts";
import type { Benchmark, Figure } from "./figure.ts";
import { compare } from "./truth/compare.ts";
import { readBooks } from "./truth/read-books.ts";
import { readTruth } from "./truth/read-truth.ts";

const yearDays = 365;
const [claims, seed] = [numberOption("claims") ?? 1000, numberOption("seed") ?? 11];

function numberOption(name: string): number | undefined {
  const given = process.argv.find((word) => word.startsWith(`--${name}=`));
  return given === undefined ? undefined : Number(given.slice(name.length + 3));
}

/** How many claims of a simulated year's remittances post without anybody, and whether any posts wrong. */
export const benchmark: Benchmark = {
  name: "unattended",
  about:
    "claims of a simulated year's remittances that post with no person: --claims=1000 --seed=11",
  async run(remark) {
    const folder = await mkdtemp(join(tmpdir(), "headwater-bench-"));
    await chmod(folder, 0o711);
    const services = await openServices({
      environment: { HEADWATER_DATA: join(folder, "data"), HEADWATER_LOG_LEVEL: "error" },
    });
    try {
      const profile = profileOf("industry");
      if (profile === undefined) throw new Error("There is no profile industry.");
      remark(`a year of ${claims} claims`);
      const options = { seed, profile, claims, end: defaultEnd, days: yearDays };
      const { files } = await writeSimulation(folder, simulate(options));
      const wanted = { name: "Bench", kind: "own-files" } as const;
      const by = { actor: "operator", random: systemRandom };
      const made = await practiceNamed(services.database, wanted, by);
      if (made.is === "refused") throw new Error(made.code);
      const context = await readingContext(services.database, made.practice, { actor: "operator" });
      remark(`reading ${files} files`);
      for await (const _ of importPaths(context, [join(folder, "files")]));
      const found = compare(await readTruth(folder), await readBooks(context, defaultEnd));
      for (const claim of found.claimsPostedWrong.slice(0, 20)) remark(`posted wrong: ${claim}`);
      return [
        ...(await shareFigures(context)),
        {
          name: "claims posted wrong",
          value: found.claimsPostedWrong.length,
          unit: "claims",
          bar: "0",
        },
      ];
    } finally {
      await services.close();
      await removeFolder(folder);
    }
  },
};

/** Work that a person must do before or after a claim of a remittance stands where it belongs. */
const postingWork = [
  "remittance-claim-unmatched",
  "remittance-claim-uncertain",
  "unmatched-reversal",
  "second-payment",
  "adjustment-held",
];

async function shareFigures(context: ReadingContext): Promise<Figure[]> {
  const row = await inPractice(context, (transaction) =>
    transaction.one<{ answered: number; kept: number; worked: number; levels: number }>(sql`
      select
        (select count(*) from remittance_claims rc join remittances m using (practice_id, remittance_id)
          where rc.practice_id = ${transaction.practiceId} and m.verdict <> 'duplicate') as answered,
        (select count(*) from remittance_claims rc join remittances m using (practice_id, remittance_id)
          where rc.practice_id = ${transaction.practiceId}
            and m.verdict in ('held', 'quarantined')) as kept,
        (select count(*) from work_items where practice_id = ${transaction.practiceId}
          and state = 'open' and kind = any (${postingWork}::text[])) as worked,
        (select count(*) from work_items where practice_id = ${transaction.practiceId}
          and state = 'open' and kind = 'provider-adjustment') as levels`),
  );
  const alone = row.answered - row.kept - row.worked;
  return [
    {
      name: `posted with no person (of ${row.answered.toLocaleString("en-US")} claims)`,
      value: (100 * alone) / row.answered,
      unit: "%",
      bar: "at least 97",
    },
    { name: "in remittances held or out of balance", value: row.kept, unit: "claims" },
    { name: "posted, with something to look at", value: row.worked, unit: "claims" },
    { name: "provider adjustments to look at", value: row.levels, unit: "items" },
  ];
}
