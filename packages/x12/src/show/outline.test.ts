import { describe, expect, test } from "vitest";
import { latin1Bytes } from "../latin1.ts";
import type { Segment } from "../segment.ts";
import { describeSegment } from "../segment-names.ts";
import { SegmentReader } from "../segment-reader.ts";
import { sampleText } from "../testing/clean-samples.ts";
import { interchangeText } from "../testing/interchange-text.ts";
import { everySampleKind, sampleFile } from "../testing/sample-files.ts";
import { validateText } from "../testing/validate-text.ts";
import { describeElements, elementName } from "./describe-elements.ts";
import { Outline, type OutlineSegment, type OutlineStart } from "./outline.ts";

function rowsOf(text: string, start?: OutlineStart): OutlineSegment[] {
  const reader = new SegmentReader();
  const tokens = [...reader.push(latin1Bytes(text)), ...reader.end()];
  return new Outline(start).read(tokens).filter((row) => row.is === "segment");
}

const placeOf = ({ segment, depth, loops }: OutlineSegment) =>
  `${depth} ${loops.map(({ id }) => id).join("/")} ${segment.id}`;

test("a claim stands below its subscriber and its billing provider", () => {
  const rows = rowsOf(sampleText("professional"));
  const places = rows.map(placeOf);
  expect(places.slice(0, 4)).toEqual(["0  ISA", "1  GS", "2  ST", "3  BHT"]);
  expect(places).toContain("6 2000A/2000B/2300 CLM");
  expect(places).toContain("7 2000A/2000B/2300/2400 SV1");
  expect(places.slice(-3)).toEqual(["2  SE", "1  GE", "0  IEA"]);
  const claim = rows.find(({ segment }) => segment.id === "CLM");
  expect(claim).toMatchObject({ name: "Claim", opensLoop: true });
});

describe("loops are those that the validator names", () => {
  test.each(everySampleKind)("%s", (kind) => {
    const text = sampleFile(kind, 1);
    const loops = new Map(
      rowsOf(text).map(({ segment, loops: path }) => [segment.number, path.at(-1)?.id]),
    );
    for (const { code, snip, position, loop } of validateText(text, { profile: "strict" })) {
      // What is missing is told with the loop that it would stand in.
      if (snip > 2 || code.endsWith("_MISSING") || position === undefined) continue;
      expect([code, position.segment, loops.get(position.segment)]).toEqual([
        code,
        position.segment,
        loop,
      ]);
    }
  });
});

test("a set without a guide has its segments without loops, and so has what stands outside", () => {
  const text = interchangeText([{ setId: "864", segments: ["BMG*00*X", "MSG*TEXT"] }], {
    functionalId: "TX",
    version: "005010",
  });
  expect(rowsOf(text).map(placeOf)).toContain("3  BMG");
  expect(rowsOf(text.replace(/ST\*864[^~]*~/, "")).map(placeOf)).toContain("1  BMG");
});

test("a segment of an unknown code stays where its kind belongs, an unknown one where it comes", () => {
  const text = sampleText("professional")
    .replace("NM1*82*1*DUNN", "NM1*XX*1*DUNN")
    .replace("HI*ABK", "ZZZ*1~HI*ABK");
  const places = rowsOf(text).map(placeOf);
  expect(places).toContain("6 2000A/2000B/2300 ZZZ");
  expect(places.filter((place) => place.endsWith("NM1"))).toContain("6 2000A/2000B/2300 NM1");
});

test.each([
  ["a claim", "CLM*", "6 2000A/2000B/2300 CLM"],
  ["a level", "HL*2*", "5 2000A/2000B HL"],
  ["a payer's name", "NM1*PR", "6 2000A/2000B/2010BB NM1"],
  ["a segment that opens nothing", "NTE*", "3  NTE"],
])("an outline that begins in the middle of a set finds its loops: %s", (_name, from, place) => {
  const text = sampleText("professional");
  const isa = text.slice(0, 106);
  const rows = rowsOf(isa + text.slice(text.indexOf(`~${from}`) + 1)).slice(1);
  const begun = new Outline({ setId: "837", version: "005010X222A1", inMiddle: true });
  const segments = rows.map(({ segment }) => segment);
  const [first] = begun.read(segments).filter((row) => row.is === "segment");
  expect(first && placeOf(first)).toBe(place);
});

