import type { SegmentPosition } from "./issue.ts";
import { meantText } from "./latin1.ts";
import { isSegmentId } from "./segment-ids.ts";
import { flagOf, markOf, type SegmentSource } from "./segment-marks.ts";
import type { Delimiters, SegmentRange } from "./transaction.ts";
import { type AmountFault, centsOf, centsOfBytes, civilDate, civilDateOfBytes } from "./values.ts";

const noElements: readonly string[] = [];
const blank = 32;
const special = flagOf.wrapped | flagOf.extended;

/** The elements of a segment whose bytes are not its text: wrapped, or with bytes above 127. */
type MeantElements = readonly string[];

/**
 * A view of one segment. Elements are numbered as the standard numbers them, from 1, and cut out when
 * asked for; an absent or empty element is undefined.
 */
export class Segment {
  /** Upper case, also where the file has it in lower case. */
  readonly id: string;
  private readonly source: SegmentSource;
  private readonly first: number;
  private meant: MeantElements | undefined = undefined;

  constructor(source: SegmentSource, first: number, id: string) {
    this.source = source;
    this.first = first;
    this.id = id;
  }

  get kind(): "segment" {
    return "segment";
  }

  /** 1-based over the whole file. */
  get number(): number {
    return this.mark(markOf.number);
  }

  /** Whether a terminator ends the segment; only the file's end or a cut can leave it out. */
  get isTerminated(): boolean {
    return (this.mark(markOf.flags) & flagOf.terminated) !== 0;
  }

  get delimiters(): Delimiters {
    return this.source.delimiters;
  }

  /** The segment without its terminator, one character per byte. */
  get raw(): string {
    return this.source.content.text.slice(this.start, this.end);
  }

  /** Bytes of the segment without its terminator. */
  get length(): number {
    return this.end - this.start;
  }

  /** The terminator as it stands, "" when there is none. */
  get terminator(): string {
    return this.isTerminated ? this.source.content.text.charAt(this.end) : "";
  }

  /** Line ends and blanks between the last terminator and this segment. */
  get leading(): string {
    return this.source.content.text.slice(this.mark(markOf.leading), this.start);
  }

  get byteFrom(): number {
    return this.source.content.base + this.start;
  }

  /** The byte after the terminator. */
  get byteTo(): number {
    return this.source.content.base + this.end + (this.isTerminated ? 1 : 0);
  }

  get position(): SegmentPosition {
    const { content } = this.source;
    const offset = this.byteFrom;
    const within = this.mark(markOf.lineStart);
    const lineStart = within === -1 ? content.lineStart : content.base + within;
    const line = this.mark(markOf.line);
    return { segment: this.number, offset, line, column: offset - lineStart + 1 };
  }

  /** Elements after the id, trailing empty ones included. */
  get elementCount(): number {
    return this.isSpecial ? this.meantElements().length - 1 : this.mark(markOf.count) - 1;
  }

  /** Whether the id has the form of a segment identifier. */
  get hasValidId(): boolean {
    return this.isKnown || isSegmentId(this.id);
  }

  /** Whether the id is written in lower case. */
  get isLowerCase(): boolean {
    return !this.isKnown && !this.source.content.text.startsWith(this.id, this.start);
  }

  /** Whether nothing about the segment as such needs a look: known, terminated, of bearable size. */
  isPlain(elementsMost: number): boolean {
    const expected = flagOf.known | flagOf.terminated;
    const flags = this.mark(markOf.flags) & ~special;
    return flags === expected && this.mark(markOf.count) - 1 <= elementsMost;
  }

  /** Element `n` as written, undefined when absent or empty. */
  element(n: number): string | undefined {
    const { marks, content } = this.source;
    const { first } = this;
    if (((marks[first + markOf.flags] ?? 0) & special) !== 0) {
      return this.meantElements()[n] || undefined;
    }
    if (n >= (marks[first + markOf.count] ?? 0)) return undefined;
    const from = marks[first + n] ?? 0;
    const to = (marks[first + n + 1] ?? 0) - 1;
    return from >= to ? undefined : content.text.slice(from, to);
  }

  /** Element `n` without trailing blanks: some senders pad to fixed widths. */
  text(n: number): string | undefined {
    const part = this.element(n);
    if (part === undefined || part.charCodeAt(part.length - 1) !== blank) return part;
    return part.trimEnd() || undefined;
  }

  /** Whether element `n` is written exactly so; spares making a text of it. */
  is(n: number, value: string): boolean {
    const { marks, content } = this.source;
    const { first } = this;
    if (((marks[first + markOf.flags] ?? 0) & special) !== 0) return this.element(n) === value;
    if (n >= (marks[first + markOf.count] ?? 0)) return false;
    const from = marks[first + n] ?? 0;
    if ((marks[first + n + 1] ?? 0) - 1 - from !== value.length) return false;
    for (let at = 0; at < value.length; at += 1) {
      if (content.bytes[from + at] !== value.charCodeAt(at)) return false;
    }
    return true;
  }

  /** Integer cents of element `n`, exact or a fault; undefined when absent. */
  cents(n: number): number | AmountFault | undefined {
    const { marks, content } = this.source;
    const { first } = this;
    const flags = marks[first + markOf.flags] ?? 0;
    if ((flags & special) === 0 && n < (marks[first + markOf.count] ?? 0)) {
      const from = marks[first + n] ?? 0;
      const cents = centsOfBytes(content.bytes, from, (marks[first + n + 1] ?? 0) - 1);
      if (!Number.isNaN(cents)) return cents;
    }
    const text = this.text(n);
    return text === undefined ? undefined : centsOf(text);
  }

  /** The civil date of element `n` written with eight digits; "" when it is none, undefined when absent. */
  date(n: number): string | undefined {
    const { marks, content } = this.source;
    const { first } = this;
    const flags = marks[first + markOf.flags] ?? 0;
    if ((flags & special) === 0 && n < (marks[first + markOf.count] ?? 0)) {
      const from = marks[first + n] ?? 0;
      if ((marks[first + n + 1] ?? 0) - 1 - from === 8) {
        const date = civilDateOfBytes(content.bytes, from);
        if (date !== undefined) return date;
      }
    }
    const text = this.text(n);
    return text === undefined ? undefined : (civilDate(text) ?? "");
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

  private get start(): number {
    return this.mark(0);
  }

  private get end(): number {
    return this.mark(this.mark(markOf.count)) - 1;
  }

  private get isKnown(): boolean {
    return (this.mark(markOf.flags) & flagOf.known) !== 0;
  }

  private get isSpecial(): boolean {
    return (this.mark(markOf.flags) & special) !== 0;
  }

  private mark(which: number): number {
    return this.source.marks[this.first + which] ?? 0;
  }

  private meantElements(): MeantElements {
    if (this.meant !== undefined) return this.meant;
    const isWrapped = (this.mark(markOf.flags) & flagOf.wrapped) !== 0;
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
