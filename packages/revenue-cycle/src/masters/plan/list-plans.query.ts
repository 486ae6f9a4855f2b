import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { allOf } from "../answer-columns.query.ts";
import { type Page, pageOf } from "../answer-schemas.ts";
import type { PlanAnswer } from "./plan-answers.ts";

const columns = sql`plan.plan_id as id, plan.payer_id as "payerId", payer.name as "payerName",
  plan.name, plan.kind, plan.group_number as "groupNumber",
  plan.filing_indicator as "filingIndicator", plan.needs_referral as "needsReferral",
  plan.needs_authorization as "needsAuthorization", plan.effective_from as "effectiveFrom",
  plan.effective_to as "effectiveTo", plan.revision`;

const tables = sql`plans plan join payers payer using (practice_id, payer_id)`;

export type PlanFilter = {
  readonly payer?: number | undefined;
  readonly search?: string | undefined;
  /** Offered on this day. */
  readonly on?: string | undefined;
};

/** Plans by name. */
export async function listPlans(
  transaction: PracticeTransaction,
  { payer, search, on }: PlanFilter,
  page: { readonly limit: number; readonly after?: readonly [string, number] | undefined },
): Promise<Page<PlanAnswer, [string, number]>> {
  const wanted = search?.trim().toLowerCase();
  const where = allOf([
    sql`plan.practice_id = ${transaction.practiceId}`,
    ...(payer === undefined ? [] : [sql`plan.payer_id = ${payer}`]),
    ...(wanted ? [sql`strpos(lower(plan.name), ${wanted}) > 0`] : []),
    ...(on === undefined
      ? []
      : [
          sql`(plan.effective_from is null or plan.effective_from <= ${on})
            and (plan.effective_to is null or ${on} <= plan.effective_to)`,
        ]),
  ]);
  const rows = await transaction.query<PlanAnswer>(sql`
    select ${columns} from ${tables}
    where ${where}
      ${page.after ? sql`and (plan.name collate "C", plan.plan_id) > (${page.after[0]}, ${page.after[1]})` : sql``}
    order by plan.name collate "C", plan.plan_id limit ${page.limit + 1}`);
  return pageOf(rows, page.limit, (row): [string, number] => [row.name, row.id]);
}

/** One plan of the practice's payers. */
export async function findPlan(
  transaction: PracticeTransaction,
  planId: number,
): Promise<PlanAnswer | undefined> {
  return transaction.maybeOne<PlanAnswer>(sql`
    select ${columns} from ${tables}
    where plan.practice_id = ${transaction.practiceId} and plan.plan_id = ${planId}`);
}
