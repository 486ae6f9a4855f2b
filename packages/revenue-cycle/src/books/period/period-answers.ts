import { z } from "zod";
import { centsSchema, dateSchema, instantSchema } from "../../masters/answer-schemas.ts";

/** A month in an address: `2026-03`. */
export const monthParameter = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

export const monthSchema = z.object({
  /** First day of the month. */
  month: dateSchema,
  isClosed: z.boolean(),
  /** The last change of it, if there was one. */
  changedBy: z.string().nullable(),
  changedAt: instantSchema.nullable(),
  reason: z.string().nullable(),
});

export type MonthAnswer = z.infer<typeof monthSchema>;

export const accountMonthSchema = z.object({
  kind: z.string(),
  name: z.string(),
  /** Balance before the month, what moved in it, balance at its end; debit positive. */
  openingCents: centsSchema,
  debitCents: centsSchema,
  creditCents: centsSchema,
  closingCents: centsSchema,
});

export type AccountMonth = z.infer<typeof accountMonthSchema>;

/** What is worth a look before a month is closed; none of it keeps the month open. */
export const monthQuestions = [
  "deposits-without-remittance",
  "remittances-without-deposit",
  "remittances-not-posted",
  "suspense",
  "unapplied-cash",
  "unmatched-reversal",
  "out-of-balance",
] as const;

export const monthQuestionSchema = z.object({
  question: z.enum(monthQuestions),
  count: z.int(),
  cents: centsSchema,
});

export type MonthQuestion = z.infer<typeof monthQuestionSchema>;

export const monthPageSchema = monthSchema.extend({
  accounts: z.array(accountMonthSchema),
  questions: z.array(monthQuestionSchema),
  /** Whether the bank's deposits are known at all: without any, none can be missing. */
  hasDeposits: z.boolean(),
});

export type MonthPage = z.infer<typeof monthPageSchema>;

export const journalRowSchema = z.object({
  on: dateSchema,
  kind: z.string(),
  debit: z.string(),
  credit: z.string(),
  transfers: z.int(),
  cents: centsSchema,
});

export type JournalRow = z.infer<typeof journalRowSchema>;
