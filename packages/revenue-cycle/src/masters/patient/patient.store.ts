import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { NamedPatient } from "./patient.ts";

const columns = [
  "practice_id",
  "identity_key",
  "last_name",
  "first_name",
  "middle_name",
  "suffix",
  "date_of_birth",
  "gender",
  "address_line1",
  "address_line2",
  "city",
  "state",
  "postal_code",
  "last_name_key",
  "first_name_key",
] as const;

/**
 * Ids of patients by identity key; unknown patients are added as they are named. Two transactions may
 * add the same patient: the second waits for the first and takes its row. They are added in the order
 * of their keys, so that neither waits for the other.
 */
export async function patientIds(
  transaction: PracticeTransaction,
  patients: ReadonlyMap<string, NamedPatient>,
): Promise<Map<string, number>> {
  if (patients.size === 0) return new Map();
  const ids = await idsByKey(transaction, [...patients.keys()]);
  const missing = [...patients.keys()].filter((key) => !ids.has(key)).sort();
  if (missing.length === 0) return ids;
  await transaction.bulkInsert({
    table: "patients",
    columns,
    rows: missing.map((key) => [transaction.practiceId, key, ...namedValues(patients.get(key))]),
    onConflict: "nothing",
  });
  for (const [key, id] of await idsByKey(transaction, missing)) ids.set(key, id);
  return ids;
}

async function idsByKey(
  transaction: PracticeTransaction,
  keys: readonly string[],
): Promise<Map<string, number>> {
  const rows = await transaction.query<{ identity_key: string; patient_id: number }>(sql`
    select identity_key, patient_id from patients
    where practice_id = ${transaction.practiceId} and identity_key = any (${[...keys]}::text[])`);
  return new Map(rows.map((row) => [row.identity_key, row.patient_id]));
}

/** The named part of a row, in the order of the columns. */
function namedValues(patient: NamedPatient | undefined) {
  return [
    patient?.lastName,
    patient?.firstName,
    patient?.middleName,
    patient?.suffix,
    patient?.dateOfBirth,
    patient?.gender,
    patient?.addressLine1,
    patient?.addressLine2,
    patient?.city,
    patient?.state,
    patient?.postalCode,
    patient?.lastNameKey,
    patient?.firstNameKey,
  ];
}
