import { describe, expect, test } from "vitest";
import { bookMonths, mayClose, mayReopen } from "./month.ts";

const today = "2026-06-15";
const months = (...closed: string[]) => bookMonths("2026-02-20", today, new Set(closed));

describe("months of the books", () => {
  test("run from the first day on which anything happened to today's, the newest first", () => {
    expect(months("2026-02-01").map(({ month, isClosed }) => `${month} ${isClosed}`)).toEqual([
      "2026-06-01 false",
      "2026-05-01 false",
      "2026-04-01 false",
      "2026-03-01 false",
      "2026-02-01 true",
    ]);
  });

  test("of books in which nothing happened are today's", () => {
    expect(bookMonths(undefined, today, new Set())).toEqual([
      { month: "2026-06-01", isClosed: false },
    ]);
  });
});

describe("closing", () => {
  test.each([
    ["the oldest open month", "2026-02-01", [], undefined],
    ["the next one", "2026-03-01", ["2026-02-01"], undefined],
    [
      "one with an open month before it",
      "2026-04-01",
      ["2026-02-01"],
      { code: "earlier_month_open", month: "2026-03-01" },
    ],
    ["one that is closed", "2026-02-01", ["2026-02-01"], { code: "month_already_closed" }],
    ["the month of today", "2026-06-01", [], { code: "month_not_over" }],
    ["a month to come", "2026-07-01", [], { code: "month_not_over" }],
    ["a month before anything happened", "2025-12-01", [], undefined],
  ] as const)("%s", (_name, month, closed, refusal) => {
    expect(mayClose(month, months(...closed), today)).toEqual(refusal);
  });
});

describe("opening again", () => {
  const closed = ["2026-02-01", "2026-03-01"];
  test.each([
    ["the newest closed month", "2026-03-01", undefined],
    [
      "one with a closed month after it",
      "2026-02-01",
      { code: "later_month_closed", month: "2026-03-01" },
    ],
    ["an open one", "2026-04-01", { code: "month_not_closed" }],
  ] as const)("%s", (_name, month, refusal) => {
    expect(mayReopen(month, months(...closed))).toEqual(refusal);
  });
});
