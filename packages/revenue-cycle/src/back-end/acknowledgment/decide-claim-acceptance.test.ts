import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ClaimAcknowledgmentOutcome, SetAnswer } from "./acknowledgment.ts";
import {
  type AnsweredSubmission,
  type ClaimLevelAnswer,
  decideClaimAcceptance,
} from "./decide-claim-acceptance.ts";

const source = (transactionSetId: number) => ({ transactionSetId, segmentFrom: 1, segmentTo: 2 });

function sent(submittedOn: string, ...answers: readonly SetAnswer[]): AnsweredSubmission {
  return {
    transactionSetId: Number(submittedOn.slice(8)),
    submittedOn: `2025-01-${submittedOn.slice(8)}`,
    setAnswers: answers.map((answer) => ({
      answer,
      on: submittedOn,
      source: source(90),
      errorCodes: answer === "rejected" ? ["5"] : [],
      errors: [],
      depth: "set" as const,
    })),
  };
}

function answer(on: string, outcome: ClaimAcknowledgmentOutcome): ClaimLevelAnswer {
  return {
    outcome,
    on,
    source: source(80),
    categoryCode: outcome === "rejected" ? "A3" : "A2",
    statusCode: "20",
    entityCode: undefined,
    payerClaimControlNumber: outcome === "accepted" ? `ICN${on}` : undefined,
  };
}

const [day1, day2, day3, day9] = ["2025-01-01", "2025-01-02", "2025-01-03", "2025-01-09"] as const;

const rows: readonly {
  readonly name: string;
  readonly submissions: readonly AnsweredSubmission[];
  readonly answers?: readonly ClaimLevelAnswer[];
  readonly state: string;
  readonly first: string | undefined;
}[] = [
  { name: "no answer", submissions: [sent(day1)], state: "submitted", first: undefined },
  {
    name: "999 accepts, nothing at claim level",
    submissions: [sent(day1, "accepted")],
    state: "submitted",
    first: "accepted",
  },
  {
    name: "999 accepts, the claim is on its way",
    submissions: [sent(day1, "accepted")],
    answers: [answer(day2, "on-the-way")],
    state: "submitted",
    first: undefined,
  },
  {
    name: "the claim is accepted",
    submissions: [sent(day1, "accepted")],
    answers: [answer(day2, "accepted")],
    state: "accepted",
    first: "accepted",
  },
  {
    name: "the set is refused",
    submissions: [sent(day1, "rejected")],
    state: "rejected",
    first: "rejected",
  },
  {
    name: "the clearinghouse accepts, the payer rejects",
    submissions: [sent(day1, "accepted")],
    answers: [answer(day2, "accepted"), answer(day3, "rejected")],
    state: "rejected",
    first: "rejected",
  },
  {
    name: "rejected and accepted the same day",
    submissions: [sent(day1)],
    answers: [answer(day2, "rejected"), answer(day2, "accepted")],
    state: "rejected",
    first: "rejected",
  },
  {
    name: "rejected, then sent again",
    submissions: [sent(day1), sent(day3)],
    answers: [answer(day2, "rejected")],
    state: "submitted",
    first: "rejected",
  },
  {
    name: "rejected, sent again and accepted",
    submissions: [sent(day1), sent(day3)],
    answers: [answer(day2, "rejected"), answer(day9, "accepted")],
    state: "accepted",
    first: "rejected",
  },
  {
    name: "a status that supposes acceptance",
    submissions: [sent(day1)],
    answers: [answer(day2, "pending")],
    state: "accepted",
    first: "accepted",
  },
];

describe("what the answers to a claim come to", () => {
  for (const { name, submissions, answers = [], state, first } of rows) {
    test(name, () => {
      const decided = decideClaimAcceptance(submissions, answers);
      expect([decided.state, decided.firstAcceptance]).toEqual([state, first]);
    });
  }
});

test("the order of arrival does not matter", () => {
  const days = fc.constantFrom(day1, day2, day3, day9);
  const outcomes = fc.constantFrom<ClaimAcknowledgmentOutcome>(
    "accepted",
    "rejected",
    "on-the-way",
  );
  const someAnswers = fc.array(fc.tuple(days, outcomes), { maxLength: 6 });
  fc.assert(
    fc.property(someAnswers, fc.infiniteStream(fc.nat()), (drawn, order) => {
      const submissions = [sent(day1, "accepted"), sent(day3)];
      const answers = drawn.map(([on, outcome]) => answer(on, outcome));
      const shuffled = answers
        .map((each) => ({ each, rank: order.next().value ?? 0 }))
        .sort((left, right) => left.rank - right.rank)
        .map(({ each }) => each);
      expect(decideClaimAcceptance(submissions.toReversed(), shuffled)).toEqual(
        decideClaimAcceptance(submissions, answers),
      );
    }),
  );
});
