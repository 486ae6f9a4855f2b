import { z } from "zod";
import { centsSchema, dateSchema } from "../../masters/answer-schemas.ts";
import {
  balanceEquationSchema,
  providerAdjustmentSchema,
  remittanceAdjustmentSchema,
  remittanceClaimSchema,
  remittanceSchema,
  remittanceVerdictSchema,
} from "../remittance/remittance-answers.ts";

/** A movement that posting a set would enter. */
const previewedTransferSchema = z.object({
  /** The claim of the remittance that it follows from; null for what follows from no claim of it. */
  claimNumber: z.int().nullable(),
  claimId: z.int().nullable(),
  patientControlNumber: z.string().nullable(),
  lineNumber: z.int().nullable(),
  kind: z.string(),
  debit: z.string(),
  credit: z.string(),
  cents: centsSchema,
  groupCode: z.string().nullable(),
  reasonCode: z.string().nullable(),
  effectiveOn: dateSchema,
  lateFor: dateSchema.nullable(),
  /** It takes a transfer back that stands in the books. */
  takesBack: z.boolean(),
});

export type PreviewedTransfer = z.infer<typeof previewedTransferSchema>;

const previewedClaimSchema = remittanceClaimSchema
  .omit({ source: true, lines: true, adjustments: true })
  .extend({ adjustments: z.array(remittanceAdjustmentSchema) });

const previewedSetSchema = z.object({
  control: z.string(),
  verdict: remittanceVerdictSchema,
  reasonCode: z.string().nullable(),
  reason: z.string().nullable(),
  claims: z.int(),
  /** Null where the set leaves no remittance. */
  remittance: remittanceSchema
    .pick({
      traceNumber: true,
      payer: true,
      paymentMethod: true,
      effectiveOn: true,
      paidCents: true,
      unmatchedClaims: true,
    })
    .extend({
      balance: z.object({
        equations: z.array(balanceEquationSchema),
        faults: z.array(z.record(z.string(), z.unknown())),
      }),
      providerAdjustments: z.array(providerAdjustmentSchema.omit({ source: true })),
    })
    .nullable(),
  /** The first claims of the set, each with how it would be matched and what would become of it. */
  shownClaims: z.array(previewedClaimSchema),
  /** How every account would change, debit positive. */
  accounts: z.array(z.object({ kind: z.string(), cents: centsSchema })),
  transferCount: z.int(),
  /** The first transfers. */
  transfers: z.array(previewedTransferSchema),
  /** What would be left for a person. */
  work: z.array(z.object({ kind: z.string(), count: z.int(), cents: centsSchema })),
});

export type PreviewedSet = z.infer<typeof previewedSetSchema>;

export const previewSchema = z.object({
  /** The name of the file with the same bytes that was read before: nothing would be read. */
  readBeforeAs: z.string().nullable(),
  /** Sets of other kinds in the file, which move no money by themselves. */
  otherSets: z.int(),
  sets: z.array(previewedSetSchema),
});

export type PreviewAnswer = z.infer<typeof previewSchema>;
