import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import { contractLineSource, successors } from "./line-source.query.ts";
import { facilityKey, ownFacility, providerKey } from "./place-of-claim.query.ts";
import { amongClaims, type ReportScope } from "./report-scope.query.ts";

/**
 * Claims that were sent by the as-of date, with what had happened to them by then. `is_original` is
 * the first version of a claim: a replacement counts with the claim that it replaces, never again. A
 * claim whose answers so far only put it off has no first adjudication.
 */
export function claimSource(scope: ReportScope): Sql {
  const { practiceId, asOf } = scope;
  return sql`
    select c.claim_id, c.claim_id as row_key, 'claim' as kind, null::integer as line_number,
      null::bigint as remittance_id, c.patient_control_number, c.patient_id, c.payer_id, c.state,
      1 as n, c.charged_cents, coalesce(c.submitted_on, c.service_from) as on_date,
      (c.version = 1 and c.replaces_claim_id is null
        and c.frequency_code not in ('7', '8')) as is_original,
      case
        when c.first_acceptance = 'accepted'
          and coalesce(c.accepted_on <= ${asOf}::date, true) then 'accepted'
        when c.first_acceptance = 'rejected'
          and coalesce(c.rejected_on <= ${asOf}::date, true) then 'rejected' end
        as first_acceptance,
      coalesce(c.first_adjudicated_on <= ${asOf}::date and c.first_outcome is not null, false)
        as is_adjudicated,
      case when c.first_adjudicated_on <= ${asOf}::date then c.first_outcome end as first_outcome,
      coalesce(successor.submitted_on <= ${asOf}::date, false) as is_corrected,
      case when c.first_paid_on <= ${asOf}::date
        then c.first_paid_on - coalesce(root.submitted_on, c.submitted_on) end as days_to_payment,
      (d.claim_id is not null) as has_initial_denial,
      d.group_code, coalesce(d.reason_code, 'unknown') as reason_code,
      coalesce(d.category, 'unknown') as category, coalesce(d.stage, 'payer') as stage,
      coalesce(d.process, 'unknown') as process,
      ${providerKey} as provider_key, ${facilityKey} as facility_key,
      ${underpaid(scope)} as is_underpaid, c.first_outcome as label,
      c.first_adjudicated_on, c.first_paid_on
    from claims c
    ${ownFacility(scope)}
    left join ${successors(practiceId)} on successor.claim_id = c.replaced_by_claim_id
    left join (${rootSubmissions(scope)}) root on root.claim_id = c.claim_id
    left join (
      select distinct on (claim_id) claim_id, group_code, reason_code, category, stage,
        process
      from denials
      where practice_id = ${practiceId} and is_initial and denied_on <= ${asOf}::date
        ${amongClaims(scope, sql`claim_id`)}
      order by claim_id, cents desc, denial_id) d on d.claim_id = c.claim_id
    ${scope.hasContracts ? underpaidByClaim(scope) : sql``}
    where c.practice_id = ${practiceId} and c.state not in ('draft', 'held', 'ready', 'void')
      and coalesce(c.submitted_on, c.service_from, ${asOf}::date) <= ${asOf}::date
      ${amongClaims(scope, sql`c.claim_id`)}`;
}

function underpaid(scope: ReportScope): Sql {
  return scope.hasContracts ? sql`coalesce(short.cents > 0, false)` : sql`false`;
}

function underpaidByClaim(scope: ReportScope): Sql {
  return sql`left join (select claim_id, sum(underpaid_cents)::bigint as cents
    from (${contractLineSource(scope)}) priced group by claim_id) short
    on short.claim_id = c.claim_id`;
}

/** For replacements: when the claim at the root of their chain was first submitted. */
function rootSubmissions(scope: ReportScope): Sql {
  const { practiceId } = scope;
  return sql`
    with recursive chain as (
      select claim_id, replaces_claim_id as ancestor_id, 1 as depth from claims
      where practice_id = ${practiceId} and replaces_claim_id is not null
        ${amongClaims(scope, sql`claim_id`)}
      union all
      select chain.claim_id, older.replaces_claim_id, depth + 1
      from chain join claims older
        on older.practice_id = ${practiceId} and older.claim_id = chain.ancestor_id
      where older.replaces_claim_id is not null and depth < 100)
    select distinct on (chain.claim_id) chain.claim_id, root.submitted_on
    from chain join claims root
      on root.practice_id = ${practiceId} and root.claim_id = chain.ancestor_id
    order by chain.claim_id, depth desc`;
}
