import type { AccountKind } from "@headwater/ledger";
import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { type Approval, requestApproval } from "../../books/approval/approval.store.ts";
import { enterPostings } from "../../books/transfer/transfer.store.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { raiseWork } from "../../work/work-item/work-item.store.ts";
import { knownPayment, outOfBalanceApproved } from "../remittance/remittance.store.ts";
import { openPosting } from "./open-posting.command.ts";
import type { PostingScope } from "./post-claims.command.ts";
import {
  type HeldRemittance,
  paymentKeyOf,
  postWhole,
  readHeld,
} from "./post-held-remittance.command.ts";

/** Why a set that does not add up cannot be posted by people either. */
export type UnbalancedRefusal =
  | "remittance_unknown"
  | "remittance_not_quarantined"
  /** It only announces payments to come. */
  | "remittance_without_money"
  | "payment_already_posted"
  | "approval_waiting";

export type UnbalancedRequest =
  | { readonly is: "waiting"; readonly approvalId: number }
  | { readonly is: "refused"; readonly code: UnbalancedRefusal };

/** Asks for a second person to post a quarantined set as it is. Nothing moves. */
export async function requestUnbalanced(
  transaction: PracticeTransaction,
  remittanceId: number,
  { reason, today }: { readonly reason: string; readonly today: string },
): Promise<UnbalancedRequest> {
  const held = await readHeld(transaction, remittanceId);
  const refusal = await refusalOf(transaction, held);
  if (held === undefined || refusal !== undefined) {
    return { is: "refused", code: refusal ?? "remittance_unknown" };
  }
  const approvalId = await requestApproval(transaction, {
    kind: "post-out-of-balance",
    subjectKind: "remittance",
    subjectId: remittanceId,
    cents: held.paid_cents,
    reason,
    today,
  });
  if (approvalId === undefined) return { is: "refused", code: "approval_waiting" };
  return { is: "waiting", approvalId };
}

/**
 * Posts a quarantined set as it is, once a second person approved. Every line posts what it states; what
 * an equation of a line or claim lacks simply stays open there. Cash moves by exactly the payment (BPR02),
 * so what the lines and provider adjustments do not take of it stands open on an account of its own, under
 * this remittance, until it is explained: nothing is invented to make it add up.
 */
export async function postUnbalanced(
  transaction: PracticeTransaction,
  approval: Approval,
): Promise<UnbalancedRefusal | undefined> {
  const scope = await openPosting(transaction);
  const held = await readHeld(transaction, approval.subjectId);
  const refusal = await refusalOf(transaction, held);
  if (held === undefined || refusal !== undefined) return refusal ?? "remittance_unknown";
  await postWhole(transaction, scope, { held, reasonCode: outOfBalanceApproved });
  await openDifference(transaction, scope, held);
  return undefined;
}

async function refusalOf(
  transaction: PracticeTransaction,
  held: HeldRemittance | undefined,
): Promise<UnbalancedRefusal | undefined> {
  if (held === undefined) return "remittance_unknown";
  if (held.verdict !== "quarantined") return "remittance_not_quarantined";
  if (held.handling_code === "P") return "remittance_without_money";
  const known = await knownPayment(transaction, paymentKeyOf(held), held.remittance_id);
  return known === undefined ? undefined : "payment_already_posted";
}

/** What the payment has beyond, or lacks of, all that was posted of it, as one open amount. */
async function openDifference(
  transaction: PracticeTransaction,
  scope: PostingScope,
  held: HeldRemittance,
): Promise<void> {
  const { remittance_id: remittanceId, transaction_set_id: transactionSetId } = held;
  const cents = held.paid_cents - (await cashMovedBy(transaction, scope, remittanceId));
  if (cents === 0) return;
  const open: AccountKind = "out-of-balance";
  const [debit, credit] = cents > 0 ? (["cash", open] as const) : ([open, "cash"] as const);
  const [postingId = 0] = await transaction.reserveIds("postings", "posting_id", 1);
  await enterPostings(transaction, scope.books, [
    {
      postingId,
      kind: "out-of-balance",
      remittanceId,
      transactionSetId,
      on: held.posted_on,
      reason: outOfBalanceApproved,
      transfers: [
        { debit, credit, cents: Math.abs(cents), claimId: undefined, lineNumber: undefined },
      ],
    },
  ]);
  const subject = { subjectKind: "remittance", subjectId: remittanceId };
  await appendEvents(transaction, [
    {
      kind: "remittance-difference-open",
      ...subject,
      change: { cents },
      effectiveOn: held.posted_on,
      transactionSetId,
    },
  ]);
  await raiseWork(transaction, [
    {
      kind: "out-of-balance-open",
      needKey: `remittance:${remittanceId}`,
      ...subject,
      why: { cents },
      cents: Math.abs(cents),
      raisedOn: held.posted_on,
      evidence: [{ transactionSetId }],
    },
  ]);
}

async function cashMovedBy(
  transaction: PracticeTransaction,
  { books }: PostingScope,
  remittanceId: number,
): Promise<number> {
  const cash = books.accounts.idOf("cash");
  const { cents } = await transaction.one<{ cents: number }>(sql`
    select coalesce(sum(case when t.debit_account_id = ${cash} then t.cents else 0 end
        - case when t.credit_account_id = ${cash} then t.cents else 0 end), 0)::bigint as cents
    from postings p join transfers t using (practice_id, posting_id)
    where p.practice_id = ${transaction.practiceId} and p.remittance_id = ${remittanceId}`);
  return cents;
}
