import { z } from "zod";

/** Integer cents. */
export const centsSchema = z.int();

/** A civil date, `YYYY-MM-DD`. */
export const dateSchema = z.iso.date();

/** An instant in UTC. */
export const instantSchema = z.iso.datetime();

/** Where in a file something stands: the file's public id and a range of segments, 1-based. */
export const sourceSchema = z.object({
  fileId: z.uuid(),
  fileName: z.string(),
  segmentFrom: z.int(),
  segmentTo: z.int(),
});

export type SourceAnswer = z.infer<typeof sourceSchema>;

/** Rows by the value of a filter, by the filter: `{ state: { denied: 39 } }`. */
export type FilterCounts = Record<string, Record<string, number>>;

/**
 * How many rows a list has and what they are worth. `counts` holds, for each value of a filter, the
 * rows that the list would have with that value and the other filters as they are.
 */
export type ListTotal = {
  readonly count: number;
  readonly cents?: number;
  readonly counts?: FilterCounts;
};

/**
 * One page of a list: `next` is the sort key of its last row, null at the end. The total is there
 * only when it was asked for.
 */
export type Page<Row, Key> = {
  readonly rows: Row[];
  readonly next: Key | null;
  readonly total?: ListTotal;
};

/** Cuts what was read with one row too many to a page of `limit` rows. */
export function pageOf<Row, Key>(
  rows: readonly Row[],
  limit: number,
  key: (row: Row) => Key,
): Page<Row, Key> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last !== undefined ? key(last) : null };
}
