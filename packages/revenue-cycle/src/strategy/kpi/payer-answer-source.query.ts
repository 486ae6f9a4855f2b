import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import { facilityKey, ownFacility, providerKey } from "./place-of-claim.query.ts";
import { amongClaims, type ReportScope } from "./report-scope.query.ts";

/** Denials received by the as-of date: every reason by which a payer refused a line or a claim. */
export function denialSource(scope: ReportScope): Sql {
  const { practiceId, asOf } = scope;
  return sql`
    select d.denial_id as row_key, 'denial' as kind, d.claim_id, d.line_number, d.remittance_id,
      c.patient_control_number, c.patient_id, c.payer_id, d.state, 1 as n, d.cents,
      d.denied_on as on_date, d.group_code, d.reason_code, d.category, d.stage, d.preventable,
      d.process, ${providerKey} as provider_key, ${facilityKey} as facility_key,
      d.next_action as label, coalesce(d.state = 'open'
        and d.due_on between ${asOf}::date and ${asOf}::date + 7, false) as is_due_soon
    from denials d
    join claims c on c.practice_id = ${practiceId} and c.claim_id = d.claim_id
    ${ownFacility(scope)}
    where d.practice_id = ${practiceId} and d.denied_on <= ${asOf}::date
      ${amongClaims(scope, sql`d.claim_id`)}`;
}

/**
 * Claims on remittances that were posted, or held only because no claim of the set is known here.
 * Reversals (status 22), predeterminations (25) and claims of others (23) are no adjudications.
 */
export function remittanceClaimSource(scope: ReportScope): Sql {
  const { practiceId } = scope;
  const none = sql`cross join (select null::text as group_code, null::text as reason_code) refused`;
  const largest = sql`
    left join lateral (
      select a.group_code, a.reason_code
      from remittance_adjustments a
      where a.practice_id = ${practiceId} and a.remittance_id = rc.remittance_id
        and a.claim_number = rc.claim_number and a.treatment in ('denial', 'hold') and a.cents > 0
      order by a.cents desc, a.remittance_line_number, a.adjustment_number
      limit 1) refused on true`;
  const isDenied = sql`(refused.reason_code is not null or rc.status_code = '4')
    and not exists (select from remittance_adjustments a
      where a.practice_id = ${practiceId} and a.remittance_id = rc.remittance_id
        and a.claim_number = rc.claim_number and a.group_code = 'PR'
        and a.reason_code in ('1', '2', '3')
      having sum(a.cents) > 0)`;
  // Reasons are looked up for the few claims with nothing paid, not for all.
  return sql`
    ${remittedClaims(scope, { refused: none, isDenied: sql`false` })} and rc.paid_cents <> 0
    union all
    ${remittedClaims(scope, { refused: largest, isDenied })} and rc.paid_cents = 0`;
}

function remittedClaims(
  scope: ReportScope,
  { refused, isDenied }: { readonly refused: Sql; readonly isDenied: Sql },
): Sql {
  const { practiceId, asOf } = scope;
  return sql`
    select m.remittance_id * 1000000 + rc.claim_number as row_key, 'remittance-claim' as kind,
      rc.claim_id, null::integer as line_number, m.remittance_id, rc.patient_control_number,
      c.patient_id, coalesce(c.payer_id, m.payer_id) as payer_id, rc.outcome as state, 1 as n,
      rc.charged_cents, rc.paid_cents, m.effective_on as on_date, refused.group_code,
      coalesce(refused.reason_code, 'unknown') as reason_code, null::text as category,
      null::text as stage, coalesce(rc.rendering_npi, ${providerKey}) as provider_key,
      ${facilityKey} as facility_key, rc.outcome as label, rc.claim_id is null as is_unmatched,
      (${isDenied}) as is_denied
    from remittances m
    join remittance_claims rc on rc.practice_id = ${practiceId}
      and rc.remittance_id = m.remittance_id
    left join claims c on c.practice_id = ${practiceId} and c.claim_id = rc.claim_id
    ${ownFacility(scope)}
    ${refused}
    where m.practice_id = ${practiceId} and coalesce(m.effective_on, ${asOf}::date) <= ${asOf}::date
      and (m.verdict = 'posted' or (m.verdict = 'held' and m.reason_code = 'NO_CLAIM_KNOWN'))
      and rc.status_code not in ('22', '23', '25') ${ofSomeClaims(scope)}`;
}

/** Claims with ids below zero stand for those that no claim here answers. */
function ofSomeClaims(scope: ReportScope): Sql {
  const { claims } = scope;
  if (claims === undefined) return sql``;
  return claims.from < 0 ? sql`and rc.claim_id is null` : amongClaims(scope, sql`rc.claim_id`);
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
      ${noClaim}, null::bigint as payer_id, a.kind as state, 1 as n, abs(b.cents) as cents,
      null::date as on_date, a.name as label, a.kind as class, true as is_unexplained,
      a.kind in ('suspense', 'unapplied-cash') as is_unposted
    from (
      select a.account_id, sum(case when x.debit_account_id = a.account_id
        then x.cents else -x.cents end)::bigint as cents
      from transfers x
      join accounts a on a.practice_id = ${practiceId}
        and a.account_id in (x.debit_account_id, x.credit_account_id)
        and a.kind in ${cashKinds}
      where x.practice_id = ${practiceId} and x.effective_on <= ${asOf}::date
        and (x.debit_account_id in ${cashAccounts(practiceId)}
          or x.credit_account_id in ${cashAccounts(practiceId)})
      group by a.account_id having sum(case when x.debit_account_id = a.account_id
        then x.cents else -x.cents end) <> 0) b
    join accounts a on a.practice_id = ${practiceId} and a.account_id = b.account_id
    union all
    select m.remittance_id * 10 + 2, 'remittance', m.remittance_id, ${noClaim}, m.payer_id,
      m.verdict, 1, m.paid_cents, m.effective_on, m.trace_number, m.verdict, false, true
    from remittances m
    where m.practice_id = ${practiceId} and m.verdict in ('held', 'quarantined')
      and coalesce(m.effective_on, ${asOf}::date) <= ${asOf}::date
    union all
    select b.bank_deposit_id * 10 + 3, 'deposit', null, ${noClaim}, null, b.type, 1, b.cents,
      b.deposited_on, concat_ws(' ', b.payer_name, b.trace_number), 'deposit', true, false
    from bank_deposits b
    where b.practice_id = ${practiceId} and b.remittance_id is null
      and b.taken_back_on is null
      and b.deposited_on <= ${asOf}::date
    union all
    select m.remittance_id * 10 + 4, 'remittance', m.remittance_id, ${noClaim}, m.payer_id,
      m.verdict, 1, m.paid_cents, m.effective_on, m.trace_number, 'not-deposited', false, false
    from remittances m
    where m.practice_id = ${practiceId} and m.verdict = 'posted' and m.paid_cents > 0
      and m.effective_on between
        (select min(deposited_on) from bank_deposits where practice_id = ${practiceId})
        and least(${asOf}::date,
          (select max(deposited_on) from bank_deposits where practice_id = ${practiceId}))
      and not exists (select from bank_deposits b
        where b.practice_id = ${practiceId} and b.remittance_id = m.remittance_id)`;
}

/** Accounts whose balance is money without a claim. */
const cashKinds: Sql = sql`('suspense', 'unapplied-cash', 'unmatched-reversal', 'recoupment')`;

function cashAccounts(practiceId: number): Sql {
  return sql`(select account_id from accounts
    where practice_id = ${practiceId} and kind in ${cashKinds})`;
}
