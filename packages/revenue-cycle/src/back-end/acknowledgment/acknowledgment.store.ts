import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { CandidateClaim } from "./choose-acknowledged-claim.ts";
import type { CandidateSet } from "./choose-answered-set.ts";
import type { ClaimAnswer, EnvelopeAnswer, SegmentErrorDetail } from "./read-acknowledgment.ts";

/** Writes what is said of interchanges, groups and sets; returns the ids in the same order. */
export async function insertEnvelopeAnswers(
  transaction: PracticeTransaction,
  transactionSetId: number,
  answers: readonly EnvelopeAnswer[],
): Promise<number[]> {
  if (answers.length === 0) return [];
  const ids = await transaction.reserveIds("acknowledgments", "acknowledgment_id", answers.length);
  await transaction.bulkInsert({
    table: "acknowledgments",
    columns: [
      "practice_id",
      "acknowledgment_id",
      "transaction_set_id",
      "kind",
      "code",
      "answers_interchange",
      "answers_group",
      "answers_set",
      "answers_batch",
      "answers_provider",
      "error_codes",
      "details",
      "effective_on",
      "segment_from",
      "segment_to",
    ],
    rows: answers.map((answer, index) => [
      transaction.practiceId,
      ids[index],
      transactionSetId,
      answer.kind,
      answer.code,
      answer.answersInterchange,
      answer.answersGroup,
      answer.answersSet,
      answer.answersBatch,
      answer.answersProvider,
      answer.errorCodes,
      JSON.stringify(answer.details),
      answer.effectiveOn,
      answer.segmentFrom,
      answer.segmentTo,
    ]),
  });
  return ids;
}

/** Writes the head of a 277CA, to which its claim-level statuses belong. */
export async function insertClaimAnswerBatch(
  transaction: PracticeTransaction,
  head: {
    readonly transactionSetId: number;
    readonly effectiveOn: string | undefined;
    readonly segmentFrom: number;
  },
): Promise<number> {
  const row = await transaction.one<{ acknowledgment_id: number }>(sql`
    insert into acknowledgments (practice_id, transaction_set_id, kind, effective_on, segment_from,
      segment_to)
    values (${transaction.practiceId}, ${head.transactionSetId}, '277CA',
      ${head.effectiveOn ?? null}, ${head.segmentFrom}, ${head.segmentFrom})
    returning acknowledgment_id`);
  return row.acknowledgment_id;
}

/** A claim-level status with the claim it was found to speak of. */
export type LinkedClaimAnswer = ClaimAnswer & {
  readonly number: number;
  readonly claimId: number | undefined;
};

/** Writes claim-level statuses under the head of their 277CA. */
export async function insertClaimAnswers(
  transaction: PracticeTransaction,
  acknowledgmentId: number,
  answers: readonly LinkedClaimAnswer[],
): Promise<void> {
  if (answers.length === 0) return;
  await transaction.bulkInsert({
    table: "claim_acknowledgments",
    columns: [
      "practice_id",
      "acknowledgment_id",
      "number",
      "claim_id",
      "control_number_key",
      "patient_control_number",
      "outcome",
      "category_code",
      "status_code",
      "entity_code",
      "message",
      "charged_cents",
      "payer_claim_control_number",
      "effective_on",
      "service_from",
      "segment_from",
      "segment_to",
    ],
    rows: answers.map((answer) => [
      transaction.practiceId,
      acknowledgmentId,
      answer.number,
      answer.claimId,
      answer.controlNumberKey,
      answer.patientControlNumber,
      answer.outcome,
      answer.categoryCode,
      answer.statusCode,
      answer.entityCode,
      answer.message,
      answer.chargedCents,
      answer.payerClaimControlNumber,
      answer.effectiveOn,
      answer.serviceFrom,
      answer.segmentFrom,
      answer.segmentTo,
    ]),
  });
}

/** The claims on file under these normalised numbers. */
export async function candidateClaims(
  transaction: PracticeTransaction,
  controlNumberKeys: readonly string[],
): Promise<Map<string, CandidateClaim[]>> {
  if (controlNumberKeys.length === 0) return new Map();
  const rows = await transaction.query<{
    claim_id: number;
    control_number_key: string;
    patient_control_number: string;
    version: number;
    charged_cents: number;
    service_from: string | null;
    submitted_on: string | null;
  }>(sql`
    select claim_id, control_number_key, patient_control_number, version, charged_cents,
      service_from, submitted_on
    from claims
    where practice_id = ${transaction.practiceId}
      and control_number_key = any (${[...controlNumberKeys]}::text[])`);
  const candidates = new Map<string, CandidateClaim[]>();
  for (const row of rows) {
    const claims = candidates.get(row.control_number_key) ?? [];
    claims.push({
      claimId: row.claim_id,
      patientControlNumber: row.patient_control_number,
      version: row.version,
      chargedCents: row.charged_cents,
      serviceFrom: row.service_from ?? undefined,
      submittedOn: row.submitted_on ?? undefined,
    });
    candidates.set(row.control_number_key, claims);
  }
  return candidates;
}

