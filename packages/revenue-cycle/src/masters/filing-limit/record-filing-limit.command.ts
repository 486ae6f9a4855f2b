import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { statedText } from "../master-faults.ts";
import { findPayer } from "../payer/list-payers.query.ts";
import { findPlan } from "../plan/list-plans.query.ts";
import type { RecordResult } from "../record-result.ts";
import { insertRevised, type RevisedTable, updateRevised } from "../revised-row.store.ts";
import {
  type FilingLimitDraft,
  type FilingLimitFault,
  filingLimitFaultsOf,
  tidyFilingLimit,
} from "./decide-filing-limit.ts";
import type { FilingLimitAnswer } from "./filing-limit-answers.ts";
import { findFilingLimit } from "./list-filing-limits.query.ts";

const filingLimits: RevisedTable = {
  table: "filing_limits",
  idColumn: "filing_limit_id",
  noun: "filing-limit",
  told: [
    "payer_id",
    "plan_id",
    "state",
    "kind",
    "limit_length",
    "limit_unit",
    "basis",
    "effective_from",
    "effective_to",
  ],
};

type Result = RecordResult<
  FilingLimitAnswer,
  "filing_limit_taken" | "not_found" | "revision_changed"
>;

/** Records until when a payer takes what is filed; payer, plan, state, kind and first day stand for one. */
export async function addFilingLimit(
  transaction: PracticeTransaction,
  typed: FilingLimitDraft,
): Promise<Result> {
  const draft = tidyFilingLimit(typed);
  const faults = await allFaultsOf(transaction, draft);
  if (faults.length > 0) return { is: "invalid", faults };
  const added = await insertRevised(transaction, filingLimits, valuesOf(draft));
  if (added === "taken") return { is: "refused", code: "filing_limit_taken" };
  return recorded(transaction, added.id);
}

/** Changes a limit if it still has the revision that was seen. */
export async function changeFilingLimit(
  transaction: PracticeTransaction,
  filingLimitId: number,
  change: { readonly typed: FilingLimitDraft; readonly revision: number },
): Promise<Result> {
  const draft = tidyFilingLimit(change.typed);
  const faults = await allFaultsOf(transaction, draft);
  if (faults.length > 0) return { is: "invalid", faults };
  const wanted = { id: filingLimitId, revision: change.revision, values: valuesOf(draft) };
  const outcome = await updateRevised(transaction, filingLimits, wanted);
  if (outcome === "changed") return recorded(transaction, filingLimitId);
  return { is: "refused", code: outcome === "taken" ? "filing_limit_taken" : outcome };
}

async function allFaultsOf(
  transaction: PracticeTransaction,
  draft: FilingLimitDraft,
): Promise<FilingLimitFault[]> {
  const faults: FilingLimitFault[] = [];
  if ((await findPayer(transaction, draft.payerId)) === undefined) {
    faults.push({ field: "payerId", code: "PAYER_UNKNOWN" });
  }
  const { planId } = draft;
  if (planId !== null && (await findPlan(transaction, planId))?.payerId !== draft.payerId) {
    faults.push({ field: "planId", code: "PLAN_UNKNOWN" });
  }
  return [...faults, ...filingLimitFaultsOf(draft)];
}

async function recorded(transaction: PracticeTransaction, filingLimitId: number): Promise<Result> {
  const answer = await findFilingLimit(transaction, filingLimitId);
  return answer === undefined ? { is: "refused", code: "not_found" } : { is: "recorded", answer };
}

function valuesOf(draft: FilingLimitDraft) {
  return {
    payer_id: draft.payerId,
    plan_id: draft.planId,
    state: statedText(draft.state),
    kind: draft.kind,
    limit_length: Number(draft.length),
    limit_unit: draft.unit,
    basis: draft.basis,
    source: draft.source,
    effective_from: draft.effectiveFrom,
    effective_to: statedText(draft.effectiveTo),
  };
}
