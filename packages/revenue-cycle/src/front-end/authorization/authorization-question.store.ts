import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { sourceObject } from "../../masters/answer-columns.query.ts";
import type { AuthorizationQuestionAnswer } from "./authorization-answers.ts";
import type { ReviewKind } from "./build-review.ts";
import type { DecisionHabit } from "./late-authorization.ts";
import type { ReviewAnswer } from "./read-review.ts";

export type QuestionToInsert = {
  readonly questionId: number;
  readonly authorizationId: number;
  readonly payerId: number;
  readonly traceNumber: string;
  readonly kind: ReviewKind;
  readonly isUrgent: boolean;
  readonly units: number | undefined;
  readonly serviceFrom: string;
  readonly serviceTo: string | undefined;
  readonly documentId: number;
  readonly askedOn: string;
};

/** Enters a question that waits for its answer. */
export async function insertQuestion(
  transaction: PracticeTransaction,
  question: QuestionToInsert,
): Promise<void> {
  await transaction.execute(sql`
    insert into authorization_questions (practice_id, question_id, authorization_id, payer_id,
      trace_number, kind, is_urgent, asked_units, service_from, service_to, request_document_id,
      asked_on, asked_by)
    values (${transaction.practiceId}, ${question.questionId}, ${question.authorizationId},
      ${question.payerId}, ${question.traceNumber}, ${question.kind}, ${question.isUrgent},
      ${question.units ?? null}, ${question.serviceFrom}, ${question.serviceTo ?? null},
      ${question.documentId}, ${question.askedOn}, ${transaction.actor})`);
}

/** A question that waits for its answer, as it is handed over. */
export type WaitingQuestion = { readonly documentId: number; readonly payerId: number };

/** A question, unless it was answered or is none of ours. */
export async function findWaitingQuestion(
  transaction: PracticeTransaction,
  questionId: number,
): Promise<WaitingQuestion | undefined> {
  return transaction.maybeOne<WaitingQuestion>(sql`
    select request_document_id as "documentId", payer_id as "payerId" from authorization_questions
    where practice_id = ${transaction.practiceId} and question_id = ${questionId}
      and outcome = 'waiting'`);
}

/** What was asked last about an authorization. */
export type LastQuestion = {
  readonly outcome: string;
  readonly askedOn: string;
  readonly isUrgent: boolean;
  readonly payerReference: string | null;
  readonly askedUnits: number | null;
  readonly serviceFrom: string;
  readonly serviceTo: string | null;
};

/** The last question about an authorization, if there was one. */
export async function findLastQuestion(
  transaction: PracticeTransaction,
  authorizationId: number,
): Promise<LastQuestion | undefined> {
  return transaction.maybeOne<LastQuestion>(sql`
    select q.outcome, q.asked_on as "askedOn", q.is_urgent as "isUrgent",
      q.asked_units as "askedUnits", q.service_from as "serviceFrom", q.service_to as "serviceTo",
      (select payer_reference from authorization_questions r
        where r.practice_id = q.practice_id and r.authorization_id = q.authorization_id
          and r.payer_reference is not null
        order by r.question_id desc limit 1) as "payerReference"
    from authorization_questions q
    where q.practice_id = ${transaction.practiceId} and q.authorization_id = ${authorizationId}
    order by q.question_id desc limit 1`);
}

/** A question that an answer belongs to. */
export type AskedQuestion = {
  readonly questionId: number;
  readonly authorizationId: number;
  readonly askedUnits: number | null;
  readonly serviceFrom: string;
  readonly serviceTo: string | null;
};

/** The question that waits for an answer with one of these trace numbers, locked with its authorization. */
export async function lockQuestion(
  transaction: PracticeTransaction,
  traceNumbers: readonly string[],
): Promise<AskedQuestion | undefined> {
  return transaction.maybeOne<AskedQuestion>(sql`
    select q.question_id as "questionId", q.authorization_id as "authorizationId",
      q.asked_units as "askedUnits", q.service_from as "serviceFrom", q.service_to as "serviceTo"
    from authorization_questions q
    join authorizations a using (practice_id, authorization_id)
    where q.practice_id = ${transaction.practiceId} and q.outcome = 'waiting'
      and q.trace_number = any (${[...traceNumbers]}::text[])
    order by q.question_id limit 1 for update`);
}

