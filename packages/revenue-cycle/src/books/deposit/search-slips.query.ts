import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { actorName, allOf, instantText } from "../../masters/answer-columns.query.ts";
import { type Page, pageOf } from "../../masters/answer-schemas.ts";
import { isOwnCash, isTiedElsewhere } from "./slip.store.ts";
import type { SlipAnswer, SlipPage, UndepositedAnswer } from "./slip-answers.ts";

/** What a list tells of payment `p`. */
const paymentColumns: Sql = sql`
  p.patient_payment_id as "paymentId", p.paid_on as "paidOn",
  case when g.guarantor_id is not null then concat_ws(', ', g.last_name, g.first_name)
    else concat_ws(', ', pat.last_name, pat.first_name) end as payer,
  coalesce('g' || p.guarantor_id, 'p' || p.patient_id) as account,
  p.method, coalesce(p.reference, '') as reference, p.receipt,
  coalesce(${actorName(sql`p.taken_by`)}, '') as "takenBy", p.cents`;

const payingParty: Sql = sql`
  left join patients pat on pat.practice_id = p.practice_id and pat.patient_id = p.patient_id
  left join guarantors g on g.practice_id = p.practice_id and g.guarantor_id = p.guarantor_id`;

type UndepositedKey = [string, number];

/**
 * Patients' money that was taken here and is on no slip, the oldest first. What a file tells was taken
 * elsewhere, and what a gateway charged is its own to deposit.
 */
export async function searchUndeposited(
  transaction: PracticeTransaction,
  filter: { readonly method?: string | undefined; readonly through?: string | undefined },
  page: {
    readonly limit: number;
    readonly after?: UndepositedKey | undefined;
    readonly today: string;
  },
): Promise<Page<UndepositedAnswer, UndepositedKey>> {
  const { after, today } = page;
  const where = allOf([
    sql`p.practice_id = ${transaction.practiceId} and p.deposit_slip_id is null
      and p.reversed_on is null and p.file_id is null and p.cents > 0`,
    isOwnCash,
    ...(filter.method === undefined ? [] : [sql`p.method = ${filter.method}`]),
    ...(filter.through === undefined ? [] : [sql`p.paid_on <= ${filter.through}::date`]),
    ...(after === undefined
      ? []
      : [sql`(p.paid_on, p.patient_payment_id) > (${after[0]}::date, ${after[1]})`]),
  ]);
  const rows = await transaction.query<UndepositedAnswer>(sql`
    select ${paymentColumns}, greatest(${today}::date - p.paid_on, 0) as "ageDays"
    from patient_payments p ${payingParty}
    where ${where}
    order by p.paid_on, p.patient_payment_id limit ${page.limit + 1}`);
  return pageOf(rows, page.limit, (row): UndepositedKey => [row.paidOn, row.paymentId]);
}

const slipColumns: Sql = sql`
  s.deposit_slip_id as id, s.number, s.deposited_on as "depositedOn", s.cents,
  (select count(*) from patient_payments p where p.practice_id = s.practice_id
    and p.deposit_slip_id = s.deposit_slip_id)::int as payments,
  case when s.taken_back_on is not null then 'taken-back'
    when s.bank_deposit_id is null then 'no-deposit' else 'agrees' end as state,
  json_build_object('by', ${actorName(sql`s.made_by`)}, 'at', ${instantText(sql`s.made_at`)}) as made,
  case when s.taken_back_on is not null then json_build_object(
    'by', ${actorName(sql`s.taken_back_by`)}, 'on', s.taken_back_on,
    'reason', s.take_back_reason) end as "takenBack",
  case when d.bank_deposit_id is not null then json_build_object('id', d.bank_deposit_id,
    'on', d.deposited_on, 'traceNumber', d.trace_number) end as deposit,
  s.matched_by as "matchedBy"
  from deposit_slips s
  left join bank_deposits d on d.practice_id = s.practice_id
    and d.bank_deposit_id = s.bank_deposit_id`;

type SlipKey = [string, number];

/** One page of the slips, the newest first. */
export async function searchSlips(
  transaction: PracticeTransaction,
  filter: { readonly state?: SlipAnswer["state"] | undefined },
  page: { readonly limit: number; readonly after?: SlipKey | undefined },
): Promise<Page<SlipAnswer, SlipKey>> {
  const { after } = page;
  const rows = await transaction.query<SlipAnswer>(sql`
    select * from (select ${slipColumns} where s.practice_id = ${transaction.practiceId}) slip
    where ${filter.state === undefined ? sql`true` : sql`slip.state = ${filter.state}`} ${
      after ? sql`and (slip."depositedOn", slip.id) < (${after[0]}::date, ${after[1]})` : sql``
    }
    order by slip."depositedOn" desc, slip.id desc limit ${page.limit + 1}`);
  return pageOf(rows, page.limit, (row): SlipKey => [row.depositedOn, row.id]);
}

/** A slip with its payments, and the bank's lines that it may be. */
export async function showSlip(
  transaction: PracticeTransaction,
  slipId: number,
): Promise<SlipPage | undefined> {
  const { practiceId } = transaction;
  const slip = await transaction.maybeOne<SlipAnswer>(sql`
    select ${slipColumns} where s.practice_id = ${practiceId} and s.deposit_slip_id = ${slipId}`);
  if (slip === undefined) return undefined;
  const items = await transaction.query<SlipPage["items"][number]>(sql`
    select ${paymentColumns}, p.reversed_on as "reversedOn"
    from patient_payments p ${payingParty}
    where p.practice_id = ${practiceId} and p.deposit_slip_id = ${slipId}
    order by p.method, p.paid_on, p.patient_payment_id`);
  const suggestions =
    slip.state !== "no-deposit"
      ? []
      : await transaction.query<SlipPage["suggestions"][number]>(sql`
          select d.bank_deposit_id as "depositId", d.deposited_on as "on",
            d.trace_number as "traceNumber", d.payer_name as payer
          from bank_deposits d
          where d.practice_id = ${practiceId} and d.cents = ${slip.cents}
            and d.remittance_id is null and d.taken_back_on is null and not ${isTiedElsewhere}
          order by abs(d.deposited_on - ${slip.depositedOn}::date), d.bank_deposit_id limit 10`);
  return { ...slip, items, suggestions };
}
