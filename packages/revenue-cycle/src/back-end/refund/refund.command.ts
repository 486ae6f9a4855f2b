import type { AccountKind } from "@headwater/ledger";
import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { type Approval, requestApproval } from "../../books/approval/approval.store.ts";
import { enterPostings } from "../../books/transfer/transfer.store.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { openPosting } from "../posting/open-posting.command.ts";
import { replayClaims } from "../posting/post-claims.command.ts";
import { refundKey } from "../posting/settle-refund.ts";

export type RefundRefusal =
  | "claim_unknown"
  /** The credit is smaller, or asked for already. */
  | "refund_beyond_credit"
  | "approval_waiting"
  | "refund_unknown"
  | "refund_not_approved"
  | "refund_settled"
  | "refund_cancelled"
  /** The gateway was asked to give it back to a card and has not answered. */
  | "card_refund_waiting"
  /** What belongs to a payer goes back to no patient's card. */
  | "refund_of_payer"
  /** The payer took the money back by a reversal: nothing is payable any more. */
  | "nothing_payable";

export type RefundWanted = {
  readonly claimId: number;
  readonly party: "payer" | "patient";
  readonly cents: number;
  readonly reason: string;
  /** The practice's business date. */
  readonly today: string;
};

type Refused = { readonly is: "refused"; readonly code: RefundRefusal };
const refused = (code: RefundRefusal): Refused => ({ is: "refused", code });

/** Asks for money to go back; nothing moves until a second person approved it. */
export async function requestRefund(
  transaction: PracticeTransaction,
  wanted: RefundWanted,
): Promise<{ readonly is: "waiting"; readonly refundId: number } | Refused> {
  await openPosting(transaction);
  const { practiceId } = transaction;
  const { claimId, party, cents, reason, today } = wanted;
  const claim = await transaction.maybeOne<{ credit: number; asked: number }>(sql`
    select (select coalesce(sum(case ${party}::text when 'payer' then r.credit_insurance_cents
          else r.credit_patient_cents end), 0)::bigint from receivables r
        where r.practice_id = c.practice_id and r.claim_id = c.claim_id) as credit,
      (select coalesce(sum(f.cents), 0)::bigint from refunds f
        join approvals a on a.practice_id = f.practice_id and a.approval_id = f.approval_id
        where f.practice_id = c.practice_id and f.claim_id = c.claim_id and f.party = ${party}
          and f.approved_on is null and a.state = 'waiting') as asked
    from claims c where c.practice_id = ${practiceId} and c.claim_id = ${claimId}`);
  if (claim === undefined) return refused("claim_unknown");
  if (cents > claim.credit - claim.asked) return refused("refund_beyond_credit");
  const { refund_id: refundId } = await transaction.one<{ refund_id: number }>(sql`
    insert into refunds (practice_id, claim_id, party, cents, reason, requested_by)
    values (${practiceId}, ${claimId}, ${party}, ${cents}, ${reason}, ${transaction.actor})
    returning refund_id`);
  const approvalId = await requestApproval(transaction, {
    kind: "refund",
    subjectKind: "claim",
    subjectId: claimId,
    claimId,
    cents,
    reason,
    request: { refundId, party, today },
    today,
  });
  if (approvalId === undefined) return refused("approval_waiting");
  await transaction.execute(sql`
    update refunds set approval_id = ${approvalId}
    where practice_id = ${practiceId} and refund_id = ${refundId}`);
  return { is: "waiting", refundId };
}

/** Makes a refund payable, once a second person approved it. */
export async function refundApproved(
  transaction: PracticeTransaction,
  approval: Approval,
): Promise<RefundRefusal | undefined> {
  const scope = await openPosting(transaction);
  const { refundId, today } = approval.request as { refundId?: number; today?: string };
  const changed = await transaction.execute(sql`
    update refunds set approved_on = ${today ?? null}::date
    where practice_id = ${transaction.practiceId} and refund_id = ${refundId ?? 0}
      and approved_on is null`);
  if (changed === 0) return "refund_unknown";
  await replayClaims(transaction, scope, [approval.subjectId]);
  const payable = await payableCents(transaction, refundId ?? 0);
  return payable === approval.cents ? undefined : "refund_beyond_credit";
}

/**
 * Tells how a refund went: a check was sent, or the payer took the amount off a remittance without a
 * reversal, which had left it on the account of recoupments. What is payable of it is settled by that.
 */
export async function settleRefund(
  transaction: PracticeTransaction,
  refundId: number,
  settled: {
    readonly way: "check" | "takeback";
    readonly number: string;
    readonly on: string;
  },
): Promise<{ readonly is: "settled"; readonly cents: number } | Refused> {
  await openPosting(transaction);
  const refund = await lockRefund(transaction, refundId);
  const refusal = refusalOf(refund);
  if (refund === undefined || refusal !== undefined) return refused(refusal ?? "refund_unknown");
  const cents = await payableCents(transaction, refundId);
  if (cents <= 0) return refused("nothing_payable");
  await enterSettled(transaction, refundId, { ...settled, claimId: refund.claimId, cents });
  return { is: "settled", cents };
}

/** What is payable of an approved refund of a patient's credit and may be given back to a card. */
export async function refundForCard(
  transaction: PracticeTransaction,
  refundId: number,
): Promise<{ readonly is: "payable"; readonly cents: number; readonly reason: string } | Refused> {
  const refund = await lockRefund(transaction, refundId);
  const refusal = refusalOf(refund);
  if (refund === undefined || refusal !== undefined) return refused(refusal ?? "refund_unknown");
  if (refund.party !== "patient") return refused("refund_of_payer");
  const cents = await payableCents(transaction, refundId);
  return cents <= 0 ? refused("nothing_payable") : { is: "payable", cents, reason: refund.reason };
}

