import { describe, expect, test } from "vitest";
import { type ExerciseId, exerciseIds, isExerciseDone, type TourFacts } from "./exercises.ts";

const nothing: TourFacts = {
  sentClaims: [],
  nextPayerClaims: 0,
  denialSteps: [],
  paperPosted: 0,
  checkIns: [],
  depositsMatched: 0,
  refundsAsked: 0,
  takebackClaims: ["RV-1001", "RV-1002"],
  takebackAnswer: undefined,
  mostDenied: "front-end:eligibility",
  originAnswer: undefined,
};
const mended = { purpose: "replacement", wasRejected: false, wasDenied: false };

/** By exercise what does it, and what comes near and does not. */
const cases: Readonly<
  Record<ExerciseId, { readonly done: Partial<TourFacts>; readonly near: Partial<TourFacts> }>
> = {
  "check-in": {
    done: { checkIns: [{ copayCents: 0 }, { copayCents: 2500 }] },
    near: { checkIns: [{ copayCents: 0 }] },
  },
  "fix-rejection": {
    done: { sentClaims: [{ ...mended, purpose: "resend", wasRejected: true }] },
    near: { sentClaims: [{ ...mended, purpose: "original" }] },
  },
  "next-payer": { done: { nextPayerClaims: 1 }, near: { sentClaims: [mended] } },
  "paper-remittance": { done: { paperPosted: 1 }, near: {} },
  "match-deposit": { done: { depositsMatched: 1 }, near: { paperPosted: 1 } },
  "explain-takeback": {
    done: { takebackAnswer: "rv1002" },
    near: { takebackAnswer: "RV-100" },
  },
  "correct-denied": {
    done: { sentClaims: [{ ...mended, wasDenied: true }] },
    near: { sentClaims: [mended, { ...mended, purpose: "resend", wasDenied: true }] },
  },
  appeal: { done: { denialSteps: ["wait", "appeal"] }, near: { denialSteps: ["send-records"] } },
  "return-credit": { done: { refundsAsked: 1 }, near: { depositsMatched: 1 } },
  "find-origin": {
    done: { originAnswer: "front-end:eligibility" },
    near: { originAnswer: "front-end:registration" },
  },
};

describe.each(exerciseIds)("%s", (id) => {
  test("is silent before, and at what only comes near", () => {
    expect(isExerciseDone(id, nothing)).toBe(false);
    expect(isExerciseDone(id, { ...nothing, ...cases[id].near })).toBe(false);
  });

  test("is done by what it asks for, and does nothing else", () => {
    const facts = { ...nothing, ...cases[id].done };
    const done = exerciseIds.filter((each) => isExerciseDone(each, facts));
    expect(done).toEqual([id]);
  });
});

test("a practice without takebacks or denials has no answer that is right", () => {
  const facts = {
    ...nothing,
    ...{ takebackClaims: [], takebackAnswer: "", mostDenied: undefined, originAnswer: "" },
  };
  expect(isExerciseDone("explain-takeback", facts)).toBe(false);
  expect(isExerciseDone("find-origin", facts)).toBe(false);
});
