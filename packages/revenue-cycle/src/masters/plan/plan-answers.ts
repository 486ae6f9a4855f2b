import { z } from "zod";
import { dateSchema } from "../answer-schemas.ts";
import { chosenId, optionalText, typedDays, typedText } from "../draft-schemas.ts";
import { planKinds } from "./decide-plan.ts";

/** A plan as it is sent to be added or changed; what is not stated is empty. */
export const planDraftSchema = z.object({
  payerId: chosenId,
  name: typedText(100),
  kind: z.enum(planKinds).default("other"),
  groupNumber: typedText(50),
  filingIndicator: typedText(5),
  needsReferral: z.boolean().default(false),
  needsAuthorization: z.boolean().default(false),
  ...typedDays,
});

export const planSchema = z.object({
  id: z.int(),
  payerId: z.int(),
  payerName: z.string(),
  name: z.string(),
  kind: z.enum(planKinds),
  groupNumber: optionalText,
  filingIndicator: optionalText,
  needsReferral: z.boolean(),
  needsAuthorization: z.boolean(),
  effectiveFrom: dateSchema.nullable(),
  effectiveTo: dateSchema.nullable(),
  revision: z.int(),
});
export type PlanAnswer = z.infer<typeof planSchema>;