/**
 * Settles a refund by what a gateway gave back to a card. The money is gone, so it is entered as it went,
 * whatever is payable by now.
 */
export async function settleRefundByCard(
  transaction: PracticeTransaction,
  refundId: number,
  settled: { readonly number: string; readonly on: string; readonly cents: number },
): Promise<void> {
  const refund = await lockRefund(transaction, refundId);
  if (refund === undefined) throw new Error("a card got money of a refund that is gone");
  const { claimId } = refund;
  await enterSettled(transaction, refundId, { ...settled, way: "card", claimId });
}

type Settled = {
  readonly way: "check" | "takeback" | "card";
  readonly number: string;
  readonly on: string;
  readonly claimId: number;
  readonly cents: number;
};

/** Where the money goes from, by the way it goes. */
const settledFrom: Readonly<Record<Settled["way"], AccountKind>> = {
  check: "cash",
  takeback: "recoupment",
  card: "card-clearing",
};

async function enterSettled(
  transaction: PracticeTransaction,
  refundId: number,
  { way, number, on, claimId, cents }: Settled,
): Promise<void> {
  const { books } = await openPosting(transaction);
  const { practiceId, actor } = transaction;
  await transaction.execute(sql`
    update refunds set way = ${way}, number = ${number}, settled_on = ${on}, settled_by = ${actor}
    where practice_id = ${practiceId} and refund_id = ${refundId}`);
  const credit = settledFrom[way];
  const [postingId = 0] = await transaction.reserveIds("postings", "posting_id", 1);
  await enterPostings(transaction, books, [
    {
      postingId,
      kind: "refund",
      on,
      reason: `refund-${way}:${refundId}`,
      transfers: [
        { debit: "refund-payable", credit, cents, claimId: undefined, lineNumber: undefined },
      ],
    },
  ]);
  await tell(transaction, { kind: "refund-settled", refundId, claimId, cents, on });
}

/** Takes an approved refund back before it went; the credit stands again. */
export async function cancelRefund(
  transaction: PracticeTransaction,
  refundId: number,
  { reason, today }: { readonly reason: string; readonly today: string },
): Promise<RefundRefusal | undefined> {
  const scope = await openPosting(transaction);
  const refund = await lockRefund(transaction, refundId);
  const refusal = refusalOf(refund);
  if (refund === undefined || refusal !== undefined) return refusal ?? "refund_unknown";
  await transaction.execute(sql`
    update refunds set cancelled_on = ${today}, cancelled_by = ${transaction.actor},
      cancel_reason = ${reason}
    where practice_id = ${transaction.practiceId} and refund_id = ${refundId}`);
  await tell(transaction, { kind: "refund-cancelled", refundId, ...refund, on: today });
  await replayClaims(transaction, scope, [refund.claimId]);
  return undefined;
}

type LockedRefund = {
  readonly claimId: number;
  readonly cents: number;
  readonly isApproved: boolean;
  readonly isSettled: boolean;
  readonly isCancelled: boolean;
  readonly isOnItsWay: boolean;
  readonly party: "payer" | "patient";
  readonly reason: string;
};

function refusalOf(refund: LockedRefund | undefined): RefundRefusal | undefined {
  if (refund === undefined) return "refund_unknown";
  if (!refund.isApproved) return "refund_not_approved";
  if (refund.isSettled) return "refund_settled";
  if (refund.isOnItsWay) return "card_refund_waiting";
  return refund.isCancelled ? "refund_cancelled" : undefined;
}

async function lockRefund(
  transaction: PracticeTransaction,
  refundId: number,
): Promise<LockedRefund | undefined> {
  return transaction.maybeOne<LockedRefund>(sql`
    select claim_id as "claimId", cents, approved_on is not null as "isApproved",
      settled_on is not null as "isSettled", cancelled_on is not null as "isCancelled", party, reason,
      exists (select from card_refunds card where card.practice_id = refunds.practice_id
        and card.refund_id = refunds.refund_id and card.state = 'pending') as "isOnItsWay"
    from refunds where practice_id = ${transaction.practiceId} and refund_id = ${refundId}
    for update`);
}

/** What of a refund stands on the account of what is payable. */
async function payableCents(transaction: PracticeTransaction, refundId: number): Promise<number> {
  const { cents } = await transaction.one<{ cents: number }>(sql`
    select coalesce(sum(case when c.kind = 'refund-payable' then t.cents else -t.cents end), 0)::bigint
      as cents
    from postings p
    join transfers t on t.practice_id = p.practice_id and t.posting_id = p.posting_id
    join accounts c on c.practice_id = t.practice_id and c.account_id = t.credit_account_id
    where p.practice_id = ${transaction.practiceId} and p.kind in ('refund', 'reversal')
      and p.reason = ${refundKey({ refundId })}`);
  return cents;
}

async function tell(
  transaction: PracticeTransaction,
  told: {
    readonly kind: string;
    readonly refundId: number;
    readonly claimId: number;
    readonly cents: number;
    readonly on: string;
  },
): Promise<void> {
  const { kind, refundId, claimId, cents, on } = told;
  const subject = { subjectKind: "claim", subjectId: claimId, claimId };
  await appendEvents(transaction, [
    { kind, ...subject, change: { refundId, cents }, effectiveOn: on },
  ]);
}
