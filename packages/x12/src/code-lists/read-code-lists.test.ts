import { describe, expect, test } from "vitest";
import { sampleText } from "../testing/clean-samples.ts";
import { placeOf, validateText } from "../testing/validate-text.ts";
import { codeListsOf } from "./read-code-lists.ts";

const own = { source: "CMS", asOf: "2026-11-01" };

function found(json: unknown) {
  const read = codeListsOf(json);
  if (!read.ok) throw new Error(`${read.place}: ${read.refusal}`);
  const issues = validateText(sampleText("dependent"), {
    profile: "strict",
    codeLists: read.lists,
  });
  return issues.map((issue) => `${issue.severity} ${issue.code} ${placeOf(issue)}`);
}

const unknownPlace = ["warning X12_PLACE_OF_SERVICE 2300 CLM 5-1"];

describe("lists that were read", () => {
  // The sample is of 2025-01-06, its place of service 11, its procedure 99213.
  test.each<readonly [string, unknown, readonly string[]]>([
    ["replace a list", { "place-of-service": { ...own, codes: ["12"] } }, unknownPlace],
    ["add to a list", { "place-of-service": { ...own, codes: ["12"], adds: true } }, []],
    [
      "add days to a code",
      {
        "place-of-service": {
          ...{ ...own, adds: true },
          codes: { "11": { until: "2024-12-31" } },
        },
      },
      unknownPlace,
    ],
    [
      "have codes of days to come",
      { "place-of-service": { ...own, codes: { "11": { from: "2025-02-01" } } } },
      unknownPlace,
    ],
    [
      "have codes of days that are",
      {
        "place-of-service": {
          ...own,
          codes: { "11": { from: "2025-01-06", until: "2025-01-06" } },
        },
      },
      [],
    ],
    [
      "stand where none did",
      { procedure: { ...own, codes: ["99214"] } },
      ["warning X12_CODE_UNKNOWN 2400 SV1 1-2"],
    ],
    [
      "tell which prefixes a state has",
      { "postal-area": { ...own, codes: ["IL607"] } },
      ["warning X12_POSTAL_CODE_STATE 2010AA N4 3", "warning X12_POSTAL_CODE_STATE 2010CA N4 3"],
    ],
  ])("%s", (_name, json, expected) => {
    expect(found(json)).toEqual(expected);
  });
});

describe("what is no list is refused with its place", () => {
  test.each<readonly [string, unknown, string]>([
    ["a list", [], ": not an object of lists"],
    ["an unknown name", { places: {} }, "places: not the name of a list"],
    ["a text", { state: "IL" }, "state: not an object"],
    ["an unknown property", { state: { ...own, codes: [], more: 1 } }, "unknown property more"],
    ["no source", { state: { asOf: own.asOf, codes: [] } }, "state.source: not a text"],
    ["no day", { state: { source: "", asOf: "2026-02-30", codes: [] } }, "state.asOf: not a day"],
    ["a word", { state: { ...own, codes: [], adds: "yes" } }, "state.adds: neither"],
    ["no codes", { state: own }, "state.codes: neither a list nor an object"],
    ["a number", { state: { ...own, codes: ["IL", 5] } }, "state.codes[1]: not a code"],
    ["a day for a code", { state: { ...own, codes: { IL: "2026" } } }, "state.codes.IL: not an"],
    ["a wrong from", { state: { ...own, codes: { IL: { from: "x" } } } }, "from is not a day"],
    ["a wrong until", { state: { ...own, codes: { IL: { until: 5 } } } }, "until is not a day"],
    ["another day", { state: { ...own, codes: { IL: { to: "" } } } }, "unknown property to"],
  ])("%s", (_name, json, expected) => {
    const read = codeListsOf(json);
    expect(read.ok ? "" : `${read.place}: ${read.refusal}`).toContain(expected);
  });
});
