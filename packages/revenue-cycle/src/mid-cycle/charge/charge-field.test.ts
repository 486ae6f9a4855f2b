import { expect, test } from "vitest";
import type { FactName } from "../../work/edit/fact-catalogue.ts";
import { chargeFieldOf } from "./charge-field.ts";

test.each<[FactName, number | undefined, string | undefined]>([
  ["diagnosis.code", 2, "diagnoses.1"],
  ["line.modifiers", 3, "lines.2.modifiers"],
  ["line.priceCents", 1, "lines.0.chargedCents"],
  ["claim.diagnosisCount", undefined, "diagnoses.0"],
  ["encounter.signedOn", undefined, "documentation.noteSigned"],
  ["eligibility.status", undefined, undefined],
])("a finding about %s of %s", (field, at, path) => {
  expect(chargeFieldOf({ field, ...(at === undefined ? {} : { at }) })).toBe(path);
});
