import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { closeWork } from "../../work/work-item/work-item.store.ts";
import { forgetPayerNumbers } from "./claim-standing.store.ts";
import { matchAgain, matchIncoming } from "./match-incoming.store.ts";
import { openPosting } from "./open-posting.command.ts";
import { type PostingScope, postClaims, replayClaims } from "./post-claims.command.ts";
import { postHeld, postHeldClaimless } from "./post-held-remittance.command.ts";
import { chunkClaims } from "./posting.ts";
import {
  findWaiting,
  readIncoming,
  takenForOthers,
  type WaitingRow,
} from "./waiting-claims.store.ts";

/** What the arrival of claims set free. */
export type MatchedWaiting = {
  /** Remittances that were held and now posted. */
  readonly remittances: number;
  /** Remittance claims that left suspense. */
  readonly claims: number;
};

/**
 * Posts what waited for claims: remittances of which none was known, claims in suspense, patients'
 * payments; and decides again what changed with them: claims replaced, withdrawn or sent to another
 * payer. Give it every claim that was added or changed, as the last thing in their transaction. The
 * books end as if everything had come in the other order.
 */
export async function matchWaitingRemittances(
  transaction: PracticeTransaction,
  claimIds: readonly number[],
): Promise<MatchedWaiting> {
  if (claimIds.length === 0) return { remittances: 0, claims: 0 };
  const scope = await openPosting(transaction);
  await takePatientPayments(transaction, claimIds);
  const waiting = await findWaiting(transaction, claimIds);
  const suspended = waiting.filter((row) => row.verdict === "posted");
  for (let start = 0; start < suspended.length; start += chunkClaims) {
    const rows = suspended.slice(start, start + chunkClaims);
    await postClaims(transaction, scope, { incoming: await readIncoming(transaction, rows) });
  }
  const held = waiting.filter((row) => row.verdict === "held");
  let remittances = 0;
  for (const rows of groupByRemittance(held)) {
    if (await postHeld(transaction, scope, rows)) remittances += 1;
  }
  remittances += await postClaimless(transaction, scope);
  await rematch(transaction, scope, claimIds);
  await replay(transaction, scope, claimIds);
  return { remittances, claims: suspended.length };
}

/** Posts remittances of provider adjustments alone that came before anything named their payee as ours. */
async function postClaimless(
  transaction: PracticeTransaction,
  scope: PostingScope,
): Promise<number> {
  const rows = await transaction.query<{ remittance_id: number }>(sql`
    select remittance_id from remittances
    where practice_id = ${transaction.practiceId} and verdict = 'held' and claims = 0
      and reason_code = 'PAYEE_UNKNOWN'
    order by remittance_id`);
  let posted = 0;
  for (const { remittance_id: remittanceId } of rows) {
    if (await postHeldClaimless(transaction, scope, remittanceId)) posted += 1;
  }
  return posted;
}

/**
 * Looks again at remittance claims that were taken for another version of a number of these claims: the
 * one that they mean may have come just now. What they moved is taken back there and posted here.
 */
async function rematch(
  transaction: PracticeTransaction,
  scope: PostingScope,
  claimIds: readonly number[],
): Promise<void> {
  const rows = await takenForOthers(transaction, claimIds);
  if (rows.length === 0) return;
  const incoming = await readIncoming(transaction, rows);
  const matches = new Map(await matchAgain(transaction, incoming));
  const others = incoming.filter((item) => !matches.has(item));
  for (const [item, match] of (await matchIncoming(transaction, others)).matches) {
    matches.set(item, match);
  }
  const takenFor = new Set<number>();
  const moved = incoming.filter((item, index) => {
    const match = matches.get(item);
    const from = rows[index]?.claim_id;
    if (match?.is !== "matched" || from === match.claimId) return false;
    if (from !== null && from !== undefined) takenFor.add(from);
    return true;
  });
  if (moved.length === 0) return;
  await transaction.bulkUpdate({
    table: "remittance_claims",
    key: ["practice_id", "remittance_id", "claim_number"],
    columns: ["claim_id"],
    rows: moved.map((item) => [
      transaction.practiceId,
      item.remittanceId,
      item.claim.number,
      undefined,
    ]),
  });
  await forgetPayerNumbers(transaction, [...takenFor], moved);
  await postClaims(transaction, scope, { incoming: moved, replayed: [...takenFor] });
}

function groupByRemittance(rows: readonly WaitingRow[]): WaitingRow[][] {
  const groups = new Map<number, WaitingRow[]>();
  for (const row of rows) {
    const group = groups.get(row.remittance_id);
    if (group === undefined) groups.set(row.remittance_id, [row]);
    else group.push(row);
  }
  return [...groups.values()];
}

/** Gives payments of patients that waited in unapplied cash to the claims they name. */
async function takePatientPayments(
  transaction: PracticeTransaction,
  claimIds: readonly number[],
): Promise<void> {
  const { practiceId } = transaction;
  const taken = await transaction.query<{ patient_payment_id: number }>(sql`
    update patient_payments payment set claim_id = claim.claim_id
    from claims claim
    where payment.practice_id = ${practiceId} and payment.claim_id is null
      and claim.practice_id = ${practiceId} and claim.control_number_key = payment.control_number_key
      and claim.claim_id = any (${[...claimIds]}::bigint[]) and claim.state not in ('replaced', 'void')
    returning payment.patient_payment_id`);
  await closeWork(
    transaction,
    "patient-payment-unmatched",
    taken.map((row) => `patient-payment:${row.patient_payment_id}`),
  );
}

/** Decides again the claims among these, and those they replaced, that already have a history. */
async function replay(
  transaction: PracticeTransaction,
  scope: PostingScope,
  claimIds: readonly number[],
): Promise<void> {
  const { practiceId } = transaction;
  const rows = await transaction.query<{ claim_id: number }>(sql`
    with touched as (
      select claim_id, replaces_claim_id from claims
      where practice_id = ${practiceId} and claim_id = any (${[...claimIds]}::bigint[]))
    select c.claim_id from claims c
    where c.practice_id = ${practiceId}
      and c.claim_id in (select claim_id from touched union select replaces_claim_id from touched)
      and (c.state in ('replaced', 'void')
        or exists (select from remittance_claims rc join remittances r using (practice_id, remittance_id)
          where rc.practice_id = c.practice_id and rc.claim_id = c.claim_id and r.verdict = 'posted')
        or exists (select from patient_payments p
          where p.practice_id = c.practice_id and p.control_number_key = c.control_number_key
            and p.claim_id = c.claim_id))
    order by c.claim_id`);
  await replayClaims(
    transaction,
    scope,
    rows.map((row) => row.claim_id),
  );
}
