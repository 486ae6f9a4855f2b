import { latin1Text } from "./latin1.ts";
import type { Delimiters } from "./transaction.ts";

/** Elements that there is room for at first. */
const elementsAtFirst = 1024;

/** The elements of the segment that was looked at last: readers go through one after the other. */
export class SegmentIndex {
  /** Its number. A reference to each segment in turn would cost more than what is noted here. */
  number = 0;
  /** Where elements start; one entry after the last stands one past the end. */
  starts = new Int32Array(elementsAtFirst);
  count = 0;
  /** The elements where the bytes are not their text: wrapped, or with bytes above 127. */
  meant: readonly string[] | undefined;
}

/** What holds for all bytes of an interchange. */
export type Syntax = {
  readonly delimiters: Delimiters;
  /** Code of the element separator. */
  readonly separator: number;
  readonly index: SegmentIndex;
};

/** Bytes of a file that segments are views of, with the delimiters that hold there. */
export type SegmentSource = Syntax & {
  readonly bytes: Uint8Array;
  /** The same, one character per byte. */
  readonly text: string;
  /** Whether bytes above 127 are among them. */
  readonly extended: boolean;
  /** Offset of the first byte in the file. */
  readonly base: number;
  /** Offset at which the line begins that the first byte stands in. */
  readonly lineStart: number;
};

/** The syntax that delimiters declare. */
export function syntaxOf(delimiters: Delimiters, index: SegmentIndex): Syntax {
  return { delimiters, separator: delimiters.element.charCodeAt(0), index };
}

/** The source that a chunk of bytes is. */
export function segmentSource(
  bytes: Uint8Array,
  place: { readonly base: number; readonly lineStart: number },
  syntax: Syntax,
): SegmentSource {
  return sourceOf({ bytes, ...latin1Text(bytes), ...place }, syntax);
}

/** The same bytes where another interchange begins. */
export function withSyntax(source: SegmentSource, syntax: Syntax): SegmentSource {
  return sourceOf(source, syntax);
}

/** Written out, so that all sources have one shape. */
function sourceOf(
  { bytes, text, extended, base, lineStart }: Omit<SegmentSource, keyof Syntax>,
  { delimiters, separator, index }: Syntax,
): SegmentSource {
  return { bytes, text, extended, base, lineStart, delimiters, separator, index };
}

/** What is known of a segment besides its place, as one number. */
export const segmentFlag = {
  terminated: 1,
  /** Line ends stand inside: the file is wrapped at a fixed width. */
  wrapped: 2,
  /** Multiplied by the number of blanks before the segment. */
  leading: 4,
} as const;
