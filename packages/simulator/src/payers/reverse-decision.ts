import { shareOf, sumOf } from "../cents.ts";
import type { ClaimDecision, LineDecision } from "./decision.ts";
import type { Accumulator } from "./share-costs.ts";

/** The reversal of a decision (CLP02 22): every amount with its sign changed, under the same number. */
export function reversalOf(decision: ClaimDecision): ClaimDecision {
  return {
    ...decision,
    statusCode: "22",
    chargedCents: -decision.chargedCents,
    paidCents: -decision.paidCents,
    patientCents: -decision.patientCents,
    lines: decision.lines.map((line) => ({
      ...line,
      chargedCents: -line.chargedCents,
      paidCents: minus(line.paidCents),
      allowedCents: 0,
      adjustments: line.adjustments.map((one) => ({ ...one, cents: -one.cents })),
    })),
    forwardedTo: undefined,
    remarkCodes: [],
  };
}

function minus(cents: number): number {
  return cents === 0 ? 0 : -cents;
}

/** The same claim paid `basisPoints` less, as a payer corrects what it takes for an overpayment. */
export function correctedDown(decision: ClaimDecision, basisPoints: number): ClaimDecision {
  const lines = decision.lines.map((line) => paidLess(line, shareOf(line.paidCents, basisPoints)));
  return {
    ...decision,
    statusCode: "1",
    payerClaimControlNumber: `${decision.payerClaimControlNumber}A`,
    lines,
    paidCents: sumOf(lines, ({ paidCents }) => paidCents),
    forwardedTo: undefined,
    remarkCodes: [],
  };
}

function paidLess(line: LineDecision, cents: number): LineDecision {
  if (cents === 0) return line;
  const { adjustments } = line;
  const first = adjustments.findIndex(
    ({ groupCode, reasonCode }) =>
      groupCode === "CO" && (reasonCode === "45" || reasonCode === "P12"),
  );
  const changed =
    first === -1
      ? [{ groupCode: "CO", reasonCode: "45", cents, quantity: undefined }, ...adjustments]
      : adjustments.map((one, at) => (at === first ? { ...one, cents: one.cents + cents } : one));
  return {
    ...line,
    allowedCents: line.allowedCents - cents,
    paidCents: line.paidCents - cents,
    adjustments: changed,
  };
}

/** Takes back what a decision had filled of the member's year. */
export function unfill(decision: ClaimDecision, filled: Accumulator): void {
  for (const { adjustments } of decision.lines) {
    for (const { groupCode, reasonCode, cents } of adjustments) {
      if (groupCode !== "PR" || !["1", "2", "3"].includes(reasonCode)) continue;
      filled.outOfPocketCents -= cents;
      if (reasonCode === "1") filled.deductibleCents -= cents;
    }
  }
}
