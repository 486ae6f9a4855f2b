import { describe, expect, it } from "vitest";
import { addCalendarDays, daysBetween, isCivilDate } from "./civil-date.ts";

describe("civil dates", () => {
  it.each([
    ["2024-02-29", true],
    ["2023-02-29", false],
    ["1900-02-29", false],
    ["2000-02-29", true],
    ["2026-13-01", false],
    ["2026-00-10", false],
    ["2026-04-31", false],
    ["2026-4-1", false],
    ["20260401", false],
  ])("%s is a civil date: %s", (text, expected) => {
    expect(isCivilDate(text)).toBe(expected);
  });

  it.each([
    ["2024-02-28", 1, "2024-02-29"],
    ["2024-02-28", 2, "2024-03-01"],
    ["2026-12-31", 1, "2027-01-01"],
    ["2026-03-01", -1, "2026-02-28"],
    ["2026-01-15", 120, "2026-05-15"],
    ["2026-01-15", 365, "2027-01-15"],
    ["2026-01-15", 0, "2026-01-15"],
  ])("%s plus %i days is %s", (date, days, expected) => {
    expect(addCalendarDays(date, days)).toBe(expected);
  });

  it("agrees with the calendar of the runtime on every day of 130 years", () => {
    const start = Date.UTC(1970, 0, 1);
    for (let day = 0; day < 47_500; day += 1) {
      const expected = new Date(start + day * 86_400_000).toISOString().slice(0, 10);
      expect(addCalendarDays("1970-01-01", day)).toBe(expected);
      expect(daysBetween("1970-01-01", expected)).toBe(day);
    }
  });

  it("refuses what is no date, no whole day or no four-digit year", () => {
    expect(() => addCalendarDays("2026-02-30", 1)).toThrow(RangeError);
    expect(() => addCalendarDays("2026-02-01", 0.5)).toThrow(RangeError);
    expect(() => addCalendarDays("9999-12-31", 1)).toThrow(RangeError);
  });
});
