import { z } from "zod";
import { chosenId, optionalText, typedText } from "../draft-schemas.ts";
import { setupItems } from "./setup-checklist.ts";

/** The profile as it is sent; what is not stated is empty. */
export const practiceProfileDraftSchema = z.object({
  billingProviderId: chosenId.nullable().default(null),
  submitterName: typedText(100),
  submitterIdentifier: typedText(80),
  contactName: typedText(60),
  contactPhone: typedText(30),
  contactEmail: typedText(100),
  remitLine1: typedText(100),
  remitLine2: typedText(100),
  remitCity: typedText(60),
  remitState: typedText(10),
  remitPostalCode: typedText(20),
  statementPhone: typedText(30),
  statementMessage: typedText(2000),
});

export const practiceProfileSchema = z.object({
  billingProviderId: z.int().nullable(),
  billingProviderName: optionalText,
  submitterName: optionalText,
  submitterIdentifier: optionalText,
  contactName: optionalText,
  contactPhone: optionalText,
  contactEmail: optionalText,
  remitLine1: optionalText,
  remitLine2: optionalText,
  remitCity: optionalText,
  remitState: optionalText,
  remitPostalCode: optionalText,
  statementPhone: optionalText,
  statementMessage: optionalText,
  /** 0 until the profile is stated for the first time. */
  revision: z.int(),
});
export type PracticeProfileAnswer = z.infer<typeof practiceProfileSchema>;

export const setupSchema = z.object({
  rows: z.array(
    z.object({
      item: z.enum(setupItems),
      /** How many are there, and how many are needed or should be described. */
      has: z.int(),
      of: z.int(),
      isDone: z.boolean(),
    }),
  ),
});
export type SetupAnswer = z.infer<typeof setupSchema>;
