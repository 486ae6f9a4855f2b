import { batchPart, deliveryFields, rejectionFields, traceFields } from "../batch.ts";
import { procedureOf } from "../claim-parts.ts";
import { components, required, text, whole } from "../codec/fields.ts";
import type { Hierarchy } from "../codec/hierarchy.ts";
import {
  contactsPart,
  datesPart,
  nameOf,
  partyDefaults,
  partyParts,
  referencesPart,
} from "../codec/party-parts.ts";
import { type Part, partsOf, type Shape, shape } from "../codec/shape.ts";
import type { Segment } from "../segment.ts";
import type { SetContext } from "../set-context.ts";
import type { SegmentWriter } from "../write/segment-writer.ts";
import { centsText, dateText, decimalText, procedureParts } from "../write/write-parts.ts";
import { clinicalParts } from "./clinical-parts.ts";
import type {
  ReviewCode,
  ReviewedEvent,
  ReviewedPerson,
  ReviewedService,
  ReviewParty,
} from "./services-review.ts";

const event = partsOf<ReviewedEvent>();
const person = partsOf<ReviewedPerson>();
const rejection = partsOf<ReviewParty>().items("rejections", ["AAA", {}], rejectionFields);

const providerRoles = "SJ,71,72,73,77,1T,AAJ,DD,DK,DN,FA,G3,P3,QB,QV,45,FS,ND,PW,R3,00,CA,L5".split(
  ",",
);

const providerShape = (loop: string): Shape<ReviewParty> =>
  shape(
    loop,
    [
      nameOf(...providerRoles),
      ...partyParts("references", "address", "contacts"),
      rejection,
      ...partyParts("taxonomy"),
    ],
    { defaults: partyDefaults },
  );

/** HI: one code after another, twelve a segment. */
const codesPart: Part = {
  is: "custom",
  ids: ["HI"],
  fixed: {},
  key: "codes",
  empty: [],
  read: (before, segment, context) => {
    for (const code of codesOf(segment, context)) (before as ReviewCode[]).push(code);
    return before;
  },
  write: (writer, value) => {
    const codes = value as readonly ReviewCode[];
    for (let from = 0; from < codes.length; from += 12) {
      writer.write("HI", ...codes.slice(from, from + 12).map((one) => codeParts(writer, one)));
    }
  },
};

function codesOf(segment: Segment, context: SetContext): ReviewCode[] {
  const codes: ReviewCode[] = [];
  for (let element = 1; element <= Math.min(segment.elementCount, 12); element += 1) {
    const [qualifier, code, format, day] = segment.components(element);
    if (!qualifier || !code) continue;
    const isDated = format === "D8" && day !== undefined && day !== "";
    const date = isDated ? context.dateOfText(day, { segment, element, component: 4 }) : undefined;
    codes.push({ qualifier, code, date, ...codeDetails(segment, element, context) });
  }
  return codes;
}

/** HI0x-5 to HI0x-8, those that are there. */
function codeDetails(
  segment: Segment,
  element: number,
  context: SetContext,
): Pick<ReviewCode, "cents" | "quantity" | "version" | "rangeEnd"> {
  const [, , , , amount, quantity, version, rangeEnd] = segment.components(element);
  if (!amount && !quantity && !version && !rangeEnd) return {};
  const place = { segment, element, component: 5 };
  const cents = amount ? context.centsOfText(amount, place) : undefined;
  return {
    ...(cents === undefined ? {} : { cents }),
    ...(quantity ? { quantity } : {}),
    ...(version ? { version } : {}),
    ...(rangeEnd ? { rangeEnd } : {}),
  };
}

function codeParts(writer: SegmentWriter, one: ReviewCode): readonly (string | undefined)[] {
  const { qualifier, code, date, cents, quantity, version, rangeEnd } = one;
  const day = date === undefined ? undefined : dateText(writer, date, ["HI", 1]);
  const amount = cents === undefined ? undefined : centsText(writer, cents, ["HI", 1]);
  const count = decimalText(writer, quantity, ["HI", 1]);
  const format = day === undefined ? undefined : "D8";
  return [qualifier, code, format, day, amount, count, version, rangeEnd];
}

