import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { allOf, instantText, patientName } from "../../masters/answer-columns.query.ts";
import { coverageMembers, patientBalance } from "../registration/registration-grounds.query.ts";
import { eligibilityFreshDays } from "./decide-clearance.ts";
import type { Visit } from "./visit.ts";

const visitColumns: Sql = sql`
  a.appointment_id as id, a.patient_id as "patientId", a.provider_id as "providerId",
  provider.name as provider, a.facility_id as "facilityId", facility.name as facility,
  a.local_day as day, to_char(a.starts_at at time zone practice.time_zone, 'HH24:MI') as time,
  ${instantText(sql`a.starts_at`)} as "startsAt", a.minutes, a.kind, a.reason, a.state,
  a.state_reason as "stateReason", a.authorization_id as "authorizationId",
  a.is_double_booked as "isDoubleBooked",
  (a.booked_at at time zone practice.time_zone)::date as "bookedOn", a.revision,
  (select coalesce(json_agg(json_build_object('procedureCode', s.procedure_code,
      'modifiers', s.modifiers, 'units', s.units) order by s.line_number), '[]')
    from appointment_services s
    where s.practice_id = a.practice_id and s.appointment_id = a.appointment_id) as services,
  json_build_object('name', ${patientName}, 'lastName', p.last_name, 'firstName', p.first_name,
    'chartNumber', p.chart_number, 'dateOfBirth', p.date_of_birth, 'gender', p.gender,
    'addressLine1', p.address_line1, 'city', p.city, 'state', p.state,
    'postalCode', p.postal_code, 'country', p.country, 'dateOfDeath', p.date_of_death,
    'phone', p.phone, 'email', p.email,
    'hasGuarantor', p.guarantor_id is not null) as patient,
  coverage.facts as coverage, checked.facts as check,
  ${patientBalance(sql`a.practice_id`, sql`a.patient_id`)} as "balanceCents",
  exists (select from estimates e where e.practice_id = a.practice_id
    and e.appointment_id = a.appointment_id and e.kind = 'good-faith'
    and e.patient_cents is not null) as "hasGoodFaithEstimate"`;

function coverageOnDay(): Sql {
  return sql`
    select c.coverage_id, json_build_object('id', c.coverage_id, ${coverageMembers}) as facts
    from coverages c
    join payers payer on payer.practice_id = c.practice_id and payer.payer_id = c.payer_id
    left join plans plan on plan.practice_id = c.practice_id and plan.plan_id = c.plan_id
    where c.practice_id = a.practice_id and c.patient_id = a.patient_id
    order by (coalesce(c.effective_from, a.local_day) <= a.local_day
        and a.local_day <= coalesce(c.effective_to, a.local_day)) desc,
      c.rank, c.effective_to desc nulls first, c.coverage_id desc
    limit 1`;
}

/** The latest answer that is fresh, else the latest question: a failure does not hide what is known. */
function lastCheck(today: string): Sql {
  return sql`
    select json_build_object('id', e.check_id, 'outcome', e.outcome,
      'reasonCode', e.reason_code, 'answeredOn', e.answered_on) as facts
    from eligibility_checks e
    where e.practice_id = a.practice_id and e.coverage_id = coverage.coverage_id
    order by (e.outcome in ('active', 'inactive')
      and e.answered_on >= ${today}::date - ${eligibilityFreshDays}::integer) desc, e.check_id desc
    limit 1`;
}

export type VisitFilter = {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly providerId?: number | undefined;
  readonly facilityId?: number | undefined;
  readonly patientId?: number | undefined;
  readonly coverageId?: number | undefined;
  readonly states?: readonly string[] | undefined;
  readonly ids?: readonly number[] | undefined;
};

/** Visits by day and time, with what their clearance rests on. `today` is the business date. */
export async function loadVisits(
  transaction: PracticeTransaction,
  filter: VisitFilter,
  { today, limit = 1000 }: { readonly today: string; readonly limit?: number },
): Promise<Visit[]> {
  return transaction.query<Visit>(sql`
    select ${visitColumns}
    from appointments a
    join practices practice on practice.practice_id = a.practice_id
    join patients p on p.practice_id = a.practice_id and p.patient_id = a.patient_id
    join providers provider on provider.practice_id = a.practice_id
      and provider.provider_id = a.provider_id
    left join facilities facility on facility.practice_id = a.practice_id
      and facility.facility_id = a.facility_id
    left join lateral (${coverageOnDay()}) coverage on true
    left join lateral (${lastCheck(today)}) checked on true
    where ${conditionsOf(transaction.practiceId, filter)}
    order by a.local_day, a.starts_at, a.appointment_id
    limit ${limit}`);
}

/** One visit of the practice. */
export async function findVisit(
  transaction: PracticeTransaction,
  appointmentId: number,
  today: string,
): Promise<Visit | undefined> {
  const [visit] = await loadVisits(transaction, { ids: [appointmentId] }, { today });
  return visit;
}

function conditionsOf(practiceId: number, filter: VisitFilter): Sql {
  const { from, to, providerId, facilityId, patientId, coverageId, states, ids } = filter;
  return allOf([
    sql`a.practice_id = ${practiceId}`,
    ...(from === undefined ? [] : [sql`a.local_day >= ${from}::date`]),
    ...(to === undefined ? [] : [sql`a.local_day <= ${to}::date`]),
    ...(providerId === undefined ? [] : [sql`a.provider_id = ${providerId}`]),
    ...(facilityId === undefined ? [] : [sql`a.facility_id = ${facilityId}`]),
    ...(patientId === undefined ? [] : [sql`a.patient_id = ${patientId}`]),
    ...(coverageId === undefined ? [] : [sql`coverage.coverage_id = ${coverageId}`]),
    ...(states === undefined ? [] : [sql`a.state = any (${[...states]}::text[])`]),
    ...(ids === undefined ? [] : [sql`a.appointment_id = any (${[...ids]}::bigint[])`]),
  ]);
}
