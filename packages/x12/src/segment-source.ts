import { latin1Text } from "./latin1.ts";
import type { Delimiters } from "./transaction.ts";

/** Elements that there is room for at first, and those beyond which room is given back. */
const elementsAtFirst = 128;
const elementsKept = 4096;
/** Segments whose elements are remembered, by the last bits of their number. */
const indexesHeld = 16;
export const indexMask: number = indexesHeld - 1;

/** What a byte within a segment may be, as bits; 0 for what is simply part of a value. */
export const byteKind = {
  separator: 1,
  component: 2,
  repetition: 4,
  lineEnd: 8,
  /** A control character, or one beyond the basic characters. */
  strange: 16,
  /** Above 127. */
  high: 32,
} as const;

/** The elements of a segment that was looked at. */
export class SegmentIndex {
  /** Its number. A reference to each segment in turn would cost more than what is noted here. */
  number = -1;
  /** Where elements start; one entry after the last stands one past the end. */
  starts: Int32Array = new Int32Array(elementsAtFirst);
  count = 0;
  /** Bits of `byteKind` that occur in it. */
  seen = 0;
  /** The elements where the bytes are not their text: wrapped, or with bytes above 127. */
  meant: readonly string[] | undefined;

  /** Makes room for the elements of a segment of so many bytes. */
  fit(length: number): Int32Array {
    const room = this.starts.length;
    const isSpare = room > elementsKept && length + 2 <= elementsAtFirst;
    if (length + 2 > room || isSpare) {
      this.starts = new Int32Array(Math.max(length + 2, elementsAtFirst));
    }
    return this.starts;
  }
}

/** The delimiters of an interchange, ready for looking at bytes. */
export class Separators {
  readonly delimiters: Delimiters;
  readonly element: number;
  readonly component: number;
  /** -1 where the interchange has none. */
  readonly repetition: number;
  /** `byteKind` of every byte. */
  readonly kinds: Uint8Array = new Uint8Array(256);

  constructor(delimiters: Delimiters) {
    this.delimiters = delimiters;
    this.element = delimiters.element.charCodeAt(0);
    this.component = delimiters.component.charCodeAt(0);
    this.repetition = delimiters.repetition?.charCodeAt(0) ?? -1;
    const { kinds } = this;
    kinds.fill(byteKind.strange, 0, 32);
    kinds.fill(byteKind.strange, 127, 128);
    kinds.fill(byteKind.strange | byteKind.high, 128);
    kinds[10] = byteKind.lineEnd;
    kinds[13] = byteKind.lineEnd;
    if (this.repetition !== -1) this.mark(this.repetition, byteKind.repetition);
    this.mark(this.component, byteKind.component);
    this.mark(this.element, byteKind.separator);
  }

  /** A separator is none of what its byte would be elsewhere, but a line end wraps and a high byte stays one. */
  private mark(byte: number, kind: number): void {
    const kept = byteKind.lineEnd | byteKind.high;
    this.kinds[byte] = kind | ((this.kinds[byte] ?? 0) & kept);
  }
}

/** Nothing looked at yet. */
export function newIndexes(): readonly SegmentIndex[] {
  return Array.from({ length: indexesHeld }, () => new SegmentIndex());
}

/** Numbers in `SegmentSource.places` for each segment. */
export const placeNumbers = 4;
/** Segments that there is room for at first. */
export const placesAtFirst = 16;

/** Where a segment stands in its source. */
export type SegmentPlace = {
  /** Its first byte, and the one after its last element. */
  readonly start: number;
  readonly end: number;
  readonly line: number;
  /** `segmentFlag` and what stands in the same number. */
  readonly flags: number;
};

type SourceParts = {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly extended: boolean;
  readonly base: number;
  readonly lineStart: number;
  /** Segments of the file before these bytes. */
  readonly numberBefore: number;
  /** Segments to make room for; more may come. */
  readonly rowsExpected: number;
};

/**
 * Bytes of a file that segments are views of, with the delimiters that hold there and the places of the
 * segments. They stand here, side by side, because millions of objects that are larger by four numbers
 * cost more than finding the segments does.
 */
export class SegmentSource {
  readonly bytes: Uint8Array;
  /** The same, one character per byte. */
  readonly text: string;
  /** Whether bytes above 127 are among them. */
  readonly extended: boolean;
  /** Offset of the first byte in the file. */
  readonly base: number;
  /** Offset at which the line begins that the first byte stands in. */
  readonly lineStart: number;
  readonly separators: Separators;
  /** By the last bits of a segment's number: readers go back and forth between a few. */
  readonly indexes: readonly SegmentIndex[];
  /** Segments of the file before those in `places`. */
  readonly numberBefore: number;
  /** Segments noted in `places`. */
  rows = 0;
  /** Of each segment its start, end, line and flags. */
  places: Int32Array;

  constructor(parts: SourceParts, separators: Separators, indexes: readonly SegmentIndex[]) {
    this.bytes = parts.bytes;
    this.text = parts.text;
    this.extended = parts.extended;
    this.base = parts.base;
    this.lineStart = parts.lineStart;
    this.separators = separators;
    this.indexes = indexes;
    this.numberBefore = parts.numberBefore;
    this.places = new Int32Array(parts.rowsExpected * placeNumbers);
  }

  /** Segments of the file up to now. */
  get segments(): number {
    return this.numberBefore + this.rows;
  }

  /** The same bytes where another interchange begins. */
  withDelimiters(delimiters: Delimiters): SegmentSource {
    const { bytes, text, extended, base, lineStart, segments: numberBefore } = this;
    const rowsExpected = placesAtFirst;
    const parts = { bytes, text, extended, base, lineStart, numberBefore, rowsExpected };
    return new SegmentSource(parts, new Separators(delimiters), this.indexes);
  }

  /** The bytes that follow. */
  next(bytes: Uint8Array, base: number, lineStart: number): SegmentSource {
    const { text, extended } = latin1Text(bytes);
    const rowsExpected = this.rowsFor(bytes.length);
    const numberBefore = this.segments;
    const parts = { bytes, text, extended, base, lineStart, numberBefore, rowsExpected };
    return new SegmentSource(parts, this.separators, this.indexes);
  }

  /** Segments in so many bytes, where they are about as long as those here. */
  private rowsFor(length: number): number {
    const likely = (this.rows * length * 1.1) / Math.max(1, this.bytes.length);
    return placesAtFirst + Math.min(Math.ceil(likely), length >> 3);
  }

  /** Notes a segment and returns its row, counted from 0. */
  add({ start, end, line, flags }: SegmentPlace): number {
    const row = this.rows;
    const at = row * placeNumbers;
    const places = at === this.places.length ? this.makeRoom() : this.places;
    places[at] = start;
    places[at + 1] = end;
    places[at + 2] = line;
    places[at + 3] = flags;
    this.rows = row + 1;
    return row;
  }

  /** Makes `places` longer and returns it. */
  makeRoom(): Int32Array {
    const places = new Int32Array(this.places.length * 4);
    places.set(this.places);
    this.places = places;
    return places;
  }
}

/** What is known of a segment besides its place, as one number. */
export const segmentFlag = {
  terminated: 1,
  /** Line ends stand inside: the file is wrapped at a fixed width. */
  wrapped: 2,
} as const;

/** In the same number: the index of the identifier, one more than it is, once it was looked up. */
export const idShift = 2;
export const idMask = 255;
/** In the same number: how many blanks stand before the segment. */
export const leadingShift = 10;
