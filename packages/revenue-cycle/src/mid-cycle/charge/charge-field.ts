import type { EditFinding } from "../../work/edit/edit.ts";

const ofLine: Readonly<Record<string, string>> = {
  "line.procedureCode": "procedureCode",
  "line.modifiers": "modifiers",
  "line.units": "units",
  "line.diagnosisPointers": "diagnosisPointers",
  "line.chargedCents": "chargedCents",
  "line.priceCents": "chargedCents",
  "line.ndc": "ndc",
  "line.ndcUnits": "ndcQuantity",
  "line.ndcUnit": "ndcUnit",
};

const ofVisit: Readonly<Record<string, string>> = {
  "claim.serviceFrom": "serviceFrom",
  "claim.diagnosisCount": "diagnoses.0",
  "claim.lineCount": "lines.0.procedureCode",
  "renderingProvider.npi": "renderingProviderId",
  "renderingProvider.isEnrolled": "renderingProviderId",
  "encounter.signedOn": "documentation.noteSigned",
  "encounter.isDocumented": "documentation.noteSigned",
  "authorization.number": "circumstances.priorAuthorization",
  "referral.number": "circumstances.referralNumber",
};

/** The field of the charge page that a finding is about, by its path; undefined where it shows none. */
export function chargeFieldOf({
  field,
  at,
}: Pick<EditFinding, "field" | "at">): string | undefined {
  if (field === "diagnosis.code") return `diagnoses.${(at ?? 1) - 1}`;
  const name = ofLine[field];
  if (name !== undefined) return `lines.${(at ?? 1) - 1}.${name}`;
  return ofVisit[field];
}
