import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { controlNumberKey } from "../../masters/identifier-key.ts";
import { type ClaimMatch, matchClaim, truncatedNumberLength } from "../remittance/match-claim.ts";
import type { RemittanceClaim } from "../remittance/remittance.ts";
import { groupRows } from "./group-rows.ts";
import {
  findClaimIds,
  type LoadedClaim,
  loadClaims,
  seenPayerNumbers,
} from "./load-claims.store.ts";

/** A remittance claim to be matched, with the date of its remittance. */
export type MatchableItem = { readonly claim: RemittanceClaim; readonly effectiveOn: string };

export type MatchedClaims<Item> = {
  readonly matches: ReadonlyMap<Item, ClaimMatch>;
  readonly claims: ReadonlyMap<number, LoadedClaim>;
};

/**
 * Finds the claims that incoming remittance claims mean. First by their numbers as they are, in one
 * statement for all; what that does not settle, by numbers cut short and by payers' numbers.
 */
export async function matchIncoming<Item extends MatchableItem>(
  transaction: PracticeTransaction,
  incoming: readonly Item[],
  alsoLoad: readonly number[] = [],
): Promise<MatchedClaims<Item>> {
  const controlNumberKeys = incoming.map(({ claim }) =>
    controlNumberKey(claim.patientControlNumber),
  );
  const found = await findClaimIds(transaction, { controlNumberKeys });
  const claims = await loadClaims(transaction, [...found, ...alsoLoad]);
  const byKey = groupRows([...claims.values()], (claim) => claim.controlNumberKey);
  const matches = new Map<Item, ClaimMatch>();
  const unsettled: Item[] = [];
  incoming.forEach((item, index) => {
    const candidates = byKey.get(controlNumberKeys[index] ?? "") ?? [];
    const match = matchClaim(item.claim, candidates, item.effectiveOn);
    matches.set(item, match);
    if (match.is !== "matched") unsettled.push(item);
  });
  await settleByOtherNumbers(transaction, unsettled, { matches, claims });
  return { matches, claims };
}

async function settleByOtherNumbers<Item extends MatchableItem>(
  transaction: PracticeTransaction,
  unsettled: readonly Item[],
  { matches, claims }: { matches: Map<Item, ClaimMatch>; claims: Map<number, LoadedClaim> },
): Promise<void> {
  if (unsettled.length === 0) return;
  const payerNumbers = unsettled.flatMap(({ claim }) => claim.payerClaimControlNumber ?? []);
  const found = await findClaimIds(transaction, {
    truncatedKeys: unsettled
      .map(({ claim }) => controlNumberKey(claim.patientControlNumber))
      .filter((key) => key.length >= truncatedNumberLength),
    payerClaimControlNumbers: payerNumbers,
  });
  if (found.length === 0) return;
  const seen = groupRows(
    await seenPayerNumbers(transaction, found, payerNumbers),
    (row) => row.claim_id,
  );
  for (const [claimId, claim] of await loadClaims(transaction, found)) {
    const numbers = (seen.get(claimId) ?? []).map((row) => row.payer_number);
    const payerClaimControlNumbers = [...claim.payerClaimControlNumbers, ...numbers];
    claims.set(claimId, { ...claim, payerClaimControlNumbers });
  }
  const others = found.flatMap((claimId) => claims.get(claimId) ?? []);
  const byPayerNumber = new Map<string, LoadedClaim[]>();
  for (const claim of others) {
    for (const number of claim.payerClaimControlNumbers) {
      byPayerNumber.set(number, [...(byPayerNumber.get(number) ?? []), claim]);
    }
  }
  const byBeginning = groupRows(others, ({ controlNumberKey: key }) =>
    key.slice(0, truncatedNumberLength),
  );
  const byKey = groupRows([...claims.values()], (claim) => claim.controlNumberKey);
  for (const item of unsettled) {
    const key = controlNumberKey(item.claim.patientControlNumber);
    const candidates = new Set([
      ...(byKey.get(key) ?? []),
      ...(byBeginning.get(key.slice(0, truncatedNumberLength)) ?? []),
      ...(byPayerNumber.get(item.claim.payerClaimControlNumber ?? "") ?? []),
    ]);
    matches.set(item, matchClaim(item.claim, [...candidates], item.effectiveOn));
  }
}

/**
 * Decides again what stored remittance claims of our numbers mean, as if they came in the order of
 * their dates: a payer's number speaks for a version only if the payer acknowledged that version under
 * it or an earlier remittance claim named it. Claims whose number is not ours are left out.
 */
export async function matchAgain<Item extends MatchableItem>(
  transaction: PracticeTransaction,
  stored: readonly Item[],
): Promise<ReadonlyMap<Item, ClaimMatch>> {
  const keyOf = ({ claim }: Item) => controlNumberKey(claim.patientControlNumber);
  const found = await findClaimIds(transaction, { controlNumberKeys: stored.map(keyOf) });
  const claims = await loadClaims(transaction, found);
  const byKey = groupRows([...claims.values()], (claim) => claim.controlNumberKey);
  const numbers = await acknowledgedNumbers(transaction, found);
  const inOrder = [...stored].sort((left, right) =>
    left.effectiveOn < right.effectiveOn ? -1 : left.effectiveOn > right.effectiveOn ? 1 : 0,
  );
  const matches = new Map<Item, ClaimMatch>();
  for (const item of inOrder) {
    const candidates = (byKey.get(keyOf(item)) ?? []).map((claim) => ({
      ...claim,
      payerClaimControlNumbers: [...(numbers.get(claim.claimId) ?? [])],
    }));
    if (candidates.length === 0) continue;
    const match = matchClaim(item.claim, candidates, item.effectiveOn);
    matches.set(item, match);
    const { payerClaimControlNumber: number } = item.claim;
    if (match.is !== "matched" || number === undefined) continue;
    numbers.set(match.claimId, (numbers.get(match.claimId) ?? new Set()).add(number));
  }
  return matches;
}

/** The payers' numbers under which claims were acknowledged. */
async function acknowledgedNumbers(
  transaction: PracticeTransaction,
  claimIds: readonly number[],
): Promise<Map<number, Set<string>>> {
  const rows = await transaction.query<{ claim_id: number; number: string }>(sql`
    select distinct claim_id, payer_claim_control_number as number from claim_acknowledgments
    where practice_id = ${transaction.practiceId} and claim_id = any (${[...claimIds]}::bigint[])
      and payer_claim_control_number is not null`);
  const numbers = new Map<number, Set<string>>();
  for (const row of rows) {
    numbers.set(row.claim_id, (numbers.get(row.claim_id) ?? new Set()).add(row.number));
  }
  return numbers;
}
