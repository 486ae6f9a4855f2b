import { expect, test } from "vitest";
import { compareText } from "./compare-text.ts";

test.each([
  ["2026-01-01", "2026-01-02", -1],
  ["2026-01-02", "2026-01-01", 1],
  ["2026-01-01", "2026-01-01", 0],
  ["", "2026-01-01", -1],
  ["B", "a", -1],
] as const)("%s before %s", (left, right, order) => {
  expect(compareText(left, right)).toBe(order);
});
