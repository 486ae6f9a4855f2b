import {
  type ClaimDecision,
  type DecidedAdjudication,
  payerRank,
} from "../posting/decide-posting.ts";
import type { PostableClaim, TreatedAdjustment, TreatedLine } from "../posting/posting.ts";
import { isForwarded } from "../remittance/remittance.ts";

/** One reason of a CAS as the next payer is told. Positive cents reduce the payment. */
export type PriorAdjustment = {
  readonly groupCode: string;
  readonly reasonCode: string;
  readonly cents: number;
  readonly quantity: string | undefined;
};

/** What an earlier payer answered about one of our lines, or about a part of it. */
export type PriorLinePart = {
  readonly lineNumber: number;
  readonly chargedCents: number;
  readonly paidCents: number;
  readonly adjustments: readonly PriorAdjustment[];
  readonly adjudicatedOn: string;
  /** As adjudicated; undefined where the payer did not say it of this line. */
  readonly procedureCode: string | undefined;
  readonly modifiers: readonly string[];
  /** As submitted, where the payer changed it. */
  readonly submittedProcedureCode: string | undefined;
  readonly revenueCode: string | undefined;
  /** Decimal text. */
  readonly units: string | undefined;
};

/** The latest answer of one payer in the order of payers that stands, net of what it took back. */
export type PriorAdjudication = {
  /** 1 primary, 2 secondary … */
  readonly rank: number;
  readonly payerId: number;
  /** The day of its last payment or notice. */
  readonly adjudicatedOn: string;
  readonly payerClaimControlNumber: string | undefined;
  readonly remarkCodes: readonly string[];
  /** It passed the claim on to the next payer itself (CLP02 19, 20, 21 or a remark). */
  readonly isForwarded: boolean;
  readonly filingIndicator: string | undefined;
  readonly chargedCents: number;
  readonly paidCents: number;
  /** CAS of the claim level, not divided over lines. */
  readonly adjustments: readonly PriorAdjustment[];
  /** Empty when the claim was adjudicated as a whole. */
  readonly lines: readonly PriorLinePart[];
  /** What it left to the patient: group PR of the claim and its lines. */
  readonly patientCents: number;
  readonly sources: readonly { readonly remittanceId: number; readonly claimNumber: number }[];
};

/** Remarks that the payer sent the claim on: MA18 and N89 to another insurer, MA07 to Medicaid. */
const forwardingRemarks: ReadonlySet<string> = new Set(["MA07", "MA18", "N89"]);

/** Whether a payer says that it passes the claim on (005010X221A1 2100 CLP02, MOA). */
export function saysForwarded(claim: {
  readonly statusCode: string;
  readonly remarkCodes: readonly string[];
}): boolean {
  return isForwarded(claim) || claim.remarkCodes.some((code) => forwardingRemarks.has(code));
}

/**
 * Brings the decided adjudications of a claim to one standing answer for each payer, in the order of
 * payers: what was reversed, repeated or said of a replaced version does not count; of several answers
 * about one line the latest counts, and earlier ones only for the part of its charge that it leaves.
 */
export function priorAdjudications(
  decision: Pick<ClaimDecision, "adjudications">,
  claim: PostableClaim,
): PriorAdjudication[] {
  const byRank = new Map<number, DecidedAdjudication[]>();
  for (const decided of decision.adjudications) {
    if (decided.outcome !== "posted" || decided.isInherited) continue;
    const rank = payerRank(decided.fact, claim);
    byRank.set(rank, [...(byRank.get(rank) ?? []), decided]);
  }
  return [...byRank]
    .sort(([left], [right]) => left - right)
    .map(([rank, decided]) => standingOf(rank, decided, claim));
}

function standingOf(
  rank: number,
  decided: readonly DecidedAdjudication[],
  claim: PostableClaim,
): PriorAdjudication {
  const last = decided.at(-1);
  if (last === undefined) throw new TypeError("a payer without an adjudication");
  const isWhole = last.fact.claim.lines.length === 0;
  const taken = isWhole ? { parts: [], used: [last] } : partsOf(decided, claim);
  const level = taken.used.flatMap(claimLevel);
  const lines = taken.parts;
  const all = [...level, ...lines.flatMap((part) => part.adjustments)];
  const linesPaid = lines.reduce((sum, part) => sum + part.paidCents, 0);
  const { fact } = last;
  return {
    rank,
    payerId: fact.payerId,
    adjudicatedOn: fact.effectiveOn,
    payerClaimControlNumber: fact.claim.payerClaimControlNumber,
    remarkCodes: [...new Set(taken.used.flatMap((each) => each.fact.claim.remarkCodes))],
    isForwarded: saysForwarded(fact.claim),
    filingIndicator: fact.claim.filingIndicator,
    chargedCents: isWhole
      ? fact.claim.chargedCents
      : lines.reduce((sum, part) => sum + part.chargedCents, 0),
    paidCents: isWhole ? fact.claim.paidCents : linesPaid - sumOf(level),
    adjustments: level,
    lines,
    patientCents: sumOf(all.filter(({ groupCode }) => groupCode === "PR")),
    sources: taken.used.map(({ fact: { remittanceId, claimNumber } }) => ({
      remittanceId,
      claimNumber,
    })),
  };
}

const sumOf = (amounts: readonly { readonly cents: number }[]): number =>
  amounts.reduce((sum, { cents }) => sum + cents, 0);

