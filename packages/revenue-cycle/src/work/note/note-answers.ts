import { z } from "zod";
import { dateSchema, instantSchema } from "../../masters/answer-schemas.ts";

export const noteSchema = z.object({
  id: z.int(),
  claimId: z.int(),
  text: z.string(),
  nextActionOn: dateSchema.nullable(),
  actor: z.string(),
  recordedAt: instantSchema,
});

export type NoteRow = z.infer<typeof noteSchema>;

export const noteDraftSchema = z.strictObject({
  text: z.string().trim().min(1).max(4000),
  nextActionOn: dateSchema.nullable().optional(),
});

export type NoteDraft = z.infer<typeof noteDraftSchema>;
