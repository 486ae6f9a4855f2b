import {
  createTransactionReader,
  createValidator,
  type ReadEvent,
  type WritableClaim,
  type WriteEnvelope,
  write837P,
} from "@headwater/x12";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildClaim } from "./build-claim.ts";
import { plainParty } from "./claim-parties.ts";
import type { ChargeSource, ClaimSources } from "./claim-sources.ts";
import { controlNumberOf, controlNumberRoot } from "./control-number.ts";
import {
  exampleBilling,
  exampleCoverage,
  exampleEncounter,
  exampleFacility,
  exampleLine,
  exampleRendering,
  exampleSources,
  exampleSpouse,
} from "./testing/example-sources.ts";

const number = controlNumberOf({ root: controlNumberRoot(1), version: 1 });

const envelope: WriteEnvelope = {
  senderQualifier: "ZZ",
  senderId: "SENDER",
  receiverQualifier: "ZZ",
  receiverId: "RECEIVER",
  date: "2026-06-15",
  time: "1200",
  interchangeControlNumber: 1,
  groupControlNumber: 1,
  setControlNumber: 1,
  isTest: false,
};

const submission = {
  referenceId: "1",
  purpose: "00",
  createdOn: "2026-06-15",
  claimOrEncounter: "CH",
  submitter: {
    ...plainParty("41"),
    lastNameOrOrganization: "Riverside",
    idQualifier: "46",
    id: "SENDER",
    contacts: [
      { functionCode: "IC", name: "Office", numbers: [{ qualifier: "TE", number: "3125550142" }] },
    ],
  },
  receiver: {
    ...plainParty("40"),
    lastNameOrOrganization: "House",
    idQualifier: "46",
    id: "RECEIVER",
  },
};

function built(sources: ClaimSources): WritableClaim {
  const result = buildClaim(sources, number);
  if (result.is !== "built") throw new Error(JSON.stringify(result.missing));
  return result.claim;
}

function written(claim: WritableClaim): Uint8Array {
  const result = write837P(submission, [claim], envelope);
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return new TextEncoder().encode(result.text);
}

function eventsOf(
  reader: { push(bytes: Uint8Array): ReadEvent[]; end(): ReadEvent[] },
  bytes: Uint8Array,
) {
  return [...reader.push(bytes), ...reader.end()];
}

function issuesOf(claim: WritableClaim): string[] {
  return eventsOf(createValidator({ profile: "strict" }), written(claim)).flatMap((event) =>
    event.type === "issue"
      ? `${event.issue.severity} ${event.issue.code} ${event.issue.loop} ${event.issue.segmentId} ${event.issue.element}`
      : [],
  );
}

function readBack(claim: WritableClaim): WritableClaim | undefined {
  for (const event of eventsOf(createTransactionReader(), written(claim))) {
    if (event.type !== "claim") continue;
    const { range: _, ...rest } = event.claim;
    return rest;
  }
  return undefined;
}

const medicare = {
  ...exampleCoverage,
  payer: {
    ...exampleCoverage.payer,
    name: "Medicare",
    identifier: "05102",
    lineOfBusiness: "medicare",
  },
  memberId: "1EG4TE5MK73",
  groupNumber: undefined,
  groupName: undefined,
};

const cases: readonly (readonly [string, ClaimSources])[] = [
  ["an office visit", exampleSources],
  [
    "a child on a parent's policy",
    {
      ...exampleSources,
      coverages: [{ ...exampleCoverage, relationship: "19", subscriber: exampleSpouse }],
    },
  ],
  [
    "Medicare after an employer's plan",
    {
      ...exampleSources,
      coverages: [exampleCoverage, { ...medicare, medicareSecondaryType: "12" }],
    },
  ],
  [
    "three payers",
    {
      ...exampleSources,
      coverages: [
        medicare,
        exampleCoverage,
        { ...exampleCoverage, relationship: "01", subscriber: exampleSpouse },
      ],
    },
  ],
  [
    "a drug with its NDC",
    {
      ...exampleSources,
      encounter: {
        ...exampleEncounter,
        lines: [
          exampleLine,
          {
            ...exampleLine,
            procedureCode: "J1100",
            units: "4",
            chargedCents: 5_000,
            ndc: "00517-4901-25",
            ndcQuantity: "1",
            ndcUnit: "ML",
          },
        ],
      },
    },
  ],
  [
    "an inpatient visit elsewhere, referred and supervised",
    {
      ...exampleSources,
      encounter: {
        ...exampleEncounter,
        placeOfService: "21",
        admittedOn: "2026-06-10",
        serviceFrom: "2026-06-10",
        serviceThrough: "2026-06-12",
        priorAuthorization: "A-7781",
        referralNumber: "R55",
        patientPaidCents: 3_000,
        note: "Seen at night",
      },
      facility: {
        ...exampleFacility,
        name: "General Hospital",
        address: { ...exampleBilling.address, line1: "1 Hospital Way" },
      },
      providers: {
        ...exampleSources.providers,
        referring: { ...exampleRendering, npi: "1114025509" },
        supervising: { ...exampleRendering, npi: "1225135510" },
      },
    },
  ],
  [
    "an accident at work of an employee",
    {
      ...exampleSources,
      coverages: [
        {
          ...exampleCoverage,
          payer: { ...exampleCoverage.payer, lineOfBusiness: "workers-compensation" },
          relationship: "20",
          casualtyClaimNumber: "WC-99",
          subscriber: {
            ...exampleSpouse,
            lastName: "Orchard Works",
            firstName: undefined,
            middleName: undefined,
          },
        },
      ],
      encounter: {
        ...exampleEncounter,
        relatedCauses: ["EM"],
        accidentState: "IL",
        accidentOn: "2026-06-11",
      },
    },
  ],
  [
    "a physician who bills for himself",
    {
      ...exampleSources,
      providers: {
        ...exampleSources.providers,
        billing: { ...exampleRendering, taxId: "123-45-6789" },
      },
      payTo: { ...exampleBilling.address, line1: "PO Box 9" },
    },
  ],
];

