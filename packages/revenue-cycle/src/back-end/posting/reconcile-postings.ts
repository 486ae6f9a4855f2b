import type { ClaimDecision, DatedTransfer } from "./decide-posting.ts";
import type { FactKey, LineTransfer } from "./posting.ts";

/** A posting of a claim that stands in the books: not taken back since. */
export type StandingPosting = {
  readonly postingId: number;
  readonly key: FactKey;
  readonly transfers: readonly (LineTransfer & { readonly transferId: number })[];
};

/** A posting to be written. */
export type PlannedPosting = {
  readonly key: FactKey;
  readonly transfers: readonly DatedTransfer[];
  /** The payer's reversal: the key of the original it undoes. */
  readonly undoes: FactKey | undefined;
};

/** How the books come from what stands to what was decided. */
export type PostingPlan = {
  /** Taken back whole, by mirror postings of their own. */
  readonly retract: readonly StandingPosting[];
  readonly post: readonly PlannedPosting[];
};

/**
 * Compares what stands with what was decided, fact by fact. Equal movements stay as they are; others
 * are taken back and posted again; facts without movements have no posting. Nothing is ever edited.
 */
export function reconcilePostings(
  standing: ReadonlyMap<FactKey, StandingPosting>,
  decision: ClaimDecision,
): PostingPlan {
  const wanted: PlannedPosting[] = [
    ...decision.adjudications.map(({ key, transfers, undoes }) => ({
      key,
      transfers: transfers.map((moved) => ({ ...moved, effectiveOn: undefined })),
      undoes,
    })),
    ...decision.otherPostings.map(({ key, transfers }) => ({ key, transfers, undoes: undefined })),
  ];
  const post: PlannedPosting[] = [];
  const kept = new Set<FactKey>();
  for (const posting of wanted) {
    const stands = standing.get(posting.key);
    if (stands !== undefined && isSame(stands.transfers, posting.transfers)) kept.add(posting.key);
    else if (posting.transfers.length > 0) post.push(posting);
  }
  const retract = [...standing.values()].filter(({ key }) => !kept.has(key));
  return { retract, post };
}

function isSame(left: readonly LineTransfer[], right: readonly LineTransfer[]): boolean {
  if (left.length !== right.length) return false;
  const prints = right.map(print).sort();
  return left
    .map(print)
    .sort()
    .every((text, index) => text === prints[index]);
}

function print(moved: LineTransfer): string {
  return `${moved.lineNumber} ${moved.debit} ${moved.credit} ${moved.cents}`;
}
