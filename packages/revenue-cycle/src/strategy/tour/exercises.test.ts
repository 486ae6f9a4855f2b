import { describe, expect, test } from "vitest";
import {
  type ExerciseId,
  exerciseIds,
  type Judgement,
  judgeExercise,
  lacks,
  type TourFacts,
} from "./exercises.ts";

const nothing: TourFacts = {
  mendedClaims: [],
  nextPayerClaims: 0,
  denialSteps: [],
  paperRemittances: [],
  checkIns: [],
  deposits: [],
  refunds: [],
  takebackClaims: ["RV-1001", "RV-1002"],
  takebackAnswer: undefined,
  mostDenied: "front-end:eligibility",
  originAnswer: undefined,
};
const replaced = { purpose: "replacement", wasRejected: false, wasDenied: true, isSent: true };
const rejected = { ...replaced, purpose: "resend", wasDenied: false, wasRejected: true };

/** By exercise what does it. */
const doing: Readonly<Record<ExerciseId, Partial<TourFacts>>> = {
  "check-in": { checkIns: [{ copayCents: 0 }, { copayCents: 2500 }] },
  "fix-rejection": { mendedClaims: [rejected] },
  "next-payer": { nextPayerClaims: 1 },
  "paper-remittance": { paperRemittances: [{ isPosted: true, isTakenBack: false }] },
  "match-deposit": { deposits: [{ isStillTied: true }] },
  "explain-takeback": { takebackAnswer: "rv1002" },
  "correct-denied": { mendedClaims: [replaced] },
  appeal: { denialSteps: ["wait", "appeal"].map((kind) => ({ kind, isUndone: false })) },
  "return-credit": { refunds: [{ isCancelled: false }] },
  "find-origin": { originAnswer: "front-end:eligibility" },
};

/** What comes near an exercise, and what it lacks. */
const near: readonly (readonly [ExerciseId, Judgement, Partial<TourFacts>])[] = [
  ["check-in", "copay-not-taken", { checkIns: [{ copayCents: 0 }] }],
  ["fix-rejection", "untried", { mendedClaims: [replaced] }],
  ["fix-rejection", "mended-not-sent", { mendedClaims: [{ ...rejected, isSent: false }] }],
  [
    "paper-remittance",
    "paper-not-posted",
    { paperRemittances: [{ isPosted: false, isTakenBack: false }] },
  ],
  [
    "paper-remittance",
    "paper-taken-back",
    { paperRemittances: [{ isPosted: true, isTakenBack: true }] },
  ],
  ["match-deposit", "deposit-untied", { deposits: [{ isStillTied: false }] }],
  ["explain-takeback", "other-claim", { takebackAnswer: "RV-100" }],
  ["explain-takeback", "other-claim", { takebackClaims: [], takebackAnswer: "" }],
  ["correct-denied", "untried", { mendedClaims: [rejected] }],
  [
    "correct-denied",
    "sent-anew-not-replaced",
    { mendedClaims: [{ ...replaced, purpose: "resend" }] },
  ],
  ["correct-denied", "mended-not-sent", { mendedClaims: [{ ...replaced, isSent: false }] }],
  ["appeal", "other-step", { denialSteps: [{ kind: "send-records", isUndone: false }] }],
  ["appeal", "step-undone", { denialSteps: [{ kind: "appeal", isUndone: true }] }],
  ["return-credit", "refund-cancelled", { refunds: [{ isCancelled: true }] }],
  ["find-origin", "other-origin", { originAnswer: "front-end:registration" }],
  ["find-origin", "other-origin", { mostDenied: undefined, originAnswer: "front-end:x" }],
];

describe.each(exerciseIds)("%s", (id) => {
  test("is silent before", () => expect(judgeExercise(id, nothing)).toBe("untried"));

  test("is done by what it asks for, and does nothing else", () => {
    const facts = { ...nothing, ...doing[id] };
    const done = exerciseIds.filter((each) => judgeExercise(each, facts) === "done");
    expect(done).toEqual([id]);
  });
});

test.each(near)("%s: %s", (id, judgement, facts) => {
  expect(judgeExercise(id, { ...nothing, ...facts })).toBe(judgement);
});

test("every lack is told of something", () => {
  const told = new Set(near.map(([, judgement]) => judgement));
  expect(lacks.filter((lack) => !told.has(lack))).toEqual([]);
});
