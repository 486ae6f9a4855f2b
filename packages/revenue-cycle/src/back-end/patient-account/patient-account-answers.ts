import { z } from "zod";
import { allocationRules } from "../../books/patient-payment/allocate-payment.ts";
import { centsSchema, dateSchema } from "../../masters/answer-schemas.ts";
import { statementDecisionSchema, statementRowSchema } from "../statement/statement-answers.ts";
import { accountHoldKinds, patientWriteOffKinds } from "./patient-account.ts";
import type { statementLevels } from "./patient-billing-settings.ts";

const optional = z.string().nullable();

/** An account in the list of patient balances. */
export const patientBalanceSchema = z.object({
  account: z.string(),
  name: z.string(),
  phone: optional,
  patients: z.int(),
  /** Open of all claims, and what was paid and is given to none. */
  owedCents: centsSchema,
  unappliedCents: centsSchema,
  claims: z.int(),
  /** Since when the oldest part of it is the patient's; null where nothing is open. */
  oldestSince: dateSchema.nullable(),
  lastStatementOn: dateSchema.nullable(),
  holds: z.array(z.enum(accountHoldKinds)),
});
export type PatientBalance = z.infer<typeof patientBalanceSchema>;

/** A claim of an account as the books hold it, in cents. */
export const accountItemSchema = z.object({
  claimId: z.int(),
  patientControlNumber: z.string(),
  patientId: z.int(),
  patient: z.string(),
  payer: z.string(),
  provider: optional,
  serviceFrom: dateSchema.nullable(),
  state: z.string(),
  chargedCents: centsSchema,
  insurancePaidCents: centsSchema,
  adjustedCents: centsSchema,
  paidCents: centsSchema,
  forgivenCents: centsSchema,
  openPatientCents: centsSchema,
  openInsuranceCents: centsSchema,
  creditCents: centsSchema,
  badDebtCents: centsSchema,
  patientSince: dateSchema.nullable(),
  timesTold: z.int(),
  lastToldOn: dateSchema.nullable(),
  services: z.array(
    z.object({
      procedureCode: optional,
      label: optional,
      chargedCents: centsSchema,
      openPatientCents: centsSchema,
    }),
  ),
  /** What insurance left to the patient, by reason code. */
  shares: z.array(z.object({ reasonCode: optional, cents: centsSchema })),
});
export type AccountItemAnswer = z.infer<typeof accountItemSchema>;

export const accountPaymentSchema = z.object({
  id: z.int(),
  paidOn: dateSchema,
  cents: centsSchema,
  method: z.string(),
  place: optional,
  reference: optional,
  receipt: z.string(),
  takenBy: optional,
  leftCents: centsSchema,
  reversedOn: dateSchema.nullable(),
  reverseReason: optional,
  parts: z.array(
    z.object({
      /** Null for a payment that a file gave to its claim whole. */
      allocationId: z.int().nullable(),
      claimId: z.int(),
      patientControlNumber: z.string(),
      serviceFrom: dateSchema.nullable(),
      cents: centsSchema,
    }),
  ),
});
export type AccountPaymentAnswer = z.infer<typeof accountPaymentSchema>;

export const accountHoldSchema = z.object({
  id: z.int(),
  kind: z.enum(accountHoldKinds),
  reason: z.string(),
  heldOn: dateSchema,
  heldBy: z.string(),
  liftedOn: dateSchema.nullable(),
});

export const accountWriteOffSchema = z.object({
  id: z.int(),
  claimId: z.int(),
  patientControlNumber: z.string(),
  kind: z.enum(patientWriteOffKinds),
  cents: centsSchema,
  recoveredCents: centsSchema,
  reason: z.string(),
  writtenOffOn: dateSchema,
  writtenOffBy: z.string(),
  undoneOn: dateSchema.nullable(),
});

/** Everything about one account. */
export const patientAccountSchema = z.object({
  account: z.string(),
  name: z.string(),
  addressLines: z.array(z.string()),
  phone: optional,
  patients: z.array(z.object({ id: z.int(), name: z.string() })),
  owedCents: centsSchema,
  unappliedCents: centsSchema,
  items: z.array(accountItemSchema),
  payments: z.array(accountPaymentSchema),
  statements: z.array(statementRowSchema),
  holds: z.array(accountHoldSchema),
  writeOffs: z.array(accountWriteOffSchema),
  /** What a statement today would say, or why there is none. */
  statement: statementDecisionSchema,
});
export type PatientAccountAnswer = z.infer<typeof patientAccountSchema>;

const days = z.int().min(0).max(365);
const text = z.string().trim().min(1).max(600);

/** How a practice bills patients. */
export const billingSettingsSchema = z.strictObject({
  minimumCents: z.int().min(0).max(100_000),
  cycleDays: days,
  dueDays: days.min(1),
  settleDays: days,
  allocationRule: z.enum(allocationRules),
  messages: z.strictObject({ first: text, second: text, third: text, final: text }),
  waysToPay: z.array(text).max(6),
  helpNotice: text,
  writeOffLimits: z.partialRecord(
    z.enum(patientWriteOffKinds),
    z.record(z.string().max(40), z.int().min(0).max(1_000_000_00)),
  ),
}) satisfies z.ZodType<{ readonly messages: Record<(typeof statementLevels)[number], string> }>;

export const keptBillingSettingsSchema = billingSettingsSchema.extend({ revision: z.int() });
