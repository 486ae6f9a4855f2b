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

type SourceParts = {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly extended: boolean;
  readonly base: number;
  readonly lineStart: number;
};

/** Bytes of a file that segments are views of, with the delimiters that hold there. */
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

  constructor(parts: SourceParts, delimiters: Delimiters, index: SegmentIndex) {
    this.bytes = parts.bytes;
    this.text = parts.text;
    this.extended = parts.extended;
    this.base = parts.base;
    this.lineStart = parts.lineStart;
    this.delimiters = delimiters;
    this.separator = delimiters.element.charCodeAt(0);
    this.index = index;
  }

  /** The same bytes where another interchange begins. */
  withDelimiters(delimiters: Delimiters): SegmentSource {
    return new SegmentSource(this, delimiters, this.index);
  }

  /** The bytes that follow. */
  next(bytes: Uint8Array, base: number, lineStart: number): SegmentSource {
    const { text, extended } = latin1Text(bytes);
    const parts = { bytes, text, extended, base, lineStart };
    return new SegmentSource(parts, this.delimiters, this.index);
  }
}

/** What is known of a segment besides its place, as one number. */
export const segmentFlag = {
  terminated: 1,
  /** Line ends stand inside: the file is wrapped at a fixed width. */
  wrapped: 2,
  /** Multiplied by the number of blanks before the segment. */
  leading: 4,
} as const;
