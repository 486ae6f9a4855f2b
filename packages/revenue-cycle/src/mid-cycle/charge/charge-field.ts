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
  "claim.serviceThrough": "serviceThrough",
  "claim.placeOfService": "placeOfService",
  "claim.diagnosisCount": "diagnoses.0",
  "claim.lineCount": "lines.0.procedureCode",
  "facility.isStated": "facilityId",
  "facility.npi": "facilityId",
  "renderingProvider.npi": "renderingProviderId",
  "renderingProvider.isEnrolled": "renderingProviderId",
  "referringProvider.npi": "referringProviderId",
  "supervisingProvider.npi": "supervisingProviderId",
  "encounter.signedOn": "documentation.noteSigned",
  "encounter.isDocumented": "documentation.noteSigned",
  "authorization.number": "priorAuthorization",
  "authorization.effectiveTo": "priorAuthorization",
  "authorization.unitsRemaining": "priorAuthorization",
  "referral.number": "referralNumber",
};

type FoundAt = { readonly field: EditFinding["field"]; readonly at?: number | undefined };

/** The field of the charge page that a finding is about, by its path; undefined where it shows none. */
export function chargeFieldOf({ field, at }: FoundAt): string | undefined {
  if (field === "diagnosis.code") return `diagnoses.${(at ?? 1) - 1}`;
  const name = ofLine[field];
  if (name !== undefined) return `lines.${(at ?? 1) - 1}.${name}`;
  return ofVisit[field];
}

/** The field of the charge page for what a claim lacks, by its path in the claim's sources. */
export function chargeFieldOfMissing(path: string): string | undefined {
  if (path === "providers.billing") return "billingProviderId";
  const [subject, ...rest] = path.split(".");
  if (subject !== "encounter") return undefined;
  const [field = "", ...below] = rest;
  if (below.length > 0) return rest.join(".");
  if (field === "diagnoses") return "diagnoses.0";
  return field === "lines" ? "lines.0.procedureCode" : field;
}
