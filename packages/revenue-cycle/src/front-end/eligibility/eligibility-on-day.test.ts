import { describe, expect, test } from "vitest";
import {
  type AnsweredCheck,
  eligibilityOn,
  isOtherPlan,
  type TellingBenefit,
} from "./eligibility-on-day.ts";

const day = "2026-06-12";

function check(part: Partial<AnsweredCheck>): AnsweredCheck {
  return {
    checkId: 1,
    serviceDay: day,
    outcome: "active",
    answeredOn: "2026-06-10",
    planName: undefined,
    planFrom: undefined,
    planTo: undefined,
    benefits: [],
    ...part,
  };
}

describe("the status on a day", () => {
  const before = { serviceDay: "2026-06-01" };
  const after = { serviceDay: "2026-06-20" };
  test.each<[string, AnsweredCheck[], string | undefined]>([
    ["nobody asked", [], undefined],
    ["active on the very day", [check({})], "active"],
    ["inactive on the very day", [check({ outcome: "inactive" })], "inactive"],
    ["refused", [check({ outcome: "failed" })], "unknown"],
    ["without a statement", [check({ outcome: "unknown" })], "unknown"],
    ["the later answer", [check({}), check({ checkId: 2, outcome: "inactive" })], "inactive"],
    [
      "the very day before a later day",
      [check({}), check({ checkId: 2, ...after, planFrom: "2026-07-01" })],
      "active",
    ],
    ["an earlier day, open end", [check({ ...before, planFrom: "2026-01-01" })], undefined],
    [
      "an earlier day, within its days",
      [check({ ...before, planFrom: "2026-01-01", planTo: "2026-12-31" })],
      "active",
    ],
    [
      "an earlier day, its last day",
      [check({ ...before, planFrom: "2026-01-01", planTo: day })],
      "active",
    ],
    ["an earlier day, after its end", [check({ ...before, planTo: "2026-06-11" })], "inactive"],
    ["a later day, since before", [check({ ...after, planFrom: "2026-01-01" })], "active"],
    ["a later day, begun since", [check({ ...after, planFrom: "2026-06-13" })], "inactive"],
    ["a later day, days not stated", [check({ ...after })], undefined],
    [
      "a later day, ended before",
      [check({ ...after, outcome: "inactive", planTo: "2026-06-01" })],
      "inactive",
    ],
    [
      "a later day, ended between",
      [check({ ...after, outcome: "inactive", planTo: "2026-06-15" })],
      undefined,
    ],
  ])("%s", (_, checks, status) => {
    expect(eligibilityOn(checks, day).status).toBe(status);
  });
});

describe("who else pays", () => {
  const benefit = (part: Partial<TellingBenefit>): TellingBenefit => ({
    benefitCode: "R",
    insuranceType: undefined,
    effectiveFrom: undefined,
    effectiveTo: undefined,
    otherPayerName: "Lakeside Mutual",
    ...part,
  });
  test.each<[string, Partial<TellingBenefit>, string | undefined, string | undefined]>([
    ["another payer", {}, "Lakeside Mutual", undefined],
    ["an Advantage plan", { insuranceType: "HN" }, "Lakeside Mutual", "Lakeside Mutual"],
    [
      "an Advantage plan without a name",
      { insuranceType: "HN", otherPayerName: undefined },
      undefined,
      "a plan without a name",
    ],
    ["one that pays before Medicare", { insuranceType: "12" }, "Lakeside Mutual", undefined],
    ["one that ended", { effectiveTo: "2026-06-11" }, undefined, undefined],
    [
      "one that begins later",
      { insuranceType: "HN", effectiveFrom: "2026-07-01" },
      undefined,
      undefined,
    ],
    ["another statement", { benefitCode: "1" }, undefined, undefined],
  ])("%s", (_, part, otherPayer, medicareAdvantagePlan) => {
    const found = eligibilityOn([check({ benefits: [benefit(part)] })], day);
    expect(found).toMatchObject({ otherPayer, medicareAdvantagePlan });
  });
});

test.each<[string | undefined, string | undefined, boolean | undefined]>([
  ["Gold PPO", "GOLD PPO 500", false],
  ["Gold PPO", "ppo", false],
  ["Gold PPO", "Silver HMO", true],
  ["Gold PPO", undefined, undefined],
  [undefined, "Gold", undefined],
  ["--", "Gold", undefined],
])("told %j, on file %j", (told, onFile, isOther) => {
  expect(isOtherPlan(told, onFile)).toBe(isOther);
});
