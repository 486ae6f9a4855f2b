import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { appendEvents, type ChangeEvent } from "../../work/event/event.store.ts";
import { closeWork, raiseWork, type WorkNeed } from "../../work/work-item/work-item.store.ts";
import type { ClaimAcknowledgmentOutcome } from "./acknowledgment.ts";
import {
  type AnsweredSubmission,
  type ClaimAcceptance,
  type ClaimLevelAnswer,
  decideClaimAcceptance,
} from "./decide-claim-acceptance.ts";
import { type AnswerToSet, answersToSet } from "./set-answers.store.ts";

type SettledClaim = {
  readonly claim_id: number;
  readonly state: string;
  readonly first_acceptance: string | null;
  readonly accepted_on: string | null;
  readonly rejected_on: string | null;
  readonly payer_claim_control_number: string | null;
  readonly charged_cents: number;
};

/** What a status code (STC01-2) asks to be fixed, where that is clear. */
export type FieldOfStatus = (statusCode: string) => string | undefined;

/**
 * Brings claims to what all answers to them say: first acceptance, dates, the payer's number, the
 * state before adjudication, rejections as work. States that adjudication or a person gave stay.
 */
export class ClaimSettler {
  readonly #transaction: PracticeTransaction;
  readonly #fieldOf: FieldOfStatus;
  readonly #answersOfSets = new Map<number, readonly AnswerToSet[]>();

  constructor(transaction: PracticeTransaction, fieldOf: FieldOfStatus) {
    this.#transaction = transaction;
    this.#fieldOf = fieldOf;
  }

  /** Forgets what was read of sets' answers, because another answer came. */
  forgetSets(): void {
    this.#answersOfSets.clear();
  }

