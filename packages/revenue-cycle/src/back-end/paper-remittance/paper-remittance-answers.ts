import { z } from "zod";
import { centsSchema, dateSchema, instantSchema } from "../../masters/answer-schemas.ts";
import { paperMethods, paperStatuses } from "./paper-entry.ts";

const amount = z.string().max(20);

/** An entry as it is typed; what is wrong with it is told when it is posted. */
export const paperEntrySchema = z.strictObject({
  payerId: z.int().positive().nullable(),
  method: z.enum(paperMethods),
  traceNumber: z.string().max(50),
  paidOn: z.union([dateSchema, z.literal("")]),
  paid: amount,
  remark: z.string().max(500),
  claims: z
    .array(
      z.strictObject({
        claimId: z.int().positive(),
        statusCode: z.enum(paperStatuses),
        payerClaimNumber: z.string().max(50),
        paid: amount,
        lines: z
          .array(
            z.strictObject({
              lineNumber: z.int().min(1).max(999),
              allowed: amount,
              paid: amount,
              reasons: z.string().max(400),
            }),
          )
          .max(999),
      }),
    )
    .max(500),
  adjustments: z
    .array(
      z.strictObject({
        reasonCode: z.string().max(2),
        reference: z.string().max(50),
        amount,
      }),
    )
    .max(50),
});

export const paperClaimFactsSchema = z.object({
  claimId: z.int(),
  kind: z.string(),
  patientControlNumber: z.string(),
  patientLastName: z.string(),
  patientFirstName: z.string().nullable(),
  memberId: z.string().nullable(),
  payer: z.string(),
  coverageSequence: z.string(),
  filingIndicator: z.string().nullable(),
  billingProviderNpi: z.string(),
  serviceFrom: dateSchema.nullable(),
  lines: z.array(
    z.object({
      lineNumber: z.int(),
      lineItemControlNumber: z.string().nullable(),
      procedureCode: z.string().nullable(),
      modifiers: z.array(z.string()),
      revenueCode: z.string().nullable(),
      units: z.string().nullable(),
      serviceFrom: dateSchema.nullable(),
      chargedCents: centsSchema,
      openCents: centsSchema,
    }),
  ),
});

export const paperStateSchema = z.enum(["draft", "posted", "taken-back", "discarded"]);

export const paperSchema = z.object({
  id: z.int(),
  state: paperStateSchema,
  revision: z.int(),
  entry: paperEntrySchema,
  /** Of the claims that the entry names. */
  claims: z.array(paperClaimFactsSchema),
  remittanceId: z.int().nullable(),
  changedBy: z.string(),
  changedAt: instantSchema,
  takeBackReason: z.string().nullable(),
});

export type PaperAnswer = z.infer<typeof paperSchema>;

export const paperRowSchema = z.object({
  id: z.int(),
  state: paperStateSchema,
  payer: z.string().nullable(),
  traceNumber: z.string(),
  paidOn: z.string(),
  paid: z.string(),
  claims: z.int(),
  changedBy: z.string(),
  changedAt: instantSchema,
  remittanceId: z.int().nullable(),
});

export type PaperListRow = z.infer<typeof paperRowSchema>;
