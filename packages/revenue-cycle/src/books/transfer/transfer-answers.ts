import { z } from "zod";
import {
  centsSchema,
  dateSchema,
  instantSchema,
  sourceSchema,
} from "../../masters/answer-schemas.ts";

export const transferRowSchema = z.object({
  id: z.int(),
  lineNumber: z.int().nullable(),
  debit: z.object({ kind: z.string(), name: z.string() }),
  credit: z.object({ kind: z.string(), name: z.string() }),
  cents: centsSchema,
  effectiveOn: dateSchema,
  lateFor: dateSchema.nullable(),
  recordedAt: instantSchema,
  groupCode: z.string().nullable(),
  reasonCode: z.string().nullable(),
  /** The transfer that this one takes back. */
  reverses: z.int().nullable(),
  cause: z.object({
    postingId: z.int(),
    kind: z.string(),
    claimId: z.int().nullable(),
    patientControlNumber: z.string().nullable(),
    remittanceId: z.int().nullable(),
    traceNumber: z.string().nullable(),
    /** The entry of paper that the remittance was typed in as. */
    paperId: z.int().nullable(),
    /** The deposit whose fee it is. */
    depositId: z.int().nullable(),
    /** Who: a person by name, or a program. */
    actor: z.string(),
    reason: z.string().nullable(),
    source: sourceSchema.nullable(),
  }),
});

export type TransferRow = z.infer<typeof transferRowSchema>;
