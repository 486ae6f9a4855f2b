import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { actorName } from "../../masters/answer-columns.query.ts";
import { type Page, pageOf } from "../../masters/answer-schemas.ts";
import { parseAccountKey } from "../patient-account/patient-account.ts";
import { cardPatient } from "./card-payment.store.ts";
import type { CardPaymentState } from "./card-payment.ts";
import type { CardPaymentRow, CardSettlementRow } from "./card-payment-answers.ts";

export type CardPaymentFilter = {
  /** An account's key, such as `p12`. */
  readonly account?: string | undefined;
  /** A claim: the payments of its patient and of the patient's guarantor. */
  readonly claim?: number | undefined;
  readonly state?: CardPaymentState | undefined;
};

type IdPage = { readonly limit: number; readonly after?: readonly [number] | undefined };

/** One page of payments by card, the newest first. */
export async function listCardPayments(
  transaction: PracticeTransaction,
  { account, claim, state }: CardPaymentFilter,
  page: IdPage,
): Promise<Page<CardPaymentRow, [number]>> {
  const { practiceId } = transaction;
  const of = account === undefined ? undefined : parseAccountKey(account);
  const rows = await transaction.query<CardPaymentRow>(sql`
    select c.card_payment_id as id,
      coalesce('g' || c.guarantor_id, 'p' || ${cardPatient}) as account, c.asked_on as "askedOn",
      ${actorName(sql`c.asked_by`)} as "askedBy", c.cents, c.card_brand as brand,
      c.card_last_four as "lastFour", c.state, c.code, c.patient_payment_id as "patientPaymentId",
      pay.receipt, coalesce(back.cents, 0)::bigint as "backCents",
      case when back.is_charged_back then 'charged-back' when back.is_waiting then 'pending'
        when exists (select from approvals a where a.practice_id = c.practice_id
          and a.subject_kind = 'card-payment' and a.subject_id = c.card_payment_id
          and a.state = 'waiting') then 'asked'
        when back.is_done then 'done' when back.is_declined then 'declined' end as "backState",
      s.number as settlement
    from card_payments c
    left join patient_payments pay on pay.practice_id = c.practice_id
      and pay.patient_payment_id = c.patient_payment_id
    left join card_settlements s on s.practice_id = c.practice_id
      and s.card_settlement_id = c.card_settlement_id
    cross join lateral (
      select sum(r.cents) filter (where r.state <> 'declined') as cents,
        bool_or(r.kind = 'chargeback') as is_charged_back, bool_or(r.state = 'pending') as is_waiting,
        bool_or(r.state = 'done') as is_done, bool_or(r.state = 'declined') as is_declined
      from card_refunds r
      where r.practice_id = c.practice_id and r.card_payment_id = c.card_payment_id) back
    where c.practice_id = ${practiceId} and c.card_payment_id < ${page.after?.[0] ?? 2 ** 52}
      and (${account === undefined} or c.guarantor_id = ${of?.guarantorId ?? null}
        or ${cardPatient} = ${of?.patientId ?? null})
      and (${claim === undefined} or exists (
        select from claims k join patients p on p.practice_id = k.practice_id
          and p.patient_id = k.patient_id
        where k.practice_id = c.practice_id and k.claim_id = ${claim ?? 0}
          and (${cardPatient} = k.patient_id or c.guarantor_id = p.guarantor_id)))
      and (${state === undefined} or c.state = ${state ?? null})
    order by c.card_payment_id desc
    limit ${page.limit + 1}`);
  return pageOf(rows, page.limit, (row): [number] => [row.id]);
}

/** One page of the gateway's deposits, the newest first. */
export async function listCardSettlements(
  transaction: PracticeTransaction,
  page: IdPage,
): Promise<Page<CardSettlementRow, [number]>> {
  const rows = await transaction.query<CardSettlementRow>(sql`
    select s.card_settlement_id as id, s.number, s.settled_on as "on", s.gross_cents as "grossCents",
      s.fee_cents as "feeCents", s.gross_cents - s.fee_cents as "netCents",
      (select count(*) from card_payments c where c.practice_id = s.practice_id
        and c.card_settlement_id = s.card_settlement_id) as charges
    from card_settlements s
    where s.practice_id = ${transaction.practiceId}
      and s.card_settlement_id < ${page.after?.[0] ?? 2 ** 52}
    order by s.card_settlement_id desc
    limit ${page.limit + 1}`);
  return pageOf(rows, page.limit, (row): [number] => [row.id]);
}
