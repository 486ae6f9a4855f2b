import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { JudgedLine, JudgedService } from "./judged-service.ts";

type Row = {
  readonly [Field in Exclude<keyof JudgedService, "lines">]: undefined extends JudgedService[Field]
    ? Exclude<JudgedService[Field], undefined> | null
    : JudgedService[Field];
} & {
  readonly lines: readonly {
    readonly procedureCode: string | null;
    readonly modifiers: readonly string[];
    readonly units: number | null;
    readonly serviceFrom: string | null;
  }[];
};

/** Claims on file as services to be judged. */
export async function servicesOfClaims(
  transaction: PracticeTransaction,
  claimIds: readonly number[],
): Promise<JudgedService[]> {
  // Each `offset 0` keeps a look-up by key from becoming a join, which tables without statistics make
  // a product of all their rows.
  const rows = await transaction.query<Row>(sql`
    select c.claim_id as id, c.claim_id as "claimId",
      c.patient_control_number as "patientControlNumber",
      t.predecessor_claim_id as "predecessorId",
      c.state not in ('draft', 'held', 'ready') as "isSent", c.patient_id as "patientId",
      c.payer_id as "payerId", c.member_id_key as "memberIdKey", c.service_from as "serviceFrom",
      nullif(c.rendering_npi, '') as "renderingNpi",
      nullif(c.billing_provider_npi, '') as "billingNpi", c.frequency_code as "frequencyCode",
      c.coverage_sequence <> 'P' as "isSecondary",
      (select max(o ->> 'adjudicatedOn')
        from jsonb_array_elements(t.content -> 'otherCoverages') o) as "priorPayerOn",
      prior.first_adjudicated_on as "remittanceOn",
      c.prior_authorization as "authorizationNumber", e.appointment_id as "appointmentId",
      coalesce((select json_agg(json_build_object('procedureCode', l.procedure_code,
          'modifiers', l.modifiers, 'units', l.units::float8, 'serviceFrom', l.service_from)
          order by l.line_number)
        from service_lines l
        where l.practice_id = c.practice_id and l.claim_id = c.claim_id), '[]') as lines
    from claims c
    left join lateral (select * from claim_contents t
      where t.practice_id = c.practice_id and t.claim_id = c.claim_id offset 0) t on true
    left join lateral (select e.appointment_id from encounters e
      where e.practice_id = t.practice_id and e.encounter_id = t.encounter_id offset 0) e on true
    left join lateral (select prior.first_adjudicated_on from claims prior
      where prior.practice_id = t.practice_id and prior.claim_id = t.predecessor_claim_id
      offset 0) prior on true
    where c.practice_id = ${transaction.practiceId}
      and c.claim_id = any (${[...claimIds]}::bigint[])`);
  return rows.map(serviceOf);
}

function serviceOf(row: Row): JudgedService {
  return {
    ...row,
    claimId: row.claimId ?? undefined,
    patientControlNumber: row.patientControlNumber ?? undefined,
    predecessorId: row.predecessorId ?? undefined,
    payerId: row.payerId ?? undefined,
    memberIdKey: row.memberIdKey ?? undefined,
    serviceFrom: row.serviceFrom ?? undefined,
    renderingNpi: row.renderingNpi ?? undefined,
    billingNpi: row.billingNpi ?? undefined,
    priorPayerOn: row.priorPayerOn ?? undefined,
    remittanceOn: row.remittanceOn ?? undefined,
    authorizationNumber: row.authorizationNumber ?? undefined,
    appointmentId: row.appointmentId ?? undefined,
    lines: row.lines.map(
      (line): JudgedLine => ({
        procedureCode: line.procedureCode ?? undefined,
        modifiers: line.modifiers,
        units: line.units ?? undefined,
        serviceFrom: line.serviceFrom ?? row.serviceFrom ?? undefined,
      }),
    ),
  };
}
