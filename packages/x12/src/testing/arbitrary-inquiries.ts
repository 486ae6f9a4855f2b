import fc from "fast-check";
import type {
  WritableClaimStatusInquiry,
  WritableClaimStatusResponse,
} from "../claim-status/write-claim-status.ts";
import type {
  WritableEligibilityInquiry,
  WritableEligibilityResponse,
} from "../eligibility/write-eligibility.ts";
import type { Party } from "../transaction.ts";
import {
  amounts,
  cents,
  charge,
  code,
  date,
  maybe,
  party,
  procedure,
  quantity,
  references,
  text,
} from "./arbitrary-parts.ts";

/** What of a party its loop can tell; the rest is left out. */
type Told = {
  readonly address?: boolean;
  readonly references?: boolean;
  readonly taxonomy?: boolean;
  readonly demographics?: boolean;
  readonly contacts?: boolean;
};

/** A party of a loop with the parts given. */
export function told(entityCode: string, parts: Told = {}): fc.Arbitrary<Party> {
  const { address = false, references: numbers = false, ...rest } = parts;
  return party(entityCode, rest).map((each) => ({
    ...each,
    address: address ? each.address : undefined,
    references: numbers ? each.references : [],
  }));
}

/** A day, or a range of days. */
export const periods = (qualifier: string) =>
  fc.array(
    fc.tuple(date, maybe(date)).map(([one, other]) => {
      const [from = one, through] = other === undefined ? [one] : [one, other].sort();
      return { qualifier, from, through };
    }),
    { maxLength: 2 },
  );

export const batch = fc.record({
  purpose: fc.constantFrom("13", "11", "06", "08"),
  referenceId: maybe(text(30)),
  createdOn: maybe(date),
  time: maybe(fc.constantFrom("1200", "235959")),
  kind: maybe(code(2)),
});

export const traces = fc.array(
  fc.record({
    kind: fc.constantFrom("1", "2"),
    traceNumber: text(30),
    originatingCompanyId: maybe(code(10)),
    supplementalId: maybe(text(20)),
  }),
  { maxLength: 2 },
);

export const rejections = fc.array(
  fc.record({
    isValid: fc.constantFrom("Y", "N"),
    agencyCode: fc.constant(undefined),
    reasonCode: maybe(code(2)),
    followUpCode: maybe(code(1)),
  }),
  { maxLength: 2 },
);

export const deliveries = fc.array(
  fc.record({
    quantityQualifier: fc.constantFrom("DY", "VS"),
    quantity: maybe(quantity),
    measurement: maybe(code(2)),
    sampleSelection: maybe(quantity),
    periodQualifier: maybe(code(2)),
    periodCount: maybe(quantity),
    calendarPattern: maybe(code(1)),
    timePattern: maybe(code(1)),
  }),
  { maxLength: 2 },
);

const personParts = { address: true, references: true, taxonomy: true, demographics: true };

function eligibilityPerson<T>(entityCode: string, more: { [K in keyof T]: fc.Arbitrary<T[K]> }) {
  const own = fc.record({
    traces,
    relationship: maybe(code(2)),
    maintenanceType: maybe(fc.constant("001")),
    maintenanceReason: maybe(fc.constant("25")),
    birthSequence: maybe(fc.integer({ min: 1, max: 9 })),
    diagnoses: fc.array(fc.record({ qualifier: fc.constantFrom("ABK", "ABF"), code: code(7) }), {
      maxLength: 8,
    }),
    dates: periods("291"),
  });
  return fc
    .tuple(told(entityCode, personParts), own, fc.record(more))
    .map(([one, other, rest]) => ({ ...one, ...other, ...rest }));
}

const pointers = fc.constantFrom([], ["1"], ["1", "3"]);

const questions = fc.array(
  fc.record({
    serviceTypes: fc.array(code(2), { minLength: 1, maxLength: 4 }),
    procedure: maybe(procedure),
    coverageLevel: maybe(code(3)),
    diagnosisPointers: pointers,
    amounts: amounts(["R", "PB"]),
    placeOfService: maybe(code(2)),
    references: references(["9F", "G1"]),
    dates: periods("291"),
  }),
  { maxLength: 3 },
);

/** A 270. */
export const arbitraryInquiry: fc.Arbitrary<WritableEligibilityInquiry> = fc.record({
  source: told("PR"),
  receiver: told("1P", { address: true, references: true, taxonomy: true }),
  subscriber: eligibilityPerson("IL", {
    questions,
    dependents: fc.array(eligibilityPerson("03", { questions }), { maxLength: 2 }),
  }),
});

