import { describe, expect, test } from "vitest";
import { interchangeText, isaText } from "../testing/interchange-text.ts";
import { eventsOf, issueCodesOf, readText } from "../testing/read-text.ts";
import { acknowledgmentSegments, claimAcknowledgmentSegments } from "../testing/samples.ts";

function read999(segments: readonly string[], setId = "999") {
  const version = setId === "999" ? "005010X231A1" : "004010";
  return readText(interchangeText([{ setId, segments }], { functionalId: "FA", version }));
}

function read277(segments: readonly string[]) {
  const options = { functionalId: "HN", version: "005010X214" };
  return readText(interchangeText([{ setId: "277", segments }], options));
}

test("TA1", () => {
  const text = `${isaText()}TA1*000000042*250105*1830*R*006~IEA*0*000000001~`;
  const [event] = eventsOf(readText(text), "interchange-acknowledgment");
  expect(event?.acknowledgment).toMatchObject({
    controlNumber: "000000042",
    date: "2025-01-05",
    time: "1830",
    code: "R",
    noteCode: "006",
    range: { segmentFrom: 2, segmentTo: 2 },
  });
});

describe("999 and 997", () => {
  test("a 999 with its answers", () => {
    const events = read999(acknowledgmentSegments);
    expect(issueCodesOf(events)).toEqual([]);
    const [event] = eventsOf(events, "implementation-acknowledgment");
    expect(event?.acknowledgment).toMatchObject({
      functionalId: "HC",
      groupControlNumber: "7",
      version: "005010X222A1",
      code: "P",
      setsIncluded: 2,
      setsReceived: 2,
      setsAccepted: 1,
      errorCodes: ["1"],
      sets: [
        { controlNumber: "0001", code: "A", errors: [], errorCodes: [] },
        {
          setId: "837",
          controlNumber: "0002",
          code: "R",
          errorCodes: ["5", "I5"],
          errors: [
            {
              segmentId: "CLM",
              segmentInSet: 22,
              loop: "2300",
              errorCode: "8",
              contexts: ["PCN1"],
              elements: [{ element: 5, component: 3, repetition: 1, errorCode: "7" }],
            },
          ],
        },
      ],
    });
  });

  test("a 997 with its answers", () => {
    const events = read999(
      [
        "AK1*HC*7",
        "AK2*837*0001",
        "AK3*NM1*8**8",
        "AK4*9**1",
        "AK4*x**2",
        "AK5*R*5",
        "AK9*R*1*1*0",
      ],
      "997",
    );
    expect(issueCodesOf(events)).toEqual([]);
    const [event] = eventsOf(events, "implementation-acknowledgment");
    expect(event?.acknowledgment.sets[0]).toMatchObject({
      code: "R",
      errors: [{ segmentId: "NM1", elements: [{ element: 9 }, { element: undefined }] }],
    });
  });

  test.each([
    ["nothing in it", [], ["X12_SEGMENT_MISSING", "X12_SEGMENT_MISSING"]],
    ["no AK9", ["AK1*HC*7"], ["X12_SEGMENT_MISSING"]],
    ["no AK1", ["AK9*A*0*0*0"], ["X12_SEGMENT_MISSING"]],
    ["no IK5", ["AK1*HC*7", "AK2*837*1", "AK9*A*1*1*1"], ["X12_SEGMENT_MISSING"]],
    ["unknown segment", ["AK1*HC*7", "ZZZ*1", "AK9*A*0*0*0"], ["X12_SEGMENT_UNEXPECTED"]],
    [
      "error outside of an answer",
      ["AK1*HC*7", "IK3*CLM*1", "AK9*A*0*0*0"],
      ["X12_SEGMENT_UNEXPECTED"],
    ],
    ["count no number", ["AK1*HC*7", "AK9*A*one*0*0"], ["X12_NUMBER"]],
  ])("%s", (_, segments, expected) => {
    expect(issueCodesOf(read999(segments))).toEqual(expected);
  });

  test("answers beyond the limit are reported", () => {
    const endless = Array.from({ length: 100_001 }, () => "AK2*837*1~IK5*A")
      .join("~")
      .split("~");
    const events = read999(["AK1*HC*7", ...endless, "AK9*A*1*1*1"]);
    expect(issueCodesOf(events)).toEqual(["X12_TOO_MANY_SEGMENTS"]);
  });
});

describe("277CA", () => {
  test("a batch with its answers", () => {
    const events = read277(claimAcknowledgmentSegments);
    expect(issueCodesOf(events)).toEqual([]);
    expect(eventsOf(events, "claim-acknowledgment-batch")[0]?.batch).toMatchObject({
      referenceId: "ACK1",
      createdOn: "2025-01-07",
      source: { id: "NF01" },
    });
    const answers = eventsOf(events, "claim-acknowledgment").map((event) => event.acknowledgment);
    expect(answers).toMatchObject([
      {
        level: "receiver",
        traceNumber: "BATCH1",
        party: { entityCode: "41" },
        amounts: [{ qualifier: "YU", cents: 15_000 }],
        statuses: [
          {
            codes: [{ category: "A1", status: "19", entity: "PR" }],
            date: "2025-01-07",
            action: "WQ",
            chargedCents: 15_000,
            paidCents: undefined,
          },
        ],
      },
      { level: "provider", party: { entityCode: "85" } },
      {
        level: "claim",
        traceNumber: "PCN1",
        payerClaimControlNumber: "ICN1",
        clearinghouseTraceNumber: "CH1",
        serviceFrom: "2025-01-02",
        serviceThrough: "2025-01-02",
        party: { entityCode: "QC", id: "M0001" },
        lines: [],
      },
      {
        level: "claim",
        traceNumber: "PCN3",
        serviceThrough: "2025-01-03",
        statuses: [
          {
            codes: [
              { category: "A7", status: "562", entity: "85" },
              { category: "A7", status: "255" },
            ],
            action: "U",
            message: "FREE TEXT",
          },
        ],
        lines: [
          {
            procedureCode: "99213",
            chargedCents: 5000,
            lineItemControlNumber: "LINE1",
            statuses: [{ codes: [{ category: "A7", status: "507" }] }],
          },
        ],
      },
    ]);
  });

  test("the range of an answer is from its TRN on", () => {
    const options = { functionalId: "HN", version: "005010X214" };
    const text = interchangeText(
      [{ setId: "277", segments: claimAcknowledgmentSegments }],
      options,
    );
    const range = eventsOf(readText(text), "claim-acknowledgment")[2]?.acknowledgment.range;
    const part = text.slice(range?.byteFrom, range?.byteTo);
    expect(part).toMatch(/^TRN\*2\*PCN1~.*DTP\*472\*D8\*20250102~$/);
  });

  test.each([
    ["nothing in it", [], ["X12_SEGMENT_MISSING"]],
    ["unknown segment", [...claimAcknowledgmentSegments, "ZZZ*1"], ["X12_SEGMENT_UNEXPECTED"]],
    ["status without codes", [...claimAcknowledgmentSegments, "STC"], ["X12_ELEMENT_MISSING"]],
    ["status date", [...claimAcknowledgmentSegments, "STC*A1:20*20251301"], ["X12_DATE"]],
  ])("%s", (_, segments, expected) => {
    expect(issueCodesOf(read277(segments))).toEqual(expected);
  });

  test("an answer with too many segments is cut", () => {
    const endless = Array.from({ length: 50_001 }, () => "REF*EA*X");
    const events = read277([...claimAcknowledgmentSegments.slice(0, 20), ...endless]);
    expect(issueCodesOf(events)).toEqual(["X12_TOO_MANY_SEGMENTS"]);
  });
});
