import { Segment } from "./segment.ts";
import {
  leadingShift,
  newIndexes,
  placeNumbers,
  placesAtFirst,
  SegmentSource,
  Separators,
  segmentFlag,
} from "./segment-source.ts";
import type { Skipped } from "./skipped.ts";
import type { Delimiters } from "./transaction.ts";

const carriageReturn = 13;
/** Length of an ISA without terminator: what is longer may hide one and is looked at more closely. */
const plainBytesMost = 105;
/** Blanks before a segment beyond which they do not belong to it any more. */
const leadingMost = 65_536;
/** What a search for a line end gives when there is none. */
const noLine = -1;
const whole = segmentFlag.terminated;
const wholeAndWrapped = segmentFlag.terminated | segmentFlag.wrapped;
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
  /** Line of the place up to which lines are counted. */
  line: number;
  private lineStart: number;
  /** The next line end in the chunk. */
  private nextLine = noLine;
  private source: SegmentSource;
  private plainMost = plainBytesMost;

  constructor(position: { segment: number; offset: number; line: number; column: number }) {
    this.line = position.line;
    this.lineStart = position.offset - position.column + 1;
    const { lineStart } = this;
    const nothing = { bytes: new Uint8Array(0), text: "", extended: false };
    const numberBefore = position.segment - 1;
    const place = { base: position.offset, lineStart, numberBefore };
    const parts = { ...nothing, ...place, rowsExpected: placesAtFirst };
    this.source = new SegmentSource(parts, new Separators(noDelimiters), newIndexes());
  }

  /** Segments cut so far. */
  get segments(): number {
    return this.source.segments;
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
    while (this.nextLine !== noLine && this.nextLine < to) {
      this.line += 1;
      this.lineStart = base + this.nextLine + 1;
      this.findLine(this.nextLine + 1);
    }
    return base + to - this.lineStart + 1;
  }

  /** Counts a segment that is none to be looked at. */
  passOne(): void {
    this.source.add({ start: 0, end: 0, line: this.line, flags: 0 });
  }

  /** One segment anywhere in the chunk. */
  cut({ leading, start, end, isTerminated }: SegmentCut): Segment {
    this.advance(start);
    const terminated = isTerminated ? segmentFlag.terminated : 0;
    const row = this.note(start, end, terminated + ((start - leading) << leadingShift));
    return new Segment(this.source, row);
  }

  /**
   * Cuts whole segments from `from` on as long as nothing about them is out of the ordinary, and
   * returns where the first of another kind begins: an ISA, IEA, BIN or BDS, one that is long or
   * incomplete.
   */
  cutPlain(from: number, into: (Segment | Skipped)[]): number {
    const { source } = this;
    let row = source.rows;
    const at = this.findPlain(from);
    // Finding first and making objects afterwards takes half the time of both in turn.
    for (; row < source.rows; row += 1) into.push(new Segment(source, row));
    return at;
  }

  private findPlain(from: number): number {
    const { plainMost, source } = this;
    const { bytes, text } = source;
    const { segment: terminator } = source.separators.delimiters;
    const last = bytes.length - 4;
    let { nextLine, line } = this;
    let lineEnd = noLine;
    let places: Int32Array = source.places;
    let free = source.rows * placeNumbers;
    let at = from;
    for (;;) {
      let start = at;
      let first = bytes[start] ?? 0;
      while (first <= 32 && start < last && isBlank(first)) {
        start += 1;
        first = bytes[start] ?? 0;
      }
      if (start - at >= leadingMost || start >= last) break;
      if (isRareLetter(first) && isRare(first, bytes[start + 1] ?? 0)) break;
      const end = text.indexOf(terminator, start);
      if (end === -1 || end - start > plainMost) break;
      while (nextLine !== noLine && nextLine < start) {
        line += 1;
        lineEnd = nextLine;
        nextLine = text.indexOf("\n", nextLine + 1);
      }
      const isWrapped =
        (nextLine !== noLine && nextLine < end) || bytes[end - 1] === carriageReturn;
      if (free === places.length) places = source.makeRoom();
      places[free] = start;
      places[free + 1] = end;
      places[free + 2] = line;
      places[free + 3] = (isWrapped ? wholeAndWrapped : whole) + ((start - at) << leadingShift);
      free += placeNumbers;
      at = end + 1;
    }
    source.rows = free / placeNumbers;
    this.nextLine = nextLine;
    this.line = line;
    if (lineEnd !== noLine) this.lineStart = source.base + lineEnd + 1;
    return at;
  }

  private note(start: number, end: number, plainFlags: number): number {
    const isSplit = this.nextLine !== noLine && this.nextLine < end;
    const isWrapped = isSplit || this.source.bytes[end - 1] === carriageReturn;
    const flags = isWrapped ? plainFlags | segmentFlag.wrapped : plainFlags;
    return this.source.add({ start, end, line: this.line, flags });
  }

  private findLine(from: number): void {
    this.nextLine = this.source.text.indexOf("\n", from);
  }
}

function isBlank(code: number): boolean {
  return code <= 32 && (code === 10 || code === 13 || code === 32 || code === 9);
}

/** B and I, in any case. */
function isRareLetter(first: number): boolean {
  return (first | 32) === 98 || (first | 32) === 105;
}

/** ISA, IEA, BIN, BDS and what begins like them, in any case. */
function isRare(first: number, second: number): boolean {
  const letter = second | 32;
  if ((first | 32) === 98) return letter === 105 || letter === 100;
  return letter === 115 || letter === 101;
}
