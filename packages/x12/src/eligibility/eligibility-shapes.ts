import { batchPart, deliveryFields, rejectionFields, traceFields } from "../batch.ts";
import {
  cents,
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
} from "../codec/party-parts.ts";
import { type Part, partsOf, type Shape, shape, untyped } from "../codec/shape.ts";
import type {
  AnsweredPerson,
  AnsweringParty,
  Benefit,
  EligibilityPerson,
  EligibilityQuestion,
  InquiredPerson,
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
    untyped("HI"),
    datesPart,
    inquired.loops("questions", questionShape),
  ];
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
    },
  ),
  benefit.items("deliveries", ["HSD", {}], deliveryFields),
  referencesPart(),
  datesPart,
  rejection,
  benefit.values("messages", ["MSG", {}], required(1)),
  benefit.items("conditions", ["III", {}], { qualifier: text(1), code: text(2) }),
  benefit.bracket("LS", "relatedParties", "2120"),
  benefit.loops(
    "relatedParties",
    partyShape("2120", relatedParties, ["address", "contacts", "taxonomy"]),
  ),
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
    untyped("HI"),
    datesPart,
    untyped("MPI"),
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
