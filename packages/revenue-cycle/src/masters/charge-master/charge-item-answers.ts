import { z } from "zod";
import { centsSchema, dateSchema } from "../answer-schemas.ts";
import { optionalText, typedDays, typedText } from "../draft-schemas.ts";

/** A price as it is sent to be added or changed; what is not stated is empty. */
export const chargeItemDraftSchema = z.object({
  procedureCode: typedText(10),
  modifiers: typedText(20),
  label: typedText(300),
  revenueCode: typedText(10),
  priceCents: z.int().min(0).max(999_999_999_99),
  ndc: typedText(20),
  ndcUnit: typedText(5),
  ndcUnitsEach: typedText(20),
  ...typedDays,
  /** A price that began before and still runs ends the day before this one begins. */
  endsEarlier: z.boolean().default(false),
});
export type SentChargeItem = z.output<typeof chargeItemDraftSchema>;

export const chargeItemSchema = z.object({
  id: z.int(),
  procedureCode: z.string(),
  modifiers: z.string(),
  label: optionalText,
  revenueCode: optionalText,
  priceCents: centsSchema,
  ndc: optionalText,
  ndcUnit: optionalText,
  ndcUnitsEach: optionalText,
  effectiveFrom: dateSchema,
  effectiveTo: dateSchema.nullable(),
  revision: z.int(),
});
export type ChargeItemAnswer = z.infer<typeof chargeItemSchema>;
