import { z } from "zod";

export const payerRowSchema = z.object({
  id: z.int(),
  /** Upper-case identifier, or `NAME:` and the name of a payer without one. */
  key: z.string(),
  name: z.string(),
});

export type PayerRow = z.infer<typeof payerRowSchema>;
