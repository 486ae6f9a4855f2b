import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { latin1Bytes } from "../latin1.ts";
import { arbitraryAttachment, arbitraryAttachmentBatch } from "../testing/arbitrary-attachments.ts";
import { interchangeText } from "../testing/interchange-text.ts";
import { eventsOf, issueCodesOf, readText } from "../testing/read-text.ts";
import { validateText } from "../testing/validate-text.ts";
import { testEnvelope } from "../testing/write-envelope.ts";
import { type WriteResult, writePieces } from "../write/write-interchange.ts";
import type { Attachment, WritableAttachment, WritableAttachmentBatch } from "./attachment.ts";
import { type AttachmentGuide, attachmentSet, write275 } from "./write-attachment.ts";

const guides: readonly AttachmentGuide[] = ["005010X210", "006020X314"];
const runs = { numRuns: 100 };

function textOf(result: WriteResult): string {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.text;
}

const withoutNumber = (codes: readonly string[]) =>
  codes.filter((code) => code !== "X12_PROVIDER_ID");

/** A read attachment with the bytes that its contents point to. */
function withBytes(text: string, { range: _, contents, ...rest }: Attachment): WritableAttachment {
  return {
    ...rest,
    contents: contents.map(({ byteFrom, byteLength, ...content }) => ({
      ...content,
      bytes: latin1Bytes(text.slice(byteFrom, byteFrom + byteLength)),
    })),
  };
}

describe("what is written is read again", () => {
  test.each(guides)("%s, content of any bytes, in any chunks", (guide) => {
    const many = fc.array(arbitraryAttachment, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(arbitraryAttachmentBatch, many, (batch, attachments) => {
        const text = textOf(write275(batch, attachments, { envelope: testEnvelope, guide }));
        const events = readText(text);
        expect(withoutNumber(issueCodesOf(events))).toEqual([]);
        const read = eventsOf(events, "attachment");
        expect(read.map(({ attachment }) => withBytes(text, attachment))).toEqual(attachments);
        const { header, ...told } = read[0]?.batch ?? { header: undefined };
        expect(told).toEqual(batch);
        expect(header).toMatchObject({ kind: "275", version: guide });
        expect(readText(text, { chunkBytes: 13 })).toEqual(events);
      }),
      runs,
    );
  });

  test("in pieces the same bytes", () => {
    const [batch] = fc.sample(arbitraryAttachmentBatch, { numRuns: 1, seed: 4 });
    const attachments = fc.sample(arbitraryAttachment, { numRuns: 3, seed: 5 });
    if (batch === undefined) throw new Error("no sample");
    const whole = textOf(write275(batch, attachments, { envelope: testEnvelope }));
    const pieces = [...writePieces(testEnvelope, [attachmentSet(batch, attachments)])];
    const bytes = pieces.flatMap((piece) => (piece.type === "bytes" ? [...piece.bytes] : []));
    expect(bytes).toEqual([...latin1Bytes(whole)]);
  });

  test("content longer than the writer's own room", () => {
    const content = Uint8Array.from({ length: 200_000 }, (_, at) => at % 256);
    const text = textOf(write275(plainBatch, [withContent(content)], { envelope: testEnvelope }));
    const [read] = eventsOf(readText(text, { chunkBytes: 4096 }), "attachment");
    expect(read && withBytes(text, read.attachment).contents[0]?.bytes).toEqual(content);
  });
});

const nobody = undefined;
const plainBatch: WritableAttachmentBatch = {
  ...{ purpose: "02", referenceId: "B1", createdOn: "2026-01-06", time: nobody },
  ...{ payer: nobody, submitter: nobody, provider: nobody, patient: nobody },
};
const plain: WritableAttachment = {
  ...{ number: "1", traceKind: "1", traceNumber: "ATT1", requests: [], references: [], dates: [] },
  ...{ reportType: "AE", format: "TX", contents: [] },
};
const withContent = (bytes: Uint8Array): WritableAttachment => ({
  ...plain,
  contents: [{ segment: "BIN", filter: undefined, security: "05", bytes }],
});
const x = Uint8Array.of(88);

