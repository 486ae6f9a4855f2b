import { type AccountKind, reverse } from "@headwater/ledger";
import type { DecidedAdjudication } from "./decide-posting.ts";
import type { ClaimPlan, KnownHistory } from "./plan-claim.ts";
import {
  type Inheritance,
  type LineTransfer,
  noLine,
  type PostingOrigin,
  sweepKey,
} from "./posting.ts";
import type { PlannedPosting, StandingPosting } from "./reconcile-postings.ts";
import { isForgivenessKey, patientFactKey } from "./settle-patient.ts";

import { refundKey, refundKeyPrefix } from "./settle-refund.ts";
import { responsibilityKey, responsibilityPrefix } from "./settle-responsibility.ts";
import { insuranceWriteOffKey, isInsuranceWriteOff } from "./settle-write-off.ts";

/** A posting of a claim, ready but for its id. */
export type PostingDraft = {
  /** Unique within a chunk: claim and fact, so that a reversal can name what it reverses. */
  readonly name: string;
  readonly entry: {
    readonly kind:
      | "remittance-claim"
      | "suspense-matched"
      | "reversal"
      | "patient-payment"
      | "write-off"
      | "transfer"
      | "refund"
      | "charge-replaced";
    readonly claimId: number;
    readonly remittanceId: number | undefined;
    readonly remittanceClaimNumber: number | undefined;
    readonly transactionSetId: number | undefined;
    readonly segmentFrom: number | undefined;
    readonly segmentTo: number | undefined;
    readonly on: string;
    readonly reason: string | undefined;
    readonly transfers: readonly {
      readonly debit: AccountKind;
      readonly credit: AccountKind;
      readonly cents: number;
      readonly claimId: number | undefined;
      readonly lineNumber: number | undefined;
      readonly groupCode: string | undefined;
      readonly reasonCode: string | undefined;
      readonly effectiveOn: string | undefined;
      readonly reversesTransferId: number | undefined;
    }[];
  };
  readonly reversesPostingId: number | undefined;
  readonly reversesName: string | undefined;
};

export type ClaimToEnter = {
  readonly claim: {
    readonly claimId: number;
    readonly replacedOn: string | undefined;
    readonly serviceFrom: string | undefined;
  };
  readonly history: KnownHistory & { readonly origins: ReadonlyMap<number, PostingOrigin> };
  readonly inheritance?: Inheritance;
  readonly plan: ClaimPlan;
};

/** Whether nothing was ever posted to the claim but its charge. */
export function isTransferless(history: KnownHistory): boolean {
  return history.adjudications.length === 0 && history.standing.size === 0;
}

/**
 * The postings that bring the books to the plan: what is taken back first, each by a mirror posting
 * on the date of what it takes back, so that on no day both count; then what is posted.
 */
export function entriesOf(planned: ClaimToEnter): PostingDraft[] {
  const { plan } = planned;
  if (plan.postings.retract.length === 0 && plan.postings.post.length === 0) return [];
  const decided = new Map(plan.decision.adjudications.map((each) => [each.key, each]));
  return [
    ...plan.postings.retract.map((posting) => retraction(posting, planned, decided)),
    ...plan.postings.post.map((posting) => draftOf(posting, planned, decided)),
  ];
}

type Decided = ReadonlyMap<string, DecidedAdjudication>;

function provenance(fact: DecidedAdjudication["fact"] | undefined) {
  return {
    remittanceId: fact?.remittanceId,
    remittanceClaimNumber: fact?.claimNumber,
    transactionSetId: fact?.transactionSetId,
    segmentFrom: fact?.claim.segmentFrom,
    segmentTo: fact?.claim.segmentTo,
  };
}

function retraction(
  posting: StandingPosting,
  planned: ClaimToEnter,
  decided: Decided,
): PostingDraft {
  const { claim, history } = planned;
  // Its fact may have gone to another claim meanwhile; the posting itself knows where it came from.
  const { on, ...origin } = history.origins.get(posting.postingId) ?? {
    ...provenance(decided.get(posting.key)?.fact),
    on: dateOf(posting.key, planned, decided),
  };
  return {
    name: `${claim.claimId} taken back ${posting.postingId}`,
    entry: {
      kind: "reversal",
      claimId: claim.claimId,
      ...origin,
      on,
      reason: reasonOf(posting.key, origin.remittanceId !== undefined),
      transfers: reverse<AccountKind, StandingPosting["transfers"][number]>(posting.transfers).map(
        (moved) => entryTransfer(claim.claimId, moved, { reversesTransferId: moved.transferId }),
      ),
    },
    reversesPostingId: posting.postingId,
    reversesName: undefined,
  };
}

