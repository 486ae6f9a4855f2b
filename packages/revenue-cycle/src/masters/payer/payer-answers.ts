import { z } from "zod";
import {
  answerAddress,
  chosenId,
  optionalText,
  typedAddress,
  typedText,
} from "../draft-schemas.ts";
import { claimRoutes } from "./decide-payer.ts";
import { linesOfBusiness } from "./filing-indicator.ts";

export const payerRowSchema = z.object({
  id: z.int(),
  /** Upper-case identifier, or `NAME:` and the name of a payer without one. */
  key: z.string(),
  name: z.string(),
  identifier: optionalText,
  lineOfBusiness: z.enum(linesOfBusiness).nullable(),
  filingIndicator: optionalText,
  claimRoute: z.enum(claimRoutes),
  connectionName: optionalText,
  /** The row of the directory of payers that it was taken from. */
  directoryId: z.int().nullable(),
});
export type PayerRow = z.infer<typeof payerRowSchema>;

export const payerSchema = payerRowSchema.extend({
  ...answerAddress,
  phone: optionalText,
  revision: z.int(),
});
export type PayerAnswer = z.infer<typeof payerSchema>;

/** A payer as it is sent to be added or changed; what is not stated is empty. */
export const payerDraftSchema = z.object({
  name: typedText(100),
  identifier: typedText(80),
  lineOfBusiness: z.enum([...linesOfBusiness, ""]).default(""),
  filingIndicator: typedText(5),
  claimRoute: z.enum(claimRoutes).default("electronic"),
  connectionName: typedText(60),
  ...typedAddress,
  phone: typedText(30),
});

export const directoryRowSchema = z.object({
  id: z.int(),
  identifier: z.string(),
  name: z.string(),
  lineOfBusiness: z.enum(linesOfBusiness),
  filingIndicator: optionalText,
  transactions: z.array(z.string()),
  /** Where the row was taken from. */
  source: z.string(),
  /** The practice's own payer of this identifier. */
  payerId: z.int().nullable(),
});
export type DirectoryRow = z.infer<typeof directoryRowSchema>;

export const directoryCopySchema = z.object({ directoryId: chosenId });
