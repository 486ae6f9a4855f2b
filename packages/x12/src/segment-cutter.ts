import { Segment } from "./segment.ts";
import { knownSegmentId, segmentIdCode } from "./segment-ids.ts";
import { ChunkContent, flagOf, markOf, recordLength, type SegmentSource } from "./segment-marks.ts";
import type { Delimiters } from "./transaction.ts";

const lineFeed = 10;
const carriageReturn = 13;
/** Length of an ISA without terminator: what is longer may hide one and is looked at more closely. */
const plainBytesMost = 105;
/** Numbers allocated at once for the records of many segments. */
const slabLength = 16_384;
/** Blanks before a segment beyond which they do not belong to it any more. */
const leadingMost = 65_536;

const ordinary = 0;
const elementSeparator = 1;
const terminator = 2;
const lineEnd = 3;
const highByte = 4;

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
 * Cuts segments out of the bytes of one chunk after another, and counts segments and lines. One pass
 * over the bytes notes where elements start; texts are made when asked for.
 */
export class SegmentCutter {
  /** Segments cut so far. */
  segments: number;
  /** Line and start of the line (in the file) of the place up to which lines are counted. */
  line: number;
  private lineStart: number;
  /** That place, in the chunk. */
  private counted = 0;
  private content: ChunkContent;
  private source: SegmentSource;
  private top = 0;
  private readonly classes = new Uint8Array(256);
  /** Whether the delimiters allow cutting without a look at each segment. */
  private isPlain = false;
  private plainMost: number;
  private endsLines = false;

  constructor(position: { segment: number; offset: number; line: number; column: number }) {
    this.segments = position.segment - 1;
    this.line = position.line;
    this.lineStart = position.offset - position.column + 1;
    this.content = new ChunkContent(new Uint8Array(0), position.offset, this.lineStart);
    this.source = sourceOf(this.content, noDelimiters, new Int32Array(0));
    this.plainMost = plainBytesMost;
  }

  /** Begins a chunk; everything before its first byte has been counted. */
  startChunk(bytes: Uint8Array, base: number): ChunkContent {
    this.content = new ChunkContent(bytes, base, this.lineStart);
    this.source = sourceOf(this.content, this.source.delimiters, this.source.marks);
    this.counted = 0;
    return this.content;
  }

  /** Takes the delimiters of an interchange; longer segments than `most` bytes are never plain. */
  useDelimiters(delimiters: Delimiters, most: number): void {
    this.source = sourceOf(this.content, delimiters, this.source.marks);
    const element = delimiters.element.charCodeAt(0);
    const segment = delimiters.segment.charCodeAt(0);
    this.plainMost = Math.min(most, plainBytesMost);
    this.isPlain = element !== lineFeed && element !== carriageReturn && (element | segment) < 128;
    this.endsLines = segment === lineFeed;
    this.classes.fill(ordinary, 0, 128).fill(highByte, 128);
    this.classes[lineFeed] = lineEnd;
    this.classes[element] = elementSeparator;
    this.classes[segment] = terminator;
  }

  /** Counts the lines up to a place of the chunk and returns its 1-based column. */
  advance(to: number): number {
    const { bytes, base } = this.content;
    for (let at = bytes.indexOf(lineFeed, this.counted); at !== -1 && at < to; ) {
      this.line += 1;
      this.lineStart = base + at + 1;
      at = bytes.indexOf(lineFeed, at + 1);
    }
    this.counted = Math.max(this.counted, to);
    return base + to - this.lineStart + 1;
  }

  /** One segment anywhere in the chunk. */
  cut({ leading, start, end, isTerminated }: SegmentCut): Segment {
    this.advance(start);
    const { bytes, base } = this.content;
    const { classes } = this;
    this.reserve(end - start + recordLength);
    const { marks } = this.source;
    const first = this.top - markOf.count;
    let next = first;
    marks[next++] = start;
    let flags = isTerminated ? flagOf.terminated : 0;
    if (bytes[end - 1] === carriageReturn && end > start) flags |= flagOf.wrapped;
    for (let at = start; at < end; at += 1) {
      const kind = classes[bytes[at] ?? 0];
      if (kind === elementSeparator) marks[next++] = at + 1;
      if (bytes[at] === lineFeed) flags |= flagOf.wrapped;
      if ((bytes[at] ?? 0) > 127) flags |= flagOf.extended;
    }
    marks[next] = end + 1;
    const within = this.lineStart >= base ? this.lineStart - base : -1;
    marks[first + markOf.line] = this.line;
    marks[first + markOf.lineStart] = within;
    marks[first + markOf.leading] = leading;
    marks[first + markOf.count] = next - first;
    this.top = next + 1;
    return this.finish(first, flags);
  }

