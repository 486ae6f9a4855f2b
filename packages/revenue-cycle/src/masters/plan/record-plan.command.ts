import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { statedText } from "../master-faults.ts";
import { findPayer } from "../payer/list-payers.query.ts";
import type { RecordResult } from "../record-result.ts";
import { insertRevised, type RevisedTable, updateRevised } from "../revised-row.store.ts";
import { type PlanDraft, type PlanFault, planFaultsOf, tidyPlan } from "./decide-plan.ts";
import { findPlan } from "./list-plans.query.ts";
import type { PlanAnswer } from "./plan-answers.ts";

const plans: RevisedTable = {
  table: "plans",
  idColumn: "plan_id",
  noun: "plan",
  told: [
    "payer_id",
    "kind",
    "filing_indicator",
    "needs_referral",
    "needs_authorization",
    "effective_from",
    "effective_to",
  ],
};

type Result = RecordResult<PlanAnswer, "plan_taken" | "not_found" | "revision_changed">;

/** Adds a plan of a payer; a name stands for one plan of the payer. */
export async function addPlan(transaction: PracticeTransaction, typed: PlanDraft): Promise<Result> {
  const draft = tidyPlan(typed);
  const faults = await allFaultsOf(transaction, draft);
  if (faults.length > 0) return { is: "invalid", faults };
  const added = await insertRevised(transaction, plans, valuesOf(draft));
  if (added === "taken") return { is: "refused", code: "plan_taken" };
  return recorded(transaction, added.id);
}

/** Changes a plan if it still has the revision that was seen. */
export async function changePlan(
  transaction: PracticeTransaction,
  planId: number,
  change: { readonly typed: PlanDraft; readonly revision: number },
): Promise<Result> {
  const draft = tidyPlan(change.typed);
  const faults = await allFaultsOf(transaction, draft);
  if (faults.length > 0) return { is: "invalid", faults };
  const wanted = { id: planId, revision: change.revision, values: valuesOf(draft) };
  const outcome = await updateRevised(transaction, plans, wanted);
  if (outcome === "changed") return recorded(transaction, planId);
  return { is: "refused", code: outcome === "taken" ? "plan_taken" : outcome };
}

async function allFaultsOf(
  transaction: PracticeTransaction,
  draft: PlanDraft,
): Promise<PlanFault[]> {
  const payer = await findPayer(transaction, draft.payerId);
  const unknown: PlanFault[] =
    payer === undefined ? [{ field: "payerId", code: "PAYER_UNKNOWN" }] : [];
  return [...unknown, ...planFaultsOf(draft)];
}

async function recorded(transaction: PracticeTransaction, planId: number): Promise<Result> {
  const answer = await findPlan(transaction, planId);
  return answer === undefined ? { is: "refused", code: "not_found" } : { is: "recorded", answer };
}

function valuesOf(draft: PlanDraft) {
  return {
    payer_id: draft.payerId,
    name: draft.name,
    kind: draft.kind,
    group_number: statedText(draft.groupNumber),
    filing_indicator: statedText(draft.filingIndicator),
    needs_referral: draft.needsReferral,
    needs_authorization: draft.needsAuthorization,
    effective_from: statedText(draft.effectiveFrom),
    effective_to: statedText(draft.effectiveTo),
  };
}
