import { compareText } from "../../books/compare-text.ts";
import { isReversal, moneyOf, movesNothing } from "../remittance/remittance.ts";
import { type Adjudication, adjudicationKey, type FactKey, type TreatedClaim } from "./posting.ts";

/**
 * The order in which the facts of a claim are decided, whatever the order in which they came: date of
 * the payment, then trace number, then remittance and position.
 */
export function compareAdjudications(left: Adjudication, right: Adjudication): number {
  return (
    compareText(left.effectiveOn, right.effectiveOn) ||
    compareText(left.traceNumber, right.traceNumber) ||
    left.remittanceId - right.remittanceId ||
    left.claimNumber - right.claimNumber
  );
}

/** Reversal to original, each by its key; an original is reversed once. */
export type ReversalPairs = {
  readonly originalOf: ReadonlyMap<FactKey, Adjudication>;
  readonly reversalOf: ReadonlyMap<FactKey, Adjudication>;
};

/**
 * Finds for every reversal (CLP02 22) the adjudication it undoes: its amounts negated, under the same
 * payer claim number where both give one, the latest such before it. `known` are the pairs that stand
 * in the books already. A payer's own correction in the same set is never taken for the original; an
 * original of another set of the same day may stand behind the reversal in the order of traces.
 */
export function pairReversals(
  sorted: readonly Adjudication[],
  known: ReadonlyMap<FactKey, FactKey> = new Map(),
): ReversalPairs {
  const byKey = new Map(sorted.map((fact) => [adjudicationKey(fact), fact]));
  const originalOf = new Map<FactKey, Adjudication>();
  const reversalOf = new Map<FactKey, Adjudication>();
  const pair = (reversal: Adjudication, original: Adjudication) => {
    originalOf.set(adjudicationKey(reversal), original);
    reversalOf.set(adjudicationKey(original), reversal);
  };
  for (const [reversalKey, originalKey] of known) {
    const reversal = byKey.get(reversalKey);
    const original = byKey.get(originalKey);
    if (reversal !== undefined && original !== undefined) pair(reversal, original);
  }
  sorted.forEach((reversal, position) => {
    if (!isReversal(reversal.claim) || originalOf.has(adjudicationKey(reversal))) return;
    const isFree = (fact: Adjudication) =>
      !reversalOf.has(adjudicationKey(fact)) && undoes(reversal.claim, fact.claim);
    const before = sorted.slice(0, position).filter(isFree);
    const after = sorted
      .slice(position + 1)
      .filter((fact) => isFree(fact) && isOtherSetOfTheDay(fact, reversal));
    const original = bestOf(reversal, before) ?? bestOf(reversal, after);
    if (original !== undefined) pair(reversal, original);
  });
  return { originalOf, reversalOf };
}

function isOtherSetOfTheDay(fact: Adjudication, reversal: Adjudication): boolean {
  return fact.effectiveOn === reversal.effectiveOn && fact.remittanceId !== reversal.remittanceId;
}

function undoes(reversal: TreatedClaim, original: TreatedClaim): boolean {
  if (isReversal(original) || movesNothing(original)) return false;
  if (original.chargedCents !== -reversal.chargedCents) return false;
  if (original.paidCents !== -reversal.paidCents) return false;
  if (moneyOf(original) !== -moneyOf(reversal)) return false;
  const number = original.payerClaimControlNumber;
  const reversed = reversal.payerClaimControlNumber;
  return number === undefined || reversed === undefined || number === reversed;
}

/** Prefers the same payer number stated, then equal adjustments, then the latest. */
function bestOf(
  reversal: Adjudication,
  candidates: readonly Adjudication[],
): Adjudication | undefined {
  let best: { fact: Adjudication; score: number } | undefined;
  for (const fact of candidates) {
    const isNumberSame =
      fact.claim.payerClaimControlNumber === reversal.claim.payerClaimControlNumber;
    const isSame = adjustmentPrint(fact.claim, 1) === adjustmentPrint(reversal.claim, -1);
    const score = (isNumberSame ? 2 : 0) + (isSame ? 1 : 0);
    if (best === undefined || score >= best.score) best = { fact, score };
  }
  return best?.fact;
}

/** Sums by group and reason, as text that is equal for equal sums. */
function adjustmentPrint(claim: TreatedClaim, sign: 1 | -1): string {
  const sums = new Map<string, number>();
  for (const { adjustments } of [claim, ...claim.lines]) {
    for (const { groupCode, reasonCode, cents } of adjustments) {
      const key = `${groupCode}:${reasonCode}`;
      sums.set(key, (sums.get(key) ?? 0) + cents * sign);
    }
  }
  const parts = [...sums]
    .filter(([, cents]) => cents !== 0)
    .map(([key, cents]) => `${key}=${cents}`);
  return parts.sort().join(";");
}