  /**
   * Cuts whole segments from `at` on as long as nothing about them is out of the ordinary, and returns
   * where the first of another kind begins: an ISA, IEA, BIN or BDS, one that is long or incomplete.
   */
  cutPlain(from: number, into: { push(segment: Segment): unknown }): number {
    if (!this.isPlain) return from;
    this.advance(from);
    const { classes, plainMost, endsLines } = this;
    const { bytes, base } = this.content;
    const { length } = bytes;
    let at = from;
    for (;;) {
      let { line, lineStart } = this;
      let start = at;
      for (let code = bytes[start]; code !== undefined && isBlank(code); code = bytes[start]) {
        start += 1;
        if (code !== lineFeed) continue;
        line += 1;
        lineStart = base + start;
      }
      if (start - at >= leadingMost || start + 3 >= length || isRare(bytes, start)) return at;
      this.reserve(plainBytesMost + 1 + recordLength);
      const { marks } = this.source;
      const first = this.top - markOf.count;
      const most = Math.min(length, start + plainMost + 1);
      let next = first;
      marks[next++] = start;
      marks[first + markOf.line] = line;
      marks[first + markOf.lineStart] = lineStart >= base ? lineStart - base : -1;
      marks[first + markOf.leading] = at;
      let flags: number = flagOf.terminated;
      let end = start;
      for (; end < most; end += 1) {
        const kind = classes[bytes[end] ?? 0];
        if (kind === ordinary) continue;
        if (kind === elementSeparator) marks[next++] = end + 1;
        else if (kind === terminator) break;
        else if (kind === highByte) flags |= flagOf.extended;
        else {
          flags |= flagOf.wrapped;
          line += 1;
          lineStart = base + end + 1;
        }
      }
      if (end === most) return at;
      if (end > start && bytes[end - 1] === carriageReturn) flags |= flagOf.wrapped;
      marks[next] = end + 1;
      marks[first + markOf.count] = next - first;
      this.top = next + 1;
      at = end + 1;
      this.counted = at;
      this.line = endsLines ? line + 1 : line;
      this.lineStart = endsLines ? base + at : lineStart;
      into.push(this.finish(first, flags));
    }
  }

  private finish(first: number, flags: number): Segment {
    const { source, content } = this;
    const { marks } = source;
    const { bytes } = content;
    const start = marks[first] ?? 0;
    const length = (marks[first + 1] ?? 0) - 1 - start;
    this.segments += 1;
    marks[first + markOf.number] = this.segments;
    if (length === 2 || length === 3) {
      const third = length === 3 ? (bytes[start + 2] ?? 0) : 0;
      const id = knownSegmentId(segmentIdCode(bytes[start] ?? 0, bytes[start + 1] ?? 0, third));
      if (id !== undefined) {
        marks[first + markOf.flags] = flags | flagOf.known;
        return new Segment(source, first, id);
      }
    }
    marks[first + markOf.flags] = flags;
    return new Segment(source, first, this.unknownId(start, start + length));
  }

  private unknownId(start: number, end: number): string {
    const written = this.content.text.slice(start, end);
    return written.length <= 3 ? written.toUpperCase() : written;
  }

  /** Room for a record; segments that are kept keep only the slab that they stand in. */
  private reserve(length: number): void {
    if (this.top + length <= this.source.marks.length) return;
    const { content, delimiters } = this.source;
    this.source = sourceOf(content, delimiters, new Int32Array(Math.max(slabLength, length)));
    this.top = 0;
  }
}

const noDelimiters: Delimiters = { element: "*", component: ":", repetition: "^", segment: "~" };

function sourceOf(content: ChunkContent, delimiters: Delimiters, marks: Int32Array): SegmentSource {
  return { content, delimiters, marks };
}

function isBlank(code: number): boolean {
  return code === 10 || code === 13 || code === 32 || code === 9;
}

/** ISA, IEA, BIN and BDS in any case, and empty segments. */
function isRare(bytes: Uint8Array, start: number): boolean {
  const first = (bytes[start] ?? 0) | 32;
  if (first !== 98 && first !== 105) return false;
  const second = (bytes[start + 1] ?? 0) | 32;
  return first === 98 ? second === 105 || second === 100 : second === 115 || second === 101;
}
