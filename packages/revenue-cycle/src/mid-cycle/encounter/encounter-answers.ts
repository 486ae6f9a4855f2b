import { z } from "zod";
import { centsSchema, dateSchema } from "../../masters/answer-schemas.ts";

const optional = (longest: number) => z.string().max(longest).nullable().default(null);
const optionalDate = dateSchema.nullable().default(null);
const optionalId = z.int().positive().nullable().default(null);

/** What must be in the chart before a visit is billed. */
export const documentationItems = [
  "ordersSigned",
  "resultsFiled",
  "consentOnFile",
  "timeRecorded",
  "noteSigned",
] as const;

const documentationSchema = z
  .object({
    noteSigned: z.boolean().default(false),
    ordersSigned: z.boolean().default(false),
    resultsFiled: z.boolean().default(false),
    consentOnFile: z.boolean().default(false),
    timeRecorded: z.boolean().default(false),
  })
  .prefault({});

/** What a claim says of the illness beyond codes. */
const circumstancesSchema = z
  .object({
    priorAuthorization: optional(50),
    referralNumber: optional(50),
    relatedCauses: z
      .array(z.enum(["AA", "EM", "OA"]))
      .max(3)
      .default([]),
    accidentState: optional(2),
    accidentOn: optionalDate,
    onsetOn: optionalDate,
    lastMenstrualOn: optionalDate,
    admittedOn: optionalDate,
    dischargedOn: optionalDate,
    patientPaidCents: z.int().min(0).max(99_999_999_99).nullable().default(null),
    note: optional(80),
  })
  .prefault({});

const chargeDraftSchema = z.object({
  procedureCode: z.string().max(10),
  modifiers: z.array(z.string().max(2)).max(4).default([]),
  diagnosisPointers: z.array(z.int().min(1).max(12)).max(4).default([]),
  /** Decimal text. */
  units: z.string().max(12).default("1"),
  /** What the line charges as a whole; absent takes the price of the charge master. */
  chargedCents: z.int().min(0).max(99_999_999_99).nullable().default(null),
  placeOfService: optional(2),
  isEmergency: z.boolean().default(false),
  ndc: optional(20),
  ndcQuantity: optional(15),
  ndcUnit: z.enum(["UN", "ML", "GR", "F2", "ME"]).nullable().default(null),
  note: optional(80),
});

/** An encounter as it is sent to be recorded: the whole of it, with diagnoses and charges. */
export const encounterDraftSchema = z.object({
  appointmentId: optionalId,
  patientId: z.int().positive(),
  facilityId: optionalId,
  renderingProviderId: optionalId,
  billingProviderId: optionalId,
  referringProviderId: optionalId,
  supervisingProviderId: optionalId,
  serviceFrom: dateSchema,
  serviceThrough: optionalDate,
  placeOfService: optional(2),
  documentation: documentationSchema,
  circumstances: circumstancesSchema,
  diagnoses: z.array(z.string().max(10)).max(12).default([]),
  lines: z.array(chargeDraftSchema).max(50).default([]),
});
export type EncounterDraft = z.output<typeof encounterDraftSchema>;
export type ChargeDraft = EncounterDraft["lines"][number];

export const encounterStates = ["open", "charged", "no-charge"] as const;

export const chargeSchema = chargeDraftSchema.extend({
  lineNumber: z.int(),
  chargedCents: centsSchema,
  priceSource: z.enum(["charge-master", "typed"]),
});

export const encounterRowSchema = z.object({
  id: z.int(),
  patientId: z.int(),
  patientName: z.string(),
  serviceFrom: dateSchema,
  renderingName: z.string().nullable(),
  facilityName: z.string().nullable(),
  state: z.enum(encounterStates),
  lines: z.int(),
  chargedCents: centsSchema,
  claimId: z.int().nullable(),
  patientControlNumber: z.string().nullable(),
  claimState: z.string().nullable(),
  /** Charges that an edit or a person holds, and the role that must act. */
  heldFor: z.string().nullable(),
});
export type EncounterRow = z.infer<typeof encounterRowSchema>;

export const encounterSchema = encounterDraftSchema.extend({
  id: z.int(),
  state: z.enum(encounterStates),
  noChargeReason: z.string().nullable(),
  patientName: z.string(),
  lines: z.array(chargeSchema),
  /** The claim that came of it. */
  claimId: z.int().nullable(),
  patientControlNumber: z.string().nullable(),
  claimState: z.string().nullable(),
  revision: z.int(),
});
export type EncounterAnswer = z.output<typeof encounterSchema>;
