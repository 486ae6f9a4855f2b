import type { PracticesTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { type Figure, type SourceName, sourceNames } from "./figure.ts";
import { figures } from "./figures.ts";
import { computedMeasures } from "./measures.ts";
import type { Breakdown } from "./report-answers.ts";
import type { ReportScope } from "./report-scope.query.ts";
import type { ReportSums, Sums } from "./report-sums.ts";
import { type Asked, sumFigures } from "./sum-figures.query.ts";

/**
 * The numbers of every figure, one statement for each source. A figure's numerator has its name;
 * `name.denominator`, `name.required`, `name.cents` and `name.rows` stand beside it.
 */
export async function sumReport(
  transaction: PracticesTransaction,
  scope: ReportScope,
  groupings: readonly (readonly Breakdown[])[],
): Promise<ReportSums> {
  const found = new Map<SourceName, readonly Sums[]>();
  for (const source of sourceNames) {
    if (source === "contractLine" && !scope.hasContracts) continue;
    const asked = askedOf(source);
    found.set(
      source,
      await sumFigures(transaction, { scope, source, asked, groupings: [[], ...groupings] }),
    );
  }
  const groups: ReportSums["groups"] = (source, by) =>
    (found.get(source) ?? []).filter((sums) => sums.by.join() === by.join());
  const wholes = new Map<string, number>();
  for (const source of found.keys()) {
    for (const [name, number] of groups(source, [])[0]?.numbers ?? []) {
      wholes.set(name, number ?? 0);
    }
  }
  return { groups, number: (name) => wholes.get(name) ?? 0 };
}

function askedOf(source: SourceName): Asked[] {
  const ofFigures = [...figures].filter(([, figure]) => figure.source === source);
  return ofFigures.flatMap(([name, figure]) => askedOfFigure(name, figure));
}

function askedOfFigure(name: string, figure: Figure): Asked[] {
  const { numerator, denominator, rowCount } = figure;
  const measure = computedMeasures.find((one) => one.name === name);
  return [
    measure?.computation === "median"
      ? { name, part: numerator, median: true }
      : { name, part: numerator },
    ...(denominator ? [{ name: `${name}.denominator`, part: denominator }] : []),
    ...(rowCount
      ? [{ name: `${name}.rows`, part: { where: numerator.where, value: rowCount } }]
      : []),
    ...(measure?.requires ? [{ name: `${name}.required`, part: measure.requires.part }] : []),
    ...(measure?.cents ? [{ name: `${name}.cents`, part: measure.cents }] : []),
  ];
}
