import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { patientName } from "../../masters/answer-columns.query.ts";
import type { ChargeItem } from "../../masters/charge-master/price.ts";
import type { DecidedCharge } from "../charge/decide-charges.ts";
import type { EncounterAnswer, EncounterDraft } from "./encounter-answers.ts";

/** One encounter, whole; undefined when there is none. */
export async function findEncounter(
  transaction: PracticeTransaction,
  encounterId: number,
): Promise<EncounterAnswer | undefined> {
  return transaction.maybeOne<EncounterAnswer>(sql`
    select e.encounter_id as id, e.appointment_id as "appointmentId", e.patient_id as "patientId",
      e.facility_id as "facilityId", e.rendering_provider_id as "renderingProviderId",
      e.billing_provider_id as "billingProviderId",
      e.referring_provider_id as "referringProviderId",
      e.supervising_provider_id as "supervisingProviderId", e.service_from as "serviceFrom",
      e.service_through as "serviceThrough", e.place_of_service as "placeOfService",
      e.documentation, e.circumstances, e.state, e.no_charge_reason as "noChargeReason",
      ${patientName} as "patientName", e.revision,
      coalesce((select json_agg(d.diagnosis_code order by d.position) from encounter_diagnoses d
        where d.practice_id = e.practice_id and d.encounter_id = e.encounter_id), '[]') as diagnoses,
      coalesce((select json_agg(json_build_object('lineNumber', c.line_number,
          'procedureCode', c.procedure_code, 'modifiers', c.modifiers,
          'diagnosisPointers', c.diagnosis_pointers, 'units', trim_scale(c.units)::text,
          'chargedCents', c.charged_cents, 'priceSource', c.price_source,
          'placeOfService', c.place_of_service, 'isEmergency', c.is_emergency, 'ndc', c.ndc,
          'ndcQuantity', trim_scale(c.ndc_quantity)::text, 'ndcUnit', c.ndc_unit, 'note', c.note)
          order by c.line_number) from charges c
        where c.practice_id = e.practice_id and c.encounter_id = e.encounter_id), '[]') as lines,
      claim.claim_id as "claimId", claim.patient_control_number as "patientControlNumber",
      claim.state as "claimState"
    from encounters e
    join patients p on p.practice_id = e.practice_id and p.patient_id = e.patient_id
    left join claim_contents content on content.practice_id = e.practice_id
      and content.encounter_id = e.encounter_id and content.purpose = 'original'
    left join claims claim
      on claim.practice_id = content.practice_id and claim.claim_id = content.claim_id
    where e.practice_id = ${transaction.practiceId} and e.encounter_id = ${encounterId}`);
}

/** The prices of these codes, whatever their days. */
export async function pricesOf(
  transaction: PracticeTransaction,
  codes: readonly string[],
): Promise<ChargeItem[]> {
  const rows = await transaction.query<Omit<ChargeItem, "effectiveTo"> & { to: string | null }>(sql`
    select charge_item_id as id, procedure_code as "procedureCode", modifiers,
      price_cents as "priceCents", effective_from as "effectiveFrom", effective_to as "to"
    from charge_items
    where practice_id = ${transaction.practiceId} and procedure_code = any (${[...codes]}::text[])`);
  return rows.map(({ to, ...row }) => ({ ...row, effectiveTo: to ?? undefined }));
}

/** Diagnoses and charges as they are written. */
export type WrittenCharges = {
  readonly diagnoses: readonly string[];
  readonly lines: readonly DecidedCharge[];
};

/**
 * Enters an encounter with its diagnoses and charges, in one statement; undefined when its appointment
 * has one already.
 */
export async function insertEncounter(
  transaction: PracticeTransaction,
  draft: EncounterDraft,
  charges: WrittenCharges,
): Promise<number | undefined> {
  const row = await transaction.maybeOne<{ id: number }>(sql`
    with made as (
      insert into encounters (practice_id, appointment_id, patient_id, facility_id,
        rendering_provider_id, billing_provider_id, referring_provider_id, supervising_provider_id,
        service_from, service_through, place_of_service, documentation, circumstances,
        charges_entered_on)
      values (${transaction.practiceId}, ${draft.appointmentId}, ${draft.patientId},
        ${draft.facilityId}, ${draft.renderingProviderId}, ${draft.billingProviderId},
        ${draft.referringProviderId}, ${draft.supervisingProviderId}, ${draft.serviceFrom},
        ${draft.serviceThrough}, ${draft.placeOfService},
        ${JSON.stringify(draft.documentation)}::jsonb, ${JSON.stringify(draft.circumstances)}::jsonb,
        ${entryDay(transaction, draft)})
      on conflict do nothing
      returning practice_id, encounter_id),
    diagnosed as (${diagnosesOf(sql`made`, charges)}),
    charged as (${linesOf(sql`made`, charges)})
    select encounter_id as id from made`);
  return row?.id;
}

