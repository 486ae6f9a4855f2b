import { z } from "zod";
import { centsSchema, dateSchema, instantSchema } from "../../masters/answer-schemas.ts";
import { settledFindingSchema } from "../../work/edit/edit-answers.ts";
import { holdSchema } from "../../work/hold/hold-answers.ts";
import { authorizationLedgerSchema } from "../authorization/authorization-answers.ts";
import { eligibilityCheckSchema } from "../eligibility/eligibility-answers.ts";
import { estimateSchema } from "../estimate/estimate-answers.ts";
import { appointmentKinds, appointmentStates } from "./appointment.ts";

const id = z.int().positive();
const optional = z.string().nullable();
const optionalDay = dateSchema.nullable();

export const appointmentDraftSchema = z.object({
  patientId: id,
  providerId: id,
  facilityId: id.nullable().default(null),
  day: z.string().max(10),
  time: z.string().max(5),
  minutes: z.int(),
  kind: z.enum(appointmentKinds),
  reason: z.string().max(300).default(""),
  services: z
    .array(
      z.object({
        procedureCode: z.string().max(10),
        modifiers: z.array(z.string().max(4)).max(8).default([]),
        units: z.int().default(1),
      }),
    )
    .max(50)
    .default([]),
  allowsDoubleBooking: z.boolean().default(false),
});

export const appointmentStateSchema = z.strictObject({
  state: z.enum(["booked", "done", "no-show", "cancelled"]),
  reason: z.string().trim().max(300).default(""),
});

export const serviceSchema = z.object({
  procedureCode: z.string(),
  modifiers: z.string(),
  units: z.int(),
});

export const clearanceSchema = z.object({
  isCleared: z.boolean(),
  light: z.enum(["clear", "ask", "stop"]),
  /** Null: only a visit is at risk whose worth cannot be said. */
  cents: centsSchema.nullable(),
  reasons: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(["stop", "ask"]),
      action: z.string(),
      cents: centsSchema.nullable(),
      detail: z.record(z.string(), z.union([z.string(), z.number()])),
      /** The reason and the next action in English. */
      text: z.string(),
      actionText: z.string(),
    }),
  ),
});
export type ClearanceAnswer = z.infer<typeof clearanceSchema>;

export const visitRowSchema = z.object({
  id: z.int(),
  patientId: z.int(),
  patient: z.string(),
  providerId: z.int(),
  provider: optional,
  facilityId: z.int().nullable(),
  facility: optional,
  day: dateSchema,
  /** `HH:MM` where the practice is. */
  time: z.string(),
  startsAt: instantSchema,
  minutes: z.int(),
  kind: z.enum(appointmentKinds),
  reason: optional,
  state: z.enum(appointmentStates),
  stateReason: optional,
  isDoubleBooked: z.boolean(),
  payer: optional,
  services: z.array(serviceSchema),
  balanceCents: centsSchema,
  clearance: clearanceSchema,
  revision: z.int(),
});
export type VisitRow = z.infer<typeof visitRowSchema>;

export const visitSchema = visitRowSchema.extend({
  bookedOn: dateSchema,
  person: z.object({
    chartNumber: optional,
    dateOfBirth: optionalDay,
    gender: optional,
    addressLine1: optional,
    city: optional,
    state: optional,
    postalCode: optional,
    phone: optional,
    email: optional,
  }),
  registration: z.object({
    score: z.int(),
    parts: z.array(
      z.object({
        part: z.string(),
        weight: z.int(),
        isComplete: z.boolean(),
        isNeeded: z.boolean(),
      }),
    ),
  }),
  coverage: z
    .object({
      id: z.int(),
      payerId: z.int(),
      payer: z.string(),
      plan: optional,
      memberId: z.string(),
      groupNumber: optional,
      relationship: z.string(),
      effectiveFrom: optionalDay,
      effectiveTo: optionalDay,
      needsAuthorization: z.boolean(),
    })
    .nullable(),
  eligibility: eligibilityCheckSchema.nullable(),
  authorization: authorizationLedgerSchema.nullable(),
  estimate: estimateSchema,
  /** What the edits found when the visit was saved last, with the field in which it is mended. */
  findings: z.array(
    settledFindingSchema.extend({
      place: z
        .object({
          form: z.enum(["booking", "patient", "coverage", "duplicates", "panel"]),
          field: z.string(),
        })
        .nullable(),
    }),
  ),
  /** What stops the check-in: of the visit, else of the registration. */
  hold: holdSchema.nullable(),
  /** What the payer says the copay is; null where it cannot be said. */
  copayDueCents: centsSchema.nullable(),
  checkIn: z
    .object({
      checkedInAt: instantSchema,
      checkedInBy: z.string(),
      wasCleared: z.boolean(),
      copayCents: centsSchema,
      balanceCents: centsSchema,
      method: optional,
      receiptNumber: optional,
    })
    .nullable(),
});
export type VisitAnswer = z.infer<typeof visitSchema>;
