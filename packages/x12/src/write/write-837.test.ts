import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Claim837, ClaimServiceLine } from "../claim.ts";
import { latin1Text } from "../latin1.ts";
import { arbitraryClaim } from "../testing/arbitrary-claims.ts";
import { interchangeText } from "../testing/interchange-text.ts";
import { eventsOf, issueCodesOf, readText } from "../testing/read-text.ts";
import { professionalSegments } from "../testing/samples.ts";
import type { Party } from "../transaction.ts";
import {
  claimSets,
  type WritableSubmission,
  write837D,
  write837I,
  write837P,
} from "./write-837.ts";
import type { WritableClaim } from "./write-claim.ts";
import { type WriteEnvelope, writePieces } from "./write-interchange.ts";

const envelope: WriteEnvelope = {
  senderQualifier: "ZZ",
  senderId: "SENDER",
  receiverQualifier: "ZZ",
  receiverId: "RECEIVER",
  date: "2025-01-06",
  time: "1200",
  interchangeControlNumber: 42,
  groupControlNumber: 7,
  setControlNumber: 1,
  isTest: true,
};

const organization = (entityCode: string): Party => ({
  entityCode,
  isPerson: false,
  lastNameOrOrganization: "RIVERBEND",
  firstName: undefined,
  middleName: undefined,
  suffix: undefined,
  idQualifier: "46",
  id: "RB01",
  address: undefined,
  dateOfBirth: undefined,
  gender: undefined,
  taxonomy: undefined,
  references: [],
  contacts:
    entityCode === "41"
      ? [{ functionCode: "IC", name: "OFFICE", numbers: [{ qualifier: "TE", number: "1" }] }]
      : [],
});

const submission: WritableSubmission = {
  referenceId: "BATCH1",
  purpose: "00",
  createdOn: "2025-01-06",
  claimOrEncounter: "CH",
  submitter: organization("41"),
  receiver: organization("40"),
};

const [sample] = eventsOf(
  readText(interchangeText([{ setId: "837", segments: professionalSegments }])),
  "claim",
).map(({ claim }) => claim);
if (sample === undefined) throw new Error("a claim was expected");
const claim: Claim837 = sample;
const [firstLine] = claim.lines;
if (firstLine === undefined) throw new Error("a line was expected");

function withoutRange({ range: _, ...rest }: Claim837): WritableClaim {
  return rest;
}

function written(claims: readonly WritableClaim[], changes: Partial<WriteEnvelope> = {}): string {
  const result = write837P(submission, claims, { ...envelope, ...changes });
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.text;
}

function readBack(text: string): WritableClaim[] {
  return eventsOf(readText(text), "claim").map((event) => withoutRange(event.claim));
}

