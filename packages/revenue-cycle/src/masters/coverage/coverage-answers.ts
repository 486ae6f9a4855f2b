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

const text = (longest: number) => z.string().max(longest).default("");

/** A coverage as it is sent to be added or changed; what is not stated is empty. */
export const coverageDraftSchema = z.object({
  payerId: z.int().positive(),
  planId: z.int().positive().nullable().default(null),
  rank: z.int().min(-1000).max(1000),
  memberId: text(100),
  groupNumber: text(50),
  groupName: text(60),
  filingIndicator: text(3),
  medicareSecondaryType: text(3),
  relationship: text(3),
  subscriberLastName: text(60),
  subscriberFirstName: text(35),
  subscriberMiddleName: text(25),
  subscriberSuffix: text(10),
  subscriberDateOfBirth: text(10),
  subscriberGender: text(1),
  subscriberAddressLine1: text(55),
  subscriberAddressLine2: text(55),
  subscriberCity: text(30),
  subscriberState: text(10),
  subscriberPostalCode: text(20),
  casualtyClaimNumber: text(50),
  effectiveFrom: text(10),
  effectiveTo: text(10),
});

/** A patient's coverages by rank, and times in which their order has a hole. */
export const coveragesSchema = z.object({
  rows: z.array(coverageSchema),
  gaps: z.array(
    z.object({
      missingRank: z.int(),
      from: dateSchema.nullable(),
      to: dateSchema.nullable(),
    }),
  ),
});
export type CoveragesAnswer = z.infer<typeof coveragesSchema>;

/** Coverages in the order in which they are to be billed, each with the revision that was seen. */
export const coverageOrderSchema = z.object({
  order: z
    .array(z.object({ id: z.int().positive(), revision: z.int() }))
    .min(1)
    .max(11),
});

/** What a claim said of a coverage that is not on file, as it may be taken over. */
export const coverageSuggestionSchema = z.object({
  /** Null where the practice has no such payer yet. */
  payerId: z.int().nullable(),
  payer: z.string(),
  payerIdentifier: optional,
  sequence: z.string(),
  memberId: z.string(),
  filingIndicator: optional,
  medicareSecondaryType: optional,
  groupNumber: optional,
  groupName: optional,
  relationship: optional,
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
  /** The claim that said it first. */
  claimId: z.int(),
  patientControlNumber: z.string(),
  serviceFrom: dateSchema.nullable(),
  /** First and last service that was billed under it. */
  usedFrom: dateSchema.nullable(),
  usedThrough: dateSchema.nullable(),
});
export type CoverageSuggestion = z.infer<typeof coverageSuggestionSchema>;
