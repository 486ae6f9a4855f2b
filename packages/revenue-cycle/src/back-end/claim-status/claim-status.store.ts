import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { PayerHabit, StatusOutcome } from "./late-claim.ts";

/** A claim that waits for its payer's first decision. */
export type WaitingClaim = {
  readonly claimId: number;
  readonly payerId: number;
  readonly submittedOn: string;
  readonly askedOn: string | null;
};

/** Claims that were sent and are not decided, the longest waiting first. */
export async function waitingClaims(transaction: PracticeTransaction): Promise<WaitingClaim[]> {
  const { practiceId } = transaction;
  return transaction.query<WaitingClaim>(sql`
    select c.claim_id as "claimId", c.payer_id as "payerId", c.submitted_on as "submittedOn",
      (select max(i.asked_on) from claim_status_inquiries i
        where i.practice_id = c.practice_id and i.claim_id = c.claim_id) as "askedOn"
    from claims c
    where c.practice_id = ${practiceId} and c.state in ('submitted', 'accepted', 'pending')
      and c.submitted_on is not null and c.first_adjudicated_on is null
    order by c.submitted_on, c.claim_id limit 20000`);
}

/** Each payer's habit over the last year: within how many days nine of ten claims were decided. */
export async function payerHabits(
  transaction: PracticeTransaction,
  today: string,
): Promise<ReadonlyMap<number, PayerHabit>> {
  const rows = await transaction.query<PayerHabit & { payerId: number }>(sql`
    select payer_id as "payerId", count(*)::integer as answers,
      percentile_disc(0.9) within group (order by first_adjudicated_on - submitted_on) as days
    from claims
    where practice_id = ${transaction.practiceId} and first_adjudicated_on >= submitted_on
      and first_adjudicated_on between ${today}::date - 365 and ${today}::date
    group by payer_id`);
  return new Map(rows.map(({ payerId, answers, days }) => [payerId, { answers, days }]));
}

/** What a question about a claim is written from, beside its content. */
export type AskedClaim = {
  readonly payerId: number;
  readonly payer: string;
  readonly identifier: string | null;
  readonly submitterIdentifier: string | null;
  readonly payerClaimControlNumber: string | null;
  readonly time: string;
};

/** A claim with its payer and who sends for the practice; undefined without such a claim. */
export async function findAskedClaim(
  transaction: PracticeTransaction,
  claimId: number,
): Promise<AskedClaim | undefined> {
  return transaction.maybeOne<AskedClaim>(sql`
    select c.payer_id as "payerId", payer.name as payer, payer.identifier,
      profile.submitter_identifier as "submitterIdentifier",
      c.payer_claim_control_number as "payerClaimControlNumber",
      to_char(now() at time zone practice.time_zone, 'HH24MI') as time
    from claims c
    join practices practice on practice.practice_id = c.practice_id
    join payers payer on payer.practice_id = c.practice_id and payer.payer_id = c.payer_id
    left join practice_profiles profile on profile.practice_id = c.practice_id
    where c.practice_id = ${transaction.practiceId} and c.claim_id = ${claimId}`);
}

export type StatusReason = "asked" | "later-than-habit";

export type InquiryToInsert = {
  readonly inquiryId: number;
  readonly claimId: number;
  readonly payerId: number;
  readonly traceNumber: string;
  readonly reason: StatusReason;
  readonly waitedDays: number | undefined;
  readonly habitDays: number | undefined;
  readonly documentId: number;
  readonly askedOn: string;
};

/** Enters a question that waits for its answer. */
export async function insertInquiry(
  transaction: PracticeTransaction,
  inquiry: InquiryToInsert,
): Promise<void> {
  await transaction.execute(sql`
    insert into claim_status_inquiries (practice_id, inquiry_id, claim_id, payer_id, trace_number,
      reason, waited_days, habit_days, request_document_id, asked_on, asked_by)
    values (${transaction.practiceId}, ${inquiry.inquiryId}, ${inquiry.claimId},
      ${inquiry.payerId}, ${inquiry.traceNumber}, ${inquiry.reason}, ${inquiry.waitedDays ?? null},
      ${inquiry.habitDays ?? null}, ${inquiry.documentId}, ${inquiry.askedOn},
      ${transaction.actor})`);
}

/** A question that waits for its answer. */
export type WaitingInquiry = { readonly documentId: number; readonly payerId: number };

/** A question, unless it was answered or is none of ours. */
export async function findWaitingInquiry(
  transaction: PracticeTransaction,
  inquiryId: number,
): Promise<WaitingInquiry | undefined> {
  return transaction.maybeOne<WaitingInquiry>(sql`
    select request_document_id as "documentId", payer_id as "payerId" from claim_status_inquiries
    where practice_id = ${transaction.practiceId} and inquiry_id = ${inquiryId}
      and outcome = 'waiting'`);
}

export type InquiryAnswer = {
  readonly traceNumber: string;
  readonly outcome: StatusOutcome;
  readonly answeredOn: string;
  readonly category: string;
  readonly status: string;
  readonly entity: string | undefined;
  readonly paidCents: number | undefined;
  readonly paidOn: string | undefined;
  readonly paymentNumber: string | undefined;
  readonly payerClaimControlNumber: string | undefined;
  readonly transactionSetId: number;
  readonly segmentFrom: number;
  readonly segmentTo: number;
};

/** Writes an answer to its question once; the claim that it speaks of, if it answers one of ours. */
export async function answerInquiry(
  transaction: PracticeTransaction,
  answer: InquiryAnswer,
): Promise<{ readonly inquiryId: number; readonly claimId: number } | undefined> {
  return transaction.maybeOne(sql`
    update claim_status_inquiries set outcome = ${answer.outcome},
      answered_on = ${answer.answeredOn}, category_code = ${answer.category},
      status_code = ${answer.status}, entity_code = ${answer.entity ?? null},
      paid_cents = ${answer.paidCents ?? null}, paid_on = ${answer.paidOn ?? null},
      payment_number = ${answer.paymentNumber ?? null},
      payer_claim_control_number = ${answer.payerClaimControlNumber ?? null},
      transaction_set_id = ${answer.transactionSetId}, segment_from = ${answer.segmentFrom},
      segment_to = ${answer.segmentTo}
    where practice_id = ${transaction.practiceId} and trace_number = ${answer.traceNumber}
      and outcome = 'waiting'
    returning inquiry_id as "inquiryId", claim_id as "claimId"`);
}

/** What is open on a claim that its payer has not decided; undefined once it has. */
export async function isOpenClaim(
  transaction: PracticeTransaction,
  claimId: number,
): Promise<{ readonly cents: number } | undefined> {
  return transaction.maybeOne<{ cents: number }>(sql`
    select charged_cents as cents from claims
    where practice_id = ${transaction.practiceId} and claim_id = ${claimId}
      and state in ('submitted', 'accepted', 'pending') and first_adjudicated_on is null`);
}
