import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { latin1Text } from "../latin1.ts";
import {
  arbitraryClaimAcknowledgments,
  arbitraryImplementationAcknowledgment,
  arbitraryInterchangeAcknowledgment,
  arbitraryRemittance,
} from "../testing/arbitrary-answers.ts";
import { eventsOf, issueCodesOf, readText } from "../testing/read-text.ts";
import { testEnvelope } from "../testing/write-envelope.ts";
import {
  claimAcknowledgmentSets,
  type WritableClaimAcknowledgments,
  write277CA,
} from "./write-277ca.ts";
import { type WritableRemittance, write835 } from "./write-835.ts";
import {
  type WritableImplementationAcknowledgment,
  type WritableInterchangeAcknowledgment,
  write999,
  writeTA1,
} from "./write-acknowledgment.ts";
import { InterchangePieces, type WritePiece, type WriteResult } from "./write-interchange.ts";

const runs = { numRuns: 150 };

function textOf(result: WriteResult): string {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.text;
}

function without<T extends object, K extends keyof T>(value: T, ...keys: K[]): Omit<T, K> {
  const rest = { ...value };
  for (const key of keys) delete rest[key];
  return rest;
}

/** What reading gives, in the form that is written. */
function remittancesOf(text: string) {
  const read: (Omit<WritableRemittance, "claims" | "providerAdjustments"> & {
    claims: unknown[];
    providerAdjustments: unknown[];
  })[] = [];
  for (const event of readText(text)) {
    const last = read.at(-1);
    if (event.type === "remittance") {
      read.push({ ...without(event.remittance, "header"), claims: [], providerAdjustments: [] });
    } else if (event.type === "remittance-claim") {
      const lines = event.claim.lines.map((line) => without(line, "range", "number"));
      last?.claims.push({ ...without(event.claim, "range", "number"), lines });
    } else if (event.type === "provider-adjustment") {
      last?.providerAdjustments.push(without(event.adjustment, "range"));
    }
  }
  return read;
}

const errorsOf = (text: string) =>
  eventsOf(readText(text), "issue").filter(({ issue }) => issue.severity === "error");

describe("reading gives what was written", () => {
  test("835", () => {
    fc.assert(
      fc.property(fc.array(arbitraryRemittance, { minLength: 1, maxLength: 3 }), (remittances) => {
        const text = textOf(write835(remittances, testEnvelope));
        expect(remittancesOf(text)).toEqual(remittances);
        expect(errorsOf(text)).toEqual([]);
      }),
      runs,
    );
  });

  test("TA1", () => {
    fc.assert(
      fc.property(fc.array(arbitraryInterchangeAcknowledgment, { maxLength: 3 }), (answers) => {
        const text = textOf(writeTA1(answers, testEnvelope));
        const read = eventsOf(readText(text), "interchange-acknowledgment");
        const plain = read.map((event) => without(event.acknowledgment, "interchange", "range"));
        expect(plain).toEqual(answers);
        expect(issueCodesOf(readText(text))).toEqual([]);
      }),
      runs,
    );
  });

  test("999", () => {
    const several = fc.array(arbitraryImplementationAcknowledgment, { minLength: 1, maxLength: 2 });
    fc.assert(
      fc.property(several, (answers) => {
        const text = textOf(write999(answers, testEnvelope));
        const read = eventsOf(readText(text), "implementation-acknowledgment");
        const plain = read.map(({ acknowledgment }) => ({
          ...without(acknowledgment, "header", "range"),
          sets: acknowledgment.sets.map((set) => without(set, "range")),
        }));
        expect(plain).toEqual(answers);
        expect(issueCodesOf(readText(text))).toEqual([]);
      }),
      runs,
    );
  });

  test("277CA", () => {
    fc.assert(
      fc.property(arbitraryClaimAcknowledgments, (batch) => {
        const text = textOf(write277CA([batch], testEnvelope));
        const events = readText(text);
        const [heading] = eventsOf(events, "claim-acknowledgment-batch");
        const answers = eventsOf(events, "claim-acknowledgment").map(({ acknowledgment }) =>
          without(acknowledgment, "range"),
        );
        expect({ ...without(heading?.batch ?? fail(), "header"), answers }).toEqual(batch);
        expect(errorsOf(text)).toEqual([]);
      }),
      runs,
    );
  });
});

function fail(): never {
  throw new Error("a batch was expected");
}

function sampleOf<T>(arbitrary: fc.Arbitrary<T>): T {
  const [value] = fc.sample(arbitrary, { numRuns: 1, seed: 7 });
  if (value === undefined) throw new Error("a sample was expected");
  return value;
}

const codesOf = (result: WriteResult) =>
  result.ok ? [] : result.refusals.map(({ code, segmentId }) => `${code} ${segmentId}`);

