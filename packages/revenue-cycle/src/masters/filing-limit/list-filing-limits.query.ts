import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { allOf } from "../answer-columns.query.ts";
import { type Page, pageOf } from "../answer-schemas.ts";
import type { FilingKind } from "./filing-limit.ts";
import type { FilingLimitAnswer } from "./filing-limit-answers.ts";

const columns = sql`l.filing_limit_id as id, l.payer_id as "payerId", payer.name as "payerName",
  l.plan_id as "planId", plan.name as "planName", l.state, l.kind, l.limit_length as length,
  l.limit_unit as unit, l.basis, l.source, l.effective_from as "effectiveFrom",
  l.effective_to as "effectiveTo", l.revision`;

const tables = sql`filing_limits l
  join payers payer on payer.practice_id = l.practice_id and payer.payer_id = l.payer_id
  left join plans plan on plan.practice_id = l.practice_id and plan.plan_id = l.plan_id`;

type FilingLimitFilter = {
  readonly payer?: number | undefined;
  readonly kind?: FilingKind | undefined;
};

/** The practice's own limits in the order in which they were recorded. */
export async function listFilingLimits(
  transaction: PracticeTransaction,
  { payer, kind }: FilingLimitFilter,
  page: { readonly limit: number; readonly after?: readonly [number] | undefined },
): Promise<Page<FilingLimitAnswer, [number]>> {
  const where = allOf([
    sql`l.practice_id = ${transaction.practiceId}`,
    ...(payer === undefined ? [] : [sql`l.payer_id = ${payer}`]),
    ...(kind === undefined ? [] : [sql`l.kind = ${kind}`]),
    ...(page.after ? [sql`l.filing_limit_id > ${page.after[0]}`] : []),
  ]);
  const rows = await transaction.query<FilingLimitAnswer>(sql`
    select ${columns} from ${tables} where ${where}
    order by l.filing_limit_id limit ${page.limit + 1}`);
  return pageOf(rows, page.limit, (row): [number] => [row.id]);
}

/** One limit of the practice. */
export async function findFilingLimit(
  transaction: PracticeTransaction,
  filingLimitId: number,
): Promise<FilingLimitAnswer | undefined> {
  return transaction.maybeOne<FilingLimitAnswer>(sql`
    select ${columns} from ${tables}
    where l.practice_id = ${transaction.practiceId} and l.filing_limit_id = ${filingLimitId}`);
}
