import { z } from "zod";
import { dateSchema } from "../answer-schemas.ts";
import { chosenId, optionalText, typedDays, typedText } from "../draft-schemas.ts";
import { enrollmentStates, enrollmentTransactions } from "./enrollment.ts";

/** An enrolment as it is sent to be added or changed; a provider of null means every one. */
export const enrollmentDraftSchema = z.object({
  payerId: chosenId,
  providerId: chosenId.nullable().default(null),
  transaction: z.enum(enrollmentTransactions),
  state: z.enum(enrollmentStates),
  requestedOn: typedText(10),
  ...typedDays,
  payerProviderNumber: typedText(50),
});

export const enrollmentSchema = z.object({
  id: z.int(),
  payerId: z.int(),
  payerName: z.string(),
  providerId: z.int().nullable(),
  providerName: optionalText,
  transaction: z.enum(enrollmentTransactions),
  state: z.enum(enrollmentStates),
  requestedOn: dateSchema.nullable(),
  effectiveFrom: dateSchema.nullable(),
  effectiveTo: dateSchema.nullable(),
  payerProviderNumber: optionalText,
  revision: z.int(),
});
export type EnrollmentAnswer = z.infer<typeof enrollmentSchema>;
