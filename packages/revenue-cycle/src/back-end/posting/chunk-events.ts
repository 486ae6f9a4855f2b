import type { ClaimMatch } from "../remittance/match-claim.ts";
import type { AdjudicationOutcome } from "./decide-posting.ts";
import type { ClaimPlan } from "./plan-claim.ts";
import { adjudicationKey, type FactKey, type IncomingClaim } from "./posting.ts";

type ChunkOfClaims = {
  readonly planned: readonly {
    readonly claim: { readonly claimId: number; readonly state: string };
    readonly incoming: readonly IncomingClaim[];
    readonly plan: ClaimPlan;
  }[];
  readonly suspended: readonly { readonly item: IncomingClaim; readonly match: ClaimMatch }[];
};

type EventOfClaim = {
  readonly kind: string;
  readonly subjectKind: string;
  readonly subjectId: number;
  readonly claimId?: number | undefined;
  readonly change: { readonly [key: string]: unknown };
  readonly effectiveOn: string | undefined;
  readonly transactionSetId?: number | undefined;
  readonly segmentFrom?: number | undefined;
  readonly segmentTo?: number | undefined;
};

/** The news of a chunk: every remittance claim posted or set aside, every other change of state. */
export function chunkEvents(
  { planned, suspended }: ChunkOfClaims,
  outcomes: ReadonlyMap<FactKey, AdjudicationOutcome>,
): EventOfClaim[] {
  const events: EventOfClaim[] = [];
  for (const { claim, incoming, plan } of planned) {
    const state = plan.standing.state ?? claim.state;
    const states = state === claim.state ? {} : { stateBefore: claim.state, state };
    for (const item of incoming) {
      const { remittanceId, claim: remittanceClaim } = item;
      const claimNumber = remittanceClaim.number;
      const outcome = outcomes.get(adjudicationKey({ remittanceId, claimNumber }));
      const { paidCents, statusCode } = remittanceClaim;
      const change = { remittanceId, claimNumber, outcome, paidCents, statusCode, ...states };
      events.push({ ...eventOf(item, "remittance-claim-posted", change), claimId: claim.claimId });
    }
    if (incoming.length === 0 && state !== claim.state) {
      events.push({
        kind: "claim-state-changed",
        subjectKind: "claim",
        subjectId: claim.claimId,
        claimId: claim.claimId,
        change: states,
        effectiveOn: undefined,
      });
    }
  }
  for (const { item, match } of suspended) {
    if (item.isStored && item.isInSuspense) continue;
    const change = {
      remittanceId: item.remittanceId,
      claimNumber: item.claim.number,
      paidCents: item.claim.paidCents,
      match: match.is,
    };
    events.push(eventOf(item, "remittance-claim-suspended", change));
  }
  return events;
}

function eventOf(
  item: IncomingClaim,
  kind: string,
  change: { readonly [key: string]: unknown },
): EventOfClaim {
  return {
    kind,
    subjectKind: "remittance",
    subjectId: item.remittanceId,
    change,
    effectiveOn: item.effectiveOn,
    transactionSetId: item.transactionSetId,
    segmentFrom: item.claim.segmentFrom,
    segmentTo: item.claim.segmentTo,
  };
}
