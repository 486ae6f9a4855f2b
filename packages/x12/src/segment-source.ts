import { latin1Text } from "./latin1.ts";
import type { Delimiters } from "./transaction.ts";

/** Bytes of a file that segments are views of, with the delimiters that hold there. */
export type SegmentSource = {
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
};

/** The source that a chunk of bytes is. */
export function segmentSource(
  bytes: Uint8Array,
  place: { readonly base: number; readonly lineStart: number },
  delimiters: Delimiters,
): SegmentSource {
  const { text, extended } = latin1Text(bytes);
  const { base, lineStart } = place;
  const separator = delimiters.element.charCodeAt(0);
  return { bytes, text, extended, base, lineStart, delimiters, separator };
}

/** The same bytes where another interchange begins. */
export function withDelimiters(source: SegmentSource, delimiters: Delimiters): SegmentSource {
  return { ...source, delimiters, separator: delimiters.element.charCodeAt(0) };
}

/** What is known of a segment besides its place, as one number. */
export const segmentFlag = {
  terminated: 1,
  /** Line ends stand inside: the file is wrapped at a fixed width. */
  wrapped: 2,
  /** Bytes above 127 stand inside. */
  extended: 4,
  /** The identifier is one of the table. */
  known: 8,
  /** Multiplied by the number of blanks before the segment. */
  leading: 16,
} as const;
