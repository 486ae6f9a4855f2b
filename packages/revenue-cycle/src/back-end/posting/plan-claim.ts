import { applyTransfer, type Receivable } from "../../books/receivable/receivable.ts";
import {
  type ClaimStanding,
  claimStanding,
  type DecidedDenial,
  decidedDenials,
} from "./claim-consequences.ts";
import { type ClaimDecision, decidePostings } from "./decide-posting.ts";
import {
  type Adjudication,
  adjudicationKey,
  type FactKey,
  type Inheritance,
  noLine,
  type PatientPayment,
  type PostableClaim,
} from "./posting.ts";
import { type PostingPlan, reconcilePostings, type StandingPosting } from "./reconcile-postings.ts";
import type { Refund } from "./settle-refund.ts";
import type { ResponsibilityTransfer } from "./settle-responsibility.ts";
import type { InsuranceWriteOff } from "./settle-write-off.ts";

/** A claim with what stands in the books about it. */
export type ClaimInBooks = PostableClaim & {
  readonly isAccepted: boolean;
  readonly state: string;
  readonly receivables: ReadonlyMap<number, Readonly<Receivable>>;
};

export type KnownHistory = {
  readonly adjudications: readonly Adjudication[];
  readonly patientPayments: readonly PatientPayment[];
  readonly writeOffs?: readonly InsuranceWriteOff[];
  readonly moved?: readonly ResponsibilityTransfer[];
  readonly refunds?: readonly Refund[];
  readonly standing: ReadonlyMap<FactKey, StandingPosting>;
  readonly knownReversals: ReadonlyMap<FactKey, FactKey>;
};

/** What must be written for one claim. */
export type ClaimPlan = {
  readonly decision: ClaimDecision;
  readonly postings: PostingPlan;
  readonly standing: ClaimStanding;
  readonly denials: readonly DecidedDenial[];
  /** Lines that change, with what they come to. */
  readonly changed: ReadonlyMap<number, Receivable>;
};

/**
 * Plans everything that follows for a claim from its history and what has just come. What other
 * postings (a person's) did to its lines stays as it is. `inheritance` is what the versions that it
 * replaced bring along; of a claim that was replaced itself, its own only judges it.
 */
export function planClaim(
  claim: ClaimInBooks,
  history: KnownHistory,
  {
    incoming,
    inheritance,
  }: { readonly incoming: readonly Adjudication[]; readonly inheritance: Inheritance },
): ClaimPlan {
  const known = new Map(history.adjudications.map((fact) => [adjudicationKey(fact), fact]));
  for (const fact of incoming) known.set(adjudicationKey(fact), fact);
  const decision = decidePostings({
    claim,
    base: baseOf(claim, history),
    adjudications: [...known.values(), ...inheritance.adjudications],
    inherited: new Set(inheritance.adjudications.map(adjudicationKey)),
    patientPayments: claim.isSucceeded
      ? []
      : [...history.patientPayments, ...inheritance.patientPayments],
    refunds: [...(history.refunds ?? []), ...(inheritance.refunds ?? [])],
    writeOffs: [...(history.writeOffs ?? []), ...(inheritance.writeOffs ?? [])],
    moved: [...(history.moved ?? []), ...(inheritance.moved ?? [])],
    knownReversals: history.knownReversals,
    standing: new Map([...history.standing].map(([key, posting]) => [key, posting.transfers])),
  });
  return {
    decision,
    postings: reconcilePostings(history.standing, decision),
    standing: claimStanding(decision, claim),
    denials: decidedDenials(decision, claim.isOriginal),
    changed: changedLines(claim, decision),
  };
}

function baseOf(claim: ClaimInBooks, history: KnownHistory): Map<number, Receivable> {
  const base = new Map<number, Receivable>();
  for (const [lineNumber, receivable] of claim.receivables) base.set(lineNumber, { ...receivable });
  for (const { transfers } of history.standing.values()) {
    for (const moved of transfers) {
      const receivable = base.get(moved.lineNumber);
      if (moved.lineNumber !== noLine && receivable) applyTransfer(receivable, moved, -1);
    }
  }
  // What is refused follows from the adjudications alone.
  for (const receivable of base.values()) receivable.denied = 0;
  return base;
}

function changedLines(claim: ClaimInBooks, decision: ClaimDecision): Map<number, Receivable> {
  const changed = new Map<number, Receivable>();
  for (const [lineNumber, receivable] of decision.receivables) {
    const before = claim.receivables.get(lineNumber);
    const isSame =
      before !== undefined &&
      (Object.keys(receivable) as (keyof Receivable)[]).every(
        (amount) => before[amount] === receivable[amount],
      );
    if (!isSame) changed.set(lineNumber, receivable);
  }
  return changed;
}
