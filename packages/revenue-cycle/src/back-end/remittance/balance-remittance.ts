import { isReversal, type RemittanceClaim } from "./remittance.ts";

export type BalanceLevel = "line" | "claim" | "transaction";

/** One equation that does not hold: what was computed, what was stated, and by how much they differ. */
export type BalanceFault = {
  readonly level: BalanceLevel;
  /** Which side was summed: `paid` of adjustments and charge, or `charged` of the lines. */
  readonly equation: "paid" | "charged";
  readonly claimNumber: number | undefined;
  readonly lineNumber: number | undefined;
  readonly left: number;
  readonly right: number;
  readonly differenceCents: number;
};

export type RemittanceBalance = {
  readonly is: "balanced" | "out-of-balance";
  readonly claims: number;
  readonly claimsChargedCents: number;
  readonly claimsPaidCents: number;
  readonly providerAdjustmentCents: number;
  /** Claims without service lines: their line equations are not evaluable, the others are. */
  readonly claimsWithoutLines: number;
  /** Claims whose CLP05 is not the sum of their PR adjustments; the adjustments are trusted. */
  readonly patientResponsibilityDiffers: number;
  /** All faults are counted, the first of them are kept. */
  readonly faultCount: number;
  readonly faults: readonly BalanceFault[];
};

/** Takes the claims and provider adjustments of one transaction set as they come. */
export type BalanceAccumulator = {
  readonly addClaim: (claim: RemittanceClaim) => void;
  readonly addProviderAdjustment: (cents: number) => void;
  /** BPR02 in cents. */
  readonly finish: (paidCents: number) => RemittanceBalance;
};

const keptFaults = 100;

function sumCents(amounts: readonly { readonly cents: number }[]): number {
  let sum = 0;
  for (const amount of amounts) sum += amount.cents;
  return sum;
}

/**
 * The three balancing equations of a remittance (005010X221A1 1.10.2), each exact to the cent:
 * line, SVC02 - CAS = SVC03; claim, CLP03 - all CAS = CLP04 and, where lines exist, CLP03 = sum of
 * SVC02; transaction, BPR02 = sum of CLP04 - sum of PLB. The sum of SVC03 less the claim's own CAS
 * then equals CLP04 by arithmetic. Memory does not grow with the number of claims.
 */
export function balanceRemittance(): BalanceAccumulator {
  const faults: BalanceFault[] = [];
  const totals = {
    claims: 0,
    claimsChargedCents: 0,
    claimsPaidCents: 0,
    providerAdjustmentCents: 0,
    claimsWithoutLines: 0,
    patientResponsibilityDiffers: 0,
    faultCount: 0,
  };
  const compare = (fault: Omit<BalanceFault, "differenceCents">) => {
    if (fault.left === fault.right) return;
    totals.faultCount += 1;
    if (faults.length < keptFaults)
      faults.push({ ...fault, differenceCents: fault.left - fault.right });
  };
  return {
    addClaim: (claim) => {
      totals.claims += 1;
      totals.claimsChargedCents += claim.chargedCents;
      totals.claimsPaidCents += claim.paidCents;
      if (claim.lines.length === 0) totals.claimsWithoutLines += 1;
      if (!statesItsPatientResponsibility(claim)) totals.patientResponsibilityDiffers += 1;
      compareClaim(claim, compare);
    },
    addProviderAdjustment: (cents) => {
      totals.providerAdjustmentCents += cents;
    },
    finish: (paidCents) => {
      const right = totals.claimsPaidCents - totals.providerAdjustmentCents;
      compare({ ...transactionLevel, left: paidCents, right });
      return { is: totals.faultCount === 0 ? "balanced" : "out-of-balance", ...totals, faults };
    },
  };
}

const transactionLevel = {
  level: "transaction",
  equation: "paid",
  claimNumber: undefined,
  lineNumber: undefined,
} as const;

function compareClaim(
  claim: RemittanceClaim,
  compare: (fault: Omit<BalanceFault, "differenceCents">) => void,
): void {
  const claimNumber = claim.number;
  let adjusted = sumCents(claim.adjustments);
  let lineCharges = 0;
  for (const line of claim.lines) {
    const lineAdjusted = sumCents(line.adjustments);
    adjusted += lineAdjusted;
    lineCharges += line.chargedCents;
    compare({
      level: "line",
      equation: "paid",
      claimNumber,
      lineNumber: line.number,
      left: line.chargedCents - lineAdjusted,
      right: line.paidCents,
    });
  }
  const level = { level: "claim", claimNumber, lineNumber: undefined } as const;
  compare({
    ...level,
    equation: "paid",
    left: claim.chargedCents - adjusted,
    right: claim.paidCents,
  });
  if (claim.lines.length === 0) return;
  compare({ ...level, equation: "charged", left: lineCharges, right: claim.chargedCents });
}

/** CLP05 equals the PR adjustments; on a reversal it may be absent, zero or negated. */
function statesItsPatientResponsibility(claim: RemittanceClaim): boolean {
  const stated = claim.patientResponsibilityCents ?? 0;
  let patient = 0;
  for (const { groupCode, cents } of claim.adjustments) if (groupCode === "PR") patient += cents;
  for (const line of claim.lines) {
    for (const { groupCode, cents } of line.adjustments) if (groupCode === "PR") patient += cents;
  }
  if (isReversal(claim)) return stated === 0 || Math.abs(stated) === Math.abs(patient);
  return stated === patient;
}
