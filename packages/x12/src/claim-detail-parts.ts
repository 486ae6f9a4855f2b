import type {
  CertificateForm,
  ClaimDetails,
  ConditionIndicator,
  InpatientAdjudication,
  LineDetails,
  OtherCoverageDetails,
  OutpatientAdjudication,
} from "./claim-details.ts";
import { cents, decimal, procedure, required, text } from "./codec/fields.ts";
import { RareParts } from "./codec/rare-parts.ts";
import { type Field, type Part, partsOf } from "./codec/shape.ts";
import type { Segment } from "./segment.ts";
import type { SetContext } from "./set-context.ts";
import type { SegmentWriter } from "./write/segment-writer.ts";
import { centsText, dateText, decimalText } from "./write/write-parts.ts";

const claim = partsOf<ClaimDetails>();
const line = partsOf<LineDetails>();

const contractFields = {
  type: required(1),
  cents: cents(2),
  percent: decimal(3),
  code: text(4),
  termsDiscount: decimal(5),
  version: text(6),
};

const pricingFields = {
  method: required(1),
  allowedCents: cents(2),
  savedCents: cents(3),
  organizationId: text(4),
  rate: decimal(5),
  patientGroup: text(6),
  patientGroupCents: cents(7),
  revenueCode: text(8),
  codeQualifier: text(9),
  code: text(10),
  unitOfMeasure: text(11),
  quantity: decimal(12),
  rejection: text(13),
  policyCompliance: text(14),
  exception: text(15),
};

/** A decimal with its unit in the element before it. */
function measured(element: number, unit: string): Field<string | undefined> {
  return { ...decimal(element), also: [element - 1, unit] };
}

const transportFields = {
  weight: measured(2, "LB"),
  kind: text(3),
  reason: text(4),
  miles: measured(6, "DH"),
  roundTripPurpose: text(9),
  stretcherPurpose: text(10),
};

/** CRC03 to CRC07. */
const conditionCodes: Field<readonly string[]> = {
  element: 3,
  read: (segment) =>
    [3, 4, 5, 6, 7].flatMap((element) => {
      const code = segment.text(element);
      return code === undefined ? [] : [code];
    }),
  write: (codes, writer) => {
    if (codes.length > 5) writer.refuse("out-of-range", "CRC", 3);
    return codes[0];
  },
  further: [1, 2, 3, 4].map((at) => [at + 3, (codes: readonly string[]) => codes[at]] as const),
};

/** CRC. */
export const conditionFields = {
  category: required(1),
  applies: {
    element: 2,
    read: (segment: Segment) => segment.is(2, "Y"),
    write: (applies: boolean) => (applies ? "Y" : "N"),
  },
  codes: conditionCodes,
} satisfies Record<keyof ConditionIndicator, unknown>;

const attachmentFields = {
  reportType: required(1),
  transmission: required(2),
  controlNumber: { ...text(6), also: [5, "AC"] as const },
};

/** LQ opens a form, FRM adds an answer to the last. */
const formsPart: Part = {
  is: "custom",
  ids: ["LQ", "FRM"],
  fixed: {},
  key: "forms",
  empty: undefined,
  read: (before, segment, context) =>
    readForm((before ?? []) as readonly CertificateForm[], segment, context),
  write: (writer, value) => {
    for (const { list, form, answers } of value as readonly CertificateForm[]) {
      writer.write("LQ", list, form);
      for (const { question, answer, text: reply, date: day, percent } of answers) {
        const digits = day === undefined ? undefined : dateText(writer, day, ["FRM", 4]);
        writer.write(
          "FRM",
          question,
          answer,
          reply,
          digits,
          decimalText(writer, percent, ["FRM", 5]),
        );
      }
    }
  },
};

function readForm(
  forms: readonly CertificateForm[],
  segment: Segment,
  context: SetContext,
): readonly CertificateForm[] {
  if (segment.id === "LQ") {
    return [...forms, { list: segment.text(1) ?? "", form: segment.text(2) ?? "", answers: [] }];
  }
  const last = forms.at(-1);
  if (last === undefined) return forms;
  const answer = {
    question: segment.text(1) ?? "",
    answer: segment.text(2),
    text: segment.text(3),
    date: context.date(segment, 4),
    percent: context.quantity(segment, 5),
  };
  return [...forms.slice(0, -1), { ...last, answers: [...last.answers, answer] }];
}

function holdsClaimDetails(details: ClaimDetails): boolean {
  const ofTeeth = details.orthodontics ?? details.toothStatuses;
  const ofCare = details.transport ?? details.spinalManipulation ?? details.conditions;
  const ofPrice = details.contract ?? details.fileInformation ?? details.pricing;
  return (ofTeeth ?? ofCare ?? ofPrice) !== undefined;
}

function holdsLineDetails(details: LineDetails): boolean {
  const ofEquipment =
    details.equipment ?? details.equipmentCertification ?? details.certificateTransmission;
  const ofCare = details.transport ?? details.conditions ?? details.measurements;
  const ofPapers = details.attachments ?? details.fileInformation ?? details.forms;
  const ofPrice = details.contract ?? details.purchasedService ?? details.pricing;
  return (ofEquipment ?? ofCare ?? ofPapers ?? ofPrice) !== undefined;
}

