import {
  cents,
  components,
  date,
  dateWithFormat,
  decimal,
  either,
  repeated,
  required,
  requiredCents,
  requiredDecimal,
  text,
  whole,
} from "../codec/fields.ts";
import type { Hierarchy } from "../codec/hierarchy.ts";
import {
  contactsPart,
  datesPart,
  nameOf,
  organizationDefaults,
  organizationOf,
  partyDefaults,
  partyParts,
  partyShape,
  referencesPart,
  withRelationship,
} from "../codec/party-parts.ts";
import { repeatedComposites } from "../codec/repeated-composites.ts";
import { type Field, partsOf, type Shape, shape } from "../codec/shape.ts";
import type { Party } from "../transaction.ts";
import type {
  CoverageProvider,
  EnrolledMember,
  EnrollmentBatch,
  EnrollmentBroker,
  MemberCoverage,
  MemberDemographics,
  MemberDisability,
  MemberOtherCoverage,
  ReportingCategory,
} from "./enrollment.ts";

const batch = partsOf<Omit<EnrollmentBatch, "header">>();
const member = partsOf<Omit<EnrolledMember, "range">>();
const coverage = partsOf<MemberCoverage>();
const other = partsOf<MemberOtherCoverage>();
const category = partsOf<ReportingCategory>();
const amountFields = { qualifier: required(1), cents: requiredCents(2) };

const organization = (loop: string, role: string): Shape<Party> =>
  shape(loop, [organizationOf(role)], { defaults: organizationDefaults });

const broker: Shape<EnrollmentBroker> = shape(
  "1000C",
  [
    organizationOf("BO", "TV"),
    partsOf<EnrollmentBroker>().segment(
      "ACT",
      {},
      {
        accountNumber: text(1),
        furtherAccountNumber: text(6),
      },
    ),
  ],
  { defaults: organizationDefaults },
);

const provider: Shape<CoverageProvider> = shape(
  "2310",
  [
    partsOf<CoverageProvider>().segment("LX", {}, { number: required(1) }),
    withRelationship(nameOf(..."P3,1X,3D,80,FA,OD,QA,QN,Y2".split(","))),
    ...partyParts("address", "contacts"),
    partsOf<CoverageProvider>().item("change", ["PLA", {}], {
      action: required(1),
      entityCode: required(2),
      on: date(3),
      reason: text(5),
    }),
  ],
  { defaults: partyDefaults },
);

const otherCoverage: Shape<MemberOtherCoverage> = shape("2320", [
  other.segment(
    "COB",
    {},
    {
      sequence: required(1),
      policyNumber: text(2),
      coordination: text(3),
      serviceTypes: repeated(4),
    },
  ),
  referencesPart(),
  datesPart,
  other.loops("parties", partyShape("2330", ["36", "GW", "IN"], ["address", "contacts"])),
]);

const coverageShape: Shape<MemberCoverage> = shape("2300", [
  coverage.segment(
    "HD",
    {},
    {
      maintenanceType: required(1),
      insuranceLine: text(3),
      planDescription: text(4),
      coverageLevel: text(5),
      isLateEnrollee: text(9),
    },
  ),
  datesPart,
  coverage.items("amounts", ["AMT", {}], amountFields),
  referencesPart(),
  coverage.items("identificationCards", ["IDC", {}], {
    planDescription: required(1),
    cardType: required(2),
    quantity: decimal(3),
    action: text(4),
  }),
  coverage.loops("providers", provider),
  coverage.loops("otherCoverages", otherCoverage),
]);

const categoryShape: Shape<ReportingCategory> = shape("2700", [
  category.segment("LX", {}, { number: required(1) }),
  category.segment("N1", { 1: "75" }, { name: text(2) }),
  referencesPart(),
  datesPart,
]);

type RelatedParty = EnrolledMember["relatedParties"][number];

/** DMG05 repeats composites of a race and a code of CDC's list. */
const races: Field<MemberDemographics["races"]> = {
  element: 5,
  read: (segment) => {
    const found = repeatedComposites(segment, 5).flatMap(([race, list, code]) => {
      const coded = list === "RET" && code ? code : undefined;
      return race || coded ? [{ race: race || undefined, code: coded }] : [];
    });
    return found.length === 0 ? undefined : found;
  },
  write: (value) =>
    value === undefined
      ? undefined
      : {
          composites: value.map(({ race, code }) => [race, code && "RET", code]),
        },
};

