import { z } from "zod";
import { instantSchema } from "../../masters/answer-schemas.ts";

export const fileVerdictSchema = z.enum([
  "waiting",
  "reading",
  "read",
  "issues",
  "refused",
  "duplicate",
]);

export const fileRowSchema = z.object({
  id: z.uuid(),
  importId: z.uuid(),
  name: z.string(),
  byteLength: z.int(),
  bytesRead: z.int(),
  kind: z.string(),
  verdict: fileVerdictSchema,
  reasonCode: z.string().nullable(),
  reason: z.string().nullable(),
  /** Public id of the file with the same bytes that was read before. */
  duplicateOf: z.uuid().nullable(),
  claims: z.int(),
  errors: z.int(),
  warnings: z.int(),
  receivedAt: instantSchema,
  finishedAt: instantSchema.nullable(),
});

export type FileRow = z.infer<typeof fileRowSchema>;

export const transactionSetSchema = z.object({
  id: z.int(),
  number: z.int(),
  kind: z.string(),
  version: z.string(),
  control: z.string(),
  groupControl: z.string(),
  interchangeControl: z.string(),
  senderId: z.string(),
  receiverId: z.string(),
  verdict: z.enum(["posted", "recorded", "quarantined", "held", "duplicate", "refused"]),
  reasonCode: z.string().nullable(),
  reason: z.string().nullable(),
  claims: z.int(),
  segmentFrom: z.int(),
  segmentTo: z.int(),
  errors: z.int(),
  warnings: z.int(),
  remittanceId: z.int().nullable(),
});

export type TransactionSetRow = z.infer<typeof transactionSetSchema>;

export const fileSchema = fileRowSchema.extend({
  sha256: z.string().nullable(),
  transactionSets: z.array(transactionSetSchema),
  /** True when the file holds more transaction sets than are listed here. */
  transactionSetsCut: z.boolean(),
});

export type FileAnswer = z.infer<typeof fileSchema>;

export const fileIssueSchema = z.object({
  number: z.int(),
  code: z.string(),
  severity: z.enum(["error", "warning", "information"]),
  snip: z.int().nullable(),
  interchange: z.string().nullable(),
  set: z.string().nullable(),
  loop: z.string().nullable(),
  segment: z.int().nullable(),
  segmentId: z.string().nullable(),
  line: z.int().nullable(),
  column: z.int().nullable(),
  element: z.int().nullable(),
  component: z.int().nullable(),
  message: z.string(),
  source: z.string(),
});

export type FileIssueRow = z.infer<typeof fileIssueSchema>;

export const describedSegmentSchema = z.object({
  number: z.int(),
  id: z.string(),
  name: z.string(),
  raw: z.string(),
  elements: z.array(
    z.object({
      position: z.string(),
      name: z.string(),
      value: z.string(),
      components: z.array(z.string()).optional(),
    }),
  ),
});

export type DescribedSegment = z.infer<typeof describedSegmentSchema>;

export const fileSegmentsSchema = z.object({
  segments: z.array(describedSegmentSchema),
  /** Segments of the whole file as far as its transaction sets tell. */
  total: z.int(),
});

export const outlineIssueSchema = z.object({
  segment: z.int(),
  code: z.string(),
  severity: z.enum(["error", "warning", "information"]),
  element: z.int().nullable(),
  component: z.int().nullable(),
  message: z.string(),
  source: z.string(),
});

export type OutlineIssue = z.infer<typeof outlineIssueSchema>;

export const outlineRowSchema = z.object({
  number: z.int(),
  id: z.string(),
  name: z.string(),
  raw: z.string(),
  /** 0 interchange, 1 group, 2 transaction set, 3 and more within a set. */
  depth: z.int(),
  /** The loops of the guide around it, the outermost first. */
  loops: z.array(z.object({ id: z.string(), name: z.string() })),
  opensLoop: z.boolean(),
  elements: z.array(
    z.object({
      position: z.string(),
      element: z.int(),
      component: z.int().nullable(),
      name: z.string(),
      value: z.string(),
    }),
  ),
  issues: z.array(outlineIssueSchema),
});

export type OutlineRow = z.infer<typeof outlineRowSchema>;

export const fileOutlineSchema = z.object({
  rows: z.array(outlineRowSchema),
  /** Whether the issues are those of full validation: not so far into a very large set. */
  judged: z.boolean(),
  /** Segments of the whole file as far as its transaction sets tell. */
  total: z.int(),
});

export type FileOutline = z.infer<typeof fileOutlineSchema>;

export const filePlaceSchema = z.object({
  /** The segment that was asked for; null when there is none. */
  segment: z.int().nullable(),
  /** Where a long search goes on; null at the end. */
  searchedTo: z.int().nullable(),
});

export type FilePlace = z.infer<typeof filePlaceSchema>;

export const importSchema = z.object({
  id: z.uuid(),
  finished: z.boolean(),
  createdAt: instantSchema,
  files: z.array(fileRowSchema),
});

export type ImportAnswer = z.infer<typeof importSchema>;
