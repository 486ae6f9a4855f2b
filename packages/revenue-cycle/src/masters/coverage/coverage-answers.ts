import { z } from "zod";
import { dateSchema } from "../answer-schemas.ts";

const optional = z.string().nullable();

export const coverageSchema = z.object({
  id: z.int(),
  patientId: z.int(),
  payerId: z.int(),
  payer: z.string(),
  /** What claims name the payer by; null for one known by its name alone. */
  payerIdentifier: optional,
  lineOfBusiness: optional,
  planId: z.int().nullable(),
  plan: optional,
  /** 1 is billed first. */
  rank: z.int(),
  memberId: z.string(),
  groupNumber: optional,
  groupName: optional,
  /** SBR09: of the coverage, else of its plan, else of its payer. */
  filingIndicator: optional,
  /** SBR05: why another payer stands before Medicare. */
  medicareSecondaryType: optional,
  /** The patient's relation to the subscriber; 18 is the patient himself. */
  relationship: z.string(),
  subscriberLastName: optional,
  subscriberFirstName: optional,
  subscriberMiddleName: optional,
  subscriberSuffix: optional,
  subscriberDateOfBirth: dateSchema.nullable(),
  subscriberGender: optional,
  subscriberAddressLine1: optional,
  subscriberAddressLine2: optional,
  subscriberCity: optional,
  subscriberState: optional,
  subscriberPostalCode: optional,
  casualtyClaimNumber: optional,
  effectiveFrom: dateSchema.nullable(),
  effectiveTo: dateSchema.nullable(),
  revision: z.int(),
});

/** A patient's right to a payer's money over a time. */
export type CoverageAnswer = z.infer<typeof coverageSchema>;
