import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { truncatedNumberLength } from "../remittance/match-claim.ts";
import { readStoredClaims, type StoredClaimRow } from "./load-remittance-claims.store.ts";
import { chunkClaims, type IncomingClaim } from "./posting.ts";

/** A stored remittance claim that may be posted now, or again. */
export type WaitingRow = StoredClaimRow & {
  verdict: string;
  effective_on: string;
  trace_number: string;
  payer_id: number;
  transaction_set_id: number;
  was_suspended: boolean;
};

const storedColumns = sql`rc.*, r.verdict, r.trace_number, r.payer_id, r.transaction_set_id,
  coalesce(r.effective_on, r.produced_on, r.recorded_at::date) as effective_on`;

/**
 * Of a claim that is unmatched: what a posted remittance paid for it is in suspense. In a set that was
 * posted although it does not add up, CLP04 does not say whether it paid anything.
 */
const waitingColumns = sql`${storedColumns},
  r.verdict = 'posted' and (rc.paid_cents <> 0 or r.reason_code is not null) as was_suspended`;

/** Of any claim: whether its money once went to suspense. */
const postedColumns = sql`${storedColumns},
  exists (select from postings p where p.practice_id = rc.practice_id
    and p.remittance_id = rc.remittance_id and p.remittance_claim_number = rc.claim_number
    and p.kind = 'suspense'
        and not exists (select from postings back where back.practice_id = p.practice_id
          and back.reverses_posting_id = p.posting_id)) as was_suspended`;

/** Unmatched remittance claims that one of these claims may answer to. */
export async function findWaiting(
  transaction: PracticeTransaction,
  claimIds: readonly number[],
): Promise<WaitingRow[]> {
  const { practiceId } = transaction;
  const isAnyWaiting = await transaction.query(sql`
    select from remittance_claims where practice_id = ${practiceId} and claim_id is null limit 1`);
  if (isAnyWaiting.length === 0) return [];
  const claims = await transaction.query<{ key: string; payer_number: string | null }>(sql`
    select control_number_key as key, payer_claim_control_number as payer_number from claims
    where practice_id = ${practiceId} and claim_id = any (${[...claimIds]}::bigint[])`);
  const keys = new Set(claims.map(({ key }) => key));
  for (const { key } of claims) {
    for (let length = truncatedNumberLength; length < key.length; length += 1) {
      keys.add(key.slice(0, length));
    }
  }
  const payerNumbers = claims.flatMap((claim) => claim.payer_number ?? []);
  return transaction.query<WaitingRow>(sql`
    select ${waitingColumns}
    from (
      select remittance_id, claim_number from remittance_claims
      where practice_id = ${practiceId} and claim_id is null
        and control_number_key = any (${[...keys]}::text[])
      union
      select remittance_id, claim_number from remittance_claims
      where practice_id = ${practiceId} and claim_id is null
        and payer_claim_control_number = any (${payerNumbers}::text[])) as found
    join remittance_claims rc on rc.practice_id = ${practiceId}
      and rc.remittance_id = found.remittance_id and rc.claim_number = found.claim_number
    join remittances r on r.practice_id = rc.practice_id and r.remittance_id = rc.remittance_id
    where r.verdict = 'posted'
      or r.verdict = 'held' and r.reason_code in ('NO_CLAIM_KNOWN', 'PAYEE_UNKNOWN')
    order by rc.remittance_id, rc.claim_number`);
}

/**
 * Posted remittance claims that are matched to other claims of the numbers of these; what a person
 * matched stays.
 */
export async function takenForOthers(
  transaction: PracticeTransaction,
  claimIds: readonly number[],
): Promise<WaitingRow[]> {
  const { practiceId } = transaction;
  const isAnyMatched = await transaction.query(sql`
    select from remittance_claims where practice_id = ${practiceId} limit 1`);
  if (isAnyMatched.length === 0) return [];
  return transaction.query<WaitingRow>(sql`
    select ${postedColumns}
    from (
      select distinct other.claim_id
      from claims arrived
      join claims other on other.practice_id = ${practiceId}
        and other.control_number_key = arrived.control_number_key
        and other.claim_id <> arrived.claim_id
      where arrived.practice_id = ${practiceId}
        and arrived.claim_id = any (${[...claimIds]}::bigint[])) others
    join remittance_claims rc on rc.practice_id = ${practiceId} and rc.claim_id = others.claim_id
    join remittances r on r.practice_id = ${practiceId} and r.remittance_id = rc.remittance_id
    where r.verdict = 'posted' and rc.match_rule <> 'by-person'
    order by rc.remittance_id, rc.claim_number`);
}

/** One claim of a remittance as it stands; undefined if there is none. */
export async function storedClaim(
  transaction: PracticeTransaction,
  { remittanceId, claimNumber }: { readonly remittanceId: number; readonly claimNumber: number },
): Promise<(WaitingRow & { match_rule: string }) | undefined> {
  return transaction.maybeOne(sql`
    select ${postedColumns}
    from remittance_claims rc join remittances r using (practice_id, remittance_id)
    where rc.practice_id = ${transaction.practiceId} and rc.remittance_id = ${remittanceId}
      and rc.claim_number = ${claimNumber}`);
}

/** The next claims of a remittance, which has just changed to posted but moved nothing yet. */
export function nextClaims(
  transaction: PracticeTransaction,
  remittanceId: number,
  after: number,
): Promise<WaitingRow[]> {
  return transaction
    .query<WaitingRow>(sql`
      select ${waitingColumns}
      from remittance_claims rc join remittances r using (practice_id, remittance_id)
      where rc.practice_id = ${transaction.practiceId} and rc.remittance_id = ${remittanceId}
        and rc.claim_number > ${after}
      order by rc.claim_number limit ${chunkClaims}`)
    .then((rows) => rows.map((row) => ({ ...row, was_suspended: false })));
}

/** Stored claims as they come to posting. */
export async function readIncoming(
  transaction: PracticeTransaction,
  rows: readonly WaitingRow[],
): Promise<IncomingClaim[]> {
  const claims = await readStoredClaims(transaction, rows);
  return rows.flatMap((row, index) => {
    const claim = claims[index];
    if (claim === undefined) return [];
    return [
      {
        remittanceId: row.remittance_id,
        transactionSetId: row.transaction_set_id,
        effectiveOn: row.effective_on,
        traceNumber: row.trace_number,
        payerId: row.payer_id,
        isStored: true,
        isInSuspense: row.was_suspended,
        claim,
      },
    ];
  });
}
