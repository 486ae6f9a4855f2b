import type { ClaimMatch } from "../remittance/match-claim.ts";
import type { DecidedAdjudication } from "./decide-posting.ts";
import type { ClaimPlan, KnownHistory } from "./plan-claim.ts";
import { adjudicationKey, type IncomingClaim, type Inheritance } from "./posting.ts";

type NeedKind =
  | "denial"
  | "remittance-claim-unmatched"
  | "remittance-claim-uncertain"
  | "unmatched-reversal"
  | "second-payment"
  | "patient-responsibility-held"
  | "adjustment-held";

export type PostingNeed = {
  readonly kind: NeedKind;
  readonly needKey: string;
  readonly subjectKind: "claim" | "remittance";
  readonly subjectId: number;
  readonly why: { readonly [key: string]: unknown };
  readonly cents: number;
  readonly raisedOn: string | undefined;
  readonly dueOn?: string | undefined;
  readonly evidence: readonly {
    readonly transactionSetId: number;
    readonly segmentFrom: number;
    readonly segmentTo: number;
  }[];
};

export type ChunkNeeds = {
  readonly raise: readonly PostingNeed[];
  readonly close: ReadonlyMap<NeedKind, readonly string[]>;
};

type NeededClaim = {
  readonly claim: { readonly claimId: number; readonly isSucceeded: boolean };
  readonly history: KnownHistory;
  readonly inheritance: Inheritance;
  readonly incoming: readonly IncomingClaim[];
  readonly plan: ClaimPlan;
};

type OpenDenial = {
  readonly claimId: number;
  readonly state: string;
  readonly groupCode: string;
  readonly reasonCode: string;
  readonly category: string;
  readonly nextAction: string;
  readonly ownerRole: string;
  readonly cents: number;
  readonly deniedOn: string;
  readonly dueOn: string | undefined;
};

/** What a chunk leaves for people to do, and what it settles. */
export function chunkNeeds(
  chunk: {
    readonly planned: readonly NeededClaim[];
    readonly suspended: readonly { readonly item: IncomingClaim; readonly match: ClaimMatch }[];
  },
  denials: readonly OpenDenial[],
): ChunkNeeds {
  const raise: PostingNeed[] = [];
  const close = new Map<NeedKind, string[]>();
  const settle = (kind: NeedKind, needKey: string) => {
    const needKeys = close.get(kind);
    if (needKeys === undefined) close.set(kind, [needKey]);
    else needKeys.push(needKey);
  };
  const openDenials = new Map<number, OpenDenial[]>();
  for (const denial of denials) {
    if (denial.state !== "open") continue;
    openDenials.set(denial.claimId, [...(openDenials.get(denial.claimId) ?? []), denial]);
  }
  for (const planned of chunk.planned) {
    const need = denialNeed(planned, openDenials.get(planned.claim.claimId) ?? []);
    if (need !== undefined) raise.push(need);
    else if (planned.history.adjudications.length > 0) {
      settle("denial", claimKey(planned.claim.claimId));
    }
    const isAlone =
      planned.history.adjudications.length === 0 && planned.inheritance.adjudications.length === 0;
    // What a replaced claim's money needs is asked of the one that has it.
    for (const decided of planned.claim.isSucceeded ? [] : planned.plan.decision.adjudications) {
      decisionNeeds(decided, planned.claim.claimId, {
        raise,
        settle: isAlone ? () => undefined : settle,
      });
    }
    for (const item of planned.incoming) {
      if (!item.isStored) continue;
      settle("remittance-claim-unmatched", itemKey(item));
      settle("remittance-claim-uncertain", itemKey(item));
    }
  }
  for (const { item, match } of chunk.suspended) {
    raise.push(suspenseNeed(item, match));
    const isFound = item.isStored && match.is === "uncertain";
    if (isFound) settle("remittance-claim-unmatched", itemKey(item));
  }
  return { raise, close };
}

const claimKey = (claimId: number): string => `claim:${claimId}`;

const itemKey = ({ remittanceId, claim }: IncomingClaim): string =>
  adjudicationKey({ remittanceId, claimNumber: claim.number });