/** A stored claim-level status that may speak of another claim than it did, or of one at last. */
export type StoredClaimAnswer = {
  readonly acknowledgmentId: number;
  readonly number: number;
  readonly claimId: number | undefined;
  readonly controlNumberKey: string;
  readonly patientControlNumber: string;
  readonly chargedCents: number | undefined;
  readonly serviceFrom: string | undefined;
  readonly effectiveOn: string | undefined;
};

/**
 * Statuses that wait for claims of the given ones' numbers, and those linked to other versions of
 * them.
 */
export async function claimAnswersAbout(
  transaction: PracticeTransaction,
  claimIds: readonly number[],
): Promise<StoredClaimAnswer[]> {
  const { practiceId } = transaction;
  const rows = await transaction.query<{
    acknowledgment_id: number;
    number: number;
    claim_id: number | null;
    control_number_key: string;
    patient_control_number: string;
    charged_cents: number | null;
    service_from: string | null;
    effective_on: string | null;
  }>(sql`
    with sought as materialized (
      select distinct control_number_key from claims
      where practice_id = ${practiceId} and claim_id = any (${[...claimIds]}::bigint[])),
    about as (
      select answer.* from sought
      join claim_acknowledgments answer on answer.practice_id = ${practiceId}
        and answer.claim_id is null and answer.control_number_key = sought.control_number_key
      union all
      select answer.* from sought
      join claims claim on claim.practice_id = ${practiceId}
        and claim.control_number_key = sought.control_number_key
      join claim_acknowledgments answer on answer.practice_id = ${practiceId}
        and answer.claim_id = claim.claim_id)
    select acknowledgment_id, number, claim_id, control_number_key, patient_control_number,
      charged_cents, service_from, effective_on
    from about`);
  return rows.map((row) => ({
    acknowledgmentId: row.acknowledgment_id,
    number: row.number,
    claimId: row.claim_id ?? undefined,
    controlNumberKey: row.control_number_key,
    patientControlNumber: row.patient_control_number,
    chargedCents: row.charged_cents ?? undefined,
    serviceFrom: row.service_from ?? undefined,
    effectiveOn: row.effective_on ?? undefined,
  }));
}

/** Whether any claim-level status is on file: most imports of claims come before all of them. */
export async function hasClaimAnswers(transaction: PracticeTransaction): Promise<boolean> {
  const row = await transaction.one<{ exists: boolean }>(sql`
    select exists (select 1 from claim_acknowledgments
      where practice_id = ${transaction.practiceId}) as exists`);
  return row.exists;
}

/** Ties claim-level statuses to other claims than before, or to none. */
export async function relinkClaimAnswers(
  transaction: PracticeTransaction,
  links: readonly { acknowledgmentId: number; number: number; claimId: number | undefined }[],
): Promise<void> {
  if (links.length === 0) return;
  const rows = links.map((link) => ({
    acknowledgment_id: link.acknowledgmentId,
    number: link.number,
    claim_id: link.claimId ?? null,
  }));
  await transaction.execute(sql`
    update claim_acknowledgments answer set claim_id = link.claim_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as link (acknowledgment_id bigint, number integer, claim_id bigint)
    where answer.practice_id = ${transaction.practiceId}
      and answer.acknowledgment_id = link.acknowledgment_id and answer.number = link.number`);
}

/** An answer to an interchange, group or set, with the envelope it came in. */
export type StoredEnvelopeAnswer = {
  readonly acknowledgmentId: number;
  readonly kind: EnvelopeAnswer["kind"];
  readonly code: string;
  readonly answersInterchange: string | undefined;
  readonly answersGroup: string | undefined;
  readonly answersSet: string | undefined;
  readonly answersBatch: string | undefined;
  readonly answersProvider: string | undefined;
  readonly errorCodes: readonly string[];
  readonly details: readonly SegmentErrorDetail[];
  readonly answersTransactionSetId: number | undefined;
  readonly answeredOn: string | undefined;
  readonly senderId: string;
  readonly receiverId: string;
  readonly transactionSetId: number;
  readonly segmentFrom: number;
  readonly segmentTo: number;
};

type EnvelopeAnswerRow = {
  acknowledgment_id: number;
  kind: EnvelopeAnswer["kind"];
  code: string;
  answers_interchange: string | null;
  answers_group: string | null;
  answers_set: string | null;
  answers_batch: string | null;
  answers_provider: string | null;
  error_codes: string[];
  details: SegmentErrorDetail[];
  answers_transaction_set_id: number | null;
  effective_on: string | null;
  sender_id: string;
  receiver_id: string;
  transaction_set_id: number;
  segment_from: number;
  segment_to: number;
};

const envelopeAnswers = sql`
  select answer.acknowledgment_id, answer.kind, answer.code, answer.answers_interchange,
    answer.answers_group, answer.answers_set, answer.answers_batch, answer.answers_provider,
    answer.error_codes, answer.details,
    answer.answers_transaction_set_id, answer.effective_on, envelope.sender_id,
    envelope.receiver_id, answer.transaction_set_id, answer.segment_from, answer.segment_to
  from acknowledgments answer
  join transaction_sets envelope using (practice_id, transaction_set_id)`;

