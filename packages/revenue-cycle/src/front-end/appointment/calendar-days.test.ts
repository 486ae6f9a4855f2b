import { expect, test } from "vitest";
import { daysOn, weekOf } from "./calendar-days.ts";

test.each([
  ["2026-11-22", "2026-11-16", "2026-11-22"],
  ["2026-11-23", "2026-11-23", "2026-11-29"],
  ["2023-12-31", "2023-12-25", "2023-12-31"],
])("the week of %s", (day, first, last) => {
  const week = weekOf(day);
  expect([week[0], week[6], week.length]).toEqual([first, last, 7]);
});

test("a day on and a day back", () => {
  expect([daysOn("2026-02-28", 1), daysOn("2026-03-01", -1)]).toEqual(["2026-03-01", "2026-02-28"]);
});
