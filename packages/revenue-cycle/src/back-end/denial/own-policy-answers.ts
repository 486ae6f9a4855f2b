import { z } from "zod";
import { dateSchema } from "../../masters/answer-schemas.ts";

export const adjustmentPolicySchema = z.object({
  /** Null for a row of the common table. */
  id: z.int().nullable(),
  payer: z.string().nullable(),
  groupCode: z.string().nullable(),
  reasonCode: z.string().nullable(),
  remarkCode: z.string().nullable(),
  filingIndicator: z.string().nullable(),
  condition: z.string().nullable(),
  treatment: z.string(),
  note: z.string(),
  effectiveFrom: dateSchema,
  effectiveTo: dateSchema.nullable(),
  /** Where the rule comes from; of an own row who recorded it. */
  source: z.string(),
  revision: z.int().nullable(),
});

export type AdjustmentPolicyRow = z.infer<typeof adjustmentPolicySchema>;
