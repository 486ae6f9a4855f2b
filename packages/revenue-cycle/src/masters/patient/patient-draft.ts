import type { GuarantorDraft } from "../guarantor/decide-guarantor.ts";
import type { PatientDraft } from "./decide-patient.ts";
import type { PatientAnswer } from "./patient-answers.ts";

const noAddress = { addressLine1: "", addressLine2: "", city: "", state: "", postalCode: "" };

/** Nobody on file: the patient answers for himself until somebody else is named. */
const emptyGuarantor: GuarantorDraft = {
  ...noAddress,
  relationship: "18",
  guarantorId: null,
  lastName: "",
  firstName: "",
  phone: "",
  email: "",
};

/** A patient of whom nothing is known yet. */
export const emptyPatient: PatientDraft = {
  ...noAddress,
  chartNumber: "",
  lastName: "",
  firstName: "",
  middleName: "",
  suffix: "",
  dateOfBirth: "",
  gender: "",
  dateOfDeath: "",
  country: "",
  phone: "",
  email: "",
  isEmancipated: false,
  guarantor: emptyGuarantor,
};

/** A patient as he stands, to be changed. */
export function draftOfPatient(
  patient: Omit<PatientAnswer, "guarantor"> & {
    readonly guarantor: { readonly id: number } | null;
  },
): PatientDraft {
  const { guarantor, guarantorRelationship, isEmancipated } = patient;
  const record: Readonly<Record<string, unknown>> = patient;
  const texts = Object.keys(emptyPatient).map((field) => [field, record[field] ?? ""]);
  const isOther = guarantor !== null && guarantorRelationship !== "18";
  return {
    // Every text of the draft is one of the answer's.
    ...(Object.fromEntries(texts) as PatientDraft),
    isEmancipated,
    guarantor: {
      ...emptyGuarantor,
      relationship: guarantorRelationship ?? "18",
      guarantorId: isOther ? guarantor.id : null,
    },
  };
}
