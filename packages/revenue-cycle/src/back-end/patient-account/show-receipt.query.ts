import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { patientName } from "../../masters/answer-columns.query.ts";
import { practiceProfile } from "../../masters/practice/practice-profile.query.ts";
import { addressLines, givenNameFirst } from "../statement/write-statement.ts";
import { givenCents } from "./account-columns.query.ts";
import type { ReceiptAnswer } from "./receipt-answers.ts";

type PaidRow = {
  readonly number: string;
  readonly account: string | null;
  readonly paid_by: string;
  readonly paid_on: string;
  readonly method: string;
  readonly reference: string | null;
  readonly cents: number;
  readonly left_cents: number;
  readonly is_reversed: boolean;
};

/**
 * The receipt on which a payment stands, with everything that was paid under its number, as it stands
 * now. A payment that a file told of has the number of the file and is shown alone.
 */
export async function showReceipt(
  transaction: PracticeTransaction,
  patientPaymentId: number,
): Promise<ReceiptAnswer | undefined> {
  const { practiceId } = transaction;
  const ids = await transaction.query<{ id: number }>(sql`
    select same.patient_payment_id as id from patient_payments pay
    join patient_payments same on same.practice_id = pay.practice_id
      and (same.patient_payment_id = pay.patient_payment_id
        or pay.file_id is null and same.file_id is null and same.receipt = pay.receipt
          and same.paid_on = pay.paid_on and same.patient_control_number = '')
    where pay.practice_id = ${practiceId} and pay.patient_payment_id = ${patientPaymentId}`);
  const paymentIds = ids.map(({ id }) => id);
  const rows = await paidRows(transaction, paymentIds);
  const [first] = rows;
  if (first === undefined) return undefined;
  const profile = await practiceProfile(transaction);
  const { name } = await transaction.one<{ name: string }>(sql`
    select name from practices where practice_id = ${practiceId}`);
  const sum = (cents: (row: PaidRow) => number) =>
    rows.reduce((total, row) => total + cents(row), 0);
  return {
    number: first.number,
    practice: name,
    practiceLines: addressLines({
      addressLine1: profile.remitLine1,
      addressLine2: profile.remitLine2,
      city: profile.remitCity,
      state: profile.remitState,
      postalCode: profile.remitPostalCode,
    }),
    phone: profile.statementPhone ?? profile.contactPhone,
    account: first.account,
    paidBy: givenNameFirst(first.paid_by),
    paidOn: first.paid_on,
    method: first.method,
    reference: first.reference,
    cents: sum((row) => row.cents),
    parts: await receiptParts(transaction, paymentIds),
    leftCents: sum((row) => row.left_cents),
    isReversed: rows.every((row) => row.is_reversed),
  };
}

function paidRows(transaction: PracticeTransaction, ids: readonly number[]): Promise<PaidRow[]> {
  return transaction.query<PaidRow>(sql`
    select pay.receipt as number, pay.paid_on, pay.method, pay.reference, pay.cents,
      coalesce('g' || coalesce(pay.guarantor_id, p.guarantor_id), 'p' || p.patient_id) as account,
      coalesce(concat_ws(', ', g.last_name, g.first_name), '') || case when g.guarantor_id is null
        then coalesce(${patientName}, '') else '' end as paid_by,
      case when pay.claim_id is not null or pay.reversed_on is not null then 0
        else pay.cents - ${givenCents} end as left_cents,
      pay.reversed_on is not null as is_reversed
    from patient_payments pay
    left join claims c on c.practice_id = pay.practice_id and c.claim_id = pay.claim_id
    left join patients p on p.practice_id = pay.practice_id
      and p.patient_id = coalesce(pay.patient_id, c.patient_id)
    left join guarantors g on g.practice_id = pay.practice_id and g.guarantor_id = pay.guarantor_id
    where pay.practice_id = ${transaction.practiceId}
      and pay.patient_payment_id = any (${[...ids]}::bigint[])
    order by pay.patient_payment_id`);
}

async function receiptParts(
  transaction: PracticeTransaction,
  ids: readonly number[],
): Promise<ReceiptAnswer["parts"]> {
  const rows = await transaction.query<ReceiptAnswer["parts"][number]>(sql`
    select c.service_from as "on", ${patientName} as patient,
      c.patient_control_number as "patientControlNumber", sum(part.cents)::bigint as cents
    from (
      select claim_id, cents from payment_allocations where practice_id = ${transaction.practiceId}
        and patient_payment_id = any (${[...ids]}::bigint[]) and undone_on is null
      union all
      select claim_id, cents from patient_payments where practice_id = ${transaction.practiceId}
        and patient_payment_id = any (${[...ids]}::bigint[]) and claim_id is not null
        and reversed_on is null) part
    join claims c on c.practice_id = ${transaction.practiceId} and c.claim_id = part.claim_id
    join patients p on p.practice_id = c.practice_id and p.patient_id = c.patient_id
    group by c.claim_id, c.service_from, p.last_name, p.first_name, c.patient_control_number
    order by c.service_from, c.claim_id`);
  return rows.map((row) => ({ ...row, patient: givenNameFirst(row.patient) }));
}
