import { describe, expect, test } from "vitest";
import { allowedActions, type DenialCase, type OpenDenial } from "./allowed-actions.ts";

const claim = {
  state: "denied",
  kind: "professional",
  filingIndicator: "CI",
  frequencyCode: "1",
  payerClaimControlNumber: "P1",
};

function denial(codes: string, rest: Partial<OpenDenial> = {}): OpenDenial {
  const [reason = "", ...remarkCodes] = codes.split(" ");
  const [groupCode = "", reasonCode = ""] = reason.split("-");
  const usual = { category: "coding", nextAction: "corrected-claim", cents: 100, dueOn: undefined };
  return { groupCode, reasonCode, remarkCodes, ...usual, ...rest };
}

function actionsOf(open: readonly OpenDenial[], rest: Partial<DenialCase> = {}): string[] {
  const denialCase = { open, claim, mending: undefined, lastStep: undefined, ...rest };
  return allowedActions(denialCase).map(({ action, isUsual }) => (isUsual ? `${action}!` : action));
}

const medicare = { claim: { ...claim, filingIndicator: "MB" } };

describe("what may be done about open denials", () => {
  test.each<[string, readonly OpenDenial[], Partial<DenialCase>, string[]]>([
    ["a wrong code", [denial("CO-4")], {}, ["correct!", "appeal", "wait", "close"]],
    [
      "what the payer could not process is neither replaced nor appealed",
      [denial("CO-16 MA130", { nextAction: "new-claim" })],
      {},
      ["wait", "close"],
    ],
    [
      "the same at Medicare gets a new claim",
      [denial("CO-16 MA130", { nextAction: "new-claim" })],
      medicare,
      ["new-claim!", "wait", "close"],
    ],
    ["no appeal rights", [denial("CO-97 N211")], {}, ["correct!", "wait", "close"]],
    ["timely filing at Medicare", [denial("CO-29")], medicare, ["wait", "close"]],
    ["Medicare takes no replacement", [denial("CO-4")], medicare, ["appeal", "wait", "close"]],
    [
      "left to the patient",
      [denial("PR-27", { nextAction: "bill-patient", category: "eligibility" })],
      {},
      ["bill-patient!", "correct", "appeal", "wait", "close"],
    ],
    [
      "but never from Medicaid",
      [denial("PR-27", { nextAction: "bill-patient", category: "eligibility" })],
      { claim: { ...claim, filingIndicator: "MC" } },
      ["correct", "appeal", "wait", "close"],
    ],
    [
      "nor of a protected patient",
      [denial("PR-96 N781", { nextAction: "bill-patient", category: "contract" })],
      {},
      ["correct", "appeal", "wait", "close"],
    ],
    [
      "records missing",
      [denial("CO-252", { nextAction: "send-records", category: "documentation" })],
      {},
      ["send-records!", "correct", "appeal", "wait", "close"],
    ],
    [
      "another payer first",
      [denial("CO-22", { nextAction: "rebill-other-payer" })],
      {},
      ["rebill!", "correct", "appeal", "wait", "close"],
    ],
    [
      "the largest names the usual action",
      [denial("CO-4"), denial("CO-50", { nextAction: "appeal", cents: 200 })],
      {},
      ["appeal!", "correct", "wait", "close"],
    ],
    [
      "a correction that was begun goes on",
      [denial("CO-4")],
      { mending: "replacement" },
      ["correct!", "appeal", "wait", "close"],
    ],
    [
      "a withdrawal leaves nothing to correct",
      [denial("CO-4")],
      { mending: "void" },
      ["appeal", "wait", "close"],
    ],
    [
      "an answer may come by letter",
      [denial("CO-4")],
      { lastStep: "appeal" },
      ["correct!", "appeal", "wait", "upheld", "close"],
    ],
    [
      "a payer's number may still be asked for",
      [denial("CO-4")],
      { claim: { ...claim, payerClaimControlNumber: undefined } },
      ["correct!", "appeal", "wait", "close"],
    ],
    ["nothing open", [], {}, []],
  ])("%s", (_, open, rest, expected) => {
    expect(actionsOf(open, rest)).toEqual(expected);
  });
});
