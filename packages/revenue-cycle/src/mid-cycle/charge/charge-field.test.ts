import { expect, test } from "vitest";
import type { FactName } from "../../work/edit/fact-catalogue.ts";
import { chargeFieldOf, chargeFieldOfMissing } from "./charge-field.ts";

test.each<[FactName, number | undefined, string | undefined]>([
  ["diagnosis.code", 2, "diagnoses.1"],
  ["line.modifiers", 3, "lines.2.modifiers"],
  ["line.priceCents", 1, "lines.0.chargedCents"],
  ["claim.diagnosisCount", undefined, "diagnoses.0"],
  ["encounter.signedOn", undefined, "documentation.noteSigned"],
  ["authorization.number", undefined, "priorAuthorization"],
  ["eligibility.status", undefined, undefined],
])("a finding about %s of %s", (field, at, path) => {
  expect(chargeFieldOf({ field, ...(at === undefined ? {} : { at }) })).toBe(path);
});

test.each([
  ["encounter.placeOfService", "placeOfService"],
  ["encounter.diagnoses", "diagnoses.0"],
  ["encounter.lines", "lines.0.procedureCode"],
  ["encounter.lines.1.diagnosisPointers", "lines.1.diagnosisPointers"],
  ["providers.billing", "billingProviderId"],
  ["providers.billing.taxId", undefined],
  ["patient.dateOfBirth", undefined],
])("a claim that lacks %s", (path, field) => {
  expect(chargeFieldOfMissing(path)).toBe(field);
});
