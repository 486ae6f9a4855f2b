import { describe, expect, test } from "vitest";
import { sampleText } from "../testing/clean-samples.ts";
import { validateText } from "../testing/validate-text.ts";
import { partnerRulesOf } from "./partner-rules.ts";

const rule = { loop: "2300", when: ["2010BB/NM1.9=NF01"], need: "REF:EA" };

test("rules of partners judge as they were read", () => {
  const read = partnerRulesOf({ "837P": [{ ...rule, message: "Own sentence." }] });
  if (!read.ok) throw new Error(read.refusal);
  const [issue] = validateText(sampleText("dependent"), { partnerRules: read.rules });
  expect(issue).toMatchObject({ code: "X12_PARTNER_RULE", snip: 7, message: "Own sentence." });
});

describe("what is no rule is refused with its place", () => {
  test.each<readonly [string, unknown, string]>([
    ["a list", [], ": not an object of guides"],
    ["an unknown guide", { "838": [] }, "838: not the name of a guide"],
    ["no list", { "837P": rule }, "837P: not a list of rules"],
    ["a text", { "837P": ["REF:EA"] }, "837P[0]: not an object"],
    ["an unknown property", { "837P": [{ ...rule, needs: "REF" }] }, "unknown property needs"],
    ["a number", { "837P": [{ ...rule, message: 1 }] }, "message is not a text"],
    ["no loop", { "837P": [{ when: [], need: "REF" }] }, "loop is missing"],
    ["one term", { "837P": [{ ...rule, when: "REF" }] }, "when is not a list of texts"],
    ["need and forbid", { "837P": [{ ...rule, forbid: "REF:EA" }] }, "either need or forbid"],
    ["an unknown code", { "837P": [rule, { ...rule, code: "X" }] }, "837P[1]: code is none"],
    ["an unknown severity", { "837P": [{ ...rule, severity: "bad" }] }, "severity is none of"],
    ["a segment that the guide lacks", { "837P": [{ ...rule, need: "ZZZ" }] }, "has no ZZZ"],
  ])("%s", (_name, json, expected) => {
    const read = partnerRulesOf(json);
    expect(read.ok ? "" : `${read.place}: ${read.refusal}`).toContain(expected);
  });
});
