import { sql } from "@headwater/platform/database/sql.ts";
import { otherHolders } from "@headwater/platform/identity/permission-holders.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { closeWork, raiseWork } from "../../work/work-item/work-item.store.ts";
import {
  type ApprovalKind,
  type ApprovalRefusal,
  type ApprovalState,
  decideApproval,
} from "./approval.ts";
import type { ApprovalLimit } from "./approval-limit.ts";

/** What somebody wants to do that takes a second person. */
export type ApprovalWanted = {
  readonly kind: ApprovalKind;
  readonly subjectKind: string;
  readonly subjectId: number;
  readonly claimId?: number | undefined;
  readonly cents: number;
  readonly reason: string;
  /** What is done when it is approved: ids, codes and cents. */
  readonly request?: { readonly [key: string]: unknown };
  /** The practice's business date. */
  readonly today: string;
};

/** An approval as it is acted on. */
export type Approval = {
  readonly approvalId: number;
  readonly kind: ApprovalKind;
  readonly subjectKind: string;
  readonly subjectId: number;
  readonly cents: number;
  readonly reason: string;
  readonly request: { readonly [key: string]: unknown };
  readonly state: ApprovalState;
  readonly requestedBy: string;
  readonly revision: number;
};

/** Keeps what somebody asks for until a second person decides; undefined if it waits already. */
export async function requestApproval(
  transaction: PracticeTransaction,
  wanted: ApprovalWanted,
): Promise<number | undefined> {
  const { kind, subjectKind, subjectId, cents, reason, request = {}, today } = wanted;
  const asked = await transaction.maybeOne<{ readonly approval_id: number }>(sql`
    insert into approvals (practice_id, kind, subject_kind, subject_id, cents, reason, request,
      requested_by)
    values (${transaction.practiceId}, ${kind}, ${subjectKind}, ${subjectId}, ${cents}, ${reason},
      ${JSON.stringify(request)}::jsonb, ${transaction.actor})
    on conflict (practice_id, kind, subject_kind, subject_id) where state = 'waiting' do nothing
    returning approval_id`);
  if (asked === undefined) return undefined;
  await appendEvents(transaction, [
    {
      kind: "approval-requested",
      subjectKind,
      subjectId,
      claimId: wanted.claimId,
      change: { approvalKind: kind, approvalId: asked.approval_id, cents },
    },
  ]);
  await raiseWork(transaction, [
    {
      kind: "approval-needed",
      needKey: needKey(asked.approval_id),
      subjectKind,
      subjectId,
      why: { approvalKind: kind, approvalId: asked.approval_id },
      cents: Math.abs(cents),
      raisedOn: today,
    },
  ]);
  return asked.approval_id;
}

const needKey = (approvalId: number): string => `approval:${approvalId}`;

/** Reads an approval and keeps it from changing until the transaction ends. */
export async function lockApproval(
  transaction: PracticeTransaction,
  approvalId: number,
): Promise<Approval | undefined> {
  return transaction.maybeOne<Approval>(sql`
    select approval_id as "approvalId", kind, subject_kind as "subjectKind",
      subject_id as "subjectId", cents, reason, request, state, requested_by as "requestedBy", revision
    from approvals
    where practice_id = ${transaction.practiceId} and approval_id = ${approvalId}
    for update`);
}

export type ApprovalDecision =
  | { readonly is: "approved"; readonly approval: Approval; readonly isOwn: boolean }
  | { readonly is: "refused"; readonly code: ApprovalRefusal };

/**
 * Marks an approval as given by the second person. What was asked for is the caller's to do, in the
 * same transaction.
 */
export async function approve(
  transaction: PracticeTransaction,
  approvalId: number,
  reason: string | undefined,
): Promise<ApprovalDecision> {
  const approval = await lockApproval(transaction, approvalId);
  if (approval === undefined) return { is: "refused", code: "approval_unknown" };
  const decision = decideApproval({
    ...approval,
    decider: transaction.actor,
    others: await otherHolders(transaction, "money.approve"),
    reason,
  });
  if (decision.is === "refused") return decision;
  await settle(transaction, approval, { state: "approved", reason, isOwn: decision.isOwn });
  return { is: "approved", approval, isOwn: decision.isOwn };
}

/** Ends a request without doing it: a second person refuses it, or who asked takes it back. */
export async function endRequest(
  transaction: PracticeTransaction,
  approvalId: number,
  reason: string,
): Promise<ApprovalRefusal | undefined> {
  const approval = await lockApproval(transaction, approvalId);
  if (approval === undefined) return "approval_unknown";
  if (approval.state !== "waiting") return "approval_decided";
  const state = approval.requestedBy === transaction.actor ? "withdrawn" : "refused";
  await settle(transaction, approval, { state, reason, isOwn: false });
  return undefined;
}

type Settlement = {
  readonly state: Exclude<ApprovalState, "waiting">;
  readonly reason: string | undefined;
  readonly isOwn: boolean;
};

async function settle(
  transaction: PracticeTransaction,
  approval: Approval,
  { state, reason, isOwn }: Settlement,
): Promise<void> {
  const { approvalId, kind, subjectKind, subjectId, cents } = approval;
  await transaction.execute(sql`
    update approvals set state = ${state}, decided_by = ${transaction.actor}, decided_at = now(),
      decision_reason = ${reason ?? null}, is_own = ${isOwn}, revision = revision + 1
    where practice_id = ${transaction.practiceId} and approval_id = ${approvalId}`);
  await appendEvents(transaction, [
    {
      kind: `approval-${state === "approved" ? "given" : state}`,
      subjectKind,
      subjectId,
      claimId: subjectKind === "claim" ? subjectId : undefined,
      change: { approvalKind: kind, approvalId, cents, isOwn },
    },
  ]);
  await closeWork(transaction, "approval-needed", [needKey(approvalId)]);
}

/** The practice's own limits, in the order of their days. */
export async function loadApprovalLimits(
  transaction: PracticeTransaction,
): Promise<ApprovalLimit[]> {
  return transaction.query<ApprovalLimit>(sql`
    select kind, role, limit_cents as "limitCents", effective_from as "effectiveFrom"
    from approval_limits where practice_id = ${transaction.practiceId}
    order by effective_from, approval_limit_id`);
}

/** Sets the limit of a role from a day on; undefined if that day has one already. */
export async function setApprovalLimit(
  transaction: PracticeTransaction,
  limit: ApprovalLimit & { readonly effectiveFrom: string },
): Promise<number | undefined> {
  const { kind, role, limitCents, effectiveFrom } = limit;
  const set = await transaction.maybeOne<{ readonly approval_limit_id: number }>(sql`
    insert into approval_limits (practice_id, kind, role, limit_cents, effective_from, recorded_by)
    values (${transaction.practiceId}, ${kind}, ${role}, ${limitCents}, ${effectiveFrom},
      ${transaction.actor})
    on conflict (practice_id, kind, role, effective_from) do nothing
    returning approval_limit_id`);
  if (set === undefined) return undefined;
  await appendEvents(transaction, [
    {
      kind: "approval-limit-set",
      subjectKind: "approval-limit",
      subjectId: set.approval_limit_id,
      change: { approvalKind: kind, role, limitCents },
      effectiveOn: effectiveFrom,
    },
  ]);
  return set.approval_limit_id;
}
