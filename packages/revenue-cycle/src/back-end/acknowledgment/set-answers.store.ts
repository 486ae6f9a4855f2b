import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import {
  candidateSets,
  envelopeAnswersTo,
  linkEnvelopeAnswer,
  type StoredEnvelopeAnswer,
} from "./acknowledgment.store.ts";
import { type SetAnswer, setAnswerOf } from "./acknowledgment.ts";
import { chooseAnsweredSet } from "./choose-answered-set.ts";

/** An answer that was found to speak of a certain set. */
export type AnswerToSet = StoredEnvelopeAnswer & { readonly answer: SetAnswer };

/** The sets that an answer speaks of: one, or all of an interchange or group; empty while none is on file. */
export async function answeredSets(
  transaction: PracticeTransaction,
  answer: StoredEnvelopeAnswer,
): Promise<number[]> {
  const candidates = await candidateSets(transaction, answer);
  const chosen = chooseAnsweredSet(answer, candidates);
  if (chosen === undefined) return [];
  if (answer.answersSet !== undefined || answer.answersBatch !== undefined) {
    return [chosen.transactionSetId];
  }
  const groupKey = candidates.find((each) => each.transactionSetId === chosen.transactionSetId);
  return candidates
    .filter((each) => each.groupKey === groupKey?.groupKey)
    .map((each) => each.transactionSetId)
    .sort((left, right) => left - right);
}

/** All answers on file that speak of a set, of its group or of its interchange. */
export async function answersToSet(
  transaction: PracticeTransaction,
  transactionSetId: number,
): Promise<AnswerToSet[]> {
  const answers: AnswerToSet[] = [];
  for (const answer of await envelopeAnswersTo(transaction, transactionSetId)) {
    const sets = await answeredSets(transaction, answer);
    if (!sets.includes(transactionSetId)) continue;
    const isWhole = answer.answersSet === undefined;
    answers.push({ ...answer, answer: setAnswerOf(answer.kind, answer.code, isWhole) });
  }
  return answers;
}

/**
 * Ties answers to the sets they speak of, now that another set or answer is on file. Returns the
 * sets whose answers changed.
 */
export async function linkAnswers(
  transaction: PracticeTransaction,
  answers: readonly StoredEnvelopeAnswer[],
): Promise<Set<number>> {
  const changed = new Set<number>();
  for (const answer of answers) {
    const sets = await answeredSets(transaction, answer);
    const first = sets[0];
    if (first === answer.answersTransactionSetId) continue;
    await linkEnvelopeAnswer(transaction, answer.acknowledgmentId, first);
    for (const set of sets) changed.add(set);
    if (answer.answersTransactionSetId !== undefined) changed.add(answer.answersTransactionSetId);
  }
  return changed;
}

/** The claims that were sent in a set, a batch of ids at a time. */
export async function* claimsOfSet(
  transaction: PracticeTransaction,
  transactionSetId: number,
  batch: number,
): AsyncGenerator<number[]> {
  let after = 0;
  for (;;) {
    const rows = await transaction.query<{ claim_id: number }>(sql`
      select distinct claim_id from claim_submissions
      where practice_id = ${transaction.practiceId} and transaction_set_id = ${transactionSetId}
        and claim_id > ${after}
      order by claim_id limit ${batch}`);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map((row) => row.claim_id);
    after = last.claim_id;
  }
}
