import { isInForce } from "@headwater/code-sets";
import {
  type AdjustmentPolicy,
  type DenialFacts,
  rowsForReason,
  type Treatment,
} from "./denial-facts.ts";

/** One adjustment (CAS triplet) with what its treatment depends on. */
export type AdjustmentInContext = {
  readonly groupCode: string;
  readonly reasonCode: string;
  /** Positive reduces the payment. Of a reversal (CLP02 22): the original's sign. */
  readonly cents: number;
  /** RARCs of the line and of the claim. */
  readonly remarkCodes: readonly string[];
  /** CLP06. */
  readonly filingIndicator: string | undefined;
  /** SVC02, or CLP03 for an adjustment of the claim level. */
  readonly lineChargedCents: number;
  /** SVC03, or CLP04 for an adjustment of the claim level. */
  readonly linePaidCents: number;
  /** PR-1, 2 and 3 beside it: a line that goes to the deductible whole counts as paid. */
  readonly linePatientShareCents?: number;
  /** We hold a capitation contract with this payer, or it sends us capitation. */
  readonly hasCapitationContract: boolean;
  /** An edit of ours expected the line to be bundled. */
  readonly isBundleExpected?: boolean;
  /** Date of the remittance. */
  readonly on: string;
};

/** How the adjustment is posted and the row that says so; no row means a person decides. */
export type AdjustmentTreatment = {
  readonly treatment: Treatment;
  readonly rule: AdjustmentPolicy | undefined;
};

/**
 * Decides how an adjustment is posted, by the adjustment policy in force on the date.
 *
 * Among the rows that apply the most telling wins: a zero amount, then remark code, filing
 * indicator, reason code, condition, group code. Only groups, reasons and conditions that a row
 * lets go are ever written off; what no row names is held.
 */
export function treatAdjustment(
  adjustment: AdjustmentInContext,
  facts: DenialFacts,
): AdjustmentTreatment {
  let best: AdjustmentPolicy | undefined;
  for (const policy of rowsForReason(facts.policies, adjustment.reasonCode)) {
    if (!applies(policy, adjustment)) continue;
    if (best === undefined || weight(policy) > weight(best)) best = policy;
  }
  return { treatment: best?.treatment ?? "hold", rule: best };
}

function applies(policy: AdjustmentPolicy, adjustment: AdjustmentInContext): boolean {
  return (
    isInForce(policy, adjustment.on) &&
    (policy.groupCode === undefined || policy.groupCode === adjustment.groupCode) &&
    (policy.remarkCode === undefined || adjustment.remarkCodes.includes(policy.remarkCode)) &&
    (policy.filingIndicator === undefined ||
      policy.filingIndicator === adjustment.filingIndicator) &&
    holds(policy.condition, adjustment)
  );
}

function holds(condition: AdjustmentPolicy["condition"], adjustment: AdjustmentInContext): boolean {
  switch (condition) {
    case undefined:
      return true;
    case "zero":
      return adjustment.cents === 0;
    case "negative":
      return adjustment.cents < 0;
    case "paid":
      return adjustment.linePaidCents + (adjustment.linePatientShareCents ?? 0) > 0;
    case "unpaid-whole":
      return isWholeCharge(adjustment);
    case "capitation-contract":
      return adjustment.hasCapitationContract;
    case "bundle-expected":
      return adjustment.isBundleExpected === true;
  }
}

function isWholeCharge(adjustment: AdjustmentInContext): boolean {
  return (
    adjustment.linePaidCents === 0 &&
    adjustment.cents > 0 &&
    adjustment.cents >= adjustment.lineChargedCents
  );
}

function weight(policy: AdjustmentPolicy): number {
  return (
    (policy.condition === "zero" ? 32 : 0) +
    (policy.remarkCode === undefined ? 0 : 16) +
    (policy.filingIndicator === undefined ? 0 : 8) +
    (policy.reasonCode === undefined ? 0 : 4) +
    (policy.condition === undefined ? 0 : 2) +
    (policy.groupCode === undefined ? 0 : 1)
  );
}
