import { z } from "zod";
import { centsSchema, dateSchema } from "../../masters/answer-schemas.ts";

/** A receipt: everything that was paid at once under one number. */
export const receiptSchema = z.object({
  number: z.string(),
  practice: z.string(),
  practiceLines: z.array(z.string()),
  phone: z.string().nullable(),
  account: z.string().nullable(),
  paidBy: z.string(),
  paidOn: dateSchema,
  method: z.string(),
  reference: z.string().nullable(),
  cents: centsSchema,
  /** Where it went; what is left is kept for the next visit. */
  parts: z.array(
    z.object({
      on: dateSchema.nullable(),
      patient: z.string(),
      patientControlNumber: z.string(),
      cents: centsSchema,
    }),
  ),
  leftCents: centsSchema,
  isReversed: z.boolean(),
});
export type ReceiptAnswer = z.infer<typeof receiptSchema>;
