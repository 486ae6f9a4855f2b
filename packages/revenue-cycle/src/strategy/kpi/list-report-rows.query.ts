import { sql, trustedText } from "@headwater/platform/database/sql.ts";
import type { PracticesTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { allOf, patientName } from "../../masters/answer-columns.query.ts";
import { type Page, pageOf } from "../../masters/answer-schemas.ts";
import { dimensionColumns, type Figure, type FigurePart } from "./figure.ts";
import { type Breakdown, breakdowns, type ReportRow } from "./report-answers.ts";
import type { ReportScope } from "./report-scope.query.ts";
import { addendOf, sourceRows, sumFigures, whereOf } from "./sum-figures.query.ts";

export type ReportRowKey = [number, number];

export type ReportRowsQuestion = {
  readonly scope: ReportScope;
  readonly figure: Figure;
  readonly part: "numerator" | "denominator";
  /** Only the rows of these groups. */
  readonly filter: { readonly [dimension in Breakdown]?: string | undefined };
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
      ${after ? sql`where (-row_value, row_key) > (${-after[0]}::bigint, ${after[1]}::bigint)` : sql``}
      order by row_value desc, row_key
      limit ${limit + 1})
    select s.kind || ':' || s.row_key as id, s.row_key as "rowKey", s.kind, s.row_value as value,
      coalesce(to_jsonb(s) ->> 'cents', to_jsonb(s) ->> 'charged_cents')::bigint as cents,
      (to_jsonb(s) ->> 'days_to_payment')::integer as days, s.on_date as "on",
      s.claim_id as "claimId", s.patient_control_number as "patientControlNumber",
      nullif(${patientName}, '') as "patientName", s.line_number as "lineNumber",
      s.remittance_id as "remittanceId", s.payer, s.state, s.group_code as "groupCode",
      s.reason_code as "reasonCode", s.category, s.stage, s.label
    from page s
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

function filterOf({ filter }: ReportRowsQuestion) {
  const conditions = breakdowns.flatMap((dimension) => {
    const key = filter[dimension];
    const column = trustedText(dimensionColumns[dimension]);
    return key === undefined ? [] : [sql`coalesce(${column}, '') = ${key}`];
  });
  return conditions.length === 0 ? sql`` : sql`and ${allOf(conditions)}`;
}

async function totalOf(
  transaction: PracticesTransaction,
  question: ReportRowsQuestion,
  part: FigurePart,
) {
  const by = breakdowns.filter((dimension) => question.filter[dimension] !== undefined);
  const groups = await sumFigures(transaction, {
    scope: question.scope,
    source: question.figure.source,
    asked: [
      { name: "count", part: { where: part.where, value: "1" } },
      { name: "sum", part },
    ],
    by,
  });
  const group = groups.find((one) =>
    by.every((dimension, index) => one.keys[index] === question.filter[dimension]),
  );
  return { count: group?.numbers.get("count") ?? 0, cents: group?.numbers.get("sum") ?? 0 };
}
