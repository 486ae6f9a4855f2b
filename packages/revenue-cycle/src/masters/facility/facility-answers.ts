import { z } from "zod";
import { dateSchema } from "../answer-schemas.ts";
import {
  answerAddress,
  optionalText,
  typedAddress,
  typedDays,
  typedText,
} from "../draft-schemas.ts";

/** A facility as it is sent to be added or changed; what is not stated is empty. */
export const facilityDraftSchema = z.object({
  name: typedText(100),
  npi: typedText(20),
  placeOfService: typedText(5),
  cliaNumber: typedText(20),
  ...typedAddress,
  phone: typedText(30),
  ...typedDays,
});

export const facilitySchema = z.object({
  id: z.int(),
  name: z.string(),
  npi: optionalText,
  placeOfService: z.string(),
  cliaNumber: optionalText,
  ...answerAddress,
  phone: optionalText,
  effectiveFrom: dateSchema.nullable(),
  effectiveTo: dateSchema.nullable(),
  revision: z.int(),
});
export type FacilityAnswer = z.infer<typeof facilitySchema>;
