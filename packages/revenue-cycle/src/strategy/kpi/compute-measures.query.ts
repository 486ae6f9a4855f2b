import type { PracticesTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { countWhere, type Figure, type SourceName, sourceNames } from "./figure.ts";
import { type LeakageStep, leakageFormula, leakageSteps } from "./leakage.ts";
import { measureValue } from "./measure-value.ts";
import {
  type ComputedMeasure,
  computedMeasures,
  type UnmeasuredMeasure,
  unmeasuredMeasures,
} from "./measures.ts";
import type { Breakdown, MeasureAnswer } from "./report-answers.ts";
import { openReportScope, type ReportScope } from "./report-scope.query.ts";
import { type Asked, type Sums, sumFigures } from "./sum-figures.query.ts";

export type ReportQuestion = {
  /** The cut-off; the newest date in the files if absent. */
  readonly asOf?: string | undefined;
  /** Adds every measure split by this, where it can be. */
  readonly by?: Breakdown | undefined;
};

/** All measures of `headwater report`, whole and split, in the order of the report. */
export async function computeReport(
  transaction: PracticesTransaction,
  practiceId: number,
  question: ReportQuestion,
): Promise<MeasureAnswer[]> {
  const scope = await openReportScope(transaction, practiceId, question.asOf);
  return computeMeasures(transaction, scope, question.by);
}

/** The measures of an open scope. */
export async function computeMeasures(
  transaction: PracticesTransaction,
  scope: ReportScope,
  by: Breakdown | undefined,
): Promise<MeasureAnswer[]> {
  const wholes = await sumsBySource(transaction, scope, []);
  const stages = await sumsBySource(transaction, scope, ["stage"]);
  const groups = by === "stage" ? stages : by && (await sumsBySource(transaction, scope, [by]));
  const measures = computedMeasures.flatMap((measure) => {
    const whole = wholes.get(measure.source)?.[0];
    const answers = [answer(scope, measure, { sums: whole, whole })];
    if (by && measure.dimensions.includes(by)) {
      for (const sums of groups?.get(measure.source) ?? []) {
        if (counts(measure, sums)) answers.push(answer(scope, measure, { sums, whole, by }));
      }
    }
    return answers;
  });
  return [
    ...unmeasuredMeasures.map((measure) => unmeasured(scope, measure)),
    ...measures,
    ...leakage(scope, wholes),
    ...leakageByStage(scope, wholes, stages),
    ...(by && by !== "stage" ? leakageBy(scope, by, groups) : []),
  ];
}

type SumsOfSources = ReadonlyMap<SourceName, readonly Sums[]>;

async function sumsBySource(
  transaction: PracticesTransaction,
  scope: ReportScope,
  by: readonly Breakdown[],
): Promise<SumsOfSources> {
  const found = new Map<SourceName, readonly Sums[]>();
  for (const source of sourceNames) {
    if (source === "contractLine" && !scope.hasContracts) continue;
    const asked = askedOf(source, by);
    if (asked.length > 0)
      found.set(source, await sumFigures(transaction, { scope, source, asked, by }));
  }
  return found;
}

function askedOf(source: SourceName, by: readonly Breakdown[]): Asked[] {
  const fits = (figure: Figure) =>
    figure.source === source && by.every((dimension) => figure.dimensions.includes(dimension));
  const ofMeasures = computedMeasures.filter(fits).flatMap((measure): Asked[] => [
    {
      name: measure.name,
      part: measure.numerator,
      aggregate: measure.computation === "median" ? "median" : "sum",
    },
    ...(measure.denominator
      ? [{ name: `${measure.name}.denominator`, part: measure.denominator }]
      : []),
    ...(measure.requires
      ? [{ name: `${measure.name}.required`, part: countWhere(measure.requires.part.where) }]
      : []),
    ...(measure.cents ? [{ name: `${measure.name}.cents`, part: measure.cents }] : []),
  ]);
  const ofLeakage = leakageSteps.flatMap((step): Asked[] =>
    "figure" in step && fits(step.figure)
      ? [{ name: `leakage:${step.step}`, part: step.figure.numerator }]
      : [],
  );
  return [...ofMeasures, ...ofLeakage];
}

/** Whether a group has a row of the measure: one without is not shown at all. */
function counts(measure: ComputedMeasure, sums: Sums): boolean {
  const numerator = sums.numbers.get(measure.name) ?? 0;
  return numerator !== 0 || (sums.numbers.get(`${measure.name}.denominator`) ?? 0) !== 0;
}

type Grouped = {
  readonly sums: Sums | undefined;
  readonly whole: Sums | undefined;
  readonly by?: Breakdown;
};

function answer(scope: ReportScope, measure: ComputedMeasure, grouped: Grouped): MeasureAnswer {
  const { sums, whole, by } = grouped;
  // A group of denials has no claims of its own to be a share of: its denominator is the whole.
  const base = by === undefined || by === "payer" ? sums : whole;
  const number = (from: Sums | undefined, name: string) => from?.numbers.get(name) ?? null;
  const { missing, ...value } = measureValue(measure, {
    numerator: number(sums, measure.name),
    denominator: number(base, `${measure.name}.denominator`),
    required: measure.requires ? (number(base, `${measure.name}.required`) ?? 0) : undefined,
  });
  const key = by === undefined ? null : (sums?.keys[0] ?? "");
  return {
    ...described(scope, measure),
    by: by ?? null,
    key,
    label: by === "payer" ? (sums?.payer ?? null) : key,
    ...value,
    why: missing ?? null,
    remark: value.value === null ? null : remarkOf(measure, sums),
    cents: measure.cents ? number(sums, `${measure.name}.cents`) : null,
    figure: measure.requiresContracts && !scope.hasContracts ? null : measure.name,
  };
}

function described(scope: ReportScope, measure: ComputedMeasure | UnmeasuredMeasure) {
  const { name, unit, formula, dateBasis, target } = measure;
  return { measure: name, asOf: scope.asOf, unit, formula, dateBasis, target };
}

function remarkOf(measure: ComputedMeasure, sums: Sums | undefined): string | null {
  const answered = sums?.numbers.get("firstPassAcceptance.required") ?? 0;
  const submitted = sums?.numbers.get("firstPassAcceptance.denominator") ?? 0;
  if (measure.name === "firstPassAcceptance" && answered < submitted) {
    return `${submitted - answered} of ${submitted} claims have no answer in the files and count as not accepted`;
  }
  const payments = sums?.numbers.get("netCollectionRate") ?? 0;
  const expected = sums?.numbers.get("netCollectionRate.denominator") ?? 0;
  if (measure.name === "netCollectionRate" && payments > expected) {
    return "above 100 %: overpayments not yet refunded, or files that are missing";
  }
  return null;
}

function unmeasured(scope: ReportScope, measure: UnmeasuredMeasure): MeasureAnswer {
  return {
    ...described(scope, measure),
    ...whole,
    value: null,
    why: measure.missing,
    figure: null,
  };
}

const whole = {
  by: null,
  key: null,
  label: null,
  numerator: null,
  denominator: null,
  remark: null,
  cents: null,
} as const;

const leakageDescription = {
  measure: "leakage",
  unit: "cents",
  formula: leakageFormula,
  dateBasis: "balance at the as-of date",
  target: null,
} as const;

/** The sum of all known steps, then every step; one without its inputs says why. */
function leakage(scope: ReportScope, wholes: SumsOfSources): MeasureAnswer[] {
  const steps = leakageSteps.map((step) => leakageStep(scope, step, wholes));
  const known = steps.filter((step) => step.value !== null);
  const unknown = steps.filter((step) => step.value === null).map((step) => step.key);
  const sum = known.reduce((all, step) => all + (step.value ?? 0), 0);
  return [
    {
      ...leakageDescription,
      ...whole,
      asOf: scope.asOf,
      value: sum,
      numerator: sum,
      why: null,
      remark: unknown.length > 0 ? `not measured: ${unknown.join(", ")}` : null,
      figure: null,
    },
    ...steps,
  ];
}

function leakageStep(scope: ReportScope, step: LeakageStep, wholes: SumsOfSources): MeasureAnswer {
  const name = `leakage:${step.step}`;
  const value =
    "figure" in step ? (wholes.get(step.figure.source)?.[0]?.numbers.get(name) ?? null) : null;
  const noContract = computedMeasures.find((measure) => measure.requiresContracts)?.missing;
  const missing = "missing" in step ? step.missing : (noContract ?? null);
  return {
    ...leakageDescription,
    ...whole,
    asOf: scope.asOf,
    by: "step",
    key: step.step,
    label: step.step,
    value,
    numerator: value,
    why: value === null ? missing : null,
    figure: value === null ? null : name,
  };
}

type KeyedCents = Map<string, { label: string; cents: number }>;

function addCents(sums: KeyedCents, key: string, added: { label: string; cents: number }): void {
  if (added.cents === 0) return;
  const cents = (sums.get(key)?.cents ?? 0) + added.cents;
  sums.set(key, { label: added.label, cents });
}

function addGroups(sums: KeyedCents, step: LeakageStep, groups: SumsOfSources): void {
  if (!("figure" in step)) return;
  for (const group of groups.get(step.figure.source) ?? []) {
    const cents = group.numbers.get(`leakage:${step.step}`) ?? 0;
    const key = group.keys[0] ?? "";
    addCents(sums, key, { label: group.payer ?? key, cents });
  }
}

/** Every known step under the stage where its cause lies; the stages sum to the whole. */
function leakageByStage(
  scope: ReportScope,
  wholes: SumsOfSources,
  stages: SumsOfSources,
): MeasureAnswer[] {
  const sums: KeyedCents = new Map();
  for (const step of leakageSteps) {
    if (!("figure" in step)) continue;
    if (step.stage === "denial") addGroups(sums, step, stages);
    else {
      const cents = wholes.get(step.figure.source)?.[0]?.numbers.get(`leakage:${step.step}`) ?? 0;
      addCents(sums, step.stage, { label: step.stage, cents });
    }
  }
  return leakageAnswers(scope, "stage", sums);
}

/** Leakage by payer, or by the category or code of the denial that caused it. */
function leakageBy(
  scope: ReportScope,
  by: Breakdown,
  groups: SumsOfSources | undefined,
): MeasureAnswer[] {
  const sums: KeyedCents = new Map();
  for (const step of leakageSteps) {
    if (groups && "figure" in step && step.figure.dimensions.includes(by)) {
      addGroups(sums, step, groups);
    }
  }
  return leakageAnswers(scope, by, sums);
}

function leakageAnswers(scope: ReportScope, by: Breakdown, sums: KeyedCents): MeasureAnswer[] {
  return [...sums].map(([key, { label, cents }]) => ({
    ...leakageDescription,
    ...whole,
    asOf: scope.asOf,
    by,
    key,
    label: by === "payer" ? label : key,
    value: cents,
    numerator: cents,
    why: null,
    figure: null,
  }));
}
