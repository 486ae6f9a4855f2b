import { batchPart, deliveryFields, rejectionFields, traceFields } from "../batch.ts";
import {
  cents,
  components,
  decimal,
  procedure,
  repeated,
  required,
  requiredCents,
  text,
  whole,
} from "../codec/fields.ts";
import type { Hierarchy } from "../codec/hierarchy.ts";
import {
  contactsPart,
  datesPart,
  nameOf,
  partyDefaults,
  partyParts,
  partyShape,
  referencesPart,
  withRelationship,
} from "../codec/party-parts.ts";
import { type Part, partsOf, type Shape, shape } from "../codec/shape.ts";
import type { SegmentWriter } from "../write/segment-writer.ts";
import { dateText } from "../write/write-parts.ts";
import type {
  AnsweredPerson,
  AnsweringParty,
  Benefit,
  CodedDiagnosis,
  EligibilityPerson,
  EligibilityQuestion,
  InquiredPerson,
  MilitaryService,
  RelatedParty,
} from "./eligibility.ts";

const sources = ["PR", "P5", "2B", "36", "GP"];
const receivers = ["1P", "FA", "2B", "36", "80", "GP", "P5", "PR"];
const person = partsOf<EligibilityPerson>();
const question = partsOf<EligibilityQuestion>();
const benefit = partsOf<Benefit>();
const rejection = partsOf<AnsweringParty>().items("rejections", ["AAA", {}], rejectionFields);

const relation = (isSubscriber: boolean): Part =>
  person.segment(
    "INS",
    { 1: isSubscriber ? "Y" : "N" },
    {
      relationship: text(2),
      maintenanceType: text(3),
      maintenanceReason: text(4),
      birthSequence: whole(17),
    },
  );

const traces = person.items("traces", ["TRN", {}], traceFields);

const questionShape: Shape<EligibilityQuestion> = shape("2110", [
  question.segment(
    "EQ",
    {},
    {
      serviceTypes: repeated(1),
      procedure: procedure(2),
      coverageLevel: text(3),
      diagnosisPointers: components(5),
    },
  ),
  question.items("amounts", ["AMT", {}], { qualifier: required(1), cents: requiredCents(2) }),
  question.segment("III", { 1: "ZZ" }, { placeOfService: text(2) }),
  referencesPart(),
  datesPart,
]);

const inquired = partsOf<InquiredPerson>();

function inquiredParts(role: string): readonly Part[] {
  return [
    traces,
    nameOf(role),
    ...partyParts("references", "address", "taxonomy", "demographics"),
    relation(role === "IL"),
    diagnosesPart,
    datesPart,
    inquired.loops("questions", questionShape),
  ];
}

/** HI: up to eight diagnoses. */
const diagnosesPart: Part = {
  is: "custom",
  ids: ["HI"],
  fixed: {},
  key: "diagnoses",
  empty: [],
  read: (before, segment) => {
    for (let element = 1; element <= Math.min(segment.elementCount, 12); element += 1) {
      const [qualifier, code] = segment.components(element);
      if (qualifier && code) (before as CodedDiagnosis[]).push({ qualifier, code });
    }
    return before;
  },
  write: (writer, value) => {
    const codes = (value ?? []) as readonly CodedDiagnosis[];
    if (codes.length > 8) writer.refuse("out-of-range", "HI");
    if (codes.length > 0) writer.write("HI", ...codes.map((one) => [one.qualifier, one.code]));
  },
};

/** MPI with its period of one day or a range. */
const militaryPart: Part = {
  is: "custom",
  ids: ["MPI"],
  fixed: {},
  key: "militaryServices",
  empty: [],
  read: (before, segment, context) => {
    const [first = "", last] = (segment.text(7) ?? "").split("-");
    const place = { segment, element: 7 };
    (before as MilitaryService[]).push({
      informationStatus: context.required(segment, 1) ?? "",
      employmentStatus: segment.text(2),
      branch: segment.text(3),
      description: segment.text(4),
      rank: segment.text(5),
      from: first === "" ? undefined : context.dateOfText(first, place),
      through: last === undefined ? undefined : context.dateOfText(last, place),
    });
    return before;
  },
  write: (writer, value) => {
    for (const one of (value ?? []) as readonly MilitaryService[]) writeMilitary(writer, one);
  },
};

