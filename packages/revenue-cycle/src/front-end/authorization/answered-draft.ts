import type { AuthorizationAnswer } from "./authorization-answers.ts";
import type { AuthorizationDraft } from "./decide-authorization.ts";
import { type ReviewAnswer, stateAfter } from "./read-review.ts";

/** When a payer answered, and how many units it had been asked for. */
export type AnsweredQuestion = {
  readonly answeredOn: string;
  readonly askedUnits: number | undefined;
  readonly serviceFrom: string;
  readonly serviceTo: string | undefined;
};

/**
 * An authorization as the payer's answer leaves it: number, units and days of what is certified, the
 * reason of what is not. What the answer does not say stays as it was asked. Undefined where the payer
 * refused the question and decided nothing.
 */
export function answeredDraft(
  known: AuthorizationAnswer,
  answer: ReviewAnswer,
  question: AnsweredQuestion,
): AuthorizationDraft | undefined {
  const state = stateAfter(answer.outcome);
  if (state === undefined) return undefined;
  const { coverageId, providerId, kind, procedureCodes, unitKind } = known;
  const isGranted = state === "approved" || state === "partly-approved";
  const asIt = {
    ...{ coverageId, providerId, kind, state },
    number: answer.number ?? known.number ?? "",
    procedureCodes,
    unitKind,
    approvedUnits: known.approvedUnits,
    requestedOn: known.requestedOn ?? "",
    decidedOn: state === "pended" ? "" : question.answeredOn,
    effectiveFrom: known.effectiveFrom ?? "",
    effectiveTo: known.effectiveTo ?? "",
    reason: reasonOf(answer),
  };
  if (!isGranted) return asIt;
  const isPart = state === "partly-approved" && answer.certifiedCodes.length > 0;
  return {
    ...asIt,
    procedureCodes: isPart ? answer.certifiedCodes : procedureCodes,
    unitKind: answer.units?.kind ?? unitKind,
    approvedUnits: answer.units?.count ?? question.askedUnits ?? known.approvedUnits,
    effectiveFrom: answer.effectiveFrom ?? question.serviceFrom,
    effectiveTo: answer.effectiveTo ?? question.serviceTo ?? known.effectiveTo ?? "",
  };
}

/** The payer's codes with its words, as `A3 0M: …`; empty of a plain certification. */
export function reasonOf({ outcome, actionCode, reasonCode, messages }: ReviewAnswer): string {
  const said = messages.join(" ");
  if (outcome === "certified") return said;
  const codes = [actionCode, reasonCode].filter((code) => code !== undefined).join(" ");
  return [codes, said]
    .filter((text) => text !== "")
    .join(": ")
    .slice(0, 500);
}