/** Writes an answer to its question. */
export async function answerQuestion(
  transaction: PracticeTransaction,
  questionId: number,
  told: {
    readonly answer: ReviewAnswer;
    readonly answeredOn: string;
    readonly transactionSetId: number;
    readonly segmentFrom: number;
    readonly segmentTo: number;
  },
): Promise<void> {
  const { answer } = told;
  await transaction.execute(sql`
    update authorization_questions set outcome = ${answer.outcome},
      answered_on = ${told.answeredOn}, action_code = ${answer.actionCode ?? null},
      reason_code = ${answer.reasonCode ?? null}, follow_up_code = ${answer.followUpCode ?? null},
      payer_reference = ${answer.payerReference ?? null},
      wants_information = ${answer.wantsInformation},
      messages = ${[...answer.messages]}::text[],
      transaction_set_id = ${told.transactionSetId}, segment_from = ${told.segmentFrom},
      segment_to = ${told.segmentTo}
    where practice_id = ${transaction.practiceId} and question_id = ${questionId}`);
}

/** Every question about an authorization with its answer, the newest first. */
export async function listQuestions(
  transaction: PracticeTransaction,
  authorizationId: number,
): Promise<AuthorizationQuestionAnswer[]> {
  return transaction.query<AuthorizationQuestionAnswer>(sql`
    select q.question_id as id, q.kind, q.is_urgent as "isUrgent", q.asked_units as "askedUnits",
      q.asked_on as "askedOn", q.outcome, q.answered_on as "answeredOn",
      q.action_code as "actionCode", q.reason_code as "reasonCode",
      q.follow_up_code as "followUpCode", q.payer_reference as "payerReference",
      q.wants_information as "wantsInformation", q.messages,
      case when t.transaction_set_id is null then null
        else ${sourceObject(sql`q.segment_from`, sql`q.segment_to`)} end as source
    from authorization_questions q
    left join transaction_sets t on t.practice_id = q.practice_id
      and t.transaction_set_id = q.transaction_set_id
    left join files f on f.practice_id = t.practice_id and f.file_id = t.file_id
    where q.practice_id = ${transaction.practiceId} and q.authorization_id = ${authorizationId}
    order by q.question_id desc`);
}

/** A request that no payer has decided. */
export type OpenAuthorization = {
  readonly authorizationId: number;
  readonly payerId: number;
  readonly requestedOn: string;
  readonly askedOn: string;
  readonly isUrgent: boolean;
  /** The last question has no answer yet. */
  readonly isWaiting: boolean;
};

/** Requests that payers were asked for and have not decided, the longest waiting first. */
export async function openAuthorizations(
  transaction: PracticeTransaction,
): Promise<OpenAuthorization[]> {
  return transaction.query<OpenAuthorization>(sql`
    select a.authorization_id as "authorizationId", a.payer_id as "payerId",
      min(q.asked_on) as "requestedOn", max(q.asked_on) as "askedOn",
      bool_or(q.is_urgent) as "isUrgent", bool_or(q.outcome = 'waiting') as "isWaiting"
    from authorizations a
    join authorization_questions q using (practice_id, authorization_id)
    where a.practice_id = ${transaction.practiceId} and a.state in ('requested', 'pended')
    group by a.authorization_id, a.payer_id
    having bool_or(q.outcome in ('waiting', 'pended'))
    order by min(q.asked_on), a.authorization_id limit 2000`);
}

/** Each payer's habit over the last year: within how many days nine of ten requests were decided. */
export async function decisionHabits(
  transaction: PracticeTransaction,
  today: string,
): Promise<ReadonlyMap<number, DecisionHabit>> {
  const rows = await transaction.query<DecisionHabit & { payerId: number }>(sql`
    select payer_id as "payerId", count(*)::integer as answers,
      percentile_disc(0.9) within group (order by decided_on - requested_on) as days
    from (
      select payer_id, min(asked_on) as requested_on,
        max(answered_on) filter (where outcome in
          ('certified', 'modified', 'partly-certified', 'denied', 'not-required')) as decided_on
      from authorization_questions
      where practice_id = ${transaction.practiceId}
      group by payer_id, authorization_id) decided
    where decided_on between ${today}::date - 365 and ${today}::date
    group by payer_id`);
  return new Map(rows.map(({ payerId, answers, days }) => [payerId, { answers, days }]));
}
