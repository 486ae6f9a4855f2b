import { z } from "zod";
import { instantSchema } from "../../masters/answer-schemas.ts";

export const holdSchema = z.object({
  id: z.int(),
  subjectKind: z.string(),
  subjectId: z.int(),
  cause: z.enum(["edits", "person"]),
  /** What the person who placed it said. */
  reason: z.string().nullable(),
  ownerRole: z.string(),
  heldBy: z.string(),
  heldAt: instantSchema,
  releasedAt: instantSchema.nullable(),
  releasedBy: z.string().nullable(),
  releaseReason: z.string().nullable(),
  revision: z.int(),
});

export type HoldRow = z.infer<typeof holdSchema>;

export const holdReasonSchema = z.string().trim().min(3).max(1000);
