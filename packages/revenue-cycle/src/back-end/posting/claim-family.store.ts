import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { groupRows } from "./group-rows.ts";
import { type LoadedClaim, loadClaims } from "./load-claims.store.ts";

/** Versions of claims that replaced one another, with the one of each family that stands. */
export type Families = {
  readonly members: readonly number[];
  /** Of a replaced claim: the claim at the end of its chain, if that stands. */
  readonly successorOf: ReadonlyMap<number, number>;
  readonly predecessorsOf: ReadonlyMap<number, readonly number[]>;
  /** The members that were not loaded before. */
  readonly claims: ReadonlyMap<number, LoadedClaim>;
};

const noFamilies: Families = {
  members: [],
  successorOf: new Map(),
  predecessorsOf: new Map(),
  claims: new Map(),
};

/**
 * Finds the whole families of those claims that replaced another or were replaced. A family whose last
 * version is void has nobody to inherit: every version keeps its own money. Asks nothing when no claim
 * is of a family, as nearly always.
 */
export async function claimFamilies(
  transaction: Pick<PracticeTransaction, "query" | "practiceId">,
  loaded: ReadonlyMap<number, LoadedClaim>,
  claimIds: readonly number[],
): Promise<Families> {
  const linked = claimIds.filter((claimId) => {
    const claim = loaded.get(claimId);
    return claim?.replacesId !== undefined || claim?.replacedById !== undefined;
  });
  if (linked.length === 0) return noFamilies;
  const kin = await findKin(transaction, linked);
  const members = [...new Set(kin.map((row) => row.claim_id))];
  const claims = await loadClaims(
    transaction,
    members.filter((claimId) => !loaded.has(claimId)),
  );
  const successorOf = new Map<number, number>();
  const predecessorsOf = new Map<number, number[]>();
  for (const family of groupRows(kin, (row) => row.seed).values()) {
    const ids = family.map((row) => row.claim_id).sort((left, right) => left - right);
    const standing = ids.filter((claimId) => {
      const claim = loaded.get(claimId) ?? claims.get(claimId);
      return claim !== undefined && !claim.isReplaced;
    });
    const [heir] = standing;
    if (heir === undefined || standing.length > 1) continue;
    const before = ids.filter((claimId) => claimId !== heir);
    for (const claimId of before) successorOf.set(claimId, heir);
    predecessorsOf.set(heir, before);
  }
  return { members, successorOf, predecessorsOf, claims };
}

/** Every claim that is joined to one of the given by replacements, however many lie between. */
async function findKin(
  transaction: Pick<PracticeTransaction, "query" | "practiceId">,
  claimIds: readonly number[],
): Promise<{ readonly seed: number; readonly claim_id: number }[]> {
  const { practiceId } = transaction;
  return transaction.query(sql`
    with recursive kin (seed, claim_id) as (
      select id, id from unnest(${[...claimIds]}::bigint[]) as given (id)
      union
      select kin.seed, next.claim_id
      from kin, lateral (
        select c.replaced_by_claim_id as claim_id from claims c
        where c.practice_id = ${practiceId} and c.claim_id = kin.claim_id
          and c.replaced_by_claim_id is not null
        union all
        select older.claim_id from claims older
        where older.practice_id = ${practiceId} and older.replaced_by_claim_id = kin.claim_id) next)
    select seed, claim_id from kin`);
}
