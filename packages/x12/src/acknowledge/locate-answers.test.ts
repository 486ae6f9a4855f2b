import { describe, expect, test } from "vitest";
import { answeredBy277CA, answeredBy999, originalOf } from "../testing/answered.ts";
import { type CleanSampleName, sampleText } from "../testing/clean-samples.ts";
import { swap } from "../testing/seeded.ts";
import { locateSetErrors, locateStatuses } from "./locate-answers.ts";

const rejected = (text: string) => answeredBy277CA(text, "statuses");

const claim = "CLM*PCN1*150***11:B:1*Y*A*Y*Y*P*AA:::IL";
const line = "SV1*HC:99213:25*100*UN*1***1:2**Y";

// biome-ignore format: one row a line
const elements: readonly (readonly [string, CleanSampleName, string, string, string, string])[] = [
  ["a charge", "professional", line, line.replace("*100*", "*1OO*"), "lines[0].chargedCents", "2400 SV1 2"],
  ["a procedure's modifier", "professional", line, line.replace(":25*", ":2*"), "lines[0].procedure.modifiers[0]", "2400 SV1 1-3"],
  ["a pointer", "professional", line, line.replace("*1:2*", "*1:X*"), "lines[0].diagnosisPointers[1]", "2400 SV1 7-2"],
  ["a unit", "professional", line, line.replace("*UN*", "*XX*"), "lines[0].unitOfMeasure", "2400 SV1 3"],
  ["a date of a line", "professional", "DTP*472*D8*20250102", "DTP*472*D8*20250230", "lines[0].serviceFrom", "2400 DTP 3"],
  ["a relationship", "dependent", "PAT*19", "PAT*99", "patientRelationship", "2000C PAT 1"],
  ["a birth date", "professional", "DMG*D8*19700101*F", "DMG*D8*19701301*F", "patient.dateOfBirth", "2010BA DMG 2"],
  ["a sex", "professional", "DMG*D8*19700101*F", "DMG*D8*19700101*Q", "patient.gender", "2010BA DMG 3"],
  ["an assignment", "professional", claim, claim.replace("*Y*A*Y*Y", "*Y*Q*Y*Y"), "assignment", "2300 CLM 7"],
  ["a frequency", "professional", claim, claim.replace("11:B:1", "11:B"), "frequencyCode", "2300 CLM 5-3"],
  ["a payer's sequence", "professional", "SBR*P*18*GRP1*GROUP NAME*****CI", "SBR*Q*18*GRP1*GROUP NAME*****CI", "coverage.sequence", "2000B SBR 1"],
  ["a kind of file", "professional", "BHT*0019*00*BATCH1*20260106*1200*CH", "BHT*0019*00*BATCH1*20260106*1200*XX", "submission.claimOrEncounter", " BHT 6"],
  ["an adjustment", "professional", "CAS*PR*1*10", "CAS*PR*1*1O", "otherCoverages[0].adjustments[0].cents", "2320 CAS 3"],
];

describe("a 999 leads to the element of our own claim", () => {
  test.each(elements)("%s", (_name, sample, from, to, path, place) => {
    const located = answeredBy999(sampleText(sample, swap(from, to)));
    const found = located.map(
      ({ loop, segmentId, element, component, path: at }) =>
        `${loop ?? ""} ${segmentId} ${element}${component === undefined ? "" : `-${component}`} ${at}`,
    );
    expect(found).toContain(`${place} ${path}`);
  });

  test("what is missing leads to what it would belong to", () => {
    const text = sampleText("dependent", (all) => all.filter((one) => !one.startsWith("DMG")));
    expect(answeredBy999(text)).toContainEqual(
      expect.objectContaining({
        segmentId: "DMG",
        segment: undefined,
        loop: "2010CA",
        path: "patient",
        patientControlNumber: "PCN1",
      }),
    );
  });

  test("a count of the envelope belongs to no field of a claim", () => {
    const original = originalOf(sampleText("dependent"));
    const segmentInSet = original.segments.length;
    const error = { segmentId: "SE", segmentInSet, loop: undefined, errorCode: "8", contexts: [] };
    const element = { element: 1, component: undefined, repetition: undefined, errorCode: "7" };
    const named = { ...error, elements: [{ ...element, dataElement: "96", contexts: [] }] };
    const set = { ...noSet, errors: [named, { ...error, elements: [] }] };
    const place = { segmentId: "SE", segment: segmentInSet, patientControlNumber: undefined };
    expect(locateSetErrors(set, original)).toMatchObject([
      { ...place, element: 1, path: undefined },
      { ...place, element: undefined, path: undefined },
    ]);
  });

  test("a set that is not ours leads nowhere", () => {
    const original = originalOf(sampleText("dependent"));
    const error = { segmentId: "CLM", segmentInSet: 999, loop: "2300", errorCode: "8" };
    const set = { ...noSet, errors: [{ ...error, contexts: [], elements: [] }] };
    expect(locateSetErrors(set, original)).toMatchObject([{ path: undefined, segment: undefined }]);
  });
});

