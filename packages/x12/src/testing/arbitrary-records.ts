import fc from "fast-check";
import type { WritableEnrollmentBatch, WritableMember } from "../enrollment/write-enrollment.ts";
import type {
  WritablePremiumPayment,
  WritablePremiumRemittance,
} from "../premium-payment/write-premium-payment.ts";
import type { ReviewedService } from "../services-review/services-review.ts";
import type { WritableServicesReview } from "../services-review/write-services-review.ts";
import type { Party } from "../transaction.ts";
import { deliveries, periods, rejections, told, traces } from "./arbitrary-inquiries.ts";
import {
  amounts,
  cents,
  charge,
  code,
  date,
  maybe,
  procedure,
  quantity,
  references,
  text,
} from "./arbitrary-parts.ts";

type Arbitraries<T> = { readonly [K in keyof T]: fc.Arbitrary<T[K]> };

const joined = <A extends object, B extends object>(one: fc.Arbitrary<A>, more: Arbitraries<B>) =>
  fc.tuple(one, fc.record(more)).map(([first, rest]) => ({ ...first, ...rest }));

const reviewParty = (entityCode: string, parts: Parameters<typeof told>[1]) =>
  joined(told(entityCode, parts), { rejections });

const everything = { address: true, references: true, taxonomy: true, contacts: true };

const reviewed = {
  traces,
  rejections,
  request: maybe(
    fc.record({
      category: maybe(code(2)),
      certificationType: maybe(code(1)),
      serviceType: maybe(code(2)),
      facility: fc.array(code(2), { maxLength: 2 }),
      relatedCauses: fc.array(code(2), { maxLength: 3 }),
      levelOfService: maybe(code(2)),
      releaseOfInformation: maybe(code(1)),
      delayReason: maybe(code(2)),
    }),
  ),
  decision: maybe(
    fc.record({
      action: code(2),
      authorizationNumber: maybe(text(30)),
      reasonCode: maybe(code(2)),
      needsSecondOpinion: maybe(code(1)),
    }),
  ),
  references: references(["BB", "NT"]),
  dates: periods("472"),
  codes: fc.array(
    fc.record({ qualifier: fc.constantFrom("ABK", "ABF"), code: code(7), date: maybe(date) }),
    { maxLength: 14 },
  ),
  deliveries,
  messages: fc.array(text(100), { maxLength: 1 }),
  providers: fc.array(reviewParty("71", everything), { maxLength: 2 }),
};

type ServiceForm = Pick<
  ReviewedService,
  "kind" | "revenueCode" | "procedure" | "chargedCents" | "unitOfMeasure" | "quantity"
>;

const serviceForm: fc.Arbitrary<ServiceForm> = fc
  .record({
    kind: fc.constantFrom("professional", "institutional", "dental", undefined),
    revenueCode: maybe(code(4)),
    procedure: maybe(procedure),
    chargedCents: maybe(charge),
    unitOfMeasure: maybe(code(2)),
    quantity: maybe(quantity),
  })
  .map((form) => {
    const { kind } = form;
    if (kind === "institutional") return form;
    const plain = { ...form, revenueCode: undefined };
    if (kind === "professional") return plain;
    if (kind === "dental") return { ...plain, unitOfMeasure: undefined };
    return {
      ...plain,
      procedure: undefined,
      chargedCents: undefined,
      unitOfMeasure: undefined,
      quantity: undefined,
    };
  });

const events = fc.array(
  fc.record({
    ...reviewed,
    admissionType: maybe(code(1)),
    admissionSource: maybe(code(1)),
    patientStatus: maybe(code(2)),
    services: fc.array(joined(serviceForm, reviewed), { maxLength: 2 }),
  }),
  { maxLength: 2 },
);

const reviewedPerson = (entityCode: string) =>
  joined(reviewParty(entityCode, { address: true, references: true, demographics: true }), {
    relationship: maybe(code(2)),
    events,
  });

/** A 278. */
export const arbitraryReview: fc.Arbitrary<WritableServicesReview> = fc.record({
  reviewOrganization: reviewParty("X3", { contacts: true }),
  requester: reviewParty("1P", everything),
  subscriber: maybe(
    joined(reviewedPerson("IL"), { dependents: fc.array(reviewedPerson("QC"), { maxLength: 1 }) }),
  ),
});

const organization = (entityCode: string, parts: Parameters<typeof told>[1] = {}) =>
  told(entityCode, parts).map(
    (each): Party => ({
      ...each,
      isPerson: false,
      firstName: undefined,
      middleName: undefined,
      suffix: undefined,
    }),
  );

/** The heading of an 834. */
export const arbitraryEnrollmentBatch: fc.Arbitrary<WritableEnrollmentBatch> = fc.record({
  purpose: fc.constantFrom("00", "15"),
  referenceId: text(30),
  createdOn: maybe(date),
  time: maybe(fc.constant("1200")),
  timeZone: maybe(code(2)),
  originalReferenceId: maybe(text(20)),
  action: maybe(fc.constantFrom("2", "4", "RX")),
  masterPolicyNumber: maybe(text(20)),
  dates: periods("007"),
  counts: fc.array(fc.record({ qualifier: fc.constantFrom("TO", "ET"), quantity }), {
    maxLength: 2,
  }),
  sponsor: maybe(organization("P5")),
  payer: maybe(organization("IN")),
  brokers: fc.array(joined(organization("BO"), { accountNumber: maybe(text(20)) }), {
    maxLength: 2,
  }),
});

