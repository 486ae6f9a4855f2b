import type { SegmentPosition } from "./issue.ts";
import { meantText } from "./latin1.ts";
import { isSegmentId } from "./segment-ids.ts";
import { type SegmentSource, segmentFlag } from "./segment-source.ts";
import type { Delimiters, SegmentRange } from "./transaction.ts";
import { centsOfBytes, civilDateOfBytes } from "./values.ts";

const noElements: readonly string[] = [];
const blank = 32;
/** The bytes are not the text: wrapped, or with bytes above 127. */
const special = segmentFlag.wrapped | segmentFlag.extended;

const plain = segmentFlag.terminated | segmentFlag.known;

const unknownLast = 0x3fffffff;

/** Where a segment stands in its chunk. */
export type SegmentPlace = {
  /** 1-based over the whole file. */
  readonly number: number;
  readonly line: number;
  /** First byte of the segment, and the one after its last element. */
  readonly start: number;
  readonly end: number;
  /** `segmentFlag`. */
  readonly flags: number;
};

/**
 * A view of one segment. Elements are numbered as the standard numbers them, from 1, and cut out when
 * asked for; an absent or empty element is undefined.
 */
export class Segment {
  /** Upper case, also where the file has it in lower case. */
  readonly id: string;
  /** 1-based over the whole file. */
  readonly number: number;
  private readonly source: SegmentSource;
  private readonly line: number;
  private readonly start: number;
  private readonly end: number;
  private readonly flags: number;
  /** The element that was looked for last and where it starts: readers go through them in order. */
  private seen: number;
  private seenAt: number;
  /** The last element, once the end of the segment has been seen. */
  private last: number;
  private meant: readonly string[] | undefined;

  constructor(source: SegmentSource, id: string, place: SegmentPlace) {
    this.id = id;
    this.number = place.number;
    this.source = source;
    this.line = place.line;
    this.start = place.start;
    this.end = place.end;
    this.flags = place.flags;
    const first = place.start + id.length + 1;
    const skipsId = (place.flags & segmentFlag.known) !== 0 && first <= place.end;
    this.seen = skipsId ? 1 : 0;
    this.seenAt = skipsId ? first : place.start;
    this.last = unknownLast;
    this.meant = undefined;
  }

  get kind(): "segment" {
    return "segment";
  }

  /** Whether a terminator ends the segment; only the file's end or a cut can leave it out. */
  get isTerminated(): boolean {
    return (this.flags & segmentFlag.terminated) !== 0;
  }

  get delimiters(): Delimiters {
    return this.source.delimiters;
  }

  /** The segment without its terminator, one character per byte. */
  get raw(): string {
    return this.source.text.slice(this.start, this.end);
  }

  /** Bytes of the segment without its terminator. */
  get length(): number {
    return this.end - this.start;
  }

  /** The terminator as it stands, "" when there is none. */
  get terminator(): string {
    return this.isTerminated ? this.source.text.charAt(this.end) : "";
  }

  /** Line ends and blanks between the last terminator and this segment. */
  get leading(): string {
    return this.source.text.slice(
      this.start - Math.floor(this.flags / segmentFlag.leading),
      this.start,
    );
  }

  get byteFrom(): number {
    return this.source.base + this.start;
  }

  /** The byte after the terminator. */
  get byteTo(): number {
    return this.source.base + this.end + (this.isTerminated ? 1 : 0);
  }

  get position(): SegmentPosition {
    const { text, base, lineStart } = this.source;
    const { number: segment, line, start } = this;
    const before = start === 0 ? -1 : text.lastIndexOf("\n", start - 1);
    const column = before === -1 ? base + start - lineStart + 1 : start - before;
    return { segment, offset: base + start, line, column };
  }

  /** Elements after the id, trailing empty ones included. */
  get elementCount(): number {
    if ((this.flags & special) !== 0) return this.meantElements().length - 1;
    this.startOf(unknownLast);
    return this.last;
  }

  /** Whether the id has the form of a segment identifier. */
  get hasValidId(): boolean {
    return this.isKnown || isSegmentId(this.id);
  }

  /** Whether the id is written in lower case. */
  get isLowerCase(): boolean {
    return !this.isKnown && !this.source.text.startsWith(this.id, this.start);
  }

  /** Whether nothing about the segment as such needs a look: its identifier is known, it has an end. */
  get isPlain(): boolean {
    return (this.flags & plain) === plain;
  }

