import { describe, expect, test } from "vitest";
import { latin1Bytes } from "./latin1.ts";
import { formatSegments, rawSegments } from "./raw-segments.ts";
import { describeElement, describeSegment } from "./segment-names.ts";
import { interchangeText } from "./testing/interchange-text.ts";
import { eventsOf, readText } from "./testing/read-text.ts";
import { remittanceSegments } from "./testing/samples.ts";

describe("raw view", () => {
  const text = interchangeText([{ setId: "835", segments: remittanceSegments }], {
    functionalId: "HP",
    version: "005010X221A1",
    lineEnd: "\r\n",
  });
  const claim = eventsOf(readText(text), "remittance-claim")[1]?.claim;
  const [interchange] = eventsOf(readText(text), "interchange-start");
  if (claim === undefined || interchange === undefined) throw new Error("a claim was expected");
  const { byteFrom, byteTo, segmentFrom } = claim.range;
  const { delimiters } = interchange.interchange;
  const bytes = latin1Bytes(text).subarray(byteFrom, byteTo);

  test("shows the segments of a range with their numbers in the file", () => {
    expect(rawSegments({ bytes, delimiters, segmentFrom })).toEqual([
      {
        number: segmentFrom,
        id: "CLP",
        text: "CLP*PCN2*4*40*0**12*ICN2",
        elements: ["PCN2", "4", "40", "0", "", "12", "ICN2"],
      },
      { number: segmentFrom + 1, id: "CAS", text: "CAS*CO*29*40", elements: ["CO", "29", "40"] },
    ]);
  });

  test("as text, one segment a line", () => {
    const shown = "CLP*PCN2*4*40*0**12*ICN2~\nCAS*CO*29*40~\n";
    expect(formatSegments({ bytes, delimiters, segmentFrom })).toBe(shown);
    const lines = latin1Bytes("SE*1*1\nGE*1*1\n");
    const newline = { ...delimiters, segment: "\n" };
    const plain = formatSegments({ bytes: lines, delimiters: newline, segmentFrom: 1 });
    expect(plain).toBe("SE*1*1\nGE*1*1\n");
  });

  test("leaves binary content out", () => {
    const binary = latin1Bytes("BIN*3*a~b~SE*1*1~");
    const shown = rawSegments({ bytes: binary, delimiters, segmentFrom: 5 });
    expect(shown.map(({ id }) => id)).toEqual(["BIN", "SE"]);
  });
});

describe("names", () => {
  test.each([
    ["CLP", 1, "Claim payment", "Patient control number"],
    ["CAS", 3, "Adjustment", "Amount 1"],
    ["CAS", 18, "Adjustment", "Amount 6"],
    ["PLB", 4, "Provider adjustment", "Amount 1"],
    ["BPR", 16, "Payment", "Effective date"],
    ["CLM", 2, "Claim", "Total charge"],
    ["CLM", 3, "Claim", undefined],
    ["ZZZ", 1, undefined, undefined],
    ["constructor", 1, undefined, undefined],
  ])("%s%i", (id, element, name, elementName) => {
    expect(describeSegment(id)).toBe(name);
    expect(describeElement(id, element)).toBe(elementName);
  });
});
