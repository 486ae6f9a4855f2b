import { addCalendarDays } from "@headwater/code-sets";
import { describe, expect, it } from "vitest";
import { businessDayFrom, dateOf, dayOf, isBusinessDay, weekdayOf, yearOf } from "./civil-day.ts";

describe("civil days", () => {
  it("count as the calendar of the code sets does", () => {
    const first = dayOf("1899-12-30");
    for (let days = 0; days < 80_000; days += 17) {
      const date = addCalendarDays("1899-12-30", days);
      expect(dateOf(first + days)).toBe(date);
      expect(dayOf(date)).toBe(first + days);
    }
  });

  it.each([
    ["2025-07-04", false],
    ["2025-07-05", false],
    ["2025-07-07", true],
    ["2025-11-27", false],
    ["2026-01-19", false],
    ["2026-05-25", false],
    ["2026-09-07", false],
  ])("%s is a business day: %s", (date, expected) => {
    expect(isBusinessDay(dayOf(date))).toBe(expected);
  });

  it("know weekday, year and the next business day", () => {
    expect(weekdayOf(dayOf("2026-11-22"))).toBe(0);
    expect(yearOf(dayOf("2026-01-01"))).toBe(2026);
    expect(dateOf(businessDayFrom(dayOf("2025-12-25")))).toBe("2025-12-26");
  });
});
