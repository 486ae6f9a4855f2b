import { expect, test } from "vitest";
import { businessDate, civilDate, steppedClock } from "./clock.ts";

test.each([
  ["2026-03-08T04:59:59Z", "America/New_York", "2026-03-07"],
  ["2026-03-08T05:00:00Z", "America/New_York", "2026-03-08"],
  ["2026-11-01T05:30:00Z", "America/Chicago", "2026-11-01"],
  ["2024-02-29T12:00:00Z", "Pacific/Honolulu", "2024-02-29"],
  ["2027-01-01T06:59:59Z", "America/Phoenix", "2026-12-31"],
])("%s in %s is %s", (instant, zone, date) => {
  expect(civilDate(new Date(instant), zone)).toBe(date);
});

test("a demo practice has its own day, any other has today", () => {
  const clock = steppedClock("2026-05-05T12:00:00Z");
  const timeZone = "America/New_York";
  expect(businessDate(clock, { businessDate: "2025-01-02", timeZone })).toBe("2025-01-02");
  expect(businessDate(clock, { businessDate: undefined, timeZone })).toBe("2026-05-05");
  clock.advance(24 * 3600 * 1000);
  expect(businessDate(clock, { businessDate: undefined, timeZone })).toBe("2026-05-06");
});