describe("refusals", () => {
  const remittance = {
    ...sampleOf(arbitraryRemittance),
    claims: [sampleOf(arbitraryRemittance.filter(({ claims }) => claims.length > 0)).claims[0]],
  } as WritableRemittance;
  const [claim] = [...remittance.claims];
  if (claim === undefined) throw new Error("a claim was expected");
  const line = {
    procedure: undefined,
    submittedProcedure: undefined,
    chargedCents: 1000,
    paidCents: 800,
    revenueCode: undefined,
    paidQuantity: undefined,
    submittedQuantity: undefined,
    serviceFrom: "2025-01-01",
    serviceThrough: "2025-01-03",
    lineItemControlNumber: "L1",
    adjustments: [],
    remarkCodes: [],
    references: [],
    amounts: [],
    quantities: [],
    dates: [],
  };
  const procedure = { qualifier: "HC", code: "99213", modifiers: [], description: undefined };
  const withClaim = (changes: object): Partial<WritableRemittance> => ({
    claims: [{ ...claim, ...changes }],
  });

  test.each<readonly [string, Partial<WritableRemittance>, string]>([
    ["no trace number", { traceNumber: "" }, "missing TRN"],
    ["no payer", { payer: undefined }, "missing N1"],
    ["payee in the place of the payer", { payer: remittance.payee }, "out-of-range N1"],
    ["half a cent", { paidCents: 0.5 }, "not-cents BPR"],
    ["no control number", withClaim({ patientControlNumber: "" }), "missing CLP"],
    ["long control number", withClaim({ patientControlNumber: "X".repeat(39) }), "too-long CLP"],
    ["no status", withClaim({ statusCode: "" }), "missing CLP"],
    ["six remarks", withClaim({ remarkCodes: Array(6).fill("N1") }), "out-of-range MOA"],
    [
      "birth date",
      withClaim({ parties: [{ ...remittance.payer, gender: "F" }] }),
      "unsupported NM1",
    ],
    [
      "range of days",
      withClaim({ dates: [{ qualifier: "036", from: "2025-01-01", through: "2025-01-02" }] }),
      "unsupported DTM",
    ],
    ["no procedure", withClaim({ lines: [line] }), "missing SVC"],
    ["a group before the first", withClaim({ group: { number: -1 } }), "not-a-number LX"],
    [
      "no fiscal period",
      {
        providerAdjustments: [
          {
            providerId: "P",
            fiscalPeriodEnd: undefined,
            reasonCode: "WO",
            referenceId: "",
            cents: 1,
          },
        ],
      },
      "missing PLB",
    ],
  ])("835: %s", (_, changes, expected) => {
    expect(codesOf(write835([{ ...remittance, ...changes }], testEnvelope))).toContain(expected);
  });

  test("835: dates and numbers named apart are written", () => {
    const bare = { ...claim, dates: [], receivedOn: "2025-01-05", remarkCodes: [] };
    const claims = [
      { ...bare, serviceFrom: "2025-01-01", serviceThrough: "2025-01-03", lines: [] },
      {
        ...bare,
        lines: [
          { ...line, procedure },
          { ...line, procedure, serviceThrough: undefined },
        ],
      },
    ];
    const text = textOf(write835([{ ...remittance, claims }], testEnvelope));
    const [first, second] = eventsOf(readText(text), "remittance-claim").map(
      (event) => event.claim,
    );
    expect(first).toMatchObject({
      serviceFrom: "2025-01-01",
      serviceThrough: "2025-01-03",
      receivedOn: "2025-01-05",
    });
    expect(second?.lines).toMatchObject([
      { serviceFrom: "2025-01-01", serviceThrough: "2025-01-03", lineItemControlNumber: "L1" },
      { serviceFrom: "2025-01-01", serviceThrough: "2025-01-01", lineItemControlNumber: "L1" },
    ]);
  });

  const answer = sampleOf(arbitraryInterchangeAcknowledgment);
  test.each<readonly [Partial<WritableInterchangeAcknowledgment>, string]>([
    [{ date: undefined }, "not-a-date TA1"],
    [{ time: "2460" }, "not-a-date TA1"],
    [{ controlNumber: "" }, "missing TA1"],
    [{ code: "" }, "missing TA1"],
    [{ noteCode: "" }, "missing TA1"],
  ])("TA1: %j", (changes, expected) => {
    expect(codesOf(writeTA1([{ ...answer, ...changes }], testEnvelope))).toContain(expected);
  });

  const group = sampleOf(arbitraryImplementationAcknowledgment);
  const set = { setId: "837", controlNumber: "1", version: undefined, errors: [], code: "A" };
  const error = { segmentId: "", segmentInSet: undefined, loop: undefined, errorCode: "8" };
  const element = {
    element: undefined,
    component: undefined,
    repetition: undefined,
    errorCode: "",
  };
  test.each<readonly [Partial<WritableImplementationAcknowledgment>, string]>([
    [{ functionalId: "" }, "missing AK1"],
    [{ groupControlNumber: "" }, "missing AK1"],
    [{ code: "" }, "missing AK9"],
    [{ setsIncluded: undefined }, "missing AK9"],
    [{ setsAccepted: -1 }, "not-a-number AK9"],
    [{ errorCodes: Array(6).fill("1") }, "out-of-range AK9"],
    [{ sets: [{ ...set, setId: "", errorCodes: [] }] }, "missing AK2"],
    [{ sets: [{ ...set, controlNumber: "", errorCodes: [] }] }, "missing AK2"],
    [{ sets: [{ ...set, code: "", errorCodes: [] }] }, "missing IK5"],
    [{ sets: [{ ...set, errorCodes: Array(6).fill("1") }] }, "out-of-range IK5"],
    [
      { sets: [{ ...set, errorCodes: [], errors: [{ ...error, contexts: [], elements: [] }] }] },
      "missing IK3",
    ],
    [
      {
        sets: [
          { ...set, errorCodes: [], errors: [{ ...error, contexts: [], elements: [element] }] },
        ],
      },
      "missing IK4",
    ],
  ])("999: %j", (changes, expected) => {
    expect(codesOf(write999([{ ...group, ...changes }], testEnvelope))).toContain(expected);
  });

  const batch = sampleOf(arbitraryClaimAcknowledgments);
  const [receiver] = batch.answers;
  if (receiver === undefined) throw new Error("an answer was expected");
  const claimAnswer = { ...receiver, level: "claim" as const };
  const lineAnswer = { lineItemControlNumber: undefined, statuses: [], chargedCents: 0 };
  test.each<readonly [string, Partial<WritableClaimAcknowledgments>, string]>([
    ["no reference", { referenceId: "" }, "missing BHT"],
    ["no source", { source: undefined }, "missing NM1"],
    ["no answers", { answers: [] }, "missing HL"],
    ["claim without provider", { answers: [receiver, claimAnswer] }, "missing HL"],
    ["provider without receiver", { answers: [{ ...receiver, level: "provider" }] }, "missing HL"],
    ["no trace", { answers: [{ ...receiver, traceNumber: undefined }] }, "missing TRN"],
    ["claim without status", { answers: [{ ...claimAnswer, statuses: [] }] }, "missing STC"],
    [
      "status without code",
      {
        answers: [
          {
            ...receiver,
            statuses: [
              {
                codes: [],
                date: undefined,
                action: undefined,
                chargedCents: undefined,
                paidCents: undefined,
                message: undefined,
              },
            ],
          },
        ],
      },
      "missing STC",
    ],
    ["address", { source: { ...(batch.source ?? fail()), gender: "F" } }, "unsupported NM1"],
    [
      "line without procedure",
      { answers: [{ ...claimAnswer, lines: [{ ...lineAnswer, procedureCode: undefined }] }] },
      "missing SVC",
    ],
  ])("277CA: %s", (_, changes, expected) => {
    expect(codesOf(write277CA([{ ...batch, ...changes }], testEnvelope))).toContain(expected);
  });

  test("277CA: numbers and dates named apart are written", () => {
    const named = {
      ...claimAnswer,
      statuses: receiver.statuses,
      references: [],
      dates: [],
      payerClaimControlNumber: "ICN1",
      clearinghouseTraceNumber: "CH1",
      serviceFrom: "2025-01-01",
      serviceThrough: "2025-01-02",
    };
    const provider = { ...receiver, level: "provider" as const };
    const status = {
      codes: [{ category: "A1", status: "20", entity: undefined }],
      date: undefined,
      action: "WQ",
      chargedCents: 100,
      paidCents: undefined,
      message: undefined,
    };
    const answers = [receiver, provider, { ...named, statuses: [status] }];
    const text = textOf(write277CA([{ ...batch, answers }], testEnvelope));
    expect(eventsOf(readText(text), "claim-acknowledgment").at(-1)?.acknowledgment).toMatchObject({
      payerClaimControlNumber: "ICN1",
      clearinghouseTraceNumber: "CH1",
      serviceFrom: "2025-01-01",
      serviceThrough: "2025-01-02",
    });
  });
});