  async settle(claimIds: readonly number[]): Promise<void> {
    if (claimIds.length === 0) return;
    const submissions = await this.#submissions(claimIds);
    const answers = await this.#claimAnswers(claimIds);
    const claims = await this.#transaction.query<SettledClaim>(sql`
      select claim_id, state, first_acceptance, accepted_on, rejected_on,
        payer_claim_control_number, charged_cents
      from claims
      where practice_id = ${this.#transaction.practiceId}
        and claim_id = any (${[...claimIds]}::bigint[])
      order by claim_id`);
    const decided = claims.map((claim) => ({
      claim,
      acceptance: decideClaimAcceptance(
        submissions.get(claim.claim_id) ?? [],
        answers.get(claim.claim_id) ?? [],
      ),
    }));
    const changed = decided.filter(({ claim, acceptance }) => isChanged(claim, acceptance));
    await this.#update(changed);
    await appendEvents(this.#transaction, changed.flatMap(acceptanceEvent));
    await this.#settleWork(decided);
    await this.#settleNextPayers(
      decided.filter(({ claim }) => (submissions.get(claim.claim_id)?.length ?? 0) > 1),
    );
  }

  async #submissions(claimIds: readonly number[]): Promise<Map<number, AnsweredSubmission[]>> {
    const rows = await this.#transaction.query<{
      claim_id: number;
      transaction_set_id: number;
      submitted_on: string | null;
      segment_from: number;
      segment_to: number;
      set_segment_from: number;
      billing_provider_npi: string;
    }>(sql`
      select sent.claim_id, sent.transaction_set_id, sent.submitted_on, sent.segment_from,
        sent.segment_to, envelope.segment_from as set_segment_from, claim.billing_provider_npi
      from claim_submissions sent
      join claims claim using (practice_id, claim_id)
      join transaction_sets envelope
        on envelope.practice_id = sent.practice_id
        and envelope.transaction_set_id = sent.transaction_set_id
      where sent.practice_id = ${this.#transaction.practiceId}
        and sent.claim_id = any (${[...claimIds]}::bigint[])`);
    const submissions = new Map<number, AnsweredSubmission[]>();
    for (const row of rows) {
      const answersOfSet = await this.#answersOf(row.transaction_set_id);
      const answers = answersOfSet.filter(
        ({ answersProvider: provider }) =>
          provider === undefined || provider === row.billing_provider_npi,
      );
      const from = row.segment_from - row.set_segment_from + 1;
      const to = row.segment_to - row.set_segment_from + 1;
      append(submissions, row.claim_id, {
        transactionSetId: row.transaction_set_id,
        submittedOn: row.submitted_on ?? undefined,
        setAnswers: answers.map((answer) => ({
          answer: answer.answer,
          on: answer.answeredOn,
          source: answer,
          errorCodes: answer.errorCodes,
          depth: answer.kind === "277CA" ? ("claim" as const) : ("set" as const),
          errors: answer.details.filter(
            ({ segmentInSet }) =>
              segmentInSet !== null && segmentInSet >= from && segmentInSet <= to,
          ),
        })),
      });
    }
    return submissions;
  }

  async #answersOf(transactionSetId: number): Promise<readonly AnswerToSet[]> {
    const known = this.#answersOfSets.get(transactionSetId);
    if (known !== undefined) return known;
    const answers = await answersToSet(this.#transaction, transactionSetId);
    this.#answersOfSets.set(transactionSetId, answers);
    return answers;
  }

  async #claimAnswers(claimIds: readonly number[]): Promise<Map<number, ClaimLevelAnswer[]>> {
    const rows = await this.#transaction.query<{
      claim_id: number;
      outcome: ClaimAcknowledgmentOutcome;
      effective_on: string | null;
      category_code: string;
      status_code: string;
      entity_code: string | null;
      payer_claim_control_number: string | null;
      transaction_set_id: number;
      segment_from: number;
      segment_to: number;
    }>(sql`
      select answer.claim_id, answer.outcome, answer.effective_on, answer.category_code,
        answer.status_code, answer.entity_code, answer.payer_claim_control_number,
        batch.transaction_set_id, answer.segment_from, answer.segment_to
      from claim_acknowledgments answer
      join acknowledgments batch using (practice_id, acknowledgment_id)
      where answer.practice_id = ${this.#transaction.practiceId}
        and answer.claim_id = any (${[...claimIds]}::bigint[])`);
    const answers = new Map<number, ClaimLevelAnswer[]>();
    for (const row of rows) {
      append(answers, row.claim_id, {
        outcome: row.outcome,
        on: row.effective_on ?? undefined,
        source: {
          transactionSetId: row.transaction_set_id,
          segmentFrom: row.segment_from,
          segmentTo: row.segment_to,
        },
        categoryCode: row.category_code,
        statusCode: row.status_code,
        entityCode: row.entity_code ?? undefined,
        payerClaimControlNumber: row.payer_claim_control_number ?? undefined,
      });
    }
    return answers;
  }

  async #update(changed: readonly Decided[]): Promise<void> {
    if (changed.length === 0) return;
    const rows = changed.map(({ claim, acceptance }) => ({
      claim_id: claim.claim_id,
      state: acceptance.state,
      first_acceptance: acceptance.firstAcceptance ?? null,
      accepted_on: acceptance.acceptedOn ?? null,
      rejected_on: acceptance.rejectedOn ?? null,
      payer_number: acceptance.payerClaimControlNumber ?? null,
    }));
    await this.#transaction.execute(sql`
      update claims claim
      set state = case when claim.state = any (${[...preAdjudication]}::text[])
          then change.state else claim.state end,
        first_acceptance = change.first_acceptance, accepted_on = change.accepted_on,
        rejected_on = change.rejected_on,
        payer_claim_control_number = coalesce(claim.payer_claim_control_number, change.payer_number),
        revision = claim.revision + 1
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as change (claim_id bigint, state text,
        first_acceptance text, accepted_on date, rejected_on date, payer_number text)
      where claim.practice_id = ${this.#transaction.practiceId}
        and claim.claim_id = change.claim_id`);
  }

  async #settleWork(decided: readonly Decided[]): Promise<void> {
    const needs = decided.flatMap((each) => this.#rejectionWork(each));
    await raiseWork(this.#transaction, needs);
    const gone = decided.filter(
      ({ claim, acceptance }) =>
        acceptance.state === "accepted" ||
        (acceptance.rejectedOn !== undefined && !isBeforeAdjudication(claim)),
    );
    await closeWork(
      this.#transaction,
      "rejection",
      gone.map(({ claim }) => rejectionKey(claim.claim_id)),
    );
  }

  /** A claim that a payer has decided and that was rejected on its way to the next one. */
  async #settleNextPayers(sentAgain: readonly Decided[]): Promise<void> {
    const passedOn = sentAgain.filter(({ claim }) => !isBeforeAdjudication(claim));
    if (passedOn.length === 0) return;
    const isRejected = ({ acceptance }: Decided) => acceptance.rejection !== undefined;
    const needs = passedOn.filter(isRejected).map(
      ({ claim, acceptance: { rejection } }): WorkNeed => ({
        kind: "next-payer-rejection",
        needKey: rejectionKey(claim.claim_id),
        subjectKind: "claim",
        subjectId: claim.claim_id,
        why: { codes: rejection?.codes ?? [] },
        cents: claim.charged_cents,
        raisedOn: rejection?.on,
        evidence: rejection === undefined ? [] : [rejection.source],
      }),
    );
    await raiseWork(this.#transaction, needs);
    await closeWork(
      this.#transaction,
      "next-payer-rejection",
      passedOn.filter((each) => !isRejected(each)).map(({ claim }) => rejectionKey(claim.claim_id)),
    );
  }

  #rejectionWork({ claim, acceptance }: Decided): WorkNeed[] {
    const { rejection } = acceptance;
    if (rejection === undefined || !isBeforeAdjudication(claim)) return [];
    const statusCode = rejection.depth === "claim" ? rejection.codes[1] : undefined;
    const field = statusCode === undefined ? undefined : this.#fieldOf(statusCode);
    const { transactionSetId, segmentFrom, segmentTo } = rejection.source;
    return [
      {
        kind: "rejection",
        needKey: rejectionKey(claim.claim_id),
        whyCode: rejection.depth === "set" ? "CLAIM_REJECTED_WITH_SET" : "CLAIM_REJECTED",
        subjectKind: "claim",
        subjectId: claim.claim_id,
        why: {
          codes: rejection.codes,
          ...(field === undefined ? {} : { field }),
          errors: rejection.errors.map(({ segmentId, loop, errorCode, elements }) => ({
            segmentId,
            loop,
            errorCode,
            elements,
          })),
        },
        cents: claim.charged_cents,
        raisedOn: rejection.on,
        evidence: [{ transactionSetId, segmentFrom, segmentTo }],
      },
    ];
  }
}

type Decided = { readonly claim: SettledClaim; readonly acceptance: ClaimAcceptance };

/** States that answers before adjudication may change. */
const preAdjudication = ["submitted", "accepted", "rejected"] as const;

function isBeforeAdjudication(claim: SettledClaim): boolean {
  return preAdjudication.some((state) => state === claim.state);
}

/** The need of a claim's rejection; the same claim rejected again is the same item. */
function rejectionKey(claimId: number): string {
  return `claim:${claimId}`;
}

function isChanged(claim: SettledClaim, acceptance: ClaimAcceptance): boolean {
  return (
    (isBeforeAdjudication(claim) && claim.state !== acceptance.state) ||
    claim.first_acceptance !== (acceptance.firstAcceptance ?? null) ||
    claim.accepted_on !== (acceptance.acceptedOn ?? null) ||
    claim.rejected_on !== (acceptance.rejectedOn ?? null) ||
    (claim.payer_claim_control_number === null && acceptance.payerClaimControlNumber !== undefined)
  );
}

function acceptanceEvent({ claim, acceptance }: Decided): ChangeEvent[] {
  if (acceptance.state === "submitted" || acceptance.decidedBy === undefined) return [];
  if (
    claim.state === acceptance.state &&
    claim.accepted_on === (acceptance.acceptedOn ?? null) &&
    claim.rejected_on === (acceptance.rejectedOn ?? null)
  ) {
    return [];
  }
  const isRejected = acceptance.state === "rejected";
  return [
    {
      kind: isRejected ? "claim-rejected" : "claim-accepted",
      subjectKind: "claim",
      subjectId: claim.claim_id,
      claimId: claim.claim_id,
      change: isRejected ? { codes: acceptance.rejection?.codes ?? [] } : {},
      effectiveOn: isRejected ? acceptance.rejection?.on : acceptance.acceptedOn,
      transactionSetId: acceptance.decidedBy.transactionSetId,
      segmentFrom: acceptance.decidedBy.segmentFrom,
      segmentTo: acceptance.decidedBy.segmentTo,
    },
  ];
}

function append<Value>(lists: Map<number, Value[]>, key: number, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
