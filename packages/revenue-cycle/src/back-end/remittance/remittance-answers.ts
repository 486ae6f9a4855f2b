import { z } from "zod";
import { centsSchema, dateSchema, sourceSchema } from "../../masters/answer-schemas.ts";

export const remittanceVerdicts = [
  "posted",
  "recorded",
  "quarantined",
  "held",
  "duplicate",
  "refused",
] as const;

export const remittanceVerdictSchema = z.enum(remittanceVerdicts);

export const remittanceRowSchema = z.object({
  id: z.int(),
  traceNumber: z.string(),
  payer: z.string(),
  payerId: z.int(),
  paymentMethod: z.string(),
  effectiveOn: dateSchema.nullable(),
  paidCents: centsSchema,
  claims: z.int(),
  unmatchedClaims: z.int(),
  verdict: remittanceVerdictSchema,
  reasonCode: z.string().nullable(),
  /** A person typed it in from paper. */
  isPaper: z.boolean(),
});

export type RemittanceRow = z.infer<typeof remittanceRowSchema>;

/** One of the three balancing equations (domain of 005010X221A1 1.10.2): left must equal right. */
export const balanceEquationSchema = z.object({
  level: z.enum(["transaction", "claim", "line"]),
  claimNumber: z.int().nullable(),
  lineNumber: z.int().nullable(),
  left: centsSchema,
  right: centsSchema,
  differenceCents: centsSchema,
});

export type BalanceEquation = z.infer<typeof balanceEquationSchema>;

export const providerAdjustmentSchema = z.object({
  number: z.int(),
  providerId: z.string(),
  reasonCode: z.string(),
  label: z.string(),
  referenceId: z.string().nullable(),
  cents: centsSchema,
  accountKind: z.string(),
  /** The claim that the payer answered under the reference. */
  claim: z.object({ id: z.int(), patientControlNumber: z.string() }).nullable(),
  source: sourceSchema,
});

export const remittanceSchema = remittanceRowSchema.extend({
  handlingCode: z.string(),
  originatingCompanyId: z.string(),
  payeeNpi: z.string().nullable(),
  payeeTaxId: z.string().nullable(),
  producedOn: dateSchema.nullable(),
  claimsChargedCents: centsSchema,
  claimsPaidCents: centsSchema,
  providerAdjustmentCents: centsSchema,
  reason: z.string().nullable(),
  balance: z.object({
    equations: z.array(balanceEquationSchema),
    faults: z.array(z.record(z.string(), z.unknown())),
  }),
  providerAdjustments: z.array(providerAdjustmentSchema),
  /** The entry of paper that it was typed in as, who posted it and why. */
  paper: z.object({ id: z.int(), by: z.string(), remark: z.string() }).nullable(),
  deposit: z.object({ id: z.int(), depositedOn: dateSchema, cents: centsSchema }).nullable(),
  source: sourceSchema,
});

export type RemittanceAnswer = z.infer<typeof remittanceSchema>;

export const remittanceAdjustmentSchema = z.object({
  lineNumber: z.int(),
  groupCode: z.string(),
  reasonCode: z.string(),
  cents: centsSchema,
  treatment: z.string(),
  words: z.string(),
});

export const remittanceLineSchema = z.object({
  number: z.int(),
  lineNumber: z.int().nullable(),
  matchRule: z.string(),
  procedureCode: z.string().nullable(),
  modifiers: z.array(z.string()),
  revenueCode: z.string().nullable(),
  chargedCents: centsSchema,
  paidCents: centsSchema,
  allowedCents: centsSchema.nullable(),
  remarkCodes: z.array(z.string()),
  segmentFrom: z.int(),
  segmentTo: z.int(),
});

export const remittanceClaimSchema = z.object({
  number: z.int(),
  claimId: z.int().nullable(),
  /** How it was matched: control-number, normalised-number, truncated-number, payer-claim-number, by-person; empty while unmatched. */
  matchRule: z.string(),
  outcome: z.string(),
  patientControlNumber: z.string(),
  patientName: z.string().nullable(),
  statusCode: z.string(),
  chargedCents: centsSchema,
  paidCents: centsSchema,
  patientResponsibilityCents: centsSchema.nullable(),
  payerClaimControlNumber: z.string().nullable(),
  serviceFrom: dateSchema.nullable(),
  remarkCodes: z.array(z.string()),
  lines: z.array(remittanceLineSchema),
  adjustments: z.array(remittanceAdjustmentSchema),
  source: sourceSchema,
});

export type RemittanceClaimRow = z.infer<typeof remittanceClaimSchema>;

export const suggestedMatchSchema = z.object({
  claimId: z.int(),
  patientControlNumber: z.string(),
  patientName: z.string().nullable(),
  payer: z.string(),
  state: z.string(),
  serviceFrom: dateSchema.nullable(),
  chargedCents: centsSchema,
  openCents: centsSchema,
  score: z.int(),
  /** What agrees, the weightiest first. */
  reasons: z.array(
    z.enum(["number", "member", "service-date", "charge", "rendering", "patient-name"]),
  ),
});

export type SuggestedMatch = z.infer<typeof suggestedMatchSchema>;

/** What a match by a person came to; null after it was taken back. */
export const personMatchSchema = z.object({ claimId: z.int().nullable() });
