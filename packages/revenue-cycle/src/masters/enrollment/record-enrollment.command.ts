import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { statedText } from "../master-faults.ts";
import { findPayer } from "../payer/list-payers.query.ts";
import { findProvider } from "../provider/list-providers.query.ts";
import type { RecordResult } from "../record-result.ts";
import { insertRevised, type RevisedTable, updateRevised } from "../revised-row.store.ts";
import {
  type EnrollmentDraft,
  type EnrollmentFault,
  enrollmentFaultsOf,
  tidyEnrollment,
} from "./decide-enrollment.ts";
import type { EnrollmentAnswer } from "./enrollment-answers.ts";
import { findEnrollment } from "./list-enrollments.query.ts";

const enrollments: RevisedTable = {
  table: "payer_enrollments",
  idColumn: "enrollment_id",
  noun: "enrollment",
  told: [
    "payer_id",
    "provider_id",
    "transaction",
    "state",
    "requested_on",
    "effective_from",
    "effective_to",
  ],
};

type Result = RecordResult<EnrollmentAnswer, "enrollment_taken" | "not_found" | "revision_changed">;

/** Records an enrolment; payer, provider, transaction and first day stand for one. */
export async function addEnrollment(
  transaction: PracticeTransaction,
  typed: EnrollmentDraft,
): Promise<Result> {
  const draft = tidyEnrollment(typed);
  const faults = await allFaultsOf(transaction, draft);
  if (faults.length > 0) return { is: "invalid", faults };
  const added = await insertRevised(transaction, enrollments, valuesOf(draft));
  if (added === "taken") return { is: "refused", code: "enrollment_taken" };
  return recorded(transaction, added.id);
}

/** Changes an enrolment if it still has the revision that was seen. */
export async function changeEnrollment(
  transaction: PracticeTransaction,
  enrollmentId: number,
  change: { readonly typed: EnrollmentDraft; readonly revision: number },
): Promise<Result> {
  const draft = tidyEnrollment(change.typed);
  const faults = await allFaultsOf(transaction, draft);
  if (faults.length > 0) return { is: "invalid", faults };
  const wanted = { id: enrollmentId, revision: change.revision, values: valuesOf(draft) };
  const outcome = await updateRevised(transaction, enrollments, wanted);
  if (outcome === "changed") return recorded(transaction, enrollmentId);
  return { is: "refused", code: outcome === "taken" ? "enrollment_taken" : outcome };
}

async function allFaultsOf(
  transaction: PracticeTransaction,
  draft: EnrollmentDraft,
): Promise<EnrollmentFault[]> {
  const faults: EnrollmentFault[] = [];
  if ((await findPayer(transaction, draft.payerId)) === undefined) {
    faults.push({ field: "payerId", code: "PAYER_UNKNOWN" });
  }
  const { providerId } = draft;
  if (providerId !== null && (await findProvider(transaction, providerId)) === undefined) {
    faults.push({ field: "providerId", code: "PROVIDER_UNKNOWN" });
  }
  return [...faults, ...enrollmentFaultsOf(draft)];
}

async function recorded(transaction: PracticeTransaction, enrollmentId: number): Promise<Result> {
  const answer = await findEnrollment(transaction, enrollmentId);
  return answer === undefined ? { is: "refused", code: "not_found" } : { is: "recorded", answer };
}

function valuesOf(draft: EnrollmentDraft) {
  return {
    payer_id: draft.payerId,
    provider_id: draft.providerId,
    transaction: draft.transaction,
    state: draft.state,
    requested_on: statedText(draft.requestedOn),
    effective_from: statedText(draft.effectiveFrom),
    effective_to: statedText(draft.effectiveTo),
    payer_provider_number: statedText(draft.payerProviderNumber),
  };
}
