import { join, type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticesTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { type Weighted, weightedMedian } from "../kpi/weighted-median.ts";
import { type CellSplit, placeOf } from "./cell-sets.ts";

/**
 * Months that are asked about, first and last as `YYYY-MM` (empty: from the beginning), and the day on
 * which balances are struck: the last one's end, or the as-of date if that comes first.
 */
export type AskedPeriod = {
  readonly id: string;
  readonly first: string;
  readonly last: string;
  readonly end: string;
};

/** The numbers of one period and group, named as those of the report. */
export type CellSums = {
  readonly period: string;
  readonly split: CellSplit | "";
  readonly key: string;
  readonly numbers: ReadonlyMap<string, number | null>;
};

type CellQuestion = {
  readonly practiceId: number;
  readonly periods: readonly AskedPeriod[];
  /** The whole is the empty split. */
  readonly splits: readonly (CellSplit | "")[];
};

/** Which cells of a set count: by their own date, or by where it lies from the day of the balance. */
type Counted = "period" | "until" | "recent" | "over90" | "mature";

const conditions: Readonly<Record<Counted, Sql>> = {
  period: sql`(substr(c.on_key, 1, 7) between p.first and p.last)`,
  until: sql`(c.at <= p.end_month)`,
  recent: sql`(c.at <= p.end_month and c.on_key > p.recent_after and c.on_key <= p.end_day)`,
  over90: sql`(c.at <= p.end_month and c.on_key <> '' and c.on_key < p.recent_after)`,
  mature: sql`(c.on_key between p.mature_from and p.mature_through)`,
};

type AskedCell = { readonly name: string; readonly value: Sql; readonly counted: Counted };

const ofSets: Readonly<Record<string, readonly AskedCell[]>> = {
  submitted: ofPeriod("submitted", [
    "firstPassAcceptance",
    "firstPassAcceptance.denominator",
    "firstPassAcceptance.required",
  ]),
  adjudicated: ofPeriod("adjudicated", [
    "firstPassResolution",
    "firstPassResolution.denominator",
    "initialDenialRate",
    "initialDenialRate.denominator",
    "initialDenialRateDollars",
    "initialDenialRateDollars.denominator",
    "anyLineDenialRate",
    "anyLineDenialRate.denominator",
  ]),
  remitted: ofPeriod("remitted", ["remittanceDenialRate", "remittanceDenialRate.denominator"]),
  denied: [
    ...ofPeriod("denied", ["denials", "denials.required", "denials.cents"]),
    { name: "denials.preventable", value: nth("denied", "preventable.cents"), counted: "period" },
  ],
  own: ofPeriod("own", ["cleanClaimRate", "cleanClaimRate.denominator"]),
  charged: ofPeriod("charged", ["chargeLagDays", "chargeLagDays.denominator"]),
  underpaid: ofPeriod("underpaid", ["underpaid"]),
  paid: [
    { name: "daysToPayment", value: sql`c.at * c.numbers[1]`, counted: "period" },
    { name: "daysToPayment.denominator", value: sql`c.numbers[1]`, counted: "period" },
  ],
  movement: [
    { name: "grossDaysInAr", value: nth("movement", "open_cents"), counted: "until" },
    {
      name: "grossDaysInAr.denominator",
      value: nth("movement", "charged_cents"),
      counted: "recent",
    },
    { name: "arOver90Share", value: nth("movement", "open_cents"), counted: "over90" },
    { name: "arOver90Share.denominator", value: nth("movement", "open_cents"), counted: "until" },
  ],
  line: [
    ...["netCollectionRate", "netCollectionRateProxy"].map((name): AskedCell => {
      const paid = sql`${nth("line", "insurance_paid_cents")} + ${nth("line", "patient_paid_cents")}`;
      return { name, value: paid, counted: "mature" };
    }),
    {
      name: "netCollectionRate.denominator",
      value: nth("line", "settled_expected_cents"),
      counted: "mature",
    },
    {
      name: "netCollectionRateProxy.denominator",
      value: sql`${nth("line", "charged_cents")} - ${nth("line", "contractual_cents")}`,
      counted: "mature",
    },
    {
      name: "patientCollectionRate",
      value: nth("line", "patient_paid_cents"),
      counted: "period",
    },
    {
      name: "patientCollectionRate.required",
      value: nth("line", "patient_paid_cents"),
      counted: "period",
    },
    {
      name: "patientCollectionRate.denominator",
      value: nth("line", "patient_responsibility_cents"),
      counted: "period",
    },
  ],
};

function nth(set: string, name: string): Sql {
  return sql`c.numbers[${placeOf(set, name)}::integer]`;
}

function ofPeriod(set: string, names: readonly string[]): AskedCell[] {
  return names.map((name) => ({ name, value: nth(set, name), counted: "period" }));
}

/** A group in which a set has no cell counts nothing there. */
const nothing: readonly (readonly [string, number | null])[] = Object.values(ofSets)
  .flat()
  .map(({ name }) => [name, 0]);

/** What the asked periods are to the statements. */
function periodRows({ periods }: CellQuestion): Sql {
  return sql`
    select id, first, coalesce(nullif(last, ''), '9999-12') as last,
      to_char(ends, 'YYYY-MM-DD') as end_day,
      (extract(year from ends) * 12 + extract(month from ends))::integer as end_month,
      to_char(ends - 90, 'YYYY-MM-DD') as recent_after,
      to_char(ends - 485, 'YYYY-MM-DD') as mature_from,
      to_char(ends - 120, 'YYYY-MM-DD') as mature_through
    from jsonb_to_recordset(${JSON.stringify(periods)}::jsonb)
      as asked (id text, first text, last text, "end" date)
    cross join lateral (select "end" as ends) e`;
}

/** The numbers of the measures for every asked period, whole and split, from the roll-ups alone. */
export async function sumCells(
  transaction: PracticesTransaction,
  question: CellQuestion,
): Promise<CellSums[]> {
  const found = new Map<string, GroupRow & { readonly numbers: Map<string, number | null> }>();
  const sumsOf = ({ period, split, key }: GroupRow) => {
    const name = `${period} ${split} ${key}`;
    const known = found.get(name) ?? { period, split, key, numbers: new Map(nothing) };
    found.set(name, known);
    return known.numbers;
  };
  for (const [set, asked] of Object.entries(ofSets)) {
    for (const row of await transaction.query<SumRow>(setStatement(question, set, asked))) {
      asked.forEach(({ name }, index) => {
        sumsOf(row).set(name, row.numbers[index] ?? 0);
      });
    }
  }
  for (const row of await transaction.query<SumRow>(expectedStatement(question))) {
    const numbers = sumsOf(row);
    const name = "netCollectionRate.denominator";
    numbers.set(name, (numbers.get(name) ?? 0) + (row.numbers[0] ?? 0));
  }
  for (const row of await transaction.query<MedianRow>(medianStatement(question))) {
    sumsOf(row).set("daysToPaymentMedian", weightedMedian(row.numbers) ?? null);
    const payments = row.numbers.reduce((sum, [, times]) => sum + times, 0);
    sumsOf(row).set("daysToPaymentMedian.denominator", payments);
  }
  return [...found.values()];
}

type GroupRow = { readonly period: string; readonly split: CellSplit | ""; readonly key: string };
type SumRow = GroupRow & { readonly numbers: number[] };
type MedianRow = GroupRow & { readonly numbers: Weighted[] };

function setStatement(question: CellQuestion, set: string, asked: readonly AskedCell[]): Sql {
  const wanted = [...new Set(asked.map(({ counted }) => counted))].map((one) => conditions[one]);
  const sums = asked.map(
    ({ value, counted }) => sql`coalesce(sum(${value}) filter (where ${conditions[counted]}), 0)`,
  );
  return sql`
    with p as materialized (${periodRows(question)})
    select p.id as period, c.split, c.key, json_build_array(${join(sums)}) as numbers
    from p cross join ${cellsOf(question, set)} c
    where ${join(wanted, " or ")}
    group by p.id, c.split, c.key`;
}

function cellsOf({ practiceId, splits }: CellQuestion, set: string): Sql {
  return sql`(select * from measure_cells where practice_id = ${practiceId} and cell_set = ${set}
    and split = any (${[...splits]}::text[]))`;
}

function medianStatement(question: CellQuestion): Sql {
  return sql`
    with p as materialized (${periodRows(question)})
    select period, split, key, json_agg(json_build_array(at, claims)) as numbers
    from (
      select p.id as period, c.split, c.key, c.at, sum(c.numbers[1])::bigint as claims
      from p cross join ${cellsOf(question, "paid")} c
      where ${conditions.period}
      group by p.id, c.split, c.key, c.at) counted
    group by period, split, key`;
}

/**
 * What unsettled lines should have brought: the fee schedule's amount, else the median of what the payer
 * allows for the code, else the charge; never more than the charge.
 */
function expectedStatement(question: CellQuestion): Sql {
  const { practiceId } = question;
  return sql`
    with p as materialized (${periodRows(question)}),
    usual as materialized (
      select code, (min(unit_cents) filter (where upto * 2 >= total)
        + min(unit_cents) filter (where upto * 2 > total)) / 2 as unit_cents
      from (
        select parts[1] || chr(31) || parts[2] as code, parts[3]::numeric as unit_cents,
          sum(times) over (partition by parts[1], parts[2] order by parts[3]::numeric) as upto,
          sum(times) over (partition by parts[1], parts[2]) as total
        from (select string_to_array(detail, chr(31)) as parts, numbers[1] as times
          from measure_cells where practice_id = ${practiceId} and cell_set = 'usual') counted) ranked
      group by code),
    priced as materialized (
      select c.split, c.key, c.on_key, sum(c.numbers[1] * least(parts[5]::bigint,
        coalesce(nullif(parts[4], '')::bigint, round(usual.unit_cents * parts[3]::numeric)::bigint,
          parts[5]::bigint)))::bigint as cents
      from (select *, string_to_array(detail, chr(31)) as parts
        from ${cellsOf(question, "unsettled")} of_set
        where on_key between (select min(mature_from) from p)
          and (select max(mature_through) from p)) c
      left join usual on usual.code = parts[1] || chr(31) || parts[2]
      group by c.split, c.key, c.on_key)
    select p.id as period, c.split, c.key, json_build_array(sum(c.cents)) as numbers
    from p cross join priced c
    where ${conditions.mature}
    group by p.id, c.split, c.key`;
}
