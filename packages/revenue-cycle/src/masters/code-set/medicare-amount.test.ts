import { describe, expect, it } from "vitest";
import { medicareAmountCents } from "./medicare-amount.ts";

const national = { workIndex: "1", practiceExpenseIndex: "1", malpracticeIndex: "1" };

describe("what Medicare allows", () => {
  it.each([
    // (1.30 × 1 + 1.33 × 0.869 + 0.10 × 0.575) × 33.2875 = 83.6600…
    [
      "an office visit in a locality",
      { work: "1.30", practiceExpense: "1.33", malpractice: "0.10", conversionFactor: "33.2875" },
      { workIndex: "1.000", practiceExpenseIndex: "0.869", malpracticeIndex: "0.575" },
      8366,
    ],
    [
      "half a cent rounds up",
      { work: "1", practiceExpense: "0", malpractice: "0", conversionFactor: "0.125" },
      national,
      13,
    ],
    [
      "less than half a cent rounds down",
      { work: "1", practiceExpense: "0", malpractice: "0", conversionFactor: "0.1249" },
      national,
      12,
    ],
    [
      "nothing",
      { work: "0.00", practiceExpense: "0.00", malpractice: "0.00", conversionFactor: "33.4009" },
      national,
      0,
    ],
  ])("%s", (_, units, indices, cents) => {
    expect(medicareAmountCents({ ...units, ...indices })).toBe(cents);
  });

  it("refuses what is no decimal", () => {
    const parts = { work: "1e3", practiceExpense: "0", malpractice: "0", conversionFactor: "1" };
    expect(() => medicareAmountCents({ ...parts, ...national })).toThrow(RangeError);
  });
});
