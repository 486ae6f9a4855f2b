import { z } from "zod";
import { dateSchema, sourceSchema } from "../../masters/answer-schemas.ts";
import { authorizationKinds, authorizationStates, unitKinds } from "./authorization.ts";
import { reviewOutcomes } from "./read-review.ts";

const id = z.int().positive();
const text = (longest: number) => z.string().max(longest).default("");

export const authorizationDraftSchema = z.object({
  coverageId: id,
  providerId: id.nullable().default(null),
  kind: z.enum(authorizationKinds).default("authorization"),
  state: z.enum(authorizationStates),
  number: text(60),
  procedureCodes: z.array(z.string().max(20)).max(100).default([]),
  unitKind: z.enum(unitKinds).default("units"),
  approvedUnits: z.int().min(0).max(99_999).nullable().default(null),
  requestedOn: text(10),
  decidedOn: text(10),
  effectiveFrom: text(10),
  effectiveTo: text(10),
  reason: text(500),
});

const optional = z.string().nullable();
const optionalDay = dateSchema.nullable();

export const authorizationSchema = z.object({
  id: z.int(),
  patientId: z.int(),
  patient: z.string(),
  payerId: z.int(),
  payer: z.string(),
  coverageId: z.int(),
  memberId: z.string(),
  providerId: z.int().nullable(),
  provider: optional,
  kind: z.enum(authorizationKinds),
  state: z.enum(authorizationStates),
  number: optional,
  procedureCodes: z.array(z.string()),
  unitKind: z.enum(unitKinds),
  /** Null: not limited. */
  approvedUnits: z.int().nullable(),
  /** Taken by visits that were, by visits that are planned, and what is left of the approved. */
  usedUnits: z.int(),
  plannedUnits: z.int(),
  remainingUnits: z.int().nullable(),
  requestedOn: optionalDay,
  decidedOn: optionalDay,
  effectiveFrom: optionalDay,
  effectiveTo: optionalDay,
  reason: optional,
  revision: z.int(),
});
export type AuthorizationAnswer = z.infer<typeof authorizationSchema>;

/** An authorization with every visit that takes of it. */
export const authorizationLedgerSchema = authorizationSchema.extend({
  uses: z.array(
    z.object({
      appointmentId: z.int(),
      day: dateSchema,
      isPlanned: z.boolean(),
      units: z.int(),
    }),
  ),
});
export type AuthorizationLedgerAnswer = z.infer<typeof authorizationLedgerSchema>;

export const askAuthorizationSchema = z.strictObject({
  /** How much is asked for; what was asked before, or stands on the authorization, if absent. */
  units: z.int().min(1).max(99_999).optional(),
  /** The patient would be harmed by waiting: payers answer sooner. */
  isUrgent: z.boolean().optional(),
});

/** A question to a payer about an authorization (278) with what it answered. */
const questionSchema = z.object({
  id: z.int(),
  kind: z.enum(["request", "verification"]),
  isUrgent: z.boolean(),
  askedUnits: z.int().nullable(),
  askedOn: dateSchema,
  outcome: z.enum(["waiting", ...reviewOutcomes]),
  answeredOn: optionalDay,
  actionCode: optional,
  reasonCode: optional,
  followUpCode: optional,
  payerReference: optional,
  wantsInformation: z.boolean(),
  messages: z.array(z.string()),
  source: sourceSchema.nullable(),
});
export type AuthorizationQuestionAnswer = z.infer<typeof questionSchema>;

/** An authorization with what takes of it and what its payer was asked, the newest first. */
export const authorizationViewSchema = authorizationLedgerSchema.extend({
  questions: z.array(questionSchema),
});
export type AuthorizationViewAnswer = z.infer<typeof authorizationViewSchema>;
