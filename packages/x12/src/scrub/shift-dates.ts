import { civilDate, civilDateOfSixDigits } from "../values.ts";
import { type HashKey, keyedHash, wordsOf } from "./keyed-hash.ts";

const leastShiftDays = 3;
const mostShiftDays = 45;
/** Births that lie further back than this move on their own besides; younger ones keep their order. */
const infantDays = 730;
const birthSpreadDays = 364;
/** Ages above 89 are not told (45 CFR 164.514(b)(2)(i)(C)). */
const oldestYears = 90;

/**
 * Moves the dates of a file by the same number of days into the past, so that their order and distance
 * stay; what lies after `today` moves into the future. Births move by more, each by its own.
 */
export class DateShifter {
  private readonly key: HashKey;
  private readonly today: string | undefined;
  private readonly days: number;

  constructor(key: HashKey, today: string | undefined) {
    this.key = key;
    this.today = today;
    const span = mostShiftDays - leastShiftDays + 1;
    this.days = leastShiftDays + (keyedHash(key, [7]) % span);
  }

  /** A date, date and time, or period of digits; digits that are no date become nines. */
  shift(text: string): string {
    return text.replace(/\d+/g, (digits) => {
      if (digits.length <= 4) return digits;
      const date = civilDate(digits.slice(0, 8));
      if (date !== undefined && [8, 12, 14].includes(digits.length)) {
        return eightDigitsOf(this.moved(date)) + digits.slice(8);
      }
      const short = digits.length === 6 ? civilDateOfSixDigits(digits) : undefined;
      if (short !== undefined) return eightDigitsOf(this.moved(short)).slice(2);
      return "9".repeat(digits.length);
    });
  }

  /** A birth date; `on` is the day of the file, where it is known. */
  shiftBirth(text: string, on: string | undefined): string {
    const date = civilDate(text.slice(0, 8));
    if (date === undefined || ![8, 12].includes(text.length)) return this.shift(text);
    const fileDay = on === undefined ? undefined : dayNumber(on);
    const isInfant = fileDay !== undefined && fileDay - dayNumber(date) < infantDays;
    const spread = isInfant
      ? 0
      : keyedHash(this.key, [...wordsOf(text), 8]) % (birthSpreadDays + 1);
    const moved = civilDay(dayNumber(this.moved(date)) - spread);
    const oldest = fileDay === undefined ? undefined : civilDay(fileDay - 365 * oldestYears);
    const told = oldest !== undefined && moved < oldest ? `${oldest.slice(0, 4)}-01-01` : moved;
    return eightDigitsOf(told === date ? civilDay(dayNumber(told) - 1) : told) + text.slice(8);
  }

  private moved(date: string): string {
    const isToCome = this.today !== undefined && date > this.today;
    return civilDay(dayNumber(date) + (isToCome ? this.days : -this.days));
  }
}

function eightDigitsOf(date: string): string {
  return date.replaceAll("-", "");
}

/** Days since 0000-03-01 of the Gregorian calendar. */
function dayNumber(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const years = month > 2 ? year : year - 1;
  const months = (month + 9) % 12;
  const leaps = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return years * 365 + leaps + Math.floor((months * 153 + 2) / 5) + day - 1;
}

function civilDay(number: number): string {
  const cycle = Math.floor(number / 146_097);
  const inCycle = number - cycle * 146_097;
  const yearOfCycle = Math.floor(
    (inCycle -
      Math.floor(inCycle / 1460) +
      Math.floor(inCycle / 36_524) -
      Math.floor(inCycle / 146_096)) /
      365,
  );
  const inYear =
    inCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const months = Math.floor((5 * inYear + 2) / 153);
  const day = inYear - Math.floor((153 * months + 2) / 5) + 1;
  const month = months < 10 ? months + 3 : months - 9;
  const year = yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}
