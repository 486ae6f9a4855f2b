import { type AccountKind, isAccountKind } from "@headwater/ledger";
import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { enterPostings, type OpenBooks } from "../../books/transfer/transfer.store.ts";
import { raiseWork, type WorkNeed } from "../../work/work-item/work-item.store.ts";
import { type PostingFacts, readProviderAdjustment } from "./treat-claim.ts";

type StoredAdjustment = {
  readonly adjustment_number: number;
  readonly reason_code: string;
  readonly reference_id: string | null;
  readonly cents: number;
  readonly account_kind: string;
  readonly segment_from: number;
  readonly segment_to: number;
};

/** The remittance whose provider adjustments are posted. */
export type PostedRemittance = {
  readonly remittanceId: number;
  readonly transactionSetId: number;
  readonly effectiveOn: string;
};

/**
 * Posts the recorded provider adjustments (PLB) of a remittance: each moves its account against cash,
 * a positive one lowers cash. Codes that a person must look at get a work item, and so does money
 * taken back (WO) that no earlier overpayment and no reversal of this set explains.
 */
export async function postProviderAdjustments(
  transaction: PracticeTransaction,
  { books, facts }: { readonly books: OpenBooks; readonly facts: PostingFacts },
  remittance: PostedRemittance,
): Promise<void> {
  const { remittanceId, transactionSetId, effectiveOn } = remittance;
  const rows = await transaction.query<StoredAdjustment>(sql`
    select adjustment_number, reason_code, reference_id, cents, account_kind, segment_from, segment_to
    from provider_adjustments
    where practice_id = ${transaction.practiceId} and remittance_id = ${remittanceId}
    order by adjustment_number`);
  const moving = rows.filter(({ cents }) => cents !== 0);
  if (moving.length === 0) return;
  const ids = await transaction.reserveIds("postings", "posting_id", moving.length);
  await enterPostings(
    transaction,
    books,
    moving.map((row, index) => ({
      postingId: ids[index] ?? 0,
      kind: "provider-adjustment",
      remittanceId,
      transactionSetId,
      segmentFrom: row.segment_from,
      segmentTo: row.segment_to,
      on: effectiveOn,
      reason: row.reason_code,
      transfers: [movement(accountOf(row.account_kind), row.cents)],
    })),
  );
  const unexplained = await unexplainedRecoveries(transaction, remittanceId);
  const needs = moving.flatMap((row): WorkNeed[] => {
    const { needsReview } = readProviderAdjustment(row.reason_code, effectiveOn, facts);
    if (!needsReview && !unexplained.has(row.adjustment_number)) return [];
    return [
      {
        kind: "provider-adjustment",
        needKey: `remittance:${remittanceId}:plb:${row.adjustment_number}`,
        subjectKind: "remittance",
        subjectId: remittanceId,
        why: { reasonCode: row.reason_code, cents: row.cents, accountKind: row.account_kind },
        cents: Math.abs(row.cents),
        raisedOn: effectiveOn,
        evidence: [{ transactionSetId, segmentFrom: row.segment_from, segmentTo: row.segment_to }],
      },
    ];
  });
  await raiseWork(transaction, needs);
}

function accountOf(kind: string): AccountKind {
  return isAccountKind(kind) ? kind : "suspense";
}

function movement(account: AccountKind, cents: number) {
  const [debit, credit] = cents > 0 ? ([account, "cash"] as const) : (["cash", account] as const);
  return { debit, credit, cents: Math.abs(cents), claimId: undefined, lineNumber: undefined };
}

/** Numbers of the WO amounts taken back for which nothing in our records gives a reason. */
async function unexplainedRecoveries(
  transaction: PracticeTransaction,
  remittanceId: number,
): Promise<Set<number>> {
  const rows = await transaction.query<{ adjustment_number: number }>(sql`
    select w.adjustment_number
    from provider_adjustments w
    where w.practice_id = ${transaction.practiceId} and w.remittance_id = ${remittanceId}
      and w.reason_code = 'WO' and w.cents > 0
      and not exists (select from provider_adjustments e
        where e.practice_id = w.practice_id and e.reason_code in ('WO', '72') and e.cents < 0
          and e.reference_id is not distinct from w.reference_id)
      and not exists (select from remittance_claims rc
        where rc.practice_id = w.practice_id and rc.remittance_id = w.remittance_id
          and rc.status_code = '22')`);
  return new Set(rows.map((row) => row.adjustment_number));
}
