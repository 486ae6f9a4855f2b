import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type {
  AddressSource,
  ChargeSource,
  ClaimSources,
  CoverageSource,
  EncounterSource,
  FacilitySource,
  PatientSource,
  ProviderSource,
} from "./claim-sources.ts";

/** The sources of one claim with the rows that they come from. */
export type LoadedSources = {
  readonly encounterId: number;
  readonly patientId: number;
  /** The first payer; undefined without a coverage. */
  readonly payerId: number | undefined;
  readonly sources: ClaimSources;
};

/** An object without the fields that are null: absent is undefined in the sources. */
const stated = (object: Sql) => sql`json_strip_nulls(${object})`;

function addressObject(table: Sql): Sql {
  return sql`json_build_object('line1', ${table}.address_line1, 'line2', ${table}.address_line2,
    'city', ${table}.city, 'state', ${table}.state, 'postalCode', ${table}.postal_code)`;
}

function personColumns(table: Sql): Sql {
  return sql`'lastName', ${table}.last_name, 'firstName', ${table}.first_name,
    'middleName', ${table}.middle_name, 'suffix', ${table}.suffix,
    'dateOfBirth', ${table}.date_of_birth, 'gender', ${table}.gender`;
}

const providerObject = sql`json_build_object('npi', v.npi, 'isOrganization', v.is_organization,
  'lastNameOrOrganization', coalesce(v.last_name, split_part(v.name, ', ', 1)),
  'firstName', coalesce(v.first_name, nullif(split_part(v.name, ', ', 2), '')),
  'middleName', v.middle_name, 'taxonomy', v.taxonomy, 'taxId', v.tax_id,
  'address', ${addressObject(sql`v`)}, 'phone', v.phone)`;

function provider(id: Sql): Sql {
  return stated(sql`(select ${providerObject} from providers v
    where v.practice_id = e.practice_id and v.provider_id = ${id})`);
}

const subscriberObject = sql`case when c.relationship <> '18' then json_build_object(
  'lastName', c.subscriber_last_name, 'firstName', c.subscriber_first_name,
  'middleName', c.subscriber_middle_name, 'suffix', c.subscriber_suffix,
  'dateOfBirth', c.subscriber_date_of_birth, 'gender', c.subscriber_gender,
  'address', json_build_object('line1', c.subscriber_address_line1,
    'line2', c.subscriber_address_line2, 'city', c.subscriber_city, 'state', c.subscriber_state,
    'postalCode', c.subscriber_postal_code)) end`;

/** Coverages that hold on the first day of service, in the order in which they are billed. */
const coverages = sql`
  select json_agg(${stated(sql`json_build_object('payerId', c.payer_id, 'memberId', c.member_id,
    'groupNumber', coalesce(c.group_number, plan.group_number), 'groupName', c.group_name,
    'filingIndicator', coalesce(c.filing_indicator, plan.filing_indicator),
    'medicareSecondaryType', c.medicare_secondary_type, 'relationship', c.relationship,
    'casualtyClaimNumber', c.casualty_claim_number, 'subscriber', ${subscriberObject},
    'payer', json_build_object('name', payer.name, 'identifier', payer.identifier,
      'lineOfBusiness', payer.line_of_business, 'filingIndicator', payer.filing_indicator,
      'address', ${addressObject(sql`payer`)}))`)}
    order by c.rank, c.effective_from nulls first, c.coverage_id)
  from coverages c
  join payers payer on payer.practice_id = c.practice_id and payer.payer_id = c.payer_id
  left join plans plan on plan.practice_id = c.practice_id and plan.plan_id = c.plan_id
  where c.practice_id = e.practice_id and c.patient_id = e.patient_id
    and (c.effective_from is null or c.effective_from <= e.service_from)
    and (c.effective_to is null or c.effective_to >= e.service_from)`;

const lines = sql`
  select json_agg(${stated(sql`json_build_object('procedureCode', g.procedure_code,
    'modifiers', g.modifiers, 'units', trim_scale(g.units)::text, 'chargedCents', g.charged_cents,
    'diagnosisPointers', g.diagnosis_pointers, 'placeOfService', g.place_of_service,
    'isEmergency', g.is_emergency, 'ndc', g.ndc, 'ndcQuantity', trim_scale(g.ndc_quantity)::text,
    'ndcUnit', g.ndc_unit, 'note', g.note)`)} order by g.line_number)
  from charges g where g.practice_id = e.practice_id and g.encounter_id = e.encounter_id`;

/** The payer's number of the authorization that the appointment was booked under. */
const bookedAuthorization = sql`
  select a.number from appointments t
  join authorizations a on a.practice_id = t.practice_id
    and a.authorization_id = t.authorization_id
  where t.practice_id = e.practice_id and t.appointment_id = e.appointment_id
    and a.kind = 'authorization' and a.state in ('approved', 'partly-approved')`;

type Row = {
  readonly encounter_id: number;
  readonly patient_id: number;
  readonly service_from: string;
  readonly service_through: string | null;
  readonly place_of_service: string | null;
  readonly circumstances: { readonly [key: string]: unknown };
  readonly booked_authorization: string | null;
  readonly diagnoses: readonly string[] | null;
  readonly lines: readonly ChargeSource[] | null;
  readonly patient: PatientSource;
  readonly coverages: readonly (CoverageSource & { readonly payerId: number })[] | null;
  readonly billing: ProviderSource | null;
  readonly rendering: ProviderSource | null;
  readonly referring: ProviderSource | null;
  readonly supervising: ProviderSource | null;
  readonly facility: FacilitySource | null;
  readonly pay_to: AddressSource | null;
};

