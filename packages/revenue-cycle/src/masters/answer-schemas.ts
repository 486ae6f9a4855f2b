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

/** What a list answers: its rows, the cursor of the next page, and the total where it is cheap. */
export function listOf<Row extends z.ZodType>(row: Row) {
  return z.object({
    rows: z.array(row),
    next: z.string().nullable(),
    total: z.object({ count: z.int(), cents: centsSchema.optional() }).optional(),
    asOf: dateSchema.optional(),
  });
}

/** One page of a list; `next` is the opaque cursor, null at the end. */
export type Page<Row> = {
  readonly rows: Row[];
  readonly next: string | null;
  readonly total?: { count: number; cents?: number };
};
