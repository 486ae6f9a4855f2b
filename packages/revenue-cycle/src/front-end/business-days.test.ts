import { expect, test } from "vitest";
import { addBusinessDays, businessDaysBefore, isBusinessDay } from "./business-days.ts";

// September 26 and 27, 2026 are a weekend.
test("weekends are left out, before a day and after it", () => {
  expect(["2026-09-25", "2026-09-26", "2026-09-27", "2026-09-28"].map(isBusinessDay)).toEqual([
    true,
    false,
    false,
    true,
  ]);
  expect(businessDaysBefore("2026-09-29", 3)).toEqual(["2026-09-24", "2026-09-25", "2026-09-28"]);
  expect(businessDaysBefore("2026-09-27", 1)).toEqual(["2026-09-25"]);
  expect(addBusinessDays("2026-09-25", 1)).toBe("2026-09-28");
});
