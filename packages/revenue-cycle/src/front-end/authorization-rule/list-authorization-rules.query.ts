import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { allOf } from "../../masters/answer-columns.query.ts";
import { type Page, pageOf } from "../../masters/answer-schemas.ts";
import { type AuthorizationRule, readCodeRanges } from "./authorization-rule.ts";
import type { AuthorizationRuleAnswer } from "./authorization-rule-answers.ts";

const columns = sql`r.authorization_rule_id as id, r.payer_id as "payerId",
  payer.name as "payerName", r.plan_id as "planId", plan.name as "planName",
  r.procedure_codes as "procedureCodes", r.is_required as "isRequired", r.source,
  r.effective_from as "effectiveFrom", r.effective_to as "effectiveTo", r.revision`;

const tables = sql`authorization_rules r
  join payers payer on payer.practice_id = r.practice_id and payer.payer_id = r.payer_id
  left join plans plan on plan.practice_id = r.practice_id and plan.plan_id = r.plan_id`;

/** Rules in the order in which they were recorded. */
export async function listAuthorizationRules(
  transaction: PracticeTransaction,
  { payer }: { readonly payer?: number | undefined },
  page: { readonly limit: number; readonly after?: readonly [number] | undefined },
): Promise<Page<AuthorizationRuleAnswer, [number]>> {
  const where = allOf([
    sql`r.practice_id = ${transaction.practiceId}`,
    ...(payer === undefined ? [] : [sql`r.payer_id = ${payer}`]),
    ...(page.after ? [sql`r.authorization_rule_id > ${page.after[0]}`] : []),
  ]);
  const rows = await transaction.query<AuthorizationRuleAnswer>(sql`
    select ${columns} from ${tables} where ${where}
    order by r.authorization_rule_id limit ${page.limit + 1}`);
  return pageOf(rows, page.limit, (row): [number] => [row.id]);
}

/** One rule. */
export async function findAuthorizationRule(
  transaction: PracticeTransaction,
  authorizationRuleId: number,
): Promise<AuthorizationRuleAnswer | undefined> {
  return transaction.maybeOne<AuthorizationRuleAnswer>(sql`
    select ${columns} from ${tables}
    where r.practice_id = ${transaction.practiceId}
      and r.authorization_rule_id = ${authorizationRuleId}`);
}

/** Every rule of these payers, for `isAuthorizationWanted`. */
export async function authorizationRulesOf(
  transaction: PracticeTransaction,
  payerIds: readonly number[],
): Promise<AuthorizationRule[]> {
  type Row = Omit<AuthorizationRule, "planId" | "procedureCodes" | "effectiveTo"> & {
    readonly planId: number | null;
    readonly procedureCodes: string;
    readonly effectiveTo: string | null;
  };
  const rows = await transaction.query<Row>(sql`
    select payer_id as "payerId", plan_id as "planId", procedure_codes as "procedureCodes",
      is_required as "isRequired", effective_from as "effectiveFrom",
      effective_to as "effectiveTo"
    from authorization_rules
    where practice_id = ${transaction.practiceId} and payer_id = any (${[...payerIds]}::bigint[])`);
  return rows.map((row) => ({
    ...row,
    planId: row.planId ?? undefined,
    procedureCodes: readCodeRanges(row.procedureCodes),
    effectiveTo: row.effectiveTo ?? undefined,
  }));
}
