import { identifier, type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticesTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { allOf, patientName } from "../../masters/answer-columns.query.ts";
import { type Page, pageOf } from "../../masters/answer-schemas.ts";
import { dimensionColumns, type Figure, type FigurePart, hasColumn } from "./figure.ts";
import { type Breakdown, breakdowns, type ReportRow } from "./report-answers.ts";
import type { ReportScope } from "./report-scope.query.ts";
import { addendOf, sourceRows, whereOf } from "./sum-figures.query.ts";

export type ReportRowKey = [number, number];

export type ReportRowsQuestion = {
  readonly scope: ReportScope;
  readonly figure: Figure;
  readonly part: "numerator" | "denominator";
  /** Only the rows of these groups. */
  readonly filter: { readonly [dimension in Breakdown]?: string | undefined };
  /** Only the rows dated from this month, `YYYY-MM`, through that one. */
  readonly from?: string | undefined;
  readonly through?: string | undefined;
  readonly limit: number;
  readonly after?: ReportRowKey | undefined;
  readonly withTotal?: boolean;
};

/**
 * The rows that a figure counts, the largest first. They come from the same source, condition and
 * value as its sum: the values of all rows add up to the figure.
 */
export async function listReportRows(
  transaction: PracticesTransaction,
  question: ReportRowsQuestion,
): Promise<Page<ReportRow, ReportRowKey>> {
  const { scope, figure, after, limit } = question;
  const part = narrowed(question);
  if (part === undefined) return { rows: [], next: null };
  const rows = await transaction.query<ReportRow & { rowKey: number }>(sql`
    with page as materialized (
      select * from (
        select s.*, ${addendOf(part)}::bigint as row_value
        from (${sourceRows(scope, figure.source)}) s
        where ${whereOf(part)} ${filterOf(question)}) counted
      where ${part.withZeros ? sql`true` : sql`row_value <> 0`}
      ${after ? sql`and (-row_value, row_key) > (${-after[0]}::bigint, ${after[1]}::bigint)` : sql``}
      order by row_value desc, row_key
      limit ${limit + 1})
    select s.kind || ':' || s.row_key as id, s.row_key as "rowKey", s.kind, s.row_value as value,
      coalesce(to_jsonb(s) ->> 'cents', to_jsonb(s) ->> 'charged_cents')::bigint as cents,
      coalesce(to_jsonb(s) ->> 'days_to_payment', to_jsonb(s) ->> 'days_to_entry')::integer as days, s.on_date as "on",
      s.claim_id as "claimId", s.patient_control_number as "patientControlNumber",
      nullif(${patientName}, '') as "patientName", s.line_number as "lineNumber",
      s.remittance_id as "remittanceId", payer.name as payer, s.state,
      s.group_code as "groupCode", s.reason_code as "reasonCode", s.category, s.stage,
      coalesce(s.label, l.procedure_code) as label
    from page s
    left join payers payer on payer.practice_id = ${scope.practiceId}
      and payer.payer_id = s.payer_id
    left join service_lines l on l.practice_id = ${scope.practiceId}
      and l.claim_id = s.claim_id and l.line_number = s.line_number
    left join patients p on p.practice_id = ${scope.practiceId} and p.patient_id = s.patient_id
    order by s.row_value desc, s.row_key`);
  const page = pageOf(rows, limit, (row): ReportRowKey => [row.value, row.rowKey]);
  const shown = { ...page, rows: page.rows.map(({ rowKey: _, ...row }) => row) };
  return question.withTotal
    ? { ...shown, total: await totalOf(transaction, question, part) }
    : shown;
}

function narrowed({ figure, part }: ReportRowsQuestion): FigurePart | undefined {
  return part === "numerator" ? figure.numerator : figure.denominator;
}

/** Only the columns that the source has can narrow it; another one leaves nothing. */
function filterOf({ scope, figure, filter, from, through }: ReportRowsQuestion): Sql {
  const conditions = breakdowns.flatMap((dimension) => {
    const key = filter[dimension];
    if (key === undefined) return [];
    const column = dimensionColumns[dimension];
    if (!hasColumn(figure.source, column)) return [sql`false`];
    return dimension === "payer"
      ? [
          sql`payer_id is not distinct from (select payer_id from payers
          where practice_id = ${scope.practiceId} and identifier_key = ${key})`,
        ]
      : [sql`coalesce(${identifier(column)}, '') = ${key}`];
  });
  const on = identifier(figure.on ?? "on_date");
  if (from !== undefined) conditions.push(sql`${on} >= ${`${from}-01`}::date`);
  if (through !== undefined) {
    conditions.push(sql`${on} < ${`${through}-01`}::date + interval '1 month'`);
  }
  return conditions.length === 0 ? sql`` : sql`and ${allOf(conditions)}`;
}

async function totalOf(
  transaction: PracticesTransaction,
  question: ReportRowsQuestion,
  part: FigurePart,
) {
  const { count, cents } = await transaction.one<{ count: number; cents: number }>(sql`
    select count(*) filter (where ${part.withZeros ? sql`true` : sql`value <> 0`})::bigint as count,
      coalesce(sum(value), 0)::bigint as cents
    from (
      select ${addendOf(part)} as value
      from (${sourceRows(question.scope, question.figure.source)}) s
      where ${whereOf(part)} ${filterOf(question)}) counted`);
  return { count, cents };
}
