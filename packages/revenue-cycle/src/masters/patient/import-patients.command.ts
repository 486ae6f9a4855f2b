import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { coveragesOf, coveragesOfMany } from "../coverage/coverage.store.ts";
import type { CoverageAnswer } from "../coverage/coverage-answers.ts";
import { addCoverage, changeCoverage } from "../coverage/record-coverage.command.ts";
import type { ImportTable } from "../csv/read-import-table.ts";
import type { ImportPlan } from "../import-preview.ts";
import { findPatient } from "./find-patient.query.ts";
import {
  heldCoverage,
  type ImportPayer,
  type KnownImportPatient,
  type PatientImport,
  planPatients,
} from "./import-patients.ts";
import { typedDay } from "./patient-meanings.ts";
import { changePatient, registerPatient } from "./record-patient.command.ts";

type Plan = ImportPlan<PatientImport, KnownImportPatient>;

/** Decides on every row of a list of patients from what stands now. */
export async function planPatientImport(
  transaction: PracticeTransaction,
  table: ImportTable,
  today: string,
): Promise<Plan> {
  const births = table.rows.flatMap((row) => typedDay(row.cell("date_of_birth")) ?? []);
  const charts = table.rows.map((row) => row.cell("chart_number").toUpperCase());
  const known = await knownPatients(
    transaction,
    births,
    charts.filter((chart) => chart !== ""),
  );
  const payers = await transaction.query<ImportPayer>(sql`
    select payer_id as id, identifier_key as key, line_of_business as "lineOfBusiness",
      filing_indicator as "filingIndicator"
    from payers where practice_id = ${transaction.practiceId}`);
  return planPatients(table, { known, payers, today });
}

type PatientRecord = Omit<KnownImportPatient, "guarantor" | "coverages"> & {
  readonly guarantorId: number | null;
};

async function knownPatients(
  transaction: PracticeTransaction,
  births: readonly string[],
  charts: readonly string[],
): Promise<KnownImportPatient[]> {
  const { practiceId } = transaction;
  const rows = await transaction.query<PatientRecord>(sql`
    with meant as materialized (
      select patient_id from patients
      where practice_id = ${practiceId} and date_of_birth = any (${[...new Set(births)]}::date[])
      union
      select patient_id from patients
      where practice_id = ${practiceId} and chart_number = any (${[...new Set(charts)]}::text[]))
    select p.patient_id as id, p.chart_number as "chartNumber", p.last_name as "lastName",
      p.first_name as "firstName", p.middle_name as "middleName", p.suffix,
      p.date_of_birth as "dateOfBirth", p.gender, p.date_of_death as "dateOfDeath",
      p.address_line1 as "addressLine1", p.address_line2 as "addressLine2", p.city, p.state,
      p.postal_code as "postalCode", p.country, p.phone, p.email,
      p.is_emancipated as "isEmancipated", p.is_registered as "isRegistered",
      p.guarantor_id as "guarantorId", p.guarantor_relationship as "guarantorRelationship",
      p.revision
    from meant join patients p on p.practice_id = ${practiceId} and p.patient_id = meant.patient_id
    where p.merged_into is null`);
  const coverages = await coveragesOfMany(
    transaction,
    rows.map(({ id }) => id),
  );
  const byPatient = new Map<number, CoverageAnswer[]>(rows.map(({ id }) => [id, []]));
  for (const coverage of coverages) byPatient.get(coverage.patientId)?.push(coverage);
  return rows.map(({ guarantorId, ...row }) => ({
    ...row,
    guarantor: guarantorId === null ? null : { id: guarantorId },
    coverages: byPatient.get(row.id) ?? [],
  }));
}

/**
 * Writes the rows that are added or changed; answers the patients, or undefined when one row is another
 * than was decided on.
 */
export async function writePatientImport(
  transaction: PracticeTransaction,
  writes: Plan["writes"],
  today: string,
): Promise<number[] | undefined> {
  const added = new Map<string, number>();
  for (const { draft, known } of writes) {
    const { patient, coverage } = draft;
    const key = [
      patient.chartNumber,
      patient.lastName,
      patient.firstName,
      patient.dateOfBirth,
    ].join("|");
    const earlier = known?.id ?? added.get(key);
    const wanted = { typed: patient, today, confirmedNew: true, isListed: true };
    const patientId = await keepPatient(transaction, wanted, earlier);
    if (patientId === undefined) return undefined;
    added.set(key, patientId);
    if (coverage && !(await keepCoverage(transaction, patientId, { typed: coverage, today }))) {
      return undefined;
    }
  }
  return [...new Set(added.values())];
}

async function keepPatient(
  transaction: PracticeTransaction,
  wanted: Parameters<typeof registerPatient>[1],
  patientId: number | undefined,
): Promise<number | undefined> {
  if (patientId === undefined) {
    const result = await registerPatient(transaction, wanted);
    return result.is === "recorded" ? result.patient.id : undefined;
  }
  const known = await findPatient(transaction, patientId);
  if (known === undefined) return undefined;
  const change = { ...wanted, revision: known.revision };
  const result = await changePatient(transaction, patientId, change);
  return result.is === "recorded" ? patientId : undefined;
}

async function keepCoverage(
  transaction: PracticeTransaction,
  patientId: number,
  wanted: Parameters<typeof addCoverage>[2],
): Promise<boolean> {
  const coverages = await coveragesOf(transaction, patientId);
  const onFile = heldCoverage({ coverages }, wanted.typed);
  const result =
    onFile === undefined
      ? await addCoverage(transaction, patientId, wanted)
      : await changeCoverage(
          transaction,
          { patientId, coverageId: onFile.id, revision: onFile.revision },
          wanted,
        );
  return result.is === "recorded";
}
