import fc from "fast-check";
import type { Claim837 } from "../claim.ts";
import type {
  ClaimDetails,
  DrugDetails,
  InpatientAdjudication,
  LineDetails,
  OtherCoverageDetails,
} from "../claim-details.ts";
import type { RemittanceClaimDetails, RemittanceDetails } from "../remittance-details.ts";
import type { Party } from "../transaction.ts";
import { cents, charge, code, date, maybe, procedure, quantity, text } from "./arbitrary-parts.ts";

/** Details of claims and lines that few have; each is there now and then. */

const contract = fc.record({
  type: fc.constantFrom("02", "09"),
  cents: maybe(charge),
  percent: maybe(quantity),
  code: maybe(code(10)),
  termsDiscount: maybe(quantity),
  version: maybe(code(10)),
});

const pricing = fc.record({
  method: fc.constantFrom("00", "14"),
  allowedCents: maybe(charge),
  savedCents: maybe(charge),
  organizationId: maybe(code(20)),
  rate: maybe(quantity),
  patientGroup: maybe(code(4)),
  patientGroupCents: maybe(charge),
  revenueCode: maybe(code(4)),
  codeQualifier: maybe(fc.constant("HC")),
  code: maybe(code(5)),
  unitOfMeasure: maybe(fc.constant("UN")),
  quantity: maybe(quantity),
  rejection: maybe(fc.constantFrom("T1", "T6")),
  policyCompliance: maybe(fc.constantFrom("1", "5")),
  exception: maybe(fc.constantFrom("1", "6")),
});

const transport = fc.record({
  weight: maybe(quantity),
  kind: maybe(fc.constantFrom("I", "R")),
  reason: maybe(fc.constantFrom("A", "E")),
  miles: maybe(quantity),
  roundTripPurpose: maybe(text(40)),
  stretcherPurpose: maybe(text(40)),
});

const conditions = fc.array(
  fc.record({
    category: fc.constantFrom("07", "ZZ"),
    applies: fc.boolean(),
    codes: fc.array(code(2), { maxLength: 5 }),
  }),
  { minLength: 1, maxLength: 3 },
);

const fileInformation = fc.array(text(80), { minLength: 1, maxLength: 3 });

const decimal = maybe(quantity);
const amount = maybe(cents);

export const inpatient: fc.Arbitrary<InpatientAdjudication> = fc.record({
  coveredDays: decimal,
  operatingOutlierCents: amount,
  lifetimePsychiatricDays: decimal,
  diagnosisGroupCents: amount,
  disproportionateShareCents: amount,
  passThroughCents: amount,
  capitalCents: amount,
  capitalFederalCents: amount,
  capitalHospitalCents: amount,
  capitalDisproportionateShareCents: amount,
  oldCapitalCents: amount,
  capitalTeachingCents: amount,
  operatingHospitalCents: amount,
  costReportDays: decimal,
  operatingFederalCents: amount,
  capitalOutlierCents: amount,
  indirectTeachingCents: amount,
  professionalCents: amount,
  capitalExceptionCents: amount,
  remarkCodes: fc.array(code(4), { maxLength: 5 }),
});

export const outpatient = fc
  .record({
    reimbursementRate: decimal,
    payableCents: amount,
    renalDiseaseCents: amount,
    professionalCents: amount,
  })
  .filter((value) => Object.values(value).some((part) => part !== undefined));

/** A claim's remarks with the adjudications that hold some of them: those of MIA come first. */
export const outcomes = fc
  .record(
    { inpatient, outpatient, remarks: fc.array(code(4), { maxLength: 5 }) },
    { requiredKeys: ["remarks"] },
  )
  .map(({ remarks, ...rest }) => ({
    ...rest,
    remarkCodes: [...(rest.inpatient?.remarkCodes ?? []), ...remarks],
  }));

const otherProvider: fc.Arbitrary<Party> = fc
  .tuple(fc.constantFrom("DN", "82", "85"), fc.boolean(), code(12))
  .map(([entityCode, isPerson, id]) => ({
    entityCode,
    isPerson,
    ...nobody,
    references: [{ qualifier: "G2", id }],
    contacts: [],
  }));

const nobody = {
  lastNameOrOrganization: undefined,
  firstName: undefined,
  middleName: undefined,
  suffix: undefined,
  idQualifier: undefined,
  id: undefined,
  address: undefined,
  dateOfBirth: undefined,
  gender: undefined,
  taxonomy: undefined,
};

