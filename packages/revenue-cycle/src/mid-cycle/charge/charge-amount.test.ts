import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chargeAmount, isUnits } from "./charge-amount.ts";

describe("what a line charges", () => {
  test.each([
    [14_500, "1", 14_500],
    [1_250, "4", 5_000],
    [1_000, "0.5", 500],
    [333, "1.5", 500],
    [333, "0.001", 0],
    [0, "12", 0],
  ])("%i cents, %s units: %i cents", (price, units, expected) => {
    expect(chargeAmount(price, units)).toBe(expected);
  });

  test("whole units multiply exactly", () => {
    const price = fc.integer({ min: 0, max: 1_000_000 });
    const units = fc.integer({ min: 1, max: 9999 });
    fc.assert(
      fc.property(price, units, (one, other) => {
        expect(chargeAmount(one, String(other))).toBe(one * other);
      }),
    );
  });

  test.each([
    ["1", true],
    ["0.25", true],
    ["0", false],
    ["0.000", false],
    ["", false],
    ["1e3", false],
    ["-1", false],
    ["1.2345", false],
    ["123456789", false],
  ])("%s is a quantity: %s", (text, expected) => {
    expect(isUnits(text)).toBe(expected);
  });

  test("what is no quantity has no amount", () => {
    expect(() => chargeAmount(1, "x")).toThrow(RangeError);
  });
});
