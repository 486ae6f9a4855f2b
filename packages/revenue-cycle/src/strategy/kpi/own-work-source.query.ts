import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import { facilityKey, ownFacility, providerKey } from "./place-of-claim.query.ts";
import { amongClaims, type ReportScope } from "./report-scope.query.ts";

/**
 * Original claims that were written here. A claim that an edit or a person once held, that a person
 * described anew, that was written incomplete or that was rejected before a payer judged it is forever
 * unclean; warnings do not count.
 */
export function ownClaimSource(scope: ReportScope): Sql {
  const { practiceId, asOf } = scope;
  return sql`
    select c.claim_id, c.claim_id as row_key, 'claim' as kind, null::integer as line_number,
      null::bigint as remittance_id, c.patient_control_number, c.patient_id, c.payer_id, c.state,
      1 as n, c.charged_cents, c.service_from as on_date, null::text as group_code,
      null::text as reason_code, null::text as category, null::text as stage,
      ${providerKey} as provider_key, ${facilityKey} as facility_key, c.state as label,
      (c.state <> 'draft' and written.revision = 1 and not coalesce(c.rejected_on <= ${asOf}::date, false)
        and not exists (select from edit_findings f
          where f.practice_id = ${practiceId} and f.subject_kind = 'claim'
            and f.subject_id = c.claim_id and f.severity = 'hold')
        and not exists (select from holds h
          where h.practice_id = ${practiceId} and h.subject_kind = 'claim'
            and h.subject_id = c.claim_id)) as is_clean
    from claim_contents written
    join claims c on c.practice_id = ${practiceId} and c.claim_id = written.claim_id
    ${ownFacility(scope)}
    where written.practice_id = ${practiceId} and written.purpose = 'original'
      and c.state <> 'void' and coalesce(c.service_from, ${asOf}::date) <= ${asOf}::date
      ${amongClaims(scope, sql`written.claim_id`)}`;
}

/** Charges of visits that were entered here, with how long after the service that was. */
export function chargeSource({ practiceId, asOf, encounters }: ReportScope): Sql {
  const some = encounters
    ? sql`and e.encounter_id between ${encounters.from}::bigint and ${encounters.through}::bigint`
    : sql``;
  return sql`
    select e.encounter_id, e.encounter_id * 100 + charge.line_number as row_key, 'charge' as kind,
      original.claim_id, charge.line_number::integer, null::bigint as remittance_id,
      c.patient_control_number, e.patient_id, c.payer_id, e.state, 1 as n, charge.charged_cents,
      e.service_from as on_date, null::text as group_code, null::text as reason_code,
      null::text as category, null::text as stage, coalesce(p.npi, '') as provider_key,
      coalesce(f.name, 'POS ' || e.place_of_service, '') as facility_key,
      charge.procedure_code as label, e.charges_entered_on - e.service_from as days_to_entry
    from encounters e
    join charges charge on charge.practice_id = ${practiceId}
      and charge.encounter_id = e.encounter_id
    left join providers p on p.practice_id = ${practiceId}
      and p.provider_id = e.rendering_provider_id
    left join facilities f on f.practice_id = ${practiceId} and f.facility_id = e.facility_id
    left join claim_contents original on original.practice_id = ${practiceId}
      and original.encounter_id = e.encounter_id and original.purpose = 'original'
    left join claims c on c.practice_id = ${practiceId} and c.claim_id = original.claim_id
    where e.practice_id = ${practiceId} and e.charges_entered_on <= ${asOf}::date ${some}`;
}
