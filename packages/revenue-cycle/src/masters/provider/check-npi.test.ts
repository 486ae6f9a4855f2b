import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isNpi } from "./check-npi.ts";

describe("an NPI", () => {
  it.each([
    ["1234567893", true],
    ["1234567890", false],
    ["1234567839", false],
    ["3234567893", false],
    ["123456789", false],
    ["12345678931", false],
    [" 1234567893", false],
    ["", false],
  ])("%s: %s", (text, expected) => {
    expect(isNpi(text)).toBe(expected);
  });

  it("has one check digit for nine digits, and no single digit may change", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.nat(9), fc.nat(9), (n, at, digit) => {
        const nine = `1${String(n).padStart(8, "0")}`;
        const valid = [..."0123456789"].map((check) => nine + check).filter(isNpi);
        expect(valid).toHaveLength(1);
        const [npi = ""] = valid;
        const changed = npi.slice(0, at) + digit + npi.slice(at + 1);
        expect(isNpi(changed)).toBe(changed === npi);
      }),
    );
  });
});
