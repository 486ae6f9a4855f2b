import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { ReadEvent, ReviewedEvent, ServicesReview } from "@headwater/x12";
import { appendEvents } from "../../work/event/event.store.ts";
import { closeWork, raiseWork, renewWork } from "../../work/work-item/work-item.store.ts";
import { answeredDraft } from "./answered-draft.ts";
import {
  type AskedQuestion,
  answerQuestion,
  lockQuestion,
} from "./authorization-question.store.ts";
import { findAuthorization } from "./list-authorizations.query.ts";
import { answeredEvents, type ReviewAnswer, readReview } from "./read-review.ts";
import { changeAuthorization } from "./record-authorization.command.ts";
import { settleVisits } from "./settle-visits.command.ts";

export type ReviewAnswersInput = {
  readonly transactionSetId: number;
  readonly events: AsyncIterable<readonly ReadEvent[]>;
  /** The practice's business date, for an answer without a date. */
  readonly today: string;
};

/** BHT02 of what a provider asks: a request is no answer. */
const requestPurpose = "13";

/**
 * Records what a 278 set answers: each event goes to the question whose trace number it gives back (TRN02,
 * else BHT03) and changes its authorization as the payer decided. An answer to a question that is not ours,
 * or is answered already, changes nothing. Returns how many were taken.
 */
export async function recordReviewAnswers(
  transaction: PracticeTransaction,
  input: ReviewAnswersInput,
): Promise<number> {
  let taken = 0;
  for await (const batch of input.events) {
    for (const event of batch) {
      if (event.type !== "services-review" || event.batch.purpose === requestPurpose) continue;
      const { review, batch: told } = event;
      const answered = answeredEvents(review);
      const parts: readonly Part[] =
        answered.length > 0 ? answered : [{ traceNumbers: [], event: undefined }];
      for (const part of parts) {
        const numbers = [...part.traceNumbers, told.referenceId ?? ""];
        const question = await lockQuestion(
          transaction,
          numbers.filter((number) => number !== ""),
        );
        if (question === undefined) continue;
        const answeredOn = told.createdOn ?? input.today;
        await takeAnswer(transaction, { question, review, part, answeredOn }, input);
        taken += 1;
      }
    }
  }
  return taken;
}

type Part = {
  readonly traceNumbers: readonly string[];
  readonly event: ReviewedEvent | undefined;
};

type Told = {
  readonly question: AskedQuestion;
  readonly review: ServicesReview;
  readonly part: Part;
  readonly answeredOn: string;
};

async function takeAnswer(
  transaction: PracticeTransaction,
  { question, review, part, answeredOn }: Told,
  { transactionSetId, today }: ReviewAnswersInput,
): Promise<void> {
  const answer = readReview(review, part.event);
  const { segmentFrom, segmentTo } = review.range;
  const source = { transactionSetId, segmentFrom, segmentTo };
  const { questionId, authorizationId } = question;
  await answerQuestion(transaction, questionId, { answer, answeredOn, ...source });
  const isApplied = await applyAnswer(transaction, { question, answer, answeredOn, today });
  const { outcome, actionCode, reasonCode } = answer;
  await appendEvents(transaction, [
    {
      kind: "authorization-answered",
      subjectKind: "authorization",
      subjectId: authorizationId,
      change: { outcome, actionCode, reasonCode },
      effectiveOn: answeredOn,
      ...source,
    },
  ]);
  await settleWork(transaction, { authorizationId, answer, isApplied, raisedOn: today, source });
}

/** Changes the authorization; false where the answer lacks what a granted one must have. */
async function applyAnswer(
  transaction: PracticeTransaction,
  told: {
    readonly question: AskedQuestion;
    readonly answer: ReviewAnswer;
    readonly answeredOn: string;
    readonly today: string;
  },
): Promise<boolean> {
  const { question, answer, answeredOn, today } = told;
  const { authorizationId, askedUnits, serviceFrom, serviceTo } = question;
  const known = await findAuthorization(transaction, authorizationId);
  // What a person recorded meanwhile stands: he may have been told on the telephone.
  if (known === undefined || (known.state !== "requested" && known.state !== "pended")) return true;
  const typed = answeredDraft(known, answer, {
    answeredOn,
    askedUnits: askedUnits ?? undefined,
    serviceFrom,
    serviceTo: serviceTo ?? undefined,
  });
  if (typed === undefined) return true;
  const { revision } = known;
  const changed = await changeAuthorization(transaction, authorizationId, { typed, revision });
  if (changed.is !== "recorded") return false;
  await settleVisits(transaction, known.patientId, today);
  return true;
}

/** Why a person must look at an answer; undefined when nobody must. */
export function whyFollowUp(
  { outcome, wantsInformation }: Pick<ReviewAnswer, "outcome" | "wantsInformation">,
  isApplied: boolean,
): string | undefined {
  if (!isApplied) return "AUTHORIZATION_ANSWER_INCOMPLETE";
  if (outcome === "refused") return "AUTHORIZATION_QUESTION_REFUSED";
  if (outcome === "pended") {
    return wantsInformation ? "AUTHORIZATION_INFORMATION_WANTED" : undefined;
  }
  if (outcome === "partly-certified") return "AUTHORIZATION_PARTLY_DENIED";
  return outcome === "denied" || outcome === "cancelled" ? "AUTHORIZATION_DENIED" : undefined;
}

async function settleWork(
  transaction: PracticeTransaction,
  told: {
    readonly authorizationId: number;
    readonly answer: ReviewAnswer;
    readonly isApplied: boolean;
    readonly raisedOn: string;
    readonly source: { transactionSetId: number; segmentFrom: number; segmentTo: number };
  },
): Promise<void> {
  const { authorizationId, answer, isApplied, raisedOn, source } = told;
  const needKey = followUpKey(authorizationId);
  const whyCode = whyFollowUp(answer, isApplied);
  if (whyCode === undefined) {
    // One that is only pended may still be late.
    if (answer.outcome !== "pended") {
      await closeWork(transaction, "authorization-follow-up", [needKey]);
    }
    return;
  }
  const codes = [answer.actionCode, answer.reasonCode].filter((code) => code !== undefined);
  await renewWork(transaction, "authorization-follow-up", [needKey]);
  await raiseWork(transaction, [
    {
      kind: "authorization-follow-up",
      needKey,
      subjectKind: "authorization",
      subjectId: authorizationId,
      whyCode,
      why: { codes },
      raisedOn,
      evidence: [source],
    },
  ]);
}

/** One item for what is to be done about an authorization. */
export function followUpKey(authorizationId: number): string {
  return `authorization:${authorizationId}`;
}
