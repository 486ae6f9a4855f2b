import {
  foldRollups,
  rebuildRollups,
} from "@headwater/revenue-cycle/strategy/rollup/fold-rollups.command.ts";
import { findKpis } from "@headwater/revenue-cycle/strategy/rollup/kpi.query.ts";
import { type KpiSplit, kpiSplits } from "@headwater/revenue-cycle/strategy/rollup/kpi-answers.ts";
import { type KpiPeriod, readPeriod } from "@headwater/revenue-cycle/strategy/rollup/kpi-period.ts";
import { type Command, InvalidArgumentError, Option } from "commander";
import { choosePractice, inAuditedPractice, withInstallation } from "../installation.ts";
import { createOutput } from "../output.ts";
import { measureLines, measureRecord } from "./show-report.ts";

type KpiOptions = {
  readonly period: KpiPeriod;
  readonly by?: KpiSplit;
  readonly trend?: boolean;
  readonly practice?: string;
  readonly json?: boolean;
};

/** `kpi show` and `kpi rebuild`: the measures from the roll-ups, and the roll-ups counted anew. */
export function addKpi(program: Command): void {
  const kpi = program
    .command("kpi")
    .description("measures by month, quarter or year, from the roll-ups");
  kpi
    .command("show", { isDefault: true })
    .description("the measures of a period; balances as of its last day")
    .addOption(
      new Option("--period <when>", "all, 2026, 2026-Q2, 2026-06 or 2026-01..2026-06")
        .argParser(period)
        .default({ first: "", last: "" }, "all"),
    )
    .addOption(new Option("--by <what>", "also split the measures").choices([...kpiSplits]))
    .option("--trend", "every measure of the last 24 months instead")
    .option("--practice <name>", "which practice, if there are several")
    .option("--json", "one object per measure")
    .action(showKpis);
  kpi
    .command("rebuild")
    .description("forgets the roll-ups and counts every row again")
    .option("--practice <name>", "which practice, if there are several")
    .option("--json", "one object")
    .action(async (options: Pick<KpiOptions, "practice" | "json">) => {
      const output = createOutput(options.json === true);
      await withInstallation(async ({ database }) => {
        const { practiceId } = await choosePractice(database, options.practice);
        const chunks = await rebuildRollups(database, { practiceId, actor: "operator" });
        output.record({ chunks });
        output.line(`${chunks} chunks of claims and visits were counted.`);
      });
    });
}

async function showKpis(options: KpiOptions): Promise<void> {
  const output = createOutput(options.json === true);
  await withInstallation(async ({ database }) => {
    const practice = await choosePractice(database, options.practice);
    const { practiceId } = practice;
    await foldRollups(database, { practiceId, actor: "operator" });
    const answer = await inAuditedPractice(database, practice, {
      audit: { action: "read", category: "report", details: { ...options.period } },
      work: (transaction) =>
        findKpis(transaction, { practiceId, period: options.period, by: options.by }),
    });
    if (options.trend === true) {
      for (const { measure, months } of answer.trend) {
        for (const month of months) output.record({ measure, ...month });
        output.line(`${measure}: ${months.map(({ value }) => value ?? "-").join(" ")}`);
      }
      return;
    }
    for (const measure of answer.measures) output.record(measureRecord(measure));
    for (const line of measureLines(answer.measures)) output.line(line);
  });
}

function period(text: string): KpiPeriod {
  const found = readPeriod(text);
  if (found === undefined)
    throw new InvalidArgumentError("A period is all, 2026, 2026-Q2, 2026-06 or 2026-01..2026-06.");
  return found;
}
