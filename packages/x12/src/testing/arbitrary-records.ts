import fc from "fast-check";
import type { WritableEnrollmentBatch, WritableMember } from "../enrollment/write-enrollment.ts";
import type {
  WritablePremiumPayment,
  WritablePremiumRemittance,
} from "../premium-payment/write-premium-payment.ts";
import type { Party } from "../transaction.ts";
import { periods, told } from "./arbitrary-inquiries.ts";
import {
  amounts,
  cents,
  charge,
  code,
  date,
  maybe,
  quantity,
  references,
  text,
} from "./arbitrary-parts.ts";
import { joined } from "./arbitrary-reviews.ts";

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
  brokers: fc.array(
    joined(organization("BO"), {
      accountNumber: maybe(text(20)),
      furtherAccountNumber: maybe(text(20)),
    }),
    { maxLength: 2 },
  ),
});

const decimal = maybe(quantity);
const day = maybe(date);

const memberFacts = {
  maritalStatus: maybe(code(1)),
  races: maybe(
    fc.array(fc.record({ race: code(1), code: maybe(code(6)) }), { minLength: 1, maxLength: 3 }),
  ),
  citizenship: maybe(code(1)),
  raceCollection: maybe(code(2)),
};

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
        change: maybe(
          fc.record({
            action: fc.constant("2"),
            entityCode: fc.constant("1P"),
            on: day,
            reason: maybe(code(2)),
          }),
        ),
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
    employmentClasses: fc.array(
      fc.record({ codes: fc.array(code(2), { minLength: 1, maxLength: 3 }) }),
      { maxLength: 2 },
    ),
    income: maybe(
      fc.record({
        frequency: code(1),
        wageCents: maybe(charge),
        weeklyHours: decimal,
        location: maybe(text(20)),
        grade: maybe(code(5)),
      }),
    ),
    health: maybe(fc.record({ substanceUse: code(1), height: decimal, weight: decimal })),
    languages: fc.array(
      fc.record({
        qualifier: fc.constant("LD"),
        code: maybe(code(3)),
        name: maybe(text(20)),
        use: maybe(fc.constantFrom("5", "7")),
      }),
      { maxLength: 2 },
    ),
    disabilities: fc.array(
      fc.record({
        kind: fc.constantFrom("1", "4"),
        diagnosisQualifier: maybe(fc.constant("DX")),
        diagnosis: maybe(code(7)),
        dates: periods("360"),
      }),
      { maxLength: 2 },
    ),
    ...memberFacts,
    relatedParties: fc.array(
      joined(told("36", { address: true, contacts: true, demographics: true }), memberFacts),
      { maxLength: 2 },
    ),
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

const premiumParty = (entityCode: string, parts: Parameters<typeof told>[1]) =>
  joined(organization(entityCode, parts), {
    furtherName: maybe(text(30)),
    delivery: maybe(fc.record({ method: code(2), name: maybe(text(30)), number: maybe(text(30)) })),
  });

const premiumLines = fc.array(
  fc.record({
    number: code(3),
    charges: fc.array(fc.record({ code: code(4), amount: decimal }), { maxLength: 2 }),
    counts: fc.array(
      fc.record({ number: code(3), quantity: decimal, kind: maybe(fc.constant("IE")) }),
      { maxLength: 2 },
    ),
  }),
  { maxLength: 2 },
);

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
  traceKind: fc.constantFrom("1", "3"),
  traceNumber: text(30),
  originatingCompanyId: maybe(code(10)),
  supplementalId: maybe(code(10)),
  payerCompanyId: maybe(code(10)),
  payerSupplementalCode: maybe(code(9)),
  currency: maybe(fc.record({ entityCode: fc.constantFrom("2B", "PR"), code: fc.constant("USD") })),
  references: references(["18", "38"]),
  dates: periods("582"),
  premiumReceiver: maybe(premiumParty("PE", { address: true })),
  premiumPayer: maybe(premiumParty("PR", { address: true, contacts: true })),
  banks: fc.array(premiumParty("RB", { address: true, contacts: true }), { maxLength: 2 }),
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
      lines: premiumLines,
      adjustments,
    }),
    { maxLength: 3 },
  ),
});
