import type { Condition } from "@headwater/revenue-cycle/work/edit/condition.ts";
import { describe, expect, it } from "vitest";
import { conditionOfRows, rowsOfCondition } from "./condition-rows.ts";

describe("a condition as rows of the form", () => {
  const cases: readonly Condition[] = [
    { is: "missing", fact: "payer.name" },
    { is: "equals", fact: "claim.isSecondary", value: false },
    { is: "compare", fact: "claim.chargedCents", operator: ">=", value: 12_345 },
    { is: "compare", fact: "claim.serviceFrom", operator: "<", value: "2026-01-01" },
    {
      is: "or",
      of: [
        { is: "not", of: { is: "in", fact: "claim.frequency", values: ["1", "7"] } },
        { is: "not", of: { is: "has-form", fact: "billingProvider.npi", form: "npi" } },
        { is: "matches", fact: "payer.identifier", pattern: "\\d{5}" },
      ],
    },
    {
      is: "and",
      of: [
        { is: "includes", fact: "line.modifiers", values: ["25", "59"] },
        { is: "compare", fact: "line.units", operator: ">", value: 1.5 },
      ],
    },
  ];
  it.each(cases)("%j goes to rows and back", (condition) => {
    const rows = rowsOfCondition(condition);
    expect(rows && conditionOfRows(rows)).toEqual(condition);
  });

  it("says that a deeper tree is no rows", () => {
    const leaf: Condition = { is: "missing", fact: "payer.name" };
    expect(rowsOfCondition({ is: "and", of: [leaf, { is: "or", of: [leaf] }] })).toBeUndefined();
    expect(rowsOfCondition({ is: "not", of: leaf })).toBeUndefined();
    expect(rowsOfCondition({ is: "any", in: "lines", where: leaf })).toBeUndefined();
  });

  it("keeps an amount that cannot be read as text, for the server to refuse", () => {
    const row = { fact: "claim.chargedCents", operator: ">", value: "ten" } as const;
    expect(conditionOfRows({ join: "and", rows: [row] })).toMatchObject({ value: "ten" });
  });
});
