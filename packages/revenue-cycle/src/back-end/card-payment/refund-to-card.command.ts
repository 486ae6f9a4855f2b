import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { type Approval, requestApproval } from "../../books/approval/approval.store.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { reversePayment } from "../patient-account/reverse-payment.command.ts";
import { openPosting } from "../posting/open-posting.command.ts";
import { type RefundRefusal, refundForCard, settleRefundByCard } from "../refund/refund.command.ts";
import { type CardContext, inBooks } from "./card-gateway.store.ts";
import type { CardRefundAnswer } from "./card-gateway.ts";
import { askLater, type CardPayment, lockCardPayment } from "./card-payment.store.ts";
import { type CardRefused, cardRefused } from "./card-payment.ts";

export type SendRefused = CardRefused | { readonly is: "refused"; readonly code: RefundRefusal };

export type CardRefundAsked = { readonly is: "asked"; readonly cardRefundId: number };

/**
 * Asks for a whole payment to go back to its card: a wrong charge, a visit that was cancelled. A second
 * person approves it; until the gateway has answered, the payment stands as it is.
 */
export async function requestCardRefund(
  transaction: PracticeTransaction,
  cardPaymentId: number,
  { reason, today }: { readonly reason: string; readonly today: string },
): Promise<{ readonly is: "waiting"; readonly approvalId: number } | CardRefused> {
  const payment = await lockCardPayment(transaction, cardPaymentId);
  const refusal = refusalOf(payment, payment?.cents ?? 0);
  if (payment === undefined || refusal !== undefined) {
    return refusal ?? cardRefused("card_payment_unknown");
  }
  const approvalId = await requestApproval(transaction, {
    kind: "refund",
    subjectKind: "card-payment",
    subjectId: cardPaymentId,
    cents: payment.cents,
    reason,
    request: { cardPaymentId, reason, today },
    today,
  });
  return approvalId === undefined ? cardRefused("approval_waiting") : { is: "waiting", approvalId };
}

/** Hands a whole payment to the gateway to give back, now that a second person approved it. */
export async function cardRefundApproved(
  transaction: PracticeTransaction,
  { request, subjectId, reason }: Approval,
): Promise<CardRefused["code"] | undefined> {
  const payment = await lockCardPayment(transaction, subjectId);
  const refusal = refusalOf(payment, payment?.cents ?? 0);
  if (payment === undefined || refusal !== undefined) {
    return refusal?.code ?? "card_payment_unknown";
  }
  const { today } = request as { today?: string };
  await insertRefund(transaction, {
    payment,
    cents: payment.cents,
    reason,
    today: today ?? "",
  });
  return undefined;
}

/**
 * Sends an approved refund of a claim's credit to a card that paid on the account. What is payable of it
 * is asked of the gateway; the refund is settled when the gateway has answered.
 */
export async function sendRefundToCard(
  transaction: PracticeTransaction,
  refundId: number,
  { cardPaymentId, today }: { readonly cardPaymentId: number; readonly today: string },
): Promise<CardRefundAsked | SendRefused> {
  await openPosting(transaction);
  const refund = await refundForCard(transaction, refundId);
  if (refund.is === "refused") return refund;
  const payment = await lockCardPayment(transaction, cardPaymentId);
  const refusal = refusalOf(payment, refund.cents);
  if (payment === undefined || refusal !== undefined) {
    return refusal ?? cardRefused("card_payment_unknown");
  }
  const { cents, reason } = refund;
  const cardRefundId = await insertRefund(transaction, { payment, cents, reason, today, refundId });
  return { is: "asked", cardRefundId };
}

function refusalOf(payment: CardPayment | undefined, cents: number): CardRefused | undefined {
  if (payment === undefined) return cardRefused("card_payment_unknown");
  if (payment.state !== "paid") return cardRefused("card_not_paid");
  return payment.backCents + cents > payment.cents
    ? cardRefused("card_refund_beyond_payment")
    : undefined;
}

