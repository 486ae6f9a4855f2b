import { identifier, join, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import type { AuthorizationAnswer } from "./authorization-answers.ts";
import {
  type AuthorizationDraft,
  type AuthorizationFault,
  authorizationFaultsOf,
  tidyAuthorization,
} from "./decide-authorization.ts";
import { findAuthorization } from "./list-authorizations.query.ts";

export type AuthorizationResult =
  | { readonly is: "recorded"; readonly authorization: AuthorizationAnswer }
  | { readonly is: "invalid"; readonly faults: readonly AuthorizationFault[] }
  | { readonly is: "refused"; readonly code: "not_found" | "revision_changed" };

/** Adds an authorization to a coverage; patient and payer are the coverage's. */
export async function addAuthorization(
  transaction: PracticeTransaction,
  typed: AuthorizationDraft,
): Promise<AuthorizationResult> {
  const draft = tidyAuthorization(typed);
  const checked = await check(transaction, draft);
  if (checked.faults.length > 0) return { is: "invalid", faults: checked.faults };
  const values = Object.entries({ ...valuesOf(draft), ...checked.of });
  const { id } = await transaction.one<{ id: number }>(sql`
    insert into authorizations (practice_id, ${join(values.map(([column]) => identifier(column)))})
    values (${transaction.practiceId}, ${join(values.map(([, value]) => sql`${value}`))})
    returning authorization_id as id`);
  return recorded(transaction, id, "authorization-added");
}

/** Changes an authorization if it still has the revision that was seen. */
export async function changeAuthorization(
  transaction: PracticeTransaction,
  authorizationId: number,
  change: { readonly typed: AuthorizationDraft; readonly revision: number },
): Promise<AuthorizationResult> {
  const draft = tidyAuthorization(change.typed);
  const known = await findAuthorization(transaction, authorizationId);
  if (known === undefined) return { is: "refused", code: "not_found" };
  const checked = await check(transaction, draft);
  const isOther = checked.of?.patient_id !== known.patientId;
  const faults: AuthorizationFault[] =
    checked.faults.length === 0 && isOther
      ? [{ field: "coverageId", code: "COVERAGE_UNKNOWN" }]
      : [...checked.faults];
  if (faults.length > 0) return { is: "invalid", faults };
  const assignments = Object.entries({ ...valuesOf(draft), ...checked.of }).map(
    ([column, value]) => sql`${identifier(column)} = ${value}`,
  );
  const changed = await transaction.execute(sql`
    update authorizations set ${join(assignments)}, revision = revision + 1
    where practice_id = ${transaction.practiceId} and authorization_id = ${authorizationId}
      and revision = ${change.revision}`);
  if (changed === 0) return { is: "refused", code: "revision_changed" };
  return recorded(transaction, authorizationId, "authorization-changed");
}

type Checked = {
  readonly faults: readonly AuthorizationFault[];
  readonly of: { readonly patient_id: number; readonly payer_id: number } | undefined;
};

async function check(
  transaction: PracticeTransaction,
  draft: AuthorizationDraft,
): Promise<Checked> {
  const { practiceId } = transaction;
  const of = await transaction.maybeOne<{ patient_id: number; payer_id: number }>(sql`
    select patient_id, payer_id from coverages
    where practice_id = ${practiceId} and coverage_id = ${draft.coverageId}`);
  const provider = await transaction.maybeOne(sql`
    select from providers
    where practice_id = ${practiceId} and provider_id = ${draft.providerId}`);
  const isProviderUnknown = draft.providerId !== null && provider === undefined;
  const unknown: AuthorizationFault[] = [
    ...(of === undefined ? [{ field: "coverageId", code: "COVERAGE_UNKNOWN" } as const] : []),
    ...(isProviderUnknown ? [{ field: "providerId", code: "PROVIDER_UNKNOWN" } as const] : []),
  ];
  return { faults: [...unknown, ...authorizationFaultsOf(draft)], of };
}

async function recorded(
  transaction: PracticeTransaction,
  authorizationId: number,
  kind: string,
): Promise<AuthorizationResult> {
  const authorization = await findAuthorization(transaction, authorizationId);
  if (authorization === undefined) return { is: "refused", code: "not_found" };
  const { state, approvedUnits, effectiveFrom, effectiveTo, coverageId } = authorization;
  await appendEvents(transaction, [
    {
      kind,
      subjectKind: "authorization",
      subjectId: authorizationId,
      change: { state, approvedUnits, effectiveFrom, effectiveTo, coverageId },
      effectiveOn: authorization.decidedOn ?? authorization.requestedOn ?? undefined,
    },
  ]);
  return { is: "recorded", authorization };
}

function valuesOf(draft: AuthorizationDraft) {
  const stated = (text: string) => (text === "" ? null : text);
  return {
    coverage_id: draft.coverageId,
    provider_id: draft.providerId,
    kind: draft.kind,
    state: draft.state,
    number: stated(draft.number),
    procedure_codes: [...draft.procedureCodes],
    unit_kind: draft.unitKind,
    approved_units: draft.approvedUnits,
    requested_on: stated(draft.requestedOn),
    decided_on: stated(draft.decidedOn),
    effective_from: stated(draft.effectiveFrom),
    effective_to: stated(draft.effectiveTo),
    reason: stated(draft.reason),
  };
}
