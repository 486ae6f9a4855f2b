import { z } from "zod";
import { centsSchema, instantSchema } from "../../masters/answer-schemas.ts";
import { patientSchema } from "../../masters/patient/patient-answers.ts";
import { type JoinedTable, joinedTables } from "./patient-join.ts";

const tables = joinedTables.map(({ table }) => table) as [JoinedTable, ...JoinedTable[]];

const sideSchema = z.object({
  patient: patientSchema,
  balanceCents: centsSchema,
  /** Rows of the patient by kind. */
  counts: z.record(z.enum(tables), z.int()),
  coverages: z.array(z.object({ payer: z.string(), memberId: z.string(), rank: z.int() })),
});
export type JoinSideAnswer = z.infer<typeof sideSchema>;

/** The patient who would stay beside the one who would go over. */
export const joinPreviewSchema = z.object({
  kept: sideSchema,
  joined: sideSchema,
  /** Coverages that both have, and that stand once. */
  sameCoverages: z.int(),
  /** Coverages for which there is no room. */
  leftCoverages: z.int(),
});
export type JoinPreview = z.infer<typeof joinPreviewSchema>;

export const joinRowSchema = z.object({
  id: z.int(),
  keptId: z.int(),
  joinedId: z.int(),
  joinedName: z.string(),
  reason: z.string(),
  joinedAt: instantSchema,
  joinedBy: z.string(),
  undoneAt: instantSchema.nullable(),
  undoneBy: z.string().nullable(),
  undoReason: z.string().nullable(),
});
export type JoinRow = z.infer<typeof joinRowSchema>;
