import { expect, test } from "vitest";
import { isEqual } from "./is-equal.ts";

test.each([
  ["the same text", "a", "a", true],
  ["a text and a number", "1", 1, false],
  ["nothing and an object", null, {}, false],
  ["equal objects", { a: 1, b: { c: "x" } }, { a: 1, b: { c: "x" } }, true],
  ["another value deep inside", { a: 1, b: { c: "x" } }, { a: 1, b: { c: "y" } }, false],
  ["a field more in the first", { a: 1, b: undefined }, { a: 1 }, false],
  ["a field more in the second", { a: 1 }, { a: 1, b: undefined }, false],
  ["equal lists", [{ a: 1 }, 2], [{ a: 1 }, 2], true],
  ["a longer list", [1], [1, 2], false],
  ["a list and an object", [], {}, false],
])("%s", (_, one, other, expected) => {
  expect(isEqual(one, other)).toBe(expected);
});