function denialNeed(planned: NeededClaim, open: readonly OpenDenial[]): PostingNeed | undefined {
  let cents = 0;
  for (const receivable of planned.plan.decision.receivables.values()) cents += receivable.denied;
  const largest = [...open].sort((left, right) => right.cents - left.cents)[0];
  if (cents === 0 || largest === undefined) return undefined;
  const dueDates = open.flatMap(({ dueOn }) => dueOn ?? []).sort();
  const { groupCode, reasonCode, category, nextAction, ownerRole } = largest;
  return {
    kind: "denial",
    needKey: claimKey(planned.claim.claimId),
    subjectKind: "claim",
    subjectId: planned.claim.claimId,
    why: { groupCode, reasonCode, category, nextAction, ownerRole, denials: open.length },
    cents,
    raisedOn: largest.deniedOn,
    dueOn: dueDates[0],
    evidence: [],
  };
}

type NeedSink = {
  readonly raise: PostingNeed[];
  readonly settle: (kind: NeedKind, needKey: string) => void;
};

function decisionNeeds(
  decided: DecidedAdjudication,
  claimId: number,
  { raise, settle }: NeedSink,
): void {
  const { fact, key, outcome } = decided;
  const cents = Math.abs(fact.claim.paidCents);
  const need = (kind: NeedKind, worth: number): PostingNeed => ({
    kind,
    needKey: key,
    subjectKind: "claim",
    subjectId: claimId,
    why: { remittanceId: fact.remittanceId, statusCode: fact.claim.statusCode, outcome },
    cents: worth,
    raisedOn: fact.effectiveOn,
    evidence: [evidenceOf(fact)],
  });
  if (outcome === "unmatched-reversal") raise.push(need("unmatched-reversal", cents));
  else if (outcome === "reversal") settle("unmatched-reversal", key);
  else if (outcome === "suspense") raise.push(need("remittance-claim-uncertain", cents));
  else if (outcome === "repeated" && cents > 0) raise.push(need("second-payment", cents));
  const unread = decided.outcome === "posted" ? heldAdjustments(decided) : [];
  const largest = [...unread].sort((left, right) => right.cents - left.cents)[0];
  if (largest === undefined) settle("adjustment-held", key);
  else {
    const { groupCode, reasonCode } = largest;
    const worth = unread.reduce((sum, each) => sum + each.cents, 0);
    const item = need("adjustment-held", worth);
    raise.push({ ...item, why: { ...item.why, groupCode, reasonCode } });
  }
  const held = decided.isPatientProtected ? patientCents(decided) : 0;
  if (outcome === "posted" && held > 0) raise.push(need("patient-responsibility-held", held));
  if (outcome === "posted" || outcome === "reversed") settle("second-payment", key);
}

/** Amounts that no rule says how to read; they stay open until a person has decided. */
function heldAdjustments({ lines }: DecidedAdjudication) {
  return lines.flatMap(({ net }) => net.held);
}

function patientCents(decided: DecidedAdjudication): number {
  let cents = 0;
  for (const { net } of decided.lines) for (const share of net.patient) cents += share.cents;
  return cents;
}

function evidenceOf(fact: DecidedAdjudication["fact"]): PostingNeed["evidence"][number] {
  const { segmentFrom, segmentTo } = fact.claim;
  return { transactionSetId: fact.transactionSetId, segmentFrom, segmentTo };
}

function suspenseNeed(item: IncomingClaim, match: ClaimMatch): PostingNeed {
  const { remittanceId, transactionSetId, claim, effectiveOn } = item;
  const isUncertain = match.is === "uncertain";
  return {
    kind: isUncertain ? "remittance-claim-uncertain" : "remittance-claim-unmatched",
    needKey: itemKey(item),
    subjectKind: "remittance",
    subjectId: remittanceId,
    why: {
      claimNumber: claim.number,
      ...(isUncertain ? { doubt: match.doubt, claimIds: match.claimIds.slice(0, 20) } : {}),
    },
    cents: Math.abs(claim.paidCents),
    raisedOn: effectiveOn,
    evidence: [{ transactionSetId, segmentFrom: claim.segmentFrom, segmentTo: claim.segmentTo }],
  };
}
