import { z } from "zod";
import { centsSchema, dateSchema, instantSchema } from "../../masters/answer-schemas.ts";

export const depositStates = ["matched", "unmatched", "taken-back"] as const;

export const depositStateSchema = z.enum(depositStates);

export const depositSchema = z.object({
  id: z.int(),
  depositedOn: dateSchema,
  /** What the payer paid; the bank shows it less the fee. */
  cents: centsSchema,
  feeCents: centsSchema,
  state: depositStateSchema,
  traceNumber: z.string(),
  payerName: z.string(),
  type: z.string(),
  /** The number of its lockbox batch. */
  batchNumber: z.string().nullable(),
  /** The bank file that shows it; none of one that was only typed in. */
  file: z.object({ id: z.uuid(), name: z.string(), rowNumber: z.int() }).nullable(),
  /** Who typed it in and when. */
  typed: z.object({ by: z.string(), at: instantSchema }).nullable(),
  takenBack: z.object({ by: z.string(), on: dateSchema, reason: z.string() }).nullable(),
  remittance: z.object({ id: z.int(), traceNumber: z.string() }).nullable(),
  /** The slip of patients' money, or the card gateway's deposit, that it is. */
  slip: z.object({ id: z.int(), number: z.string() }).nullable(),
  cardDeposit: z.object({ id: z.int(), number: z.string() }).nullable(),
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
