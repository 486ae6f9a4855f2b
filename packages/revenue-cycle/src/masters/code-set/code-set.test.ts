import { describe, expect, it } from "vitest";
import { codeKey, isWholePtpEdition, readCodeSearch, standingOn, writtenCode } from "./code-set.ts";

describe("how a code stands on a day", () => {
  const days = { effectiveFrom: "2020-01-01", effectiveTo: "2020-12-31" };
  it.each([
    ["before its first day", { isBillable: true, ...days }, "2019-12-31", "not-yet"],
    ["on its first day", { isBillable: true, ...days }, "2020-01-01", "valid"],
    ["on its last day", { isBillable: true, ...days }, "2020-12-31", "valid"],
    ["after its last day", { isBillable: true, ...days }, "2021-01-01", "ended"],
    ["a heading", { isBillable: false, ...days }, "2020-06-01", "heading"],
    [
      "without days of its own",
      { isBillable: true, effectiveFrom: undefined, effectiveTo: undefined },
      "1990-01-01",
      "valid",
    ],
  ] as const)("%s", (_, code, on, expected) => {
    expect(standingOn(code, on)).toBe(expected);
  });
});

describe("an edition of edits in parts", () => {
  it.each([
    [[1, 2, 3, 4], true],
    [[4, 2, 1, 3], true],
    [[1, 2, 3, 4, 5], true],
    [[1, 2, 3], false],
    [[1, 2, 4], false],
    [[2, 3, 4, 5], false],
    [[], false],
  ])("%j is whole: %s", (parts, expected) => {
    expect(isWholePtpEdition(parts)).toBe(expected);
  });
});

describe("a search as it is typed", () => {
  it.each([
    ["e11.9", "E119", ["e11", "9"]],
    ["low back pain", undefined, ["low", "back", "pain"]],
    ["type 2", "TYPE2", ["type", "2"]],
    ["'; drop table", undefined, ["drop", "table"]],
    ["", undefined, []],
  ])("%s", (typed, prefix, words) => {
    expect(readCodeSearch(typed)).toEqual({ prefix, words });
  });
});

it("writes ICD-10-CM codes with their dot and no other", () => {
  expect(writtenCode("icd-10-cm", "E119")).toBe("E11.9");
  expect(writtenCode("icd-10-cm", "I10")).toBe("I10");
  expect(writtenCode("hcpcs", "J1885")).toBe("J1885");
  expect(codeKey(" e11.9 ")).toBe("E119");
});