  /** Element `n` as written, undefined when absent or empty. */
  element(n: number): string | undefined {
    if ((this.flags & special) !== 0) return this.meantElements()[n] || undefined;
    const from = this.startOf(n);
    if (from === -1) return undefined;
    const to = this.endOf(n, from);
    return from === to ? undefined : this.source.text.slice(from, to);
  }

  /** Element `n` without trailing blanks: some senders pad to fixed widths. */
  text(n: number): string | undefined {
    const part = this.element(n);
    if (part === undefined || part.charCodeAt(part.length - 1) !== blank) return part;
    return part.trimEnd() || undefined;
  }

  /** Whether element `n` is written exactly so; spares making a text of it. */
  is(n: number, value: string): boolean {
    if ((this.flags & special) !== 0) return this.element(n) === value;
    const from = this.startOf(n);
    if (from === -1) return value === "";
    if (this.endOf(n, from) - from !== value.length) return false;
    const { bytes } = this.source;
    for (let at = 0; at < value.length; at += 1) {
      if (bytes[from + at] !== value.charCodeAt(at)) return false;
    }
    return true;
  }

  /**
   * Integer cents of element `n` where it is a plain amount of at most two decimals; not a number (NaN)
   * when it is absent or anything else, which its text then tells.
   */
  plainCents(n: number): number {
    if ((this.flags & special) !== 0) return Number.NaN;
    const from = this.startOf(n);
    if (from === -1) return Number.NaN;
    return centsOfBytes(this.source.bytes, from, this.endOf(n, from));
  }

  /** The civil date of element `n` where its eight digits have been read before; else undefined. */
  plainDate(n: number): string | undefined {
    if ((this.flags & special) !== 0) return undefined;
    const from = this.startOf(n);
    if (from === -1 || this.endOf(n, from) - from !== 8) return undefined;
    return civilDateOfBytes(this.source.bytes, from);
  }

  /** Components of element `n`; empty when the element is absent. */
  components(n: number): readonly string[] {
    const part = this.element(n);
    return part === undefined ? noElements : partsOf(part, this.source.delimiters.component);
  }

  /** Component `m` of element `n`, undefined when absent or empty. */
  component(n: number, m: number): string | undefined {
    return this.components(n)[m - 1] || undefined;
  }

  /** Repetitions of element `n`; one when the interchange has no repetition separator. */
  repetitions(n: number): readonly string[] {
    const part = this.element(n);
    if (part === undefined) return noElements;
    const separator = this.source.delimiters.repetition;
    return separator === undefined ? [part] : partsOf(part, separator);
  }

  private get isKnown(): boolean {
    return (this.flags & segmentFlag.known) !== 0;
  }

  /** Where element `n` starts; -1 when the segment has fewer. */
  private startOf(n: number): number {
    if (n > this.last) return -1;
    const { bytes, separator } = this.source;
    const { end } = this;
    const goesOn = n >= this.seen;
    let seen = goesOn ? this.seen : 0;
    let at = goesOn ? this.seenAt : this.start;
    while (seen < n) {
      while (at < end && bytes[at] !== separator) at += 1;
      if (at === end) {
        this.last = seen;
        return -1;
      }
      at += 1;
      seen += 1;
    }
    this.seen = n;
    this.seenAt = at;
    return at;
  }

  /** One past the last byte of element `n`, which starts at `from`. */
  private endOf(n: number, from: number): number {
    const { bytes, separator } = this.source;
    const { end } = this;
    let at = from;
    while (at < end && bytes[at] !== separator) at += 1;
    if (at === end) this.last = n;
    else {
      this.seen = n + 1;
      this.seenAt = at + 1;
    }
    return at;
  }

  private meantElements(): readonly string[] {
    if (this.meant !== undefined) return this.meant;
    const isWrapped = (this.flags & segmentFlag.wrapped) !== 0;
    const text = meantText(isWrapped ? this.raw.replace(/[\r\n]+/g, "") : this.raw);
    this.meant = partsOf(text, this.source.delimiters.element);
    return this.meant;
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

/** Cuts a text at a separator of one character. Half the time of `split` on texts this short. */
function partsOf(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = text.indexOf(separator); at !== -1; at = text.indexOf(separator, from)) {
    parts.push(text.slice(from, at));
    from = at + 1;
  }
  parts.push(from === 0 ? text : text.slice(from));
  return parts;
}
