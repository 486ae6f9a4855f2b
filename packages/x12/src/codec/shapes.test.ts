import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { write270 } from "../eligibility/write-eligibility.ts";
import { write834 } from "../enrollment/write-enrollment.ts";
import { write278 } from "../services-review/write-services-review.ts";
import { arbitraryInquiry, batch } from "../testing/arbitrary-inquiries.ts";
import { arbitraryEnrollmentBatch, arbitraryMember } from "../testing/arbitrary-records.ts";
import { arbitraryReview } from "../testing/arbitrary-reviews.ts";
import { interchangeText } from "../testing/interchange-text.ts";
import { eventsOf, issueCodesOf, readText } from "../testing/read-text.ts";
import { testEnvelope } from "../testing/write-envelope.ts";
import type { WriteResult } from "../write/write-interchange.ts";

function sampleOf<T>(arbitrary: fc.Arbitrary<T>): T {
  const [value] = fc.sample(arbitrary, { numRuns: 1, seed: 11 });
  if (value === undefined) throw new Error("a sample was expected");
  return value;
}

function textOf(result: WriteResult): string {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.text;
}

const codesOf = (result: WriteResult) =>
  result.ok ? [] : result.refusals.map(({ code, segmentId }) => `${code} ${segmentId}`);

const heading = sampleOf(batch);
const inquiry = sampleOf(arbitraryInquiry.filter(({ subscriber }) => subscriber !== undefined));
const { subscriber } = inquiry;
if (subscriber === undefined) throw new Error("a subscriber was expected");

const inquirySet = (...segments: readonly string[]) =>
  interchangeText([{ setId: "270", segments: ["BHT*0022*13*B*20250106*1200", ...segments] }], {
    functionalId: "HS",
    version: "005010X279A1",
  });

describe("levels", () => {
  test("neighbours share those in which they agree", () => {
    const units = [inquiry, inquiry, { ...inquiry, receiver: inquiry.source }];
    const alone = units.map((unit) => ({ ...unit, subscriber: { ...subscriber, dependents: [] } }));
    const result = write270(heading, alone, testEnvelope);
    // The source's role is not one of a receiver's in every guide; PR is.
    const levels = textOf(result).match(/HL\*[^~]*/g);
    expect(levels).toEqual([
      "HL*1**20*1",
      "HL*2*1*21*1",
      "HL*3*2*22*0",
      "HL*4*2*22*0",
      "HL*5*1*21*1",
      "HL*6*5*22*0",
    ]);
  });

  test("their numbers and parents are checked", () => {
    const text = inquirySet("HL*1**20*1", "NM1*PR*2*P", "HL*7*9*21*1", "NM1*1P*2*R");
    expect(issueCodesOf(readText(text))).toEqual(["X12_HIERARCHY_NUMBER", "X12_HIERARCHY_PARENT"]);
  });

  test("one that the guide does not have is an error", () => {
    const [issue] = eventsOf(readText(inquirySet("HL*1**99*1", "ZZZ*1")), "issue");
    expect(issue?.issue).toMatchObject({ code: "X12_SEGMENT_UNEXPECTED", severity: "error" });
  });

  test("a unit without its outermost level cannot be written", () => {
    const nothing = { source: undefined, receiver: undefined, subscriber: undefined };
    expect(codesOf(write270(heading, [nothing], testEnvelope))).toEqual(["missing HL"]);
    expect(codesOf(write270(heading, [], testEnvelope))).toEqual(["missing HL"]);
  });
});

test("padding of components is not part of them", () => {
  const text = inquirySet(
    ...["HL*1**20*1", "NM1*PR*2*P", "HL*2*1*21*1", "NM1*1P*2*R", "HL*3*2*22*0"],
    ...["NM1*IL*1*ALDER", "EQ**HC:99213 :  :25"],
  );
  const [event] = eventsOf(readText(text), "eligibility-inquiry");
  expect(event?.inquiry.subscriber?.questions[0]?.procedure).toEqual({
    qualifier: "HC",
    code: "99213",
    modifiers: ["25"],
    description: undefined,
  });
});

describe("limits", () => {
  test("a unit with too many segments is cut, the next one is whole", () => {
    const member = ["INS*Y*18*021*28*A", "REF*0F*S1"];
    const dates = Array.from({ length: 50_010 }, () => "DTP*356*D8*20250101");
    const segments = ["BGN*00*R*20250106*1200****4", ...member, ...dates, ...member];
    const text = interchangeText([{ setId: "834", segments }], {
      functionalId: "BE",
      version: "005010X220A1",
    });
    const events = readText(text);
    expect(issueCodesOf(events)).toEqual(["X12_TOO_MANY_SEGMENTS"]);
    expect(eventsOf(events, "enrolled-member").map((event) => event.member)).toMatchObject([
      { subscriberNumber: "S1" },
      { subscriberNumber: "S1", dates: [] },
    ]);
  });
});

