import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { forgetPayerNumbers } from "./claim-standing.store.ts";
import { openPosting } from "./open-posting.command.ts";
import { postClaims } from "./post-claims.command.ts";
import { readIncoming, storedClaim } from "./waiting-claims.store.ts";

/** A claim of a remittance, by its position in it. */
export type RemittanceClaimKey = {
  readonly remittanceId: number;
  readonly claimNumber: number;
};

export type MatchRefusal =
  | "remittance_claim_unknown"
  | "remittance_not_posted"
  | "claim_unknown"
  | "remittance_claim_matched"
  | "remittance_claim_not_by_person";

export type PersonMatch =
  | { readonly is: "matched"; readonly claimId: number }
  | { readonly is: "unmatched" }
  | { readonly is: "refused"; readonly code: MatchRefusal };

/**
 * Posts a remittance claim that waited in suspense to the claim that a person names. The books end as
 * if the payer had named it; later files do not move it. Saying the same again changes nothing.
 */
export async function matchByPerson(
  transaction: PracticeTransaction,
  key: RemittanceClaimKey,
  claimId: number,
): Promise<PersonMatch> {
  const scope = await openPosting(transaction);
  const row = await storedClaim(transaction, key);
  if (row === undefined) return { is: "refused", code: "remittance_claim_unknown" };
  if (row.verdict !== "posted") return { is: "refused", code: "remittance_not_posted" };
  if (row.claim_id === claimId) return { is: "matched", claimId };
  if (row.claim_id !== null) return { is: "refused", code: "remittance_claim_matched" };
  const known = await transaction.query(sql`
    select from claims where practice_id = ${transaction.practiceId} and claim_id = ${claimId}`);
  if (known.length === 0) return { is: "refused", code: "claim_unknown" };
  const incoming = await readIncoming(transaction, [row]);
  const chosen = new Map(incoming.map((item) => [item, claimId]));
  await postClaims(transaction, scope, { incoming, chosen });
  await tell(transaction, key, { kind: "remittance-claim-matched", claimId });
  return { is: "matched", claimId };
}

/** Takes a person's match back: what it moved goes back to suspense, linked to what it undoes. */
export async function unmatchByPerson(
  transaction: PracticeTransaction,
  key: RemittanceClaimKey,
): Promise<PersonMatch> {
  const scope = await openPosting(transaction);
  const row = await storedClaim(transaction, key);
  if (row === undefined) return { is: "refused", code: "remittance_claim_unknown" };
  if (row.claim_id === null) return { is: "unmatched" };
  if (row.match_rule !== "by-person") {
    return { is: "refused", code: "remittance_claim_not_by_person" };
  }
  const { practiceId } = transaction;
  await transaction.execute(sql`
    update remittance_claims set claim_id = null, match_rule = ''
    where practice_id = ${practiceId} and remittance_id = ${key.remittanceId}
      and claim_number = ${key.claimNumber}`);
  const incoming = await readIncoming(transaction, [row]);
  await forgetPayerNumbers(transaction, [row.claim_id], incoming);
  const chosen = new Map(incoming.map((item) => [item, undefined]));
  await postClaims(transaction, scope, { incoming, chosen, replayed: [row.claim_id] });
  await tell(transaction, key, { kind: "remittance-claim-unmatched", claimId: row.claim_id });
  return { is: "unmatched" };
}

async function tell(
  transaction: PracticeTransaction,
  { remittanceId, claimNumber }: RemittanceClaimKey,
  { kind, claimId }: { readonly kind: string; readonly claimId: number },
): Promise<void> {
  const subject = { subjectKind: "remittance", subjectId: remittanceId };
  await appendEvents(transaction, [
    { kind, ...subject, claimId, change: { remittanceId, claimNumber } },
  ]);
}
