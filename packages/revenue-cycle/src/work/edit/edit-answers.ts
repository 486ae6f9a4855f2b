import { z } from "zod";
import { dateSchema, instantSchema } from "../../masters/answer-schemas.ts";
import { findingStates } from "./decide-findings.ts";
import { editStates, severities } from "./edit.ts";
import { collections, editStages } from "./fact-catalogue.ts";

/** A condition as JSON; its tree is checked by the parser, which tells every fault with its place. */
const treeSchema = z.record(z.string(), z.unknown());

const restrictionSchema = z.strictObject({
  payerIds: z.array(z.int()).max(200).optional(),
  linesOfBusiness: z.array(z.string().max(40)).max(200).optional(),
  planIds: z.array(z.int()).max(200).optional(),
  kinds: z.array(z.string().max(40)).max(200).optional(),
});

/** An edit as a person writes it. */
export const editDraftSchema = z.strictObject({
  code: z.string().max(100),
  stage: z.enum(editStages),
  each: z.enum(collections).optional(),
  condition: treeSchema,
  message: z.string().max(500),
  severity: z.enum(severities),
  ownerRole: z.string().max(40),
  field: z.string().max(60),
  effectiveFrom: z.string().max(20),
  effectiveTo: z.string().max(20).optional(),
  source: z.string().max(500),
  restriction: restrictionSchema.optional(),
});

export type EditDraft = z.infer<typeof editDraftSchema>;

/** Turns an edit on or off, or changes how severe it is; null takes the severity as written. */
export const editDecisionSchema = z
  .strictObject({
    state: z.enum(editStates).optional(),
    severity: z.enum(severities).nullable().optional(),
  })
  .refine((decision) => Object.keys(decision).length > 0);

export type EditDecision = z.infer<typeof editDecisionSchema>;

export const editRowSchema = z.object({
  code: z.string(),
  stage: z.enum(editStages),
  each: z.enum(collections).nullable(),
  severity: z.enum(severities),
  state: z.enum(editStates),
  ownerRole: z.string(),
  message: z.string(),
  field: z.string(),
  source: z.string(),
  effectiveFrom: dateSchema,
  effectiveTo: dateSchema.nullable(),
  /** Brought by the program. */
  isBuiltIn: z.boolean(),
  /** The practice changed its state or severity. */
  isChanged: z.boolean(),
  /** What it found that is open now, and all that it ever found. */
  open: z.int(),
  found: z.int(),
  revision: z.int(),
});

export type EditRow = z.infer<typeof editRowSchema>;

export const editSchema = editRowSchema.extend({
  condition: treeSchema,
  /** The condition in words, made from its tree. */
  words: z.string(),
  restriction: restrictionSchema.nullable(),
  /** As it was written, before the practice changed it. */
  writtenSeverity: z.enum(severities),
  versions: z.array(
    z.object({
      version: z.int(),
      effectiveFrom: dateSchema,
      effectiveTo: dateSchema.nullable(),
      recordedAt: instantSchema,
      actor: z.string(),
    }),
  ),
});

export type EditPage = z.infer<typeof editSchema>;

export const dryRunSchema = z.object({
  /** The condition in words. */
  words: z.string(),
  judged: z.int(),
  /** Claims about which it says something. */
  fires: z.int(),
  /** Of those, what the payers did: paid in full, or denied, cut or rejected. */
  firesPaid: z.int(),
  firesRefused: z.int(),
  notEvaluable: z.int(),
  /** Names of what was missing. */
  missing: z.array(z.string()),
  rows: z.array(
    z.object({
      claimId: z.int(),
      patientControlNumber: z.string(),
      serviceFrom: dateSchema.nullable(),
      payer: z.string().nullable(),
      outcome: z.string().nullable(),
      message: z.string(),
    }),
  ),
});

export type DryRun = z.infer<typeof dryRunSchema>;

export const findingSchema = z.object({
  id: z.int(),
  code: z.string(),
  stage: z.enum(editStages),
  subject: z.object({ kind: z.string(), id: z.int(), label: z.string().nullable() }),
  /** Position of the line or diagnosis, null for the whole. */
  place: z.int().nullable(),
  severity: z.enum(severities),
  ownerRole: z.string(),
  /** The fact whose field mends it. */
  field: z.string(),
  message: z.string(),
  state: z.enum(findingStates),
  foundAt: instantSchema,
  settledAt: instantSchema.nullable(),
  settledBy: z.string().nullable(),
  settleReason: z.string().nullable(),
});

export type FindingRow = z.infer<typeof findingSchema>;

/** A finding of one subject that is open, or that a person released. */
export const settledFindingSchema = z.object({
  code: z.string(),
  severity: z.enum(severities),
  message: z.string(),
  /** The fact that it is about. */
  field: z.string(),
  ownerRole: z.string(),
  state: z.enum(["open", "released"]),
  settledBy: z.string().nullable(),
  settleReason: z.string().nullable(),
});

export type SettledFinding = z.infer<typeof settledFindingSchema>;
