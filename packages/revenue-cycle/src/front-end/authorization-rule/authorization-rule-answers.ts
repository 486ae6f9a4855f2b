import { z } from "zod";
import { dateSchema } from "../../masters/answer-schemas.ts";
import { chosenId, optionalText, typedDays, typedText } from "../../masters/draft-schemas.ts";

/** A rule as it is sent to be added or changed. */
export const authorizationRuleDraftSchema = z.object({
  payerId: chosenId,
  planId: chosenId.nullable().default(null),
  procedureCodes: typedText(2000),
  isRequired: z.boolean().default(true),
  source: typedText(300),
  ...typedDays,
});

export const authorizationRuleSchema = z.object({
  id: z.int(),
  payerId: z.int(),
  payerName: z.string(),
  planId: z.int().nullable(),
  planName: optionalText,
  procedureCodes: z.string(),
  isRequired: z.boolean(),
  source: z.string(),
  effectiveFrom: dateSchema,
  effectiveTo: dateSchema.nullable(),
  revision: z.int(),
});
export type AuthorizationRuleAnswer = z.infer<typeof authorizationRuleSchema>;
