/**
 * Civil dates as whole days since 1970-01-01, so that time is integer arithmetic. No clock and no time
 * zone take part.
 */

const texts = new Map<number, string>();
const textsMost = 50_000;

/** The day of a text `YYYY-MM-DD`. */
export function dayOf(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return dayOfParts(year, month, day);
}

/** The day of year, month (1 to 12) and day of the month, in the proleptic Gregorian calendar. */
export function dayOfParts(year: number, month: number, day: number): number {
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leaps = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146_097 + yearOfEra * 365 + leaps + dayOfYear - 719_468;
}

/** Year, month and day of the month. */
export function partsOf(day: number): readonly [number, number, number] {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524);
  const yearOfEra = Math.floor((dayOfEra - leaps + Math.floor(dayOfEra / 146_096)) / 365);
  const past = 365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  const dayOfYear = dayOfEra - past;
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * month + 2) / 5) + 1;
  const year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0);
  return [year, ((month + 2) % 12) + 1, dayOfMonth];
}

/** `YYYY-MM-DD` of a day. */
export function dateOf(day: number): string {
  const known = texts.get(day);
  if (known !== undefined) return known;
  const [year, month, dayOfMonth] = partsOf(day);
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
  if (texts.size < textsMost) texts.set(day, text);
  return text;
}

/** The calendar year of a day. */
export function yearOf(day: number): number {
  return partsOf(day)[0];
}

/** 0 Sunday to 6 Saturday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** Monday to Friday and no holiday of the banks. */
export function isBusinessDay(day: number): boolean {
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6 && !isHoliday(day);
}

/** The day itself if business is done on it, else the next one. */
export function businessDayFrom(day: number): number {
  let at = day;
  while (!isBusinessDay(at)) at += 1;
  return at;
}

/** Fixed holidays of the Federal Reserve as `MM-DD`; one on a weekend moves nothing here. */
const fixedHolidays = new Set(["01-01", "06-19", "07-04", "11-11", "12-25"]);

function isHoliday(day: number): boolean {
  if (fixedHolidays.has(dateOf(day).slice(5))) return true;
  const [, month, dayOfMonth] = partsOf(day);
  const weekday = weekdayOf(day);
  const isMonday = weekday === 1;
  if (month === 1 && isMonday) return dayOfMonth > 14 && dayOfMonth < 22;
  if (month === 2 && isMonday) return dayOfMonth > 14 && dayOfMonth < 22;
  if (month === 5 && isMonday) return dayOfMonth > 24;
  if (month === 9 && isMonday) return dayOfMonth < 8;
  if (month === 10 && isMonday) return dayOfMonth > 7 && dayOfMonth < 15;
  return month === 11 && weekday === 4 && dayOfMonth > 21 && dayOfMonth < 29;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
