import { describe, expect, test } from "vitest";
import type { X12Issue } from "../issue.ts";
import { latin1Bytes } from "../latin1.ts";
import { type CleanSampleName, sampleText } from "../testing/clean-samples.ts";
import { eventsOf, readText } from "../testing/read-text.ts";
import { validateText } from "../testing/validate-text.ts";
import { createValidator } from "../validate/validate.ts";
import { AcknowledgmentDecider, type DecidedAcknowledgment } from "./decide-acknowledgments.ts";
import {
  decideClaimAcknowledgments,
  decideClaimAnswer,
  isAcceptance,
  statusCodesOf,
} from "./decide-claim-answer.ts";

function answersTo(text: string): DecidedAcknowledgment[] {
  const validator = createValidator({ profile: "strict" });
  const decider = new AcknowledgmentDecider();
  return [...decider.read(validator.push(latin1Bytes(text))), ...decider.read(validator.end())];
}

function groupAnswer(text: string) {
  const answer = answersTo(text).find(({ kind }) => kind === "999");
  if (answer?.kind !== "999") throw new Error("no 999 was decided");
  return answer.acknowledgment;
}

function interchangeAnswer(text: string) {
  const answer = answersTo(text).find(({ kind }) => kind === "TA1");
  if (answer?.kind !== "TA1") throw new Error("no TA1 was decided");
  return answer.acknowledgment;
}

const sample = (name: CleanSampleName, from = "", to = "") =>
  sampleText(name, (segments) => segments.map((one) => (one === from ? to : one))).replace(
    /~~/g,
    "~",
  );

