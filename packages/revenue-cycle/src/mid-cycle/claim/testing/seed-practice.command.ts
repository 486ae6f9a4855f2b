import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { encounterDraftSchema } from "../../encounter/encounter-answers.ts";
import { recordEncounter } from "../../encounter/record-encounter.command.ts";

/** A practice with what a claim needs: a clinic, a physician, an office, a payer, a patient, prices. */
export type SeededPractice = {
  readonly patientId: number;
  readonly payerId: number;
  readonly coverageId: number;
  readonly renderingId: number;
  readonly facilityId: number;
};

/** Fills a practice of a test. */
export async function seedPractice(transaction: PracticeTransaction): Promise<SeededPractice> {
  const { practiceId } = transaction;
  const id = async (statement: ReturnType<typeof sql>) =>
    (await transaction.one<{ id: number }>(statement)).id;
  const billingId = await id(sql`
    insert into providers (practice_id, npi, name, is_organization, last_name, taxonomy, is_billing,
      tax_id, address_line1, city, state, postal_code, phone)
    values (${practiceId}, '1234567893', 'Riverside Family Medicine', true,
      'Riverside Family Medicine', '207Q00000X', true, '36-1234567', '400 River Street', 'Chicago',
      'IL', '606014400', '3125550142')
    returning provider_id as id`);
  const renderingId = await id(sql`
    insert into providers (practice_id, npi, name, is_organization, last_name, first_name, taxonomy,
      is_rendering)
    values (${practiceId}, '1679576722', 'Hale, Robert', false, 'Hale', 'Robert', '207Q00000X', true)
    returning provider_id as id`);
  await transaction.execute(sql`
    insert into practice_profiles (practice_id, billing_provider_id, submitter_name,
      submitter_identifier, contact_name, contact_phone)
    values (${practiceId}, ${billingId}, 'Riverside', 'RVRSD', 'Office', '3125550142')`);
  const facilityId = await id(sql`
    insert into facilities (practice_id, name, place_of_service, address_line1, city, state,
      postal_code)
    values (${practiceId}, 'Riverside Office', '11', '400 River Street', 'Chicago', 'IL',
      '606014400')
    returning facility_id as id`);
  const payerId = await id(sql`
    insert into payers (practice_id, identifier_key, identifier, name, line_of_business)
    values (${practiceId}, 'NFHP1', 'NFHP1', 'Northfield Health Plan', 'commercial')
    returning payer_id as id`);
  await transaction.execute(sql`
    insert into charge_items (practice_id, procedure_code, price_cents, effective_from)
    values (${practiceId}, '99213', 14500, '2025-01-01'), (${practiceId}, 'J1100', 1250, '2025-01-01')`);
  const { patientId, coverageId } = await addPatient(transaction, payerId, {
    lastName: "Alder",
    firstName: "Clara",
    memberId: "W123456789",
  });
  return { patientId, payerId, coverageId, renderingId, facilityId };
}

/** Adds a patient with one coverage. */
export async function addPatient(
  transaction: PracticeTransaction,
  payerId: number,
  named: { readonly lastName: string; readonly firstName: string; readonly memberId: string },
): Promise<{ patientId: number; coverageId: number }> {
  const { practiceId } = transaction;
  const { lastName, firstName, memberId } = named;
  const { patientId } = await transaction.one<{ patientId: number }>(sql`
    insert into patients (practice_id, identity_key, last_name, first_name, date_of_birth, gender,
      address_line1, city, state, postal_code, last_name_key, first_name_key, is_registered)
    values (${practiceId}, ${`${lastName} ${firstName} ${memberId}`}, ${lastName}, ${firstName},
      '1980-04-02', 'F', '12 Orchard Road', 'Northfield', 'IL', '600931234',
      ${lastName.toLowerCase()}, ${firstName.toLowerCase()}, true)
    returning patient_id as "patientId"`);
  const { coverageId } = await transaction.one<{ coverageId: number }>(sql`
    insert into coverages (practice_id, patient_id, payer_id, rank, member_id, member_id_key,
      relationship)
    values (${practiceId}, ${patientId}, ${payerId}, 1, ${memberId}, ${memberId}, '18')
    returning coverage_id as "coverageId"`);
  return { patientId, coverageId };
}

/** Records an office visit; unless said otherwise each of a patient is on a day before the others. */
export async function seedEncounter(
  transaction: PracticeTransaction,
  practice: SeededPractice,
  changes: Partial<{ patientId: number; serviceFrom: string; units: string }> = {},
): Promise<number> {
  const patientId = changes.patientId ?? practice.patientId;
  const draft = encounterDraftSchema.parse({
    patientId,
    facilityId: practice.facilityId,
    renderingProviderId: practice.renderingId,
    serviceFrom: changes.serviceFrom ?? (await dayOfNext(transaction, patientId)),
    diagnoses: ["E11.9", "I10"],
    lines: [
      { procedureCode: "99213", diagnosisPointers: [1, 2] },
      { procedureCode: "J1100", units: changes.units ?? "2", diagnosisPointers: [1] },
    ],
  });
  const result = await recordEncounter(transaction, draft);
  if (result.is !== "recorded") throw new Error(JSON.stringify(result));
  return result.encounter.id;
}

async function dayOfNext(transaction: PracticeTransaction, patientId: number): Promise<string> {
  const { day } = await transaction.one<{ day: string }>(sql`
    select date '2026-06-12' - count(*)::integer as day from encounters
    where practice_id = ${transaction.practiceId} and patient_id = ${patientId}`);
  return day;
}
