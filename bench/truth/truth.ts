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
import { defaultEnd, profileOf, simulate } from "@headwater/simulator";
import { writeSimulation } from "@headwater/simulator/live/write-simulation.ts";
import type { Benchmark, Figure } from "../figure.ts";
import { type Compared, type Comparison, compare } from "./compare.ts";
import { readBooks } from "./read-books.ts";
import { readTruth } from "./read-truth.ts";

const yearDays = 365;
const profilesCompared = ["industry", "well-run", "troubled"];

/** A simulated year through the product's own import, beside the truth. */
export const benchmark: Benchmark = {
  name: "truth",
  about:
    "a simulated year read by the product, compared with the truth: --claims=3000 --seed=7 --profile=industry,well-run,troubled",
  async run(remark) {
    const claims = Number(option("claims") ?? 3000);
    const seed = Number(option("seed") ?? 7);
    const folder = await mkdtemp(join(tmpdir(), "headwater-truth-"));
    // As root the database runs as nobody, who must be able to reach its folder.
    await chmod(folder, 0o711);
    const services = await openServices({
      environment: { HEADWATER_DATA: join(folder, "data"), HEADWATER_LOG_LEVEL: "error" },
    });
    const figures: Figure[] = [];
    try {
      for (const name of option("profile")?.split(",") ?? profilesCompared) {
        const found = await compareProfile(
          services.database,
          { name, seed, claims, folder },
          remark,
        );
        figures.push(...figuresOf(name, found));
        printStages(name, found);
        for (const claim of found.claimsPostedWrong.slice(0, 20)) remark(`posted wrong: ${claim}`);
      }
    } finally {
      await services.close();
      await removeFolder(folder);
    }
    return figures;
  },
};

function option(name: string): string | undefined {
  return process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
}

type Wanted = {
  readonly name: string;
  readonly seed: number;
  readonly claims: number;
  readonly folder: string;
};

async function compareProfile(
  database: Database,
  { name, seed, claims, folder }: Wanted,
  remark: (text: string) => void,
): Promise<Comparison> {
  const profile = profileOf(name);
  if (profile === undefined) throw new Error(`There is no profile ${name}.`);
  remark(`${name}: a year of ${claims.toLocaleString("en-US")} claims`);
  const options = { seed, profile, claims, end: defaultEnd, days: yearDays };
  const place = join(folder, name);
  const { files } = await writeSimulation(place, simulate(options));
  const wanted = { name, kind: "own-files" } as const;
  const made = await practiceNamed(database, wanted, { actor: "operator", random: systemRandom });
  if (made.is === "refused") throw new Error(made.code);
  const context = await readingContext(database, made.practice, { actor: "operator" });
  let read = 0;
  for await (const { verdict, file } of importPaths(context, [join(place, "files")])) {
    read += 1;
    if (verdict !== "read" && verdict !== "duplicate") remark(`${verdict}: ${file}`);
    if (read % 250 === 0) remark(`${name}: ${read} of ${files} files read`);
  }
  return compare(await readTruth(place), await readBooks(context, defaultEnd));
}

const percent = ({ part, whole }: Compared) => (whole === 0 ? Number.NaN : (100 * part) / whole);

function figuresOf(profile: string, found: Comparison): Figure[] {
  const figure = (name: string, value: number, shown: Pick<Figure, "unit" | "bar">): Figure => ({
    name: `${profile}: ${name}`,
    value,
    ...shown,
  });
  const share = (name: string, of: Compared) =>
    figure(`${name} (of ${of.whole.toLocaleString("en-US")})`, percent(of), { unit: "%" });
  return [
    share("claims on remittances matched right", found.answersMatched),
    figure("claims on remittances matched wrong", found.answersWronglyMatched, {
      unit: "",
      bar: "0",
    }),
    figure("claims compared", found.claimsCompared, { unit: "" }),
    figure("claims left out, a file under way at the end", found.claimsUnderWay, { unit: "" }),
    figure("claims missing", found.claimsMissing, { unit: "", bar: "0" }),
    figure("posting errors", found.postingErrorCents, { unit: "cents", bar: "0" }),
    share("first acceptance right", found.acceptanceRight),
    share("first outcome right", found.outcomeRight),
    share("stage of initial denials right", found.stageRight),
    share("settled lines with an expected amount", found.linesPriced),
    share("expected amounts right to the cent", found.linesPricedRight),
    figure("error of expected amounts", percent(found.expectedErrorCents), {
      unit: "% of their sum",
    }),
    share("underpaid lines found", found.underpaymentsFound),
    share("lines named underpaid that are not", found.underpaymentsFalse),
    share("takebacks tied to their claim", found.takebacksTied),
    share("days on which money arrived right", found.arrivalDaysRight),
  ];
}

const stages = ["front-end", "mid-cycle", "back-end", "payer", "none"];

/** The confusion table: rows are true stages, columns what the product names. */
function printStages(profile: string, found: Comparison): void {
  const cells = (row: readonly (string | number)[]) =>
    row
      .map((cell, at) => (at === 0 ? String(cell).padEnd(34) : String(cell).padStart(11)))
      .join("");
  console.log(`  ${cells([`${profile}: denials by stage, true below`, ...stages])}`);
  for (const meant of stages) {
    const row = found.stages.get(meant);
    if (row !== undefined) {
      console.log(`  ${cells([`  ${meant}`, ...stages.map((named) => row.get(named) ?? 0)])}`);
    }
  }
}
