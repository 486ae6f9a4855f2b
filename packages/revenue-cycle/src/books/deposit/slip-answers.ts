import { z } from "zod";
import { centsSchema, dateSchema, instantSchema } from "../../masters/answer-schemas.ts";

/** A payment of a patient that the practice holds and that is on no slip yet. */
export const undepositedSchema = z.object({
  paymentId: z.int(),
  paidOn: dateSchema,
  payer: z.string(),
  /** Key of the account that paid, such as `p12`. */
  account: z.string().nullable(),
  method: z.string(),
  /** Number of the check. */
  reference: z.string(),
  receipt: z.string(),
  takenBy: z.string(),
  cents: centsSchema,
  /** Days since it was taken, on the practice's business date. */
  ageDays: z.int(),
});

export type UndepositedAnswer = z.infer<typeof undepositedSchema>;

const slipStates = ["no-deposit", "agrees", "taken-back"] as const;

export const slipStateSchema = z.enum(slipStates);

export const slipSchema = z.object({
  id: z.int(),
  number: z.string(),
  depositedOn: dateSchema,
  cents: centsSchema,
  payments: z.int(),
  state: slipStateSchema,
  /** Who made it out, and when. */
  made: z.object({ by: z.string(), at: instantSchema }),
  takenBack: z.object({ by: z.string(), on: dateSchema, reason: z.string() }).nullable(),
  /** The bank's line that shows it. */
  deposit: z.object({ id: z.int(), on: dateSchema, traceNumber: z.string() }).nullable(),
  /** Who tied it to the bank's line; empty where its number or its amount did, or nobody yet. */
  matchedBy: z.string(),
});

export type SlipAnswer = z.infer<typeof slipSchema>;

/** A slip with what is on it, and the lines of the bank of exactly its amount that nothing explains. */
export const slipPageSchema = slipSchema.extend({
  items: z.array(
    undepositedSchema.omit({ ageDays: true }).extend({ reversedOn: dateSchema.nullable() }),
  ),
  suggestions: z.array(
    z.object({ depositId: z.int(), on: dateSchema, traceNumber: z.string(), payer: z.string() }),
  ),
});

export type SlipPage = z.infer<typeof slipPageSchema>;
