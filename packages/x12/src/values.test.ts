import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  centsOf,
  civilDate,
  civilDateOfSixDigits,
  decimalOf,
  eightDigits,
  isDecimal,
  isNationalProviderId,
  nationalProviderIdOf,
} from "./values.ts";

describe("cents of a decimal text", () => {
  test.each([
    ["whole", "100", 10_000],
    ["one decimal", "100.5", 10_050],
    ["two decimals", "100.55", 10_055],
    ["no whole part", ".5", 50],
    ["trailing point", "7.", 700],
    ["negative", "-12.34", -1234],
    ["zero", "0", 0],
    ["negative zero", "-0", 0],
    ["leading zeros", "007.10", 710],
    ["zeros beyond cents", "1.5000", 150],
    ["third decimal", "1.005", "too-many-decimals"],
    ["exponent", "1E3", "not-a-number"],
    ["exponent after decimals", "1.005E3", "not-a-number"],
    ["plus", "+1", "not-a-number"],
    ["grouping", "1,000", "not-a-number"],
    ["letters", "abc", "not-a-number"],
    ["only a point", ".", "not-a-number"],
    ["only a sign", "-", "not-a-number"],
    ["two points", "1.2.3", "not-a-number"],
    ["empty", "", "not-a-number"],
    ["largest exact", "90071992547409.91", Number.MAX_SAFE_INTEGER],
    ["beyond exact", "90071992547409.92", "too-large"],
    ["far beyond exact", "9999999999999999999", "too-large"],
    ["beyond exact when scaled", "900719925474099", "too-large"],
    ["far beyond, no number", "9999999999999999999x", "not-a-number"],
  ])("%s", (_, text, expected) => {
    expect(centsOf(text)).toBe(expected);
  });

  test("reads back what is written", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (cents) => {
        expect(centsOf(decimalOf(cents)) as number).toBe(cents === 0 ? 0 : cents);
        expect(isDecimal(decimalOf(cents))).toBe(true);
      }),
    );
  });
});

describe("civil dates", () => {
  test.each([
    ["a day", "20250106", "2025-01-06"],
    ["leap day", "20240229", "2024-02-29"],
    ["leap day of a century", "20000229", "2000-02-29"],
    ["no leap day", "20230229", undefined],
    ["no leap day of a century", "19000229", undefined],
    ["month 13", "20251301", undefined],
    ["month 0", "20250001", undefined],
    ["day 31 of a short month", "20250431", undefined],
    ["day 0", "20250400", undefined],
    ["year 0", "00000101", undefined],
    ["six digits", "250106", undefined],
    ["letters", "2025010A", undefined],
  ])("%s", (_, text, expected) => {
    expect(civilDate(text)).toBe(expected);
  });

  test("six digits take the century from the year", () => {
    expect(civilDateOfSixDigits("250106")).toBe("2025-01-06");
    expect(civilDateOfSixDigits("991231")).toBe("1999-12-31");
    expect(civilDateOfSixDigits("2501")).toBeUndefined();
  });

  test("eight digits of a date, and only of a date", () => {
    expect(eightDigits("2025-01-06")).toBe("20250106");
    expect(eightDigits("2025-02-30")).toBeUndefined();
    expect(eightDigits("20250106")).toBeUndefined();
  });
});

describe("National Provider Identifiers", () => {
  test.each([
    ["valid", "1234567893", true],
    ["wrong check digit", "1234567890", false],
    ["short", "123456789", false],
    ["begins with 3", "3234567893", false],
  ])("%s", (_, text, expected) => {
    expect(isNationalProviderId(text)).toBe(expected);
  });

  test("completes nine digits", () => {
    expect(nationalProviderIdOf("123456789")).toBe("1234567893");
    expect(isNationalProviderId(nationalProviderIdOf("100200300"))).toBe(true);
    expect(nationalProviderIdOf("323456789")).toBe("3234567890");
  });
});
