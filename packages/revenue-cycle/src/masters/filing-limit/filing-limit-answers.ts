import { z } from "zod";
import { dateSchema } from "../answer-schemas.ts";
import { chosenId, optionalText, typedDays, typedText } from "../draft-schemas.ts";
import { filingBases, filingKinds, filingUnits } from "./filing-limit.ts";

/** A limit as it is sent to be added or changed; a plan of null means all plans of the payer. */
export const filingLimitDraftSchema = z.object({
  payerId: chosenId,
  planId: chosenId.nullable().default(null),
  state: typedText(2),
  kind: z.enum(filingKinds),
  length: z.string().max(6),
  unit: z.enum(filingUnits).default("days"),
  basis: z.enum(filingBases).default("service"),
  source: typedText(300),
  ...typedDays,
});

export const filingLimitSchema = z.object({
  id: z.int(),
  payerId: z.int(),
  payerName: z.string(),
  planId: z.int().nullable(),
  planName: optionalText,
  state: optionalText,
  kind: z.enum(filingKinds),
  length: z.int(),
  unit: z.enum(filingUnits),
  basis: z.enum(filingBases),
  source: z.string(),
  effectiveFrom: dateSchema,
  effectiveTo: dateSchema.nullable(),
  revision: z.int(),
});
export type FilingLimitAnswer = z.infer<typeof filingLimitSchema>;
