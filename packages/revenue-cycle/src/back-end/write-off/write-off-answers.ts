import { z } from "zod";
import { centsSchema, dateSchema } from "../../masters/answer-schemas.ts";

export const writeOffSchema = z.object({
  id: z.int(),
  claimId: z.int(),
  patientControlNumber: z.string(),
  payer: z.string(),
  lineNumber: z.int(),
  /** What was given up; a payment after it may have taken some of its place. */
  cents: centsSchema,
  /** What of it the books hold now. */
  standingCents: centsSchema,
  reasonCode: z.string(),
  isAvoidable: z.boolean(),
  remark: z.string(),
  writtenOffOn: dateSchema,
  recordedBy: z.string(),
  approvalId: z.int().nullable(),
  undoneOn: dateSchema.nullable(),
  undoneBy: z.string().nullable(),
  undoReason: z.string().nullable(),
});

export type WriteOffRow = z.infer<typeof writeOffSchema>;

export const writeOffOutcomeSchema = z.object({
  claimId: z.int(),
  outcome: z.enum(["written-off", "waiting", "refused"]),
  cents: centsSchema,
  /** Why it was refused. */
  code: z.string().nullable(),
  approvalId: z.int().nullable(),
  /** The write-offs that were recorded, by which they can be undone. */
  writeOffIds: z.array(z.int()),
});

export const writeOffCandidateSchema = z.object({
  claimId: z.int(),
  patientControlNumber: z.string(),
  patientName: z.string(),
  payer: z.string(),
  serviceFrom: dateSchema.nullable(),
  /** What would be given up. */
  cents: centsSchema,
  /** Group and reason of its open denials, `CO-29`. */
  reasons: z.array(z.string()),
});

export type WriteOffCandidate = z.infer<typeof writeOffCandidateSchema>;

export type WriteOffOutcomeRow = z.infer<typeof writeOffOutcomeSchema>;