/** Adjustments of the claim level, where they were not divided over the lines. */
function claimLevel({ fact, shared }: DecidedAdjudication): PriorAdjustment[] {
  if (shared.isDivided && fact.claim.lines.length > 0) return [];
  return told(fact.claim.adjustments);
}

/** The latest answer to each line, and earlier ones while a part of its charge is unanswered. */
function partsOf(
  decided: readonly DecidedAdjudication[],
  claim: PostableClaim,
): { parts: PriorLinePart[]; used: DecidedAdjudication[] } {
  const left = new Map(claim.lines.map((line) => [line.lineNumber, line.chargedCents]));
  const answered = new Set<number>();
  const parts: PriorLinePart[] = [];
  const used: DecidedAdjudication[] = [];
  for (const one of decided.toReversed()) {
    const fresh: PriorLinePart[] = [];
    for (const [lineNumber, own] of groupByLine(linePartsOf(one))) {
      const charged = own.reduce((sum, part) => sum + part.chargedCents, 0);
      const room = left.get(lineNumber) ?? 0;
      if (answered.has(lineNumber) && (charged === 0 || charged > room)) continue;
      answered.add(lineNumber);
      left.set(lineNumber, room - charged);
      fresh.push(...own);
    }
    if (fresh.length === 0) continue;
    parts.unshift(...fresh);
    used.unshift(one);
  }
  return { parts: parts.sort((one, other) => one.lineNumber - other.lineNumber), used };
}

function groupByLine(parts: readonly PriorLinePart[]): Map<number, PriorLinePart[]> {
  const byLine = new Map<number, PriorLinePart[]>();
  for (const part of parts) {
    byLine.set(part.lineNumber, [...(byLine.get(part.lineNumber) ?? []), part]);
  }
  return byLine;
}

/** The payer's lines as it wrote them where each means one of ours, else what was divided. */
function linePartsOf({ fact, shared }: DecidedAdjudication): PriorLinePart[] {
  const adjudicatedOn = fact.effectiveOn;
  if (!shared.isDivided) {
    return fact.claim.lines.flatMap((line, index) => {
      const lineNumber = shared.matches[index]?.lineNumbers[0];
      return lineNumber === undefined ? [] : [partOfLine(line, lineNumber, adjudicatedOn)];
    });
  }
  return shared.shares.map((share) => ({
    lineNumber: share.lineNumber,
    chargedCents: share.charged,
    paidCents: share.paid,
    adjustments: told(share.adjustments),
    adjudicatedOn,
    procedureCode: undefined,
    modifiers: [],
    submittedProcedureCode: undefined,
    revenueCode: undefined,
    units: undefined,
  }));
}

function partOfLine(line: TreatedLine, lineNumber: number, adjudicatedOn: string): PriorLinePart {
  const { chargedCents, paidCents, procedureCode, modifiers, revenueCode, units } = line;
  return {
    lineNumber,
    chargedCents,
    paidCents,
    adjustments: told(line.adjustments),
    adjudicatedOn,
    procedureCode,
    modifiers,
    submittedProcedureCode: line.submittedProcedureCode,
    revenueCode,
    units,
  };
}

/** What moves money, gathered by group: the guide has one CAS for each (005010X222A1 2430 CAS). */
function told(adjustments: readonly TreatedAdjustment[]): PriorAdjustment[] {
  const stated = adjustments.filter(({ cents }) => cents !== 0);
  const groups = [...new Set(stated.map(({ groupCode }) => groupCode))];
  return groups.flatMap((group) =>
    stated
      .filter(({ groupCode }) => groupCode === group)
      .map(({ groupCode, reasonCode, cents, quantity }) => ({
        groupCode,
        reasonCode,
        cents,
        quantity,
      })),
  );
}

/** What keeps an answer from being told to the next payer: it does not add up to the charge. */
export type PriorImbalance = {
  readonly rank: number;
  /** Undefined for the claim as a whole. */
  readonly lineNumber: number | undefined;
  /** Charge less paid and adjusted. */
  readonly differenceCents: number;
};

/**
 * Checks the equations of 005010X222A1 1.4.4 (COB): each line charged = paid + adjusted; the claim
 * charged = paid + adjusted on claim and lines.
 */
export function priorImbalances(
  prior: PriorAdjudication,
  claim: { readonly chargedCents: number; readonly lines: PostableClaim["lines"] },
): PriorImbalance[] {
  const { rank } = prior;
  const imbalances: PriorImbalance[] = [];
  if (prior.lines.length > 0) {
    for (const line of claim.lines) {
      const parts = prior.lines.filter(({ lineNumber }) => lineNumber === line.lineNumber);
      const told = parts.reduce((sum, part) => sum + part.paidCents + sumOf(part.adjustments), 0);
      const differenceCents = line.chargedCents - told;
      if (differenceCents !== 0) {
        imbalances.push({ rank, lineNumber: line.lineNumber, differenceCents });
      }
    }
  }
  const adjusted =
    sumOf(prior.adjustments) + sumOf(prior.lines.flatMap((part) => part.adjustments));
  const differenceCents = claim.chargedCents - prior.paidCents - adjusted;
  if (differenceCents !== 0 && imbalances.length === 0) {
    imbalances.push({ rank, lineNumber: undefined, differenceCents });
  }
  return imbalances;
}
