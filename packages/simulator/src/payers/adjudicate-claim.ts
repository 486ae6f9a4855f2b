import type { ClaimAdjustment, Procedure } from "@headwater/x12";
import { shareOf, sumOf } from "../cents.ts";
import { yearOf } from "../civil-day.ts";
import type { BilledClaim, BilledLine } from "../office/claim.ts";
import type { KeyedStream } from "../random/keyed-stream.ts";
import { serviceOf } from "../tables/services.ts";
import { lowerCode } from "../world/slip.ts";
import { adjustment, type ClaimDecision, type LineDecision, patientShare } from "./decision.ts";
import type { LinePrice } from "./price-lines.ts";
import { priceLines } from "./price-lines.ts";
import { type Refusal, refusals } from "./refusal.ts";
import { type Accumulator, type CostShare, shareCosts } from "./share-costs.ts";

export type AdjudicationInput = {
  readonly claim: BilledClaim;
  readonly refused: readonly Refusal[];
  readonly stream: KeyedStream;
  readonly payerClaimControlNumber: string;
  readonly filled: Accumulator;
  /** Basis points that this payer pays too little on this claim, by an old schedule. */
  readonly underpaid: number;
  /** Whether a supplement or Medicaid gets the claim from here. */
  readonly forwards: boolean;
};

/** Decides a claim that the payer is first to pay: prices, shares of the patient, refusals, payment. */
export function adjudicateClaim(input: AdjudicationInput): ClaimDecision {
  const { claim, refused, payerClaimControlNumber, forwards } = input;
  const { payer } = claim;
  const lines = decideLines(input);
  const paidCents = sumOf(lines, (line) => line.paidCents);
  const patientCents = sumOf(lines, (line) => patientShare(line.adjustments));
  const isRefused = refused.some((one) => one.lines === undefined);
  const forwardedTo = forwards && !isRefused ? claim.nextCoverage?.payer : undefined;
  const is4 = isRefused && payer.quirks.marksDenials4 === true;
  return {
    payer,
    patientControlNumber: claim.patientControlNumber,
    statusCode: is4 ? "4" : forwardedTo === undefined ? "1" : "19",
    payerClaimControlNumber,
    chargedCents: claim.chargedCents,
    paidCents,
    patientCents,
    lines,
    remarkCodes: forwardedTo === undefined ? [] : ["MA18"],
    forwardedTo,
    isPayerError: refused.some((one) => one.isPayerError === true),
  };
}

function decideLines(input: AdjudicationInput): LineDecision[] {
  const { claim, refused, underpaid } = input;
  const { contract, benefits } = claim.payer;
  const context = {
    year: yearOf(claim.encounter.day),
    isNonPhysician: claim.rendering.isNonPhysician,
  };
  const contracted = priceLines(claim.lines, contract, context);
  const judged = claim.lines.map((line) => asJudged(input, line));
  const prices = priceLines(judged, contract, context).map((price) => reduced(price, underpaid));
  const refusalOf = (line: BilledLine) =>
    refused.find(({ lines }) => lines === undefined || lines.includes(line.number));
  const shareable = judged.map((line, at) => {
    const price = prices[at];
    const isPaid = refusalOf(line) === undefined && price?.isCapitated === false;
    return { code: line.code, allowedCents: isPaid ? (price?.allowedCents ?? 0) : 0 };
  });
  const shares = shareCosts(shareable, benefits, input.filled);
  return claim.lines.map((line, at) => {
    const price = prices[at] ?? nothing;
    const frame = {
      number: line.number,
      controlNumber: line.controlNumber,
      submitted: procedureOf(line),
      adjudicated: adjudicatedProcedure(input, judged[at] ?? line),
      units: line.units,
      chargedCents: line.chargedCents,
      contractCents: contracted[at]?.isCapitated === true ? 0 : contracted[at]?.allowedCents,
    };
    const refusal = refusalOf(line);
    if (refusal !== undefined) return { ...frame, ...refusedLine(line, refusal) };
    if (price.isCapitated) return { ...frame, ...capitatedLine(line) };
    return { ...frame, ...paidLine(line, price, { share: shares[at] ?? noShare, claim }) };
  });
}

