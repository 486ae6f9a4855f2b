import type { SegmentPosition } from "./issue.ts";
import { hasHighBytes, meantText } from "./latin1.ts";
import { isSegmentId, knownSegmentId } from "./segment-ids.ts";
import type { Delimiters, SegmentRange } from "./transaction.ts";

const noElements: readonly string[] = [];

/** A text with one character per byte that segments are views of. */
export type SegmentChunk = {
  readonly text: string;
  /** Offset of the text's first byte in the file. */
  readonly base: number;
  /** Whether the text may hold bytes above 127. */
  readonly extended: boolean;
  readonly delimiters: Delimiters;
  /** Where elements start, for all segments that have been looked at; one list is cheaper than many. */
  readonly starts: number[];
};

/** Where a segment stands in its chunk. */
export type SegmentPlace = {
  /** 1-based over the whole file. */
  readonly number: number;
  /** First character of the segment, and the one after its last element. */
  readonly start: number;
  readonly end: number;
  readonly isTerminated: boolean;
  /** Line ends and blanks before `start` that belong to no other token. */
  readonly leadingLength: number;
  readonly line: number;
  readonly column: number;
  /** Whether a line end stands inside the segment (files wrapped at a fixed width). */
  readonly wrapped: boolean;
};

/**
 * A view of one segment. Elements are numbered as the standard numbers them, from 1, and cut out when
 * first asked for; an absent or empty element is undefined.
 */
export class Segment {
  readonly kind = "segment";
  /** Upper case, also where the file has it in lower case. */
  readonly id: string;
  /** 1-based over the whole file. */
  readonly number: number;
  /** Whether a terminator ends the segment; only the file's end or a cut can leave it out. */
  readonly isTerminated: boolean;
  private readonly known: boolean;
  private readonly chunk: SegmentChunk;
  private readonly start: number;
  private readonly end: number;
  private readonly leadingLength: number;
  private readonly line: number;
  private readonly column: number;
  private readonly wrapped: boolean;
  /** The text that `starts` points into. */
  private content: string;
  private starts: readonly number[] | undefined;
  private firstStart: number;
  private count: number;

  constructor(chunk: SegmentChunk, place: SegmentPlace) {
    this.chunk = chunk;
    this.number = place.number;
    this.isTerminated = place.isTerminated;
    this.start = place.start;
    this.end = place.end;
    this.leadingLength = place.leadingLength;
    this.line = place.line;
    this.column = place.column;
    this.wrapped = place.wrapped;
    this.content = chunk.text;
    this.starts = undefined;
    this.firstStart = 0;
    this.count = 0;
    const known = knownIdentifierAt(chunk, place.start, place.end);
    this.known = known !== undefined;
    this.id = known ?? unknownIdentifierAt(chunk, place.start, place.end);
  }

  get delimiters(): Delimiters {
    return this.chunk.delimiters;
  }

  /** The segment without its terminator, one character per byte. */
  get raw(): string {
    return this.chunk.text.slice(this.start, this.end);
  }

  /** Bytes of the segment without its terminator. */
  get length(): number {
    return this.end - this.start;
  }

  /** The terminator as it stands, "" when there is none. */
  get terminator(): string {
    return this.isTerminated ? this.chunk.text.charAt(this.end) : "";
  }

  /** Line ends and blanks between the last terminator and this segment. */
  get leading(): string {
    return this.chunk.text.slice(this.start - this.leadingLength, this.start);
  }

  get byteFrom(): number {
    return this.chunk.base + this.start;
  }

  /** The byte after the terminator. */
  get byteTo(): number {
    return this.chunk.base + this.end + (this.isTerminated ? 1 : 0);
  }

  get position(): SegmentPosition {
    const { number, byteFrom, line, column } = this;
    return { segment: number, offset: byteFrom, line, column };
  }

  /** Elements after the id, trailing empty ones included. */
  get elementCount(): number {
    if (this.starts === undefined) this.scan();
    return this.count - 1;
  }

  /** Whether the id has the form of a segment identifier. */
  get hasValidId(): boolean {
    return this.known || isSegmentId(this.id);
  }

  /** Whether the id is written in lower case. */
  get isLowerCase(): boolean {
    return !this.known && !this.chunk.text.startsWith(this.id, this.start);
  }

  /** Element `n` as written, undefined when absent or empty. */
  element(n: number): string | undefined {
    const starts = this.starts ?? this.scan();
    if (n >= this.count) return undefined;
    const from = starts[this.firstStart + n] ?? 0;
    const to = (starts[this.firstStart + n + 1] ?? 0) - 1;
    return from >= to ? undefined : this.content.slice(from, to);
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
    return part === undefined ? noElements : partsOf(part, this.chunk.delimiters.component);
  }

  /** Component `m` of element `n`, undefined when absent or empty. */
  component(n: number, m: number): string | undefined {
    return this.components(n)[m - 1] || undefined;
  }

  /** Repetitions of element `n`; one when the interchange has no repetition separator. */
  repetitions(n: number): readonly string[] {
    const part = this.element(n);
    if (part === undefined) return noElements;
    const separator = this.chunk.delimiters.repetition;
    return separator === undefined ? [part] : partsOf(part, separator);
  }

  /** Notes where the elements start; a last entry stands one past the end of the segment. */
  private scan(): readonly number[] {
    const { chunk } = this;
    let { start, end } = this;
    if (this.wrapped || (chunk.extended && hasHighBytes(this.raw))) {
      this.content = meantText(this.wrapped ? this.raw.replace(/[\r\n]+/g, "") : this.raw);
      start = 0;
      end = this.content.length;
    }
    const { starts } = chunk;
    const { content } = this;
    const separator = chunk.delimiters.element.charCodeAt(0);
    this.firstStart = starts.length;
    starts.push(start);
    for (let at = start; at < end; at += 1) {
      if (content.charCodeAt(at) === separator) starts.push(at + 1);
    }
    this.count = starts.length - this.firstStart;
    starts.push(end + 1);
    this.starts = starts;
    return starts;
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

function knownIdentifierAt(chunk: SegmentChunk, start: number, end: number): string | undefined {
  const { text, delimiters } = chunk;
  const separator = delimiters.element.charCodeAt(0);
  const most = Math.min(end, start + 4);
  let at = start;
  while (at < most && text.charCodeAt(at) !== separator) at += 1;
  const length = at - start;
  return length === 2 || length === 3 ? knownSegmentId(text, start, length) : undefined;
}

function unknownIdentifierAt(chunk: SegmentChunk, start: number, end: number): string {
  const to = chunk.text.indexOf(chunk.delimiters.element, start);
  const written = chunk.text.slice(start, to === -1 || to > end ? end : to);
  return written.length <= 3 ? written.toUpperCase() : written;
}
