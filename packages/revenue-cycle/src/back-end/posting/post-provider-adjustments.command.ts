import { type AccountKind, isAccountKind } from "@headwater/ledger";
import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { enterPostings, type OpenBooks } from "../../books/transfer/transfer.store.ts";
import { closeWork, raiseWork, type WorkNeed } from "../../work/work-item/work-item.store.ts";
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
 * taken back (WO) that no overpayment and no reversal of this set explains, whichever comes first.
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
  const needs = moving
    .filter(
      (row) =>
        readProviderAdjustment(row.reason_code, effectiveOn, facts).needsReview ||
        unexplained.has(row.adjustment_number),
    )
    .map((row) => needOf(row, remittance));
  await raiseWork(transaction, needs);
  await reviewRecoveries(transaction, facts, remittanceId);
}

const needKeyOf = (remittanceId: number, adjustmentNumber: number) =>
  `remittance:${remittanceId}:plb:${adjustmentNumber}`;

function needOf(
  row: StoredAdjustment,
  { remittanceId, transactionSetId, effectiveOn }: PostedRemittance,
): WorkNeed {
  return {
    kind: "provider-adjustment",
    needKey: needKeyOf(remittanceId, row.adjustment_number),
    subjectKind: "remittance",
    subjectId: remittanceId,
    why: { reasonCode: row.reason_code, cents: row.cents, accountKind: row.account_kind },
    cents: Math.abs(row.cents),
    raisedOn: effectiveOn,
    evidence: [{ transactionSetId, segmentFrom: row.segment_from, segmentTo: row.segment_to }],
  };
}

/** What other remittances took back under a reference of this one, and whether anything explains it now. */
type OtherRecovery = StoredAdjustment & PostedRemittance & { readonly isExplained: boolean };

/**
 * Looks again at money that other remittances took back under the references of this one, which was just
 * posted or taken back: what is explained now is closed, what no longer is is raised.
 */
export async function reviewRecoveries(
  transaction: PracticeTransaction,
  facts: PostingFacts,
  remittanceId: number,
): Promise<void> {
  const others = await transaction.query<OtherRecovery>(sql`
    select w.adjustment_number, w.reason_code, w.reference_id, w.cents, w.account_kind,
      w.segment_from, w.segment_to, w.remittance_id as "remittanceId",
      r.transaction_set_id as "transactionSetId",
      coalesce(r.effective_on, r.produced_on, r.recorded_at::date) as "effectiveOn", ${isExplained()} as "isExplained"
    from provider_adjustments w
    join remittances r on r.practice_id = w.practice_id and r.remittance_id = w.remittance_id
    where w.practice_id = ${transaction.practiceId} and w.remittance_id <> ${remittanceId}
      and w.reason_code = 'WO' and w.cents > 0 and r.verdict = 'posted'
      and exists (select from provider_adjustments mine
        where mine.practice_id = w.practice_id and mine.remittance_id = ${remittanceId}
          and mine.reason_code in ('WO', '72') and mine.cents < 0
          and mine.reference_id is not distinct from w.reference_id)`);
  const reviewed = others.filter(
    ({ reason_code: code, effectiveOn }) =>
      !readProviderAdjustment(code, effectiveOn, facts).needsReview,
  );
  const [explained, open] = [true, false].map((is) =>
    reviewed.filter((other) => other.isExplained === is),
  );
  await closeWork(
    transaction,
    "provider-adjustment",
    (explained ?? []).map((other) => needKeyOf(other.remittanceId, other.adjustment_number)),
  );
  await raiseWork(
    transaction,
    (open ?? []).map((other) => needOf(other, other)),
  );
}

function accountOf(kind: string): AccountKind {
  return isAccountKind(kind) ? kind : "suspense";
}

function movement(account: AccountKind, cents: number) {
  const [debit, credit] = cents > 0 ? ([account, "cash"] as const) : (["cash", account] as const);
  return { debit, credit, cents: Math.abs(cents), claimId: undefined, lineNumber: undefined };
}

/**
 * Whether an overpayment that was posted, or a reversal of the same set, explains what `w` takes back.
 * Nothing of this looks at which came first.
 */
function isExplained(): Sql {
  return sql`(exists (select from provider_adjustments e
      join remittances told on told.practice_id = e.practice_id
        and told.remittance_id = e.remittance_id and told.verdict = 'posted'
      where e.practice_id = w.practice_id and e.reason_code in ('WO', '72') and e.cents < 0
        and e.reference_id is not distinct from w.reference_id)
    or exists (select from remittance_claims rc
      where rc.practice_id = w.practice_id and rc.remittance_id = w.remittance_id
        and rc.status_code = '22'))`;
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
      and w.reason_code = 'WO' and w.cents > 0 and not ${isExplained()}`);
  return new Set(rows.map((row) => row.adjustment_number));
}
