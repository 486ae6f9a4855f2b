import type { ForeignFormat } from "./foreign-format.ts";
import type { SegmentPosition } from "./issue.ts";

/** Why bytes are not a segment. */
export type SkipReason =
  /** A byte order mark. */
  | "byte-order-mark"
  /** Line ends and blanks. */
  | "blank"
  /** Text outside of any interchange. */
  | "outside-interchange"
  /** Text that begins with ISA but is no usable ISA segment. */
  | "interchange-malformed"
  /** The same, because the file ends within it. */
  | "interchange-truncated"
  /** A segment longer than the limit. */
  | "segment-too-long"
  /** The content of BIN or BDS, with its terminator. */
  | "binary"
  /** The same, but no terminator stands where the declared length ends. */
  | "binary-length-wrong"
  /** The whole file, being something else than X12. */
  | "foreign";

/**
 * Bytes that are kept out of segments, so that nothing of a file is lost: at most 64 KiB each, a
 * longer run comes as several with `isFirst` only on the first.
 */
export type Skipped = {
  readonly kind: "skipped";
  readonly reason: SkipReason;
  readonly format: ForeignFormat | undefined;
  readonly text: string;
  readonly byteFrom: number;
  readonly byteTo: number;
  readonly isFirst: boolean;
  readonly position: SegmentPosition;
};

export const skippedPieceBytes = 65_536;
