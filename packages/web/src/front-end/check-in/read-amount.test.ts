import { expect, test } from "vitest";
import { amountText, readAmount } from "./read-amount.ts";

test.each([
  ["30", 3000],
  ["30.5", 3050],
  ["$1,030.05", 103_005],
  [".5", 50],
  ["", 0],
  ["-1", undefined],
  ["1.005", undefined],
  [".", undefined],
  ["thirty", undefined],
])("the amount %j", (text, cents) => {
  expect(readAmount(text)).toBe(cents);
});

test.each([
  [3005, "30.05"],
  [0, ""],
  [null, ""],
])("%j cents in a field", (cents, text) => {
  expect(amountText(cents)).toBe(text);
});
