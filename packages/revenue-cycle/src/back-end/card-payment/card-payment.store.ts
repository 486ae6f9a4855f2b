import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import { enqueueJob } from "@headwater/platform/jobs/enqueue-job.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { AllocationWish } from "../../books/patient-payment/allocate-payment.ts";
import type { PaymentPlace } from "../../books/patient-payment/patient-payment.ts";
import type { PatientAccount } from "../patient-account/patient-account.ts";
import { type CardFace, lookUpPauseSeconds } from "./card-gateway.ts";
import type { CardGatewayName, CardPaymentState, CardPaymentWanted } from "./card-payment.ts";

/** The task that asks the gateway what became of a payment, or to give money back. */
export const askCardGatewayTask = "ask-card-gateway";

/** The task that fetches what the gateway deposited. */
export const settleCardsTask = "settle-cards";

/** Asks for the fetching of the gateway's deposits, once however often it is asked for. */
export async function enqueueSettlement(transaction: PracticeTransaction): Promise<void> {
  const { practiceId } = transaction;
  await enqueueJob(transaction, {
    task: settleCardsTask,
    payload: { practiceId },
    jobKey: `${settleCardsTask}:${practiceId}`,
  });
}

/** A payment by card as it is acted on. */
export type CardPayment = {
  readonly cardPaymentId: number;
  readonly key: string;
  readonly gateway: CardGatewayName;
  readonly account: PatientAccount;
  readonly cents: number;
  readonly token: string;
  readonly place: PaymentPlace;
  readonly wish: AllocationWish;
  readonly state: CardPaymentState;
  readonly code: string | undefined;
  readonly reference: string | undefined;
  readonly lookUps: number;
  readonly patientPaymentId: number | undefined;
  /** What went back or is on its way back to the card. */
  readonly backCents: number;
};

type Row = {
  readonly id: number;
  readonly key: string;
  readonly gateway: CardGatewayName;
  readonly guarantor_id: number | null;
  readonly patient_id: number | null;
  readonly cents: number;
  readonly token: string;
  readonly place: PaymentPlace;
  readonly wish: AllocationWish;
  readonly state: CardPaymentState;
  readonly code: string | null;
  readonly reference: string | null;
  readonly look_ups: number;
  readonly payment: number | null;
  readonly back_cents: number;
};

/** Keeps a wish to charge a card, if its key is new, and asks for a look at what became of it. */
export async function insertCardPayment(
  transaction: PracticeTransaction,
  account: PatientAccount,
  wanted: CardPaymentWanted & { readonly gateway: CardGatewayName; readonly today: string },
): Promise<void> {
  const { practiceId, actor } = transaction;
  const added = await transaction.maybeOne<{ id: number }>(sql`
    insert into card_payments (practice_id, request_key, gateway, guarantor_id, patient_id, cents,
      card_token, place, wish, asked_on, asked_by)
    values (${practiceId}, ${wanted.key}, ${wanted.gateway}, ${account.guarantorId ?? null},
      ${account.patientId ?? null}, ${wanted.cents}, ${wanted.token}, ${wanted.place},
      ${JSON.stringify(wanted.wish)}::jsonb, ${wanted.today}::date, ${actor})
    on conflict (practice_id, request_key) do nothing
    returning card_payment_id as id`);
  if (added !== undefined) await askLater(transaction, { cardPaymentId: added.id }, 0);
}

/** Asks the gateway again after a pause that grows; the job is one with the transaction. */
export async function askLater(
  transaction: PracticeTransaction,
  subject: { readonly cardPaymentId: number } | { readonly cardRefundId: number },
  lookUps: number | "now",
): Promise<void> {
  const { practiceId } = transaction;
  const [[name, id] = ["", 0]] = Object.entries(subject);
  const seconds = lookUps === "now" ? 0 : lookUpPauseSeconds(lookUps);
  const { at } = await transaction.one<{ at: Date }>(sql`
    select now() + ${seconds}::integer * interval '1 second' as at`);
  await enqueueJob(transaction, {
    task: askCardGatewayTask,
    payload: { practiceId, [name]: id },
    jobKey: `${askCardGatewayTask}:${practiceId}:${name}:${id}`,
    runAt: at,
  });
}

/** The patient of a card's payment `c`: where two patients were joined since, the one who stands. */
export const cardPatient: Sql = sql`coalesce((select j.merged_into from patients j
  where j.practice_id = c.practice_id and j.patient_id = c.patient_id), c.patient_id)`;

