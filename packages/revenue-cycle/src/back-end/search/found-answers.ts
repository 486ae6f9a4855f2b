import { z } from "zod";
import { centsSchema, dateSchema } from "../../masters/answer-schemas.ts";
import { patientRowSchema } from "../../masters/patient/patient-answers.ts";

const foundClaimSchema = z.object({
  id: z.int(),
  patientControlNumber: z.string(),
  payerClaimControlNumber: z.string().nullable(),
  patientName: z.string(),
  serviceFrom: dateSchema.nullable(),
  state: z.string(),
});

const foundPaymentSchema = z.object({
  /** A remittance, or a deposit of the bank. */
  kind: z.enum(["remittance", "deposit"]),
  id: z.int(),
  traceNumber: z.string(),
  payer: z.string(),
  on: dateSchema.nullable(),
  cents: centsSchema,
});

/** What a typed text may mean, by kind; a kind that the reader may not see is empty. */
export const foundSchema = z.object({
  patients: z.array(patientRowSchema),
  claims: z.array(foundClaimSchema),
  payments: z.array(foundPaymentSchema),
  codes: z.array(z.object({ codeSet: z.string(), code: z.string(), label: z.string() })),
});
export type FoundAnswer = z.infer<typeof foundSchema>;
