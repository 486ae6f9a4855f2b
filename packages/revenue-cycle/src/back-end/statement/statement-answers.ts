import { z } from "zod";
import { centsSchema, dateSchema } from "../../masters/answer-schemas.ts";
import { balanceAges } from "../patient-account/patient-account.ts";
import { statementLevels } from "../patient-account/patient-billing-settings.ts";
import { statementReasonCodes } from "./decide-statement.ts";

const leftOutSchema = z.object({
  claimId: z.int(),
  why: z.enum(["with-payer", "too-fresh"]),
  cents: centsSchema,
});

const agingSchema = z.record(z.enum(balanceAges), centsSchema);

/** Whether an account gets a statement, and else all that speaks against it. */
export const statementDecisionSchema = z.discriminatedUnion("is", [
  z.object({
    is: z.literal("send"),
    claimIds: z.array(z.int()),
    owedCents: centsSchema,
    unappliedCents: centsSchema,
    dueOn: dateSchema,
    level: z.enum(statementLevels),
    aging: agingSchema,
    leftOut: z.array(leftOutSchema),
  }),
  z.object({
    is: z.literal("not"),
    reasons: z.array(z.enum(statementReasonCodes)),
    owedCents: centsSchema,
    leftOut: z.array(leftOutSchema),
  }),
]);

export const statementStates = ["issued", "mailed", "void"] as const;

/** A statement in a list. */
export const statementRowSchema = z.object({
  id: z.int(),
  number: z.string(),
  runId: z.int(),
  account: z.string(),
  name: z.string(),
  issuedOn: dateSchema,
  dueOn: dateSchema,
  owedCents: centsSchema,
  claims: z.int(),
  state: z.enum(statementStates),
});
export type StatementRow = z.infer<typeof statementRowSchema>;

const visitSchema = z.object({
  claimId: z.int(),
  on: dateSchema.optional(),
  patient: z.string(),
  provider: z.string().optional(),
  payer: z.string(),
  services: z.array(z.object({ words: z.string(), chargedCents: centsSchema })),
  chargedCents: centsSchema,
  insurancePaidCents: centsSchema,
  adjustedCents: centsSchema,
  paidCents: centsSchema,
  owedCents: centsSchema,
  shares: z.array(z.object({ words: z.string(), cents: centsSchema })),
});

/** Everything that a statement says. */
export const statementContentSchema = z.object({
  version: z.literal(1),
  number: z.string(),
  account: z.string(),
  issuedOn: dateSchema,
  dueOn: dateSchema,
  level: z.enum(statementLevels),
  practice: z.object({
    name: z.string(),
    remitLines: z.array(z.string()),
    phone: z.string().optional(),
  }),
  addressee: z.object({ name: z.string(), lines: z.array(z.string()) }),
  visits: z.array(visitSchema),
  unappliedCents: centsSchema,
  owedCents: centsSchema,
  aging: agingSchema,
  messages: z.array(z.string()),
  waysToPay: z.array(z.string()),
  helpNotice: z.string(),
});

export const statementSchema = statementRowSchema.extend({
  content: statementContentSchema,
  voidReason: z.string().nullable(),
});
export type StatementAnswer = z.infer<typeof statementSchema>;

/** What a run would do, or did, with one account. */
export const statementRunRowSchema = z.object({
  account: z.string(),
  name: z.string(),
  owedCents: centsSchema,
  outcome: z.enum(["send", "not"]),
  reasons: z.array(z.enum(statementReasonCodes)),
  leftOut: z.array(leftOutSchema),
  /** The statement that was issued; null in a preview and where there is none. */
  statement: z.object({ id: z.int(), number: z.string() }).nullable(),
});
export type StatementRunRow = z.infer<typeof statementRunRowSchema>;

export const statementRunSchema = z.object({
  id: z.int().nullable(),
  issuedOn: dateSchema,
  mailedOn: dateSchema.nullable(),
  sends: z.int(),
  sendsCents: centsSchema,
  /** More accounts wait than a run takes; run again for them. */
  hasMore: z.boolean(),
  rows: z.array(statementRunRowSchema),
});
export type StatementRunAnswer = z.infer<typeof statementRunSchema>;