/** EC01 to EC03. */
const classCodes: Field<readonly string[]> = {
  element: 1,
  read: (segment) => [1, 2, 3].flatMap((element) => segment.text(element) ?? []),
  write: (codes, writer) => {
    if (codes.length > 3) writer.refuse("out-of-range", "EC", 1);
    return codes[0];
  },
  further: [1, 2].map((at) => [at + 1, (codes: readonly string[]) => codes[at]] as const),
};

const memberDemographics = partsOf<RelatedParty>().segment(
  "DMG",
  {},
  {
    dateOfBirth: dateWithFormat(2),
    gender: text(3),
    maritalStatus: text(4),
    races,
    citizenship: text(6),
    raceCollection: { ...text(11), also: [10, "REC"] },
  },
);

const disability: Shape<MemberDisability> = shape("2200", [
  partsOf<MemberDisability>().segment(
    "DSB",
    {},
    { kind: required(1), diagnosisQualifier: text(7), diagnosis: text(8) },
  ),
  datesPart,
]);

const relatedRoles = "70,31,36,M8,S3,6Y,9K,E1,EI,EXS,GB,GD,J6,LR,QD,S1,TZ,X4,45".split(",");

const relatedParty: Shape<RelatedParty> = shape(
  "2100",
  [nameOf(...relatedRoles), ...partyParts("contacts", "address"), memberDemographics],
  { defaults: partyDefaults },
);

const memberShape: Shape<Omit<EnrolledMember, "range">> = shape(
  "2000",
  [
    member.segment(
      "INS",
      {},
      {
        isSubscriber: either(1, ["Y", "N"]),
        relationship: text(2),
        maintenanceType: text(3),
        maintenanceReason: text(4),
        benefitStatus: text(5),
        medicare: components(6),
        qualifyingEvent: text(7),
        employmentStatus: text(8),
        studentStatus: text(9),
        isDisabled: text(10),
        diedOn: dateWithFormat(12),
        confidentiality: text(13),
        birthSequence: whole(17),
      },
    ),
    member.segment("REF", { 1: "0F" }, { subscriberNumber: text(2) }),
    member.segment("REF", { 1: "1L" }, { groupNumber: text(2) }),
    referencesPart(),
    datesPart,
    nameOf("IL", "74"),
    contactsPart,
    ...partyParts("address"),
    memberDemographics,
    member.items("employmentClasses", ["EC", {}], { codes: classCodes }),
    member.item("income", ["ICM", {}], {
      frequency: required(1),
      wageCents: cents(2),
      weeklyHours: decimal(3),
      location: text(4),
      grade: text(5),
    }),
    member.items("amounts", ["AMT", {}], amountFields),
    member.item("health", ["HLH", {}], {
      substanceUse: required(1),
      height: decimal(2),
      weight: decimal(3),
    }),
    member.items("languages", ["LUI", {}], {
      qualifier: text(1),
      code: text(2),
      name: text(3),
      use: text(4),
    }),
    member.loops("relatedParties", relatedParty),
    member.loops("disabilities", disability),
    member.loops("coverages", coverageShape),
    member.bracket("LS", "reportingCategories", "2700"),
    member.loops("reportingCategories", categoryShape),
    member.bracket("LE", "reportingCategories", "2700"),
  ],
  { defaults: { taxonomy: undefined } },
);

/** 834. */
export const enrollmentHierarchy: Hierarchy = {
  setId: "834",
  version: "005010X220A1",
  functionalId: "BE",
  heading: [
    batch.segment(
      "BGN",
      {},
      {
        purpose: required(1),
        referenceId: required(2),
        createdOn: date(3),
        time: text(4),
        timeZone: text(5),
        originalReferenceId: text(6),
        action: text(8),
      },
    ),
    batch.segment("REF", { 1: "38" }, { masterPolicyNumber: text(2) }),
    datesPart,
    batch.items("counts", ["QTY", {}], { qualifier: required(1), quantity: requiredDecimal(2) }),
    batch.loop("sponsor", organization("1000A", "P5")),
    batch.loop("payer", organization("1000B", "IN")),
    batch.loops("brokers", broker),
  ],
  levels: [{ key: "member", shape: memberShape }],
};
