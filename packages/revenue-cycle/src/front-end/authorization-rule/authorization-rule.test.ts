import { describe, expect, test } from "vitest";
import {
  type AuthorizationRule,
  isAuthorizationWanted,
  isCodeRange,
  readCodeRanges,
} from "./authorization-rule.ts";

function rule(part: Partial<AuthorizationRule>): AuthorizationRule {
  return {
    payerId: 1,
    planId: undefined,
    procedureCodes: [],
    isRequired: true,
    effectiveFrom: "2026-01-01",
    effectiveTo: undefined,
    ...part,
  };
}

const question = { payerId: 1, planId: 5, procedureCode: "70551", on: "2026-06-12" };
const imaging = rule({ procedureCodes: ["70450-70559"] });

describe("whether the payer wants an authorization", () => {
  test.each<[string, AuthorizationRule[], boolean | undefined]>([
    ["no rules of the payer", [rule({ payerId: 2 })], undefined],
    ["a rule of another plan", [rule({ planId: 6 })], undefined],
    ["rules that do not name it", [rule({ procedureCodes: ["97110"] })], false],
    ["the very code", [rule({ procedureCodes: ["70551"] })], true],
    ["in a range", [imaging], true],
    ["every procedure", [rule({})], true],
    [
      "the code before the range",
      [imaging, rule({ procedureCodes: ["70551"], isRequired: false })],
      false,
    ],
    ["the range before every procedure", [imaging, rule({ isRequired: false })], true],
    ["the plan before the payer", [imaging, rule({ planId: 5, isRequired: false })], false],
    [
      "the later of two",
      [imaging, { ...imaging, effectiveFrom: "2026-02-01", isRequired: false }],
      false,
    ],
    ["not yet in force", [rule({ effectiveFrom: "2026-06-13" })], undefined],
    ["no more in force", [rule({ effectiveTo: "2026-06-11" })], undefined],
  ])("%s", (_, rules, wanted) => {
    expect(isAuthorizationWanted(rules, question)).toBe(wanted);
  });
});

test.each<[string, string[], boolean]>([
  ["97140, 97110-97112;g0283 97140", ["97110-97112", "97140", "G0283"], true],
  ["", [], true],
  ["9711", ["9711"], false],
  ["97140-97110", ["97140-97110"], false],
])("codes typed as %j", (typed, entries, areCodes) => {
  expect(readCodeRanges(typed)).toEqual(entries);
  expect(entries.every(isCodeRange)).toBe(areCodes);
});
