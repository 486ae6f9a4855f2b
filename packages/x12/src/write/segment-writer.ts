import type { Delimiters } from "../transaction.ts";

/** Why something cannot be written; codes are stable, and no value is repeated. */
export type WriteRefusal = {
  readonly code:
    | "contains-delimiter"
    | "contains-control-character"
    | "not-ascii"
    | "too-long"
    | "missing"
    | "not-a-date"
    | "not-a-number"
    | "not-cents"
    | "out-of-range"
    | "unsupported";
  readonly segmentId: string;
  /** 1-based element, and component where there are several. */
  readonly element: number | undefined;
  /** 0-based position of the claim (or answer, member …) in the list that was given; undefined in the heading. */
  readonly claim: number | undefined;
};

type Parts = readonly (string | undefined)[];

/** One element: a text, components, repetitions of a text, or nothing. */
export type ElementValue = string | undefined | Parts | Repetitions | Composites;

type Repetitions = { readonly repetitions: readonly string[] };

/** Repetitions that have components. */
type Composites = { readonly composites: readonly Parts[] };

export const standardDelimiters: Delimiters = {
  element: "*",
  component: ":",
  repetition: "^",
  segment: "~",
};

/** Longest element of the guides that are written, in characters (AN 1/264 is the longest bound). */
const elementMost = 264;
const startBytes = 65_536;
const spareBytes = 64;

const ordinary = 0;
const delimiter = 1;
const control = 2;

/**
 * Writes segments as bytes, refusing what could not be read back: delimiters inside values, control
 * characters, anything outside of ASCII. Trailing empty elements and components are left out.
 */
export class SegmentWriter {
  readonly refusals: WriteRefusal[] = [];
  /** Position of the claim being written, for refusals. */
  claim: number | undefined = undefined;
  count = 0;
  private readonly element: number;
  private readonly component: number;
  /** 0 where the interchange has none. */
  private readonly repetition: number;
  private readonly segment: number;
  /** What a character may be within a value. */
  private readonly kinds = new Uint8Array(128);
  private bytes = new Uint8Array(startBytes);
  private length = 0;

  constructor(delimiters: Delimiters = standardDelimiters) {
    const { element, component, repetition, segment } = delimiters;
    this.element = element.charCodeAt(0);
    this.component = component.charCodeAt(0);
    this.repetition = repetition?.charCodeAt(0) ?? 0;
    this.segment = segment.charCodeAt(0);
    this.kinds.fill(control, 0, 32);
    this.kinds[127] = control;
    for (const character of element + component + (repetition ?? "") + segment) {
      this.kinds[character.charCodeAt(0)] = delimiter;
    }
  }

  write(id: string, ...elements: readonly ElementValue[]): void {
    const most = elements.length;
    this.reserve(id.length + most + 1);
    for (let at = 0; at < id.length; at += 1) this.bytes[this.length++] = id.charCodeAt(at);
    let separators = 0;
    for (let index = 0; index < most; index += 1) {
      const value = elements[index];
      separators += 1;
      if (value === undefined || value === "") continue;
      const isText = typeof value === "string";
      if (!isText && isEmptyValue(value)) continue;
      const { bytes, element } = this;
      for (; separators > 0; separators -= 1) bytes[this.length++] = element;
      if (isText) this.put(value, id, index + 1);
      else this.putComposed(value, id, index + 1);
    }
    this.reserve(1);
    this.bytes[this.length++] = this.segment;
    this.count += 1;
  }

  /** A segment that ends with content of any bytes, whose length is told by the elements before it. */
  writeBinary(id: string, elements: readonly ElementValue[], content: Uint8Array): void {
    this.write(id, ...elements);
    this.reserve(content.length + 2);
    // In place of the terminator that has just been written.
    this.bytes[this.length - 1] = this.element;
    this.bytes.set(content, this.length);
    this.length += content.length;
    this.bytes[this.length++] = this.segment;
  }

  refuse(code: WriteRefusal["code"], segmentId: string, element?: number): void {
    this.refusals.push({ code, segmentId, element, claim: this.claim });
  }

  /** Bytes written and not taken yet. */
  get pending(): number {
    return this.length;
  }

  /** Everything written since the last call. */
  take(): Uint8Array {
    const taken = this.bytes.slice(0, this.length);
    this.length = 0;
    return taken;
  }

  private putComposed(
    value: Exclude<ElementValue, string | undefined>,
    id: string,
    element: number,
  ): void {
    if (isParts(value)) this.putParts(value, this.component, [id, element]);
    else if ("composites" in value) this.putComposites(value.composites, id, element);
    else this.putRepetitions(value.repetitions, id, element);
  }

  private putRepetitions(parts: readonly string[], id: string, element: number): void {
    if (this.repetition === 0 && parts.length > 1) this.refuse("unsupported", id, element);
    if (parts.includes("")) this.refuse("missing", id, element);
    this.putParts(parts, this.repetition, [id, element]);
  }

  private putComposites(composites: readonly Parts[], id: string, element: number): void {
    if (this.repetition === 0 && composites.length > 1) this.refuse("unsupported", id, element);
    composites.forEach((parts, index) => {
      if (isEmpty(parts)) this.refuse("missing", id, element);
      this.reserve(1);
      if (index > 0) this.bytes[this.length++] = this.repetition;
      this.putParts(parts, this.component, [id, element]);
    });
  }

  private putParts(parts: Parts, separator: number, place: readonly [string, number]): void {
    let separators = -1;
    for (let at = 0; at < parts.length; at += 1) {
      const part = parts[at];
      separators += 1;
      if (part === undefined || part === "") continue;
      this.reserve(separators);
      for (; separators > 0; separators -= 1) this.bytes[this.length++] = separator;
      this.put(part, place[0], place[1]);
    }
  }

  private put(text: string, id: string, element: number): void {
    const most = text.length;
    if (most > elementMost) this.refuse("too-long", id, element);
    this.reserve(most);
    const { kinds, bytes } = this;
    let { length } = this;
    for (let at = 0; at < most; at += 1) {
      const code = text.charCodeAt(at);
      if (code > 127 || kinds[code] !== ordinary) {
        this.refuse(refusalOf(code, kinds), id, element);
        break;
      }
      bytes[length] = code;
      length += 1;
    }
    this.length = length;
  }

  /** Makes room for that many bytes, with some to spare for the separators of a segment. */
  private reserve(most: number): void {
    if (this.length + most + spareBytes <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.length + most + spareBytes));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }
}

function refusalOf(code: number, kinds: Uint8Array): WriteRefusal["code"] {
  if (code > 127) return "not-ascii";
  return kinds[code] === delimiter ? "contains-delimiter" : "contains-control-character";
}

/** Whether an element that is no text holds nothing. */
function isEmptyValue(value: Exclude<ElementValue, string | undefined>): boolean {
  if (isParts(value)) return isEmpty(value);
  return "composites" in value ? value.composites.every(isEmpty) : isEmpty(value.repetitions);
}

function isParts(value: Exclude<ElementValue, string | undefined>): value is Parts {
  return Array.isArray(value);
}

function isEmpty(parts: Parts): boolean {
  for (let at = 0; at < parts.length; at += 1) if (parts[at]) return false;
  return true;
}
