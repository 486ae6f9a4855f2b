import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { JudgedService } from "./judged-service.ts";
import type { MasterGround } from "./master-facts.ts";

type Nullable<Row> = Row extends object
  ? {
      readonly [Field in keyof Row]: undefined extends Row[Field]
        ? Exclude<Row[Field], undefined> | null
        : Row[Field];
    }
  : Row;

type Row = {
  readonly id: number;
  readonly patient: Nullable<Exclude<MasterGround["patient"], undefined>> | null;
  readonly payer: Nullable<Exclude<MasterGround["payer"], undefined>> | null;
  readonly coverage: Nullable<Exclude<MasterGround["coverage"], undefined>> | null;
  readonly plan: Exclude<MasterGround["plan"], undefined> | null;
  readonly rendering: Nullable<Exclude<MasterGround["rendering"], undefined>> | null;
  readonly billing: Nullable<Exclude<MasterGround["billing"], undefined>> | null;
};

/**
 * Patient, payer, coverage, plan and providers of services, in one statement. Of the patient's coverages
 * with the payer the one with the member id goes first, then one in force on the day, then the order.
 */
export async function loadMasterGrounds(
  transaction: PracticeTransaction,
  services: readonly JudgedService[],
): Promise<Map<number, MasterGround>> {
  const { practiceId } = transaction;
  const asked = services.map((service) => ({
    id: service.id,
    patient_id: service.patientId,
    payer_id: service.payerId,
    member_id_key: service.memberIdKey,
    service_from: service.serviceFrom,
    rendering_npi: service.renderingNpi ?? service.billingNpi,
    billing_npi: service.billingNpi,
  }));
  const rows = await transaction.query<Row>(sql`
    select a.id,
      case when p.patient_id is not null then json_build_object('phone', p.phone,
        'dateOfDeath', p.date_of_death, 'hasGuarantor', p.guarantor_id is not null,
        'hasCoverages', exists (select from coverages o
          where o.practice_id = p.practice_id and o.patient_id = p.patient_id)) end as patient,
      case when y.payer_id is not null then json_build_object('identifierKey', y.identifier_key,
        'lineOfBusiness', y.line_of_business, 'claimRoute', y.claim_route) end as payer,
      case when c.coverage_id is not null then json_build_object('coverageId', c.coverage_id,
        'effectiveFrom', c.effective_from, 'effectiveTo', c.effective_to) end as coverage,
      case when n.plan_id is not null then json_build_object('planId', n.plan_id, 'name', n.name,
        'needsReferral', n.needs_referral,
        'needsAuthorization', n.needs_authorization) end as plan,
      case when r.provider_id is not null then json_build_object('providerId', r.provider_id,
        'isRendering', r.is_rendering, 'credential', r.credential,
        'effectiveFrom', r.effective_from, 'effectiveTo', r.effective_to) end as rendering,
      case when b.provider_id is not null then json_build_object('providerId', b.provider_id,
        'state', b.state) end as billing
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a (id bigint, patient_id bigint,
      payer_id bigint, member_id_key text, service_from date, rendering_npi text, billing_npi text)
    left join lateral (select * from patients p
      where p.practice_id = ${practiceId} and p.patient_id = a.patient_id offset 0) p on true
    left join payers y on y.practice_id = ${practiceId} and y.payer_id = a.payer_id
    left join providers r on r.practice_id = ${practiceId} and r.npi = a.rendering_npi collate "C"
    left join providers b on b.practice_id = ${practiceId} and b.npi = a.billing_npi collate "C"
    left join lateral (
      select v.coverage_id, v.plan_id, v.effective_from, v.effective_to from coverages v
      where v.practice_id = ${practiceId} and v.patient_id = a.patient_id
        and v.payer_id = a.payer_id
      order by (v.member_id_key = a.member_id_key collate "C") is true desc,
        (coalesce(v.effective_from <= a.service_from, true)
          and coalesce(v.effective_to >= a.service_from, true)) desc, v.rank, v.coverage_id
      limit 1) c on true
    left join plans n on n.practice_id = ${practiceId} and n.plan_id = c.plan_id`);
  return new Map(rows.map((row) => [row.id, groundOf(row)]));
}

function groundOf({ patient, payer, coverage, plan, rendering, billing }: Row): MasterGround {
  return {
    patient: patient
      ? {
          ...patient,
          phone: patient.phone ?? undefined,
          dateOfDeath: patient.dateOfDeath ?? undefined,
        }
      : undefined,
    payer: payer ? { ...payer, lineOfBusiness: payer.lineOfBusiness ?? undefined } : undefined,
    coverage: coverage
      ? {
          ...coverage,
          effectiveFrom: coverage.effectiveFrom ?? undefined,
          effectiveTo: coverage.effectiveTo ?? undefined,
        }
      : undefined,
    plan: plan ?? undefined,
    rendering: rendering
      ? {
          ...rendering,
          credential: rendering.credential ?? undefined,
          effectiveFrom: rendering.effectiveFrom ?? undefined,
          effectiveTo: rendering.effectiveTo ?? undefined,
        }
      : undefined,
    billing: billing ? { ...billing, state: billing.state ?? undefined } : undefined,
  };
}
