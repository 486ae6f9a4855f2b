/** How bad an issue is: an error makes a file or claim unusable as it stands, a warning does not. */
export type IssueSeverity = "error" | "warning" | "information";

/**
 * SNIP (WEDI) type of a rule: 1 integrity, 2 requirement, 3 balancing, 4 situation, 5 code set,
 * 6 line of business, 7 trading partner.
 */
export type SnipType = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Where in a file something stands. Numbers are 1-based; `offset` is the 0-based byte of the segment. */
export type SegmentPosition = {
  readonly segment: number;
  readonly offset: number;
  readonly line: number;
  readonly column: number;
};

/** A place of the same file that a rule looked at. */
export type IssueTrigger = {
  readonly segmentId: string;
  /** Number of the segment in the file, 1-based. */
  readonly segment: number;
  readonly loop: string | undefined;
  readonly element: number | undefined;
  readonly component: number | undefined;
};

/**
 * One thing wrong with an X12 file. Carries codes and positions, never an element's value, so that it
 * may be logged and shown to anybody.
 */
export type X12Issue = {
  readonly code: string;
  readonly severity: IssueSeverity;
  readonly snip: SnipType;
  /** Control numbers as read: ISA13, GS06, ST02. */
  readonly interchange: string | undefined;
  readonly group: string | undefined;
  readonly set: string | undefined;
  readonly loop: string | undefined;
  readonly position: SegmentPosition | undefined;
  readonly segmentId: string | undefined;
  readonly element: number | undefined;
  readonly component: number | undefined;
  /** What made a situational rule apply; absent where nothing but the rule's own place did. */
  readonly trigger?: IssueTrigger;
  /** A sentence a biller understands: what, where, what to do. */
  readonly message: string;
  /** The rule's source, for example `005010X221A1 1.10.2` or `X12.6`. */
  readonly source: string;
};