const reviewed = (loop: string): readonly Part[] => [
  event.items("traces", ["TRN", {}], traceFields),
  rejection,
  event.item("request", ["UM", {}], {
    category: text(1),
    certificationType: text(2),
    serviceType: text(3),
    facility: components(4),
    relatedCauses: components(5),
    levelOfService: text(6),
    health: text(7),
    prognosis: text(8),
    releaseOfInformation: text(9),
    delayReason: text(10),
  }),
  event.item("decision", ["HCR", {}], {
    action: required(1),
    authorizationNumber: text(2),
    reasonCode: text(3),
    needsSecondOpinion: text(4),
  }),
  referencesPart(),
  datesPart,
  codesPart,
  ...(loop === "2000F" ? servicePart : []),
  event.items("deliveries", ["HSD", {}], deliveryFields),
  ...(loop === "2000F" ? [teethPart] : admissionParts),
  event.items("attachments", ["PWK", {}], {
    reportType: required(1),
    transmission: required(2),
    controlNumber: { ...text(6), also: [5, "AC"] as const },
    description: text(7),
  }),
  event.values("messages", ["MSG", {}], required(1)),
  event.loops("providers", providerShape(loop === "2000F" ? "2010F" : "2010EA")),
];

const admissionParts: readonly Part[] = [
  clinicalParts.conditions,
  event.segment(
    "CL1",
    {},
    {
      admissionType: text(1),
      admissionSource: text(2),
      patientStatus: text(3),
      nursingHomeStatus: text(4),
    },
  ),
  ...clinicalParts.further,
];

const teethPart = partsOf<ReviewedService>().items("teeth", ["TOO", { 1: "JP" }], {
  tooth: required(2),
  surfaces: components(3),
});

/** SV1, SV2 or SV3: where each has the procedure, the charge, the unit and the quantity. */
type ServiceForm = readonly [kind: NonNullable<ReviewedService["kind"]>, ...number[]];

const serviceForms: Readonly<Record<string, ServiceForm>> = {
  SV1: ["professional", 1, 2, 3, 4],
  SV2: ["institutional", 2, 3, 4, 5],
  SV3: ["dental", 1, 2, 0, 6],
};

type ServiceValue = Pick<
  ReviewedService,
  "kind" | "revenueCode" | "procedure" | "chargedCents" | "unitOfMeasure" | "quantity"
>;

const servicePart: readonly Part[] = [
  {
    is: "merged",
    ids: Object.keys(serviceForms),
    empty: {
      kind: undefined,
      revenueCode: undefined,
      procedure: undefined,
      chargedCents: undefined,
      unitOfMeasure: undefined,
      quantity: undefined,
    } satisfies ServiceValue,
    read: serviceOf,
    write: (writer, values) =>
      writeService(writer, values as unknown as ServiceValue & ServiceDetails),
  },
];

function serviceOf(segment: Segment, context: SetContext): ServiceValue & ServiceDetails {
  const [kind, procedure = 0, charge = 0, unit = 0, quantity = 0] = serviceForms[segment.id] ?? [
    "professional" as const,
  ];
  return {
    kind,
    revenueCode: kind === "institutional" ? segment.text(1) : undefined,
    procedure: procedureOf(segment, procedure),
    chargedCents: context.cents(segment, charge),
    unitOfMeasure: unit === 0 ? undefined : segment.text(unit),
    quantity: context.quantity(segment, quantity),
    ...serviceDetails(segment, context),
  };
}

type ServiceDetails = Pick<
  ReviewedService,
  | "diagnosisPointers"
  | "isScreening"
  | "levelOfCare"
  | "rate"
  | "nursingHomeStatus"
  | "oralCavity"
  | "prosthesis"
  | "description"
>;