async function insertRefund(
  transaction: PracticeTransaction,
  wanted: {
    readonly payment: CardPayment;
    readonly cents: number;
    readonly reason: string;
    readonly today: string;
    readonly refundId?: number;
  },
): Promise<number> {
  const { practiceId, actor } = transaction;
  const { payment, cents, reason, today, refundId } = wanted;
  const [cardRefundId = 0] = await transaction.reserveIds("card_refunds", "card_refund_id", 1);
  await transaction.execute(sql`
    insert into card_refunds (practice_id, card_refund_id, card_payment_id, kind, refund_id, cents,
      reason, request_key, asked_on, asked_by)
    values (${practiceId}, ${cardRefundId}, ${payment.cardPaymentId}, 'refund', ${refundId ?? null},
      ${cents}, ${reason}, ${`${payment.key}-r${cardRefundId}`}, ${today}::date, ${actor})`);
  await askLater(transaction, { cardRefundId }, "now");
  return cardRefundId;
}

type WaitingRefund = {
  readonly cardPaymentId: number;
  readonly refundId: number | null;
  readonly patientPaymentId: number;
  readonly key: string;
  readonly charge: string;
  readonly cents: number;
  readonly reason: string;
};

/** Asks the gateway to give the money back, once per key, and writes its answer down. */
export async function resolveCardRefund(context: CardContext, cardRefundId: number): Promise<void> {
  const waiting = await inBooks(context, (transaction) => lockWaiting(transaction, cardRefundId));
  if (waiting === undefined) return;
  const { key, charge, cents } = waiting;
  const answer = await context.gateway.refund({ key, charge, cents });
  await inBooks(context, async (transaction) => {
    await openPosting(transaction);
    const refund = await lockWaiting(transaction, cardRefundId);
    if (refund === undefined) return;
    if (answer.is === "no-answer") await askLater(transaction, { cardRefundId }, 0);
    else await endRefund(transaction, { ...refund, cardRefundId, answer, today: context.today });
  });
}

function lockWaiting(
  transaction: PracticeTransaction,
  cardRefundId: number,
): Promise<WaitingRefund | undefined> {
  return transaction.maybeOne<WaitingRefund>(sql`
    select r.card_payment_id as "cardPaymentId", r.refund_id as "refundId", r.request_key as key,
      c.patient_payment_id as "patientPaymentId", c.reference as charge, r.cents, r.reason
    from card_refunds r
    join card_payments c on c.practice_id = r.practice_id and c.card_payment_id = r.card_payment_id
    where r.practice_id = ${transaction.practiceId} and r.card_refund_id = ${cardRefundId}
      and r.state = 'pending' for update of r`);
}

async function endRefund(
  transaction: PracticeTransaction,
  refund: WaitingRefund & {
    readonly cardRefundId: number;
    readonly answer: Exclude<CardRefundAnswer, { is: "no-answer" }>;
    readonly today: string;
  },
): Promise<void> {
  const { answer, cardRefundId, refundId, today, cents } = refund;
  const isDone = answer.is === "approved";
  await transaction.execute(sql`
    update card_refunds set state = ${isDone ? "done" : "declined"},
      code = ${isDone ? null : answer.code}, reference = ${isDone ? answer.reference : null},
      answer = ${JSON.stringify(answer)}::jsonb, answered_at = now()
    where practice_id = ${transaction.practiceId} and card_refund_id = ${cardRefundId}`);
  if (isDone && refundId === null) {
    const { reason } = refund;
    await reversePayment(transaction, refund.patientPaymentId, {
      reason,
      today,
      isBackAtCard: true,
    });
  } else if (isDone && refundId !== null) {
    await settleRefundByCard(transaction, refundId, { number: answer.reference, on: today, cents });
  }
  await appendEvents(transaction, [
    {
      kind: isDone ? "card-refund-done" : "card-refund-declined",
      subjectKind: "card-payment",
      subjectId: refund.cardPaymentId,
      change: { cents, ...(isDone ? {} : { code: answer.code }) },
      effectiveOn: today,
    },
  ]);
}
