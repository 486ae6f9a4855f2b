import { z } from "zod";
import { dateSchema } from "../answer-schemas.ts";
import { guarantorDraftSchema, guarantorSchema } from "../guarantor/guarantor-answers.ts";
import { type DuplicateReason, duplicateReasons } from "./find-duplicates.ts";

const text = (longest: number) => z.string().max(longest).default("");

/** A patient as he is sent to be registered or changed; what is not stated is empty. */
export const patientDraftSchema = z.object({
  chartNumber: text(30),
  lastName: text(60),
  firstName: text(35),
  middleName: text(25),
  suffix: text(10),
  dateOfBirth: text(10),
  gender: text(1),
  dateOfDeath: text(10),
  addressLine1: text(55),
  addressLine2: text(55),
  city: text(30),
  state: text(10),
  postalCode: text(20),
  country: text(3),
  phone: text(30),
  email: text(100),
  isEmancipated: z.boolean().default(false),
  guarantor: guarantorDraftSchema,
});

/** Who is registered although somebody on file may be the same, is registered by saying so. */
export const patientRegistrationSchema = patientDraftSchema.extend({
  confirmedNew: z.boolean().default(false),
});

const optional = z.string().nullable();

const identity = {
  id: z.int(),
  chartNumber: optional,
  lastName: z.string(),
  firstName: optional,
  middleName: optional,
  suffix: optional,
  dateOfBirth: dateSchema.nullable(),
  gender: optional,
  phone: optional,
  city: optional,
  state: optional,
  /** False for one whom only files name. */
  isRegistered: z.boolean(),
};

export const patientRowSchema = z.object({
  ...identity,
  /** The coverage that is billed first today. */
  payer: optional,
  memberId: optional,
});
export type PatientRow = z.infer<typeof patientRowSchema>;

export const patientSchema = z.object({
  ...identity,
  dateOfDeath: dateSchema.nullable(),
  addressLine1: optional,
  addressLine2: optional,
  postalCode: optional,
  country: optional,
  email: optional,
  isEmancipated: z.boolean(),
  guarantorRelationship: optional,
  guarantor: guarantorSchema.nullable(),
  /** The patient into whom this one was joined: everything stands there. */
  mergedInto: z.int().nullable(),
  revision: z.int(),
});
export type PatientAnswer = z.infer<typeof patientSchema>;

const reasons = Object.keys(duplicateReasons) as [DuplicateReason, ...DuplicateReason[]];

/** Somebody on file who may be the person described, with why. */
export const duplicateSchema = patientRowSchema.extend({
  weight: z.int(),
  reasons: z.array(z.enum(reasons)),
});
export type DuplicateAnswer = z.infer<typeof duplicateSchema>;