describe("999", () => {
  test("accepts a clean set", () => {
    const answer = groupAnswer(sample("dependent"));
    expect(answer).toMatchObject({ code: "A", setsIncluded: 1, setsAccepted: 1, errorCodes: [] });
    expect(answer.sets).toEqual([
      {
        setId: "837",
        controlNumber: "0001",
        version: "005010X222A1",
        errors: [],
        code: "A",
        errorCodes: [],
      },
    ]);
  });

  test.each([
    [
      "an element",
      "LX*1",
      "LX*X",
      { segmentId: "LX", errorCode: "8", loop: "2400" },
      { element: 1, errorCode: "6" },
    ],
    [
      "a date",
      "DTP*472*D8*20250102",
      "DTP*472*D8*20251302",
      { segmentId: "DTP", errorCode: "8" },
      { element: 3, errorCode: "8" },
    ],
    [
      "a code",
      "DTP*472*D8*20250102",
      "DTP*472*D9*20250102",
      { segmentId: "DTP", errorCode: "8" },
      { element: 2, errorCode: "7" },
    ],
    [
      "a component",
      "HI*ABK:J069",
      "HI*ABK",
      { segmentId: "HI", errorCode: "8", loop: "2300" },
      { element: 1, component: 2, errorCode: "1" },
    ],
    [
      "a qualifier",
      "HI*ABK:J069",
      "HI*XYZ:J069",
      { segmentId: "HI", errorCode: "8" },
      { element: 1, errorCode: "I6" },
    ],
    [
      "an unused element",
      "PAT*19",
      "PAT*19*X",
      { segmentId: "PAT", errorCode: "8" },
      { element: 2, errorCode: "I10" },
    ],
    [
      "a segment that is not known here",
      "PAT*19",
      "PAT*19~TS3*1",
      { segmentId: "TS3", errorCode: "2" },
      undefined,
    ],
    [
      "a repeated segment",
      "PAT*19",
      "PAT*19~PAT*19",
      { segmentId: "PAT", errorCode: "5" },
      undefined,
    ],
    [
      "a missing segment",
      "DMG*D8*20150101*M",
      "",
      { segmentId: "DMG", errorCode: "I8", loop: "2010CA" },
      undefined,
    ],
    [
      "a missing loop",
      "NM1*PR*2*NORTHFIELD*****PI*NF01",
      "",
      { segmentId: "NM1", errorCode: "I7", loop: "2010BB" },
      undefined,
    ],
  ])("rejects a set for %s", (_name, from, to, segmentError, elementError) => {
    const answer = groupAnswer(sample("dependent", from, to));
    expect(answer.code).toBe("R");
    const [set] = answer.sets;
    expect(set?.code).toBe("R");
    const error = set?.errors.find(({ segmentId }) => segmentId === segmentError.segmentId);
    expect(error).toMatchObject(segmentError);
    if (elementError !== undefined)
      expect(error?.elements).toContainEqual(expect.objectContaining(elementError));
  });

  test.each([
    [
      "what is missing",
      "CLM*PCN1*100***11:B:1*Y*A*Y*Y",
      "CLM*PCN1*100***11:B:7*Y*A*Y*Y",
      { segmentId: "REF", errorCode: "I6" },
      { segmentId: "CLM", loop: "2300", element: 5, component: 3 },
    ],
    [
      "what must not be there",
      "SBR*P**GRP1******CI",
      "SBR*P*18*GRP1******CI",
      { segmentId: "HL", errorCode: "I9" },
      { segmentId: "SBR", loop: "2000B", element: 2 },
    ],
  ])("names the situation of %s", (_name, from, to, segmentError, trigger) => {
    const text = sample("dependent", from, to);
    const answer = groupAnswer(text);
    const error = answer.sets[0]?.errors.find(
      ({ segmentId }) => segmentId === segmentError.segmentId,
    );
    expect(error).toMatchObject(segmentError);
    expect(error?.triggers).toEqual([expect.objectContaining(trigger)]);
    const segments = text.split("~");
    const start = segments.findIndex((one) => one.startsWith("ST*"));
    const named = segments[start + (error?.triggers?.[0]?.segmentInSet ?? 0) - 1];
    expect(named?.startsWith(trigger.segmentId)).toBe(true);
  });

  test("names the claim that an error stands in, where the claims are known", () => {
    const text = sample("dependent", "LX*1", "LX*X");
    const validator = createValidator({ profile: "strict" });
    const decider = new AcknowledgmentDecider();
    const claims = eventsOf(readText(text), "claim").map(({ claim }) => claim);
    decider.know(
      claims.map(({ range, patientControlNumber: reference }) => ({ ...range, reference })),
    );
    const events = [...validator.push(latin1Bytes(text)), ...validator.end()];
    const [answer] = decider.read(events).filter(({ kind }) => kind === "999");
    expect(answer).toMatchObject({
      acknowledgment: { sets: [{ errors: [{ segmentId: "LX", contexts: ["PCN1"] }] }] },
    });
  });

  test("counts the segment from ST", () => {
    const answer = groupAnswer(sample("dependent", "LX*1", "LX*X"));
    const segments = sample("dependent").split("~");
    const expected =
      segments.indexOf("LX*1") - segments.findIndex((one) => one.startsWith("ST*")) + 1;
    expect(answer.sets[0]?.errors[0]?.segmentInSet).toBe(expected);
  });

  test("a balance is no matter of a 999", () => {
    const answer = groupAnswer(
      sample("dependent", "SV1*HC:99213*100*UN*1***1", "SV1*HC:99213*90*UN*1***1"),
    );
    expect(answer.code).toBe("A");
  });

  test.each([
    ["the segment count", /SE\*\d+/, "SE*99", ["4"]],
    ["the control number", /SE\*(\d+)\*0001/, "SE*$1*0002", ["3"]],
  ])("a set's own error: %s", (_name, from, to, codes) => {
    const answer = groupAnswer(sample("dependent").replace(from, to));
    expect(answer.sets[0]).toMatchObject({ code: "R", errorCodes: codes });
  });

  test("a group's own error", () => {
    const answer = groupAnswer(sample("dependent").replace("GE*1*7", "GE*2*7"));
    expect(answer).toMatchObject({ code: "E", errorCodes: ["5"] });
  });

  test("acknowledgments are not acknowledged", () => {
    expect(answersTo(sample("implementationAcknowledgment")).map(({ kind }) => kind)).toEqual([
      "TA1",
    ]);
  });
});

describe("TA1", () => {
  test.each([
    ["a clean interchange", (text: string) => text, "A", "000"],
    [
      "another control number",
      (text: string) => text.replace("IEA*1*000000001", "IEA*1*000000002"),
      "R",
      "001",
    ],
    ["no trailer", (text: string) => text.replace("IEA*1*000000001~", ""), "R", "023"],
    ["a wrong number of groups", (text: string) => text.replace("IEA*1*", "IEA*2*"), "E", "021"],
    ["another usage", (text: string) => text.replace("*P*:", "*Q*:"), "E", "020"],
    [
      "a date that is none",
      (text: string) => text.replace("*250106*1200", "*251306*1200"),
      "E",
      "014",
    ],
  ])("%s", (_name, change, code, noteCode) => {
    expect(interchangeAnswer(change(sample("dependent")))).toMatchObject({ code, noteCode });
  });
});

