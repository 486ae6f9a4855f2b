/**
 * Civil dates as `YYYY-MM-DD` text in the proleptic Gregorian calendar. No clock and no time zone
 * take part: which day "today" is, is the caller's to say.
 */

const civilDatePattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (monthDays[month - 1] ?? 0);
}

function splitCivilDate(date: string): readonly [number, number, number] | undefined {
  const match = civilDatePattern.exec(date);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (day < 1 || day > daysInMonth(year, month)) return undefined;
  return [year, month, day];
}

/** True for an existing day written `YYYY-MM-DD`. */
export function isCivilDate(text: string): boolean {
  return splitCivilDate(text) !== undefined;
}

/**
 * Days since 0000-03-01, the start of the year that ends with the leap day: the day of the year is
 * then a linear formula of the month.
 */
function dayNumber(date: string): number {
  const parts = splitCivilDate(date);
  if (parts === undefined) throw new RangeError("Not a civil date of the form YYYY-MM-DD.");
  const [year, month, day] = parts;
  const shiftedYear = month > 2 ? year : year - 1;
  const shiftedMonth = (month + 9) % 12;
  const leapDays =
    Math.floor(shiftedYear / 4) - Math.floor(shiftedYear / 100) + Math.floor(shiftedYear / 400);
  return 365 * shiftedYear + leapDays + Math.floor((153 * shiftedMonth + 2) / 5) + day - 1;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

/**
 * The civil date `days` calendar days after `date`; negative days count back.
 *
 * @throws RangeError when `date` is not a civil date or the result leaves the years 0000 to 9999.
 */
export function addCalendarDays(date: string, days: number): string {
  const target = dayNumber(date) + days;
  // The estimate is at most one year off: 365.2425 days to the year.
  let shiftedYear = Math.floor(target / 365.2425);
  const startOf = (year: number) =>
    365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  while (startOf(shiftedYear) > target) shiftedYear -= 1;
  while (startOf(shiftedYear + 1) <= target) shiftedYear += 1;
  const dayOfYear = target - startOf(shiftedYear);
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = ((shiftedMonth + 2) % 12) + 1;
  const year = month > 2 ? shiftedYear : shiftedYear + 1;
  if (!Number.isInteger(days) || year < 0 || year > 9999) {
    throw new RangeError("The date lies outside the years 0000 to 9999.");
  }
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}
