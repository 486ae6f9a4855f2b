import { describe, expect, test } from "vitest";
import { type DenialStep, decideStep, type StepContext } from "./decide-step.ts";

const context: StepContext = {
  today: "2026-08-04",
  allowed: (["appeal", "send-records", "wait", "bill-patient", "upheld", "close"] as const).map(
    (action) => ({ action, isUsual: false }),
  ),
  levels: ["internal-appeal"],
  deadline: "2026-08-20",
  isAnswered: false,
};
const appeal: DenialStep = {
  kind: "appeal",
  level: "internal-appeal",
  sentOn: "2026-08-03",
  answerDueOn: "2026-10-02",
};
const wait = (until: string): DenialStep => ({ kind: "wait", until, reason: "called" });

describe("a step about a denial", () => {
  test.each<[string, DenialStep, Partial<StepContext>, object]>([
    [
      "an appeal is looked at again when the answer is due",
      appeal,
      {},
      { kind: "appeal", takenOn: "2026-08-03", nextActionOn: "2026-10-02" },
    ],
    ["waiting until a day", wait("2026-08-20"), {}, { kind: "wait", nextActionOn: "2026-08-20" }],
    [
      "waiting longer once an appeal is under way",
      wait("2026-10-01"),
      { isAnswered: true },
      { kind: "wait" },
    ],
    [
      "waiting when the last day is past anyway",
      wait("2026-10-01"),
      { deadline: "2026-08-01" },
      { kind: "wait" },
    ],
    ["closing", { kind: "close", reason: "too small" }, {}, { kind: "close", reason: "too small" }],
  ])("%s", (_, step, rest, expected) => {
    const decision = decideStep(step, { ...context, ...rest });
    expect(decision).toMatchObject({ is: "taken", record: expected });
  });

  test.each<[string, DenialStep, Partial<StepContext>]>([
    ["denial_not_open", { kind: "close", reason: "gone" }, { allowed: [] }],
    ["denial_action_not_allowed", appeal, { allowed: [{ action: "wait", isUsual: true }] }],
    ["denial_level_unknown", { ...appeal, level: "hearing" }, {}],
    ["denial_date_impossible", { ...appeal, sentOn: "2026-08-05" }, {}],
    ["denial_date_impossible", { ...appeal, answerDueOn: "2026-08-03" }, {}],
    ["denial_date_impossible", wait("2026-08-04"), {}],
    ["denial_date_impossible", { kind: "upheld", on: "2026-08-05", reason: "letter" }, {}],
    ["denial_wait_too_long", wait("2026-08-21"), {}],
  ])("is refused: %s", (code, step, rest) => {
    expect(decideStep(step, { ...context, ...rest })).toEqual({ is: "refused", code });
  });
});
