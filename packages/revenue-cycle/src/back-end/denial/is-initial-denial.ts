import { treatAdjustment } from "./adjustment-policy.ts";
import type { DenialFacts, Treatment } from "./denial-facts.ts";

/** CAS triplet as the payer sent it. */
export type AdjudicatedAdjustment = {
  readonly groupCode: string;
  readonly reasonCode: string;
  readonly cents: number;
};

export type AdjudicatedLine = {
  readonly chargedCents: number;
  readonly paidCents: number;
  readonly adjustments: readonly AdjudicatedAdjustment[];
  readonly remarkCodes: readonly string[];
};

/** One claim of a remittance, as far as the question needs it. */
export type AdjudicatedClaim = AdjudicatedLine & {
  /** CLP02. */
  readonly statusCode: string;
  /** CLP06. */
  readonly filingIndicator: string | undefined;
  readonly lines: readonly AdjudicatedLine[];
};

export type AdjudicationContext = {
  /** Date of the remittance. */
  readonly on: string;
  readonly hasCapitationContract: boolean;
  readonly isBundleExpected?: boolean;
};

/** An adjustment with the line it belongs to; no line means the claim level. */
export type TreatedAdjustment = AdjudicatedAdjustment & {
  /** 1-based position of the line in the claim. */
  readonly lineNumber: number | undefined;
  /** Of the line, then of the claim. */
  readonly remarkCodes: readonly string[];
  readonly treatment: Treatment;
};

const deductibleCoinsuranceCopay = new Set(["1", "2", "3"]);

/** Every adjustment of the claim with its treatment, the claim level first. */
export function treatClaim(
  claim: AdjudicatedClaim,
  context: AdjudicationContext,
  facts: DenialFacts,
): readonly TreatedAdjustment[] {
  const treatAll = (line: AdjudicatedLine, lineNumber: number | undefined) => {
    const remarkCodes =
      lineNumber === undefined ? claim.remarkCodes : [...line.remarkCodes, ...claim.remarkCodes];
    const surroundings = {
      ...context,
      remarkCodes,
      filingIndicator: claim.filingIndicator,
      lineChargedCents: line.chargedCents,
      linePaidCents: line.paidCents,
      linePatientShareCents: patientShareCents(line),
    };
    return line.adjustments.map((adjustment) => {
      const { groupCode, reasonCode, cents } = adjustment;
      const { treatment } = treatAdjustment(
        { ...surroundings, groupCode, reasonCode, cents },
        facts,
      );
      return { groupCode, reasonCode, cents, lineNumber, remarkCodes, treatment };
    });
  };
  return [
    ...treatAll(claim, undefined),
    ...claim.lines.flatMap((line, index) => treatAll(line, index + 1)),
  ];
}

/**
 * Initial denial of the whole claim: the payer decided (CLP02 1 to 4 and 19 to 21), paid nothing,
 * left nothing to the patient under PR-1, 2 or 3, and refused some amount or sent CLP02 4.
 *
 * Contractual, sequestration, capitation, pended, informational and prior payer amounts refuse
 * nothing; reversals (22), claims of others (23) and predeterminations (25) are no decision. Ask
 * it of the first decision on the original claim: the caller knows which that is.
 */
export function isWhollyDenied(
  claim: AdjudicatedClaim,
  context: AdjudicationContext,
  facts: DenialFacts,
): boolean {
  if (!isDecision(claim, context, facts) || claim.paidCents !== 0) return false;
  const patientShare = [claim, ...claim.lines].reduce(
    (sum, line) => sum + patientShareCents(line),
    0,
  );
  if (patientShare !== 0) return false;
  return claim.statusCode === "4" || treatClaim(claim, context, facts).some(isRefusal);
}

/**
 * Any-line denial: a line of which nothing was allowed (paid nothing, no PR-1, 2 or 3) and some
 * amount refused; a wholly denied claim counts too, so claims decided without lines take part.
 */
export function hasDeniedLine(
  claim: AdjudicatedClaim,
  context: AdjudicationContext,
  facts: DenialFacts,
): boolean {
  if (!isDecision(claim, context, facts)) return false;
  if (isWhollyDenied(claim, context, facts)) return true;
  const refusedLines = new Set(
    treatClaim(claim, context, facts)
      .filter(isRefusal)
      .map((adjustment) => adjustment.lineNumber),
  );
  return claim.lines.some(
    (line, index) =>
      refusedLines.has(index + 1) && line.paidCents === 0 && patientShareCents(line) === 0,
  );
}

function isDecision(
  claim: AdjudicatedClaim,
  context: AdjudicationContext,
  facts: DenialFacts,
): boolean {
  const effect = facts.claimStatuses.nearest(claim.statusCode, context.on)?.row.effect;
  return effect === "adjudicated" || effect === "adjudicated-forwarded";
}

function isRefusal(adjustment: TreatedAdjustment): boolean {
  return adjustment.treatment === "denial" && adjustment.cents > 0;
}

function patientShareCents(line: AdjudicatedLine): number {
  return line.adjustments
    .filter(
      ({ groupCode, reasonCode }) =>
        groupCode === "PR" && deductibleCoinsuranceCopay.has(reasonCode),
    )
    .reduce((sum, { cents }) => sum + cents, 0);
}
