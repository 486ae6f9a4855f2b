import fc from "fast-check";
import { expect, test } from "vitest";
import { weightedMedian } from "./weighted-median.ts";

test.each([
  ["none", [], undefined],
  ["one", [[7, 1]], 7],
  [
    "two",
    [
      [1, 1],
      [4, 1],
    ],
    2.5,
  ],
  [
    "the middle one",
    [
      [9, 1],
      [1, 1],
      [4, 1],
    ],
    4,
  ],
  [
    "the heavier one",
    [
      [1, 5],
      [9, 2],
    ],
    1,
  ],
  [
    "between two heaps",
    [
      [1, 3],
      [9, 3],
    ],
    5,
  ],
] as const)("%s", (_, values, expected) => {
  expect(weightedMedian(values)).toBe(expected);
});

test("it is the median of the values written out", () => {
  const heap = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 9 }));
  fc.assert(
    fc.property(fc.array(heap, { minLength: 1, maxLength: 30 }), (heaps) => {
      const all = heaps.flatMap(([value, times]) => Array.from({ length: times }, () => value));
      all.sort((one, other) => one - other);
      const low = all[Math.floor((all.length - 1) / 2)] ?? 0;
      const high = all[Math.ceil((all.length - 1) / 2)] ?? 0;
      expect(weightedMedian(heaps)).toBe((low + high) / 2);
    }),
  );
});
