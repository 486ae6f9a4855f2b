import { describe, expect, test } from "vitest";
import { usualPatientBilling as settings } from "../patient-account/patient-billing-settings.ts";
import { decideStatement, type StatementFacts, type StatementItem } from "./decide-statement.ts";
import { plainWords, shareReason } from "./plain-words.ts";

const today = "2026-08-04";
const item: StatementItem = {
  claimId: 1,
  openPatientCents: 2960,
  openInsuranceCents: 0,
  patientSince: "2026-07-03",
  timesTold: 0,
};
const facts: StatementFacts = {
  items: [item],
  unappliedCents: 0,
  holds: [],
  lastStatementOn: undefined,
  hasAddress: true,
};

test.each<[string, Partial<StatementFacts>, string]>([
  ["nothing is owed", { items: [{ ...item, openPatientCents: 0 }] }, "nothing-owed"],
  ["on hold", { holds: ["hold"] }, "hold"],
  ["disputed", { holds: ["dispute"] }, "dispute"],
  ["a letter came back", { holds: ["bad-address"], hasAddress: false }, "bad-address"],
  ["asked for aid", { holds: ["aid-requested"] }, "aid-requested"],
  [
    "bankrupt and told",
    { holds: ["bankruptcy"], lastStatementOn: "2026-08-01" },
    "bankruptcy told-lately",
  ],
  ["no address on file", { hasAddress: false }, "no-address"],
  ["told 27 days ago", { lastStatementOn: "2026-07-08" }, "told-lately"],
  ["told 28 days ago", { lastStatementOn: "2026-07-07" }, "send"],
  ["payers owe of it", { items: [{ ...item, openInsuranceCents: 1 }] }, "with-payer"],
  ["the patient's for 3 days", { items: [{ ...item, patientSince: "2026-08-01" }] }, "too-fresh"],
  ["the patient's for 4 days", { items: [{ ...item, patientSince: "2026-07-31" }] }, "send"],
  ["paid already, not applied", { unappliedCents: 2960 }, "covered-by-payments"],
  ["4.99 left", { unappliedCents: 2461 }, "below-minimum"],
  ["5.00 left", { unappliedCents: 2460 }, "send"],
  ["all is well", {}, "send"],
])("an account: %s", (_, change, expected) => {
  const decision = decideStatement({ ...facts, ...change }, settings, today);
  expect(decision.is === "send" ? "send" : decision.reasons.join(" ")).toBe(expected);
});

describe("a statement", () => {
  const items = [
    item,
    { ...item, claimId: 2, openPatientCents: 11_000, patientSince: "2026-05-01", timesTold: 2 },
    { ...item, claimId: 3, openPatientCents: 700, openInsuranceCents: 4000 },
  ];

  test("names what payers are done with, by age, and says what it leaves out", () => {
    expect(decideStatement({ ...facts, items, unappliedCents: 960 }, settings, today)).toEqual({
      is: "send",
      claimIds: [1, 2],
      owedCents: 13_000,
      unappliedCents: 960,
      dueOn: "2026-08-25",
      level: "third",
      aging: { "0-30": 0, "31-60": 2960, "61-90": 0, "over-90": 11_000 },
      leftOut: [{ claimId: 3, why: "with-payer", cents: 700 }],
    });
  });

  test("stays at the final level", () => {
    const often = [{ ...item, timesTold: 9 }];
    expect(decideStatement({ ...facts, items: often }, settings, today)).toMatchObject({
      level: "final",
    });
  });
});

test.each<[string | undefined, string | undefined, string]>([
  ["99213", undefined, "Office visit"],
  ["99213", "Visit with Dr. Reed", "Visit with Dr. Reed"],
  ["85025", "", "Laboratory test"],
  ["J1100", undefined, "Medicine"],
  ["D0120", undefined, "Dental care"],
  ["99999", undefined, "Care"],
  [undefined, undefined, "Care"],
])("%s called %s is %s to a patient", (code, label, expected) => {
  expect(plainWords(code, label)).toBe(expected);
});

test("a share is told in the patient's words", () => {
  expect([shareReason("1"), shareReason("2"), shareReason("3"), shareReason(undefined)]).toEqual([
    "deductible",
    "your share of the cost",
    "copay",
    "left to you by your insurance",
  ]);
});
