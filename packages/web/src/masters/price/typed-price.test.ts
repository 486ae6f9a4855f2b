import { expect, test } from "vitest";
import { typedPrice } from "./typed-price.ts";

test.each([
  ["145", 14_500],
  [" 145.5 ", 14_550],
  ["$1,145.00", 114_500],
  ["1,000,000", 100_000_000],
  ["0", 0],
  ["", undefined],
  ["-1", undefined],
  ["1.005", undefined],
  ["1,14", undefined],
  ["a hundred", undefined],
])("%j is %s cents", (text, cents) => {
  expect(typedPrice(text)).toBe(cents);
});
