import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { SuggestedRemittance } from "./deposit-answers.ts";

const mostShown = 20;

/**
 * Remittances of exactly a deposit's amount that no deposit is tied to, the likeliest first: by trace
 * number, by date (five calendar days cover the three business days of CORE 370), by payer.
 */
export async function suggestRemittances(
  transaction: PracticeTransaction,
  depositId: number,
): Promise<SuggestedRemittance[]> {
  return transaction.query<SuggestedRemittance>(sql`
    with found as (
      select m.remittance_id, m.trace_number, p.name as payer, m.effective_on, m.paid_cents, m.verdict,
        d.trace_number <> '' and m.trace_number = d.trace_number as is_trace,
        coalesce(m.effective_on between d.deposited_on - 5 and d.deposited_on + 5, false) as is_date,
        upper(p.name) = upper(d.payer_name) as is_payer,
        abs(m.effective_on - d.deposited_on) as days
      from bank_deposits d
      join remittances m on m.practice_id = d.practice_id and m.paid_cents = d.cents
        and m.verdict not in ('duplicate', 'refused')
      join payers p on p.practice_id = m.practice_id and p.payer_id = m.payer_id
      where d.practice_id = ${transaction.practiceId} and d.bank_deposit_id = ${depositId}
        and d.taken_back_on is null
        and not exists (select from bank_deposits other
          where other.practice_id = m.practice_id and other.remittance_id = m.remittance_id)
      order by is_trace desc, is_date desc, is_payer desc, days nulls last, m.remittance_id
      limit ${mostShown})
    select remittance_id as "remittanceId", trace_number as "traceNumber", payer,
      effective_on as "effectiveOn", paid_cents as "paidCents", verdict,
      array_remove(array[case when is_trace then 'trace' end, 'amount',
        case when is_date then 'date' end, case when is_payer then 'payer' end], null) as reasons
    from found order by is_trace desc, is_date desc, is_payer desc, days nulls last, remittance_id`);
}
