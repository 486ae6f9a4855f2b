import { z } from "zod";
import { centsSchema, dateSchema } from "../answer-schemas.ts";

export const feeScheduleRowSchema = z.object({
  payerId: z.int(),
  payerName: z.string(),
  procedureCode: z.string(),
  allowedCents: centsSchema,
  effectiveFrom: dateSchema,
  effectiveTo: dateSchema.nullable(),
  /**
   * What Medicare allows for the whole service on the day and in the locality asked for: `not-asked`
   * without a locality, `not-loaded` without relative values or indices of the day, `absent` for a
   * service that the schedule does not price.
   */
  medicare: z.enum(["found", "absent", "not-loaded", "not-asked"]),
  medicareNonfacilityCents: centsSchema.nullable(),
  medicareFacilityCents: centsSchema.nullable(),
});
export type FeeScheduleAnswer = z.infer<typeof feeScheduleRowSchema>;
