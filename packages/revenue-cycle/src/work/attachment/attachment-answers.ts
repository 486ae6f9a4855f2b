import { z } from "zod";
import { instantSchema } from "../../masters/answer-schemas.ts";

export const attachmentSchema = z.object({
  id: z.int(),
  name: z.string(),
  mediaType: z.string(),
  byteLength: z.int(),
  attachedBy: z.string(),
  attachedAt: instantSchema,
  /** Null while it is on the list; taken off, it stays on file. */
  removedBy: z.string().nullable(),
  removedAt: instantSchema.nullable(),
  removeReason: z.string().nullable(),
  revision: z.int(),
});

export type AttachmentRow = z.infer<typeof attachmentSchema>;

export const attachmentListSchema = z.object({ rows: z.array(attachmentSchema) });

export type AttachmentList = z.infer<typeof attachmentListSchema>;

export const attachmentRemovalSchema = z.strictObject({
  reason: z.string().trim().min(3).max(1000),
});
