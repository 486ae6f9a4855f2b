import type { ElementForm } from "../guides/standard/data-elements.ts";
import { codeNumber } from "../segment-ids.ts";

/** How the bytes of a value are judged. */
export const valueTest = {
  /** By its text alone. */
  byText: 0,
  /** One of a few codes of up to three characters. */
  codes: 1,
  /** Any text of some length. */
  text: 2,
  whole: 3,
  decimal: 4,
  date: 5,
  /** One of some codes, longer ones among them. */
  longCodes: 6,
} as const;

/** The test of an element or component; one of `valueTest`. */
export function testOf(
  form: ElementForm | undefined,
  codes: readonly string[] | undefined,
): number {
  if (codes !== undefined) {
    return codes.some(({ length }) => length > 3) ? valueTest.longCodes : valueTest.codes;
  }
  switch (form?.type) {
    case "AN":
    case "ID":
      return valueTest.text;
    case "N0":
      return valueTest.whole;
    case "R":
      return valueTest.decimal;
    case "DT":
      return form.most === 8 ? valueTest.date : valueTest.byText;
    default:
      return valueTest.byText;
  }
}

/** Codes as `codeNumber` gives them. */
export function numbersOf(codes: readonly string[]): Int32Array {
  return Int32Array.from(codes, codeNumber);
}

const listNumbers = new Map<string, number>();

/** A number for the name of a code list, from 1 on; 0 for none. */
export function listNumberOf(name: string | undefined): number {
  if (name === undefined) return 0;
  const known = listNumbers.get(name) ?? listNumbers.size + 1;
  listNumbers.set(name, known);
  return known;
}
