import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { decideAllocation } from "../../books/patient-payment/allocate-payment.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { isAccountKnown, openItems } from "../patient-account/open-items.store.ts";
import { accountKey, type PatientAccount } from "../patient-account/patient-account.ts";
import { billingSettings } from "../patient-account/patient-billing-settings.store.ts";
import { takePayment } from "../patient-account/take-payment.command.ts";
import { openPosting } from "../posting/open-posting.command.ts";
import { type CardContext, chosenGateway, inBooks } from "./card-gateway.store.ts";
import { type ChargeAnswer, decideNextStep, isToken, type NextStep } from "./card-gateway.ts";
import {
  type CardPayment,
  cardPaymentOfKey,
  countLookUp,
  endCardPayment,
  insertCardPayment,
  lockCardPayment,
} from "./card-payment.store.ts";
import { type CardPaymentWanted, type CardRefused, cardRefused } from "./card-payment.ts";

/** Why a wish about money by hand is refused before any card is charged. */
type WishRefused = Extract<ReturnType<typeof decideAllocation>, { is: "refused" }>;

export type OpenChargeResult =
  | { readonly is: "open"; readonly payment: CardPayment }
  | CardRefused
  | WishRefused;

/**
 * Charges a card and takes the payment on the account. The wish is on file before the gateway is asked
 * and the answer after it, each in a transaction of its own: where the answer is lost or this process ends
 * in between, the payment stays pending and a job asks the gateway by the key. The same key again tells
 * how it ended, or asks the gateway once more, which charges once per key.
 */
export async function chargeCard(
  context: CardContext,
  account: PatientAccount,
  wanted: CardPaymentWanted,
): Promise<OpenChargeResult> {
  const { today } = context;
  const opened = await inBooks(context, (transaction) =>
    openCharge(transaction, account, { ...wanted, today }),
  );
  if (opened.is === "refused" || opened.payment.state !== "pending") return opened;
  await askForCharge(context, opened.payment);
  const payment = await inBooks(context, (transaction) =>
    cardPaymentOfKey(transaction, wanted.key),
  );
  return { is: "open", payment: payment ?? opened.payment };
}

/** Keeps the wish, after everything that may be refused was looked at; charges nothing. */
export async function openCharge(
  transaction: PracticeTransaction,
  account: PatientAccount,
  wanted: CardPaymentWanted & { readonly today: string },
): Promise<OpenChargeResult> {
  if (!isToken(wanted.token)) return cardRefused("card_token_invalid");
  const { name } = await chosenGateway(transaction);
  if (name === "none") return cardRefused("no_card_gateway");
  const known = await cardPaymentOfKey(transaction, wanted.key);
  if (known === undefined) {
    if (!(await isAccountKnown(transaction, account))) return cardRefused("account_unknown");
    const { allocationRule: usual } = await billingSettings(transaction);
    const items = await openItems(transaction, account);
    const decision = decideAllocation(wanted.cents, items, { wish: wanted.wish, usual });
    if (decision.is === "refused") return decision;
    await insertCardPayment(transaction, account, { ...wanted, gateway: name });
  }
  const payment = known ?? (await cardPaymentOfKey(transaction, wanted.key));
  if (payment === undefined || !isSameWish(payment, account, wanted)) {
    return cardRefused("card_key_reused");
  }
  return { is: "open", payment };
}

function isSameWish(
  payment: CardPayment,
  account: PatientAccount,
  { cents, token }: CardPaymentWanted,
): boolean {
  const isSameAccount = accountKey(payment.account) === accountKey(account);
  return isSameAccount && payment.cents === cents && payment.token === token;
}

/** Asks the gateway for the charge and writes down what it answers. */
export async function askForCharge(context: CardContext, payment: CardPayment): Promise<void> {
  const { key, token, cents } = payment;
  const answer = await context.gateway.charge({ key, token, cents });
  await takeAnswer(context, payment.cardPaymentId, answer);
}

/**
 * Finds out what became of a payment that waits: looks its key up, and closes a key of which the gateway
 * never heard, so that a charge that is still on its way cannot come after all.
 */
export async function resolveCardPayment(
  context: CardContext,
  cardPaymentId: number,
): Promise<void> {
  const payment = await inBooks(context, (transaction) =>
    lockCardPayment(transaction, cardPaymentId),
  );
  if (payment?.state !== "pending") return;
  const found = await context.gateway.lookUp(payment.key);
  const isUnheard = decideNextStep(found).is === "close";
  const answer = isUnheard ? await context.gateway.closeKey(payment.key) : found;
  await takeAnswer(context, cardPaymentId, answer);
  await inBooks(context, async (transaction) => {
    const left = await lockCardPayment(transaction, cardPaymentId);
    if (left?.state === "pending") await countLookUp(transaction, left);
  });
}

/** Writes an answer down, once; an answer that decides nothing leaves the payment waiting. */
export async function takeAnswer(
  context: CardContext,
  cardPaymentId: number,
  answer: ChargeAnswer,
): Promise<void> {
  const step = decideNextStep(answer);
  if (step.is === "ask-again" || step.is === "close") return;
  await inBooks(context, async (transaction) => {
    // The books come before the payment, as for everything that posts.
    if (step.is === "paid") await openPosting(transaction);
    const payment = await lockCardPayment(transaction, cardPaymentId);
    if (payment?.state !== "pending") return;
    const patientPaymentId =
      step.is === "paid"
        ? await take(transaction, payment, { face: step.face, paidOn: context.today })
        : undefined;
    await endCardPayment(transaction, cardPaymentId, {
      state: step.is,
      face: step.face,
      answer,
      ...(step.is === "paid" ? { reference: step.reference } : { code: step.code }),
      ...(patientPaymentId === undefined ? {} : { patientPaymentId }),
    });
    await appendEvents(transaction, [
      {
        kind: `card-payment-${step.is}`,
        subjectKind: "card-payment",
        subjectId: cardPaymentId,
        change: { cents: payment.cents, ...(step.is === "paid" ? {} : { code: step.code }) },
        effectiveOn: context.today,
      },
    ]);
  });
}

/** The money is the account's whatever became of the claims meanwhile: a wish that fits no more gives it to none. */
async function take(
  transaction: PracticeTransaction,
  payment: CardPayment,
  { face, paidOn }: Pick<Extract<NextStep, { is: "paid" }>, "face"> & { readonly paidOn: string },
): Promise<number> {
  const { account, cents, place, wish } = payment;
  const paid = {
    cents,
    place,
    method: "card",
    by: "gateway" as const,
    reference: `${face.brand} ${face.lastFour}`,
    paidOn,
  };
  const taken = await takePayment(transaction, account, { ...paid, wish });
  if (taken.is === "taken") return taken.patientPaymentId;
  const kept = await takePayment(transaction, account, { ...paid, wish: { by: "nobody" } });
  if (kept.is === "taken") return kept.patientPaymentId;
  throw new Error(`a charged card has no account: ${kept.code}`);
}
