import { z } from "zod";
import { centsSchema, dateSchema, instantSchema } from "../../masters/answer-schemas.ts";

const unknownCents = centsSchema.nullable();

export const estimateInputSchema = z.object({
  name: z.enum([
    "price",
    "allowed",
    "copay",
    "coinsurance",
    "deductible-remaining",
    "out-of-pocket-remaining",
  ]),
  /** The procedure a price is for. */
  procedureCode: z.string().nullable(),
  is: z.enum(["stated", "not-stated", "unclear"]),
  cents: unknownCents,
  /** Decimal text of a share. */
  share: z.string().nullable(),
  /** charge-item:ID, fee-schedule, or eligibility. */
  source: z.string(),
  /** Numbers of the benefits that it rests on. */
  benefits: z.array(z.int()),
  /** The day that the figure is of. */
  asOf: dateSchema.nullable(),
});
export type EstimateInput = z.infer<typeof estimateInputSchema>;

export const estimateLineSchema = z.object({
  procedureCode: z.string(),
  modifiers: z.string(),
  units: z.int(),
  chargedCents: unknownCents,
  allowedCents: unknownCents,
  patientCents: unknownCents,
  missing: z.array(z.string()),
  steps: z.array(z.object({ what: z.string(), arithmetic: z.string(), cents: centsSchema })),
});

export const estimateSchema = z.object({
  kind: z.enum(["insured", "good-faith"]),
  lines: z.array(estimateLineSchema),
  chargedCents: unknownCents,
  allowedCents: unknownCents,
  /** Null: it cannot be said; `missing` names what it wants. */
  patientCents: unknownCents,
  missing: z.array(z.string()),
  assumptions: z.array(z.string()),
  inputs: z.array(estimateInputSchema),
  /** By when the patient must have it, where the law says so. */
  dueOn: dateSchema.nullable(),
});
export type EstimateAnswer = z.infer<typeof estimateSchema>;

export const keptEstimateSchema = estimateSchema.extend({
  id: z.int(),
  madeOn: dateSchema,
  madeAt: instantSchema,
  madeBy: z.string(),
});
export type KeptEstimate = z.infer<typeof keptEstimateSchema>;
