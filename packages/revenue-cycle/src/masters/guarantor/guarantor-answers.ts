import { z } from "zod";

const text = (longest: number) => z.string().max(longest).default("");

export const guarantorPersonSchema = z.object({
  lastName: text(100),
  firstName: text(60),
  addressLine1: text(100),
  addressLine2: text(100),
  city: text(60),
  state: text(10),
  postalCode: text(20),
  phone: text(30),
  email: text(100),
});

/** Who answers for a patient's balance: `relationship` 18 is himself; else an id or a person. */
export const guarantorDraftSchema = guarantorPersonSchema.extend({
  relationship: text(3),
  guarantorId: z.int().positive().nullable().default(null),
});

const optional = z.string().nullable();

export const guarantorSchema = z.object({
  id: z.int(),
  lastName: z.string(),
  firstName: optional,
  addressLine1: optional,
  addressLine2: optional,
  city: optional,
  state: optional,
  postalCode: optional,
  phone: optional,
  email: optional,
  /** How many patients he answers for. */
  patients: z.int(),
  revision: z.int(),
});
export type GuarantorAnswer = z.infer<typeof guarantorSchema>;
