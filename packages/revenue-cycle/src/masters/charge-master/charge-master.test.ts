import { describe, expect, test } from "vitest";
import { type ChargeItemDraft, chargeItemFaultsOf, tidyChargeItem } from "./decide-charge-item.ts";
import { fitChargeItem, overlapSentence } from "./fit-charge-item.ts";
import { type ChargeItem, modifiersKey, overlaps, priceOn } from "./price.ts";

function item(id: number, part: Partial<ChargeItem>): ChargeItem {
  return {
    id,
    procedureCode: "99213",
    modifiers: "",
    priceCents: 14_500,
    effectiveFrom: "2026-01-01",
    effectiveTo: undefined,
    ...part,
  };
}

const items = [
  item(1, { effectiveFrom: "2025-01-01", effectiveTo: "2025-12-31", priceCents: 13_000 }),
  item(2, {}),
  item(3, { modifiers: "25 95", priceCents: 15_000 }),
  item(4, { procedureCode: "G0439", modifiers: "33" }),
];

describe("a price on a day", () => {
  test.each<[string, string, string[], string, number | undefined]>([
    ["the code alone", "99213", [], "2026-06-01", 2],
    ["in lower case", "g0439", ["33"], "2026-06-01", 4],
    ["exact modifiers, in any order", "99213", ["95", "25"], "2026-06-01", 3],
    ["other modifiers: the code alone", "99213", ["25"], "2026-06-01", 2],
    ["the last day", "99213", [], "2025-12-31", 1],
    ["a day before the first", "99213", [], "2024-12-31", undefined],
    ["a code with modifiers only, asked without", "G0439", [], "2026-06-01", undefined],
    ["an unknown code", "99214", [], "2026-06-01", undefined],
  ])("%s", (_name, code, modifiers, on, id) => {
    const price = priceOn(items, { code, modifiers, on });
    expect(price.is === "priced" ? price.item.id : undefined).toBe(id);
  });

  test("modifiers are kept in upper case, sorted, each once", () => {
    expect(modifiersKey([" tc", "26", "", "TC"])).toBe("26 TC");
  });
});

test.each([
  ["2026-01-01", undefined, "2026-06-01", undefined, true],
  ["2026-01-01", "2026-05-31", "2026-06-01", undefined, false],
  ["2026-01-01", "2026-06-01", "2026-06-01", "2026-06-30", true],
  ["2026-07-01", "2026-07-31", "2026-06-01", "2026-06-30", false],
])("%s to %s and %s to %s overlap: %s", (aFrom, aTo, bFrom, bTo, expected) => {
  const a = { effectiveFrom: aFrom, effectiveTo: aTo };
  const b = { effectiveFrom: bFrom, effectiveTo: bTo };
  expect(overlaps(a, b)).toBe(expected);
  expect(overlaps(b, a)).toBe(expected);
});

describe("a price fits in", () => {
  const standing = [item(2, {})];
  test("not where another runs", () => {
    const wanted = { id: undefined, effectiveFrom: "2026-07-01", effectiveTo: undefined };
    const fit = fitChargeItem(wanted, standing, false);
    expect(fit).toMatchObject({ is: "overlaps", item: { id: 2 } });
  });
  test("where the earlier one may end", () => {
    const wanted = { id: undefined, effectiveFrom: "2026-07-01", effectiveTo: undefined };
    const fit = fitChargeItem(wanted, standing, true);
    expect(fit).toMatchObject({
      is: "fits",
      ends: [{ item: { id: 2 }, effectiveTo: "2026-06-30" }],
    });
  });
  test("never before one that begins later or on the same day", () => {
    for (const effectiveFrom of ["2025-07-01", "2026-01-01"]) {
      const wanted = { id: undefined, effectiveFrom, effectiveTo: undefined };
      expect(fitChargeItem(wanted, standing, true).is).toBe("overlaps");
    }
  });
  test("in its own place", () => {
    const wanted = { id: 2, effectiveFrom: "2026-02-01", effectiveTo: undefined };
    expect(fitChargeItem(wanted, standing, false)).toEqual({ is: "fits", ends: [] });
  });
  test("and an overlap names both", () => {
    const wanted = item(0, { effectiveFrom: "2026-07-01", effectiveTo: "2026-12-31" });
    expect(overlapSentence(wanted, item(2, { modifiers: "25" }))).toBe(
      "99213 2026-07-01 to 2026-12-31 overlaps 99213 25 from 2026-01-01 (price 2).",
    );
  });
});

describe("what is wrong with a price", () => {
  const draft: ChargeItemDraft = {
    procedureCode: " j1885 ",
    modifiers: "",
    label: "",
    revenueCode: "",
    priceCents: 100,
    ndc: "",
    ndcUnit: "",
    ndcUnitsEach: "",
    effectiveFrom: "2026-01-01",
    effectiveTo: "",
  };
  const drug = { ndc: "00409-3795-01", ndcUnit: "ml", ndcUnitsEach: "0.50" };
  test.each<[string, Partial<ChargeItemDraft>, string[]]>([
    ["nothing", {}, []],
    ["a drug in full", drug, []],
    ["a code", { procedureCode: "9921" }, ["PROCEDURE_CODE_INVALID"]],
    ["a modifier", { modifiers: "2" }, ["MODIFIER_INVALID"]],
    ["five modifiers", { modifiers: "25 26 59 76 77" }, ["MODIFIER_INVALID"]],
    ["a revenue code", { revenueCode: "63" }, ["REVENUE_CODE_INVALID"]],
    ["a negative price", { priceCents: -1 }, ["PRICE_INVALID"]],
    ["a part of a cent", { priceCents: 0.5 }, ["PRICE_INVALID"]],
    ["a drug without its unit", { ndc: "00409379501" }, ["NDC_INCOMPLETE"]],
    ["an NDC of ten digits", { ...drug, ndc: "0409379501" }, ["NDC_INVALID"]],
    ["another unit", { ...drug, ndcUnit: "MG" }, ["NDC_UNIT_INVALID"]],
    ["none of a drug", { ...drug, ndcUnitsEach: "0.0" }, ["NDC_QUANTITY_INVALID"]],
    ["no first day", { effectiveFrom: "" }, ["DATE_MISSING"]],
    ["days in the wrong order", { effectiveTo: "2025-12-31" }, ["DAYS_REVERSED"]],
  ])("%s", (_name, part, codes) => {
    const faults = chargeItemFaultsOf(tidyChargeItem({ ...draft, ...part }));
    expect(faults.map(({ code }) => code)).toEqual(codes);
  });
  test("a decimal is kept without zeros at its end", () => {
    const kept = (ndcUnitsEach: string) => tidyChargeItem({ ...draft, ndcUnitsEach }).ndcUnitsEach;
    expect(["0.50", "10", "1.0", "2.125"].map(kept)).toEqual(["0.5", "10", "1", "2.125"]);
  });
});
