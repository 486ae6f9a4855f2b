import type { ElementForm } from "../guides/standard/data-elements.ts";
import type { IssueCode } from "../issue-codes.ts";
import { civilDate, civilDateOfSixDigits, isDecimal } from "../values.ts";

/** What is wrong with a value for its type and length; undefined when nothing is. */
export function checkForm(value: string, form: ElementForm, most: number): IssueCode | undefined {
  switch (form.type) {
    case "AN":
    case "ID":
      return lengthFault(value.length, form.least, most);
    case "R":
      return isDecimal(value) ? lengthFault(digitsOf(value), form.least, most) : "X12_DECIMAL";
    case "N0":
      if (!isWhole(value)) return "X12_NUMBER";
      return lengthFault(value.startsWith("-") ? value.length - 1 : value.length, form.least, most);
    case "DT":
      return isDate(value, form.most) ? undefined : "X12_DATE";
    case "TM":
      return isTime(value) ? undefined : "X12_TIME";
    case "B":
      return undefined;
  }
}

function lengthFault(length: number, least: number, most: number): IssueCode | undefined {
  if (length < least) return "X12_ELEMENT_TOO_SHORT";
  return length > most ? "X12_ELEMENT_TOO_LONG" : undefined;
}

/** Sign and decimal point do not count towards the length (X12.6). */
function digitsOf(value: string): number {
  const signs = (value.startsWith("-") ? 1 : 0) + (value.includes(".") ? 1 : 0);
  return value.length - signs;
}

function isWhole(value: string): boolean {
  let at = value.charCodeAt(0) === 45 ? 1 : 0;
  if (at === value.length) return false;
  for (; at < value.length; at += 1) {
    const digit = value.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return false;
  }
  return true;
}

function isDate(value: string, length: number): boolean {
  return (length === 6 ? civilDateOfSixDigits(value) : civilDate(value)) !== undefined;
}

const time = /^([01]\d|2[0-3])[0-5]\d([0-5]\d\d{0,2})?$/;

/** HHMM, HHMMSS or HHMMSSDD. */
function isTime(value: string): boolean {
  return time.test(value);
}

/** A date, time or range in the format that the element before it names (data element 1250). */
export function checkPeriod(value: string, format: string | undefined): IssueCode | undefined {
  switch (format) {
    case "D8":
      return civilDate(value) === undefined ? "X12_DATE" : undefined;
    case "RD8":
      return rangeFault(value);
    case "TM":
      return isTime(value) ? undefined : "X12_TIME";
    case "DT": {
      if (civilDate(value.slice(0, 8)) === undefined) return "X12_DATE";
      return isTime(value.slice(8)) ? undefined : "X12_TIME";
    }
    default:
      return undefined;
  }
}

function rangeFault(value: string): IssueCode | undefined {
  const from = value.slice(0, 8);
  const through = value.slice(9);
  if (value.charAt(8) !== "-") return "X12_DATE";
  if (civilDate(from) === undefined || civilDate(through) === undefined) return "X12_DATE";
  return through < from ? "X12_DATE_ORDER" : undefined;
}
