import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { findGuarantor } from "../guarantor/guarantor.store.ts";
import type { GuarantorAnswer } from "../guarantor/guarantor-answers.ts";
import type { PatientAnswer } from "./patient-answers.ts";

type PatientRecord = Omit<PatientAnswer, "guarantor"> & { readonly guarantorId: number | null };

/** One patient of the practice with the guarantor of his balances. */
export async function findPatient(
  transaction: PracticeTransaction,
  patientId: number,
): Promise<PatientAnswer | undefined> {
  const found = await transaction.maybeOne<PatientRecord>(sql`
    select patient_id as id, chart_number as "chartNumber", last_name as "lastName",
      first_name as "firstName", middle_name as "middleName", suffix,
      date_of_birth as "dateOfBirth", gender, date_of_death as "dateOfDeath",
      address_line1 as "addressLine1", address_line2 as "addressLine2", city, state,
      postal_code as "postalCode", country, phone, email, is_emancipated as "isEmancipated",
      is_registered as "isRegistered", guarantor_id as "guarantorId",
      guarantor_relationship as "guarantorRelationship", merged_into as "mergedInto", revision
    from patients
    where practice_id = ${transaction.practiceId} and patient_id = ${patientId}`);
  if (found === undefined) return undefined;
  const { guarantorId, ...patient } = found;
  const guarantor: GuarantorAnswer | undefined =
    guarantorId === null ? undefined : await findGuarantor(transaction, guarantorId);
  return { ...patient, guarantor: guarantor ?? null };
}
