import { z } from "zod";
import { dateSchema } from "../../masters/answer-schemas.ts";
import {
  attachmentEditSchema,
  claimDetailFields,
  lineDetailFields,
  otherCoverageDetailFields,
} from "./claim-edit-details.ts";

const text = (longest: number) => z.string().trim().min(1).max(longest).optional();
const cents = z.int().min(-99_999_999_99).max(99_999_999_99);
const date = dateSchema.optional();
const decimal = z
  .string()
  .regex(/^-?\d{1,10}(\.\d{1,4})?$/)
  .optional();
const list = <Item extends z.ZodType>(item: Item, most: number) => z.array(item).max(most);

export const addressEditSchema = z.object({
  line1: text(55),
  line2: text(55),
  city: text(30),
  state: text(2),
  postalCode: text(15),
  country: text(3),
  subdivision: text(3),
});

export const referenceEditSchema = z.object({
  qualifier: z.string().min(1).max(3),
  id: z.string().min(1).max(50),
  /** The other payer whose number it is. */
  payerId: text(80),
});

const contactEditSchema = z.object({
  functionCode: z.literal("IC"),
  name: text(60),
  numbers: list(
    z.object({
      qualifier: z.enum(["TE", "EM", "FX", "EX"]),
      number: z.string().min(1).max(256),
    }),
    3,
  ),
});

/** A person or organization of the claim. */
export const partyEditSchema = z.object({
  entityCode: z.string().min(2).max(3),
  isPerson: z.boolean(),
  lastNameOrOrganization: text(60),
  firstName: text(35),
  middleName: text(25),
  suffix: text(10),
  idQualifier: text(2),
  id: text(80),
  address: addressEditSchema.optional(),
  dateOfBirth: date,
  gender: z.enum(["F", "M", "U"]).optional(),
  taxonomy: text(10),
  references: list(referenceEditSchema, 10),
  contacts: list(contactEditSchema, 2),
});

const dateEditSchema = z.object({
  qualifier: z.string().min(3).max(3),
  from: dateSchema,
  through: date,
});

const amountEditSchema = z.object({ qualifier: z.string().min(1).max(3), cents });
const noteEditSchema = z.object({
  qualifier: z.string().min(3).max(3),
  text: z.string().min(1).max(80),
});

const adjustmentEditSchema = z.object({
  groupCode: z.enum(["CO", "CR", "OA", "PI", "PR"]),
  reasonCode: z.string().min(1).max(5),
  cents,
  quantity: decimal,
});

const coverageFields = {
  sequence: z.enum(["P", "S", "T", "A", "B", "C", "D", "E", "F", "G", "H", "U"]),
  relationship: text(2),
  groupNumber: text(50),
  groupName: text(60),
  insuranceType: text(3),
  filingIndicator: text(2),
  subscriber: partyEditSchema.optional(),
  payer: partyEditSchema.optional(),
};

export const coverageEditSchema = z.object(coverageFields);

export const otherCoverageEditSchema = z.object({
  ...coverageFields,
  adjustments: list(adjustmentEditSchema, 30),
  amounts: list(amountEditSchema, 10),
  benefitsAssigned: text(1),
  releaseOfInformation: text(1),
  remarkCodes: list(z.string().min(1).max(50), 5),
  adjudicatedOn: date,
  ...otherCoverageDetailFields,
  providers: list(partyEditSchema, 10).optional(),
});

const procedureEditSchema = z.object({
  qualifier: z.enum(["HC", "ER", "IV", "WK"]),
  code: z.string().min(1).max(48),
  modifiers: list(z.string().min(2).max(2), 4),
  description: text(80),
});

const adjudicationEditSchema = z.object({
  payerId: z.string().min(1).max(80),
  paidCents: cents,
  procedure: procedureEditSchema.optional(),
  quantity: decimal,
  bundledInto: text(6),
  adjustments: list(adjustmentEditSchema, 30),
  adjudicatedOn: date,
  remainingPatientLiabilityCents: cents.optional(),
});

export const lineEditSchema = z.object({
  /** Number of the line it was; absent for a new one. */
  number: z.int().min(1).max(50).optional(),
  procedure: procedureEditSchema.optional(),
  chargedCents: z.int().min(0).max(99_999_999_99),
  unitOfMeasure: z.enum(["UN", "MJ"]).optional(),
  quantity: decimal,
  placeOfService: text(2),
  diagnosisPointers: list(z.int().min(1).max(12), 4),
  emergency: z.boolean(),
  serviceFrom: date,
  serviceThrough: date,
  drug: z
    .object({
      ndc: z.string().min(1).max(48),
      quantity: decimal,
      unit: z.enum(["F2", "GR", "ME", "ML", "UN"]).optional(),
      qualifier: text(2),
      prescription: referenceEditSchema.optional(),
    })
    .optional(),
  /** Dates besides the date of service. */
  dates: list(dateEditSchema, 15),
  /** Numbers besides the line item control number. */
  references: list(referenceEditSchema, 20),
  amounts: list(amountEditSchema, 5),
  quantities: list(
    z.object({ qualifier: z.string().min(1).max(3), quantity: z.string().regex(/^\d{1,8}$/) }),
    5,
  ),
  notes: list(noteEditSchema, 3),
  parties: list(partyEditSchema, 10),
  adjudications: list(adjudicationEditSchema, 15),
  ...lineDetailFields,
});

/** What a person may change of a professional claim: everything but its numbers and what follows. */
export const claimEditSchema = z.object({
  facilityCode: text(2),
  providerSignatureOnFile: z.enum(["N", "Y"]).optional(),
  assignment: z.enum(["A", "B", "C"]).optional(),
  benefitsAssigned: z.enum(["N", "W", "Y"]).optional(),
  releaseOfInformation: z.enum(["I", "Y"]).optional(),
  relatedCauses: list(z.enum(["AA", "EM", "OA"]), 3),
  accidentState: text(2),
  delayReason: text(2),
  billingProvider: partyEditSchema.optional(),
  payToAddress: partyEditSchema.optional(),
  payToPlan: partyEditSchema.optional(),
  coverage: coverageEditSchema,
  patient: partyEditSchema.optional(),
  patientRelationship: text(2),
  otherCoverages: list(otherCoverageEditSchema, 10),
  codes: list(
    z.object({
      qualifier: z.string().min(2).max(3),
      code: z.string().min(1).max(30),
    }),
    40,
  ),
  dates: list(dateEditSchema, 30),
  references: list(referenceEditSchema, 20),
  amounts: list(amountEditSchema, 5),
  notes: list(noteEditSchema, 3),
  attachments: list(attachmentEditSchema, 10),
  parties: list(partyEditSchema, 10),
  lines: list(lineEditSchema, 50).min(1),
  ...claimDetailFields,
});

export type ClaimEdit = z.output<typeof claimEditSchema>;