function writeMilitary(writer: SegmentWriter, service: MilitaryService): void {
  const { informationStatus, employmentStatus, branch, description, rank, from, through } = service;
  const first = from === undefined ? undefined : dateText(writer, from, ["MPI", 7]);
  const last = through === undefined ? undefined : dateText(writer, through, ["MPI", 7]);
  const format = first === undefined ? undefined : last === undefined ? "D8" : "RD8";
  const period = last === undefined ? first : `${first}-${last}`;
  const words = [employmentStatus, branch, description, rank];
  writer.write("MPI", informationStatus, ...words, format, period);
}

const noContacts = { defaults: { contacts: [] } };
const inquiredDependent: Shape<InquiredPerson> = shape("2000D", inquiredParts("03"), {
  level: "23",
  ...noContacts,
});

type InquiredSubscriber = InquiredPerson & { readonly dependents: readonly InquiredPerson[] };

/** 270. */
export const inquiryHierarchy: Hierarchy = {
  setId: "270",
  version: "005010X279A1",
  functionalId: "HS",
  heading: [batchPart("0022")],
  levels: [
    {
      key: "source",
      shape: { ...partyShape("2000A", sources, []), level: "20" },
    },
    {
      key: "receiver",
      shape: {
        ...partyShape("2000B", receivers, ["references", "address", "taxonomy"]),
        level: "21",
      },
    },
    {
      key: "subscriber",
      shape: shape(
        "2000C",
        [
          ...inquiredParts("IL"),
          partsOf<InquiredSubscriber>().loops("dependents", inquiredDependent),
        ],
        { level: "22", ...noContacts },
      ),
    },
  ],
};

const relatedParties =
  "PR,P3,P4,P5,1P,IL,X3,13,1I,2B,36,73,FA,GP,GW,I3,LR,OC,PRP,SEP,TTP,VER,VN,VY,Y2".split(",");

const relatedPartyShape: Shape<RelatedParty> = shape(
  "2120",
  [withRelationship(nameOf(...relatedParties)), ...partyParts("address", "contacts", "taxonomy")],
  { defaults: partyDefaults },
);

const benefitShape: Shape<Benefit> = shape("2110", [
  benefit.segment(
    "EB",
    {},
    {
      benefitCode: required(1),
      coverageLevel: text(2),
      serviceTypes: repeated(3),
      insuranceType: text(4),
      planDescription: text(5),
      timePeriod: text(6),
      cents: cents(7),
      share: decimal(8),
      quantityQualifier: text(9),
      quantity: decimal(10),
      needsAuthorization: text(11),
      isInNetwork: text(12),
      procedure: procedure(13),
      diagnosisPointers: components(14),
    },
  ),
  benefit.items("deliveries", ["HSD", {}], deliveryFields),
  referencesPart(),
  datesPart,
  rejection,
  benefit.values("messages", ["MSG", {}], required(1)),
  benefit.items("conditions", ["III", {}], {
    qualifier: text(1),
    code: text(2),
    category: text(3),
    text: text(4),
  }),
  benefit.bracket("LS", "relatedParties", "2120"),
  benefit.loops("relatedParties", relatedPartyShape),
  benefit.bracket("LE", "relatedParties", "2120"),
]);

const answered = partsOf<AnsweredPerson>();

function answeredParts(role: string): readonly Part[] {
  return [
    traces,
    nameOf(role),
    ...partyParts("references", "address"),
    rejection,
    ...partyParts("taxonomy", "demographics"),
    relation(role === "IL"),
    diagnosesPart,
    datesPart,
    militaryPart,
    answered.loops("benefits", benefitShape),
  ];
}

const answeredDependent: Shape<AnsweredPerson> = shape("2000D", answeredParts("03"), {
  level: "23",
  ...noContacts,
});

type AnsweredSubscriber = AnsweredPerson & { readonly dependents: readonly AnsweredPerson[] };

/** 271. */
export const responseHierarchy: Hierarchy = {
  setId: "271",
  version: "005010X279A1",
  functionalId: "HB",
  heading: [batchPart("0022")],
  levels: [
    {
      key: "source",
      shape: shape("2000A", [nameOf(...sources), contactsPart, rejection], {
        level: "20",
        defaults: partyDefaults,
      }),
    },
    {
      key: "receiver",
      shape: shape(
        "2000B",
        [
          nameOf(...receivers),
          ...partyParts("references", "address"),
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
          ...answeredParts("IL"),
          partsOf<AnsweredSubscriber>().loops("dependents", answeredDependent),
        ],
        { level: "22", ...noContacts },
      ),
    },
  ],
};