const coverages = fc.array(
  fc.record({
    maintenanceType: code(3),
    insuranceLine: maybe(code(3)),
    planDescription: maybe(text(30)),
    coverageLevel: maybe(code(3)),
    isLateEnrollee: maybe(code(1)),
    dates: periods("348"),
    amounts: amounts(["P3"]),
    references: references(["1L", "CE"]),
    identificationCards: fc.array(
      fc.record({
        planDescription: text(20),
        cardType: fc.constantFrom("D", "H"),
        quantity: maybe(quantity),
        action: maybe(code(1)),
      }),
      { maxLength: 1 },
    ),
    providers: fc.array(
      joined(told("P3", { address: true, contacts: true }), {
        number: code(3),
        relationship: maybe(code(2)),
      }),
      { maxLength: 2 },
    ),
    otherCoverages: fc.array(
      fc.record({
        sequence: fc.constantFrom("P", "S"),
        policyNumber: maybe(text(20)),
        coordination: maybe(code(1)),
        serviceTypes: fc.array(code(2), { maxLength: 3 }),
        references: references(["60", "SY"]),
        dates: periods("344"),
        parties: fc.array(told("IN", { address: true, contacts: true }), { maxLength: 1 }),
      }),
      { maxLength: 2 },
    ),
  }),
  { maxLength: 2 },
);

/** A member of an 834. */
export const arbitraryMember: fc.Arbitrary<WritableMember> = joined(
  told("IL", { address: true, references: true, demographics: true, contacts: true }),
  {
    isSubscriber: fc.boolean(),
    relationship: maybe(code(2)),
    maintenanceType: maybe(code(3)),
    maintenanceReason: maybe(code(2)),
    benefitStatus: maybe(code(1)),
    medicare: fc.array(code(1), { maxLength: 2 }),
    qualifyingEvent: maybe(code(1)),
    employmentStatus: maybe(code(2)),
    studentStatus: maybe(code(1)),
    isDisabled: maybe(code(1)),
    diedOn: maybe(date),
    confidentiality: maybe(code(1)),
    birthSequence: maybe(fc.integer({ min: 1, max: 9 })),
    subscriberNumber: maybe(text(20)),
    groupNumber: maybe(text(20)),
    dates: periods("356"),
    amounts: amounts(["P3"]),
    relatedParties: fc.array(told("36", { address: true, contacts: true, demographics: true }), {
      maxLength: 2,
    }),
    coverages,
    reportingCategories: fc.array(
      fc.record({
        number: code(3),
        name: maybe(text(20)),
        references: references(["17", "ZZ"]),
        dates: periods("007"),
      }),
      { maxLength: 2 },
    ),
  },
);

const account = maybe(
  fc.record({
    routingQualifier: maybe(fc.constant("01")),
    routingNumber: code(9),
    accountQualifier: maybe(fc.constant("DA")),
    accountNumber: maybe(code(20)),
  }),
);

const adjustments = fc.array(fc.record({ cents, reasonCode: code(2) }), { maxLength: 2 });

/** The heading of an 820. */
export const arbitraryPremiumPayment: fc.Arbitrary<WritablePremiumPayment> = fc.record({
  handlingCode: fc.constantFrom("I", "C"),
  paidCents: cents,
  creditOrDebit: maybe(fc.constant("C")),
  paymentMethod: maybe(fc.constantFrom("ACH", "CHK")),
  paymentFormat: maybe(code(3)),
  payerAccount: account,
  payeeAccount: account,
  effectiveOn: maybe(date),
  traceNumber: text(30),
  originatingCompanyId: maybe(code(10)),
  references: references(["18", "38"]),
  dates: periods("582"),
  premiumReceiver: maybe(organization("PE", { address: true })),
  premiumPayer: maybe(organization("PR", { address: true, contacts: true })),
});

/** What an 820 pays for one organization or person. */
export const arbitraryPremiumRemittance: fc.Arbitrary<WritablePremiumRemittance> = fc.record({
  number: code(4),
  entityCode: maybe(fc.constantFrom("2J", "2L")),
  idQualifier: maybe(fc.constantFrom("EI", "34")),
  id: maybe(text(20)),
  names: fc.array(told("IL"), { maxLength: 2 }),
  earlierAdjustments: adjustments,
  items: fc.array(
    fc.record({
      qualifier: fc.constantFrom("AZ", "IK"),
      id: text(20),
      actionCode: maybe(code(2)),
      paidCents: maybe(cents),
      billedCents: maybe(cents),
      references: references(["14", "18"]),
      dates: periods("582"),
      adjustments,
    }),
    { maxLength: 3 },
  ),
});
