import { sumOf } from "../cents.ts";
import { yearOf } from "../civil-day.ts";
import type { BilledClaim } from "../office/claim.ts";
import { adjustment, type ClaimDecision, type LineDecision, patientShare } from "./decision.ts";
import type { Payer } from "./payer.ts";
import { priceLines } from "./price-lines.ts";

/**
 * Decides a claim after its first payer: what that one paid and adjusted stands as OA-23, what it left
 * to the patient is paid by the kind of payer. A supplement pays all but the deductible; Medicaid pays
 * up to its own allowed amount and writes off the rest (lesser of, 42 CFR 447.20); another plan pays
 * up to its allowed amount and leaves the rest to the patient.
 */
export function adjudicateNext(
  first: ClaimDecision,
  claim: BilledClaim,
  terms: { readonly payer: Payer; readonly payerClaimControlNumber: string },
): ClaimDecision {
  const { payer, payerClaimControlNumber } = terms;
  const context = {
    year: yearOf(claim.encounter.day),
    isNonPhysician: claim.rendering.isNonPhysician,
  };
  const prices = priceLines(claim.lines, payer.contract, context);
  const lines = first.lines.map((line, at) =>
    decideLine(line, payer, prices[at]?.allowedCents ?? 0),
  );
  return {
    payer,
    patientControlNumber: first.patientControlNumber,
    statusCode: "2",
    payerClaimControlNumber,
    chargedCents: first.chargedCents,
    paidCents: sumOf(lines, (line) => line.paidCents),
    patientCents: sumOf(lines, (line) => patientShare(line.adjustments)),
    lines,
    remarkCodes: [],
    forwardedTo: undefined,
    isPayerError: false,
  };
}

function decideLine(line: LineDecision, payer: Payer, allowedCents: number): LineDecision {
  const left = patientShare(line.adjustments);
  const deductible = sumOf(line.adjustments, ({ groupCode, reasonCode, cents }) =>
    groupCode === "PR" && reasonCode === "1" ? cents : 0,
  );
  const room = Math.max(0, allowedCents - line.paidCents);
  const isSupplement = payer.lineOfBusiness === "supplement";
  const paidCents = isSupplement ? left - deductible : Math.min(left, room);
  const rest = left - paidCents;
  const isMedicaid = payer.lineOfBusiness === "medicaid";
  return {
    ...line,
    adjudicated: line.submitted,
    contractCents: undefined,
    allowedCents: left,
    paidCents,
    adjustments: [
      ...adjustment("OA", "23", line.chargedCents - left),
      ...(isMedicaid
        ? adjustment("CO", "45", rest)
        : adjustment("PR", isSupplement ? "1" : "2", rest)),
    ],
    remarkCodes: [],
    refusal: undefined,
  };
}
