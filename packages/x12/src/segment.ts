import type { SegmentPosition } from "./issue.ts";
import { hasHighBytes, meantText } from "./latin1.ts";
import type { Delimiters, SegmentRange } from "./transaction.ts";

const noElements: readonly string[] = [];

/** Where a segment stands and the exact text around it; one character per byte. */
export type SegmentText = {
  /** Without the terminator. */
  readonly raw: string;
  /** The terminator as it stands, "" when the file ends without one. */
  readonly terminator: string;
  /** Line ends and blanks between the last terminator and this segment. */
  readonly leading: string;
  readonly byteFrom: number;
  readonly line: number;
  readonly column: number;
  /** Whether a line end stands inside the segment (files wrapped at a fixed width). */
  readonly wrapped: boolean;
};

/**
 * A view of one segment. Elements are numbered as the standard numbers them, from 1, and decoded when
 * first asked for; an absent or empty element is undefined.
 */
export class Segment {
  readonly kind = "segment";
  /** Upper case, also where the file has it in lower case. */
  readonly id: string;
  /** 1-based over the whole file. */
  readonly number: number;
  readonly raw: string;
  readonly terminator: string;
  readonly leading: string;
  readonly byteFrom: number;
  readonly line: number;
  readonly column: number;
  readonly delimiters: Delimiters;
  private readonly wrapped: boolean;
  private parts: readonly string[] = noElements;

  constructor(number: number, delimiters: Delimiters, text: SegmentText) {
    this.number = number;
    this.delimiters = delimiters;
    this.raw = text.raw;
    this.terminator = text.terminator;
    this.leading = text.leading;
    this.byteFrom = text.byteFrom;
    this.line = text.line;
    this.column = text.column;
    this.wrapped = text.wrapped;
    const end = this.raw.indexOf(delimiters.element);
    const id = end === -1 ? this.raw : this.raw.slice(0, end);
    this.id = hasLowerCase(id) ? id.toUpperCase() : id;
  }

  /** The byte after the terminator. */
  get byteTo(): number {
    return this.byteFrom + this.raw.length + this.terminator.length;
  }

  get position(): SegmentPosition {
    return {
      segment: this.number,
      offset: this.byteFrom,
      line: this.line,
      column: this.column,
    };
  }

  /** Elements after the id, trailing empty ones included. */
  get elementCount(): number {
    return this.elements().length - 1;
  }

  /** Whether the id is written in lower case. */
  get isLowerCase(): boolean {
    return hasLowerCase(this.raw.slice(0, this.id.length));
  }

  /** Element `n` as written, undefined when absent or empty. */
  element(n: number): string | undefined {
    const parts = this.parts.length === 0 ? this.elements() : this.parts;
    const part = parts[n];
    return part === "" ? undefined : part;
  }

  /** Element `n` without trailing blanks: some senders pad to fixed widths. */
  text(n: number): string | undefined {
    const part = this.element(n);
    if (part === undefined || part.charCodeAt(part.length - 1) !== 32) return part;
    return part.trimEnd() || undefined;
  }

  /** Components of element `n`; empty when the element is absent. */
  components(n: number): readonly string[] {
    const part = this.element(n);
    if (part === undefined) return noElements;
    return part.split(this.delimiters.component);
  }

  /** Component `m` of element `n`, undefined when absent or empty. */
  component(n: number, m: number): string | undefined {
    const part = this.element(n);
    if (part === undefined) return undefined;
    return part.split(this.delimiters.component)[m - 1] || undefined;
  }

  /** Repetitions of element `n`; one when the interchange has no repetition separator. */
  repetitions(n: number): readonly string[] {
    const part = this.element(n);
    if (part === undefined) return noElements;
    const separator = this.delimiters.repetition;
    return separator === undefined ? [part] : part.split(separator);
  }

  private elements(): readonly string[] {
    if (this.parts.length > 0) return this.parts;
    const text = this.wrapped ? this.raw.replace(/[\r\n]+/g, "") : this.raw;
    const parts = text.split(this.delimiters.element);
    this.parts = hasHighBytes(text) ? parts.map(meantText) : parts;
    return this.parts;
  }
}

/** The range of one segment, or from one to another. */
export function segmentRange(from: Segment, to: Segment = from): SegmentRange {
  return {
    segmentFrom: from.number,
    segmentTo: to.number,
    byteFrom: from.byteFrom,
    byteTo: to.byteTo,
  };
}

function hasLowerCase(id: string): boolean {
  for (let at = 0; at < id.length && at < 4; at += 1) {
    const code = id.charCodeAt(at);
    if (code >= 97 && code <= 122) return true;
  }
  return false;
}
