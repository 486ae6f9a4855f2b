import { z } from "zod";
import {
  centsSchema,
  dateSchema,
  instantSchema,
  sourceSchema,
} from "../../masters/answer-schemas.ts";

const optional = z.string().nullable();
const optionalDay = dateSchema.nullable();

export const benefitSchema = z.object({
  benefitNumber: z.int(),
  benefitCode: z.string(),
  coverageLevel: optional,
  serviceTypes: z.array(z.string()),
  insuranceType: optional,
  planDescription: optional,
  timePeriod: optional,
  cents: centsSchema.nullable(),
  share: optional,
  quantityQualifier: optional,
  quantity: optional,
  needsAuthorization: z.enum(["yes", "no", "unknown"]),
  network: z.enum(["in", "out", "both", "unknown"]),
  procedureCode: optional,
  effectiveFrom: optionalDay,
  effectiveTo: optionalDay,
  messages: z.array(z.string()),
  otherPayerName: optional,
  otherPayerId: optional,
  /** Its EB segment and what stands below it in the file of the answer. */
  segmentFrom: z.int().nullable(),
  segmentTo: z.int().nullable(),
});
export type BenefitAnswer = z.infer<typeof benefitSchema>;

export const eligibilityCheckSchema = z.object({
  id: z.int(),
  coverageId: z.int(),
  patientId: z.int(),
  payerId: z.int(),
  payer: z.string(),
  serviceDay: dateSchema,
  method: z.enum(["inquiry", "response", "person"]),
  traceNumber: optional,
  /** A 270 was written, to be downloaded. */
  hasRequest: z.boolean(),
  askedAt: instantSchema,
  askedBy: z.string(),
  outcome: z.enum(["waiting", "active", "inactive", "unknown", "failed"]),
  reasonCode: optional,
  /** The reason in words, and what helps. */
  reason: optional,
  next: optional,
  isTransient: z.boolean(),
  told: optional,
  answeredOn: optionalDay,
  planName: optional,
  planFrom: optionalDay,
  planTo: optionalDay,
  /** The answer in its file. */
  source: sourceSchema.nullable(),
  benefits: z.array(benefitSchema),
});
export type EligibilityCheckAnswer = z.infer<typeof eligibilityCheckSchema>;

export const askSchema = z.strictObject({
  coverageId: z.int().positive(),
  /** Day of service; the business date if absent. */
  day: dateSchema.optional(),
});

export const toldAnswerSchema = z.strictObject({
  coverageId: z.int().positive(),
  day: dateSchema.optional(),
  outcome: z.enum(["active", "inactive"]),
  told: z.string().trim().min(3).max(500),
  copayCents: centsSchema.min(0).max(10_000_000).nullable().default(null),
});
