import { expect, test } from "vitest";
import { decideOwnPolicy, type OwnPolicy, ownTreatment } from "./own-policy.ts";

const row: OwnPolicy = {
  payerId: 7,
  groupCode: "CO",
  reasonCode: "97",
  treatment: "contractual",
  effectiveFrom: "2026-01-01",
  effectiveTo: "2026-06-30",
};
const ofAll: OwnPolicy = { ...row, payerId: undefined, treatment: "hold", effectiveTo: undefined };
const adjustment = { groupCode: "CO", reasonCode: "97", cents: 100, payerId: 7, on: "2026-03-01" };

test.each<[string, Partial<typeof adjustment>, string | undefined]>([
  ["the payer's row goes first", {}, "contractual"],
  ["on its last day", { on: "2026-06-30" }, "contractual"],
  ["after it the row of every payer", { on: "2026-07-01" }, "hold"],
  ["another payer", { payerId: 8 }, "hold"],
  ["before its first day", { on: "2025-12-31" }, undefined],
  ["another group", { groupCode: "PI" }, undefined],
  ["another reason", { reasonCode: "45" }, undefined],
  ["an amount that the payer adds", { cents: -100 }, undefined],
  ["a zero", { cents: 0 }, undefined],
])("%s", (_, change, expected) => {
  expect(ownTreatment([ofAll, row], { ...adjustment, ...change })).toBe(expected);
});

test.each<[string, Partial<OwnPolicy>, string | undefined]>([
  ["one more day for the same", { effectiveFrom: "2026-06-30" }, "policy_days_overlap"],
  ["the day after", { effectiveFrom: "2026-07-01", effectiveTo: undefined }, undefined],
  ["another payer", { payerId: 8 }, undefined],
  ["the provider's loss to the patient", { treatment: "patient" }, "patient_never_owes_this"],
  ["the patient's share written off", { groupCode: "PR" }, "patient_share_not_written_off"],
  [
    "the patient's share released",
    { groupCode: "PR", reasonCode: "96", treatment: "patient" },
    undefined,
  ],
  ["days the wrong way round", { effectiveTo: "2025-01-01" }, "policy_days_reversed"],
])("a row: %s", (_, change, expected) => {
  expect(decideOwnPolicy({ ...row, ...change }, [row])).toBe(expected);
});
