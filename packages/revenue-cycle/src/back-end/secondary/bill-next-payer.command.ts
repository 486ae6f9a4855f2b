import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { WritableClaim } from "@headwater/x12";
import { payerIds } from "../../masters/payer/payer.store.ts";
import { namedPayer } from "../../masters/payer/payer.ts";
import { type ClaimFault, claimFaults, isClean } from "../../mid-cycle/claim/claim-faults.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { buildSecondaryClaim } from "./build-secondary-claim.ts";
import type { NextPayerDecision } from "./decide-next-payer.ts";
import { loadNextPayer } from "./load-next-payer.query.ts";
import { insertSending, isSendingInBatch } from "./next-payer.store.ts";
import { orderPayers } from "./order-payers.ts";
import type { PriorImbalance } from "./prior-adjudication.ts";

export type NextPayerRequest = {
  readonly claimId: number;
  /** What the claim to its first payer says, from its content or from its file. */
  readonly content: WritableClaim;
  readonly form: "electronic" | "paper";
  readonly today: string;
};

export type BilledNextPayer =
  | {
      readonly is: "made";
      readonly sendingNumber: number;
      readonly rank: number;
      readonly state: "draft" | "ready";
      readonly faults: readonly ClaimFault[];
    }
  | {
      readonly is: "refused";
      readonly code:
        | "not_found"
        | "claim_overtaken"
        | "next_payer_none"
        | "prior_payer_silent"
        | "next_payer_in_batch"
        | "coverage_missing"
        | "payer_without_identifier"
        | "claim_is_dental";
    }
  | {
      readonly is: "refused";
      readonly code: "prior_not_balanced";
      readonly imbalances: readonly PriorImbalance[];
    };

/**
 * Makes the claim to the next payer of what the payers before it answered, net of what they took back,
 * in the place of one that was made and not sent. It is ready when a strict reader takes it. The books
 * do not change before it is sent. `today` is the practice's business date.
 */
export async function billNextPayer(
  transaction: PracticeTransaction,
  request: NextPayerRequest,
): Promise<BilledNextPayer> {
  const { claimId, content, form, today } = request;
  const standing = await loadNextPayer(transaction, claimId, { today, lock: "change" });
  if (standing === undefined) return { is: "refused", code: "not_found" };
  if (content.kind === "837D") return { is: "refused", code: "claim_is_dental" };
  if (standing.claim.isReplaced) return { is: "refused", code: "claim_overtaken" };
  if (await isSendingInBatch(transaction, claimId)) {
    return { is: "refused", code: "next_payer_in_batch" };
  }
  const { claim, registered, prior, next } = standing;
  const rank = rankToBill(next);
  if (rank === undefined) {
    const code = prior.length === 0 ? "prior_payer_silent" : "next_payer_none";
    return { is: "refused", code };
  }
  const payers = orderPayers(content, registered, Math.min(claim.payerRank, rank - 1));
  const coverages = payers.map(({ coverage }) => coverage);
  const built = buildSecondaryClaim({ content, payers: coverages, rank, prior });
  if (built.is === "refused") return built;
  const payer = namedPayer(built.claim.coverage.payer);
  const payerId = (await payerIds(transaction, [payer])).get(payer.identifierKey) ?? 0;
  const [faults = []] = claimFaults([built.claim], today);
  const state = isClean(faults) ? "ready" : "draft";
  const sendingNumber = await insertSending(transaction, {
    claimId,
    payerId,
    payerRank: rank,
    form,
    state,
    content: built.claim,
    madeOn: today,
  });
  await appendEvents(transaction, [
    {
      kind: "next-payer-claim-made",
      subjectKind: "claim",
      subjectId: claimId,
      claimId,
      change: { sendingNumber, rank, form, state, cents: built.claim.chargedCents },
    },
  ]);
  return { is: "made", sendingNumber, rank, state, faults };
}

/** The payer that may be billed now: the next one, or the one that was billed and stays silent. */
function rankToBill(next: NextPayerDecision): number | undefined {
  switch (next.is) {
    case "bill":
    case "prepared":
    case "waiting":
      return next.rank;
    case "crossover":
    case "denied":
      return next.nextRank;
    default:
      return undefined;
  }
}
