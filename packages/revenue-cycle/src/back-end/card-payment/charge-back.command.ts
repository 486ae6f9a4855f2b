import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { collectPayments } from "../../books/patient-payment/collect-payment.command.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { giveParts } from "../patient-account/allocate-payment.command.ts";
import { reversePayment } from "../patient-account/reverse-payment.command.ts";
import { openPosting } from "../posting/open-posting.command.ts";
import type { PostingScope } from "../posting/post-claims.command.ts";
import type { SettlementEntry } from "./card-gateway.ts";
import { type CardPayment, cardPaymentOfReference, lockCardPayment } from "./card-payment.store.ts";
import { type CardRefused, cardRefused } from "./card-payment.ts";
import { type KeptClaim, keepParts } from "./keep-parts.ts";

/** Takes back what an entry of a gateway's deposit says was disputed. */
export async function chargeBackByReference(
  transaction: PracticeTransaction,
  { reference, cents }: SettlementEntry,
  today: string,
): Promise<CardRefused | undefined> {
  const payment = await cardPaymentOfReference(transaction, reference);
  if (payment === undefined) return cardRefused("card_settlement_unknown_entry");
  const told = await chargeBack(transaction, payment.cardPaymentId, {
    reason: "the gateway's deposit took it back",
    today,
    cents: -cents,
  });
  return told.is === "refused" ? told : undefined;
}

/**
 * Takes a payment back because the card's holder disputes it: the claims that had got of it owe it again,
 * and what the gateway owes shrinks by it. At most what has not gone back to the card already, and all of
 * that where no amount is told. Saying it again changes nothing.
 */
export async function chargeBack(
  transaction: PracticeTransaction,
  cardPaymentId: number,
  disputed: { readonly reason: string; readonly today: string; readonly cents?: number },
): Promise<{ readonly is: "charged-back" } | CardRefused> {
  const scope = await openPosting(transaction);
  const { practiceId, actor } = transaction;
  const { reason, today } = disputed;
  const payment = await lockCardPayment(transaction, cardPaymentId);
  if (payment === undefined) return cardRefused("card_payment_unknown");
  if (payment.state !== "paid") return cardRefused("card_not_paid");
  const isKnown = await transaction.maybeOne(sql`
    select 1 from card_refunds where practice_id = ${practiceId}
      and card_payment_id = ${cardPaymentId} and kind = 'chargeback'`);
  if (isKnown !== undefined) return { is: "charged-back" };
  const left = payment.cents - payment.backCents;
  const cents = disputed.cents ?? left;
  if (cents < 1 || cents > left) return cardRefused("card_refund_beyond_payment");
  await transaction.execute(sql`
    insert into card_refunds (practice_id, card_payment_id, kind, cents, reason, request_key, state,
      reference, asked_on, asked_by, answered_at)
    values (${practiceId}, ${cardPaymentId}, 'chargeback', ${cents}, ${reason},
      ${`${payment.key}-c`}, 'done', ${payment.reference ?? null}, ${today}::date, ${actor}, now())`);
  const kept = await keptClaims(transaction, payment);
  const isBackAtCard = true;
  await reversePayment(transaction, payment.patientPaymentId ?? 0, { reason, today, isBackAtCard });
  const keptCents = payment.cents - cents;
  if (keptCents > 0) await keepRest(transaction, scope, { payment, keptCents, kept, today });
  await appendEvents(transaction, [
    {
      kind: "card-payment-disputed",
      subjectKind: "card-payment",
      subjectId: cardPaymentId,
      change: { cents },
      effectiveOn: today,
    },
  ]);
  return { is: "charged-back" };
}

/** What each claim has got of the payment, and how much of that went back to the card as its refund. */
function keptClaims(
  transaction: PracticeTransaction,
  { cardPaymentId, patientPaymentId }: CardPayment,
): Promise<KeptClaim[]> {
  const { practiceId } = transaction;
  return transaction.query<KeptClaim>(sql`
    select a.claim_id as "claimId", sum(a.cents)::bigint as "givenCents",
      (select coalesce(sum(c.cents), 0)::bigint from card_refunds c
        join refunds r on r.practice_id = c.practice_id and r.refund_id = c.refund_id
        where c.practice_id = ${practiceId} and c.card_payment_id = ${cardPaymentId}
          and c.state <> 'declined' and r.claim_id = a.claim_id) as "refundedCents"
    from payment_allocations a
    where a.practice_id = ${practiceId} and a.patient_payment_id = ${patientPaymentId ?? 0}
      and a.undone_on is null
    group by a.claim_id order by min(a.payment_allocation_id)`);
}

type Rest = {
  readonly payment: CardPayment;
  readonly keptCents: number;
  readonly kept: readonly KeptClaim[];
  readonly today: string;
};

/**
 * What stays of a payment is a payment of its own: the whole was taken back, and this much of it is owed by
 * the gateway as before. The claims whose part went back to the card get theirs first.
 */
async function keepRest(
  transaction: PracticeTransaction,
  scope: PostingScope,
  { payment, keptCents, kept, today }: Rest,
): Promise<void> {
  const [patientPaymentId = 0] = await collectPayments(transaction, [
    {
      ...payment.account,
      cents: keptCents,
      method: "card",
      place: payment.place,
      paidOn: today,
      purpose: "balance",
      by: "gateway",
    },
  ]);
  await transaction.execute(sql`
    update card_payments set patient_payment_id = ${patientPaymentId}
    where practice_id = ${transaction.practiceId} and card_payment_id = ${payment.cardPaymentId}`);
  const parts = keepParts(keptCents, kept);
  if (parts.length > 0) {
    await giveParts(transaction, scope, [{ patientPaymentId, parts, rule: "hand", on: today }]);
  }
}
