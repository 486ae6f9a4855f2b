import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addCents,
  allocate,
  cents,
  divideHalfUp,
  formatCents,
  isCentsRefusal,
  parseCents,
} from "./cents.ts";

const amount = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }).map(cents);

describe("parseCents", () => {
  test.each([
    ["12.3", 1230],
    ["12", 1200],
    ["12.", 1200],
    [".5", 50],
    ["0.05", 5],
    ["-0", 0],
    ["-0.01", -1],
    ["007.10", 710],
    ["90071992547409.91", Number.MAX_SAFE_INTEGER],
    ["000000000000000000012.34", 1234],
  ])("reads %s", (text, expected) => {
    expect(parseCents(text)).toBe(expected);
  });

  test.each([
    ["", "NOT_A_DECIMAL"],
    [".", "NOT_A_DECIMAL"],
    ["-", "NOT_A_DECIMAL"],
    ["+1", "NOT_A_DECIMAL"],
    ["1e3", "NOT_A_DECIMAL"],
    ["1,000.00", "NOT_A_DECIMAL"],
    [" 1", "NOT_A_DECIMAL"],
    ["1.2.3", "NOT_A_DECIMAL"],
    ["0x10", "NOT_A_DECIMAL"],
    ["NaN", "NOT_A_DECIMAL"],
    ["1.234", "TOO_MANY_DECIMALS"],
    ["1.230", "TOO_MANY_DECIMALS"],
    ["90071992547409.92", "TOO_LARGE"],
    ["123456789012345678", "TOO_LARGE"],
  ])("refuses %j", (text, code) => {
    const parsed = parseCents(text);
    expect(isCentsRefusal(parsed) && parsed.code).toBe(code);
  });

  test("gives back what was formatted", () => {
    fc.assert(fc.property(amount, (value) => parseCents(formatCents(value)) === value));
  });
});

test.each([
  [0, "0.00"],
  [5, "0.05"],
  [-5, "-0.05"],
  [123450, "1234.50"],
])("formats %i as %s", (value, text) => {
  expect(formatCents(cents(value))).toBe(text);
});

test("no fraction, infinity or unsafe integer becomes cents", () => {
  for (const value of [0.1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
    expect(() => cents(value)).toThrow(RangeError);
  }
  expect(Object.is(cents(-0), 0)).toBe(true);
  expect(() => addCents(Number.MAX_SAFE_INTEGER, 1)).toThrow(RangeError);
  expect(addCents(1, 2, -4)).toBe(-1);
});

test.each([
  [5n, 2n, 3],
  [-5n, 2n, -3],
  [5n, -2n, -3],
  [-5n, -2n, 3],
  [4n, 3n, 1],
  [5n, 3n, 2],
  [0n, 7n, 0],
])("divides %s by %s half up to %i", (numerator, denominator, expected) => {
  expect(divideHalfUp(numerator, denominator)).toBe(expected);
});

test("division by zero is a fault", () => {
  expect(() => divideHalfUp(1n, 0n)).toThrow(RangeError);
});

describe("allocate", () => {
  test.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [100, [0, 0], [50, 50]],
    [1, [1, 2], [0, 1]],
    [5, [3, 3, 4], [2, 1, 2]],
    [0, [7, 3], [0, 0]],
    [0, [], []],
  ])("splits %i by %j into %j", (total, weights, parts) => {
    expect(allocate(cents(total), weights)).toEqual(parts);
  });

  test("an amount without parts, or a weight that is none, is a fault", () => {
    expect(() => allocate(cents(1), [])).toThrow(RangeError);
    expect(() => allocate(cents(1), [-1])).toThrow(RangeError);
    expect(() => allocate(cents(1), [0.5])).toThrow(RangeError);
  });

  test("parts sum to the total, and none is a cent or more off its exact share", () => {
    const weights = fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(amount, weights, (total, weightList) => {
        const parts = allocate(total, weightList);
        const sum = weightList.reduce((left, right) => left + right, 0);
        expect(addCents(...parts)).toBe(total);
        if (sum === 0) return;
        parts.forEach((part, index) => {
          const exact = BigInt(total) * BigInt(weightList[index] ?? 0);
          const distance = BigInt(part) * BigInt(sum) - exact;
          expect(distance < BigInt(sum) && distance > -BigInt(sum)).toBe(true);
        });
      }),
    );
  });
});
