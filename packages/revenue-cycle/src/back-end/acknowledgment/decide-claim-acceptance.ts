import type { AnswerSource, ClaimAcknowledgmentOutcome, SetAnswer } from "./acknowledgment.ts";
import type { SegmentErrorDetail } from "./read-acknowledgment.ts";

/** One sending of the claim and what the answers to its set and interchange say. */
export type AnsweredSubmission = {
  readonly transactionSetId: number;
  readonly submittedOn: string | undefined;
  readonly setAnswers: readonly {
    readonly answer: SetAnswer;
    readonly on: string | undefined;
    readonly source: AnswerSource;
    /** Codes of TA105, IK502 or AK905. */
    readonly errorCodes: readonly string[];
    /** Errors of the set that fall into this claim. */
    readonly errors: readonly SegmentErrorDetail[];
    /** A 277CA speaks of a batch in the codes of claims. */
    readonly depth: Rejection["depth"];
  }[];
};

/** One claim-level status of a 277CA. */
export type ClaimLevelAnswer = {
  readonly outcome: ClaimAcknowledgmentOutcome;
  readonly on: string | undefined;
  readonly source: AnswerSource;
  readonly categoryCode: string;
  readonly statusCode: string;
  readonly entityCode: string | undefined;
  readonly payerClaimControlNumber: string | undefined;
};

export type Rejection = {
  readonly on: string | undefined;
  readonly source: AnswerSource;
  /** Category and status of the 277CA, or the error codes of the set. */
  readonly codes: readonly string[];
  readonly errors: readonly SegmentErrorDetail[];
  readonly depth: "set" | "claim";
};

export type ClaimAcceptance = {
  /** State before adjudication. */
  readonly state: "submitted" | "accepted" | "rejected";
  /** Answer to the first sending. */
  readonly firstAcceptance: "accepted" | "rejected" | undefined;
  readonly acceptedOn: string | undefined;
  readonly rejectedOn: string | undefined;
  /** What decided the state. */
  readonly decidedBy: AnswerSource | undefined;
  /** Why it is rejected now. */
  readonly rejection: Rejection | undefined;
  readonly payerClaimControlNumber: string | undefined;
};

/**
 * What all answers to a claim come to, in whatever order they arrived. A sending is rejected by a
 * TA1 or 999 that refuses its set or by a claim-level rejection; it is accepted by a claim-level
 * acceptance (277CA category A2 or A5, or a status that supposes it); A0 and A1 are on the way. The
 * state is that of the last sending. First-pass acceptance counts the first sending: never rejected,
 * and accepted, or with no claim-level answer at all accepted by its 999.
 */
export function decideClaimAcceptance(
  submissions: readonly AnsweredSubmission[],
  claimAnswers: readonly ClaimLevelAnswer[],
): ClaimAcceptance {
  const sent = [...submissions].sort(
    (left, right) =>
      byDate(left.submittedOn, right.submittedOn) || left.transactionSetId - right.transactionSetId,
  );
  const answers = [...claimAnswers].sort(
    (left, right) =>
      byDate(left.on, right.on) || weight(left) - weight(right) || bySource(left, right),
  );
  const verdicts = sent.map((submission, index) =>
    judgeSending(
      submission,
      answers.filter((answer) => sendingOf(answer, sent) === index),
    ),
  );
  const last = verdicts.at(-1);
  return {
    state: last?.state ?? "submitted",
    firstAcceptance: verdicts[0]?.acceptance,
    acceptedOn: firstDefined(verdicts.map((verdict) => verdict.acceptedOn)),
    rejectedOn: firstDefined(verdicts.map((verdict) => verdict.rejections[0]?.on)),
    decidedBy: last?.decidedBy,
    rejection: last?.state === "rejected" ? last.rejections.at(-1) : undefined,
    payerClaimControlNumber: answers
      .filter(isAcceptance)
      .findLast((answer) => answer.payerClaimControlNumber !== undefined)?.payerClaimControlNumber,
  };
}

type SendingVerdict = {
  readonly state: "submitted" | "accepted" | "rejected";
  readonly acceptance: "accepted" | "rejected" | undefined;
  readonly acceptedOn: string | undefined;
  readonly rejections: readonly Rejection[];
  readonly decidedBy: AnswerSource | undefined;
};

/** `answers` in canonical order. */
function judgeSending(
  submission: AnsweredSubmission,
  answers: readonly ClaimLevelAnswer[],
): SendingVerdict {
  const setRejection = submission.setAnswers.find((each) => each.answer === "rejected");
  const rejections: Rejection[] = [];
  if (setRejection !== undefined) {
    const { on, source, errorCodes, errors, depth } = setRejection;
    rejections.push({ on, source, codes: errorCodes, errors, depth });
  }
  for (const answer of answers.filter((each) => each.outcome === "rejected")) {
    const codes = [answer.categoryCode, answer.statusCode, answer.entityCode ?? ""];
    const named = codes.filter((code) => code !== "");
    const { on, source } = answer;
    rejections.push({ on, source, codes: named, errors: [], depth: "claim" });
  }
  const accepted = answers.find(isAcceptance);
  const decisive = answers.findLast((each) => isAcceptance(each) || each.outcome === "rejected");
  const state =
    setRejection !== undefined || decisive?.outcome === "rejected"
      ? "rejected"
      : decisive === undefined
        ? "submitted"
        : "accepted";
  const bySet = submission.setAnswers.find((each) => each.answer === "accepted");
  const isAccepted = accepted !== undefined || (answers.length === 0 && bySet !== undefined);
  return {
    state,
    acceptance: rejections.length > 0 ? "rejected" : isAccepted ? "accepted" : undefined,
    acceptedOn: accepted?.on,
    rejections,
    decidedBy: setRejection?.source ?? decisive?.source,
  };
}

/** A status that supposes that the payer took the claim in. */
function isAcceptance(answer: ClaimLevelAnswer): boolean {
  return (
    answer.outcome === "accepted" || answer.outcome === "pending" || answer.outcome === "finalized"
  );
}

/** Position of the sending that a claim-level answer speaks of: the last one sent before it. */
function sendingOf(answer: ClaimLevelAnswer, sent: readonly AnsweredSubmission[]): number {
  const { on } = answer;
  if (on === undefined) return Math.max(0, sent.length - 1);
  const index = sent.findLastIndex(
    (submission) => submission.submittedOn === undefined || submission.submittedOn <= on,
  );
  return Math.max(0, index);
}

function weight(answer: ClaimLevelAnswer): number {
  if (answer.outcome === "rejected") return 2;
  return isAcceptance(answer) ? 1 : 0;
}

function bySource(left: ClaimLevelAnswer, right: ClaimLevelAnswer): number {
  return left.categoryCode < right.categoryCode
    ? -1
    : left.categoryCode > right.categoryCode
      ? 1
      : 0;
}

function byDate(left: string | undefined, right: string | undefined): number {
  const [from, to] = [left ?? "", right ?? ""];
  return from < to ? -1 : from > to ? 1 : 0;
}

function firstDefined<Value>(values: readonly (Value | undefined)[]): Value | undefined {
  return values.find((value) => value !== undefined);
}
