import type { Delimiters } from "./transaction.ts";

/** An ISA segment found in text: its length without the terminator, and what it declares. */
export type InterchangeStart = {
  readonly length: number;
  readonly delimiters: Delimiters;
  /** False when elements are not padded to the fixed widths of X12.5. */
  readonly fixedWidth: boolean;
};

/** Bytes that `findInterchangeStart` must see to decide, if there are as many. */
export const interchangeStartBytes = 256;

const fixedLength = 105;
const fixedSeparators = [3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103];
const letterOrDigit = /[A-Za-z0-9]/;
/** Characters that cannot separate anything. */
const unusable = /[A-Za-z0-9 ]/;

/**
 * Reads the delimiters of an ISA at `at`. X12.5: the element separator follows "ISA", ISA16 is the
 * component separator and the byte after it ends segments. Trimmed elements are tolerated as long as
 * sixteen of them can be counted. ISA11 is a repetition separator only from version 00402 on.
 */
export function findInterchangeStart(text: string, at: number): InterchangeStart | undefined {
  const element = text.charAt(at + 3);
  if (element === "" || unusable.test(element)) return undefined;
  if (!/^isa$/i.test(text.slice(at, at + 3))) return undefined;
  const fixedWidth = fixedSeparators.every((offset) => text.charAt(at + offset) === element);
  const length = fixedWidth ? fixedLength : trimmedLength(text, at, element);
  if (length === undefined) return undefined;
  const component = text.charAt(at + length - 1);
  const segment = text.charAt(at + length);
  const distinct = new Set([element, component, segment]).size === 3;
  if (!distinct || segment === "" || unusable.test(element + component + segment)) {
    return undefined;
  }
  const parts = text.slice(at, at + length).split(element);
  const repetition = repetitionSeparator(parts, [element, component, segment]);
  return { length, fixedWidth, delimiters: { element, component, repetition, segment } };
}

function trimmedLength(text: string, at: number, element: string): number | undefined {
  let separator = at + 3;
  for (let count = 1; count < 16; count += 1) {
    separator = text.indexOf(element, separator + 1);
    if (separator === -1 || separator - at > interchangeStartBytes - 4) return undefined;
  }
  const length = separator - at + 2;
  const parts = text.slice(at, at + length).split(element);
  const looksLikeInterchange =
    /^\d{5}$/.test(parts[12] ?? "") && /^\s*\d{1,9}\s*$/.test(parts[13] ?? "");
  return looksLikeInterchange ? length : undefined;
}

function repetitionSeparator(parts: readonly string[], others: readonly string[]) {
  const separator = parts[11] ?? "";
  const version = parts[12] ?? "";
  const usable =
    separator.length === 1 && !letterOrDigit.test(separator) && !others.includes(separator);
  return usable && separator !== " " && version >= "00402" ? separator : undefined;
}
