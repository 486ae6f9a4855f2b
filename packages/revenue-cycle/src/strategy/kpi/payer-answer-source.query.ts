import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { ReportScope } from "./report-scope.query.ts";

/** Denials received by the as-of date: every reason by which a payer refused a line or a claim. */
export function denialSource({ practiceId, asOf }: ReportScope): Sql {
  return sql`
    select d.denial_id as row_key, 'denial' as kind, d.claim_id, d.line_number, d.remittance_id,
      c.patient_control_number, c.patient_id, c.payer_id, d.state,
      payer.identifier_key as payer_key, payer.name as payer, d.cents, d.denied_on as on_date,
      d.group_code, d.reason_code, d.category, d.stage, d.preventable, d.next_action as label,
      d.is_initial, (d.state = 'open') as is_open, d.due_on - ${asOf}::date as days_until_due
    from denials d
    join claims c on c.practice_id = ${practiceId} and c.claim_id = d.claim_id
    join payers payer on payer.practice_id = ${practiceId} and payer.payer_id = c.payer_id
    where d.practice_id = ${practiceId} and d.denied_on <= ${asOf}::date`;
}

/**
 * Claims on remittances that were posted, or held only because no claim of the set is known here.
 * Reversals (status 22), predeterminations (25) and claims of others (23) are no adjudications.
 */
export function remittanceClaimSource({ practiceId, asOf }: ReportScope): Sql {
  return sql`
    select m.remittance_id * 1000000 + rc.claim_number as row_key, 'remittance-claim' as kind,
      rc.claim_id, null::integer as line_number, m.remittance_id, rc.patient_control_number,
      c.patient_id, coalesce(c.payer_id, m.payer_id) as payer_id, rc.outcome as state,
      payer.identifier_key as payer_key, payer.name as payer,
      rc.charged_cents, rc.paid_cents, m.effective_on as on_date, refused.group_code,
      coalesce(refused.reason_code, 'unknown') as reason_code, null::text as category,
      null::text as stage, rc.outcome as label, rc.claim_id is null as is_unmatched,
      (rc.paid_cents = 0 and not coalesce(shared.has_patient_part, false)
        and (refused.reason_code is not null or rc.status_code = '4')) as is_denied
    from remittances m
    join remittance_claims rc on rc.practice_id = ${practiceId}
      and rc.remittance_id = m.remittance_id
    left join claims c on c.practice_id = ${practiceId} and c.claim_id = rc.claim_id
    join payers payer on payer.practice_id = ${practiceId}
      and payer.payer_id = coalesce(c.payer_id, m.payer_id)
    left join (
      select remittance_id, claim_number, true as has_patient_part
      from remittance_adjustments
      where practice_id = ${practiceId} and group_code = 'PR' and reason_code in ('1', '2', '3')
      group by remittance_id, claim_number having sum(cents) > 0) shared
      on shared.remittance_id = m.remittance_id and shared.claim_number = rc.claim_number
    left join (
      select distinct on (remittance_id, claim_number) remittance_id, claim_number, group_code,
        reason_code
      from remittance_adjustments
      where practice_id = ${practiceId} and treatment = 'denial' and cents > 0
      order by remittance_id, claim_number, cents desc, remittance_line_number, adjustment_number)
      refused on refused.remittance_id = m.remittance_id
      and refused.claim_number = rc.claim_number
    where m.practice_id = ${practiceId} and coalesce(m.effective_on, ${asOf}::date) <= ${asOf}::date
      and (m.verdict = 'posted' or (m.verdict = 'held' and m.reason_code = 'NO_CLAIM_KNOWN'))
      and rc.status_code not in ('22', '23', '25')`;
}

/** The columns that a row of money outside the claims does not have. */
const noClaim: Sql = sql`null::bigint as claim_id, null::integer as line_number,
  null::text as patient_control_number, null::bigint as patient_id, null::text as group_code,
  null::text as reason_code, null::text as category, null::text as stage`;

/**
 * Money that no claim explains or that is not posted: balances of the accounts that hold it, each
 * without its sign; remittances held or quarantined; deposits without a remittance, and, within the
 * days that bank files cover, remittances without a deposit.
 */
export function cashSource(scope: ReportScope): Sql {
  const { practiceId, asOf } = scope;
  return sql`
    select a.account_id * 10 + 1 as row_key, 'account' as kind, null::bigint as remittance_id,
      ${noClaim}, null::bigint as payer_id, a.name as payer_key, a.name as payer,
      a.kind as state, abs(b.cents) as cents, null::date as on_date, a.kind as label,
      a.kind as class, true as is_unexplained, a.kind in ('suspense', 'unapplied-cash') as is_unposted
    from (
      select account_id, sum(cents)::bigint as cents from (
        select debit_account_id as account_id, cents from transfers
        where practice_id = ${practiceId} and effective_on <= ${asOf}::date
        union all
        select credit_account_id, -cents from transfers
        where practice_id = ${practiceId} and effective_on <= ${asOf}::date) moved
      where account_id in (select account_id from accounts where practice_id = ${practiceId}
        and kind in ('suspense', 'unapplied-cash', 'unmatched-reversal', 'recoupment'))
      group by account_id having sum(cents) <> 0) b
    join accounts a on a.practice_id = ${practiceId} and a.account_id = b.account_id
    union all
    select m.remittance_id * 10 + 2, 'remittance', m.remittance_id, ${noClaim}, m.payer_id,
      payer.identifier_key, payer.name, m.verdict, m.paid_cents, m.effective_on, m.trace_number,
      m.verdict, false, true
    from remittances m join payers payer using (practice_id, payer_id)
    where m.practice_id = ${practiceId} and m.verdict in ('held', 'quarantined')
      and coalesce(m.effective_on, ${asOf}::date) <= ${asOf}::date
    union all
    select b.bank_deposit_id * 10 + 3, 'deposit', null, ${noClaim}, null, b.payer_name,
      b.payer_name, b.type, b.cents, b.deposited_on, b.trace_number, 'deposit', true, false
    from bank_deposits b
    where b.practice_id = ${practiceId} and b.remittance_id is null
      and b.deposited_on <= ${asOf}::date
    union all
    select m.remittance_id * 10 + 4, 'remittance', m.remittance_id, ${noClaim}, m.payer_id,
      payer.identifier_key, payer.name, m.verdict, m.paid_cents, m.effective_on, m.trace_number,
      'not-deposited', false, false
    from remittances m join payers payer using (practice_id, payer_id)
    where m.practice_id = ${practiceId} and m.verdict = 'posted' and m.paid_cents > 0
      and m.effective_on between
        (select min(deposited_on) from bank_deposits where practice_id = ${practiceId})
        and least(${asOf}::date,
          (select max(deposited_on) from bank_deposits where practice_id = ${practiceId}))
      and not exists (select from bank_deposits b
        where b.practice_id = ${practiceId} and b.remittance_id = m.remittance_id)`;
}
