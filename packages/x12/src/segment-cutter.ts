import { Segment } from "./segment.ts";
import { SegmentIndex, SegmentSource, segmentFlag } from "./segment-source.ts";
import type { Delimiters } from "./transaction.ts";

const carriageReturn = 13;
/** Length of an ISA without terminator: what is longer may hide one and is looked at more closely. */
const plainBytesMost = 105;
/** Blanks before a segment beyond which they do not belong to it any more. */
const leadingMost = 65_536;
const noDelimiters: Delimiters = { element: "*", component: ":", repetition: "^", segment: "~" };

/** A segment's place in its chunk, as the reader found it. */
export type SegmentCut = {
  /** Start of the line ends and blanks before the segment. */
  readonly leading: number;
  readonly start: number;
  /** One past its last byte, the terminator excluded. */
  readonly end: number;
  readonly isTerminated: boolean;
};

/**
 * Cuts segments out of one chunk of bytes after another, and counts segments and lines. Terminators
 * and line ends are found by the engine's own search, which is several times as fast as a look at
 * every byte; what stands inside a segment is looked at when it is asked for.
 */
export class SegmentCutter {
  /** Segments cut so far. */
  segments: number;
  /** Line of the place up to which lines are counted. */
  line: number;
  private lineStart: number;
  /** The next line end in the chunk. */
  private nextLine = Number.MAX_SAFE_INTEGER;
  private source: SegmentSource;
  private plainMost = plainBytesMost;

  constructor(position: { segment: number; offset: number; line: number; column: number }) {
    this.segments = position.segment - 1;
    this.line = position.line;
    this.lineStart = position.offset - position.column + 1;
    const { lineStart } = this;
    const nothing = { bytes: new Uint8Array(0), text: "", extended: false };
    const parts = { ...nothing, base: position.offset, lineStart };
    this.source = new SegmentSource(parts, noDelimiters, new SegmentIndex());
  }

  /** Begins a chunk and returns it as text; everything before its first byte has been counted. */
  startChunk(bytes: Uint8Array, base: number): string {
    this.source = this.source.next(bytes, base, this.lineStart);
    this.findLine(0);
    return this.source.text;
  }

  /** Takes the delimiters of an interchange; longer segments than `most` bytes are never plain. */
  useDelimiters(delimiters: Delimiters, most: number): void {
    this.source = this.source.withDelimiters(delimiters);
    this.plainMost = Math.min(most, plainBytesMost);
  }

  /** Counts the lines up to a place of the chunk and returns its 1-based column. */
  advance(to: number): number {
    const { base } = this.source;
    while (this.nextLine < to) {
      this.line += 1;
      this.lineStart = base + this.nextLine + 1;
      this.findLine(this.nextLine + 1);
    }
    return base + to - this.lineStart + 1;
  }

  /** One segment anywhere in the chunk. */
  cut({ leading, start, end, isTerminated }: SegmentCut): Segment {
    this.advance(start);
    const terminated = isTerminated ? segmentFlag.terminated : 0;
    return this.segmentAt(start, end, terminated + (start - leading) * segmentFlag.leading);
  }

  /**
   * Cuts whole segments from `from` on as long as nothing about them is out of the ordinary, and
   * returns where the first of another kind begins: an ISA, IEA, BIN or BDS, one that is long or
   * incomplete.
   */
  cutPlain(from: number, into: { push(segment: Segment): unknown }): number {
    const { plainMost, source } = this;
    const { bytes, text } = source;
    const { segment: terminator } = source.delimiters;
    const last = bytes.length - 4;
    let at = from;
    for (;;) {
      let start = at;
      while (start < last && isBlank(bytes[start] ?? 0)) start += 1;
      if (start - at >= leadingMost || start >= last || isRare(bytes, start)) return at;
      const end = text.indexOf(terminator, start);
      if (end === -1 || end - start > plainMost) return at;
      if (this.nextLine < start) this.advance(start);
      const flags = segmentFlag.terminated + (start - at) * segmentFlag.leading;
      into.push(this.segmentAt(start, end, flags));
      at = end + 1;
    }
  }

  private segmentAt(start: number, end: number, plainFlags: number): Segment {
    const isWrapped = this.nextLine < end || this.source.bytes[end - 1] === carriageReturn;
    const flags = isWrapped ? plainFlags | segmentFlag.wrapped : plainFlags;
    this.segments += 1;
    const { segments: number, line } = this;
    return new Segment(this.source, { number, line, start, end, flags });
  }

  private findLine(from: number): void {
    const found = this.source.text.indexOf("\n", from);
    this.nextLine = found === -1 ? Number.MAX_SAFE_INTEGER : found;
  }
}

function isBlank(code: number): boolean {
  return code <= 32 && (code === 10 || code === 13 || code === 32 || code === 9);
}

/** ISA, IEA, BIN, BDS and what begins like them, in any case. */
function isRare(bytes: Uint8Array, start: number): boolean {
  const first = (bytes[start] ?? 0) | 32;
  if (first !== 98 && first !== 105) return false;
  const second = (bytes[start + 1] ?? 0) | 32;
  return first === 98 ? second === 105 || second === 100 : second === 115 || second === 101;
}
