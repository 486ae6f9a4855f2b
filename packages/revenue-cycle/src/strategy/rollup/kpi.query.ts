import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticesTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { measuresOf, withNames } from "../kpi/compute-measures.query.ts";
import type { MeasureAnswer } from "../kpi/report-answers.ts";
import type { ReportScope } from "../kpi/report-scope.query.ts";
import { placeOf } from "./cell-sets.ts";
import type { KpiAnswer, KpiSplit } from "./kpi-answers.ts";
import { type KpiPeriod, monthsUntil, periodEnd } from "./kpi-period.ts";
import { findRollup } from "./rollup.store.ts";
import { sumRollups } from "./rollup-measures.query.ts";

export type KpiQuestion = {
  readonly practiceId: number;
  readonly period: KpiPeriod;
  readonly by?: KpiSplit | undefined;
};

const trendMonths = 24;

/** The measures of a period, whole and split, with their trend and the origin of denials. */
export async function findKpis(
  transaction: PracticesTransaction,
  question: KpiQuestion,
): Promise<KpiAnswer> {
  const { practiceId, period, by } = question;
  const state = await findRollup(transaction, practiceId);
  const scope = await rollupScope(transaction, practiceId, state?.newestOn ?? null);
  const end = periodEnd(period, scope.asOf);
  const months = monthsUntil(scope.asOf, trendMonths);
  const monthly = months.map((month) => {
    const one = { first: month, last: month };
    return { id: month, ...one, end: periodEnd(one, scope.asOf) };
  });
  const wanted = { id: "period", ...period, end };
  const whole = await sumRollups(transaction, practiceId, {
    periods: [wanted, ...monthly],
    splits: [""],
  });
  const split = by
    ? await sumRollups(transaction, practiceId, { periods: [wanted], splits: ["", by] })
    : whole;
  const measured = (id: string, from = whole) => {
    const sums = from.get(id);
    const last = id === "period" ? end : periodEnd({ first: id, last: id }, scope.asOf);
    if (sums === undefined) return [];
    return measuresOf({ ...scope, asOf: last }, sums, from === whole ? undefined : by).filter(
      isRolledUp,
    );
  };
  const measures = measured("period", split);
  return {
    asOf: scope.asOf,
    ...period,
    end,
    countedAt: (state?.foldedAt ?? new Date(0)).toISOString(),
    isBehind: state?.isBehind ?? true,
    isComplete: state?.isComplete ?? false,
    measures: by === "provider" ? await withNames(transaction, practiceId, measures) : measures,
    trend: trendOf(months.map((month) => ({ month, measures: measured(month) }))),
    denials: await denialOrigins(transaction, question, months),
  };
}

/** Leakage and cash look at the books as a whole; the report has them. */
function isRolledUp({ measure }: MeasureAnswer): boolean {
  return measure !== "leakage" && measure !== "unexplainedCash";
}

type Month = { readonly month: string; readonly measures: readonly MeasureAnswer[] };

function trendOf(months: readonly Month[]): KpiAnswer["trend"] {
  const names = months[0]?.measures.map(({ measure }) => measure) ?? [];
  return names.map((measure) => ({
    measure,
    months: months.map(({ month, measures }) => {
      const found = measures.find((one) => one.measure === measure);
      const { value = null, numerator = null, denominator = null } = found ?? {};
      return { month, value, numerator, denominator };
    }),
  }));
}

/** The as-of date of the roll-ups: the newest date in what was read, found without reading it all. */
async function rollupScope(
  transaction: PracticesTransaction,
  practiceId: number,
  newestOn: string | null,
): Promise<ReportScope> {
  const row = await transaction.one<{ asOf: string; hasContracts: boolean }>(sql`
    select coalesce(greatest(${newestOn}::date,
        (select max(interchange_on) from transaction_sets
          where practice_id = ${practiceId} and verdict not in ('refused', 'duplicate')),
        (select effective_on from remittances
          where practice_id = ${practiceId} and verdict not in ('refused', 'duplicate')
            and effective_on is not null
          order by effective_on desc, remittance_id desc limit 1),
        (select max(deposited_on) from bank_deposits where practice_id = ${practiceId}),
        (select max(paid_on) from patient_payments where practice_id = ${practiceId})),
      current_date) as "asOf",
      exists (select from fee_schedule_rows where practice_id = ${practiceId}) as "hasContracts"`);
  return { practiceId, ...row, isSettled: true, hasDeposits: false };
}

type OriginRow = {
  readonly month: string;
  readonly stage: string;
  readonly process: string;
  readonly count: number;
  readonly cents: number;
  readonly preventable: number;
};

/** Where denials began, of the period and month by month. */
async function denialOrigins(
  transaction: PracticesTransaction,
  { practiceId, period }: KpiQuestion,
  months: readonly string[],
): Promise<KpiAnswer["denials"]> {
  const number = (name: string) => sql`numbers[${placeOf("denied", name)}::integer]`;
  const rows = await transaction.query<OriginRow>(sql`
    select on_key as month, split_part(key, '/', 1) as stage, split_part(key, '/', 2) as process,
      ${number("denials")} as count, ${number("denials.cents")} as cents,
      ${number("preventable.cents")} as preventable
    from measure_cells
    where practice_id = ${practiceId} and cell_set = 'denied' and split = 'origin'`);
  const last = period.last === "" ? "9999-12" : period.last;
  const counted = rows.filter(({ month }) => month >= period.first && month <= last);
  return {
    count: sum(counted, "count"),
    cents: sum(counted, "cents"),
    preventableCents: sum(counted, "preventable"),
    origins: originsOf(counted),
    months: months.map((month) => ({
      month,
      origins: originsOf(rows.filter((row) => row.month === month)),
    })),
  };
}

function sum(rows: readonly OriginRow[], name: "count" | "cents" | "preventable"): number {
  return rows.reduce((all, row) => all + row[name], 0);
}

function originsOf(rows: readonly OriginRow[]): KpiAnswer["denials"]["origins"] {
  const places = [...new Set(rows.map(({ stage, process }) => `${stage}/${process}`))];
  return places
    .map((place) => {
      const [stage = "", process = ""] = place.split("/");
      const here = rows.filter((row) => row.stage === stage && row.process === process);
      return { stage, process, count: sum(here, "count"), cents: sum(here, "cents") };
    })
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.cents - one.cents);
}
