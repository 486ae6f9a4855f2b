import { latin1Text } from "./latin1.ts";
import type { Delimiters } from "./transaction.ts";

/** Bytes of a file that segments are views of, and the same as text with one character per byte. */
export class ChunkContent {
  readonly bytes: Uint8Array;
  /** Offset of the first byte in the file. */
  readonly base: number;
  /** Offset at which the line begins that the first byte stands in. */
  readonly lineStart: number;
  private decoded: string | undefined = undefined;

  constructor(bytes: Uint8Array, base: number, lineStart: number) {
    this.bytes = bytes;
    this.base = base;
    this.lineStart = lineStart;
  }

  /** Decoded when first asked for: cutting segments needs the bytes only. */
  get text(): string {
    this.decoded ??= latin1Text(this.bytes).text;
    return this.decoded;
  }
}

/** What segments of one chunk with the same delimiters have in common. */
export type SegmentSource = {
  readonly content: ChunkContent;
  readonly delimiters: Delimiters;
  /**
   * One record per segment, so that a segment is three fields and no list: the numbers before `first`
   * as `markOf` names them, then where each element starts, the identifier being element 0, then one
   * past the end.
   */
  readonly marks: Int32Array;
};

/** Places in a segment's record, relative to the start of its first element. */
export const markOf = {
  /** Elements, the identifier included. */
  count: -6,
  flags: -5,
  /** 1-based over the whole file. */
  number: -4,
  /** Start of the line ends and blanks before the segment. */
  leading: -3,
  line: -2,
  /** Start of that line in the chunk, -1 when it begins before the chunk. */
  lineStart: -1,
} as const;

/** Numbers in a record besides one for each element. */
export const recordLength = 7;

export const flagOf = {
  terminated: 1,
  /** Line ends stand inside: the file is wrapped at a fixed width. */
  wrapped: 2,
  /** Bytes above 127 stand inside. */
  extended: 4,
  /** The identifier is one of the table. */
  known: 8,
} as const;
