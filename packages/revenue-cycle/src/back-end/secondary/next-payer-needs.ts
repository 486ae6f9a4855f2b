import type { CrossoverWait, EffectiveLookup } from "@headwater/code-sets";
import type { ClaimDecision } from "../posting/decide-posting.ts";
import type { PostableClaim } from "../posting/posting.ts";
import { decideNextPayer, type NextPayerDecision } from "./decide-next-payer.ts";
import { type PriorAdjudication, priorAdjudications, saysForwarded } from "./prior-adjudication.ts";

type NeedKind = "next-payer" | "crossover-wait";

export type NextPayerNeed = {
  readonly kind: NeedKind;
  readonly needKey: string;
  readonly subjectKind: "claim";
  readonly subjectId: number;
  readonly why: { readonly [key: string]: unknown };
  readonly cents: number;
  readonly raisedOn: string;
  readonly dueOn?: string;
};

export type NextPayerNeeds = {
  readonly raise: readonly NextPayerNeed[];
  readonly close: ReadonlyMap<NeedKind, readonly string[]>;
};

type NeededClaim = {
  readonly claim: PostableClaim;
  readonly history: { readonly adjudications: readonly unknown[] };
  readonly plan: { readonly decision: ClaimDecision };
};

/** How many days a claim waits for the next payer after one of this kind passed it on or got it. */
export function crossoverWaitDays(
  waits: EffectiveLookup<CrossoverWait>,
  answered: { readonly filingIndicator: string | undefined; readonly on: string },
): number {
  const { filingIndicator, on } = answered;
  const own = filingIndicator === undefined ? undefined : waits.nearest(filingIndicator, on);
  return (own ?? waits.nearest("*", on))?.row.waitDays ?? 30;
}

/**
 * What a chunk of posted claims leaves for the biller to do with the next payer: a claim to be made, or
 * one that the payer passed on itself, due on the day from which it is asked for. Claims of one payer,
 * as nearly all are, cost nothing.
 */
export function nextPayerNeeds(
  planned: readonly NeededClaim[],
  waits: EffectiveLookup<CrossoverWait>,
): NextPayerNeeds {
  const raise: NextPayerNeed[] = [];
  const close = new Map<NeedKind, string[]>([
    ["next-payer", []],
    ["crossover-wait", []],
  ]);
  for (const { claim, history, plan } of planned) {
    const { claimId, furtherPayers, payerRank } = claim;
    const hasOnePayer = furtherPayers === 0 && payerRank === 1;
    const prior = hasOnePayer && !wasForwarded(plan.decision) ? [] : standingOf(claim, plan);
    const answered = prior.at(-1);
    const need = answered && needOf(claim, answered, { decision: plan.decision, waits });
    if (need !== undefined) raise.push(need);
    if (hasOnePayer && need === undefined && history.adjudications.length === 0) continue;
    for (const [kind, keys] of close) if (kind !== need?.kind) keys.push(`claim:${claimId}`);
  }
  return { raise, close };
}

function wasForwarded({ adjudications }: ClaimDecision): boolean {
  return adjudications.some(({ fact }) => saysForwarded(fact.claim));
}

function standingOf(claim: PostableClaim, { decision }: NeededClaim["plan"]): PriorAdjudication[] {
  return claim.isSucceeded || claim.isReplaced ? [] : priorAdjudications(decision, claim);
}

function needOf(
  claim: PostableClaim,
  answered: PriorAdjudication,
  of: { readonly decision: ClaimDecision; readonly waits: EffectiveLookup<CrossoverWait> },
): NextPayerNeed | undefined {
  const waitDays = crossoverWaitDays(of.waits, {
    filingIndicator: answered.filingIndicator,
    on: answered.adjudicatedOn,
  });
  const decision = decideNextPayer({ ...factsOf(claim, answered, of.decision), waitDays });
  const kind = kindOf(decision);
  if (kind === undefined) return undefined;
  return {
    kind,
    needKey: `claim:${claim.claimId}`,
    subjectKind: "claim",
    subjectId: claim.claimId,
    why: { rank: answered.rank, on: answered.adjudicatedOn, ...dueOf(decision) },
    cents: answered.patientCents,
    raisedOn: answered.adjudicatedOn,
    ...dueOf(decision),
  };
}

function kindOf(decision: NextPayerDecision): NeedKind | undefined {
  if (decision.is === "bill") return "next-payer";
  return decision.is === "crossover" ? "crossover-wait" : undefined;
}

function dueOf(decision: NextPayerDecision): { dueOn?: string } {
  return decision.is === "crossover" ? { dueOn: decision.dueOn } : {};
}

/** What the claim itself knows: how many payers it names, not who they are. */
function factsOf(claim: PostableClaim, answered: PriorAdjudication, decision: ClaimDecision) {
  let openInsuranceCents = 0;
  let deniedCents = 0;
  for (const receivable of decision.receivables.values()) {
    openInsuranceCents += receivable.openInsurance;
    deniedCents += receivable.denied;
  }
  const payers = Array.from({ length: claim.payerRank + claim.furtherPayers }, (_, index) => ({
    rank: index + 1,
  }));
  return {
    isStanding: true,
    payers,
    answered: { ...answered, on: answered.adjudicatedOn },
    openInsuranceCents,
    deniedCents,
    isPatientProtected: decision.adjudications.some((each) => each.isPatientProtected),
    sending: undefined,
    billedRank: claim.payerRank,
    billedOn: undefined,
    isRejected: false,
    lastPayerRank: claim.lastPayerRank,
    today: answered.adjudicatedOn,
  };
}