describe("277CA", () => {
  function answerTo(text: string) {
    const [event] = eventsOf(readText(text), "claim");
    if (event === undefined) throw new Error("no claim was read");
    const { claim } = event;
    const validator = createValidator({ profile: "strict" });
    const events = [...validator.push(latin1Bytes(text)), ...validator.end()];
    const issues: X12Issue[] = eventsOf(events, "issue").map(({ issue }) => issue);
    const texts = text.split("~");
    const starts = texts.flatMap((segment, index) =>
      segment.startsWith("LX*") ? [index + 1] : [],
    );
    const lines = claim.lines.map((line, index) => ({
      lineItemControlNumber: line.lineItemControlNumber ?? String(index + 1),
      chargedCents: line.chargedCents,
      procedure: line.procedure,
      range: {
        ...claim.range,
        segmentFrom: starts[index] ?? 0,
        segmentTo: (starts[index + 1] ?? claim.range.segmentTo + 1) - 1,
      },
    }));
    return decideClaimAnswer({ ...claim, lines }, issues, "2026-11-22");
  }

  test("accepts a clean claim", () => {
    const answer = answerTo(sample("dependent"));
    const [status] = answer.statuses;
    expect(isAcceptance(answer)).toBe(true);
    expect(status?.codes).toEqual([{ category: "A2", status: "20", entity: undefined }]);
    expect(status).toMatchObject({ action: "WQ", chargedCents: 10_000, date: "2026-11-22" });
    expect(answer.lines).toEqual([]);
    expect(answer).toMatchObject({ traceNumber: "PCN1", serviceFrom: "2025-01-02" });
  });

  test.each([
    ["the balance", "SV1*HC:99213*100*UN*1***1", "SV1*HC:99213*90*UN*1***1", "A8", "400"],
    ["a diagnosis", "HI*ABK:J069", "HI*ABK:J06.9", "A7", "255"],
    ["a procedure", "SV1*HC:99213*100*UN*1***1", "SV1*HC:9921*100*UN*1***1", "A7", "454"],
    [
      "the payer's number",
      "CLM*PCN1*100***11:B:1*Y*A*Y*Y",
      "CLM*PCN1*100***11:B:7*Y*A*Y*Y",
      "A6",
      "464",
    ],
    ["an element without a status", "HI*ABK:J069", "HI*ABK:J069::X", "A7", "21"],
  ])("rejects for %s", (_name, from, to, category, status) => {
    const answer = answerTo(sample("dependent", from, to));
    expect(isAcceptance(answer)).toBe(false);
    expect(answer.statuses[0]?.action).toBe("U");
    expect(answer.statuses[0]?.codes[0]).toMatchObject({ category, status });
  });

  // biome-ignore format: one row a line
  const told: readonly (readonly [string, CleanSampleName, string, string, string])[] = [
    ["a member without a number", "dependent", "NM1*IL*1*ALDER*ANNA****MI*M0001", "NM1*IL*1*ALDER*ANNA", "A6 164 IL"],
    ["a provider's number", "professional", "NM1*82*1*DUNN*EVE****XX*1234567893", "NM1*82*1*DUNN*EVE****XX*1234567890", "A7 562 82"],
    ["the facility's postal code", "professional", "N4*CHICAGO*IL*606010002", "N4*CHICAGO*IL*60601000", "A7 500 77"],
    ["an attending provider's number", "institutional", "NM1*71*1*DUNN*EVE****XX*1234567893", "NM1*71*1*DUNN*EVE****XX*1234567890", "A7 562 71"],
    ["a dentist's number", "dental", "NM1*82*1*DUNN*EVE****XX*1234567893", "NM1*82*1*DUNN*EVE****XX*1234567890", "A7 562 82"],
    ["an unknown kind of note", "professional", "NTE*ADD*NOTE TEXT", "NTE*QQQ*NOTE TEXT", "A7 21, A7 481"],
    ["a gender", "professional", "DMG*D8*19700101*F", "DMG*D8*19700101*Q", "A7 21, A7 157 IL"],
    ["a subscriber's number of a wrong kind", "professional", "NM1*IL*1*ALDER*ANNA*B***MI*M0001", "NM1*IL*1*ALDER*ANNA*B***ZZ*M0001", "A7 21, A7 164 IL"],
    ["a billing provider's number of a wrong kind", "professional", "NM1*85*2*RIVERBEND*****XX*1234567893", "NM1*85*2*RIVERBEND*****ZZ*1234567893", "A7 21, A7 562 85"],
    ["a unit", "professional", "SV1*HC:36415*50*UN*1***1", "SV1*HC:36415*50*XX*1***1", "A7 21, A7 476"],
    ["a date to come", "professional", "DTP*431*D8*20250101", "DTP*431*D8*20350101", "A7 510, A7 481"],
    ["a frequency", "professional", "CLM*PCN1*150***11:B:1*Y*A*Y*Y*P*AA:::IL", "CLM*PCN1*150***11:B:12*Y*A*Y*Y*P*AA:::IL", "A7 21, A7 535"],
    ["an occurrence", "institutional", "HI*BH:11:D8:20250101", "HI*BH:1:D8:20250101", "A7 21, A7 481"],
  ];

  const kinds: Partial<Record<CleanSampleName, "837I" | "837D">> = {
    institutional: "837I",
    dental: "837D",
  };

  test.each(told)("names whose information is wrong, and which: %s", (_, name, from, to, codes) => {
    const options = { profile: "strict", today: "2026-11-22" } as const;
    const texts = validateText(sample(name, from, to), options)
      .flatMap((issue) => statusCodesOf(issue, kinds[name]))
      .map(({ category, status, entity }) => `${category} ${status} ${entity ?? ""}`.trim());
    expect(texts.join(", ")).toBe(codes);
  });

  test("says which line is wrong", () => {
    const answer = answerTo(sample("professional", "LIN**N4*00002143380", "LIN**N4*0002-1433-80"));
    expect(answer.lines).toMatchObject([
      {
        lineItemControlNumber: "LINE1",
        procedureCode: "99213",
        statuses: [{ codes: [{ category: "A7", status: "218" }] }],
      },
    ]);
  });

  test("totals what is accepted and what is rejected", () => {
    const range = (from: number) => ({
      segmentFrom: from,
      segmentTo: from + 9,
      byteFrom: 0,
      byteTo: 1,
    });
    const claim = (number: string, from: number, chargedCents: number) => ({
      patientControlNumber: number,
      chargedCents,
      range: range(from),
    });
    const text = sample("dependent", "HI*ABK:J069", "HI*ABK:J06.9");
    const validator = createValidator({ profile: "strict" });
    const events = [...validator.push(latin1Bytes(text)), ...validator.end()];
    const issues = eventsOf(events, "issue").map(({ issue }) => issue);
    const [at = 0] = issues.map(({ position }) => position?.segment ?? 0);
    const claims = [claim("A", at - 2, 100), claim("B", at + 20, 250), claim("C", at + 40, 50)];
    const answers = decideClaimAcknowledgments(
      { submitter: undefined, referenceId: "BATCH1", claims },
      issues,
      "2026-11-22",
    );
    expect(answers.map(({ level, traceNumber }) => `${level} ${traceNumber ?? ""}`)).toEqual([
      "receiver BATCH1",
      "provider 0",
      "claim A",
      "claim B",
      "claim C",
    ]);
    expect(answers[0]).toMatchObject({
      statuses: [{ codes: [{ category: "A1", status: "19" }], chargedCents: 400 }],
      quantities: [
        { qualifier: "90", quantity: "2" },
        { qualifier: "AA", quantity: "1" },
      ],
      amounts: [
        { qualifier: "YU", cents: 300 },
        { qualifier: "YY", cents: 100 },
      ],
    });
  });
});

test("typed content between the envelopes changes no answer", () => {
  const text = sampleText("professional");
  const decider = new AcknowledgmentDecider();
  expect(decider.read(readText(text)).map(({ kind }) => kind)).toEqual(
    answersTo(text).map(({ kind }) => kind),
  );
});