describe("what a 275 cannot hold is refused", () => {
  test.each<[string, Partial<WritableAttachment>, string]>([
    ["nothing as content", withContent(new Uint8Array()), "missing BIN"],
    ["a filter of a BIN", contentOf({ filter: "B64" }), "unsupported BIN"],
    ["a BDS without its filter", contentOf({ segment: "BDS" }), "missing BDS"],
    ["no number", { number: "" }, "missing LX"],
  ])("%s", (_name, change, refusal) => {
    const result = write275(plainBatch, [{ ...plain, ...change }], { envelope: testEnvelope });
    const refusals = result.ok ? [] : result.refusals;
    expect(refusals.map(({ code, segmentId }) => `${code} ${segmentId}`)).toEqual([refusal]);
  });
});

function contentOf(change: object): Partial<WritableAttachment> {
  const content = { segment: "BIN" as const, filter: undefined, security: undefined, bytes: x };
  return { contents: [{ ...content, ...change }] };
}

const segments = [
  "BGN*02*BATCH1*20260106*1200",
  "NM1*PR*2*NORTHFIELD*****PI*NF01",
  "NM1*41*2*RIVERBEND*****46*RB01",
  "NM1*1P*2*RIVERBEND*****XX*1234567893",
  "NX1*1P",
  "N3*100 RIVER ST",
  "N4*CHICAGO*IL*606010001",
  "NM1*QC*1*ALDER*ANNA****MI*M0001",
  "REF*EJ*PCN1",
  "DTP*472*D8*20250102",
  "LX*1",
  "TRN*1*ATT1",
  "DTP*368*D8*20260106",
  "CAT*AE*TX",
];

/** The codes of a file of one guide, with its content last. */
function judged(version: string, content: readonly string[], strict = true): string[] {
  const set = { setId: "275", segments: [...segments, ...content] };
  const text = interchangeText([set], { functionalId: "PI", version });
  return validateText(text, strict ? { profile: "strict" } : {}).map(({ code }) => code);
}

describe("the guides", () => {
  test.each([
    ["005010X210", ["EFI*05", "BIN*5*A*B~C"]],
    ["005010X211", ["EFI*05", "BIN*5*A*B~C"]],
    ["006020X314", ["OOI*1*47*ATTACHMENT", "BDS*B64*4*QUJD"]],
    ["006020X314", ["EFI*05", "BDS*B64*4*QUJD"]],
  ])("%s has nothing to say against a clean file: %j", (version, content) => {
    expect(judged(version, content)).toEqual([]);
    expect(judged(version, content, false)).toEqual([]);
  });

  test.each([
    ["an object of the newer guide", "005010X210", ["OOI*1*47*X"], "X12_SEGMENT_UNEXPECTED"],
    ["content without its filter", "006020X314", ["BDS**4*QUJD"], "X12_ELEMENT_MISSING"],
    [
      "content that is longer than it says",
      "005010X210",
      ["EFI*05", "BIN*2*ABC"],
      "X12_BINARY_LENGTH",
    ],
  ])("%s is an issue", (_name, version, content, code) => {
    expect(judged(version, content)).toContain(code);
  });
});

test("content whose length is wrong is told, and what follows is read", () => {
  const set = { setId: "275", segments: [...segments, "EFI*05", "BIN*2*ABC", "LX*2", "TRN*1*A2"] };
  const events = readText(interchangeText([set], { functionalId: "PI", version: "005010X210" }));
  expect(issueCodesOf(events)).toContain("X12_BINARY_LENGTH");
  const numbers = eventsOf(events, "attachment").map(({ attachment }) => attachment.number);
  expect(numbers).toEqual(["1", "2"]);
});
