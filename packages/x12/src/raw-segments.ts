import { meantText } from "./latin1.ts";
import { SegmentReader } from "./segment-reader.ts";
import type { Delimiters } from "./transaction.ts";

/** One segment of a stored range, for showing it as it came. */
export type RawSegment = {
  /** 1-based over the whole file. */
  readonly number: number;
  readonly id: string;
  /** Without the terminator. */
  readonly text: string;
  /** After the id; "" where an element is empty. */
  readonly elements: readonly string[];
};

/** A range of a stored file with what is needed to cut it into segments. */
export type RawRange = {
  readonly bytes: Uint8Array;
  readonly delimiters: Delimiters;
  /** Number of the range's first segment: `SegmentRange.segmentFrom`. */
  readonly segmentFrom: number;
};

/** The segments in the bytes of a `SegmentRange`. Binary content and overlong segments are left out. */
export function rawSegments(range: RawRange): RawSegment[] {
  const { bytes, delimiters, segmentFrom } = range;
  const position = { segment: segmentFrom, offset: 0, line: 1, column: 1 };
  const reader = new SegmentReader({}, { delimiters, position });
  const segments: RawSegment[] = [];
  for (const token of [...reader.push(bytes), ...reader.end()]) {
    if (token.kind !== "segment") continue;
    const elements = Array.from(
      { length: token.elementCount },
      (_, index) => token.element(index + 1) ?? "",
    );
    segments.push({ number: token.number, id: token.id, text: meantText(token.raw), elements });
  }
  return segments;
}

/** The same as text: one segment a line, with its terminator. */
export function formatSegments(range: RawRange): string {
  const { segment } = range.delimiters;
  const terminator = /\s/.test(segment) ? "" : segment;
  return rawSegments(range)
    .map(({ text }) => `${text}${terminator}\n`)
    .join("");
}
