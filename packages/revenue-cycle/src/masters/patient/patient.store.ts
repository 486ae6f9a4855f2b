import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { NamedPatient } from "./patient.ts";

const columns = [
  "practice_id",
  "patient_id",
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

/** Ids of patients by identity key; unknown patients are added as they are named. */
export async function patientIds(
  transaction: PracticeTransaction,
  patients: ReadonlyMap<string, NamedPatient>,
): Promise<Map<string, number>> {
  if (patients.size === 0) return new Map();
  const keys = [...patients.keys()];
  const rows = await transaction.query<{ identity_key: string; patient_id: number }>(sql`
    select identity_key, patient_id from patients
    where practice_id = ${transaction.practiceId} and identity_key = any (${keys}::text[])`);
  const ids = new Map(rows.map((row) => [row.identity_key, row.patient_id]));
  const missing = keys.filter((key) => !ids.has(key));
  if (missing.length === 0) return ids;
  const reserved = await transaction.reserveIds("patients", "patient_id", missing.length);
  missing.forEach((key, index) => {
    const id = reserved[index];
    if (id !== undefined) ids.set(key, id);
  });
  await transaction.bulkInsert({
    table: "patients",
    columns,
    rows: missing.map((key) => [
      transaction.practiceId,
      ids.get(key),
      key,
      ...namedValues(patients.get(key)),
    ]),
  });
  return ids;
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
