import { z } from "zod";
import { centsSchema, dateSchema } from "../../masters/answer-schemas.ts";

export const refundParties = ["payer", "patient"] as const;

/** Days within which an overpayment goes back after it was identified (42 CFR 401.305). */
export const creditDays = 60;

export const creditSchema = z.object({
  key: z.string(),
  claimId: z.int(),
  patientControlNumber: z.string(),
  patientName: z.string().nullable(),
  payer: z.string(),
  party: z.enum(refundParties),
  cents: centsSchema,
  /** Of it, asked to go back and waiting for approval. */
  askedCents: centsSchema,
  /** The day of the movement that made it a credit. */
  identifiedOn: dateSchema,
  dueOn: dateSchema,
  /** Days left until it is due, at the practice's business date; below zero is overdue. */
  daysLeft: z.int(),
});

export type CreditRow = z.infer<typeof creditSchema>;

export const refundStates = [
  "waiting",
  "refused",
  "payable",
  "sent",
  "taken-back",
  "cancelled",
] as const;

export const refundSchema = z.object({
  id: z.int(),
  claimId: z.int(),
  patientControlNumber: z.string(),
  payer: z.string(),
  party: z.enum(refundParties),
  cents: centsSchema,
  reason: z.string(),
  state: z.enum(refundStates),
  requestedBy: z.string(),
  requestedOn: dateSchema,
  approvedOn: dateSchema.nullable(),
  number: z.string().nullable(),
  settledOn: dateSchema.nullable(),
});

export type RefundRow = z.infer<typeof refundSchema>;
