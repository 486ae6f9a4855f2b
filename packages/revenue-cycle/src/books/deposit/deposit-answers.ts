import { z } from "zod";
import { centsSchema, dateSchema } from "../../masters/answer-schemas.ts";

export const depositStates = ["matched", "unmatched"] as const;

export const depositStateSchema = z.enum(depositStates);

export const depositSchema = z.object({
  id: z.int(),
  depositedOn: dateSchema,
  cents: centsSchema,
  traceNumber: z.string(),
  payerName: z.string(),
  type: z.string(),
  fileId: z.uuid(),
  fileName: z.string(),
  rowNumber: z.int(),
  remittance: z.object({ id: z.int(), traceNumber: z.string() }).nullable(),
  /** Who matched it; empty where numbers did, or nobody yet. */
  matchedBy: z.string(),
});

export type DepositAnswer = z.infer<typeof depositSchema>;

export const suggestedRemittanceSchema = z.object({
  remittanceId: z.int(),
  traceNumber: z.string(),
  payer: z.string(),
  effectiveOn: dateSchema.nullable(),
  paidCents: centsSchema,
  verdict: z.string(),
  /** What agrees, the weightiest first. */
  reasons: z.array(z.enum(["trace", "amount", "date", "payer"])),
});

export type SuggestedRemittance = z.infer<typeof suggestedRemittanceSchema>;
