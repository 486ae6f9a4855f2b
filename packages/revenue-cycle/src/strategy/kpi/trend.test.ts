import { expect, test } from "vitest";
import { trendOf } from "./trend.ts";

const march = { month: "2026-03", chargedCents: 500, paidCents: 300, deniedCents: 100 };

test("the trend covers the twelve months that end with the as-of date, without a gap", () => {
  const trend = trendOf("2026-04-17", [march]);
  expect(trend.map((one) => one.month)).toEqual([
    ...["2025-05", "2025-06", "2025-07", "2025-08", "2025-09", "2025-10", "2025-11", "2025-12"],
    ...["2026-01", "2026-02", "2026-03", "2026-04"],
  ]);
  expect(trend.at(-2)).toEqual(march);
  expect(trend.at(-1)).toEqual({
    month: "2026-04",
    chargedCents: 0,
    paidCents: 0,
    deniedCents: 0,
  });
});

test("December ends a year of months", () => {
  const trend = trendOf("2025-12-31", []);
  expect([trend[0]?.month, trend.at(-1)?.month]).toEqual(["2025-01", "2025-12"]);
});
