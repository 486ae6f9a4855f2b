import { Readable } from "node:stream";
import { X12Parser } from "node-x12";
import { describe, expect, test } from "vitest";
import { X12parser } from "x12-parser";
import { latin1Bytes } from "../latin1.ts";
import { SegmentReader } from "../segment-reader.ts";
import { sampleFile, sampleKinds } from "../testing/sample-files.ts";

/** A segment as its identifier and its elements, "" where one is empty. */
type PlainSegment = readonly string[];

const seeds = [1, 2, 3];

function readByUs(text: string): PlainSegment[] {
  const reader = new SegmentReader();
  return [...reader.push(latin1Bytes(text)), ...reader.end()].map((token) => {
    if (token.kind !== "segment") throw new Error(`${token.reason} was written`);
    const elements = Array.from({ length: token.elementCount }, (_, at) => token.text(at + 1));
    return [token.id, ...elements.map((element) => element ?? "")];
  });
}

/** In one chunk: at the ends of chunks it gives wrong segments. */
async function readByNodeX12(text: string): Promise<PlainSegment[]> {
  const segments: PlainSegment[] = [];
  for await (const segment of Readable.from([text]).pipe(new X12Parser())) {
    const { tag, elements } = segment as { tag: string; elements: { value: string }[] };
    segments.push([tag, ...elements.map(({ value }) => value.trimEnd())]);
  }
  return segments;
}

/** It spreads components: `{ name: "SV1", "1": "HC", "1-1": "99213" }`. */
async function readByX12Parser(text: string): Promise<PlainSegment[]> {
  const segments: PlainSegment[] = [];
  for await (const found of Readable.from([text]).pipe(new X12parser())) {
    const { name = "", ...values } = found as Record<string, string>;
    const elements: string[] = [];
    for (const [place, value] of Object.entries(values)) {
      const [element = 0, component = 0] = place.split("-").map(Number);
      const before = elements[element - 1];
      elements[element - 1] = component > 0 ? `${before ?? ""}:${value}` : value;
    }
    segments.push([name, ...Array.from(elements, (element) => (element ?? "").trimEnd())]);
  }
  return segments;
}

/** As node-x12 gives the interchange control number: without its leading zeros. */
function unpadded(segment: PlainSegment): PlainSegment {
  const place = segment[0] === "ISA" ? 13 : segment[0] === "IEA" ? 2 : 0;
  return place === 0 ? segment : segment.with(place, String(Number(segment[place])));
}

describe("what is written is read alike by others", () => {
  test.each(sampleKinds)("%s by node-x12", async (kind) => {
    for (const seed of seeds) {
      const text = sampleFile(kind, seed);
      expect(await readByNodeX12(text), `seed ${seed}`).toEqual(readByUs(text).map(unpadded));
    }
  });

  test.each(sampleKinds)("%s by x12-parser", async (kind) => {
    for (const seed of seeds) {
      const text = sampleFile(kind, seed);
      expect(await readByX12Parser(text), `seed ${seed}`).toEqual(readByUs(text));
    }
  });
});
