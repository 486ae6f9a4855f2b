import { z } from "zod";
import { dateSchema } from "../../masters/answer-schemas.ts";

/** Fields of the claim's edit that few claims have; each as the typed 837P holds it. */

const text = (longest: number) => z.string().trim().min(1).max(longest).optional();
const needed = (longest: number) => z.string().trim().min(1).max(longest);
const cents = z.int().min(-99_999_999_99).max(99_999_999_99).optional();
const date = dateSchema.optional();
const decimal = z
  .string()
  .regex(/^-?\d{1,10}(\.\d{1,4})?$/)
  .optional();
const mark = z.literal(true).optional();
const list = <Item extends z.ZodType>(item: Item, most: number) => z.array(item).max(most);

/** PWK. */
export const attachmentEditSchema = z.object({
  reportType: z.string().min(2).max(2),
  transmission: z.string().min(2).max(2),
  controlNumber: text(50),
});

const contractSchema = z.object({
  type: needed(2),
  cents,
  percent: decimal,
  code: text(50),
  termsDiscount: decimal,
  version: text(30),
});

const pricingSchema = z.object({
  method: needed(2),
  allowedCents: cents,
  savedCents: cents,
  organizationId: text(50),
  rate: decimal,
  patientGroup: text(50),
  patientGroupCents: cents,
  revenueCode: text(48),
  codeQualifier: text(2),
  code: text(48),
  unitOfMeasure: text(2),
  quantity: decimal,
  rejection: text(2),
  policyCompliance: text(2),
  exception: text(2),
});

const transportSchema = z.object({
  weight: decimal,
  kind: text(1),
  reason: text(1),
  miles: decimal,
  roundTripPurpose: text(80),
  stretcherPurpose: text(80),
});

const conditionSchema = z.object({
  category: needed(2),
  applies: z.boolean(),
  codes: list(z.string().min(1).max(3), 5),
});

const eitherDetails = {
  contract: contractSchema.optional(),
  fileInformation: list(needed(80), 10).optional(),
  transport: transportSchema.optional(),
  conditions: list(conditionSchema, 6).optional(),
  pricing: pricingSchema.optional(),
};

/** What few claims say of themselves. */
export const claimDetailFields = {
  ...eitherDetails,
  currency: text(3),
  patientFacts: z
    .object({ student: text(1), diedOn: date, weight: decimal, isPregnant: z.boolean() })
    .optional(),
  patientSignatureSource: text(1),
  accidentCountry: text(3),
  specialProgram: text(3),
  spinalManipulation: z
    .object({ condition: text(1), description: text(80), further: text(80) })
    .optional(),
};

/** What few service lines say. */
export const lineDetailFields = {
  ...eitherDetails,
  isScreening: mark,
  isFamilyPlanning: mark,
  isCopayExempt: mark,
  equipment: z
    .object({
      procedure: z
        .object({
          qualifier: needed(2),
          code: needed(48),
          modifiers: list(z.string().min(2).max(2), 4),
          description: text(80),
        })
        .optional(),
      lengthOfNeed: decimal,
      rentalCents: cents,
      purchaseCents: cents,
      rentalFrequency: text(1),
    })
    .optional(),
  attachments: list(attachmentEditSchema, 10).optional(),
  certificateTransmission: text(2),
  equipmentCertification: z.object({ kind: needed(1), months: decimal }).optional(),
  measurements: list(
    z.object({ kind: needed(2), qualifier: needed(3), value: decimal }),
    5,
  ).optional(),
  purchasedService: z.object({ providerId: needed(50), cents }).optional(),
  forms: list(
    z.object({
      list: needed(3),
      form: needed(30),
      answers: list(
        z.object({
          question: needed(20),
          answer: text(1),
          text: text(50),
          date,
          percent: decimal,
        }),
        99,
      ),
    }),
    5,
  ).optional(),
};

/** What few other payers' coverages say, their providers aside. */
export const otherCoverageDetailFields = {
  patientSignatureSource: text(1),
  outpatient: z
    .object({
      reimbursementRate: decimal,
      payableCents: cents,
      renalDiseaseCents: cents,
      professionalCents: cents,
    })
    .optional(),
};
