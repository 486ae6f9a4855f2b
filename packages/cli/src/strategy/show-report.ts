import { computeReport } from "@headwater/revenue-cycle/strategy/kpi/compute-measures.query.ts";
import {
  type Breakdown,
  breakdowns,
  type MeasureAnswer,
} from "@headwater/revenue-cycle/strategy/kpi/report-answers.ts";
import { type Command, InvalidArgumentError, Option } from "commander";
import { choosePractice, inAuditedPractice, withInstallation } from "../installation.ts";
import { createOutput, dollars, tableLines } from "../output.ts";

type ReportOptions = {
  readonly asOf?: string;
  readonly by?: Breakdown;
  readonly practice?: string;
  readonly json?: boolean;
};

/** `report`: the measures, whole and split, as of a date. */
export function addShowReport(program: Command): void {
  program
    .command("report")
    .description("the measures; as of the newest date in the files unless a date is given")
    .option("--as-of <date>", "count what was known and effective by then, YYYY-MM-DD", civilDate)
    .addOption(new Option("--by <what>", "also split the measures").choices([...breakdowns]))
    .option("--practice <name>", "which practice, if there are several")
    .option("--json", "one object per measure")
    .action(async (options: ReportOptions) => {
      const output = createOutput(options.json === true);
      await withInstallation(async ({ database }) => {
        const practice = await choosePractice(database, options.practice);
        const { asOf, by } = options;
        const measures = await inAuditedPractice(database, practice, {
          audit: { action: "read", category: "report", details: { asOf: asOf ?? "newest" } },
          work: (transaction) => computeReport(transaction, practice.practiceId, { asOf, by }),
        });
        for (const measure of measures) output.record(measureRecord(measure));
        for (const line of measureLines(measures)) output.line(line);
      });
    });
}

/** The sentence and the code of why there is no value stand side by side. */
export function measureRecord({ why, ...measure }: MeasureAnswer): object {
  return why === null ? measure : { ...measure, why: why.text, whyCode: why.code };
}

/** A date as it must be typed; commander shows the message. */
function civilDate(text: string): string {
  const parsed = new Date(`${text}T00:00:00Z`);
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(parsed.getTime());
  if (!isDate || parsed.toISOString().slice(0, 10) !== text)
    throw new InvalidArgumentError("A date is written YYYY-MM-DD.");
  return text;
}

/** The measures as a table for people. */
export function measureLines(measures: readonly MeasureAnswer[]): string[] {
  const columns = [
    { title: "measure" },
    { title: "of" },
    { title: "value", right: true },
    { title: "out of" },
  ];
  const rows = measures.map((measure) => [
    measure.measure,
    measure.label ?? measure.key ?? "",
    measureText(measure),
    measure.value === null ? (measure.why?.text ?? "") : ratioText(measure),
  ]);
  return [`As of ${measures[0]?.asOf ?? "no date"}`, "", ...tableLines(columns, rows)];
}

function measureText(measure: MeasureAnswer): string {
  if (measure.value === null) return "not measurable";
  if (measure.unit === "share") return `${(measure.value * 100).toFixed(1)} %`;
  if (measure.unit === "cents") return dollars(measure.value);
  return measure.unit === "days" ? `${measure.value.toFixed(1)} days` : String(measure.value);
}

function ratioText(measure: MeasureAnswer): string {
  if (measure.unit !== "share") return "";
  return `${measure.numerator ?? ""} / ${measure.denominator ?? ""}`;
}