/** What few services say, those that are there. */
function serviceDetails(segment: Segment, context: SetContext): ServiceDetails {
  const list = (element: number) => {
    const parts = segment.components(element);
    return parts.length === 0 ? undefined : parts;
  };
  const found: { [K in keyof ServiceDetails]: ServiceDetails[K] | undefined } =
    segment.id === "SV1"
      ? {
          diagnosisPointers: list(7),
          isScreening: segment.text(11),
          levelOfCare: segment.text(20),
        }
      : segment.id === "SV2"
        ? {
            rate: context.quantity(segment, 6),
            nursingHomeStatus: segment.text(9),
            levelOfCare: segment.text(10),
          }
        : { oralCavity: list(4), prosthesis: segment.text(5), description: segment.text(7) };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** Details that each kind of service has a place for. */
const detailsOf: Readonly<Record<string, readonly (keyof ServiceDetails)[]>> = {
  professional: ["diagnosisPointers", "isScreening", "levelOfCare"],
  institutional: ["rate", "nursingHomeStatus", "levelOfCare"],
  dental: ["oralCavity", "prosthesis", "description"],
};

const everyDetail = [...new Set(Object.values(detailsOf).flat())];

function writeService(writer: SegmentWriter, values: ServiceValue & ServiceDetails): void {
  const { kind, procedure, chargedCents, revenueCode, unitOfMeasure, quantity } = values;
  const id = Object.keys(serviceForms).find((each) => serviceForms[each]?.[0] === kind);
  const parts = procedure === undefined ? undefined : procedureParts(procedure);
  const held = everyDetail.filter((name) => values[name] !== undefined);
  if (id === undefined) {
    const plain = procedure ?? chargedCents ?? revenueCode ?? unitOfMeasure ?? quantity;
    if (plain !== undefined || held.length > 0) writer.refuse("missing", "SV1");
    return;
  }
  if (held.some((name) => detailsOf[kind ?? ""]?.includes(name) !== true)) {
    writer.refuse("unsupported", id);
  }
  const charge = chargedCents === undefined ? undefined : centsText(writer, chargedCents, [id, 2]);
  const count = decimalText(writer, quantity, [id, 4]);
  if (kind !== "institutional" && revenueCode !== undefined) writer.refuse("unsupported", id, 1);
  if (kind === "dental") {
    if (unitOfMeasure !== undefined) writer.refuse("unsupported", id);
    const { oralCavity, prosthesis, description } = values;
    writer.write(id, parts, charge, undefined, oralCavity, prosthesis, count, description);
  } else if (kind === "institutional") {
    const rate = decimalText(writer, values.rate, [id, 6]);
    const care = [undefined, undefined, values.nursingHomeStatus, values.levelOfCare];
    writer.write(id, revenueCode, parts, charge, unitOfMeasure, count, rate, ...care);
  } else {
    const { diagnosisPointers, isScreening, levelOfCare } = values;
    const blanks = Array.from({ length: 8 }, () => undefined);
    const pointers = [undefined, undefined, diagnosisPointers, undefined, undefined, undefined];
    const last = [isScreening, ...blanks, levelOfCare];
    writer.write(id, parts, charge, unitOfMeasure, count, ...pointers, ...last);
  }
}

const serviceShape: Shape<ReviewedService> = shape("2000F", reviewed("2000F"), { level: "SS" });

const eventShape: Shape<ReviewedEvent> = shape(
  "2000E",
  [...reviewed("2000E"), event.loops("services", serviceShape)],
  { level: "EV" },
);

function personParts(role: string): readonly Part[] {
  return [
    nameOf(role),
    ...partyParts("references", "address"),
    rejection,
    ...partyParts("demographics"),
    person.segment(
      "INS",
      { 1: role === "IL" ? "Y" : "N" },
      { relationship: text(2), employmentStatus: text(8), birthSequence: whole(17) },
    ),
  ];
}

const dependentShape: Shape<ReviewedPerson> = shape(
  "2000D",
  [...personParts("QC"), person.loops("events", eventShape)],
  { level: "23", defaults: partyDefaults },
);

type ReviewedSubscriber = ReviewedPerson & { readonly dependents: readonly ReviewedPerson[] };

/** 278. */
export const servicesReviewHierarchy: Hierarchy = {
  setId: "278",
  version: "005010X217",
  functionalId: "HI",
  heading: [batchPart("0007")],
  levels: [
    {
      key: "reviewOrganization",
      shape: shape("2000A", [rejection, nameOf("X3"), contactsPart], {
        level: "20",
        defaults: partyDefaults,
      }),
    },
    {
      key: "requester",
      shape: shape(
        "2000B",
        [
          nameOf("1P", "FA"),
          ...partyParts("references", "address", "contacts"),
          rejection,
          ...partyParts("taxonomy"),
        ],
        { level: "21", defaults: partyDefaults },
      ),
    },
    {
      key: "subscriber",
      shape: shape(
        "2000C",
        [
          ...personParts("IL"),
          person.loops("events", eventShape),
          partsOf<ReviewedSubscriber>().loops("dependents", dependentShape),
        ],
        { level: "22", defaults: partyDefaults },
      ),
    },
  ],
};
