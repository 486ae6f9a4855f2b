import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { authorizationsOfPatient } from "../authorization/authorization.store.ts";
import { matchAuthorization } from "../authorization/match-authorization.ts";
import { type AppointmentState, mayBecome, takesTime } from "./appointment.ts";
import {
  type AppointmentDraft,
  type AppointmentFault,
  appointmentFaultsOf,
  formFaults,
  tidyAppointment,
} from "./decide-appointment.ts";
import { findVisit } from "./visit.query.ts";
import type { Visit } from "./visit.ts";

export type AppointmentResult =
  | { readonly is: "recorded"; readonly visit: Visit }
  | { readonly is: "invalid"; readonly faults: readonly AppointmentFault[] }
  | {
      readonly is: "refused";
      readonly code: "not_found" | "revision_changed" | "appointment_state";
    };

/** Books an appointment; the provider's and the patient's day are held while it is decided. */
export async function bookAppointment(
  transaction: PracticeTransaction,
  typed: AppointmentDraft,
  today: string,
): Promise<AppointmentResult> {
  const draft = tidyAppointment(typed);
  const decided = await decide(transaction, draft, { today, except: undefined });
  if (decided.faults.length > 0) return { is: "invalid", faults: decided.faults };
  const { practiceId, actor } = transaction;
  const { startsAt, endsAt } = instants(practiceId, draft);
  const { id } = await transaction.one<{ id: number }>(sql`
    insert into appointments (practice_id, patient_id, provider_id, facility_id, starts_at, ends_at,
      local_day, minutes, kind, reason, is_double_booked, booked_by)
    values (${practiceId}, ${draft.patientId}, ${draft.providerId}, ${draft.facilityId},
      ${startsAt}, ${endsAt}, ${draft.day}::date, ${draft.minutes}, ${draft.kind},
      ${stated(draft.reason)}, ${decided.isDoubleBooked}, ${actor})
    returning appointment_id as id`);
  await writeServices(transaction, id, draft);
  return recorded(transaction, id, { today, kind: "appointment-booked" });
}

/** Moves an appointment or changes what it is for, if it still has the revision that was seen. */
export async function changeAppointment(
  transaction: PracticeTransaction,
  appointmentId: number,
  change: { readonly typed: AppointmentDraft; readonly revision: number; readonly today: string },
): Promise<AppointmentResult> {
  const { today, revision } = change;
  const draft = tidyAppointment(change.typed);
  const known = await findVisit(transaction, appointmentId, today);
  if (known === undefined) return { is: "refused", code: "not_found" };
  if (known.state !== "booked") return { is: "refused", code: "appointment_state" };
  const decided = await decide(transaction, draft, { today, except: appointmentId });
  if (decided.faults.length > 0) return { is: "invalid", faults: decided.faults };
  const { practiceId } = transaction;
  const { startsAt, endsAt } = instants(practiceId, draft);
  const changed = await transaction.execute(sql`
    update appointments set patient_id = ${draft.patientId}, provider_id = ${draft.providerId},
      facility_id = ${draft.facilityId}, starts_at = ${startsAt}, ends_at = ${endsAt},
      local_day = ${draft.day}::date, minutes = ${draft.minutes}, kind = ${draft.kind},
      reason = ${stated(draft.reason)}, is_double_booked = ${decided.isDoubleBooked},
      authorization_id = null, revision = revision + 1
    where practice_id = ${practiceId} and appointment_id = ${appointmentId}
      and revision = ${revision} and state = 'booked'`);
  if (changed === 0) return { is: "refused", code: "revision_changed" };
  await transaction.execute(sql`
    delete from appointment_services
    where practice_id = ${practiceId} and appointment_id = ${appointmentId}`);
  await writeServices(transaction, appointmentId, draft);
  const isMoved = known.day !== draft.day || known.time !== draft.time;
  const kind = isMoved ? "appointment-moved" : "appointment-changed";
  return recorded(transaction, appointmentId, { today, kind, from: known.day });
}

/** Cancels an appointment, marks it as missed, as done, or books it again after it was missed. */
export async function setAppointmentState(
  transaction: PracticeTransaction,
  appointmentId: number,
  change: {
    readonly state: Exclude<AppointmentState, "arrived">;
    readonly reason: string;
    readonly revision: number;
    readonly today: string;
  },
): Promise<AppointmentResult> {
  const { state, revision, today } = change;
  const known = await findVisit(transaction, appointmentId, today);
  if (known === undefined) return { is: "refused", code: "not_found" };
  const isEarly = state === "no-show" && known.day > today;
  if (!mayBecome(known.state, state) || isEarly) {
    return { is: "refused", code: "appointment_state" };
  }
  const changed = await transaction.execute(sql`
    update appointments set state = ${state}, state_reason = ${stated(change.reason.trim())},
      revision = revision + 1
    where practice_id = ${transaction.practiceId} and appointment_id = ${appointmentId}
      and revision = ${revision} and state = ${known.state}`);
  if (changed === 0) return { is: "refused", code: "revision_changed" };
  const kind = `appointment-${state === "booked" ? "booked-again" : state}`;
  return recorded(transaction, appointmentId, { today, kind });
}

const stated = (text: string): string | null => (text === "" ? null : text);

