import { describe, expect, it } from "vitest";
import { builtInEdits } from "./built-in-edits.store.ts";
import type { Condition } from "./condition.ts";
import { describeCondition, describeEdit } from "./describe-condition.ts";

const edits = await builtInEdits();

describe("a condition in words", () => {
  const frequency: Condition = { is: "equals", fact: "claim.frequency", value: "7" };
  const charge: Condition = {
    is: "compare",
    fact: "claim.chargedCents",
    operator: ">",
    value: 105,
  };
  const cases: readonly (readonly [Condition, string])[] = [
    [frequency, "Claim frequency is 7"],
    [{ is: "not", of: frequency }, "Claim frequency is not 7"],
    [{ is: "not", of: { is: "not", of: frequency } }, "Claim frequency is 7"],
    [charge, "Claim's charge > $1.05"],
    [{ is: "not", of: charge }, "Claim's charge <= $1.05"],
    [
      { is: "and", of: [frequency, { is: "or", of: [charge, frequency] }] },
      "Claim frequency is 7 and (Claim's charge > $1.05 or Claim frequency is 7)",
    ],
    [
      { is: "not", of: { is: "and", of: [frequency, charge] } },
      "Claim frequency is not 7 or Claim's charge <= $1.05",
    ],
    [
      { is: "equals", fact: "claim.isSecondary", value: false },
      "Goes to a second or later payer is not so",
    ],
    [
      { is: "any", in: "lines", where: { is: "missing", fact: "line.units" } },
      "any line has: Units is missing",
    ],
    [
      { is: "not", of: { is: "includes", fact: "remittance.reasonCodes", values: ["45"] } },
      "Adjustment reasons has none of 45",
    ],
  ];
  it.each(cases)("%j", (condition, words) => {
    expect(describeCondition(condition)).toBe(words);
  });

  it("says the whole of every edit that the program brings", () => {
    for (const edit of edits) expect(describeEdit(edit).length).toBeGreaterThan(10);
    const pointer = edits.find(({ code }) => code === "LINE_POINTER_MISSING");
    expect(pointer && describeEdit(pointer)).toBe(
      "for each line: Diagnosis pointers is missing or Number of pointers < 1",
    );
  });
});
