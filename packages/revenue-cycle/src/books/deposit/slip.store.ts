import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { SlipPayment } from "./decide-slip.ts";

/** Whether a patient's payment `p` came in as money that the practice itself brings to the bank. */
export const isOwnCash: Sql = sql`not exists (select from card_payments c
  where c.practice_id = p.practice_id and c.patient_payment_id = p.patient_payment_id)`;

/** Whether a bank's line `d` is tied to a slip or to a card gateway's deposit, neither of which is a remittance. */
export const isTiedElsewhere: Sql = sql`(exists (select from deposit_slips slip
    where slip.practice_id = d.practice_id and slip.bank_deposit_id = d.bank_deposit_id)
  or exists (select from card_settlements settlement
    where settlement.practice_id = d.practice_id
      and settlement.bank_deposit_id = d.bank_deposit_id))`;

/** The payments of these ids, kept from changing until the transaction ends. */
export async function paymentsForSlip(
  transaction: PracticeTransaction,
  paymentIds: readonly number[],
): Promise<SlipPayment[]> {
  return transaction.query<SlipPayment>(sql`
    select p.patient_payment_id as "paymentId", p.cents, p.paid_on as "paidOn",
      not (${isOwnCash}) as "isByGateway", p.reversed_on is not null as "isReversed",
      p.deposit_slip_id is not null as "isOnSlip"
    from patient_payments p
    where p.practice_id = ${transaction.practiceId}
      and p.patient_payment_id = any (${[...paymentIds]}::bigint[])
    order by p.patient_payment_id for update of p`);
}

/**
 * Ties slips to the lines of the bank that show them: by number and amount; then those whose line has no
 * number by amount alone, within five days after the slip, where only one slip and one line come into
 * question. Call it after slips and after bank files: either may come first.
 */
export async function matchSlips(transaction: PracticeTransaction): Promise<void> {
  const { practiceId } = transaction;
  const free = sql`d.practice_id = ${practiceId} and d.remittance_id is null
    and d.taken_back_on is null and not ${isTiedElsewhere}`;
  const waiting = sql`s.practice_id = ${practiceId} and s.bank_deposit_id is null
    and s.taken_back_on is null`;
  const tie = (found: Sql) =>
    transaction.execute(sql`
      update deposit_slips slip set bank_deposit_id = found.bank_deposit_id
      from (${found}) found
      where slip.practice_id = ${practiceId} and slip.deposit_slip_id = found.deposit_slip_id`);
  await tie(sql`
    select possible.deposit_slip_id, possible.bank_deposit_id from (
      select s.deposit_slip_id, d.bank_deposit_id,
        dense_rank() over (partition by s.number, s.cents order by s.deposit_slip_id) as slip_place,
        dense_rank() over (partition by s.number, s.cents order by d.bank_deposit_id) as place
      from deposit_slips s join bank_deposits d on d.practice_id = s.practice_id
        and d.trace_number = s.number and d.cents = s.cents
      where ${waiting} and s.number <> '' and ${free}) possible
    where possible.slip_place = possible.place`);
  await tie(sql`
    select possible.deposit_slip_id, possible.bank_deposit_id from (
      select s.deposit_slip_id, d.bank_deposit_id,
        count(*) over (partition by s.deposit_slip_id) as lines,
        count(*) over (partition by d.bank_deposit_id) as slips
      from deposit_slips s join bank_deposits d on d.practice_id = s.practice_id
        and d.trace_number = '' and d.cents = s.cents
        and d.deposited_on between s.deposited_on and s.deposited_on + 5
      where ${waiting} and ${free}) possible
    where possible.lines = 1 and possible.slips = 1`);
}
