import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { statedText } from "../../masters/master-faults.ts";
import { findPayer } from "../../masters/payer/list-payers.query.ts";
import { findPlan } from "../../masters/plan/list-plans.query.ts";
import type { RecordResult } from "../../masters/record-result.ts";
import {
  insertRevised,
  type RevisedTable,
  updateRevised,
} from "../../masters/revised-row.store.ts";
import type { AuthorizationRuleAnswer } from "./authorization-rule-answers.ts";
import {
  type AuthorizationRuleDraft,
  type AuthorizationRuleFault,
  authorizationRuleFaultsOf,
  tidyAuthorizationRule,
} from "./decide-authorization-rule.ts";
import { findAuthorizationRule } from "./list-authorization-rules.query.ts";

const authorizationRules: RevisedTable = {
  table: "authorization_rules",
  idColumn: "authorization_rule_id",
  noun: "authorization-rule",
  told: ["payer_id", "plan_id", "procedure_codes", "is_required", "effective_from", "effective_to"],
};

type Result = RecordResult<
  AuthorizationRuleAnswer,
  "authorization_rule_taken" | "not_found" | "revision_changed"
>;

/** Records for what a payer wants an authorization; payer, plan, codes and first day stand for one. */
export async function addAuthorizationRule(
  transaction: PracticeTransaction,
  typed: AuthorizationRuleDraft,
): Promise<Result> {
  const draft = tidyAuthorizationRule(typed);
  const faults = await allFaultsOf(transaction, draft);
  if (faults.length > 0) return { is: "invalid", faults };
  const added = await insertRevised(transaction, authorizationRules, valuesOf(draft));
  if (added === "taken") return { is: "refused", code: "authorization_rule_taken" };
  return recorded(transaction, added.id);
}

/** Changes a rule if it still has the revision that was seen. */
export async function changeAuthorizationRule(
  transaction: PracticeTransaction,
  id: number,
  change: { readonly typed: AuthorizationRuleDraft; readonly revision: number },
): Promise<Result> {
  const draft = tidyAuthorizationRule(change.typed);
  const faults = await allFaultsOf(transaction, draft);
  if (faults.length > 0) return { is: "invalid", faults };
  const wanted = { id, revision: change.revision, values: valuesOf(draft) };
  const outcome = await updateRevised(transaction, authorizationRules, wanted);
  if (outcome === "changed") return recorded(transaction, id);
  return { is: "refused", code: outcome === "taken" ? "authorization_rule_taken" : outcome };
}

async function allFaultsOf(
  transaction: PracticeTransaction,
  draft: AuthorizationRuleDraft,
): Promise<AuthorizationRuleFault[]> {
  const faults: AuthorizationRuleFault[] = [];
  if ((await findPayer(transaction, draft.payerId)) === undefined) {
    faults.push({ field: "payerId", code: "PAYER_UNKNOWN" });
  }
  const { planId } = draft;
  if (planId !== null && (await findPlan(transaction, planId))?.payerId !== draft.payerId) {
    faults.push({ field: "planId", code: "PLAN_UNKNOWN" });
  }
  return [...faults, ...authorizationRuleFaultsOf(draft)];
}

async function recorded(transaction: PracticeTransaction, id: number): Promise<Result> {
  const answer = await findAuthorizationRule(transaction, id);
  return answer === undefined ? { is: "refused", code: "not_found" } : { is: "recorded", answer };
}

function valuesOf(draft: AuthorizationRuleDraft) {
  return {
    payer_id: draft.payerId,
    plan_id: draft.planId,
    procedure_codes: draft.procedureCodes,
    is_required: draft.isRequired,
    source: draft.source,
    effective_from: draft.effectiveFrom,
    effective_to: statedText(draft.effectiveTo),
  };
}
