import {
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
} from "../codec/party-parts.ts";
import { partsOf, type Shape, shape, untyped } from "../codec/shape.ts";
import type { Party } from "../transaction.ts";
import type {
  CoverageProvider,
  EnrolledMember,
  EnrollmentBatch,
  EnrollmentBroker,
  MemberCoverage,
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
    partsOf<EnrollmentBroker>().segment("ACT", {}, { accountNumber: text(1) }),
  ],
  { defaults: organizationDefaults },
);

const provider: Shape<CoverageProvider> = shape(
  "2310",
  [
    partsOf<CoverageProvider>().segment("LX", {}, { number: required(1) }),
    withRelationship(nameOf(..."P3,1X,3D,80,FA,OD,QA,QN,Y2".split(","))),
    ...partyParts("address", "contacts"),
    untyped("PLA"),
  ],
  { defaults: partyDefaults },
);

function withRelationship(name: ReturnType<typeof nameOf>): ReturnType<typeof nameOf> {
  if (name.is !== "segment") return name;
  return { ...name, fields: { ...name.fields, relationship: text(10) } };
}

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

const relatedRoles = "70,31,36,M8,S3,6Y,9K,E1,EI,EXS,GB,GD,J6,LR,QD,S1,TZ,X4,45".split(",");

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
    ...partyParts("address", "demographics"),
    untyped("EC", "ICM"),
    member.items("amounts", ["AMT", {}], amountFields),
    untyped("HLH", "LUI"),
    member.loops(
      "relatedParties",
      partyShape("2100", relatedRoles, ["contacts", "address", "demographics"]),
    ),
    untyped("DSB"),
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
