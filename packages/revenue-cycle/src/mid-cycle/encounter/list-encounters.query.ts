import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { allOf, patientName } from "../../masters/answer-columns.query.ts";
import { type Page, pageOf } from "../../masters/answer-schemas.ts";
import type { EncounterRow } from "./encounter-answers.ts";

export type EncounterFilter = {
  readonly state?: EncounterRow["state"] | undefined;
  readonly patient?: number | undefined;
  readonly serviceFrom?: string | undefined;
  readonly serviceThrough?: string | undefined;
};

type EncounterPage = {
  readonly limit: number;
  readonly after?: readonly [string, number] | undefined;
};

/** Encounters by their day, the latest first, each with what it charges and its claim. */
export async function listEncounters(
  transaction: PracticeTransaction,
  filter: EncounterFilter,
  page: EncounterPage,
): Promise<Page<EncounterRow, [string, number]>> {
  const where = allOf([
    sql`e.practice_id = ${transaction.practiceId}`,
    ...(filter.state === undefined ? [] : [sql`e.state = ${filter.state}`]),
    ...(filter.patient === undefined ? [] : [sql`e.patient_id = ${filter.patient}`]),
    ...(filter.serviceFrom === undefined ? [] : [sql`e.service_from >= ${filter.serviceFrom}`]),
    ...(filter.serviceThrough === undefined
      ? []
      : [sql`e.service_from <= ${filter.serviceThrough}`]),
    ...(page.after === undefined
      ? []
      : [sql`(e.service_from, e.encounter_id) < (${page.after[0]}::date, ${page.after[1]})`]),
  ]);
  const rows = await transaction.query<EncounterRow>(sql`
    select e.encounter_id as id, e.patient_id as "patientId", ${patientName} as "patientName",
      e.service_from as "serviceFrom", v.name as "renderingName", f.name as "facilityName", e.state,
      coalesce(charged.lines, 0) as lines, coalesce(charged.cents, 0) as "chargedCents",
      claim.claim_id as "claimId", claim.patient_control_number as "patientControlNumber",
      claim.state as "claimState",
      (select min(h.owner_role) from holds h where h.practice_id = e.practice_id
        and h.subject_kind = 'encounter' and h.subject_id = e.encounter_id
        and h.released_at is null) as "heldFor"
    from encounters e
    join patients p on p.practice_id = e.practice_id and p.patient_id = e.patient_id
    left join providers v
      on v.practice_id = e.practice_id and v.provider_id = e.rendering_provider_id
    left join facilities f on f.practice_id = e.practice_id and f.facility_id = e.facility_id
    left join claim_contents t on t.practice_id = e.practice_id
      and t.encounter_id = e.encounter_id and t.purpose = 'original'
    left join claims claim on claim.practice_id = t.practice_id and claim.claim_id = t.claim_id
    left join lateral (select count(*)::integer as lines, sum(charged_cents)::bigint as cents
      from charges c where c.practice_id = e.practice_id
        and c.encounter_id = e.encounter_id) charged on true
    where ${where}
    order by e.service_from desc, e.encounter_id desc limit ${page.limit + 1}`);
  return pageOf(rows, page.limit, (row): [string, number] => [row.serviceFrom, row.id]);
}

/** A visit that took place and of which nothing was charged. */
export type UnchargedAppointment = {
  readonly appointmentId: number;
  readonly encounterId: number | null;
  readonly patientId: number;
  readonly patientName: string;
  readonly providerId: number;
  readonly facilityId: number | null;
  readonly on: string;
  readonly providerName: string | null;
  /** What was booked, which the charge may begin with. */
  readonly services: {
    readonly procedureCode: string;
    readonly modifiers: string[];
    readonly units: number;
  }[];
};

/**
 * Appointments that took place up to a day and have neither a charge nor a reason for none: what would
 * be lost. The oldest first.
 */
export async function listUncharged(
  transaction: PracticeTransaction,
  through: string,
  page: EncounterPage,
): Promise<Page<UnchargedAppointment, [string, number]>> {
  const after =
    page.after === undefined
      ? sql``
      : sql`and (a.local_day, a.appointment_id) > (${page.after[0]}::date, ${page.after[1]})`;
  const rows = await transaction.query<UnchargedAppointment>(sql`
    select a.appointment_id as "appointmentId", e.encounter_id as "encounterId",
      a.patient_id as "patientId", ${patientName} as "patientName", a.local_day as "on",
      a.provider_id as "providerId", a.facility_id as "facilityId", v.name as "providerName",
      coalesce((select jsonb_agg(jsonb_build_object('procedureCode', s.procedure_code,
          'modifiers', array_remove(string_to_array(s.modifiers, ' '), ''), 'units', s.units)
          order by s.line_number)
        from appointment_services s where s.practice_id = a.practice_id
          and s.appointment_id = a.appointment_id), '[]'::jsonb) as services
    from appointments a
    join patients p on p.practice_id = a.practice_id and p.patient_id = a.patient_id
    join providers v on v.practice_id = a.practice_id and v.provider_id = a.provider_id
    left join encounters e
      on e.practice_id = a.practice_id and e.appointment_id = a.appointment_id
    where a.practice_id = ${transaction.practiceId} and a.local_day <= ${through}::date
      and a.state in ('arrived', 'done') and coalesce(e.state, 'open') = 'open' ${after}
    order by a.local_day, a.appointment_id limit ${page.limit + 1}`);
  return pageOf(rows, page.limit, (row): [string, number] => [row.on, row.appointmentId]);
}