/** What the claims of encounters are built from, as the masters say on the day of service. */
export async function loadClaimSources(
  transaction: PracticeTransaction,
  encounterIds: readonly number[],
): Promise<LoadedSources[]> {
  const rows = await transaction.query<Row>(sql`
    select e.encounter_id, e.patient_id, e.service_from, e.service_through, e.place_of_service,
      json_strip_nulls(e.circumstances::json) as circumstances,
      (${bookedAuthorization}) as booked_authorization,
      (select json_agg(d.diagnosis_code order by d.position) from encounter_diagnoses d
        where d.practice_id = e.practice_id and d.encounter_id = e.encounter_id) as diagnoses,
      (${lines}) as lines, (${coverages}) as coverages,
      ${stated(sql`json_build_object(${personColumns(sql`p`)}, 'dateOfDeath', p.date_of_death,
        'address', ${addressObject(sql`p`)})`)} as patient,
      ${provider(sql`coalesce(e.billing_provider_id, profile.billing_provider_id,
        e.rendering_provider_id)`)} as billing,
      ${provider(sql`e.rendering_provider_id`)} as rendering,
      ${provider(sql`e.referring_provider_id`)} as referring,
      ${provider(sql`e.supervising_provider_id`)} as supervising,
      case when f.facility_id is not null then ${stated(sql`json_build_object('name', f.name,
        'npi', f.npi, 'placeOfService', f.place_of_service, 'cliaNumber', f.clia_number,
        'address', ${addressObject(sql`f`)})`)} end as facility,
      case when profile.remit_line1 is not null then ${stated(sql`json_build_object(
        'line1', profile.remit_line1, 'line2', profile.remit_line2, 'city', profile.remit_city,
        'state', profile.remit_state, 'postalCode', profile.remit_postal_code)`)} end as pay_to
    from encounters e
    join patients p on p.practice_id = e.practice_id and p.patient_id = e.patient_id
    left join practice_profiles profile on profile.practice_id = e.practice_id
    left join facilities f on f.practice_id = e.practice_id and f.facility_id = e.facility_id
    where e.practice_id = ${transaction.practiceId}
      and e.encounter_id = any (${[...encounterIds]}::bigint[])
    order by e.encounter_id`);
  return rows.map(loadedSources);
}

/** A patient with the coverages that hold on a day, in the order in which they are billed. */
export type InsuredPatient = {
  readonly patient: PatientSource;
  readonly coverages: readonly (CoverageSource & { readonly payerId: number })[];
};

/** What the masters say of a patient on a day of service; undefined when there is no such patient. */
export async function loadInsuredPatient(
  transaction: PracticeTransaction,
  patientId: number,
  on: string,
): Promise<InsuredPatient | undefined> {
  const row = await transaction.maybeOne<{
    patient: PatientSource;
    coverages: InsuredPatient["coverages"] | null;
  }>(sql`
    select (${coverages}) as coverages,
      ${stated(sql`json_build_object(${personColumns(sql`p`)}, 'dateOfDeath', p.date_of_death,
        'address', ${addressObject(sql`p`)})`)} as patient
    from (select ${transaction.practiceId}::bigint as practice_id, ${patientId}::bigint as patient_id,
      ${on}::date as service_from) e
    join patients p on p.practice_id = e.practice_id and p.patient_id = e.patient_id`);
  return row && { patient: row.patient, coverages: row.coverages ?? [] };
}

function loadedSources(row: Row): LoadedSources {
  const { patient_id: patientId, encounter_id: encounterId } = row;
  return {
    encounterId,
    patientId,
    payerId: row.coverages?.[0]?.payerId,
    sources: {
      encounter: encounterOf(row),
      patient: row.patient,
      coverages: row.coverages ?? [],
      providers: {
        billing: row.billing ?? undefined,
        rendering: row.rendering ?? undefined,
        referring: row.referring ?? undefined,
        supervising: row.supervising ?? undefined,
      },
      facility: row.facility ?? undefined,
      payTo: row.pay_to ?? undefined,
    },
  };
}

/** The circumstances are written by us, in the shape of an encounter's draft. */
function encounterOf(row: Row): EncounterSource {
  const circumstances = row.circumstances as Partial<EncounterSource>;
  const priorAuthorization = circumstances.priorAuthorization ?? row.booked_authorization;
  return {
    serviceFrom: row.service_from,
    serviceThrough: row.service_through ?? undefined,
    placeOfService: row.place_of_service ?? undefined,
    diagnoses: row.diagnoses ?? [],
    lines: row.lines ?? [],
    priorAuthorization: priorAuthorization ?? undefined,
    referralNumber: circumstances.referralNumber,
    relatedCauses: circumstances.relatedCauses ?? [],
    accidentState: circumstances.accidentState,
    accidentOn: circumstances.accidentOn,
    onsetOn: circumstances.onsetOn,
    lastMenstrualOn: circumstances.lastMenstrualOn,
    admittedOn: circumstances.admittedOn,
    dischargedOn: circumstances.dischargedOn,
    patientPaidCents: circumstances.patientPaidCents,
    note: circumstances.note,
  };
}
