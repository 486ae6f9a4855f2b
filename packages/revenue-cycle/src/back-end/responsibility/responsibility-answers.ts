import { z } from "zod";
import { centsSchema, dateSchema } from "../../masters/answer-schemas.ts";
import { responsibilityDirections } from "./decide-responsibility.ts";

export const responsibilityTransferSchema = z.object({
  id: z.int(),
  lineNumber: z.int(),
  direction: z.enum(responsibilityDirections),
  cents: centsSchema,
  /** What of it the books hold: what payers said later may leave no room for all of it. */
  standingCents: centsSchema,
  reason: z.string(),
  movedOn: dateSchema,
  recordedBy: z.string(),
  undoneOn: dateSchema.nullable(),
  undoReason: z.string().nullable(),
});

export type ResponsibilityRow = z.infer<typeof responsibilityTransferSchema>;
