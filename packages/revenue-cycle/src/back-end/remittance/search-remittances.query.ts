import { type Sql, sql, trustedText } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { allOf, beginsWith } from "../../masters/answer-columns.query.ts";
import { type ListTotal, type Page, pageOf } from "../../masters/answer-schemas.ts";
import { totalOfGroups } from "../../masters/filter-counts.ts";
import type { RemittanceRow } from "./remittance-answers.ts";

export const remittanceSorts = ["date", "paid"] as const;
export type RemittanceSort = (typeof remittanceSorts)[number];

export type RemittanceFilter = {
  /** The beginning of a trace number. */
  readonly search?: string | undefined;
  readonly payer?: number | undefined;
  readonly verdict?: string | undefined;
  readonly from?: string | undefined;
  readonly through?: string | undefined;
};

export type RemittanceKey = [string | number | null, number];

export type RemittanceSearch = RemittanceFilter & {
  readonly sort: RemittanceSort;
  readonly limit: number;
  readonly after?: RemittanceKey | undefined;
  readonly withTotal?: boolean;
};

const orders: Readonly<Record<RemittanceSort, { order: Sql; after(key: RemittanceKey): Sql }>> = {
  // Backwards through the index by date: undated remittances come first.
  date: {
    order: trustedText("m.effective_on desc, m.remittance_id desc"),
    after: ([date, id]) =>
      date === null
        ? sql`(m.effective_on is not null or m.remittance_id < ${id})`
        : sql`(m.effective_on, m.remittance_id) < (${date}::date, ${id})`,
  },
  paid: {
    order: trustedText("m.paid_cents desc, m.remittance_id desc"),
    after: ([cents, id]) => sql`(m.paid_cents, m.remittance_id) < (${cents}::bigint, ${id})`,
  },
};

/** The columns of a row of the list; the statement names `remittances` as `m`. */
export const remittanceColumns: Sql = sql`
  m.remittance_id as id, m.trace_number as "traceNumber", payer.name as payer,
  m.payer_id as "payerId", m.payment_method as "paymentMethod", m.effective_on as "effectiveOn",
  m.paid_cents as "paidCents", m.claims, m.verdict, m.reason_code as "reasonCode", m.is_paper as "isPaper",
  (select count(*)::integer from remittance_claims rc where rc.practice_id = m.practice_id
    and rc.remittance_id = m.remittance_id and rc.claim_id is null) as "unmatchedClaims"`;

/** One page of remittances. */
export async function searchRemittances(
  transaction: PracticeTransaction,
  search: RemittanceSearch,
): Promise<Page<RemittanceRow, RemittanceKey>> {
  const { order, after } = orders[search.sort];
  const where = conditionsOf(transaction.practiceId, search);
  const ofVerdict = search.verdict === undefined ? sql`true` : sql`m.verdict = ${search.verdict}`;
  const rows = await transaction.query<RemittanceRow>(sql`
    select ${remittanceColumns}
    from remittances m join payers payer using (practice_id, payer_id)
    where ${where} and ${ofVerdict} ${search.after ? sql`and ${after(search.after)}` : sql``}
    order by ${order}
    limit ${search.limit + 1}`);
  const key = (row: RemittanceRow): RemittanceKey => [
    search.sort === "paid" ? row.paidCents : row.effectiveOn,
    row.id,
  ];
  const page = pageOf(rows, search.limit, key);
  return search.withTotal
    ? { ...page, total: await totalOf(transaction, where, search.verdict) }
    : page;
}

/** A payment that came again adds no money. */
async function totalOf(
  transaction: PracticeTransaction,
  where: Sql,
  verdict: string | undefined,
): Promise<ListTotal> {
  const groups = await transaction.query<{ verdict: string; count: number; cents: number }>(sql`
    select m.verdict, count(*)::bigint as count,
      coalesce(sum(m.paid_cents) filter (where m.verdict <> 'duplicate'), 0)::bigint as cents
    from remittances m where ${where}
    group by m.verdict`);
  return totalOfGroups(groups, { verdict });
}

/** The conditions of every filter but the verdict, which the total counts by. */
function conditionsOf(practiceId: number, filter: RemittanceFilter): Sql {
  const text = filter.search?.trim();
  return allOf([
    sql`m.practice_id = ${practiceId}`,
    ...(text ? [beginsWith(sql`m.trace_number`, text)] : []),
    ...(filter.payer === undefined ? [] : [sql`m.payer_id = ${filter.payer}`]),
    ...(filter.from === undefined ? [] : [sql`m.effective_on >= ${filter.from}::date`]),
    ...(filter.through === undefined ? [] : [sql`m.effective_on <= ${filter.through}::date`]),
  ]);
}
