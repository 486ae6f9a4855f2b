import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import {
  inPractice,
  type ReadingContext,
} from "@headwater/revenue-cycle/back-end/file/reading-context.command.ts";
import {
  importBytes,
  testContext,
} from "@headwater/revenue-cycle/back-end/file/testing/import-texts.ts";
import {
  computeReport,
  measuresOf,
} from "@headwater/revenue-cycle/strategy/kpi/compute-measures.query.ts";
import { openReportScope } from "@headwater/revenue-cycle/strategy/kpi/report-scope.query.ts";
import { type Cell, cellDeltas } from "@headwater/revenue-cycle/strategy/rollup/cell.ts";
import {
  cellScope,
  countSets,
} from "@headwater/revenue-cycle/strategy/rollup/count-cells.query.ts";
import {
  foldRollups,
  foldSome,
  rebuildRollups,
} from "@headwater/revenue-cycle/strategy/rollup/fold-rollups.command.ts";
import { storedCells } from "@headwater/revenue-cycle/strategy/rollup/rollup.store.ts";
import { sumRollups } from "@headwater/revenue-cycle/strategy/rollup/rollup-measures.query.ts";
import { defaultEnd, profileOf } from "@headwater/simulator";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { inFewFiles } from "./few-files.ts";
import { readSimulation } from "./read-simulation.ts";

let database: TestDatabase;
let practices = 0;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const byName = (cells: readonly Cell[]) =>
  cells
    .filter(([, , , , , , numbers]) => numbers.some((one) => one !== 0))
    .map((cell) => JSON.stringify(cell))
    .sort();

/** The roll-ups beside a count of every row, and the measures made of them beside the report's. */
async function compare(context: ReadingContext) {
  const { practiceId } = context.practice;
  await foldRollups(database, { practiceId, actor: "test" });
  await inPractice(context, async (transaction) => {
    const scope = await cellScope(transaction, practiceId);
    const direct: Cell[] = [];
    for (const axis of ["claim", "encounter"] as const) {
      for (const cells of (await countSets(transaction, scope, axis)).values()) {
        direct.push(...cells);
      }
    }
    const stored = await storedCells(transaction, practiceId);
    expect(byName(stored)).toEqual(byName(cellDeltas([], direct)));
    for (const by of [undefined, "payer", "provider", "facility"] as const) {
      const report = await openReportScope(transaction, practiceId, undefined);
      const end = report.asOf;
      const periods = [{ id: "all", first: "", last: "", end }];
      const sums = (
        await sumRollups(transaction, practiceId, {
          periods,
          splits: by ? ["", by] : [""],
        })
      ).get("all");
      if (sums === undefined) throw new Error("no sums");
      const rolled = measuresOf(report, sums, by);
      const computed = await computeReport(transaction, practiceId, { by });
      const shown = (measures: typeof computed) =>
        measures
          .filter(
            ({ measure, by: split }) =>
              measure !== "leakage" &&
              measure !== "unexplainedCash" &&
              (split === null || split === by),
          )
          .map(({ measure, key, value, numerator, denominator, cents }) => [
            measure,
            key,
            value,
            numerator,
            denominator,
            cents,
          ])
          .map((one) => JSON.stringify(one))
          .sort();
      expect(shown(rolled)).toEqual(shown(computed));
    }
  });
}

it("equal a count of every row after any files in any order, folded at any time", async () => {
  const profile = profileOf("troubled");
  if (profile === undefined) throw new Error("There is no profile troubled.");
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 50 }),
      fc.infiniteStream(fc.nat({ max: 1000 })),
      async (seed, choices) => {
        practices += 1;
        const options = { seed, claims: 60, end: defaultEnd, days: 100, profile };
        const files = [...inFewFiles(readSimulation(options).files)];
        const context = await testContext(database, `Practice ${practices}`);
        const next = () => choices.next().value ?? 0;
        while (files.length > 0) {
          const [file] = files.splice(next() % Math.min(files.length, 4), 1);
          if (file === undefined) break;
          await importBytes(context, file.path, file.text);
          if (next() % 3 === 0) await inPractice(context, foldSome);
        }
        await compare(context);
      },
    ),
    { numRuns: 3, seed: Number(process.env.HEADWATER_SEED ?? 280) },
  );
}, 600_000);

it("are the same when they are built again", async () => {
  const context = await testContext(database, "Practice 1");
  const { practiceId } = context.practice;
  const read = () => inPractice(context, (transaction) => storedCells(transaction, practiceId));
  const before = await read();
  expect(before.length).toBeGreaterThan(500);
  await rebuildRollups(database, { practiceId, actor: "test" });
  expect(byName(await read())).toEqual(byName(before));
}, 120_000);