/** The gateway that was asked, whatever the practice has chosen since. */
export async function askedGateway(
  transaction: PracticeTransaction,
  asked: {
    readonly cardPaymentId?: number | undefined;
    readonly cardRefundId?: number | undefined;
  },
): Promise<CardGatewayName | undefined> {
  const row = await transaction.maybeOne<{ gateway: CardGatewayName }>(sql`
    select c.gateway from card_payments c
    where c.practice_id = ${transaction.practiceId} and (c.card_payment_id = ${asked.cardPaymentId ?? 0}
      or c.card_payment_id = (select r.card_payment_id from card_refunds r
        where r.practice_id = c.practice_id and r.card_refund_id = ${asked.cardRefundId ?? 0}))
    limit 1`);
  return row?.gateway;
}

/** A payment by its key. */
export function cardPaymentOfKey(
  transaction: PracticeTransaction,
  key: string,
): Promise<CardPayment | undefined> {
  return findOne(transaction, sql`c.request_key = ${key}`);
}

/** A payment by its id. */
export function cardPaymentOfId(
  transaction: PracticeTransaction,
  cardPaymentId: number,
): Promise<CardPayment | undefined> {
  return findOne(transaction, sql`c.card_payment_id = ${cardPaymentId}`);
}

/** A payment by its id, kept from changing until the transaction ends. */
export function lockCardPayment(
  transaction: PracticeTransaction,
  cardPaymentId: number,
): Promise<CardPayment | undefined> {
  return findOne(transaction, sql`c.card_payment_id = ${cardPaymentId} for update of c`);
}

/** The payment that the gateway knows by this reference. */
export function cardPaymentOfReference(
  transaction: PracticeTransaction,
  reference: string,
): Promise<CardPayment | undefined> {
  return findOne(transaction, sql`c.reference = ${reference} and c.state = 'paid'`);
}

async function findOne(
  transaction: PracticeTransaction,
  condition: Sql,
): Promise<CardPayment | undefined> {
  const row = await transaction.maybeOne<Row>(sql`
    select c.card_payment_id as id, c.request_key as key, c.gateway, c.guarantor_id,
      ${cardPatient} as patient_id, c.cents, c.card_token as token, c.place, c.wish, c.state, c.code, c.reference, c.look_ups,
      c.patient_payment_id as payment,
      (select coalesce(sum(r.cents), 0)::bigint from card_refunds r
        where r.practice_id = c.practice_id and r.card_payment_id = c.card_payment_id
          and r.state <> 'declined') as back_cents
    from card_payments c
    where c.practice_id = ${transaction.practiceId} and ${condition}`);
  return row && cardPaymentOf(row);
}

function cardPaymentOf(row: Row): CardPayment {
  return {
    cardPaymentId: row.id,
    key: row.key,
    gateway: row.gateway,
    account:
      row.guarantor_id === null
        ? { patientId: row.patient_id ?? 0 }
        : { guarantorId: row.guarantor_id },
    cents: row.cents,
    token: row.token,
    place: row.place,
    wish: row.wish,
    state: row.state,
    code: row.code ?? undefined,
    reference: row.reference ?? undefined,
    lookUps: row.look_ups,
    patientPaymentId: row.payment ?? undefined,
    backCents: row.back_cents,
  };
}

/** Writes how a payment ended, with the gateway's answer as it came. */
export async function endCardPayment(
  transaction: PracticeTransaction,
  cardPaymentId: number,
  end: {
    readonly state: Exclude<CardPaymentState, "pending">;
    readonly code?: string;
    readonly reference?: string;
    readonly face: CardFace | undefined;
    readonly answer: unknown;
    readonly patientPaymentId?: number;
  },
): Promise<void> {
  await transaction.execute(sql`
    update card_payments set state = ${end.state}, code = ${end.code ?? null},
      reference = ${end.reference ?? null}, card_brand = ${end.face?.brand ?? null},
      card_last_four = ${end.face?.lastFour ?? null}, answer = ${JSON.stringify(end.answer)}::jsonb,
      answered_at = now(), patient_payment_id = ${end.patientPaymentId ?? null}
    where practice_id = ${transaction.practiceId} and card_payment_id = ${cardPaymentId}`);
}

/** Counts a look-up in vain and asks for the next. */
export async function countLookUp(
  transaction: PracticeTransaction,
  { cardPaymentId, lookUps }: CardPayment,
): Promise<void> {
  await transaction.execute(sql`
    update card_payments set look_ups = look_ups + 1
    where practice_id = ${transaction.practiceId} and card_payment_id = ${cardPaymentId}`);
  await askLater(transaction, { cardPaymentId }, lookUps + 1);
}
