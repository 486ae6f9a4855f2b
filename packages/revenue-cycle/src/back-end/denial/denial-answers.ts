import { z } from "zod";
import {
  centsSchema,
  dateSchema,
  instantSchema,
  sourceSchema,
} from "../../masters/answer-schemas.ts";
import { claimDenialSchema } from "../../mid-cycle/claim/claim-answers.ts";
import { denialActions } from "./allowed-actions.ts";

export const denialRowSchema = z.object({
  id: z.int(),
  claimId: z.int(),
  patientControlNumber: z.string(),
  patientName: z.string(),
  payer: z.string(),
  procedureCode: z.string().nullable(),
  groupCode: z.string(),
  reasonCode: z.string(),
  remarkCodes: z.array(z.string()),
  /** What the payer said, in our own words. */
  reason: z.string(),
  cents: centsSchema,
  category: z.string(),
  stage: z.string(),
  process: z.string(),
  role: z.string(),
  nextAction: z.string(),
  deniedOn: dateSchema,
  /** The last day for an answer. */
  dueOn: dateSchema.nullable(),
  /** The day that a person set for the next look. */
  nextActionOn: dateSchema.nullable(),
  lastStep: z.string().nullable(),
  state: claimDenialSchema.shape.state,
  outcome: z.string().nullable(),
  recoveredCents: centsSchema,
});

export type DenialRow = z.infer<typeof denialRowSchema>;

export const stepAnswerSchema = z.object({
  id: z.int(),
  kind: z.string(),
  takenOn: dateSchema,
  nextActionOn: dateSchema.nullable(),
  level: z.string().nullable(),
  letter: z.string().nullable(),
  reason: z.string().nullable(),
  actor: z.string(),
  recordedAt: instantSchema,
  undoneAt: instantSchema.nullable(),
});

export type StepAnswer = z.infer<typeof stepAnswerSchema>;

export const workedDenialSchema = claimDenialSchema.extend({
  /** How the last day follows, by the rule that says what the reason means. */
  deadline: z
    .object({
      days: z.int(),
      basis: z.string(),
      rule: z.string(),
      note: z.string().nullable(),
      source: z.string().nullable(),
    })
    .nullable(),
});

export const denialCaseSchema = z.object({
  denialId: z.int(),
  claim: z.object({
    id: z.int(),
    patientControlNumber: z.string(),
    patientId: z.int(),
    patientName: z.string(),
    payer: z.string(),
    serviceFrom: dateSchema.nullable(),
    state: z.string(),
    payerClaimControlNumber: z.string().nullable(),
  }),
  denials: z.array(workedDenialSchema),
  openCents: centsSchema,
  /** The first last day for an answer among what is open. */
  deadline: dateSchema.nullable(),
  work: z
    .object({
      id: z.int(),
      role: z.string(),
      assignedTo: z.string().nullable(),
      due: dateSchema.nullable(),
      nextActionOn: dateSchema.nullable(),
    })
    .nullable(),
  actions: z.array(z.object({ action: z.enum(denialActions), isUsual: z.boolean() })),
  levels: z.array(z.object({ level: z.string(), decisionDays: z.int(), source: z.string() })),
  /** The claim that mends this one, once it was begun. */
  mending: z
    .object({
      claimId: z.int(),
      patientControlNumber: z.string(),
      purpose: z.string(),
      state: z.string(),
    })
    .nullable(),
  letter: z.string(),
  steps: z.array(stepAnswerSchema),
  evidence: z.array(sourceSchema),
  /** Of the work about it: what a step must name. */
  revision: z.int(),
});

export type DenialCaseAnswer = z.infer<typeof denialCaseSchema>;

const reason = z.string().trim().min(3).max(1000);

export const denialStepSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("appeal"),
    level: z.string().min(1).max(60),
    sentOn: dateSchema,
    answerDueOn: dateSchema,
    letter: z.string().trim().min(1).max(20_000).optional(),
  }),
  z.strictObject({
    kind: z.literal("send-records"),
    sentOn: dateSchema,
    answerDueOn: dateSchema,
    reason,
  }),
  z.strictObject({ kind: z.literal("wait"), until: dateSchema, reason }),
  z.strictObject({ kind: z.literal("bill-patient"), reason }),
  z.strictObject({ kind: z.literal("upheld"), on: dateSchema, reason }),
  z.strictObject({ kind: z.literal("close"), reason }),
]);

/** A step for many denials, each judged alone; or the preview of it. */
export const manyStepsSchema = z.strictObject({
  denials: z.array(z.int().positive()).min(1).max(200),
  step: denialStepSchema,
  /** Says what would happen and writes nothing. */
  isPreview: z.boolean(),
});

export const manyStepsAnswerSchema = z.object({
  /** Steps written, which an undo names. */
  steps: z.array(z.int()),
  taken: z.int(),
  cents: centsSchema,
  rows: z.array(z.object({ id: z.int(), outcome: z.string() })),
});

export type ManyStepsAnswer = z.infer<typeof manyStepsAnswerSchema>;

export const undoStepsSchema = z.strictObject({
  steps: z.array(z.int().positive()).min(1).max(200),
});

export const undoAnswerSchema = z.object({
  undone: z.int(),
  rows: z.array(z.object({ id: z.int(), outcome: z.string() })),
});

export type UndoAnswer = z.infer<typeof undoAnswerSchema>;
