import { batchPart } from "../batch.ts";
import {
  cents,
  date,
  decimal,
  procedure,
  required,
  requiredCents,
  statusCodes,
  text,
} from "../codec/fields.ts";
import type { Hierarchy } from "../codec/hierarchy.ts";
import {
  contactsPart,
  datesPart,
  demographicsPart,
  nameOf,
  partyDefaults,
  partyShape,
  referencesPart,
} from "../codec/party-parts.ts";
import { type Part, partsOf, type Shape, shape } from "../codec/shape.ts";
import type {
  AnsweredStatus,
  StatusAnswer,
  StatusAnsweredParty,
  StatusAnsweredPerson,
  StatusInquiredPerson,
  StatusLine,
  StatusQuestion,
} from "./claim-status.ts";

const line = partsOf<StatusLine>();
const question = partsOf<StatusQuestion>();

const questionShape: Shape<StatusQuestion> = shape("2200", [
  question.segment("TRN", { 1: "1" }, { traceNumber: required(2) }),
  referencesPart(),
  question.items("amounts", ["AMT", {}], { qualifier: required(1), cents: requiredCents(2) }),
  datesPart,
  question.loops(
    "lines",
    shape("2210", [
      line.segment(
        "SVC",
        {},
        {
          procedure: procedure(1),
          chargedCents: cents(2),
          revenueCode: text(4),
          quantity: decimal(7),
        },
      ),
      referencesPart(),
      datesPart,
    ]),
  ),
]);

const inquired = partsOf<StatusInquiredPerson>();
const inquiredParts = (role: string): readonly Part[] => [
  demographicsPart,
  nameOf(role),
  inquired.loops("claims", questionShape),
];
const inquiredDependent: Shape<StatusInquiredPerson> = shape("2000E", inquiredParts("QC"), {
  level: "23",
  tellsChildren: false,
  defaults: partyDefaults,
});

type InquiredSubscriber = StatusInquiredPerson & {
  readonly dependents: readonly StatusInquiredPerson[];
};

/** 276. */
export const statusInquiryHierarchy: Hierarchy = {
  setId: "276",
  version: "005010X212",
  functionalId: "HR",
  heading: [batchPart("0010")],
  levels: [
    { key: "payer", shape: { ...partyShape("2000A", ["PR"], []), level: "20" } },
    { key: "receiver", shape: { ...partyShape("2000B", ["41"], []), level: "21" } },
    { key: "provider", shape: { ...partyShape("2000C", ["1P"], []), level: "19" } },
    {
      key: "subscriber",
      shape: shape(
        "2000D",
        [
          ...inquiredParts("IL"),
          partsOf<InquiredSubscriber>().loops("dependents", inquiredDependent),
        ],
        { level: "22", defaults: partyDefaults },
      ),
    },
  ],
};

const statusFields = {
  codes: statusCodes(1, 10, 11),
  date: date(2),
  action: text(3),
  chargedCents: cents(4),
  paidCents: cents(5),
  adjudicatedOn: date(6),
  paidOn: date(8),
  paymentNumber: text(9),
  message: text(12),
} satisfies { readonly [K in keyof AnsweredStatus]: unknown };

const answer = partsOf<StatusAnswer>();
const answerLine = partsOf<StatusAnswer["lines"][number]>();

const answerShape: Shape<StatusAnswer> = shape("2200", [
  answer.segment("TRN", { 1: "2" }, { traceNumber: required(2) }),
  answer.items("statuses", ["STC", {}], statusFields),
  referencesPart(),
  datesPart,
  answer.loops(
    "lines",
    shape("2220", [
      answerLine.segment(
        "SVC",
        {},
        {
          procedure: procedure(1),
          chargedCents: cents(2),
          paidCents: cents(3),
          revenueCode: text(4),
          quantity: decimal(7),
        },
      ),
      answerLine.items("statuses", ["STC", {}], statusFields),
      referencesPart(),
      datesPart,
    ]),
  ),
]);

const answered = partsOf<StatusAnsweredPerson>();
const answeredParts = (role: string): readonly Part[] => [
  nameOf(role),
  answered.loops("claims", answerShape),
];
const answeredDependent: Shape<StatusAnsweredPerson> = shape("2000E", answeredParts("QC"), {
  level: "23",
  tellsChildren: false,
  defaults: partyDefaults,
});

const answeredParty = partsOf<StatusAnsweredParty>();

function answeredLevel(loop: string, level: string, form: { role: string; trace: string }) {
  return shape<StatusAnsweredParty>(
    loop,
    [
      nameOf(form.role),
      answeredParty.segment("TRN", { 1: form.trace }, { traceNumber: text(2) }),
      answeredParty.items("statuses", ["STC", {}], statusFields),
    ],
    { level, defaults: partyDefaults },
  );
}

type AnsweredSubscriber = StatusAnsweredPerson & {
  readonly dependents: readonly StatusAnsweredPerson[];
};

/** 277. */
export const statusResponseHierarchy: Hierarchy = {
  setId: "277",
  version: "005010X212",
  functionalId: "HN",
  heading: [batchPart("0010")],
  levels: [
    {
      key: "payer",
      shape: shape("2000A", [nameOf("PR"), contactsPart], { level: "20", defaults: partyDefaults }),
    },
    { key: "receiver", shape: answeredLevel("2000B", "21", { role: "41", trace: "2" }) },
    { key: "provider", shape: answeredLevel("2000C", "19", { role: "1P", trace: "1" }) },
    {
      key: "subscriber",
      shape: shape(
        "2000D",
        [
          ...answeredParts("IL"),
          partsOf<AnsweredSubscriber>().loops("dependents", answeredDependent),
        ],
        { level: "22", defaults: partyDefaults },
      ),
    },
  ],
};