const benefits = fc.array(
  fc.record({
    benefitCode: code(2),
    coverageLevel: maybe(code(3)),
    serviceTypes: fc.array(code(2), { maxLength: 4 }),
    insuranceType: maybe(code(2)),
    planDescription: maybe(text(50)),
    timePeriod: maybe(code(2)),
    cents: maybe(cents),
    share: maybe(quantity),
    quantityQualifier: maybe(code(2)),
    quantity: maybe(quantity),
    needsAuthorization: maybe(code(1)),
    isInNetwork: maybe(code(1)),
    procedure: maybe(procedure),
    diagnosisPointers: pointers,
    deliveries,
    references: references(["18", "1L", "6P"]),
    dates: periods("348"),
    rejections,
    messages: fc.array(text(100), { maxLength: 2 }),
    conditions: fc.array(
      fc.record({
        qualifier: fc.constantFrom("ZZ", "BK"),
        code: maybe(code(7)),
        category: maybe(code(2)),
        text: maybe(text(30)),
      }),
      { maxLength: 2 },
    ),
    relatedParties: fc.array(
      fc
        .tuple(told("P3", { address: true, taxonomy: true, contacts: true }), maybe(code(2)))
        .map(([party, relationship]) => ({ ...party, relationship })),
      { maxLength: 2 },
    ),
  }),
  { maxLength: 3 },
);

const military = fc
  .record({
    informationStatus: code(1),
    employmentStatus: maybe(code(2)),
    branch: maybe(code(1)),
    description: maybe(text(20)),
    rank: maybe(code(2)),
    period: maybe(
      fc
        .tuple(date, maybe(date))
        .map(([one, other]) => (other === undefined ? [one] : [one, other])),
    ),
  })
  .map(({ period = [], ...rest }) => ({ ...rest, from: period[0], through: period[1] }));

const militaryServices = fc.array(military, { maxLength: 3 });

const answeringParty = (entityCode: string, parts: Told) =>
  fc
    .tuple(told(entityCode, parts), rejections)
    .map(([one, those]) => ({ ...one, rejections: those }));

/** A 271. */
export const arbitraryResponse: fc.Arbitrary<WritableEligibilityResponse> = fc
  .record({
    source: answeringParty("PR", { contacts: true }),
    receiver: maybe(answeringParty("1P", { address: true, references: true, taxonomy: true })),
    subscriber: maybe(
      eligibilityPerson("IL", {
        rejections,
        militaryServices,
        benefits,
        dependents: fc.array(eligibilityPerson("03", { rejections, militaryServices, benefits }), {
          maxLength: 2,
        }),
      }),
    ),
  })
  .map((all) => (all.receiver === undefined ? { ...all, subscriber: undefined } : all));

const statusLine = {
  procedure: maybe(procedure),
  chargedCents: maybe(charge),
  revenueCode: maybe(code(4)),
  quantity: maybe(quantity),
  references: references(["FJ"]),
  dates: periods("472"),
};

const claimQuestions = fc.array(
  fc.record({
    traceNumber: text(30),
    references: references(["1K", "BLT", "EJ"]),
    amounts: amounts(["T3"]),
    dates: periods("472"),
    lines: fc.array(fc.record(statusLine), { maxLength: 2 }),
  }),
  { maxLength: 2 },
);

function statusPerson<T>(
  entityCode: string,
  parts: Told,
  more: { [K in keyof T]: fc.Arbitrary<T[K]> },
) {
  return fc
    .tuple(told(entityCode, parts), fc.record(more))
    .map(([one, rest]) => ({ ...one, ...rest }));
}

const inquired = { demographics: true };

/** A 276. */
export const arbitraryStatusInquiry: fc.Arbitrary<WritableClaimStatusInquiry> = fc.record({
  payer: told("PR"),
  receiver: told("41"),
  provider: told("1P"),
  subscriber: statusPerson("IL", inquired, {
    claims: claimQuestions,
    dependents: fc.array(statusPerson("QC", inquired, { claims: claimQuestions }), {
      maxLength: 2,
    }),
  }),
});

const statuses = fc.array(
  fc.record({
    codes: fc.array(fc.record({ category: code(3), status: code(3), entity: maybe(code(2)) }), {
      minLength: 1,
      maxLength: 3,
    }),
    date: maybe(date),
    action: maybe(code(2)),
    chargedCents: maybe(charge),
    paidCents: maybe(cents),
    adjudicatedOn: maybe(date),
    paidOn: maybe(date),
    paymentNumber: maybe(text(16)),
    message: maybe(text(60)),
  }),
  { maxLength: 2 },
);

const claimAnswers = fc.array(
  fc.record({
    traceNumber: text(30),
    statuses,
    references: references(["1K", "EJ", "D9"]),
    dates: periods("472"),
    lines: fc.array(fc.record({ ...statusLine, paidCents: maybe(cents), statuses }), {
      maxLength: 2,
    }),
  }),
  { maxLength: 2 },
);

const answeredParty = (entityCode: string) =>
  fc
    .record({ party: told(entityCode), traceNumber: maybe(text(30)), statuses })
    .map(({ party: one, ...rest }) => ({ ...one, ...rest }))
    // A trace is what the statuses of a level stand under.
    .map((one) => (one.traceNumber === undefined ? { ...one, statuses: [] } : one));

/** A 277. */
export const arbitraryStatusResponse: fc.Arbitrary<WritableClaimStatusResponse> = fc.record({
  payer: told("PR", { contacts: true }),
  receiver: answeredParty("41"),
  provider: answeredParty("1P"),
  subscriber: maybe(
    statusPerson(
      "IL",
      {},
      {
        claims: claimAnswers,
        dependents: fc.array(statusPerson("QC", {}, { claims: claimAnswers }), { maxLength: 2 }),
      },
    ),
  ),
});