/** Segments of loop 2300 that few claims have (005010X222A1, X223A2, X224A2). */
export const claimDetailParts = new RareParts(
  [
    claim.item("orthodontics", ["DN1", {}], {
      months: decimal(1),
      monthsRemaining: decimal(2),
      isOrthodontic: text(3),
      description: text(4),
    }),
    claim.items("toothStatuses", ["DN2", { 6: ["JP", ""] }], {
      tooth: required(1),
      status: required(2),
    }),
    claim.item("contract", ["CN1", {}], contractFields),
    claim.values("fileInformation", ["K3", {}], required(1)),
    claim.item("transport", ["CR1", {}], transportFields),
    claim.item("spinalManipulation", ["CR2", {}], {
      condition: text(8),
      description: text(10),
      further: text(11),
    }),
    claim.items("conditions", ["CRC", {}], conditionFields),
    claim.item("pricing", ["HCP", {}], pricingFields),
  ],
  holdsClaimDetails,
);

/** Segments of loop 2400 and of the forms below it that few lines have. */
export const lineDetailParts = new RareParts(
  [
    line.item("equipment", ["SV5", {}], {
      procedure: procedure(1),
      lengthOfNeed: measured(3, "DA"),
      rentalCents: cents(4),
      purchaseCents: cents(5),
      rentalFrequency: text(6),
    }),
    {
      is: "custom",
      ids: ["PWK"],
      fixed: { 1: "CT" },
      key: "certificateTransmission",
      empty: undefined,
      read: (before, segment) => segment.text(2) ?? before,
      write: (writer, value) => writer.write("PWK", "CT", value as string),
    },
    line.items("attachments", ["PWK", {}], attachmentFields),
    line.item("transport", ["CR1", {}], transportFields),
    line.item("equipmentCertification", ["CR3", {}], {
      kind: required(1),
      months: measured(3, "MO"),
    }),
    line.items("conditions", ["CRC", {}], conditionFields),
    line.items("measurements", ["MEA", {}], {
      kind: required(1),
      qualifier: required(2),
      value: decimal(3),
    }),
    line.item("contract", ["CN1", {}], contractFields),
    line.values("fileInformation", ["K3", {}], required(1)),
    line.item("purchasedService", ["PS1", {}], { providerId: required(1), cents: cents(2) }),
    line.item("pricing", ["HCP", {}], pricingFields),
    formsPart,
  ],
  holdsLineDetails,
);

/** Remark codes of a MIA: MIA05 and MIA20 to MIA23. */
const inpatientRemarks: Field<readonly string[]> = {
  element: 5,
  read: (segment) =>
    [5, 20, 21, 22, 23].flatMap((element) => {
      const code = segment.text(element);
      return code === undefined ? [] : [code];
    }),
  write: (codes, writer) => {
    if (codes.length > 5) writer.refuse("out-of-range", "MIA", 5);
    return codes[0];
  },
  further: [1, 2, 3, 4].map((at) => [at + 19, (codes: readonly string[]) => codes[at]] as const),
};

/** MIA of an 835, and of another payer's decision in an 837. */
const outcomes = new RareParts([
  partsOf<Pick<OtherCoverageDetails, "inpatient">>().item("inpatient", ["MIA", {}], {
    coveredDays: decimal(1),
    operatingOutlierCents: cents(2),
    lifetimePsychiatricDays: decimal(3),
    diagnosisGroupCents: cents(4),
    remarkCodes: inpatientRemarks,
    disproportionateShareCents: cents(6),
    passThroughCents: cents(7),
    capitalCents: cents(8),
    capitalFederalCents: cents(9),
    capitalHospitalCents: cents(10),
    capitalDisproportionateShareCents: cents(11),
    oldCapitalCents: cents(12),
    capitalTeachingCents: cents(13),
    operatingHospitalCents: cents(14),
    costReportDays: decimal(15),
    operatingFederalCents: cents(16),
    capitalOutlierCents: cents(17),
    indirectTeachingCents: cents(18),
    professionalCents: cents(19),
    capitalExceptionCents: cents(24),
  }),
]);

/** What MIA and MOA say of a claim. */
type Outcomes = Pick<OtherCoverageDetails, "inpatient" | "outpatient"> & {
  readonly remarkCodes: readonly string[];
};

/** The part of an adjudication that a MIA or MOA holds besides remarks. */
export function readOutcome(
  target: { inpatient?: InpatientAdjudication; outpatient?: OutpatientAdjudication },
  segment: Segment,
  context: SetContext,
): void {
  if (segment.id === "MIA") {
    outcomes.read(target, segment, context);
    return;
  }
  const outpatient = {
    reimbursementRate: context.quantity(segment, 1),
    payableCents: context.cents(segment, 2),
    renalDiseaseCents: context.cents(segment, 8),
    professionalCents: context.cents(segment, 9),
  };
  if (Object.values(outpatient).some((value) => value !== undefined)) {
    target.outpatient = outpatient;
  }
}

/** MIA, and MOA with the remarks that do not stand in MIA. */
export function writeOutcomes(writer: SegmentWriter, source: Outcomes): void {
  const { inpatient, outpatient } = source;
  if (inpatient !== undefined) outcomes.write(writer, source, "MIA");
  const remarkCodes = [...source.remarkCodes];
  for (const code of inpatient?.remarkCodes ?? []) {
    const at = remarkCodes.indexOf(code);
    if (at >= 0) remarkCodes.splice(at, 1);
  }
  if (remarkCodes.length > 5) writer.refuse("out-of-range", "MOA");
  if (remarkCodes.length === 0 && outpatient === undefined) return;
  const { payableCents, renalDiseaseCents, professionalCents } = outpatient ?? {};
  const amount = (value: number | undefined, element: number) =>
    value === undefined ? undefined : centsText(writer, value, ["MOA", element]);
  writer.write(
    "MOA",
    decimalText(writer, outpatient?.reimbursementRate, ["MOA", 1]),
    amount(payableCents, 2),
    ...Array.from({ length: 5 }, (_, at) => remarkCodes[at]),
    amount(renalDiseaseCents, 8),
    amount(professionalCents, 9),
  );
}
