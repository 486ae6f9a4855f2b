import { identifier, join, type Sql, sql, trustedText } from "@headwater/platform/database/sql.ts";
import type { PracticesTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { claimSource } from "./claim-source.query.ts";
import {
  dimensionColumns,
  type FigurePart,
  hasColumn,
  rareKeys,
  type SourceName,
  sourceColumns,
} from "./figure.ts";
import { contractLineSource, lineSource, matureLineSource } from "./line-source.query.ts";
import { chargeSource, ownClaimSource } from "./own-work-source.query.ts";
import { cashSource, denialSource, remittanceClaimSource } from "./payer-answer-source.query.ts";
import { type Breakdown, breakdowns } from "./report-answers.ts";
import type { ReportScope } from "./report-scope.query.ts";
import type { Sums } from "./report-sums.ts";
import { type Weighted, weightedMedian } from "./weighted-median.ts";

const sources: Readonly<Record<SourceName, (scope: ReportScope) => Sql>> = {
  claim: claimSource,
  line: lineSource,
  contractLine: contractLineSource,
  matureLine: matureLineSource,
  denial: denialSource,
  remittanceClaim: remittanceClaimSource,
  cash: cashSource,
  ownClaim: ownClaimSource,
  charge: chargeSource,
};

/** The rows of a source as of the scope's date. */
export function sourceRows(scope: ReportScope, source: SourceName): Sql {
  return sources[source](scope);
}

/** The condition of a part; its text is ours, never a request's. */
export function whereOf(part: FigurePart): Sql {
  return sql`(${trustedText(part.where)})`;
}

/** What a row adds to a part. */
export function addendOf(part: FigurePart): Sql {
  return sql`(${trustedText(part.value)})`;
}

/** One number asked of a source; a median is that of the part's `value` by row. */
export type Asked = {
  readonly name: string;
  readonly part: FigurePart;
  readonly median?: true;
};

export type SumQuestion = {
  readonly scope: ReportScope;
  readonly source: SourceName;
  readonly asked: readonly Asked[];
  /** Each splits every number by these columns; none of them is the whole. */
  readonly groupings: readonly (readonly Breakdown[])[];
};

/**
 * Adds up many parts of one source, whole and split, in one statement: the rows are grouped by the
 * few values of their keys once, and every number is made of the groups.
 */
export async function sumFigures(
  transaction: PracticesTransaction,
  question: SumQuestion,
): Promise<Sums[]> {
  const { scope, source, asked } = question;
  const { sums } = sourceColumns[source];
  const dimensions = breakdowns.filter((one) => hasColumn(source, dimensionColumns[one]));
  const groupings = question.groupings.filter((by) => by.every((one) => dimensions.includes(one)));
  const asksFor = new Set(groupings.flat().map((one) => dimensionColumns[one]));
  const keys = [
    ...sourceColumns[source].keys,
    ...rareKeys[source].filter((column) => asksFor.has(column)),
  ];
  const sets = groupings.map(
    (by) => sql`(${join(by.map((one) => identifier(dimensionColumns[one])))})`,
  );
  const isSplit = (one: Breakdown) => groupings.some((by) => by.includes(one));
  const split = dimensions.filter(isSplit);
  const columns = split.map((one) => identifier(dimensionColumns[one]));
  const totals = sums.map((sum) => sql`sum(${identifier(sum)})::bigint as ${identifier(sum)}`);
  // Every row is read anyway. From the statistics of tables that have just grown the planner expects
  // one row each and would go through them for one another: minutes for a practice of 60 claims.
  await transaction.query(sql`select set_config('enable_nestloop', 'off', true)`);
  const rows = await transaction.query<SumRow>(sql`
    with grouped as materialized (
      select ${join(keys.map((key, index) => unpacked(key, index)))}, ${join(sums.map(identifier))}
      from (
        select string_to_array(packed, chr(31), '') as parts, ${join(totals)}
        from (select concat_ws(chr(31), ${join(keys.map(packed))}) as packed,
            ${join(sums.map(identifier))}
          from (${sourceRows(scope, source)}) r offset 0) s
        group by packed) classes),
    summed as (
      select array[${join(columns)}]::text[] as keys, array[${join(
        columns.map((column) => sql`grouping(${column})`),
      )}]::integer[] as absent,
        ${isSplit("payer") ? identifier("payer_id") : sql`null::bigint`} as payer_id,
        json_build_array(${join(asked.map(numberOf))}) as numbers
      from grouped
      group by grouping sets (${join(sets)}))
    select summed.keys, summed.absent, summed.numbers, summed.payer_id as "payerId",
      payer.identifier_key as "payerKey", payer.name as payer
    from summed left join payers payer
      on payer.practice_id = ${scope.practiceId} and payer.payer_id = summed.payer_id
    order by summed.keys`);
  await transaction.query(sql`select set_config('enable_nestloop', 'on', true)`);
  return rows.map((row) => sumsOf(row, split, asked));
}

/**
 * The keys of a row travel as one text while rows are grouped: there are a few hundred groups, but
 * from the statistics of nine columns the planner expects one for nearly every row and sorts them
 * all. An empty part is null; a payer's code could hold the separator only by breaking X12.
 */
function packed(key: string): Sql {
  return key === "reason_code"
    ? sql`coalesce(translate(reason_code, chr(31), ''), '')`
    : sql`coalesce(${identifier(key)}::text, '')`;
}

function unpacked(key: string, index: number): Sql {
  return sql`parts[${trustedText(String(index + 1))}]::${trustedText(typeOf(key))} as ${identifier(key)}`;
}

function typeOf(key: string): string {
  if (key === "payer_id") return "bigint";
  if (key.startsWith("days_to_")) return "integer";
  return /^(is|has)_/.test(key) ? "boolean" : "text";
}

type SumRow = {
  readonly keys: (string | null)[];
  /** 1 where the group is not split by the dimension. */
  readonly absent: number[];
  readonly numbers: (number | Weighted[] | null)[];
  readonly payerId: number | null;
  readonly payerKey: string | null;
  readonly payer: string | null;
};

function numberOf({ part, median }: Asked): Sql {
  const filter = sql`filter (where ${whereOf(part)})`;
  return median
    ? sql`json_agg(json_build_array(${addendOf(part)} / n, n)) ${filter}`
    : sql`coalesce(sum(${addendOf(part)}) ${filter}, 0)::bigint`;
}

function sumsOf(row: SumRow, split: readonly Breakdown[], asked: readonly Asked[]): Sums {
  const by = split.filter((_, index) => row.absent[index] === 0);
  const keyOf = (dimension: Breakdown) =>
    dimension === "payer" ? row.payerKey : row.keys[split.indexOf(dimension)];
  const numbers = asked.map(({ name }, index): [string, number | null] => {
    const number = row.numbers[index] ?? null;
    return [name, Array.isArray(number) ? (weightedMedian(number) ?? null) : number];
  });
  return {
    by,
    keys: by.map((dimension) => keyOf(dimension) ?? ""),
    payer: row.payer,
    payerId: row.payerId,
    numbers: new Map(numbers),
  };
}
