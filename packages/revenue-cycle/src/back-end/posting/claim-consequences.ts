import type { Receivable } from "../../books/receivable/receivable.ts";
import { isForwarded, isReversal, movesNothing } from "../remittance/remittance.ts";
import type { ClaimDecision, DecidedAdjudication, LineDecision } from "./decide-posting.ts";

export type AdjudicatedState =
  | "accepted"
  | "submitted"
  | "pending"
  | "paid"
  | "partly-paid"
  | "denied"
  | "forwarded"
  | "patient"
  | "closed";

export type FirstOutcome = "paid" | "partly-paid" | "denied" | "patient";

/** What the adjudications of a claim say about it, whatever the order in which they came. */
export type ClaimStanding = {
  /** Undefined leaves the state as it is: nothing was adjudicated, or the claim is replaced. */
  readonly state: AdjudicatedState | undefined;
  readonly firstAdjudicatedOn: string | undefined;
  readonly firstOutcome: FirstOutcome | undefined;
  readonly firstPaidOn: string | undefined;
  /** The payer's number in its last adjudication. */
  readonly payerClaimControlNumber: string | undefined;
};

export type DenialState = "open" | "reversed" | "superseded";

/** An amount that a payer refused on a line. */
export type DecidedDenial = {
  readonly remittanceId: number;
  readonly claimNumber: number;
  readonly lineNumber: number;
  readonly groupCode: string;
  readonly reasonCode: string;
  readonly remarkCodes: readonly string[];
  readonly cents: number;
  readonly deniedOn: string;
  readonly isInitial: boolean;
  readonly state: DenialState;
};

/** Speaks of this version of the claim, and of more than a predetermination. */
const isDecision = ({ fact, isInherited }: DecidedAdjudication): boolean =>
  !isInherited && !isReversal(fact.claim) && !movesNothing(fact.claim);

/** Where the claim stands after all its adjudications. */
export function claimStanding(
  decision: ClaimDecision,
  claim: { readonly isReplaced: boolean; readonly isAccepted: boolean; readonly state: string },
): ClaimStanding {
  const decisions = decision.adjudications.filter(isDecision);
  const first = decisions[0];
  const paid = decisions.find(({ fact }) => fact.claim.paidCents > 0);
  const last = decisions.at(-1);
  const state = claim.isReplaced ? undefined : stateOf(decision, decisions, claim);
  return {
    state,
    firstAdjudicatedOn: first?.fact.effectiveOn,
    firstOutcome: first && outcomeOf(first),
    firstPaidOn: paid?.fact.effectiveOn,
    payerClaimControlNumber: last?.fact.claim.payerClaimControlNumber,
  };
}

/** States that only an adjudication brings about: without one the claim waits again. */
const afterAdjudication: ReadonlySet<string> = new Set<AdjudicatedState>([
  "pending",
  "paid",
  "partly-paid",
  "denied",
  "forwarded",
  "patient",
  "closed",
]);

type Totals = Pick<
  Receivable,
  "insurancePaid" | "patientResponsibility" | "openInsurance" | "denied" | "openPatient"
>;

function stateOf(
  decision: ClaimDecision,
  decisions: readonly DecidedAdjudication[],
  claim: { readonly isAccepted: boolean; readonly state: string },
): AdjudicatedState | undefined {
  const active = decisions.filter(({ outcome }) => outcome === "posted" || outcome === "repeated");
  const last = active.filter(({ outcome }) => outcome === "posted").at(-1);
  if (last === undefined) {
    const passedOn = decision.adjudications.some(
      ({ fact, isInherited }) => !isInherited && fact.claim.statusCode === "23",
    );
    if (passedOn) return "forwarded";
    if (decisions.length === 0 && !afterAdjudication.has(claim.state)) return undefined;
    return claim.isAccepted ? "accepted" : "submitted";
  }
  const totals = totalsOf(decision.receivables.values());
  if (isForwarded(last.fact.claim) && totals.openInsurance > 0) return "forwarded";
  return stateByTotals(totals);
}

/**
 * Paid when a payer paid and nothing is expected any more, partly paid while something is; patient
 * when all of it went to the patient; denied when nothing was paid or left to the patient and some of
 * it was refused; closed when nothing is open and no payer paid anything.
 */
