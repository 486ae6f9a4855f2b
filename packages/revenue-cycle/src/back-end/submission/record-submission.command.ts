import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { ReadEvent } from "@headwater/x12";
import { loadAccounts } from "../../books/account/account.store.ts";
import { closedMonths } from "../../books/period/period.store.ts";
import { postCharges } from "../../books/receivable/post-charges.command.ts";
import { chargesByLine } from "../../mid-cycle/claim/read-claim.ts";
import { type RecordedClaims, recordClaims } from "../../mid-cycle/claim/record-claims.command.ts";
import { batchKey } from "../acknowledgment/read-acknowledgment.ts";
import {
  type AcknowledgmentCodes,
  WaitingAnswers,
} from "../acknowledgment/record-acknowledgments.command.ts";
import { matchWaitingRemittances } from "../posting/match-waiting-remittances.command.ts";

export type RecordSubmissionInput = {
  readonly transactionSetId: number;
  readonly fileId: number;
  readonly sentOn: string | undefined;
  readonly today: string;
  readonly codes: AcknowledgmentCodes;
  readonly events: AsyncIterable<readonly ReadEvent[]>;
  readonly onProgress?: (claims: number) => void;
};

/**
 * Takes one 837 transaction set in, inside the caller's transaction: its claims, their charges, and
 * whatever was on file before them and waited: acknowledgments, remittances, patients' payments.
 * Returns how many claims the set holds.
 */
export async function recordSubmission(
  transaction: PracticeTransaction,
  input: RecordSubmissionInput,
): Promise<number> {
  const { codes, ...rest } = input;
  const books = {
    accounts: await loadAccounts(transaction),
    closedMonths: await closedMonths(transaction),
  };
  const waiting = new WaitingAnswers(transaction, input.transactionSetId, codes);
  const touched = new Set<number>();
  const afterChunk = async (recorded: RecordedClaims) => {
    await postCharges(transaction, books, claimCharges(recorded, input.transactionSetId));
    await waiting.settle(recorded.claimIds, recorded.sentIds);
    for (const id of [...recorded.claimIds, ...recorded.changedIds]) touched.add(id);
  };
  const onSubmission = (referenceId: string) =>
    nameBatch(transaction, input.transactionSetId, batchKey(referenceId));
  const claims = await recordClaims(transaction, { ...rest, afterChunk, onSubmission });
  // Once for the whole set: a held remittance posts as soon as one claim of it is known, and the
  // others would go to suspense and out again.
  await matchWaitingRemittances(transaction, [...touched]);
  await waiting.end();
  return claims;
}

/** Keeps the number by which a 277CA may speak of all claims of a set. */
async function nameBatch(
  transaction: PracticeTransaction,
  transactionSetId: number,
  key: string | undefined,
): Promise<void> {
  await transaction.execute(sql`
    update transaction_sets set batch_key = ${key ?? null}
    where practice_id = ${transaction.practiceId} and transaction_set_id = ${transactionSetId}`);
}

function claimCharges({ charged }: RecordedClaims, transactionSetId: number) {
  return charged.map(({ claimId, claim, effectiveOn }) => ({
    claimId,
    on: effectiveOn,
    transactionSetId,
    segmentFrom: claim.range.segmentFrom,
    segmentTo: claim.range.segmentTo,
    lines: chargesByLine(claim).map(({ lineNumber, cents }) => ({
      lineNumber,
      chargedCents: cents,
    })),
  }));
}
