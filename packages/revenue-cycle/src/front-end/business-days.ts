import { addCalendarDays, daysBetween } from "@headwater/code-sets/civil-date.ts";

/** A Monday. */
const monday = "2024-01-01";

/** Whether a civil date is a Monday to Friday; holidays are not known here. */
export function isBusinessDay(day: string): boolean {
  const weekday = ((daysBetween(monday, day) % 7) + 7) % 7;
  return weekday < 5;
}

/** The civil date `count` business days after a day; 0 is the day itself, whatever it is. */
export function addBusinessDays(day: string, count: number): string {
  let reached = day;
  for (let left = count; left > 0; ) {
    reached = addCalendarDays(reached, 1);
    if (isBusinessDay(reached)) left -= 1;
  }
  return reached;
}

/** Business days after `from` up to and with `to`; 0 when `to` is not later. */
export function businessDaysBetween(from: string, to: string): number {
  let count = 0;
  for (let day = addCalendarDays(from, 1); day <= to; day = addCalendarDays(day, 1)) {
    if (isBusinessDay(day)) count += 1;
  }
  return count;
}

/** The `count` business days before a day, the oldest first. */
export function businessDaysBefore(day: string, count: number): string[] {
  const days: string[] = [];
  for (let at = addCalendarDays(day, -1); days.length < count; at = addCalendarDays(at, -1)) {
    if (isBusinessDay(at)) days.unshift(at);
  }
  return days;
}
