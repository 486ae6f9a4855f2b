import { z } from "zod";
import { centsSchema, dateSchema, instantSchema } from "../../masters/answer-schemas.ts";

export const batchSchema = z.object({
  id: z.int(),
  publicId: z.uuid(),
  state: z.enum(["prepared", "sent"]),
  fileName: z.string(),
  fileId: z.uuid(),
  connection: z.string(),
  connectionId: z.int(),
  interchangeControlNumber: z.int(),
  claims: z.int(),
  cents: centsSchema,
  preparedOn: dateSchema,
  sentAt: instantSchema.nullable(),
  /** How often the same bytes were handed over. */
  sendings: z.int(),
  answers: z.object({ submitted: z.int(), accepted: z.int(), rejected: z.int() }),
});
export type BatchAnswer = z.infer<typeof batchSchema>;

export const batchClaimSchema = z.object({
  id: z.int(),
  patientControlNumber: z.string(),
  patientName: z.string(),
  payer: z.string(),
  serviceFrom: dateSchema.nullable(),
  state: z.string(),
  chargedCents: centsSchema,
  purpose: z.enum(["original", "resend", "replacement", "void", "next-payer"]),
});
export type BatchClaim = z.infer<typeof batchClaimSchema>;

export const readyConnectionSchema = z.object({
  connectionId: z.int(),
  connection: z.string(),
  isTest: z.boolean(),
  claims: z.int(),
  cents: centsSchema,
  /** The first 5,000: what one batch holds. */
  claimIds: z.array(z.int()),
  payers: z.array(z.object({ payer: z.string(), claims: z.int(), cents: centsSchema })),
});
export type ReadyConnection = z.infer<typeof readyConnectionSchema>;

const identifier = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9 ._-]{1,15}$/);

/** A connection as it is sent to be added or changed. */
export const connectionDraftSchema = z.object({
  name: z.string().trim().min(1).max(60),
  /** One plain name inside the configured folder. */
  folder: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$/),
  senderQualifier: z
    .string()
    .regex(/^[A-Z0-9]{2}$/)
    .default("ZZ"),
  senderId: identifier,
  receiverQualifier: z
    .string()
    .regex(/^[A-Z0-9]{2}$/)
    .default("ZZ"),
  receiverId: identifier,
  receiverName: z.string().trim().min(1).max(60),
  isTest: z.boolean().default(false),
});

export const connectionSchema = connectionDraftSchema.extend({
  id: z.int(),
  kind: z.enum(["directory"]),
  interchangeNumber: z.int(),
  revision: z.int(),
  circuit: z.object({
    state: z.enum(["closed", "open", "half-open"]),
    /** Failures since the last answer. */
    failures: z.int(),
    openUntil: instantSchema.nullable(),
    /** Code of the last failure. */
    lastCause: z.string().nullable(),
    lastFailedAt: instantSchema.nullable(),
    lastAnsweredAt: instantSchema.nullable(),
  }),
});
export type ConnectionAnswer = z.infer<typeof connectionSchema>;

const timesOfDay = z
  .array(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/))
  .max(24)
  .transform((times) => [...new Set(times)].sort());

/** When files go by themselves over a connection, and how patient we are with its far end. */
export const connectionScheduleDraftSchema = z
  .strictObject({
    /** Times of day in the practice's time zone, `HH:MM`. */
    pickUpTimes: timesOfDay,
    /** Minutes after which files are picked up again; null: at the times alone. */
    pickUpMinutes: z.int().min(1).max(1440).nullable(),
    sendTimes: timesOfDay,
    timeoutSeconds: z.int().min(1).max(60),
    attempts: z.int().min(1).max(5),
    retryPauseMs: z.int().min(50).max(10_000),
    failuresToOpen: z.int().min(1).max(20),
    openSeconds: z.int().min(5).max(3600),
    openMostSeconds: z.int().min(60).max(86_400),
  })
  .refine((draft) => draft.openMostSeconds >= draft.openSeconds, {
    path: ["openMostSeconds"],
    message: "The longest pause is shorter than the first.",
  });

export const connectionScheduleSchema = z.object({
  pickUpTimes: z.array(z.string()),
  pickUpMinutes: z.int().nullable(),
  sendTimes: z.array(z.string()),
  timeoutSeconds: z.int(),
  attempts: z.int(),
  retryPauseMs: z.int(),
  failuresToOpen: z.int(),
  openSeconds: z.int(),
  openMostSeconds: z.int(),
  /** When it was last done by the clock; null before the times are written. */
  pickedUpAt: instantSchema.nullable(),
  sentAt: instantSchema.nullable(),
  /** Code of why the last sending by the clock made no batch. */
  lastRefusal: z.string().nullable(),
  /** 0: nobody has written any. */
  revision: z.int(),
});
export type ConnectionScheduleAnswer = z.infer<typeof connectionScheduleSchema>;

const liveTransactionSchema = z.enum(["eligibility", "claim-status", "authorization"]);

/** Where questions of a kind go; without a connection the row is taken away. */
export const routeDraftSchema = z.object({
  transaction: liveTransactionSchema,
  /** Null: every payer without a row of its own. */
  payerId: z.int().positive().nullable(),
  connectionId: z.int().positive().nullable(),
});

export const connectionRouteSchema = z.object({
  id: z.int(),
  transaction: liveTransactionSchema,
  payerId: z.int().nullable(),
  payer: z.string().nullable(),
  connectionId: z.int(),
  connection: z.string(),
});
export type ConnectionRoute = z.infer<typeof connectionRouteSchema>;