/** Where each segment stands when reading begins at the claim, some of the text replaced. */
function placesFromClaim(from: string, to: string): string[] {
  const text = sampleText("professional").replace(from, to);
  const rows = rowsOf(text.slice(0, 106) + text.slice(text.indexOf("~CLM*") + 1)).slice(1);
  const start = { setId: "837", version: "005010X222A1", inMiddle: true } as const;
  const read = new Outline(start).read(rows.map(({ segment }) => segment));
  return read
    .filter((row) => row.is === "segment")
    .map((row) => `${placeOf(row)} ${row.segment.element(1)}`);
}

test.each([
  [
    "a date of no kind takes the place of the one that a line must have",
    "DTP*472*",
    "DTP*47Z*",
    "7 2000A/2000B/2300/2400 DTP 47Z",
  ],
  [
    "a day of no kind takes the place of the one that another payer's decision must have",
    "DTP*573*",
    "DTP*57Z*",
    "8 2000A/2000B/2300/2400/2430 DTP 57Z",
  ],
  [
    "a reference of no kind stands in its claim",
    "~HI*",
    "~REF*0Z*1~HI*",
    "6 2000A/2000B/2300 REF 0Z",
  ],
  [
    "a date of no kind behind a provider stands in the claim",
    "~PRV*PE",
    "~DTP*0ZZ*D8*20250102~PRV*PE",
    "6 2000A/2000B/2300 DTP 0ZZ",
  ],
])("from a claim on, %s", (_name, from, to, place) => {
  expect(placesFromClaim(from, to)).toContain(place);
});

test("an outline may begin at an ST without its version", () => {
  const text = sampleText("remittance");
  const reader = new SegmentReader();
  const tokens = [...reader.push(latin1Bytes(text)), ...reader.end()].slice(2);
  const start = { setId: "835", version: "005010X221A1", inMiddle: false };
  const rows = new Outline(start).read(tokens).filter((row) => row.is === "segment");
  expect(rows.map(placeOf)).toContain("5 2000/2100 CLP");
});

const segmentsOf = (text: string): Segment[] => rowsOf(text).map(({ segment }) => segment);

test("elements, components and repetitions have their names", () => {
  const all = segmentsOf(
    sampleText("professional", (each) => [...each, "DMG*D8*19700101*F**A^B:C"]),
  );
  const claim = all.find(({ id }) => id === "CLM");
  const parts = claim ? describeElements(claim) : [];
  expect(parts.slice(0, 4).map(({ position, name, value }) => [position, name, value])).toEqual([
    ["CLM01", "Patient control number", "PCN1"],
    ["CLM02", "Total charge", "150"],
    ["CLM05-1", "Place of service and frequency: facility code", "11"],
    ["CLM05-2", "Place of service and frequency: facility code set", "B"],
  ]);
  const person = all.findLast(({ id }) => id === "DMG");
  expect(person && describeElements(person).map(({ position }) => position)).toEqual([
    "DMG01",
    "DMG02",
    "DMG03",
    "DMG05",
    "DMG05(2)-1",
    "DMG05(2)-2",
  ]);
  const [interchange] = all;
  expect(interchange && describeElements(interchange).at(-1)?.position).toBe("ISA16");
  expect([elementName("ZZZ", 1), elementName("CLM", 99), elementName("CLM", 1, 2)]).toEqual([
    "",
    "",
    "Patient control number",
  ]);
});

test("segments without a guide have names of their own", () => {
  const names = ["BGN", "EB", "LE", "LS", "MSG", "OTI", "RED", "RMR", "TED", "UM"].map((id) =>
    describeSegment(id),
  );
  expect(names).not.toContain(undefined);
  expect([elementName("EB", 1), elementName("MSG", 1), elementName("LS", 1)]).toEqual([
    "Benefit",
    "Text",
    "Loop",
  ]);
  expect([elementName("TED", 1), elementName("OTI", 4)]).toEqual(["Error", ""]);
});
