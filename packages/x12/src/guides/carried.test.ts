import { describe, expect, test } from "vitest";
import type { GuideTable } from "../guide-table.ts";
import type { ReadEvent } from "../reading.ts";
import { interchangeText } from "../testing/interchange-text.ts";
import { type LeaveOut, maximalSet, maximalText } from "../testing/maximal-set.ts";
import { readText } from "../testing/read-text.ts";
import { rewrites } from "../testing/rewrite.ts";
import { testEnvelope } from "../testing/write-envelope.ts";
import { guideTables } from "./tables.ts";

/** Events that tell of envelopes and not of content. */
const structural = new Set<ReadEvent["type"]>([
  ...(["interchange-start", "interchange-end", "group-start", "group-end"] as const),
  ...(["set-start", "set-end", "issue"] as const),
]);

/** Where something stood is no content of it. */
const places = new Set(["range", "header", "position", "byteFrom"]);

function contentOf(text: string): string {
  const events = readText(text).filter(({ type }) => !structural.has(type));
  return JSON.stringify(events, (key, value) => (places.has(key) ? undefined : value));
}

/** What comes by its declared length, which a maximal set cannot give. */
const binary = new Set(["EFI", "BIN", "BDS"]);

/** Alternatives of one another, and what stands a second time under another level. */
const variants: Readonly<Record<string, readonly LeaveOut[]>> = {
  claim: [
    ({ id }) => id === "2000C",
    ({ id }, loops) =>
      (id === "2300" && !loops.includes("2000C")) ||
      (id === "PAT" && !loops.includes("2000C")) ||
      (loops.includes("2300") && !/^(CLM|2400|LX|SV[123])$/.test(id)),
  ],
  "278": ["SV1", "SV2", "SV3"].map(
    (service): LeaveOut =>
      ({ id }, loops) =>
        (/^SV\d$/.test(id) && id !== service) || (id === "2000E" && loops.includes("2000D")),
  ),
  "275": [({ id }) => binary.has(id)],
};

/** Formats that their value implies, by segment and element. */
const implied = new Set(
  "DTP 2,PAT 7,PWK 5,CR1 1,CR1 5,MPI 6,CR6 3,CR6 15,DMG 1,DMG 10,DTM 2,DTM 5".split(","),
);

/** What has no field: the package's README lists it. */
const withoutField: Readonly<Record<string, readonly string[]>> = {
  // A claim below its patient: the subscriber is not the patient.
  "837P 2": ["SBR 2"],
  "837I 2": ["SBR 2"],
  "837D 2": ["SBR 2"],
  "999": ["CTX 5", "CTX 6"],
};

const wrap = (table: GuideTable, segments: readonly string[]) => {
  const { setId, functionalId, version } = table;
  return interchangeText([{ setId, segments }], { functionalId, version });
};

const cases = guideTables.flatMap((table) => {
  const name = table.setId === "837" ? "claim" : table.setId;
  const leaveOut = variants[name] ?? [() => false];
  return leaveOut.map((each, index) => ({
    name: leaveOut.length === 1 ? table.name : `${table.name} ${index + 1}`,
    table,
    set: maximalSet(table, each),
  }));
});

describe("every element of a guide", () => {
  test.each(cases)("is read: $name", ({ name, table, set }) => {
    const whole = contentOf(wrap(table, maximalText(set)));
    const lost = set.values
      .filter(({ other }) => other !== undefined)
      .filter((value) => contentOf(wrap(table, maximalText(set, value))) === whole)
      .map(({ loops, segmentId, element }) => ({
        place: `${segmentId} ${element}`,
        loop: loops.at(-1),
      }))
      .filter(({ place }) => !implied.has(place))
      .filter(({ place }) => withoutField[name]?.includes(place) !== true)
      .map(({ place, loop }) => `${loop} ${place}`);
    expect(lost).toEqual([]);
  });

  test.each(cases)("is written: $name", ({ table, set }) => {
    const read = readText(wrap(table, maximalText(set)));
    const rewrite = rewrites[table.setId === "275" ? "275" : table.name];
    const written = rewrite?.(read, testEnvelope);
    expect(written).toMatchObject({ ok: true });
    const text = written?.ok === true ? written.text : "";
    const missing = segmentsOf(wrap(table, maximalText(set))).filter(
      (segment) => !segmentsOf(text).includes(segment),
    );
    expect(missing).toEqual([]);
  });
});

/** Segments of content, without levels and envelopes, whose numbers are the writer's. */
function segmentsOf(text: string): string[] {
  // A subscriber who is not the patient has no SBR02; a period of days stands in DTM06 alone.
  const counted = /^(ISA|GS|ST|SE|GE|IEA|HL|LX|CTX|SBR)\*|^DTM\*582\*2/;
  return text.split("~").filter((segment) => segment !== "" && !counted.test(segment));
}