/** Answers on file that carry the control numbers of a set of claims. */
export async function envelopeAnswersTo(
  transaction: PracticeTransaction,
  transactionSetId: number,
): Promise<StoredEnvelopeAnswer[]> {
  const { practiceId } = transaction;
  // Each way of naming a set has an index of its own; joined by `or`, all answers would be read.
  const rows = await transaction.query<EnvelopeAnswerRow>(sql`
    with sent as materialized (
      select interchange_control_key, group_control_key, set_control_key, batch_key
      from transaction_sets
      where practice_id = ${practiceId} and transaction_set_id = ${transactionSetId}),
    about as materialized (
      select answer.acknowledgment_id from sent
      join acknowledgments answer on answer.practice_id = ${practiceId}
        and answer.answers_interchange = sent.interchange_control_key
      where answer.kind = 'TA1'
      union
      select answer.acknowledgment_id from sent
      join acknowledgments answer on answer.practice_id = ${practiceId}
        and answer.answers_batch = sent.batch_key
      union
      select answer.acknowledgment_id from sent
      join acknowledgments answer on answer.practice_id = ${practiceId}
        and answer.answers_group = sent.group_control_key
      where answer.kind in ('999', '997')
        and (answer.answers_set is null or answer.answers_set = sent.set_control_key))
    ${envelopeAnswers}
    where answer.practice_id = ${practiceId}
      and answer.acknowledgment_id = any (array(select acknowledgment_id from about))
    order by answer.acknowledgment_id`);
  return rows.map(storedEnvelopeAnswer);
}

/** Answers to interchanges, groups and sets by their ids. */
export async function envelopeAnswersById(
  transaction: PracticeTransaction,
  acknowledgmentIds: readonly number[],
): Promise<StoredEnvelopeAnswer[]> {
  const rows = await transaction.query<EnvelopeAnswerRow>(sql`
    ${envelopeAnswers}
    where answer.practice_id = ${transaction.practiceId}
      and answer.acknowledgment_id = any (${[...acknowledgmentIds]}::bigint[])`);
  return rows.map(storedEnvelopeAnswer);
}

function storedEnvelopeAnswer(row: EnvelopeAnswerRow): StoredEnvelopeAnswer {
  return {
    acknowledgmentId: row.acknowledgment_id,
    kind: row.kind,
    code: row.code,
    answersInterchange: row.answers_interchange ?? undefined,
    answersGroup: row.answers_group ?? undefined,
    answersSet: row.answers_set ?? undefined,
    answersBatch: row.answers_batch ?? undefined,
    answersProvider: row.answers_provider ?? undefined,
    errorCodes: row.error_codes,
    details: row.details,
    answersTransactionSetId: row.answers_transaction_set_id ?? undefined,
    answeredOn: row.effective_on ?? undefined,
    senderId: row.sender_id,
    receiverId: row.receiver_id,
    transactionSetId: row.transaction_set_id,
    segmentFrom: row.segment_from,
    segmentTo: row.segment_to,
  };
}

/** Sets of claims that carry the control numbers an answer names. */
export async function candidateSets(
  transaction: PracticeTransaction,
  answer: StoredEnvelopeAnswer,
): Promise<(CandidateSet & { readonly groupKey: string })[]> {
  const rows = await transaction.query<{
    transaction_set_id: number;
    file_id: number;
    interchange_control_number: string;
    group_control_number: string;
    sender_id: string;
    receiver_id: string;
    interchange_on: string | null;
  }>(sql`
    select transaction_set_id, file_id, interchange_control_number, group_control_number,
      sender_id, receiver_id, interchange_on
    from transaction_sets
    where practice_id = ${transaction.practiceId} and kind in ('837P', '837I', '837D')
      and verdict = 'recorded'
      and (${answer.answersInterchange ?? null}::text is null
        or interchange_control_key = ${answer.answersInterchange ?? null})
      and (${answer.answersGroup ?? null}::text is null
        or group_control_key = ${answer.answersGroup ?? null})
      and (${answer.answersSet ?? null}::text is null
        or set_control_key = ${answer.answersSet ?? null})
      and (${answer.answersBatch ?? null}::text is null
        or batch_key = ${answer.answersBatch ?? null})`);
  return rows.map((row) => ({
    transactionSetId: row.transaction_set_id,
    senderId: row.sender_id,
    receiverId: row.receiver_id,
    sentOn: row.interchange_on ?? undefined,
    groupKey:
      answer.kind === "TA1"
        ? `${row.file_id}|${row.interchange_control_number}`
        : `${row.file_id}|${row.interchange_control_number}|${row.group_control_number}`,
  }));
}

/** Ties an answer to the set it speaks of; to the first one when it speaks of several. */
export async function linkEnvelopeAnswer(
  transaction: PracticeTransaction,
  acknowledgmentId: number,
  transactionSetId: number | undefined,
): Promise<void> {
  await transaction.execute(sql`
    update acknowledgments set answers_transaction_set_id = ${transactionSetId ?? null}
    where practice_id = ${transaction.practiceId} and acknowledgment_id = ${acknowledgmentId}`);
}
