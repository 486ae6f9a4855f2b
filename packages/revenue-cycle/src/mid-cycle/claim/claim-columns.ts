import type { ClaimRow } from "./claim-answers.ts";

type Column = {
  readonly title: string;
  readonly kind: "text" | "cents" | "date" | "number";
  readonly value: (row: ClaimRow) => string | number | null;
};

/** The columns of an exported claim list. */
export const claimColumns: readonly Column[] = [
  { title: "Patient control number", kind: "text", value: (row) => row.patientControlNumber },
  { title: "Version", kind: "number", value: (row) => row.version },
  { title: "Patient", kind: "text", value: (row) => row.patientName },
  { title: "Payer", kind: "text", value: (row) => row.payer },
  { title: "Service from", kind: "date", value: (row) => row.serviceFrom },
  { title: "Service through", kind: "date", value: (row) => row.serviceThrough },
  { title: "Submitted", kind: "date", value: (row) => row.submittedOn },
  { title: "File by", kind: "date", value: (row) => row.fileBy },
  { title: "State", kind: "text", value: (row) => row.state },
  { title: "Charged", kind: "cents", value: (row) => row.chargedCents },
  { title: "Insurance paid", kind: "cents", value: (row) => row.insurancePaidCents },
  { title: "Contractual", kind: "cents", value: (row) => row.contractualCents },
  { title: "Patient part", kind: "cents", value: (row) => row.patientResponsibilityCents },
  { title: "Open insurance", kind: "cents", value: (row) => row.openInsuranceCents },
  { title: "Denied", kind: "cents", value: (row) => row.deniedCents },
  { title: "Open patient", kind: "cents", value: (row) => row.openPatientCents },
];
