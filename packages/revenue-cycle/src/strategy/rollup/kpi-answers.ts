import { z } from "zod";
import { centsSchema, dateSchema } from "../../masters/answer-schemas.ts";
import { measureAnswerSchema } from "../kpi/report-answers.ts";

/** How the measures of the page are split. */
export const kpiSplits = ["payer", "provider", "facility"] as const;
export type KpiSplit = (typeof kpiSplits)[number];

const monthValueSchema = z.object({
  month: z.string(),
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
});

const originSchema = z.object({
  stage: z.string(),
  process: z.string(),
  count: z.int(),
  cents: centsSchema,
});

export const kpiSchema = z.object({
  asOf: dateSchema,
  /** The months that are counted, both included; empty: all. */
  first: z.string(),
  last: z.string(),
  /** The day on which balances of the period are struck. */
  end: dateSchema,
  /** When the roll-ups were last brought up to date, and whether something was written since. */
  countedAt: z.string(),
  isBehind: z.boolean(),
  /** Whether everything was counted at least once; if not, the figures are still growing. */
  isComplete: z.boolean(),
  measures: z.array(measureAnswerSchema),
  /** Every measure month by month, the last being that of the as-of date. */
  trend: z.array(z.object({ measure: z.string(), months: z.array(monthValueSchema) })),
  /** Where the denials of the period began: stage and process, the costliest first. */
  denials: z.object({
    count: z.int(),
    cents: centsSchema,
    preventableCents: centsSchema,
    origins: z.array(originSchema),
    months: z.array(z.object({ month: z.string(), origins: z.array(originSchema) })),
  }),
});

export type KpiAnswer = z.infer<typeof kpiSchema>;
