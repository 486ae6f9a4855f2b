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
  /** 0-based position of the claim in the list that was given; undefined in the heading. */
  readonly claim: number | undefined;
};

/** One element: a text, components, or nothing. */
export type ElementValue = string | undefined | readonly (string | undefined)[];

export const standardDelimiters: Delimiters = {
  element: "*",
  component: ":",
  repetition: "^",
  segment: "~",
};

/** Longest element of the guides that are written, in characters (AN 1/80 is the commonest bound). */
const elementMost = 264;

/**
 * Writes segments, refusing what could not be read back: delimiters inside values, control characters,
 * anything outside of ASCII. Trailing empty elements and components are left out.
 */
export class SegmentWriter {
  readonly refusals: WriteRefusal[] = [];
  /** Position of the claim being written, for refusals. */
  claim: number | undefined;
  count = 0;
  private readonly delimiters: Delimiters;
  private readonly forbidden: string;
  private parts: string[] = [];

  constructor(delimiters: Delimiters = standardDelimiters) {
    this.delimiters = delimiters;
    const { element, component, repetition, segment } = delimiters;
    this.forbidden = element + component + (repetition ?? "") + segment;
  }

  write(id: string, ...elements: readonly ElementValue[]): void {
    const { element, segment } = this.delimiters;
    const texts = elements.map((value, index) => this.elementText(id, index + 1, value));
    let length = texts.length;
    while (length > 0 && texts[length - 1] === "") length -= 1;
    this.parts.push([id, ...texts.slice(0, length)].join(element) + segment);
    this.count += 1;
  }

  refuse(code: WriteRefusal["code"], segmentId: string, element?: number): void {
    this.refusals.push({ code, segmentId, element, claim: this.claim });
  }

  /** Everything written so far. */
  text(): string {
    return this.parts.join("");
  }

  private elementText(id: string, element: number, value: ElementValue): string {
    if (value === undefined || typeof value === "string") {
      return this.checked(id, element, value ?? "");
    }
    const texts = value.map((part) => this.checked(id, element, part ?? ""));
    while (texts.at(-1) === "") texts.pop();
    return texts.join(this.delimiters.component);
  }

  private checked(id: string, element: number, text: string): string {
    if (text.length > elementMost) this.refuse("too-long", id, element);
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code < 32 || code === 127) this.refuse("contains-control-character", id, element);
      else if (code > 126) this.refuse("not-ascii", id, element);
      else if (this.forbidden.includes(text.charAt(at))) {
        this.refuse("contains-delimiter", id, element);
      } else continue;
      return "";
    }
    return text;
  }
}