describe("a claim from its encounter", () => {
  test.each(cases)("%s passes strict validation", (_, sources) => {
    expect(issuesOf(built(sources))).toEqual([]);
  });

  test.each(cases)("%s is read back as it was built", (_, sources) => {
    const claim = built(sources);
    expect(readBack(claim)).toEqual(claim);
  });

  test("charges the sum of its lines, each with a number of its own", () => {
    const line = fc.record({
      chargedCents: fc.integer({ min: 0, max: 10_000_000 }),
      units: fc.integer({ min: 1, max: 99 }).map(String),
      diagnosisPointers: fc.uniqueArray(fc.integer({ min: 1, max: 2 }), { minLength: 1 }),
      modifiers: fc.uniqueArray(fc.constantFrom("25", "59", "LT", "RT", "76"), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 50 }), (lines) => {
        const charged: ChargeSource[] = lines.map((each) => ({ ...exampleLine, ...each }));
        const claim = built({
          ...exampleSources,
          encounter: { ...exampleEncounter, lines: charged },
        });
        expect(claim.chargedCents).toBe(lines.reduce((sum, each) => sum + each.chargedCents, 0));
        const numbers = new Set(claim.lines.map((each) => each.lineItemControlNumber));
        expect(numbers.size).toBe(lines.length);
        expect(claim.lines.map((each) => each.diagnosisPointers)).toEqual(
          lines.map((each) => each.diagnosisPointers),
        );
        expect(readBack(claim)).toEqual(claim);
      }),
      { numRuns: 30 },
    );
  });

  test("anesthesia is counted in minutes, and a line's own place stands on it", () => {
    const claim = built({
      ...exampleSources,
      encounter: {
        ...exampleEncounter,
        lines: [
          { ...exampleLine, procedureCode: "00142", units: "35" },
          { ...exampleLine, placeOfService: "22" },
          { ...exampleLine, placeOfService: "11" },
        ],
      },
    });
    expect(claim.lines.map((line) => [line.unitOfMeasure, line.placeOfService])).toEqual([
      ["MJ", undefined],
      ["UN", "22"],
      ["UN", undefined],
    ]);
  });

  test("what is missing is told all at once, each by its path", () => {
    const result = buildClaim(
      {
        ...exampleSources,
        patient: { ...exampleSources.patient, dateOfBirth: undefined },
        coverages: [{ ...exampleCoverage, memberId: "" }],
        providers: { ...exampleSources.providers, billing: undefined },
        encounter: {
          ...exampleEncounter,
          diagnoses: [],
          lines: [{ ...exampleLine, units: undefined, ndc: "00517490125" }],
        },
      },
      number,
    );
    expect(result).toEqual({
      is: "incomplete",
      missing: [
        { path: "patient.dateOfBirth", code: "missing" },
        { path: "coverages.0.memberId", code: "missing" },
        { path: "providers.billing", code: "missing" },
        { path: "encounter.diagnoses", code: "missing" },
        { path: "encounter.lines.0.units", code: "missing" },
        { path: "encounter.lines.0.diagnosisPointers", code: "out-of-range" },
        { path: "encounter.lines.0.ndcQuantity", code: "missing" },
        { path: "encounter.lines.0.ndcUnit", code: "missing" },
      ],
    });
  });

  test("without a coverage there is no claim", () => {
    const result = buildClaim({ ...exampleSources, coverages: [] }, number);
    expect(result).toMatchObject({ is: "incomplete", missing: [{ path: "coverages" }] });
  });
});