function draftOf(posting: PlannedPosting, planned: ClaimToEnter, decided: Decided): PostingDraft {
  const { claim, history } = planned;
  const fact = decided.get(posting.key)?.fact;
  const undone = posting.undoes === undefined ? undefined : history.standing.get(posting.undoes);
  const undoneTransfers = undone && [...undone.transfers].reverse();
  return {
    name: `${claim.claimId} ${posting.key}`,
    entry: {
      kind: kindOf(posting, fact),
      claimId: claim.claimId,
      ...provenance(fact),
      on: dateOf(posting.key, planned, decided),
      reason: reasonOf(posting.key, fact !== undefined),
      transfers: posting.transfers.map((moved, index) =>
        entryTransfer(claim.claimId, moved, {
          effectiveOn: moved.effectiveOn,
          reversesTransferId: undoneTransfers?.[index]?.transferId,
        }),
      ),
    },
    reversesPostingId: undone?.postingId,
    reversesName: posting.undoes && `${claim.claimId} ${posting.undoes}`,
  };
}

function kindOf(
  posting: PlannedPosting,
  fact: DecidedAdjudication["fact"] | undefined,
): PostingDraft["entry"]["kind"] {
  if (posting.key === sweepKey) return "charge-replaced";
  if (isInsuranceWriteOff(posting.key)) return "write-off";
  if (posting.key.startsWith(responsibilityPrefix)) return "transfer";
  if (posting.key.startsWith(refundKeyPrefix)) return "refund";
  if (isForgivenessKey(posting.key)) return "write-off";
  if (fact === undefined) return "patient-payment";
  if (posting.undoes !== undefined) return "reversal";
  return fact.money === "suspense" ? "suspense-matched" : "remittance-claim";
}

/** Postings without a remittance carry the fact they follow from as their reason. */
function reasonOf(key: string, isOfRemittance: boolean): string | undefined {
  return isOfRemittance || key === sweepKey ? undefined : key;
}

function dateOf(
  key: string,
  { claim, plan, history, inheritance }: ClaimToEnter,
  decided: Decided,
): string {
  const fact = decided.get(key)?.fact;
  if (fact !== undefined) return fact.effectiveOn;
  const payment = history.patientPayments.find((each) => patientFactKey(each) === key);
  const writeOff = [...(history.writeOffs ?? []), ...(inheritance?.writeOffs ?? [])].find(
    (each) => insuranceWriteOffKey(each) === key,
  );
  if (writeOff !== undefined) return writeOff.writtenOffOn;
  const moved = [...(history.moved ?? []), ...(inheritance?.moved ?? [])].find(
    (each) => responsibilityKey(each) === key,
  );
  if (moved !== undefined) return moved.movedOn;
  const refund = [...(history.refunds ?? []), ...(inheritance?.refunds ?? [])].find(
    (each) => refundKey(each) === key,
  );
  if (refund !== undefined) return refund.approvedOn;
  const last = plan.decision.adjudications.at(-1)?.fact.effectiveOn;
  return payment?.paidOn ?? claim.replacedOn ?? last ?? claim.serviceFrom ?? unknownDay;
}

/** A claim that states no date at all. */
const unknownDay = "1900-01-01";

function entryTransfer(
  claimId: number,
  moved: LineTransfer,
  rest: {
    readonly effectiveOn?: string | undefined;
    readonly reversesTransferId?: number | undefined;
  },
): PostingDraft["entry"]["transfers"][number] {
  const isOnLine = moved.lineNumber !== noLine;
  return {
    debit: moved.debit,
    credit: moved.credit,
    cents: moved.cents,
    claimId: isOnLine ? claimId : undefined,
    lineNumber: isOnLine ? moved.lineNumber : undefined,
    groupCode: moved.groupCode,
    reasonCode: moved.reasonCode,
    effectiveOn: rest.effectiveOn,
    reversesTransferId: rest.reversesTransferId,
  };
}
