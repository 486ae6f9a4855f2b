import { type AccountKind, reverse, type Transfer } from "@headwater/ledger";
import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { enterPostings } from "../../books/transfer/transfer.store.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { closeWork, raiseWork } from "../../work/work-item/work-item.store.ts";
import { outOfBalanceApproved } from "../remittance/remittance.store.ts";
import { openPosting } from "./open-posting.command.ts";
import { type PostingScope, replayClaims } from "./post-claims.command.ts";
import { changeVerdict, type HeldRemittance, readHeld } from "./post-held-remittance.command.ts";
import { reviewRecoveries } from "./post-provider-adjustments.command.ts";

export type TakeBackRefusal = "remittance_unknown" | "remittance_not_by_approval";

/**
 * Takes back a set that was posted although it does not add up, for example because the payer issued it
 * again. Every movement is mirrored and linked to what it undoes; the claims end as if it had never been
 * posted, and the set is quarantined as before.
 */
export async function takeBackRemittance(
  transaction: PracticeTransaction,
  remittanceId: number,
  reason: string,
): Promise<TakeBackRefusal | undefined> {
  const scope = await openPosting(transaction);
  const held = await readHeld(transaction, remittanceId);
  if (held === undefined) return "remittance_unknown";
  if (held.verdict !== "posted" || held.reason_code !== outOfBalanceApproved) {
    return "remittance_not_by_approval";
  }
  await undoRemittance(transaction, scope, {
    held,
    reason,
    verdict: "quarantined",
    reasonCode: "OUT_OF_BALANCE",
  });
  await raiseOutOfBalance(transaction, held);
  return undefined;
}

/** A posted set, what becomes of it, and why. */
export type UndoneRemittance = {
  readonly held: HeldRemittance;
  readonly reason: string;
  readonly verdict: "quarantined" | "refused";
  readonly reasonCode: string;
};

/** Mirrors all that a set has moved: its claims end as if it had never been posted. */
export async function undoRemittance(
  transaction: PracticeTransaction,
  scope: PostingScope,
  { held, reason, verdict, reasonCode }: UndoneRemittance,
): Promise<void> {
  const { remittance_id: remittanceId } = held;
  await changeVerdict(transaction, held, { verdict, reasonCode });
  const { practiceId } = transaction;
  const claims = await transaction.query<{ claim_id: number }>(sql`
    select distinct claim_id from remittance_claims
    where practice_id = ${practiceId} and remittance_id = ${remittanceId} and claim_id is not null`);
  await transaction.execute(sql`
    update remittance_claims set claim_id = null, match_rule = '', outcome = 'held'
    where practice_id = ${practiceId} and remittance_id = ${remittanceId}`);
  await replayClaims(
    transaction,
    scope,
    claims.map((row) => row.claim_id),
  );
  await mirrorTheRest(transaction, scope, held);
  await appendEvents(transaction, [
    {
      kind: "remittance-taken-back",
      subjectKind: "remittance",
      subjectId: remittanceId,
      change: { reason, cents: held.paid_cents },
      effectiveOn: held.posted_on,
      transactionSetId: held.transaction_set_id,
    },
  ]);
  await closeRaisedWork(transaction, remittanceId);
  await reviewRecoveries(transaction, scope.facts, remittanceId);
}

type StandingRow = {
  posting_id: number;
  remittance_claim_number: number | null;
  on_date: string;
  transfers: { id: number; debit: number; credit: number; cents: number }[];
};

/** Mirrors what stands of the set on no claim: suspense, provider adjustments, the open difference. */
async function mirrorTheRest(
  transaction: PracticeTransaction,
  { books }: PostingScope,
  { remittance_id: remittanceId, transaction_set_id: transactionSetId }: HeldRemittance,
): Promise<void> {
  const rows = await transaction.query<StandingRow>(sql`
    select p.posting_id, p.remittance_claim_number, coalesce(p.late_for, p.effective_on) as on_date,
      (select json_agg(json_build_object('id', t.transfer_id, 'debit', t.debit_account_id,
          'credit', t.credit_account_id, 'cents', t.cents) order by t.transfer_id)
        from transfers t where t.practice_id = p.practice_id and t.posting_id = p.posting_id)
        as transfers
    from postings p
    where p.practice_id = ${transaction.practiceId} and p.remittance_id = ${remittanceId}
      and p.claim_id is null and p.kind <> 'reversal'
      and not exists (select from postings r where r.practice_id = p.practice_id
        and r.reverses_posting_id = p.posting_id)
    order by p.posting_id`);
  if (rows.length === 0) return;
  const ids = await transaction.reserveIds("postings", "posting_id", rows.length);
  const entries = rows.map((row, index) => ({
    postingId: ids[index] ?? 0,
    kind: "reversal" as const,
    remittanceId,
    remittanceClaimNumber: row.remittance_claim_number ?? undefined,
    transactionSetId,
    on: row.on_date,
    reversesPostingId: row.posting_id,
    transfers: mirrored(row, (accountId) => books.accounts.kindOf(accountId)),
  }));
  await enterPostings(transaction, books, entries);
}

function mirrored(row: StandingRow, kindOf: (accountId: number) => AccountKind) {
  const moved = row.transfers.map(({ id, debit, credit, cents }) => ({
    id,
    debit: kindOf(debit),
    credit: kindOf(credit),
    cents: cents as Transfer<AccountKind>["cents"],
  }));
  return reverse<AccountKind, (typeof moved)[number]>(moved).map(
    ({ id, debit, credit, cents }) => ({
      debit,
      credit,
      cents,
      claimId: undefined,
      lineNumber: undefined,
      reversesTransferId: id,
    }),
  );
}

/** What the posting raised ends with it. */
async function closeRaisedWork(
  transaction: PracticeTransaction,
  remittanceId: number,
): Promise<void> {
  await closeWork(transaction, "out-of-balance-open", [`remittance:${remittanceId}`]);
  const raised = await transaction.query<{ kind: "provider-adjustment"; need_key: string }>(sql`
    select kind, need_key from work_items
    where practice_id = ${transaction.practiceId} and subject_kind = 'remittance'
      and subject_id = ${remittanceId} and state = 'open'
      and kind in ('provider-adjustment', 'remittance-claim-unmatched', 'remittance-claim-uncertain')`);
  for (const { kind, need_key: needKey } of raised) await closeWork(transaction, kind, [needKey]);
}

/** That it does not add up is open again. */
async function raiseOutOfBalance(
  transaction: PracticeTransaction,
  { remittance_id: remittanceId, transaction_set_id: transactionSetId, ...held }: HeldRemittance,
): Promise<void> {
  await raiseWork(transaction, [
    {
      kind: "remittance-out-of-balance",
      needKey: `remittance:${remittanceId}`,
      subjectKind: "remittance",
      subjectId: remittanceId,
      why: { reasonCode: "OUT_OF_BALANCE" },
      cents: held.paid_cents,
      raisedOn: held.posted_on,
      evidence: [{ transactionSetId }],
    },
  ]);
}
