import { z } from "zod";
import { importOutcomes } from "./import-preview.ts";

/** Characters of a table that are taken over HTTP; a request has a megabyte at most. */
export const importCharactersMost = 900_000;

/** Rows that an answer shows; those that are refused come first. */
export const importRowsShown = 1000;

export const importSchema = z.object({
  /** The table as text, with its header. */
  text: z.string().max(importCharactersMost),
  /** The digest of the preview that the person confirms; without one nothing is written. */
  confirmed: z.string().max(64).optional(),
});

const counts = z.object({
  added: z.int(),
  changed: z.int(),
  same: z.int(),
  refused: z.int(),
});

export const importAnswerSchema = z.object({
  isWritten: z.boolean(),
  /** Stands for every row's outcome: confirming names it. */
  digest: z.string(),
  counts,
  /** Columns of the file that were passed over. */
  ignored: z.array(z.string()),
  rows: z.array(
    z.object({
      row: z.int(),
      outcome: z.enum(importOutcomes),
      reasons: z.array(
        z.object({ column: z.string().nullable(), code: z.string(), reason: z.string() }),
      ),
    }),
  ),
  /** Rows that are not shown. */
  more: z.int(),
});
export type ImportAnswer = z.infer<typeof importAnswerSchema>;
