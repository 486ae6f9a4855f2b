import { z } from "zod";

/** What an address holds after its question mark. */
const querySchema = z.record(z.string().max(40), z.string().max(200));

export const savedFilterDraftSchema = z.strictObject({
  page: z.string().trim().min(1).max(40),
  name: z.string().trim().min(1).max(60),
  query: querySchema,
});

export type SavedFilterDraft = z.infer<typeof savedFilterDraftSchema>;

export const savedFilterSchema = z.object({
  id: z.int(),
  page: z.string(),
  name: z.string(),
  query: querySchema,
});

export type SavedFilterRow = z.infer<typeof savedFilterSchema>;