describe("writing professional claims", () => {
  test.each([
    ["837P", write837P],
    ["837I", write837I],
    ["837D", write837D],
  ] as const)("reading gives the %s claims that were written", (kind, write) => {
    const harmless = new Set(["X12_PROVIDER_ID", "X12_CLAIM_NUMBER_REUSED"]);
    fc.assert(
      fc.property(fc.array(arbitraryClaim(kind), { minLength: 1, maxLength: 4 }), (claims) => {
        const result = write(submission, claims, envelope);
        if (!result.ok) throw new Error(JSON.stringify(result.refusals));
        expect(readBack(result.text)).toEqual(claims);
        const codes = issueCodesOf(readText(result.text)).filter((each) => !harmless.has(each));
        expect(codes).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test("what was read from elsewhere is written to the same claim", () => {
    const text = written([claim]);
    expect(readBack(text)).toEqual([withoutRange(claim)]);
    expect(issueCodesOf(readText(text))).toEqual([]);
  });

  test("the submission comes back", () => {
    const [event] = eventsOf(readText(written([claim])), "submission");
    expect(event?.submission).toMatchObject(submission);
  });

  test("other delimiters", () => {
    const delimiters = { element: "|", component: ">", repetition: "!", segment: "\n" };
    const text = written([claim], { delimiters });
    expect(text).not.toContain("*");
    expect(readBack(text)).toEqual([withoutRange(claim)]);
  });

  test("claims of the same people share their levels", () => {
    const levels = (text: string) => text.split("~").filter((part) => part.startsWith("HL*"));
    const child = { ...claim, patientRelationship: "19", patient: organization("QC") };
    expect(levels(written([claim, claim]))).toEqual(["HL*1**20*1", "HL*2*1*22*0"]);
    expect(levels(written([claim, child, child, claim]))).toEqual([
      "HL*1**20*1",
      "HL*2*1*22*0",
      "HL*3*1*22*1",
      "HL*4*3*23*0",
      "HL*5*1*22*0",
    ]);
  });

  test("more than 5,000 claims make several sets", () => {
    const claims = Array.from({ length: 5001 }, (_, index) => ({
      ...claim,
      patientControlNumber: `C${index}`,
    }));
    const events = readText(written(claims));
    expect(eventsOf(events, "set-end").map(({ intact }) => intact)).toEqual([true, true]);
    expect(eventsOf(events, "claim")).toHaveLength(5001);
  });

  test("in pieces, with the same bytes", () => {
    const claims = Array.from({ length: 5001 }, (_, index) => ({
      ...claim,
      patientControlNumber: `C${index}`,
    }));
    const pieces = [...writePieces(envelope, claimSets("837P", { submission, envelope }, claims))];
    const texts = pieces.map((piece) =>
      piece.type === "bytes" ? latin1Text(piece.bytes).text : "",
    );
    expect(pieces.length).toBeGreaterThan(20);
    expect(texts.join("") === written(claims)).toBe(true);
  });

  test("a stream ends with what cannot be written", () => {
    const claims = [claim, { ...claim, lines: [] }];
    const pieces = [...writePieces(envelope, claimSets("837P", { submission, envelope }, claims))];
    expect(pieces.at(-1)).toMatchObject({ type: "refusals", refusals: [{ code: "missing" }] });
  });

  test("numbers named apart from the references are written too", () => {
    const bare = { ...claim, references: [], referralNumber: "REF1" };
    const line = { ...firstLine, references: [], dates: [] };
    const [read] = readBack(written([{ ...bare, lines: [line], chargedCents: 10_000 }]));
    expect(read?.references).toEqual([
      { qualifier: "9F", id: "REF1" },
      { qualifier: "G1", id: "AUTH1" },
      { qualifier: "F8", id: "PAYER1" },
    ]);
    expect(read?.lines[0]).toMatchObject({
      lineItemControlNumber: "LINE1",
      serviceFrom: "2025-01-02",
    });
    const span = { ...line, serviceThrough: "2025-01-04" };
    const [spanned] = readBack(written([{ ...bare, lines: [span], chargedCents: 10_000 }]));
    expect(spanned?.lines[0]?.serviceThrough).toBe("2025-01-04");
  });

  test("codes with dates and amounts", () => {
    const nothing = { date: undefined, through: undefined, cents: undefined };
    const codes = [
      { ...nothing, qualifier: "ABK", code: "E119", presentOnAdmission: "Y" },
      { ...nothing, qualifier: "ABF", code: "I10", presentOnAdmission: undefined },
      {
        ...nothing,
        qualifier: "BH",
        code: "11",
        date: "2025-01-01",
        presentOnAdmission: undefined,
      },
      {
        qualifier: "BI",
        code: "70",
        date: "2025-01-01",
        through: "2025-01-02",
        cents: undefined,
        presentOnAdmission: undefined,
      },
      { ...nothing, qualifier: "BE", code: "A2", cents: 1531, presentOnAdmission: undefined },
    ];
    expect(readBack(written([{ ...claim, codes }]))[0]?.codes).toEqual(codes);
  });
});

describe("refusals", () => {
  const lineWith = (changes: Partial<ClaimServiceLine>): Partial<Claim837> => ({
    lines: [{ ...firstLine, ...changes }],
  });
  const tooth = { tooth: "1", surfaces: [] };
  test.each<readonly [string, Partial<Claim837>, string, string]>([
    ["delimiter", { patientControlNumber: "A*B" }, "contains-delimiter", "CLM"],
    [
      "component separator",
      { notes: [{ qualifier: "ADD", text: "a:b" }] },
      "contains-delimiter",
      "NTE",
    ],
    [
      "line end",
      { notes: [{ qualifier: "ADD", text: "a\nb" }] },
      "contains-control-character",
      "NTE",
    ],
    ["letters beyond ASCII", { notes: [{ qualifier: "ADD", text: "\u00e9" }] }, "not-ascii", "NTE"],
    ["long element", { notes: [{ qualifier: "ADD", text: "x".repeat(300) }] }, "too-long", "NTE"],
    ["long control number", { patientControlNumber: "x".repeat(39) }, "too-long", "CLM"],
    ["no control number", { patientControlNumber: "" }, "missing", "CLM"],
    ["fraction of a cent", { chargedCents: 1.5 }, "not-cents", "CLM"],
    ["institutional", { kind: "837I" }, "unsupported", "CLM"],
    ["predetermination", { isPredetermination: true }, "unsupported", "CLM"],
    ["no lines", { lines: [] }, "missing", "LX"],
    ["four causes", { relatedCauses: ["AA", "AA", "AA", "AA"] }, "out-of-range", "CLM"],
    ["no billing provider", { billingProvider: undefined }, "missing", "NM1"],
    ["no patient", { patientRelationship: "19", patient: undefined }, "missing", "NM1"],
    ["no payer", { coverage: { ...claim.coverage, payer: undefined } }, "missing", "NM1"],
    ["no payer order", { coverage: { ...claim.coverage, sequence: "" } }, "missing", "SBR"],
    [
      "date that is none",
      { dates: [{ qualifier: "431", from: "2025-02-30", through: undefined }] },
      "not-a-date",
      "DTP",
    ],
    [
      "provider's birth date",
      { parties: [{ ...organization("82"), gender: "F" }] },
      "unsupported",
      "DMG",
    ],
    [
      "gender without birth date",
      { coverage: { ...claim.coverage, subscriber: { ...organization("IL"), gender: "F" } } },
      "missing",
      "DMG",
    ],
    [
      "four numbers",
      {
        parties: [
          {
            ...organization("82"),
            contacts: [
              {
                functionCode: "IC",
                name: undefined,
                numbers: Array(4).fill({ qualifier: "TE", number: "1" }),
              },
            ],
          },
        ],
      },
      "out-of-range",
      "PER",
    ],
    [
      "other payer missing",
      { otherCoverages: claim.otherCoverages.map((other) => ({ ...other, payer: undefined })) },
      "missing",
      "NM1",
    ],
    [
      "six remarks",
      {
        otherCoverages: claim.otherCoverages.map((other) => ({
          ...other,
          remarkCodes: Array(6).fill("N1"),
        })),
      },
      "out-of-range",
      "MOA",
    ],
    ["line without procedure", lineWith({ procedure: undefined }), "missing", "SV1"],
    ["revenue code", lineWith({ revenueCode: "0300" }), "unsupported", "SV2"],
    ["tooth", lineWith({ teeth: [tooth] }), "unsupported", "TOO"],
    ["five pointers", lineWith({ diagnosisPointers: [1, 1, 1, 1, 1] }), "out-of-range", "SV1"],
    ["quantity in letters", lineWith({ quantity: "one" }), "not-a-number", "SV1"],
  ])("%s", (_, changes, code, segmentId) => {
    const result = write837P(submission, [claim, { ...claim, ...changes }], envelope);
    expect(result.ok).toBe(false);
    const refusals = result.ok ? [] : result.refusals;
    expect(refusals[0]).toMatchObject({ code, segmentId, claim: 1 });
  });

  test.each<readonly [string, Partial<ClaimServiceLine>, string]>([
    ["no revenue code", { revenueCode: undefined }, "missing SV2"],
    ["place of service", { placeOfService: "11" }, "unsupported SV1"],
    ["tooth", { teeth: [tooth] }, "unsupported TOO"],
    ["prosthesis", { prosthesis: "I" }, "unsupported SV3"],
  ])("institutional line: %s", (_, changes, expected) => {
    const plain = { placeOfService: undefined, diagnosisPointers: [], emergency: false };
    const line = { ...firstLine, ...plain, revenueCode: "0300", ...changes };
    const result = write837I(submission, [{ ...claim, kind: "837I", lines: [line] }], envelope);
    const codes = result.ok ? [] : result.refusals.map((each) => `${each.code} ${each.segmentId}`);
    expect(codes).toEqual([expected]);
  });

  test.each<readonly [string, Partial<ClaimServiceLine>, string]>([
    ["no procedure", { procedure: undefined }, "missing SV3"],
    ["six areas", { oralCavity: Array(6).fill("10") }, "out-of-range SV3"],
    ["unit", { unitOfMeasure: "UN" }, "unsupported SV1"],
    ["six surfaces", { teeth: [{ tooth: "1", surfaces: Array(6).fill("M") }] }, "out-of-range TOO"],
  ])("dental line: %s", (_, changes, expected) => {
    const line = { ...firstLine, unitOfMeasure: undefined, emergency: false, ...changes };
    const result = write837D(submission, [{ ...claim, kind: "837D", lines: [line] }], envelope);
    const codes = result.ok ? [] : result.refusals.map((each) => `${each.code} ${each.segmentId}`);
    expect(codes).toContain(expected);
  });

  test("what only institutional claims have", () => {
    const admission = { type: "1", source: undefined, patientStatus: "01" };
    const result = write837P(
      submission,
      [{ ...claim, admission, dischargeTime: "1100" }],
      envelope,
    );
    const codes = result.ok ? [] : result.refusals.map((each) => `${each.code} ${each.segmentId}`);
    expect(codes).toEqual(["unsupported DTP", "unsupported CL1"]);
  });

  test.each<readonly [string, Partial<WriteEnvelope>, string]>([
    ["long sender", { senderId: "X".repeat(16) }, "too-long"],
    ["no receiver", { receiverId: "" }, "missing"],
    ["delimiter in the sender", { senderId: "A*B" }, "contains-delimiter"],
    ["sender beyond ASCII", { senderId: "\u00e9" }, "not-ascii"],
    ["control number 0", { interchangeControlNumber: 0 }, "out-of-range"],
    ["control number too large", { groupControlNumber: 1_000_000_000 }, "out-of-range"],
    ["set control number", { setControlNumber: 1.5 }, "out-of-range"],
    ["date", { date: "20250106" }, "not-a-date"],
    ["time", { time: "2460" }, "not-a-date"],
  ])("envelope: %s", (_, changes, code) => {
    const result = write837P(submission, [claim], { ...envelope, ...changes });
    expect(result.ok ? [] : result.refusals.map((refusal) => refusal.code)).toContain(code);
  });

  test.each<readonly [string, Partial<WritableSubmission>, string]>([
    ["no reference", { referenceId: "" }, "BHT"],
    ["no submitter", { submitter: undefined }, "PER"],
    ["no receiver", { receiver: undefined }, "NM1"],
  ])("submission: %s", (_, changes, segmentId) => {
    const result = write837P({ ...submission, ...changes }, [claim], envelope);
    expect(result.ok ? [] : result.refusals).toMatchObject([{ code: "missing", segmentId }]);
  });

  test("no value is repeated in a refusal", () => {
    const result = write837P(submission, [{ ...claim, patientControlNumber: "SECRET*" }], envelope);
    expect(JSON.stringify(result)).not.toContain("SECRET");
  });
});
