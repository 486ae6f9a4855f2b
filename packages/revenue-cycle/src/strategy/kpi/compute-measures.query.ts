import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticesTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { ownDenominator } from "./figure.ts";
import { type LeakageStep, leakageFormula, leakageSteps } from "./leakage.ts";
import { measureValue } from "./measure-value.ts";
import {
  type ComputedMeasure,
  computedMeasures,
  type MissingInput,
  type UnmeasuredMeasure,
  unmeasuredMeasures,
} from "./measures.ts";
import type { Breakdown, MeasureAnswer } from "./report-answers.ts";
import { openReportScope, type ReportScope } from "./report-scope.query.ts";
import type { ReportSums, Sums } from "./report-sums.ts";
import { sumReport } from "./sum-report.query.ts";

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
  const groupings = question.by && question.by !== "stage" ? [[question.by]] : [];
  const sums = await sumReport(transaction, scope, [["stage"], ...groupings]);
  const measures = measuresOf(scope, sums, question.by);
  return question.by === "provider" ? withNames(transaction, practiceId, measures) : measures;
}

/** Measures by provider with the names of providers in place of their NPIs. */
export async function withNames(
  transaction: PracticesTransaction,
  practiceId: number,
  measures: readonly MeasureAnswer[],
): Promise<MeasureAnswer[]> {
  return named(measures, await providerNames(transaction, practiceId));
}

/** The names of a practice's providers by NPI. */
async function providerNames(
  transaction: PracticesTransaction,
  practiceId: number,
): Promise<ReadonlyMap<string, string>> {
  const rows = await transaction.query<{ npi: string; name: string }>(sql`
    select npi, concat_ws(', ', last_name, first_name) as name from providers
    where practice_id = ${practiceId} and npi is not null`);
  return new Map(rows.map(({ npi, name }) => [npi, name]));
}

function named(
  measures: readonly MeasureAnswer[],
  names: ReadonlyMap<string, string>,
): MeasureAnswer[] {
  return measures.map((measure) => ({
    ...measure,
    label: names.get(measure.key ?? "") ?? measure.label,
  }));
}

/** The measures of sums that hold the whole, the stages and what they are split by. */
export function measuresOf(
  scope: ReportScope,
  sums: ReportSums,
  by: Breakdown | undefined,
): MeasureAnswer[] {
  const measures = computedMeasures.flatMap((measure) => {
    const whole = sums.groups(measure.source, [])[0];
    const answers = [answer(scope, measure, { sums: whole, whole })];
    if (by && measure.dimensions.includes(by)) {
      for (const group of sums.groups(measure.source, [by])) {
        if (counts(measure, by, group))
          answers.push(answer(scope, measure, { sums: group, whole, by }));
      }
    }
    return answers;
  });
  return [
    ...unmeasuredMeasures.map((measure) => unmeasured(scope, measure)),
    ...measures,
    ...leakage(scope, sums),
    ...leakageByStage(scope, sums),
    ...(by && by !== "stage" ? leakageBy(scope, by, sums) : []),
  ];
}

/**
 * Whether a group is shown: it has a row of the measure. A group of denials has no denominator of its
 * own, so there the numerator decides.
 */
function counts(measure: ComputedMeasure, by: Breakdown, group: Sums): boolean {
  const has = (name: string) => (group.numbers.get(name) ?? 0) !== 0;
  return has(measure.name) || (ownDenominator.has(by) && has(`${measure.name}.denominator`));
}

type Grouped = {
  readonly sums: Sums | undefined;
  readonly whole: Sums | undefined;
  readonly by?: Breakdown;
};

function answer(scope: ReportScope, measure: ComputedMeasure, grouped: Grouped): MeasureAnswer {
  const { sums, whole, by } = grouped;
  // A group of denials has no claims of its own to be a share of: its denominator is the whole.
  const base = by === undefined || ownDenominator.has(by) ? sums : whole;
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

const nothingRead: MissingInput = {
  code: "NOTHING_READ",
  text: "No claim and no remittance was read yet. Import 837 and 835 files.",
};

/** The sum of all known steps, then every step; one without its inputs says why. */
function leakage(scope: ReportScope, sums: ReportSums): MeasureAnswer[] {
  const steps = leakageSteps.map((step) => leakageStep(scope, step, sums));
  const known = steps.filter((step) => step.value !== null);
  const unknown = steps.filter((step) => step.value === null).map((step) => step.key);
  const sum = known.reduce((all, step) => all + (step.value ?? 0), 0);
  const isNothingRead =
    sums.number("claims") + sums.number("remittanceDenialRate.denominator") === 0;
  return [
    {
      ...leakageDescription,
      ...whole,
      asOf: scope.asOf,
      value: isNothingRead ? null : sum,
      numerator: isNothingRead ? null : sum,
      why: isNothingRead ? nothingRead : null,
      remark: unknown.length > 0 ? `not measured: ${unknown.join(", ")}` : null,
      figure: null,
    },
    ...steps,
  ];
}

function leakageStep(scope: ReportScope, step: LeakageStep, sums: ReportSums): MeasureAnswer {
  const name = `leakage:${step.step}`;
  const value =
    "figure" in step ? (sums.groups(step.figure.source, [])[0]?.numbers.get(name) ?? null) : null;
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

function addGroups(into: KeyedCents, step: LeakageStep, groups: readonly Sums[]): void {
  for (const group of groups) {
    const cents = group.numbers.get(`leakage:${step.step}`) ?? 0;
    const key = group.keys[0] ?? "";
    addCents(into, key, { label: group.payer ?? key, cents });
  }
}

/** Every known step under the stage where its cause lies; the stages sum to the whole. */
function leakageByStage(scope: ReportScope, sums: ReportSums): MeasureAnswer[] {
  const stages: KeyedCents = new Map();
  for (const step of leakageSteps) {
    if (!("figure" in step)) continue;
    if (step.stage === "denial") {
      addGroups(stages, step, sums.groups(step.figure.source, ["stage"]));
    } else {
      const cents = sums.number(`leakage:${step.step}`);
      addCents(stages, step.stage, { label: step.stage, cents });
    }
  }
  return leakageAnswers(scope, "stage", stages);
}

/** Leakage by payer, or by the category or code of the denial that caused it. */
function leakageBy(scope: ReportScope, by: Breakdown, sums: ReportSums): MeasureAnswer[] {
  const split: KeyedCents = new Map();
  for (const step of leakageSteps) {
    if ("figure" in step && step.figure.dimensions.includes(by)) {
      addGroups(split, step, sums.groups(step.figure.source, [by]));
    }
  }
  return leakageAnswers(scope, by, split);
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
