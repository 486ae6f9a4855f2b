import { z } from "zod";
import { centsSchema, dateSchema } from "../../masters/answer-schemas.ts";

const openCents = {
  chargedCents: centsSchema,
  openInsuranceCents: centsSchema,
  openPatientCents: centsSchema,
};

/** A patient's claims, the latest service first, and what all of them stand at in the books. */
export const patientClaimsSchema = z.object({
  rows: z.array(
    z.object({
      id: z.int(),
      patientControlNumber: z.string(),
      payer: z.string(),
      serviceFrom: dateSchema.nullable(),
      state: z.string(),
      ...openCents,
    }),
  ),
  total: z.object({ count: z.int(), ...openCents }),
});
export type PatientClaimsAnswer = z.infer<typeof patientClaimsSchema>;