describe("a name of an unknown role", () => {
  test("takes its address with it", () => {
    const text = inquirySet(
      ...["HL*1**20*1", "NM1*PR*2*P", "HL*2*1*21*1", "NM1*1P*2*R", "HL*3*2*22*0"],
      ...["NM1*IL*1*ALDER", "N3*1 ORCHARD RD", "NM1*ZZ*2*OTHER", "N3*2 RIVER ST", "REF*18*X"],
    );
    const events = readText(text);
    expect(issueCodesOf(events)).toEqual(["X12_SEGMENT_UNEXPECTED"]);
    const [event] = eventsOf(events, "eligibility-inquiry");
    expect(event?.inquiry.subscriber).toMatchObject({
      address: { line1: "1 ORCHARD RD" },
      references: [],
    });
  });

  test("what belongs to a level above does not stand below it", () => {
    const text = inquirySet(
      ...["HL*1**20*1", "NM1*PR*2*P", "HL*2*1*21*1", "NM1*1P*2*R", "HL*3*2*22*0"],
      ...["NM1*IL*1*ALDER", "BHT*0022*13*C*20250106*1200"],
    );
    expect(issueCodesOf(readText(text))).toEqual(["X12_SEGMENT_UNEXPECTED"]);
  });
});

describe("what cannot be read", () => {
  test.each([
    ["date of another format", "DMG*D6*700101*F", "X12_DATE_FORMAT"],
    ["required element", "TRN*1", "X12_ELEMENT_MISSING"],
    ["a second segment of a kind", "NM1*IL*1*OTHER", "X12_SEGMENT_UNEXPECTED"],
    ["amount", "AMT*R*x", "X12_AMOUNT"],
  ])("%s", (_, segment, code) => {
    const text = inquirySet(
      ...["HL*1**20*1", "NM1*PR*2*P", "HL*2*1*21*1", "NM1*1P*2*R", "HL*3*2*22*0"],
      ...["NM1*IL*1*ALDER", ...(segment.startsWith("AMT") ? ["EQ*30"] : []), segment],
    );
    expect(issueCodesOf(readText(text))).toEqual([code]);
  });
});

describe("refusals", () => {
  const member = sampleOf(arbitraryMember);
  const enrollment = sampleOf(arbitraryEnrollmentBatch);
  const question = {
    serviceTypes: ["30"],
    procedure: undefined,
    coverageLevel: undefined,
    amounts: [],
    placeOfService: undefined,
    references: [],
    dates: [],
  };
  test.each<readonly [string, WriteResult, string]>([
    [
      "role of another loop",
      write270(
        heading,
        [{ ...inquiry, source: { ...subscriber, entityCode: "ZZ" } }],
        testEnvelope,
      ),
      "out-of-range NM1",
    ],
    [
      "required text",
      write270({ ...heading, purpose: "" }, [inquiry], testEnvelope),
      "missing BHT",
    ],
    [
      "empty repetition",
      write270(
        heading,
        [
          {
            ...inquiry,
            subscriber: { ...subscriber, questions: [{ ...question, serviceTypes: ["30", ""] }] },
          },
        ],
        testEnvelope,
      ),
      "missing EQ",
    ],
    [
      "repetitions without a separator",
      write270(
        heading,
        [
          {
            ...inquiry,
            subscriber: { ...subscriber, questions: [{ ...question, serviceTypes: ["30", "1"] }] },
          },
        ],
        {
          ...testEnvelope,
          delimiters: { element: "*", component: ":", repetition: undefined, segment: "~" },
        },
      ),
      "unsupported EQ",
    ],
    [
      "negative number",
      write834(enrollment, [{ ...member, birthSequence: -1 }], testEnvelope),
      "not-a-number INS",
    ],
    [
      "date",
      write834(enrollment, [{ ...member, diedOn: "2025-02-30" }], testEnvelope),
      "not-a-date INS",
    ],
  ])("%s", (_, result, expected) => {
    expect(codesOf(result)).toContain(expected);
  });

  test("a service must tell its kind", () => {
    const review = sampleOf(
      arbitraryReview.filter(({ subscriber: one }) =>
        Boolean(one?.events.some(({ services }) => services.length > 0)),
      ),
    );
    const person = review.subscriber;
    const [event] = person?.events.filter(({ services }) => services.length > 0) ?? [];
    const [service] = event?.services ?? [];
    if (person === undefined || event === undefined || service === undefined) {
      throw new Error("a service was expected");
    }
    const details = ["diagnosisPointers", "isScreening", "levelOfCare", "rate"];
    details.push("nursingHomeStatus", "oralCavity", "prosthesis", "description");
    const plain = Object.fromEntries(
      Object.entries(service).filter(([name]) => !details.includes(name)),
    ) as typeof service;
    const written = (changes: object) => {
      const services = [{ ...plain, ...changes }];
      const reviewed = { ...person, events: [{ ...event, services }], dependents: [] };
      return codesOf(write278(heading, [{ ...review, subscriber: reviewed }], testEnvelope));
    };
    expect(written({ kind: undefined, quantity: "1" })).toEqual(["missing SV1"]);
    const dental = { kind: "dental", revenueCode: "0300", unitOfMeasure: "UN" };
    expect(written(dental)).toEqual(["unsupported SV3", "unsupported SV3"]);
  });
});
