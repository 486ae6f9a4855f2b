import { codeSetNames } from "@headwater/code-sets";
import { z } from "zod";
import { dateSchema, instantSchema } from "../answer-schemas.ts";

export const codeSetSchema = z.enum(codeSetNames);
export const codeStandings = ["valid", "heading", "not-yet", "ended"] as const;

/** A file that was handed in, with what became of it. */
export const codeSetFileSchema = z.object({
  id: z.int(),
  name: z.string(),
  codeSet: codeSetSchema.nullable(),
  variant: z.string(),
  part: z.int(),
  edition: z.string().nullable(),
  effectiveFrom: dateSchema.nullable(),
  effectiveTo: dateSchema.nullable(),
  rows: z.int(),
  verdict: z.enum([
    "reading",
    "read",
    "duplicate",
    "refused",
    "not-used",
    "superseded",
    "interrupted",
  ]),
  reasonCode: z.string().nullable(),
  reason: z.string().nullable(),
  line: z.int().nullable(),
  column: z.string().nullable(),
  loadedBy: z.string(),
  loadedAt: instantSchema,
  sha256: z.string().nullable(),
});
export type CodeSetFileAnswer = z.infer<typeof codeSetFileSchema>;

/** What became of a file at once. */
export const loadedCodeFileSchema = z.object({
  fileId: z.int(),
  file: z.string(),
  verdict: z.enum(["read", "duplicate", "refused", "not-used"]),
  codeSet: codeSetSchema.nullable(),
  variant: z.string(),
  part: z.int(),
  edition: z.string().nullable(),
  effectiveFrom: dateSchema.nullable(),
  effectiveTo: dateSchema.nullable(),
  rows: z.int(),
  reasonCode: z.string().nullable(),
  reason: z.string().nullable(),
  line: z.int().nullable(),
  column: z.string().nullable(),
});

/** Whether a set answers for the day, and with which edition. */
export const codeSetStateSchema = z.object({
  codeSet: codeSetSchema,
  variant: z.string(),
  state: z.enum(["in-force", "incomplete", "not-in-force", "not-loaded"]),
  edition: z.string().nullable(),
  effectiveFrom: dateSchema.nullable(),
  effectiveTo: dateSchema.nullable(),
  rows: z.int(),
  editions: z.int(),
});
export type CodeSetState = z.infer<typeof codeSetStateSchema>;

export const foundCodeSchema = z.object({
  codeSet: codeSetSchema,
  edition: z.string(),
  code: z.string(),
  label: z.string(),
  standing: z.enum(codeStandings),
  effectiveFrom: dateSchema.nullable(),
  effectiveTo: dateSchema.nullable(),
});
export type FoundCode = z.infer<typeof foundCodeSchema>;

const editionSchema = z.object({
  edition: z.string(),
  effectiveFrom: dateSchema,
  effectiveTo: dateSchema.nullable(),
});

const amountsSchema = z.object({
  locality: z.string(),
  nonfacilityCents: z.int().nullable(),
  facilityCents: z.int().nullable(),
});

/** Everything that is loaded about one code on one day. */
export const codeFactsSchema = z.object({
  code: z.string(),
  on: dateSchema,
  standings: z.array(
    z.object({
      codeSet: codeSetSchema,
      answer: z.enum(["not-loaded", "absent", ...codeStandings]),
      edition: editionSchema.nullable(),
      label: z.string().nullable(),
      effectiveFrom: dateSchema.nullable(),
      effectiveTo: dateSchema.nullable(),
      facts: z.record(z.string(), z.string()),
    }),
  ),
  notes: z.object({
    isLoaded: z.boolean(),
    rows: z.array(
      z.object({
        kind: z.string(),
        at: z.string(),
        character: z.string().nullable(),
        text: z.string(),
      }),
    ),
  }),
  mue: z.object({
    answer: z.enum(["not-loaded", "absent", "found"]),
    units: z.int().nullable(),
    adjudicationIndicator: z.int().nullable(),
    rationale: z.string().nullable(),
  }),
  relativeValues: z.object({
    answer: z.enum(["not-loaded", "absent", "found"]),
    rows: z.array(
      z.object({
        modifier: z.string(),
        status: z.string(),
        work: z.string(),
        nonfacilityPracticeExpense: z.string(),
        facilityPracticeExpense: z.string(),
        malpractice: z.string(),
        conversionFactor: z.string(),
        globalDays: z.string(),
        amounts: amountsSchema.nullable(),
      }),
    ),
  }),
});
export type CodeFacts = z.infer<typeof codeFactsSchema>;

/** What the edits say of two codes on one day, whichever of them is named first. */
export const codePairSchema = z.object({
  answer: z.enum(["not-loaded", "absent", "found"]),
  edition: z.string().nullable(),
  edits: z.array(
    z.object({
      column1: z.string(),
      column2: z.string(),
      modifierIndicator: z.int(),
      effectiveFrom: dateSchema,
      effectiveTo: dateSchema.nullable(),
      rationale: z.string(),
    }),
  ),
});

export type CodePair = z.infer<typeof codePairSchema>;

/** A Medicare locality, for amounts. */
export const localitySchema = z.object({
  /** Contractor and locality, such as `10112-00`. */
  id: z.string(),
  state: z.string(),
  name: z.string(),
});
