import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { WritableClaim } from "@headwater/x12";
import { changePayers, type SubmissionToWrite } from "../../mid-cycle/claim/claim.store.ts";
import { sentClaimOf } from "../../mid-cycle/claim/claim-content.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { matchWaitingRemittances } from "../posting/match-waiting-remittances.command.ts";
import { setLastPayer } from "./next-payer.store.ts";

/** A claim to a next payer that was handed over, with where it stands in its file. */
type SentSending = {
  readonly claimId: number;
  readonly payerId: number;
  readonly content: WritableClaim;
  readonly transactionSetId: number;
  readonly segmentFrom: number;
  readonly segmentTo: number;
};

/**
 * What follows when claims to next payers were handed over in a batch: they are sent, the payer they
 * went to is the claims' payer now, and the books are decided again in that light, as when such a claim
 * comes in a file. Nothing is charged: it is the same claim.
 */
export async function settleSentNextPayers(
  transaction: PracticeTransaction,
  batch: { readonly batchId: number; readonly preparedOn: string },
): Promise<void> {
  const { practiceId } = transaction;
  const sent = await transaction.query<SentSending>(sql`
    update next_payer_claims n set state = 'sent', sent_on = ${batch.preparedOn}
    from claim_batch_claims b
    where b.practice_id = ${practiceId} and b.batch_id = ${batch.batchId}
      and n.practice_id = b.practice_id and n.claim_id = b.claim_id
      and n.sending_number = b.sending_number
    returning n.claim_id as "claimId", n.payer_id as "payerId", n.content,
      b.transaction_set_id as "transactionSetId", b.segment_from as "segmentFrom",
      b.segment_to as "segmentTo"`);
  await transaction.execute(sql`
    insert into claim_submissions (practice_id, claim_id, transaction_set_id, segment_from,
      segment_to, byte_from, byte_to, payer_id, coverage_sequence, frequency_code, submitted_on)
    select b.practice_id, b.claim_id, b.transaction_set_id, b.segment_from, b.segment_to,
      b.byte_from, b.byte_to, n.payer_id, n.content -> 'coverage' ->> 'sequence',
      n.content ->> 'frequencyCode', ${batch.preparedOn}
    from claim_batch_claims b
    join next_payer_claims n on n.practice_id = b.practice_id and n.claim_id = b.claim_id
      and n.sending_number = b.sending_number
    where b.practice_id = ${practiceId} and b.batch_id = ${batch.batchId}`);
  await passOn(transaction, sent, batch.preparedOn);
}

/** A claim to a next payer that was printed and mailed. Returns whether there was one to be sent. */
export async function settleMailedNextPayer(
  transaction: PracticeTransaction,
  claimId: number,
  on: string,
): Promise<boolean> {
  const sent = await transaction.query<Pick<SentSending, "claimId" | "payerId" | "content">>(sql`
    update next_payer_claims set state = 'sent', sent_on = ${on}
    where practice_id = ${transaction.practiceId} and claim_id = ${claimId} and form = 'paper'
      and state in ('draft', 'ready')
    returning claim_id as "claimId", payer_id as "payerId", content`);
  await passOn(transaction, sent, on);
  return sent.length > 0;
}

async function passOn(
  transaction: PracticeTransaction,
  sent: readonly (Pick<SentSending, "claimId" | "payerId" | "content"> &
    Partial<Pick<SentSending, "transactionSetId" | "segmentFrom" | "segmentTo">>)[],
  on: string,
): Promise<void> {
  if (sent.length === 0) return;
  const changes = sent.map(({ claimId, payerId, content }): SubmissionToWrite => {
    return { claimId, payerId, claim: sentClaimOf(content), submittedOn: on };
  });
  await changePayers(transaction, changes);
  for (const { claimId } of sent) await setLastPayer(transaction, claimId, undefined);
  await appendEvents(
    transaction,
    sent.map(({ claimId, content, transactionSetId, segmentFrom, segmentTo }) => ({
      kind: "claim-submitted",
      subjectKind: "claim",
      subjectId: claimId,
      claimId,
      change: {
        cents: content.chargedCents,
        frequencyCode: content.frequencyCode,
        coverageSequence: content.coverage.sequence,
      },
      effectiveOn: on,
      transactionSetId,
      segmentFrom,
      segmentTo,
    })),
  );
  await matchWaitingRemittances(
    transaction,
    sent.map(({ claimId }) => claimId),
  );
}