const nothing: LinePrice = { allowedCents: 0, multipleProcedureCents: 0, isCapitated: false };
const noShare: CostShare = { deductibleCents: 0, coinsuranceCents: 0, copayCents: 0 };

/** The line as the payer reads it: visits one level lower where it downcodes. */
function asJudged({ claim, stream }: AdjudicationInput, line: BilledLine): BilledLine {
  const permille = claim.payer.quirks.downcodes ?? 0;
  const code = lowerCode(line.code);
  return code !== undefined && stream.happens("downcodes", permille) ? { ...line, code } : line;
}

function adjudicatedProcedure({ claim, stream }: AdjudicationInput, line: BilledLine): Procedure {
  const drops = stream.happens("drops-modifiers", claim.payer.quirks.dropsModifiers ?? 0);
  return procedureOf(drops ? { ...line, modifiers: [] } : line);
}

function procedureOf({ code, modifiers }: Pick<BilledLine, "code" | "modifiers">): Procedure {
  return { qualifier: "HC", code, modifiers, description: undefined };
}

function reduced(price: LinePrice, basisPoints: number): LinePrice {
  if (basisPoints === 0) return price;
  return { ...price, allowedCents: price.allowedCents - shareOf(price.allowedCents, basisPoints) };
}

type Outcome = Pick<
  LineDecision,
  "allowedCents" | "paidCents" | "adjustments" | "remarkCodes" | "refusal"
>;

function refusedLine(line: BilledLine, { reason }: Refusal): Outcome {
  return {
    allowedCents: 0,
    paidCents: 0,
    adjustments: adjustment(reason.groupCode, reason.reasonCode, line.chargedCents),
    remarkCodes: reason.remarkCodes,
    refusal: reason,
  };
}

/** Paid by the month already (CO-24 under a capitation contract). */
function capitatedLine(line: BilledLine): Outcome {
  const adjustments = adjustment("CO", "24", line.chargedCents);
  return { allowedCents: 0, paidCents: 0, adjustments, remarkCodes: [], refusal: undefined };
}

function paidLine(
  line: BilledLine,
  price: LinePrice,
  { share, claim }: { readonly share: CostShare; readonly claim: BilledClaim },
): Outcome {
  const { contract, lineOfBusiness } = claim.payer;
  const { allowedCents, multipleProcedureCents } = price;
  const patient = share.deductibleCents + share.coinsuranceCents + share.copayCents;
  const payable = allowedCents - patient;
  const sequestered = shareOf(payable, contract.sequestration);
  const withheld = shareOf(payable - sequestered, contract.withhold);
  const above = line.chargedCents - allowedCents - multipleProcedureCents;
  const isCompensation = lineOfBusiness === "workers-compensation";
  const adjustments: readonly ClaimAdjustment[] = [
    ...adjustment("CO", isCompensation ? "P12" : "45", above),
    ...adjustment("CO", "59", multipleProcedureCents),
    ...adjustment("CO", "253", sequestered),
    ...adjustment("CO", "104", withheld),
    ...adjustment("PR", "1", share.deductibleCents),
    ...adjustment("PR", "2", share.coinsuranceCents),
    ...adjustment("PR", "3", share.copayCents),
  ];
  const paidCents = payable - sequestered - withheld;
  return { allowedCents, paidCents, adjustments, remarkCodes: [], refusal: undefined };
}

/** A refusal that the payer has no ground for: of a laboratory line, else of the whole claim. */
export function payerError(claim: BilledClaim, stream: KeyedStream): Refusal {
  const laboratory = claim.lines.find(({ code }) => serviceOf(code).kind === "laboratory");
  const visit = claim.lines[0];
  if (laboratory !== undefined && visit !== undefined && stream.happens("line", 300)) {
    const lines = [laboratory.number];
    const { code: bundledInto } = visit;
    return { reason: refusals.wronglyBundled, lines, bundledInto, isPayerError: true };
  }
  const reason = stream.pick("reason", [refusals.contractMissing, refusals.wronglyUnenrolled]);
  return { reason, lines: undefined, isPayerError: true };
}