const noSet = {
  range: { segmentFrom: 1, segmentTo: 1, byteFrom: 0, byteTo: 1 },
  setId: "837",
  controlNumber: "0001",
  version: undefined,
  code: "R",
  errorCodes: [],
};

// biome-ignore format: one row a line
const statuses: readonly (readonly [string, CleanSampleName, string, string, string])[] = [
  ["the balance", "dependent", "SV1*HC:99213*100*UN*1***1", "SV1*HC:99213*90*UN*1***1", "CLM 2 chargedCents"],
  ["a diagnosis", "dependent", "HI*ABK:J069", "HI*ABK:J06.9", "HI 1-2 codes[0].code"],
  ["a procedure", "dependent", "SV1*HC:99213*100*UN*1***1", "SV1*HC:9921*100*UN*1***1", "SV1 1-2 lines[0].procedure.code"],
  ["the payer's number", "dependent", "CLM*PCN1*100***11:B:1*Y*A*Y*Y", "CLM*PCN1*100***11:B:7*Y*A*Y*Y", "REF 2 undefined"],
  ["the member's number", "dependent", "NM1*IL*1*ALDER*ANNA****MI*M0001", "NM1*IL*1*ALDER*ANNA", "NM1 9 coverage.subscriber.id"],
  ["a tax number", "dependent", "REF*EI*361234567", "REF*EI*36-1234567", "REF 2 billingProvider.references[0].id"],
  ["an accident without its state", "professional", claim, claim.replace("AA:::IL", "AA"), "CLM 11-4 accidentState"],
];

describe("a 277CA leads to the element of our own claim", () => {
  test.each(statuses)("%s", (_name, sample, from, to, expected) => {
    const located = rejected(sampleText(sample, swap(from, to)));
    const found = located.map(
      ({ segmentId, element, component, path }) =>
        `${segmentId} ${element}${component === undefined ? "" : `-${component}`} ${path}`,
    );
    expect(found).toContain(expected);
    expect(located[0]?.patientControlNumber).toBe("PCN1");
  });

  test("a line by its own number", () => {
    const text = sampleText("professional");
    const status = {
      codes: [{ category: "A7", status: "454", entity: undefined }],
      ...{ date: undefined, action: "U", chargedCents: undefined, paidCents: undefined },
      message: undefined,
    };
    const lines = ["LINE2", "2", "9"].map((lineItemControlNumber) => ({
      ...{ procedureCode: "36415", chargedCents: undefined, statuses: [status] },
      lineItemControlNumber,
    }));
    const answer = { traceNumber: "PCN1", statuses: [], lines };
    expect(locateStatuses(answer, originalOf(text)).map(({ path }) => path)).toEqual([
      "lines[1].procedure.code",
      "lines[1].procedure.code",
      undefined,
    ]);
    expect(locateStatuses({ ...answer, traceNumber: "OTHER" }, originalOf(text))).toEqual([]);
  });

  test("a status of the claim as a whole has no path", () => {
    const status = {
      codes: [{ category: "A7", status: "21", entity: "PR" }],
      ...{ date: undefined, action: "U", chargedCents: undefined, paidCents: undefined },
      message: undefined,
    };
    const answer = { traceNumber: "PCN1", statuses: [status], lines: [] };
    expect(locateStatuses(answer, originalOf(sampleText("dependent")))).toMatchObject([
      { codes: ["A7", "21", "PR"], segmentId: "CLM", path: undefined },
    ]);
  });
});
