import { join, type Sql, sql, trustedText } from "@headwater/platform/database/sql.ts";
import type { PracticesTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { claimSource } from "./claim-source.query.ts";
import { dimensionColumns, type FigurePart, type SourceName } from "./figure.ts";
import { contractLineSource, lineSource, matureLineSource } from "./line-source.query.ts";
import { cashSource, denialSource, remittanceClaimSource } from "./payer-answer-source.query.ts";
import type { Breakdown } from "./report-answers.ts";
import type { ReportScope } from "./report-scope.query.ts";

const sources: Readonly<Record<SourceName, (scope: ReportScope) => Sql>> = {
  claim: claimSource,
  line: lineSource,
  contractLine: contractLineSource,
  matureLine: matureLineSource,
  denial: denialSource,
  remittanceClaim: remittanceClaimSource,
  cash: cashSource,
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

export type Aggregate = "sum" | "median" | "distinctClaims";

/** One number asked of a source. */
export type Asked = {
  readonly name: string;
  readonly part: FigurePart;
  readonly aggregate?: Aggregate;
};

export type SumQuestion = {
  readonly scope: ReportScope;
  readonly source: SourceName;
  readonly asked: readonly Asked[];
  /** Splits every number by these columns. */
  readonly by?: readonly Breakdown[];
};

/** The numbers of one group; `keys` in the order of `by`, empty for the whole. */
export type Sums = {
  readonly keys: readonly string[];
  /** The payer's name where the group has one payer. */
  readonly payer: string | null;
  readonly payerId: number | null;
  readonly numbers: ReadonlyMap<string, number | null>;
};

/** Adds up many parts of one source in one statement, whole or by group. */
export async function sumFigures(
  transaction: PracticesTransaction,
  { scope, source, asked, by = [] }: SumQuestion,
): Promise<Sums[]> {
  const columns = by.map((dimension) => trustedText(dimensionColumns[dimension]));
  const keys = columns.length === 0 ? sql`'{}'::text[]` : sql`array[${join(columns)}]::text[]`;
  const numbers = asked.map(aggregateOf);
  const rows = await transaction.query<SumRow>(sql`
    select ${keys} as keys, min(payer) as payer, min(payer_id) as "payerId",
      json_build_array(${join(numbers)}) as numbers
    from (${sourceRows(scope, source)}) s
    where ${asked.map((one) => whereOf(one.part)).reduce((all, one) => sql`${all} or ${one}`)}
    ${columns.length === 0 ? sql`` : sql`group by ${join(columns)} order by ${join(columns)}`}`);
  return rows.map((row) => ({
    keys: row.keys.map((key) => key ?? ""),
    payer: row.payer,
    payerId: row.payerId,
    numbers: new Map(asked.map((one, index) => [one.name, row.numbers[index] ?? null])),
  }));
}

type SumRow = {
  readonly keys: (string | null)[];
  readonly payer: string | null;
  readonly payerId: number | null;
  readonly numbers: (number | null)[];
};

function aggregateOf({ part, aggregate = "sum" }: Asked): Sql {
  const filter = sql`filter (where ${whereOf(part)})`;
  switch (aggregate) {
    case "sum":
      return sql`coalesce(sum(${addendOf(part)}) ${filter}, 0)::bigint`;
    case "median":
      return sql`percentile_cont(0.5) within group (order by ${addendOf(part)}) ${filter}`;
    case "distinctClaims":
      return sql`count(distinct claim_id) ${filter}`;
  }
}
