import { z } from "zod";
import {
  centsSchema,
  dateSchema,
  instantSchema,
  sourceSchema,
} from "../../masters/answer-schemas.ts";

/** States of a claim, in the order of its life. */
export const claimStates = [
  "draft",
  "held",
  "ready",
  "submitted",
  "rejected",
  "accepted",
  "pending",
  "paid",
  "partly-paid",
  "denied",
  "forwarded",
  "patient",
  "closed",
  "replaced",
  "void",
] as const;

export const claimStateSchema = z.enum(claimStates);

/**
 * What a claim or line stands at, all zero or more:
 * charged + incentive = insurancePaid + contractual + writtenOff + withheld + patientResponsibility
 * + openInsurance - creditInsurance, and patientResponsibility = patientPaid + patientForgiven
 * + openPatient - creditPatient. `denied` is the part of openInsurance that a payer refused.
 */
export const claimCentsSchema = z.object({
  charged: centsSchema,
  incentive: centsSchema,
  insurancePaid: centsSchema,
  contractual: centsSchema,
  writtenOff: centsSchema,
  withheld: centsSchema,
  patientResponsibility: centsSchema,
  patientPaid: centsSchema,
  patientForgiven: centsSchema,
  openInsurance: centsSchema,
  denied: centsSchema,
  openPatient: centsSchema,
  creditInsurance: centsSchema,
  creditPatient: centsSchema,
});

export type ClaimCents = z.infer<typeof claimCentsSchema>;

export const claimRowSchema = z.object({
  id: z.int(),
  patientControlNumber: z.string(),
  version: z.int(),
  kind: z.enum(["professional", "institutional", "dental"]),
  patientName: z.string(),
  payer: z.string(),
  payerId: z.int(),
  serviceFrom: dateSchema.nullable(),
  serviceThrough: dateSchema.nullable(),
  submittedOn: dateSchema.nullable(),
  /** The last day on which a claim may be filed that is not filed yet, where a limit is known. */
  fileBy: dateSchema.nullable(),
  state: claimStateSchema,
  chargedCents: centsSchema,
  insurancePaidCents: centsSchema,
  contractualCents: centsSchema,
  patientResponsibilityCents: centsSchema,
  openInsuranceCents: centsSchema,
  deniedCents: centsSchema,
  openPatientCents: centsSchema,
});

export type ClaimRow = z.infer<typeof claimRowSchema>;

export const claimDenialSchema = z.object({
  id: z.int(),
  lineNumber: z.int(),
  procedureCode: z.string().nullable(),
  groupCode: z.string(),
  reasonCode: z.string(),
  remarkCodes: z.array(z.string()),
  cents: centsSchema,
  category: z.string(),
  stage: z.string(),
  process: z.string(),
  role: z.string(),
  preventable: z.string(),
  nextAction: z.string(),
  dueOn: dateSchema.nullable(),
  deniedOn: dateSchema,
  isInitial: z.boolean(),
  state: z.enum(["open", "reversed", "superseded", "closed"]),
  /** What came of it: overturned, partly-overturned, upheld, closed; null while nobody knows. */
  outcome: z.string().nullable(),
  outcomeOn: dateSchema.nullable(),
  /** The later remittance that says so. */
  outcomeRemittanceId: z.int().nullable(),
  /** What the payer paid on the line after it had refused. */
  recoveredCents: centsSchema,
  /** What the payer said, in our own words; a code we do not know says so. */
  words: z.object({
    group: z.string(),
    reason: z.string(),
    remarks: z.array(z.object({ code: z.string(), label: z.string() })),
    isKnown: z.boolean(),
  }),
  remittanceId: z.int(),
  source: sourceSchema,
});

export type ClaimDenial = z.infer<typeof claimDenialSchema>;

export const claimLineSchema = z.object({
  lineNumber: z.int(),
  lineItemControlNumber: z.string().nullable(),
  procedureCode: z.string().nullable(),
  modifiers: z.array(z.string()),
  revenueCode: z.string().nullable(),
  units: z.string().nullable(),
  placeOfService: z.string().nullable(),
  serviceFrom: dateSchema.nullable(),
  serviceThrough: dateSchema.nullable(),
  cents: claimCentsSchema,
});

export type ClaimLine = z.infer<typeof claimLineSchema>;

/** What must happen next with a claim, as its open work items say. */
export const claimNextSchema = z.object({
  workItemId: z.int(),
  kind: z.string(),
  whyCode: z.string(),
  whyText: z.string(),
  why: z.record(z.string(), z.unknown()),
  cents: centsSchema,
  due: dateSchema.nullable(),
  role: z.string(),
  actions: z.array(z.string()),
});

const claimReferenceSchema = z.object({
  id: z.int(),
  patientControlNumber: z.string(),
  version: z.int(),
});

export const claimSchema = claimRowSchema.extend({
  revision: z.int(),
  frequencyCode: z.string(),
  billingProviderNpi: z.string(),
  billingProviderName: z.string().nullable(),
  renderingNpi: z.string().nullable(),
  coverageSequence: z.string(),
  furtherPayers: z.int(),
  filingIndicator: z.string().nullable(),
  memberId: z.string().nullable(),
  dateOfBirth: dateSchema.nullable(),
  facilityCode: z.string().nullable(),
  diagnosisCodes: z.array(z.string()),
  priorAuthorization: z.string().nullable(),
  payerClaimControlNumber: z.string().nullable(),
  originalPayerClaimControlNumber: z.string().nullable(),
  acceptedOn: dateSchema.nullable(),
  rejectedOn: dateSchema.nullable(),
  firstAdjudicatedOn: dateSchema.nullable(),
  firstOutcome: z.string().nullable(),
  firstPaidOn: dateSchema.nullable(),
  cents: claimCentsSchema,
  /** Line 0 stands for the claim as a whole. */
  lines: z.array(claimLineSchema),
  denials: z.array(claimDenialSchema),
  replaces: claimReferenceSchema.nullable(),
  replacedBy: claimReferenceSchema.nullable(),
  next: z.array(claimNextSchema),
  /** Where its file says it; null before it is sent. */
  source: sourceSchema.nullable(),
});

export type ClaimAnswer = z.infer<typeof claimSchema>;

export const claimEventSchema = z.object({
  id: z.string(),
  kind: z.enum([
    "submission",
    "acknowledgment",
    "claim-acknowledgment",
    "remittance",
    "posting",
    "note",
    "event",
  ]),
  /** Code of the sentence, for the catalogue of strings, and what fills it. */
  title: z.string(),
  values: z.record(z.string(), z.unknown()),
  on: dateSchema.nullable(),
  recordedAt: instantSchema,
  cents: centsSchema.nullable(),
  actor: z.string().nullable(),
  remittanceId: z.int().nullable(),
  source: sourceSchema.nullable(),
});

export type ClaimEvent = z.infer<typeof claimEventSchema>;
