import { describe, expect, test } from "vitest";
import {
  lateDays,
  needOf,
  type PayerHabit,
  type SentClaimAge,
  statusOutcome,
} from "./late-claim.ts";

const habit: PayerHabit = { answers: 40, days: 21 };
const age: SentClaimAge = { submittedOn: "2026-01-01", today: "2026-01-23", askedOn: undefined };

describe("a payer is later than its habit", () => {
  test.each<readonly [string, PayerHabit | undefined, Partial<SentClaimAge>, number | undefined]>([
    ["after more days than nine of ten took", habit, {}, 22],
    ["not within them", habit, { today: "2026-01-22" }, undefined],
    ["a quick payer sooner", { answers: 10, days: 9 }, { today: "2026-01-11" }, 10],
    ["not without a habit", undefined, {}, undefined],
    ["not with too few answers to show one", { answers: 9, days: 2 }, {}, undefined],
    ["not when it was asked lately", habit, { askedOn: "2026-01-10" }, undefined],
    ["again after a fortnight", habit, { askedOn: "2026-01-09" }, 22],
  ])("%s", (_, known, changed, expected) => {
    expect(lateDays(known, { ...age, ...changed })).toBe(expected);
  });
});

test.each([
  ["A1", "accepted"],
  ["A4", "not-found"],
  ["A7", "rejected"],
  ["P1", "pending"],
  ["R3", "pending"],
  ["F2", "finalized"],
  ["D0", "not-found"],
  ["E0", "error"],
])("category %s comes to %s", (category, outcome) => {
  expect(statusOutcome(category)).toBe(outcome);
});

test.each([
  ["A4", "CLAIM_NOT_FOUND"],
  ["D0", "CLAIM_NOT_FOUND"],
  ["A7", "CLAIM_STATUS_REJECTED"],
  ["F2", "CLAIM_STATUS_DENIED"],
  ["F1", undefined],
  ["P1", undefined],
  ["A2", undefined],
])("category %s asks for %s", (category, need) => {
  expect(needOf(category)).toBe(need);
});
