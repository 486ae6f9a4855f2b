import { z } from "zod";
import { centsSchema, dateSchema } from "../../masters/answer-schemas.ts";

/** How a measure may be split; `step` only for leakage. */
export const breakdowns = [
  "payer",
  "stage",
  "category",
  "code",
  "process",
  "provider",
  "facility",
] as const;

export const breakdownSchema = z.enum(breakdowns);

export type Breakdown = (typeof breakdowns)[number];

export const measureAnswerSchema = z.object({
  measure: z.string(),
  by: z.string().nullable(),
  key: z.string().nullable(),
  /** The key in words: a payer's name, a reason's label. */
  label: z.string().nullable(),
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  asOf: dateSchema,
  unit: z.enum(["share", "days", "cents", "count"]),
  formula: z.string(),
  dateBasis: z.string(),
  /** Benchmark: `floor` is what must be reached, `top` what the best reach. */
  target: z
    .object({
      floor: z.number(),
      top: z.number().nullable(),
      better: z.enum(["higher", "lower"]),
      source: z.string(),
    })
    .nullable(),
  /** Why there is no value: which input is missing. */
  why: z.object({ code: z.string(), text: z.string() }).nullable(),
  /** What limits the value although it could be computed. */
  remark: z.string().nullable(),
  /** A sum beside the value: what the counted denials are worth. */
  cents: centsSchema.nullable(),
  /** Name of the figure whose rows prove it; see /report/rows. */
  figure: z.string().nullable(),
});

export type MeasureAnswer = z.infer<typeof measureAnswerSchema>;

const denialGroupSchema = z.object({
  key: z.string(),
  label: z.string(),
  count: z.int(),
  cents: centsSchema,
});

export type DenialGroup = z.infer<typeof denialGroupSchema>;

export const reportSchema = z.object({
  asOf: dateSchema,
  read: z.object({
    files: z.int(),
    refused: z.int(),
    withIssues: z.int(),
    duplicates: z.int(),
    periodFrom: dateSchema.nullable(),
    periodThrough: dateSchema.nullable(),
    claims: z.int(),
    remittances: z.int(),
    /** Files that were refused, with the reason; at most 20. */
    refusals: z.array(
      z.object({
        fileId: z.uuid(),
        name: z.string(),
        reasonCode: z.string().nullable(),
        reason: z.string().nullable(),
      }),
    ),
  }),
  money: z.object({
    charged: centsSchema,
    allowed: centsSchema,
    paid: centsSchema,
    contractual: centsSchema,
    patient: centsSchema,
    denied: centsSchema,
    open: centsSchema,
    /** Signed steps that sum to charged. */
    waterfall: z.array(z.object({ step: z.string(), cents: centsSchema, figure: z.string() })),
  }),
  /** Twelve months of service ending with the as-of date, each as it stands now. */
  trend: z.array(
    z.object({
      month: z.string(),
      chargedCents: centsSchema,
      paidCents: centsSchema,
      deniedCents: centsSchema,
    }),
  ),
  measures: z.array(measureAnswerSchema),
  denials: z.object({
    count: z.int(),
    claims: z.int(),
    cents: centsSchema,
    openCents: centsSchema,
    preventableCents: centsSchema,
    dueWithin7DaysCount: z.int(),
    dueWithin7DaysCents: centsSchema,
    byStage: z.array(denialGroupSchema),
    /** Stage × process of the cause, the costliest first. */
    byOrigin: z.array(
      z.object({
        stage: z.string(),
        process: z.string(),
        count: z.int(),
        cents: centsSchema,
      }),
    ),
    byCategory: z.array(denialGroupSchema),
    byReason: z.array(denialGroupSchema),
    byPayer: z.array(denialGroupSchema),
    /** Payer × reason, the twenty largest. */
    byPayerAndReason: z.array(
      z.object({
        payerKey: z.string(),
        payer: z.string(),
        reasonCode: z.string(),
        label: z.string(),
        count: z.int(),
        cents: centsSchema,
      }),
    ),
  }),
  aging: z.object({
    buckets: z.array(
      z.object({
        bucket: z.enum(["0-30", "31-60", "61-90", "91-120", ">120", "undated"]),
        insuranceCents: centsSchema,
        patientCents: centsSchema,
        claims: z.int(),
      }),
    ),
    insuranceCents: centsSchema,
    patientCents: centsSchema,
    creditInsuranceCents: centsSchema,
    creditPatientCents: centsSchema,
  }),
  payers: z.array(
    z.object({
      payerId: z.int(),
      key: z.string(),
      name: z.string(),
      claims: z.int(),
      chargedCents: centsSchema,
      allowedCents: centsSchema,
      paidCents: centsSchema,
      openCents: centsSchema,
      deniedCents: centsSchema,
      initialDenialRate: z.number().nullable(),
      medianDaysToPayment: z.number().nullable(),
    }),
  ),
  unexplained: z.object({
    suspenseCents: centsSchema,
    unappliedCashCents: centsSchema,
    unmatchedReversalCents: centsSchema,
    recoupmentCents: centsSchema,
    unmatchedClaims: z.int(),
    unmatchedClaimsCents: centsSchema,
    heldRemittances: z.int(),
    heldCents: centsSchema,
    quarantinedRemittances: z.int(),
    quarantinedCents: centsSchema,
    /** Null when no bank file was read. */
    unmatchedDeposits: z.int().nullable(),
    unmatchedDepositsCents: centsSchema.nullable(),
    remittancesWithoutDeposit: z.int().nullable(),
    remittancesWithoutDepositCents: centsSchema.nullable(),
  }),
  /** What to do first: at most five, by dollars. */
  first: z.array(
    z.object({
      code: z.string(),
      values: z.record(z.string(), z.union([z.string(), z.number()])),
      count: z.int(),
      cents: centsSchema,
      role: z.string(),
      figure: z.string(),
      /** Narrows the figure to these rows: any of payer, stage, category, code. */
      filter: z.partialRecord(breakdownSchema, z.string()),
    }),
  ),
});

export type ReportAnswer = z.infer<typeof reportSchema>;

/** One row that a figure counts. `value` is what it adds: 1 for a count, cents or days otherwise. */
export const reportRowSchema = z.object({
  id: z.string(),
  kind: z.enum([
    "claim",
    "line",
    "denial",
    "remittance-claim",
    "remittance",
    "account",
    "deposit",
    "charge",
  ]),
  value: z.number(),
  cents: centsSchema.nullable(),
  days: z.int().nullable(),
  on: dateSchema.nullable(),
  claimId: z.int().nullable(),
  patientControlNumber: z.string().nullable(),
  patientName: z.string().nullable(),
  lineNumber: z.int().nullable(),
  remittanceId: z.int().nullable(),
  payer: z.string().nullable(),
  state: z.string().nullable(),
  groupCode: z.string().nullable(),
  reasonCode: z.string().nullable(),
  category: z.string().nullable(),
  stage: z.string().nullable(),
  label: z.string().nullable(),
});

export type ReportRow = z.infer<typeof reportRowSchema>;