export const otherCoverageDetails: fc.Arbitrary<OtherCoverageDetails> = fc.record(
  {
    patientSignatureSource: fc.constant("P"),
    providers: fc.array(otherProvider, { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: [] },
);

export const drugDetails: fc.Arbitrary<DrugDetails> = fc.record(
  {
    qualifier: fc.constantFrom("EN", "UP"),
    prescription: fc.record({ qualifier: fc.constantFrom("XZ", "VY"), id: code(20) }),
  },
  { requiredKeys: [] },
);

const claimFields = {
  currency: fc.constantFrom("USD", "CAD"),
  patientSignatureSource: fc.constant("P"),
  accidentCountry: fc.constantFrom("CA", "MX"),
  specialProgram: fc.constantFrom("02", "09"),
  contract,
  fileInformation,
  pricing,
};

const claimFieldsOf: Record<Claim837["kind"], object> = {
  "837P": {
    ...claimFields,
    transport,
    spinalManipulation: fc.record({
      condition: maybe(fc.constantFrom("A", "M")),
      description: maybe(text(40)),
      further: maybe(text(40)),
    }),
    conditions,
  },
  "837I": { ...claimFields, conditions },
  "837D": {
    ...claimFields,
    orthodontics: fc.record({
      months: decimal,
      monthsRemaining: decimal,
      isOrthodontic: maybe(fc.constant("Y")),
      description: maybe(text(30)),
    }),
    toothStatuses: fc.array(fc.record({ tooth: code(2), status: fc.constantFrom("E", "M") }), {
      minLength: 1,
      maxLength: 3,
    }),
  },
};

/** Details that a claim of a kind may have. */
export function claimDetails(kind: Claim837["kind"]): fc.Arbitrary<ClaimDetails> {
  return fc.record(claimFieldsOf[kind] as Record<string, fc.Arbitrary<unknown>>, {
    requiredKeys: [],
  }) as fc.Arbitrary<ClaimDetails>;
}

export const patientFacts = fc
  .record({
    student: maybe(fc.constantFrom("F", "P")),
    diedOn: maybe(date),
    weight: decimal,
    isPregnant: fc.boolean(),
  })
  .filter(
    ({ student, diedOn, weight, isPregnant }) =>
      isPregnant || (student ?? diedOn ?? weight) !== undefined,
  );

const attachments = fc.array(
  fc.record({
    reportType: fc.constantFrom("OZ", "77"),
    transmission: code(2),
    controlNumber: maybe(code(20)),
  }),
  { minLength: 1, maxLength: 2 },
);

const forms = fc.array(
  fc.record({
    list: fc.constantFrom("UT", "AS"),
    form: code(10),
    answers: fc.array(
      fc.record({
        question: code(4),
        answer: maybe(fc.constantFrom("Y", "N", "W")),
        text: maybe(text(30)),
        date: maybe(date),
        percent: decimal,
      }),
      { maxLength: 3 },
    ),
  }),
  { minLength: 1, maxLength: 2 },
);

const lineFieldsOf: Record<Claim837["kind"], object> = {
  "837P": {
    isScreening: fc.constant(true),
    isFamilyPlanning: fc.constant(true),
    isCopayExempt: fc.constant(true),
    equipment: fc.record({
      procedure: maybe(procedure),
      lengthOfNeed: decimal,
      rentalCents: maybe(charge),
      purchaseCents: maybe(charge),
      rentalFrequency: maybe(fc.constantFrom("1", "4", "6")),
    }),
    attachments,
    certificateTransmission: fc.constantFrom("AB", "NS"),
    transport,
    equipmentCertification: fc.record({ kind: fc.constantFrom("I", "R", "S"), months: decimal }),
    conditions,
    measurements: fc.array(
      fc.record({ kind: fc.constantFrom("TR", "OG"), qualifier: code(2), value: decimal }),
      { minLength: 1, maxLength: 3 },
    ),
    contract,
    fileInformation,
    purchasedService: fc.record({ providerId: code(10), cents: maybe(charge) }),
    pricing,
    forms,
  },
  "837I": { attachments, pricing },
  "837D": { contract, fileInformation, pricing },
};

/** Details that a line of a kind may have. */
export function lineDetails(kind: Claim837["kind"]): fc.Arbitrary<LineDetails> {
  return fc.record(lineFieldsOf[kind] as Record<string, fc.Arbitrary<unknown>>, {
    requiredKeys: [],
  }) as fc.Arbitrary<LineDetails>;
}

const remittanceSummary = fc.record({
  providerId: code(10),
  facilityCode: code(2),
  fiscalPeriodEnd: maybe(date),
  claims: decimal,
  chargedCents: amount,
  primaryPayerCents: amount,
  outsideLaboratoryCents: amount,
  codedChargesCents: amount,
  codedPayableCents: amount,
  professionalCents: amount,
  patientLiabilityMetCents: amount,
  patientReimbursedCents: amount,
  interimClaims: decimal,
  interimAdjustmentCents: amount,
});

const prospectiveSummary = fc.record({
  diagnosisGroupCents: amount,
  federalCents: amount,
  hospitalCents: amount,
  disproportionateShareCents: amount,
  capitalCents: amount,
  medicalEducationCents: amount,
  outlierDays: decimal,
  dayOutlierCents: amount,
  costOutlierCents: amount,
  averageStay: decimal,
  discharges: decimal,
  costReportDays: decimal,
  coveredDays: decimal,
  noncoveredDays: decimal,
  passThroughCents: amount,
  averageWeight: decimal,
  capitalFederalCents: amount,
  capitalHospitalCents: amount,
  capitalDisproportionateShareCents: amount,
});

export const remittanceClaimDetails: fc.Arbitrary<RemittanceClaimDetails> = fc.record(
  {
    group: fc.record(
      {
        number: fc.integer({ min: 2, max: 99 }),
        summary: remittanceSummary,
        prospective: prospectiveSummary,
      },
      { requiredKeys: ["number"] },
    ),
    diagnosisGroupWeight: quantity,
    dischargeFraction: quantity,
    contacts: fc.array(
      fc.record({
        functionCode: fc.constant("CX"),
        name: maybe(text(30)),
        numbers: fc.array(fc.record({ qualifier: fc.constant("TE"), number: code(10) }), {
          maxLength: 2,
        }),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  },
  { requiredKeys: [] },
);

export const remittanceDetails: fc.Arbitrary<RemittanceDetails> = fc.record(
  {
    payerCompanyId: fc.constant("9OTHERCOMP"),
    payerSupplementalCode: code(9),
    currency: fc.constantFrom("USD", "CAD"),
    payerVersion: code(10),
    delivery: fc.record({ method: code(1), name: maybe(text(30)), number: maybe(text(30)) }),
  },
  { requiredKeys: [] },
);
