import { z } from "zod";
import { centsSchema, dateSchema } from "../../masters/answer-schemas.ts";

/** What follows the last payer's answer; of the amounts and days those that the step has. */
const nextStepSchema = z.object({
  is: z.enum([
    "none",
    "denied",
    "crossover",
    "bill",
    "prepared",
    "waiting",
    "patient",
    "protected",
  ]),
  why: z.string().nullable(),
  /** The payer that it is about, by its place in the order. */
  rank: z.int().nullable(),
  cents: centsSchema.nullable(),
  since: dateSchema.nullable(),
  dueOn: dateSchema.nullable(),
  isOverdue: z.boolean(),
  isRejected: z.boolean(),
  /** A claim that was made and would be taken as it stands. */
  isClean: z.boolean(),
  /** A person decided that nobody else is asked. */
  isReleased: z.boolean(),
});

const priorAnswerSchema = z.object({
  rank: z.int(),
  answeredOn: dateSchema,
  payerClaimControlNumber: z.string().nullable(),
  chargedCents: centsSchema,
  paidCents: centsSchema,
  /** Adjustments that are nobody's to pay: charged less paid and left to the patient. */
  adjustedCents: centsSchema,
  patientCents: centsSchema,
  isForwarded: z.boolean(),
  /** By how much it differs from the charge; zero when it adds up. */
  imbalanceCents: centsSchema,
});

/** Where a claim stands on its way from payer to payer. */
export const nextPayerSchema = z.object({
  claimId: z.int(),
  kind: z.string(),
  next: nextStepSchema,
  /** Everybody who covers the patient, in the order in which they are asked. */
  payers: z.array(z.object({ rank: z.int(), name: z.string(), isOnClaim: z.boolean() })),
  billedRank: z.int(),
  prior: z.array(priorAnswerSchema),
  /** The claim to a next payer that was made last. */
  sending: z
    .object({
      number: z.int(),
      rank: z.int(),
      form: z.enum(["electronic", "paper"]),
      state: z.enum(["draft", "ready", "sent"]),
      madeOn: dateSchema,
      sentOn: dateSchema.nullable(),
      faults: z.array(
        z.object({
          code: z.string(),
          loop: z.string().nullable(),
          segmentId: z.string().nullable(),
          message: z.string(),
        }),
      ),
    })
    .nullable(),
});
export type NextPayerAnswer = z.infer<typeof nextPayerSchema>;

/** How the claim to the next payer goes out. */
export const billNextPayerSchema = z.strictObject({ form: z.enum(["electronic", "paper"]) });

/** On what a form is printed: its red stock, or plain paper with a grid of our own. */
export const paperFormSchema = z.object({
  paper: z.enum(["preprinted", "plain"]).default("preprinted"),
});

/** Why nobody else is asked. */
export const releaseToPatientSchema = z.strictObject({ reason: z.string().trim().min(3).max(200) });
