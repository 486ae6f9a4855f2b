import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { claimFaults } from "../../mid-cycle/claim/claim-faults.ts";
import type { NextPayerDecision } from "./decide-next-payer.ts";
import { loadNextPayer, type NextPayerStanding } from "./load-next-payer.query.ts";
import type { NextPayerAnswer } from "./next-payer-answers.ts";
import { priorImbalances } from "./prior-adjudication.ts";

/** What happens next with a claim, why, and the arithmetic of its payers' answers. */
export async function showNextPayer(
  transaction: PracticeTransaction,
  claimId: number,
  today: string,
): Promise<NextPayerAnswer | undefined> {
  const standing = await loadNextPayer(transaction, claimId, { today, lock: "read" });
  if (standing === undefined) return undefined;
  const { claim, place, payers, next } = standing;
  return {
    claimId,
    kind: place.kind,
    next: stepOf(next),
    payers: payers.map(({ rank, name, isOnClaim }) => ({ rank, name, isOnClaim })),
    billedRank: claim.payerRank,
    prior: priorAnswers(standing),
    sending: sendingAnswer(standing, today),
  };
}

function stepOf(next: NextPayerDecision): NextPayerAnswer["next"] {
  const nothing = {
    why: null,
    rank: null,
    cents: null,
    since: null,
    dueOn: null,
    isOverdue: false,
    isRejected: false,
    isClean: false,
    isReleased: false,
  };
  switch (next.is) {
    case "crossover":
      return { ...nothing, ...next, rank: next.nextRank ?? null };
    case "denied":
      return { ...nothing, ...next, rank: next.nextRank ?? null };
    case "waiting":
      return { ...nothing, ...next, dueOn: next.dueOn ?? null };
    default:
      return { ...nothing, ...next };
  }
}

function priorAnswers({ claim, prior }: NextPayerStanding): NextPayerAnswer["prior"] {
  return prior.map((answer) => {
    const { rank, chargedCents, paidCents, patientCents, isForwarded } = answer;
    const imbalances = priorImbalances(answer, claim);
    return {
      rank,
      answeredOn: answer.adjudicatedOn,
      payerClaimControlNumber: answer.payerClaimControlNumber ?? null,
      chargedCents,
      paidCents,
      adjustedCents: chargedCents - paidCents - patientCents,
      patientCents,
      isForwarded,
      imbalanceCents: imbalances.reduce((sum, each) => sum + each.differenceCents, 0),
    };
  });
}

function sendingAnswer({ sending }: NextPayerStanding, today: string): NextPayerAnswer["sending"] {
  if (sending === undefined) return null;
  const { sendingNumber, payerRank, form, state, madeOn, sentOn, content } = sending;
  const [faults = []] = state === "sent" ? [] : claimFaults([content], today);
  return {
    number: sendingNumber,
    rank: payerRank,
    form,
    state,
    madeOn,
    sentOn,
    faults: faults
      .filter(({ severity }) => severity === "error")
      .map(({ code, loop, segmentId, message }) => ({
        code,
        loop: loop ?? null,
        segmentId: segmentId ?? null,
        message,
      })),
  };
}
