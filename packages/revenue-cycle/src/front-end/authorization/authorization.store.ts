import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { Authorization, AuthorizationUse } from "./authorization.ts";

type StoredAuthorization = {
  readonly [Field in keyof Authorization]: undefined extends Authorization[Field]
    ? Exclude<Authorization[Field], undefined> | null
    : Authorization[Field];
};

const columns: Sql = sql`authorization_id as "authorizationId", kind, state,
  coverage_id as "coverageId", provider_id as "providerId", number,
  procedure_codes as "procedureCodes", unit_kind as "unitKind", approved_units as "approvedUnits",
  effective_from as "effectiveFrom", effective_to as "effectiveTo"`;

function authorization(row: StoredAuthorization): Authorization {
  return {
    ...row,
    providerId: row.providerId ?? undefined,
    number: row.number ?? undefined,
    approvedUnits: row.approvedUnits ?? undefined,
    effectiveFrom: row.effectiveFrom ?? undefined,
    effectiveTo: row.effectiveTo ?? undefined,
  };
}

/** Authorizations by id. */
export async function loadAuthorizations(
  transaction: PracticeTransaction,
  ids: readonly number[],
): Promise<Map<number, Authorization>> {
  if (ids.length === 0) return new Map();
  const rows = await transaction.query<StoredAuthorization>(sql`
    select ${columns} from authorizations
    where practice_id = ${transaction.practiceId}
      and authorization_id = any (${[...ids]}::bigint[])`);
  return new Map(rows.map((row) => [row.authorizationId, authorization(row)]));
}

/** What a patient's payers consented to. */
export async function authorizationsOfPatient(
  transaction: PracticeTransaction,
  patientId: number,
): Promise<Authorization[]> {
  const rows = await transaction.query<StoredAuthorization>(sql`
    select ${columns} from authorizations
    where practice_id = ${transaction.practiceId} and patient_id = ${patientId}
    order by authorization_id`);
  return rows.map(authorization);
}

/** What payers consented to, by coverage. */
export async function authorizationsOfCoverages(
  transaction: PracticeTransaction,
  coverageIds: readonly number[],
): Promise<Map<number, Authorization[]>> {
  const found = new Map<number, Authorization[]>();
  if (coverageIds.length === 0) return found;
  const rows = await transaction.query<StoredAuthorization>(sql`
    select ${columns} from authorizations
    where practice_id = ${transaction.practiceId}
      and patient_id = any (select patient_id from coverages
        where practice_id = ${transaction.practiceId}
          and coverage_id = any (${[...coverageIds]}::bigint[]))
      and coverage_id = any (${[...coverageIds]}::bigint[])
    order by authorization_id`);
  for (const row of rows.map(authorization)) {
    found.set(row.coverageId, [...(found.get(row.coverageId) ?? []), row]);
  }
  return found;
}

/** The appointments that refer to authorizations; what was cancelled or missed takes nothing. */
export async function loadUses(
  transaction: PracticeTransaction,
  ids: readonly number[],
): Promise<Map<number, AuthorizationUse[]>> {
  const uses = new Map<number, AuthorizationUse[]>();
  if (ids.length === 0) return uses;
  const rows = await transaction.query<AuthorizationUse & { authorizationId: number }>(sql`
    select a.authorization_id as "authorizationId", a.appointment_id as "appointmentId",
      a.local_day as day, a.state = 'booked' as "isPlanned",
      (select coalesce(json_agg(json_build_object('procedureCode', s.procedure_code,
          'modifiers', s.modifiers, 'units', s.units) order by s.line_number), '[]')
        from appointment_services s
        where s.practice_id = a.practice_id and s.appointment_id = a.appointment_id) as services
    from appointments a
    where a.practice_id = ${transaction.practiceId}
      and a.authorization_id = any (${[...ids]}::bigint[])
      and a.state in ('booked', 'arrived', 'done')
    order by a.local_day, a.appointment_id`);
  for (const { authorizationId, ...use } of rows) {
    uses.set(authorizationId, [...(uses.get(authorizationId) ?? []), use]);
  }
  return uses;
}
