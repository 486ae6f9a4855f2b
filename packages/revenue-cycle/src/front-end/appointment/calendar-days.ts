import { addCalendarDays, daysBetween } from "@headwater/code-sets/civil-date.ts";

/** A Monday. */
const monday = "2024-01-01";

/** The day so many days on; negative goes back. */
export const daysOn = (day: string, days: number): string => addCalendarDays(day, days);

/** The seven days, from Monday, that a day lies in. */
export function weekOf(day: string): string[] {
  const weekday = ((daysBetween(monday, day) % 7) + 7) % 7;
  return Array.from({ length: 7 }, (_, index) => addCalendarDays(day, index - weekday));
}