describe("an interchange whose sets come one by one", () => {
  const batches = fc.sample(arbitraryClaimAcknowledgments, { seed: 5, numRuns: 3 });
  const sets = (all: readonly WritableClaimAcknowledgments[]) =>
    claimAcknowledgmentSets(all, testEnvelope);
  const bytesOf = (piece: WritePiece) =>
    piece.type === "bytes" ? latin1Text(piece.bytes).text : `refused ${piece.refusals.length}`;

  test("has the bytes of one that is written at once", () => {
    const pieces = new InterchangePieces(testEnvelope);
    const parts = [...sets(batches)].map((set) => bytesOf(pieces.add(set)));
    const text = parts.join("") + bytesOf(pieces.end());
    const whole = write277CA(batches, testEnvelope);
    expect(text).toBe(textOf(whole));
    expect(pieces.segments).toBe(whole.ok ? whole.segments : 0);
    expect(parts.every((part) => part.includes("SE*"))).toBe(true);
  });

  test("tells what cannot be written with the set that it is in", () => {
    const pieces = new InterchangePieces(testEnvelope);
    const broken = batches.map((batch, at) =>
      at === 1 ? { ...batch, receivedOn: "2025-02-30" } : batch,
    );
    const told = [...sets(broken)].map((set) => pieces.add(set).type);
    expect(told).toEqual(["bytes", "refusals", "refusals"]);
    expect(pieces.end()).toMatchObject({
      type: "refusals",
      refusals: [{ code: "not-a-date", segmentId: "DTP" }],
    });
  });
});