function stateByTotals(totals: Totals): AdjudicatedState {
  if (totals.insurancePaid > 0) return totals.openInsurance > 0 ? "partly-paid" : "paid";
  if (totals.patientResponsibility > 0) {
    if (totals.openInsurance > 0) return "partly-paid";
    return totals.openPatient > 0 ? "patient" : "closed";
  }
  if (totals.denied > 0) return "denied";
  return totals.openInsurance > 0 ? "pending" : "closed";
}

function totalsOf(receivables: Iterable<Receivable>): Totals {
  const totals = {
    insurancePaid: 0,
    patientResponsibility: 0,
    openInsurance: 0,
    denied: 0,
    openPatient: 0,
  };
  for (const line of receivables) {
    totals.insurancePaid += line.insurancePaid;
    totals.patientResponsibility += line.patientResponsibility;
    totals.openInsurance += line.openInsurance;
    totals.denied += line.denied;
    totals.openPatient += line.openPatient;
  }
  return totals;
}

const sumOf = (amounts: readonly { readonly cents: number }[]): number =>
  amounts.reduce((sum, { cents }) => sum + cents, 0);

/** What one adjudication came to by itself. Pended ones came to nothing yet. */
function outcomeOf({ fact, lines }: DecidedAdjudication): FirstOutcome | undefined {
  const total = (amount: (line: LineDecision) => number) =>
    lines.reduce((sum, line) => sum + amount(line), 0);
  const denied = total(({ net }) => sumOf(net.denied));
  const patient = total(({ net }) => sumOf(net.patient));
  if (fact.claim.paidCents > 0) return denied > 0 ? "partly-paid" : "paid";
  if (patient > 0) return denied > 0 ? "partly-paid" : "patient";
  if (denied > 0 || fact.claim.statusCode === "4") return "denied";
  return total(({ net }) => sumOf(net.contractual)) > 0 ? "paid" : undefined;
}

/**
 * Every amount refused on the claim. It is open while its line has a refused part and no later
 * adjudication spoke about the line; it goes with its remittance when that is reversed.
 */
export function decidedDenials(decision: ClaimDecision, isOriginal: boolean): DecidedDenial[] {
  const decisions = decision.adjudications.filter(isDecision);
  const lastSpoken = new Map<number, DecidedAdjudication>();
  for (const decided of decisions) {
    if (decided.outcome !== "posted") continue;
    for (const line of decided.lines) {
      if (saysSomething(line)) lastSpoken.set(line.lineNumber, decided);
    }
  }
  const denials = new Map<string, DecidedDenial>();
  for (const decided of decisions) {
    if (decided.outcome !== "posted" && decided.outcome !== "reversed") continue;
    for (const line of decided.lines) {
      const denied = decision.receivables.get(line.lineNumber)?.denied ?? 0;
      const isLast = denied > 0 && lastSpoken.get(line.lineNumber) === decided;
      const state: DenialState =
        decided.outcome === "reversed" ? "reversed" : isLast ? "open" : "superseded";
      for (const { groupCode, reasonCode, cents } of line.net.denied) {
        const { remittanceId, claimNumber, effectiveOn } = decided.fact;
        const denial = {
          remittanceId,
          claimNumber,
          lineNumber: line.lineNumber,
          groupCode,
          reasonCode,
          remarkCodes: [...new Set(line.remarkCodes)],
          cents,
          deniedOn: effectiveOn,
          isInitial: isOriginal && decided === decisions[0],
          state,
        };
        denials.set(denialKey(denial), denial);
      }
    }
  }
  return [...denials.values()];
}

/** Identifies a denial within its claim. */
export function denialKey(denial: {
  readonly remittanceId: number;
  readonly claimNumber: number;
  readonly lineNumber: number;
  readonly groupCode: string;
  readonly reasonCode: string;
}): string {
  const { remittanceId, claimNumber, lineNumber, groupCode, reasonCode } = denial;
  return `${remittanceId}:${claimNumber}:${lineNumber}:${groupCode}:${reasonCode}`;
}

/** A later payer that shows only what an earlier one did leaves that as it is. */
function saysSomething({ net }: LineDecision): boolean {
  if (net.denied.length > 0) return true;
  return !net.waiting.some(
    ({ groupCode, reasonCode }) => groupCode === "OA" && reasonCode === "23",
  );
}
