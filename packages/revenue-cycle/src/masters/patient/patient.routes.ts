import { problem } from "@headwater/platform/http/problem.ts";
import { listRoute, practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { z } from "zod";
import { importProblems, importRoute } from "../import.routes.ts";
import { idQuery, optionalDate, searchQuery, totalQuery } from "../list-query.ts";
import { patientFaults, tidyPatient } from "./decide-patient.ts";
import { describeDuplicates, likelyDuplicates } from "./duplicates.query.ts";
import { findPatient } from "./find-patient.query.ts";
import { planPatientImport, writePatientImport } from "./import-patients.command.ts";
import { patientColumns } from "./import-patients.ts";
import {
  duplicateSchema,
  type PatientAnswer,
  patientDraftSchema,
  patientRegistrationSchema,
  patientRowSchema,
  patientSchema,
} from "./patient-answers.ts";
import {
  changePatient,
  comparable,
  type PatientResult,
  registerPatient,
} from "./record-patient.command.ts";
import { searchPatients } from "./search-patients.query.ts";

const params = z.object({ patient: idQuery });

/**
 * What a later stage does when registrations were saved, in the transaction that saves; `today` is the
 * practice's business date.
 */
export type RegistrationSaved = (
  transaction: PracticeTransaction,
  patientIds: readonly number[],
  today: string,
) => Promise<void>;

const list = listRoute({
  url: "/patients",
  summary: "Patients by name, date of birth, chart number, member id or telephone number",
  permission: "patient.read",
  query: z.object({
    search: searchQuery,
    bornOn: optionalDate,
    registered: z.enum(["yes", "no"]).optional(),
    ...totalQuery,
  }),
  cursor: z.tuple([z.string(), z.string(), z.int()]),
  row: patientRowSchema,
  category: "patient",
  auditId: (row) => row.id,
  fileName: "patients",
  columns: [
    { title: "Chart number", kind: "text", value: (row) => row.chartNumber },
    { title: "Last name", kind: "text", value: (row) => row.lastName },
    { title: "First name", kind: "text", value: (row) => row.firstName },
    { title: "Middle name", kind: "text", value: (row) => row.middleName },
    { title: "Suffix", kind: "text", value: (row) => row.suffix },
    { title: "Born", kind: "date", value: (row) => row.dateOfBirth },
    { title: "Gender", kind: "text", value: (row) => row.gender },
    { title: "Telephone", kind: "text", value: (row) => row.phone },
    { title: "City", kind: "text", value: (row) => row.city },
    { title: "State", kind: "text", value: (row) => row.state },
    { title: "Payer", kind: "text", value: (row) => row.payer },
    { title: "Member id", kind: "text", value: (row) => row.memberId },
    { title: "Registered", kind: "text", value: (row) => (row.isRegistered ? "yes" : "no") },
  ],
  page: ({ transaction, practice, query }, page) =>
    searchPatients(transaction, query, {
      ...page,
      withTotal: query.total === "1",
      today: practice.today,
    }),
});

const show = practiceRoute({
  method: "GET",
  url: "/patients/:patient",
  summary: "One patient with the guarantor of the balances",
  permission: "patient.read",
  audit: { action: "read", category: "patient" },
  schema: { params, response: patientSchema },
  handler: async ({ transaction, params: { patient }, audits, etag }) => {
    const found = await findPatient(transaction, patient);
    if (found === undefined) throw problem("not_found");
    audits("patient", [found.id]);
    etag(found.revision);
    return found;
  },
});

const register = (saved: RegistrationSaved) =>
  practiceRoute({
    method: "POST",
    url: "/patients",
    summary: "Register a patient; one who may be on file only when that is denied",
    status: 201,
    permission: "patient.write",
    audit: { action: "create", category: "patient" },
    schema: { body: patientRegistrationSchema, response: patientSchema },
    handler: async ({ transaction, practice, body, audits, etag }) => {
      const { confirmedNew, ...typed } = body;
      const wanted = { typed, confirmedNew, today: practice.today };
      const patient = settled(await registerPatient(transaction, wanted));
      await saved(transaction, [patient.id], practice.today);
      audits("patient", [patient.id]);
      etag(patient.revision);
      return patient;
    },
  });

const change = (saved: RegistrationSaved) =>
  practiceRoute({
    method: "PUT",
    url: "/patients/:patient",
    summary: "Describe a patient anew; one whom only files name is registered by it",
    permission: "patient.write",
    audit: { action: "change", category: "patient" },
    schema: { params, body: patientRegistrationSchema, response: patientSchema },
    handler: async ({ transaction, practice, params, body, expectedRevision, audits, etag }) => {
      const { confirmedNew, ...typed } = body;
      const wanted = { typed, confirmedNew, today: practice.today, revision: expectedRevision() };
      const patient = settled(await changePatient(transaction, params.patient, wanted));
      await saved(transaction, [patient.id], practice.today);
      audits("patient", [patient.id]);
      etag(patient.revision);
      return patient;
    },
  });

const duplicates = practiceRoute({
  method: "POST",
  url: "/patients/duplicates",
  summary: "Who on file may be the person described, the most likely first",
  permission: "patient.write",
  audit: { action: "read", category: "patient" },
  schema: {
    body: patientDraftSchema.extend({
      memberIdKeys: z.array(z.string().max(80)).max(20).default([]),
      /** The patient who is described, if he is on file. */
      patientId: z.int().positive().optional(),
    }),
    response: z.object({ rows: z.array(duplicateSchema) }),
  },
  handler: async ({ transaction, practice, body, audits }) => {
    const { memberIdKeys, patientId, ...typed } = body;
    const person = comparable(tidyPatient(typed), memberIdKeys);
    const found = await likelyDuplicates(transaction, person, patientId);
    audits(
      "patient",
      found.map((duplicate) => duplicate.patientId),
    );
    return { rows: await describeDuplicates(transaction, found, practice.today) };
  },
});

const takeIn = (saved: RegistrationSaved) =>
  importRoute({
    url: "/patients/import",
    words: "patients with their coverages",
    category: "patient",
    permission: "patient.write",
    columns: patientColumns,
    plan: planPatientImport,
    write: async (transaction, writes, today) => {
      const written = await writePatientImport(transaction, writes, today);
      if (written !== undefined) await saved(transaction, written, today);
      return written !== undefined;
    },
  });

function settled(result: PatientResult): PatientAnswer {
  if (result.is === "recorded") return result.patient;
  if (result.is === "refused") throw problem(result.code);
  if (result.is === "may-exist") {
    throw problem("patient_may_exist", {
      fields: result.duplicates.map(({ patientId, reasons }) => ({
        field: `patient/${patientId}`,
        code: reasons[0] ?? "",
        message: `Patient ${patientId} may be the same: ${reasons.join(", ")}.`,
      })),
    });
  }
  throw problem("patient_invalid", {
    fields: result.faults.map(({ field, code }) => ({ field, code, message: patientFaults[code] })),
  });
}

/** `saved` is what a later stage does when registrations were saved. */
export function patientRoutes(saved: RegistrationSaved): RouteModule {
  return {
    name: "patients",
    routes: [list, show, register(saved), change(saved), duplicates, takeIn(saved)],
    problems,
  };
}

const problems = {
  ...importProblems,
  chart_number_taken: { status: 409, title: "A patient of the practice has this chart number" },
  patient_may_exist: {
    status: 409,
    title: "Somebody on file may be this patient; say that nobody is, or complete the one on file",
  },
  patient_joined: {
    status: 409,
    title: "The patient was joined into another; what is to be said stands there",
  },
  patient_invalid: { status: 422, title: "The patient is not described rightly" },
};
