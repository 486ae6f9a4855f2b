const digitZero = 48;
const dot = 46;
const minus = 45;

/** Why an amount is not one: not a decimal number, beyond cents, or beyond exact integers. */
export type AmountFault = "not-a-number" | "too-many-decimals" | "too-large";

/**
 * Integer cents of a decimal text (X12.6 type R without exponent): exact or a fault, never rounded:
 * further decimals are taken only when they are zeros.
 */
export function centsOf(text: string): number | AmountFault {
  const negative = text.charCodeAt(0) === minus;
  let cents = 0;
  let digits = 0;
  let decimals = -1;
  for (let at = negative ? 1 : 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === dot && decimals === -1) {
      decimals = 0;
      continue;
    }
    const digit = code - digitZero;
    if (digit < 0 || digit > 9) return "not-a-number";
    digits += 1;
    if (decimals === 2) {
      if (digit !== 0) return isDecimal(text) ? "too-many-decimals" : "not-a-number";
      continue;
    }
    if (decimals >= 0) decimals += 1;
    cents = cents * 10 + digit;
    if (cents > Number.MAX_SAFE_INTEGER) return isDecimal(text) ? "too-large" : "not-a-number";
  }
  if (digits === 0) return "not-a-number";
  const scaled = decimals === 2 ? cents : decimals === 1 ? cents * 10 : cents * 100;
  if (scaled > Number.MAX_SAFE_INTEGER) return "too-large";
  return negative && scaled !== 0 ? -scaled : scaled;
}

/**
 * The same read from bytes, for plain amounts of at most thirteen digits and two decimals; not a
 * number (NaN) for anything else, which `centsOf` then judges.
 */
export function centsOfBytes(bytes: Uint8Array, from: number, to: number): number {
  const negative = bytes[from] === minus;
  let at = negative ? from + 1 : from;
  if (to - at > 13 || to <= at) return Number.NaN;
  let cents = 0;
  let point = -1;
  for (; at < to; at += 1) {
    const digit = (bytes[at] ?? 0) - digitZero;
    if (digit >= 0 && digit <= 9) cents = cents * 10 + digit;
    else if (digit === dot - digitZero && point === -1) point = at;
    else return Number.NaN;
  }
  const decimals = point === -1 ? 0 : to - point - 1;
  if (decimals > 2 || (point !== -1 && to - from - (negative ? 1 : 0) === 1)) return Number.NaN;
  const scaled = decimals === 2 ? cents : decimals === 1 ? cents * 10 : cents * 100;
  return negative && scaled !== 0 ? -scaled : scaled;
}

const decimal = /^-?(\d+\.?\d*|\.\d+)$/;

/** Whether a text is a decimal number of X12.6 (no exponent, no plus, no grouping). */
export function isDecimal(text: string): boolean {
  if (text.length === 1) return isDigit(text.charCodeAt(0));
  return decimal.test(text);
}

function isDigit(code: number): boolean {
  return code >= digitZero && code <= digitZero + 9;
}

/** Decimal text of integer cents, without needless zeros, as X12 writes it: 1250 is `12.5`. */
export function decimalOf(cents: number): string {
  const sign = cents < 0 ? "-" : "";
  const absolute = Math.abs(cents);
  const whole = Math.floor(absolute / 100);
  const rest = absolute % 100;
  if (rest === 0) return `${sign}${whole}`;
  const fraction = rest % 10 === 0 ? `${rest / 10}` : `${rest}`.padStart(2, "0");
  return `${sign}${whole}.${fraction}`;
}

/** A civil date `YYYY-MM-DD` of eight digits, undefined when there is no such day. */
export function civilDate(text: string): string | undefined {
  if (text.length !== 8) return undefined;
  let number = 0;
  for (let at = 0; at < 8; at += 1) {
    const digit = text.charCodeAt(at) - digitZero;
    if (digit < 0 || digit > 9) return undefined;
    number = number * 10 + digit;
  }
  return isDate(number) ? sharedDate(number, text) : undefined;
}

/** The civil date of eight digits in bytes; undefined unless such a date has been read not long before. */
export function civilDateOfBytes(bytes: Uint8Array, from: number): string | undefined {
  let number = 0;
  for (let at = from; at < from + 8; at += 1) {
    const digit = (bytes[at] ?? 0) - digitZero;
    if (digit < 0 || digit > 9) return undefined;
    number = number * 10 + digit;
  }
  const slot = dateSlot(number);
  return dateNumbers[slot] === number ? dateTexts[slot] : undefined;
}

/** Whether eight bytes are the digits of a civil date. */
export function isDateOfBytes(bytes: Uint8Array, from: number): boolean {
  let number = 0;
  for (let at = from; at < from + 8; at += 1) {
    const digit = (bytes[at] ?? 0) - digitZero;
    if (digit < 0 || digit > 9) return false;
    number = number * 10 + digit;
  }
  return isDate(number);
}

/** Whether there is a day of that number, CCYYMMDD. */
function isDate(number: number): boolean {
  const year = Math.floor(number / 10_000);
  const month = Math.floor(number / 100) % 100;
  const day = number % 100;
  return year >= 1000 && day >= 1 && day <= daysOfMonth(year, month);
}

/**
 * Dates repeat: sharing their texts saves a third of the cost of reading one, and memory. Each has one
 * slot, which the date read last keeps.
 */
const dateSlots = 4096;
const dateNumbers = new Int32Array(dateSlots);
const dateTexts: string[] = new Array(dateSlots).fill("");

/** The days of eleven years fall into slots of their own. */
function dateSlot(number: number): number {
  const year = Math.floor(number / 10_000);
  return (year * 372 + Math.floor((number % 10_000) / 100) * 31 + (number % 100)) % dateSlots;
}

function sharedDate(number: number, digits: string): string {
  const slot = dateSlot(number);
  const known = dateTexts[slot];
  if (dateNumbers[slot] === number && known !== undefined) return known;
  const date = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
  dateNumbers[slot] = number;
  dateTexts[slot] = date;
  return date;
}

/** A civil date of six digits (ISA09, TA102): years 70 to 99 are of the last century. */
export function civilDateOfSixDigits(text: string): string | undefined {
  if (!/^\d{6}$/.test(text)) return undefined;
  return civilDate(`${text < "70" ? "20" : "19"}${text}`);
}

/** Eight digits of a civil date `YYYY-MM-DD`, undefined when it is none. */
export function eightDigits(date: string): string | undefined {
  const known = knownDigits.get(date);
  if (known !== undefined) return known;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  const digits = date.replaceAll("-", "");
  if (civilDate(digits) === undefined) return undefined;
  if (knownDigits.size < dateSlots) knownDigits.set(date, digits);
  return digits;
}

/** What was written before: dates repeat. */
const knownDigits = new Map<string, string>();

function daysOfMonth(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * Check digit of a National Provider Identifier: Luhn over the ten digits with 80840 before them
 * (45 CFR 162.406; ISO/IEC 7812).
 */
export function isNationalProviderId(text: string): boolean {
  if (!/^[12]\d{9}$/.test(text)) return false;
  let sum = 24;
  for (let at = 0; at < 10; at += 1) {
    const digit = text.charCodeAt(at) - digitZero;
    const weighted = at % 2 === 0 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}

/** A National Provider Identifier with its check digit, from its first nine digits. */
export function nationalProviderIdOf(nine: string): string {
  for (let digit = 0; digit < 10; digit += 1) {
    if (isNationalProviderId(`${nine}${digit}`)) return `${nine}${digit}`;
  }
  return `${nine}0`;
}