/** The instants of a day and time where the practice is. */
function instants(practiceId: number, { day, time, minutes }: AppointmentDraft) {
  const zone = sql`(select time_zone from practices where practice_id = ${practiceId})`;
  const startsAt: Sql = sql`((${`${day} ${time}`})::timestamp at time zone ${zone})`;
  const endsAt: Sql = sql`(${startsAt} + make_interval(mins => ${minutes}::integer))`;
  return { startsAt, endsAt };
}

type Decided = { readonly faults: readonly AppointmentFault[]; readonly isDoubleBooked: boolean };

async function decide(
  transaction: PracticeTransaction,
  draft: AppointmentDraft,
  { today, except }: { readonly today: string; readonly except: number | undefined },
): Promise<Decided> {
  const wrong = formFaults(draft, today);
  if (wrong.length > 0) return { faults: wrong, isDoubleBooked: false };
  const { practiceId } = transaction;
  await holdDay(transaction, draft);
  const { startsAt, endsAt } = instants(practiceId, draft);
  const taken = (whom: Sql) => sql`
    exists (select from appointments a where a.practice_id = ${practiceId} and ${whom}
      and a.state = any (${[...takesTime]}::text[])
      and a.appointment_id is distinct from ${except ?? null}::bigint
      and a.starts_at < ${endsAt} and ${startsAt} < a.ends_at)`;
  const around = await transaction.one<{
    patient: "known" | "joined" | "unknown";
    isProviderKnown: boolean;
    isFacilityKnown: boolean;
    isProviderBusy: boolean;
    isPatientBusy: boolean;
  }>(sql`
    select coalesce((select case when merged_into is null then 'known' else 'joined' end
        from patients where practice_id = ${practiceId} and patient_id = ${draft.patientId}),
        'unknown') as patient,
      exists (select from providers where practice_id = ${practiceId}
        and provider_id = ${draft.providerId} and not is_organization) as "isProviderKnown",
      (${draft.facilityId}::bigint is null or exists (select from facilities
        where practice_id = ${practiceId} and facility_id = ${draft.facilityId}))
        as "isFacilityKnown",
      ${taken(sql`a.provider_id = ${draft.providerId}`)} as "isProviderBusy",
      ${taken(sql`a.patient_id = ${draft.patientId}`)} as "isPatientBusy"`);
  const faults = appointmentFaultsOf(draft, { today, ...around });
  return { faults, isDoubleBooked: around.isProviderBusy };
}

/**
 * Two bookings of a provider's or a patient's day are decided one after the other: neither overlooks the
 * other. The provider's day is held first by everybody, so that nobody waits in a circle.
 */
async function holdDay(
  transaction: PracticeTransaction,
  { day, providerId, patientId }: AppointmentDraft,
): Promise<void> {
  const { practiceId } = transaction;
  const lock = (kind: string, id: number) => sql`
    select pg_advisory_xact_lock(7302, hashtext(${`${practiceId}:${day}:${kind}:${id}`}))`;
  await transaction.execute(lock("provider", providerId));
  await transaction.execute(lock("patient", patientId));
}

async function writeServices(
  transaction: PracticeTransaction,
  appointmentId: number,
  { services }: AppointmentDraft,
): Promise<void> {
  await transaction.bulkInsert({
    table: "appointment_services",
    columns: [
      "practice_id",
      "appointment_id",
      "line_number",
      "procedure_code",
      "modifiers",
      "units",
    ],
    rows: services.map(({ procedureCode, modifiers, units }, index) => [
      transaction.practiceId,
      appointmentId,
      index + 1,
      procedureCode,
      modifiers.join(" "),
      units,
    ]),
  });
}

async function recorded(
  transaction: PracticeTransaction,
  appointmentId: number,
  told: { readonly today: string; readonly kind: string; readonly from?: string },
): Promise<AppointmentResult> {
  const found = await findVisit(transaction, appointmentId, told.today);
  if (found === undefined) return { is: "refused", code: "not_found" };
  const visit = await withAuthorization(transaction, found);
  const { providerId, state, authorizationId } = visit;
  await appendEvents(transaction, [
    {
      kind: told.kind,
      subjectKind: "appointment",
      subjectId: appointmentId,
      change: { state, providerId, authorizationId, day: visit.day, from: told.from },
      effectiveOn: visit.day,
    },
  ]);
  return { is: "recorded", visit };
}

/** Gives booked appointments the authorization that fits them, where they have none. */
export async function attachAuthorizations(
  transaction: PracticeTransaction,
  visits: readonly Visit[],
): Promise<void> {
  for (const visit of visits) await withAuthorization(transaction, visit);
}

async function withAuthorization(transaction: PracticeTransaction, visit: Visit): Promise<Visit> {
  const { id, day, providerId, services, coverage } = visit;
  if (visit.state !== "booked" || coverage === null || visit.authorizationId !== null) return visit;
  const candidates = await authorizationsOfPatient(transaction, visit.patientId);
  const wanted = { day, providerId, services, coverageId: coverage.id };
  const found = matchAuthorization(candidates, wanted);
  if (found === undefined) return visit;
  const { authorizationId } = found;
  await transaction.execute(sql`
    update appointments set authorization_id = ${authorizationId}
    where practice_id = ${transaction.practiceId} and appointment_id = ${id}
      and authorization_id is null`);
  return { ...visit, authorizationId };
}
