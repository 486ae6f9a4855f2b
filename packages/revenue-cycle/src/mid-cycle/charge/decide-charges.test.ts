import { describe, expect, test } from "vitest";
import type { ChargeItem } from "../../masters/charge-master/price.ts";
import {
  type ChargeDraft,
  type EncounterDraft,
  encounterDraftSchema,
} from "../encounter/encounter-answers.ts";
import { decideCharges, tidyEncounter } from "./decide-charges.ts";

const price = (procedureCode: string, priceCents: number, modifiers = ""): ChargeItem => ({
  id: 1,
  procedureCode,
  modifiers,
  priceCents,
  effectiveFrom: "2026-01-01",
  effectiveTo: undefined,
});
const prices = [price("99213", 14_500), price("99213", 16_000, "25"), price("J1100", 1_250)];

function draftOf(line: Partial<ChargeDraft>, rest: Partial<EncounterDraft> = {}): EncounterDraft {
  return tidyEncounter(
    encounterDraftSchema.parse({
      patientId: 1,
      serviceFrom: "2026-06-12",
      diagnoses: ["e11.9", "I10"],
      lines: [{ procedureCode: "99213", diagnosisPointers: [1], ...line }],
      ...rest,
    }),
  );
}

describe("charges of an encounter", () => {
  test.each([
    ["the price of the day", {}, { chargedCents: 14_500, priceSource: "charge-master" }],
    ["a price by modifier", { modifiers: ["25"] }, { chargedCents: 16_000 }],
    ["units multiply", { procedureCode: "j1100", units: "4" }, { chargedCents: 5_000 }],
    [
      "what a person typed goes first",
      { procedureCode: "99215", chargedCents: 100 },
      { chargedCents: 100, priceSource: "typed" },
    ],
  ])("%s", (_, line, expected) => {
    const decided = decideCharges(draftOf(line), prices);
    expect(decided).toMatchObject({ is: "charges", diagnoses: ["E119", "I10"], lines: [expected] });
  });

  test.each([
    ["a diagnosis that is none", {}, { diagnoses: ["119"] }, "diagnoses.0 DIAGNOSIS_FORM"],
    ["a diagnosis twice", {}, { diagnoses: ["I10", "i10"] }, "diagnoses.1 DIAGNOSIS_TWICE"],
    [
      "a code cut short",
      { procedureCode: "9921", chargedCents: 1 },
      {},
      "lines.0.procedureCode PROCEDURE_FORM",
    ],
    ["a modifier of three", { modifiers: ["2"] }, {}, "lines.0.modifiers MODIFIER_FORM"],
    ["a modifier twice", { modifiers: ["25", "25"] }, {}, "lines.0.modifiers MODIFIER_TWICE"],
    ["no units", { units: "0" }, {}, "lines.0.units UNITS_FORM"],
    ["no pointer", { diagnosisPointers: [] }, {}, "lines.0.diagnosisPointers POINTER_MISSING"],
    [
      "a pointer beyond",
      { diagnosisPointers: [3] },
      {},
      "lines.0.diagnosisPointers POINTER_BEYOND",
    ],
    ["no price", { procedureCode: "99215" }, {}, "lines.0.chargedCents PRICE_MISSING"],
    [
      "a price of another year",
      {},
      { serviceFrom: "2025-12-31" },
      "lines.0.chargedCents PRICE_MISSING",
    ],
    ["an NDC without quantity", { ndc: "00517-4901-25" }, {}, "lines.0.ndc NDC_INCOMPLETE"],
    [
      "an NDC of ten digits",
      { ndc: "0517-4901-25", ndcQuantity: "1", ndcUnit: "ML" as const },
      {},
      "lines.0.ndc NDC_FORM",
    ],
    ["days reversed", {}, { serviceThrough: "2026-06-01" }, "serviceThrough DAYS_REVERSED"],
  ])("%s is refused", (_, line, rest, expected) => {
    const decided = decideCharges(draftOf(line, rest), prices);
    const faults = decided.is === "invalid" ? decided.faults : [];
    expect(faults.map(({ field, code }) => `${field} ${code}`)).toContain(expected);
  });
});
