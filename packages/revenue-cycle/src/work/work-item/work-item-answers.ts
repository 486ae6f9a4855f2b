import { z } from "zod";
import {
  centsSchema,
  dateSchema,
  instantSchema,
  sourceSchema,
} from "../../masters/answer-schemas.ts";

export const workItemSchema = z.object({
  id: z.int(),
  kind: z.string(),
  /** Code of the sentence that says why; `why` fills it. */
  whyCode: z.string(),
  /** The sentence in English. */
  whyText: z.string(),
  why: z.record(z.string(), z.unknown()),
  cents: centsSchema,
  due: dateSchema.nullable(),
  role: z.string(),
  subject: z.object({
    kind: z.string(),
    id: z.int(),
    /** A claim's patient control number or a remittance's trace number. */
    label: z.string().nullable(),
  }),
  /** Where in files the need shows. */
  evidence: z.array(sourceSchema),
  actions: z.array(z.string()),
  state: z.enum(["open", "closed"]),
  assignedTo: z.string().nullable(),
  revision: z.int(),
  createdAt: instantSchema,
  closedAt: instantSchema.nullable(),
  closedBy: z.string().nullable(),
  closeReason: z.string().nullable(),
});

export type WorkItemRow = z.infer<typeof workItemSchema>;

/** Assign it, or close it with a reason: one of the two, never both. */
export const workItemChangeSchema = z.union([
  z.strictObject({ assignedTo: z.string().min(1).max(200).nullable() }),
  z.strictObject({ close: z.strictObject({ reason: z.string().trim().min(3).max(1000) }) }),
]);

export type WorkItemChange = z.infer<typeof workItemChangeSchema>;

/** What is done to many items at once: one of the three. */
export const bulkChangeSchema = z.union([
  z.strictObject({ assignedTo: z.string().min(1).max(200).nullable() }),
  z.strictObject({ due: dateSchema.nullable() }),
  z.strictObject({ close: z.strictObject({ reason: z.string().trim().min(3).max(1000) }) }),
]);

export type BulkChange = z.infer<typeof bulkChangeSchema>;

const seenItemSchema = z.strictObject({ id: z.int().positive(), revision: z.int() });

export type SeenItem = z.infer<typeof seenItemSchema>;

export const bulkRequestSchema = z.strictObject({
  items: z.array(seenItemSchema).min(1).max(500),
  change: bulkChangeSchema,
  /** Says what would happen and writes nothing. */
  isPreview: z.boolean(),
});

const bulkOutcomes = [
  "changed",
  "work_unknown",
  "work_closed",
  "revision_changed",
  "work_not_closable",
] as const;

export type BulkOutcome = (typeof bulkOutcomes)[number];

export const bulkAnswerSchema = z.object({
  /** What an undo names; null when nothing was changed. */
  bulkChangeId: z.int().nullable(),
  changed: z.int(),
  /** What the changed items are worth. */
  cents: centsSchema,
  rows: z.array(z.object({ id: z.int(), outcome: z.enum(bulkOutcomes) })),
});

export type BulkAnswer = z.infer<typeof bulkAnswerSchema>;
