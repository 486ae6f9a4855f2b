import { latin1Text } from "./latin1.ts";
import type { Delimiters } from "./transaction.ts";

/** Elements that there is room for at first. */
const elementsAtFirst = 1024;

/** The elements of the segment that was looked at last: readers go through one after the other. */
export class SegmentIndex {
  /** Its number. A reference to each segment in turn would cost more than what is noted here. */
  number = -1;
  /** Where elements start; one entry after the last stands one past the end. */
  starts = new Int32Array(elementsAtFirst);
  count = 0;
  /** The elements where the bytes are not their text: wrapped, or with bytes above 127. */
  meant: readonly string[] | undefined;
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
  readonly delimiters: Delimiters;
  /** Code of the element separator. */
  readonly separator: number;
  readonly index: SegmentIndex;
  /** Segments of the file before those in `places`. */
  readonly numberBefore: number;
  /** Segments noted in `places`. */
  rows = 0;
  /** Of each segment its start, end, line and flags. */
  places: Int32Array;

  constructor(parts: SourceParts, delimiters: Delimiters, index: SegmentIndex) {
    this.bytes = parts.bytes;
    this.text = parts.text;
    this.extended = parts.extended;
    this.base = parts.base;
    this.lineStart = parts.lineStart;
    this.delimiters = delimiters;
    this.separator = delimiters.element.charCodeAt(0);
    this.index = index;
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
    return new SegmentSource(parts, delimiters, this.index);
  }

  /** The bytes that follow. */
  next(bytes: Uint8Array, base: number, lineStart: number): SegmentSource {
    const { text, extended } = latin1Text(bytes);
    const rowsExpected = this.rowsFor(bytes.length);
    const numberBefore = this.segments;
    const parts = { bytes, text, extended, base, lineStart, numberBefore, rowsExpected };
    return new SegmentSource(parts, this.delimiters, this.index);
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
