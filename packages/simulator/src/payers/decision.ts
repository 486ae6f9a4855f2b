import type { ClaimAdjustment, Procedure } from "@headwater/x12";
import type { Payer } from "./payer.ts";
import type { RefusalReason } from "./refusal.ts";

/** What a payer decided about one line. All cents exact: charge − adjustments = paid. */
export type LineDecision = {
  readonly number: number;
  readonly controlNumber: string;
  readonly submitted: Procedure;
  /** As adjudicated; another code or fewer modifiers for some payers. */
  readonly adjudicated: Procedure;
  readonly units: number;
  readonly chargedCents: number;
  /** What the contract says; absent for a payer that comes after another. */
  readonly contractCents: number | undefined;
  /** What the payer took as allowed. */
  readonly allowedCents: number;
  readonly paidCents: number;
  readonly adjustments: readonly ClaimAdjustment[];
  readonly remarkCodes: readonly string[];
  readonly refusal: RefusalReason | undefined;
};

/** A decision about a claim, ready to stand in a remittance. */
export type ClaimDecision = {
  readonly payer: Payer;
  readonly patientControlNumber: string;
  /** CLP02. */
  readonly statusCode: string;
  readonly payerClaimControlNumber: string;
  readonly chargedCents: number;
  readonly paidCents: number;
  readonly patientCents: number;
  readonly lines: readonly LineDecision[];
  /** MOA remarks of the whole claim. */
  readonly remarkCodes: readonly string[];
  /** The payer to which the claim went on from here. */
  readonly forwardedTo: Payer | undefined;
  readonly isPayerError: boolean;
};

/** An adjustment of some cents; zero says nothing and is left out. */
export function adjustment(
  groupCode: string,
  reasonCode: string,
  cents: number,
): readonly ClaimAdjustment[] {
  return cents === 0 ? [] : [{ groupCode, reasonCode, cents, quantity: undefined }];
}

/** The share of the patient in some adjustments. */
export function patientShare(adjustments: readonly ClaimAdjustment[]): number {
  let cents = 0;
  for (const { groupCode, cents: amount } of adjustments) if (groupCode === "PR") cents += amount;
  return cents;
}
