import fc from "fast-check";
import type { ReviewedService } from "../services-review/services-review.ts";
import type { WritableServicesReview } from "../services-review/write-services-review.ts";
import { deliveries, periods, rejections, told, traces } from "./arbitrary-inquiries.ts";
import {
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

/** An object of both parts. */
export const joined = <A extends object, B extends object>(
  one: fc.Arbitrary<A>,
  more: Arbitraries<B>,
) => fc.tuple(one, fc.record(more)).map(([first, rest]) => ({ ...first, ...rest }));

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
      health: maybe(code(1)),
      prognosis: maybe(code(1)),
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
    fc.record(
      {
        qualifier: fc.constantFrom("ABK", "ABF"),
        code: code(7),
        date: maybe(date),
        cents,
        quantity,
        version: code(3),
        rangeEnd: code(5),
      },
      { requiredKeys: ["qualifier", "code", "date"] },
    ),
    { maxLength: 14 },
  ),
  deliveries,
  messages: fc.array(text(100), { maxLength: 1 }),
  attachments: fc.array(
    fc.record({
      reportType: code(2),
      transmission: fc.constantFrom("FX", "EL"),
      controlNumber: maybe(code(20)),
      description: maybe(text(30)),
    }),
    { maxLength: 2 },
  ),
  providers: fc.array(reviewParty("71", everything), { maxLength: 2 }),
};

type ServiceForm = Omit<ReviewedService, keyof typeof reviewed | "teeth">;

const plainService = fc.record({
  procedure: maybe(procedure),
  chargedCents: maybe(charge),
  quantity: maybe(quantity),
});

const detailed = <T extends object>(details: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(details, { requiredKeys: [] });

const serviceForm: fc.Arbitrary<ServiceForm> = fc.oneof(
  fc
    .tuple(
      plainService,
      maybe(code(2)),
      detailed({
        diagnosisPointers: fc.constantFrom(["1"], ["1", "2"]),
        isScreening: fc.constant("Y"),
        levelOfCare: code(1),
      }),
    )
    .map(([plain, unitOfMeasure, details]) => ({
      ...{ kind: "professional" as const, revenueCode: undefined, unitOfMeasure },
      ...plain,
      ...details,
    })),
  fc
    .tuple(
      plainService,
      fc.record({ revenueCode: maybe(code(4)), unitOfMeasure: maybe(code(2)) }),
      detailed({ rate: quantity, nursingHomeStatus: code(1), levelOfCare: code(1) }),
    )
    .map(([plain, more, details]) => ({
      ...{ kind: "institutional" as const },
      ...plain,
      ...more,
      ...details,
    })),
  fc
    .tuple(
      plainService,
      detailed({
        oralCavity: fc.constantFrom(["10"], ["10", "20"]),
        prosthesis: fc.constant("I"),
        description: text(20),
      }),
    )
    .map(([plain, details]) => ({
      ...{ kind: "dental" as const, revenueCode: undefined, unitOfMeasure: undefined },
      ...plain,
      ...details,
    })),
  fc.constant({
    kind: undefined,
    revenueCode: undefined,
    procedure: undefined,
    chargedCents: undefined,
    unitOfMeasure: undefined,
    quantity: undefined,
  }),
);

const decimal = maybe(quantity);
const letters = maybe(code(1));
const day = maybe(date);
const period = maybe(
  fc.tuple(date, maybe(date)).map(([one, other]) => {
    const [from = one, through] = other === undefined ? [one] : [one, other].sort();
    return { from, through };
  }),
);

const teeth = fc.array(
  fc.record({ tooth: code(2), surfaces: fc.array(code(1), { maxLength: 5 }) }),
  { maxLength: 2 },
);

const clinical = {
  conditions: fc.array(
    fc.record({
      category: code(2),
      applies: fc.boolean(),
      codes: fc.array(code(2), { maxLength: 5 }),
    }),
    { maxLength: 2 },
  ),
  transport: maybe(
    fc.record({
      weightUnit: maybe(fc.constantFrom("LB", "KG")),
      weight: decimal,
      kind: letters,
      reason: letters,
      distanceUnit: maybe(fc.constantFrom("DH", "DK")),
      distance: decimal,
      from: maybe(text(20)),
      to: maybe(text(20)),
      roundTripPurpose: maybe(text(20)),
      stretcherPurpose: maybe(text(20)),
    }),
  ),
  spinalManipulation: maybe(
    fc.record({
      treatmentNumber: decimal,
      treatments: decimal,
      firstLevel: maybe(code(2)),
      lastLevel: maybe(code(2)),
      periodUnit: maybe(code(2)),
      period: decimal,
      monthlyTreatments: decimal,
      condition: letters,
      hasComplication: letters,
      description: maybe(text(20)),
      further: maybe(text(20)),
      hasXrays: letters,
    }),
  ),
  oxygen: maybe(
    fc.record({
      certification: letters,
      equipment: fc.array(code(1), { maxLength: 3 }),
      reason: maybe(text(20)),
      flowRate: decimal,
      dailyUse: decimal,
      hourlyUse: decimal,
      therapistOrder: maybe(text(20)),
      bloodGas: decimal,
      saturation: decimal,
      testCondition: letters,
      testFindings: fc.array(code(1), { maxLength: 3 }),
      portableFlowRate: decimal,
      deliverySystem: letters,
    }),
  ),
  homeHealth: maybe(
    fc.record({
      prognosis: code(1),
      startOfCare: day,
      certified: period,
      diagnosedOn: day,
      isSkilledNursing: letters,
      isMedicare: letters,
      certification: letters,
      surgeryOn: day,
      surgeryQualifier: maybe(code(2)),
      surgery: maybe(code(7)),
      orderedOn: day,
      lastVisitOn: day,
      physicianContactOn: day,
      stay: period,
      location: letters,
      diagnosisDates: fc.array(date, { maxLength: 4 }),
    }),
  ),
};

const events = fc.array(
  fc.record({
    ...reviewed,
    admissionType: maybe(code(1)),
    admissionSource: maybe(code(1)),
    patientStatus: maybe(code(2)),
    nursingHomeStatus: maybe(code(1)),
    ...clinical,
    services: fc.array(joined(serviceForm, { ...reviewed, teeth }), { maxLength: 2 }),
  }),
  { maxLength: 2 },
);

const reviewedPerson = (entityCode: string) =>
  joined(reviewParty(entityCode, { address: true, references: true, demographics: true }), {
    relationship: maybe(code(2)),
    employmentStatus: maybe(code(2)),
    birthSequence: maybe(fc.integer({ min: 1, max: 9 })),
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