/** Describes an encounter anew if it is not charged yet and has the revision that was seen. */
export async function updateEncounter(
  transaction: PracticeTransaction,
  encounterId: number,
  change: { readonly draft: EncounterDraft; readonly revision: number },
): Promise<boolean> {
  const { draft, revision } = change;
  const changed = await transaction.execute(sql`
    update encounters set patient_id = ${draft.patientId}, facility_id = ${draft.facilityId},
      appointment_id = ${draft.appointmentId}, state = 'open', no_charge_reason = null,
      rendering_provider_id = ${draft.renderingProviderId},
      billing_provider_id = ${draft.billingProviderId},
      referring_provider_id = ${draft.referringProviderId},
      supervising_provider_id = ${draft.supervisingProviderId},
      service_from = ${draft.serviceFrom}, service_through = ${draft.serviceThrough},
      place_of_service = ${draft.placeOfService},
      documentation = ${JSON.stringify(draft.documentation)}::jsonb,
      circumstances = ${JSON.stringify(draft.circumstances)}::jsonb,
      charges_entered_on = coalesce(charges_entered_on, ${entryDay(transaction, draft)}),
      revision = revision + 1
    where practice_id = ${transaction.practiceId} and encounter_id = ${encounterId}
      and revision = ${revision} and state <> 'charged'`);
  return changed === 1;
}

/** The practice's business date if the draft has charges: from then on they are entered. */
function entryDay({ practiceId }: PracticeTransaction, { lines }: EncounterDraft): Sql {
  if (lines.length === 0) return sql`null::date`;
  return sql`(select coalesce(business_date, (now() at time zone time_zone)::date)
    from practices where practice_id = ${practiceId})`;
}

/** Writes the diagnoses and charges of an encounter in place of those it had. */
export async function replaceCharges(
  transaction: PracticeTransaction,
  encounterId: number,
  charges: WrittenCharges,
): Promise<void> {
  const { practiceId } = transaction;
  const ofEncounter = sql`practice_id = ${practiceId} and encounter_id = ${encounterId}`;
  const encounter = sql`(select practice_id, encounter_id from encounters where ${ofEncounter})`;
  await transaction.execute(sql`delete from encounter_diagnoses where ${ofEncounter}`);
  await transaction.execute(sql`delete from charges where ${ofEncounter}`);
  await transaction.execute(diagnosesOf(encounter, charges));
  await transaction.execute(linesOf(encounter, charges));
}

function diagnosesOf(encounter: Sql, { diagnoses }: WrittenCharges): Sql {
  return sql`
    insert into encounter_diagnoses (practice_id, encounter_id, position, diagnosis_code)
    select e.practice_id, e.encounter_id, position, code
    from ${encounter} e, unnest(${[...diagnoses]}::text[]) with ordinality as stated (code, position)`;
}

function linesOf(encounter: Sql, charges: WrittenCharges): Sql {
  const lines = charges.lines.map((line, index) => ({ ...line, lineNumber: index + 1 }));
  return sql`
    insert into charges (practice_id, encounter_id, line_number, procedure_code, modifiers,
      diagnosis_pointers, units, charged_cents, price_source, place_of_service, is_emergency, ndc,
      ndc_quantity, ndc_unit, note)
    select e.practice_id, e.encounter_id, "lineNumber", "procedureCode", modifiers,
      "diagnosisPointers", units, "chargedCents", "priceSource", "placeOfService", "isEmergency",
      ndc, "ndcQuantity", "ndcUnit", note
    from ${encounter} e, jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as line ("lineNumber" smallint,
      "procedureCode" text, modifiers text[], "diagnosisPointers" smallint[], units numeric,
      "chargedCents" bigint, "priceSource" text, "placeOfService" text, "isEmergency" boolean,
      ndc text, "ndcQuantity" numeric, "ndcUnit" text, note text)`;
}

/** Marks an encounter as one that is not charged, for a reason. */
export async function closeWithoutCharge(
  transaction: PracticeTransaction,
  encounterId: number,
  close: { readonly reason: string; readonly revision: number },
): Promise<boolean> {
  const changed = await transaction.execute(sql`
    update encounters
    set state = 'no-charge', no_charge_reason = ${close.reason}, revision = revision + 1
    where practice_id = ${transaction.practiceId} and encounter_id = ${encounterId}
      and revision = ${close.revision} and state = 'open'`);
  return changed === 1;
}
