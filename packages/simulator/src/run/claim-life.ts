import { sumOf } from "../cents.ts";
import type { BilledClaim } from "../office/claim.ts";
import { type ClaimDecision, type LineDecision, patientShare } from "../payers/decision.ts";
import type { DecisionRecord, FirstOutcome, SendingRecord, Standing } from "../truth/records.ts";

/** A decision that stands: one that was reversed is taken out. */
export type StandingDecision = {
  readonly decision: ClaimDecision;
  readonly claim: BilledClaim;
  readonly receivedOn: number;
};

/** All that happens to the claim of one encounter until nothing more will. */
export type ClaimLife = {
  readonly patientControlNumber: string;
  /** As it was first sent. */
  readonly first: BilledClaim;
  /** As it stands now. */
  claim: BilledClaim;
  readonly sendings: SendingRecord[];
  readonly decisions: DecisionRecord[];
  standing: StandingDecision[];
  firstOutcome: FirstOutcome | undefined;
  firstDecidedOn: number | undefined;
  firstRefusalCode: string | undefined;
  patientPaidCents: number;
  wasWorked: boolean;
  /** A corrected claim is out: what was refused before counts no more. */
  awaitsAnswer: boolean;
  /** Events to come. */
  pending: number;
};

/** A claim at its beginning. */
export function lifeOf(claim: BilledClaim): ClaimLife {
  return {
    patientControlNumber: claim.patientControlNumber,
    first: claim,
    claim,
    sendings: [],
    decisions: [],
    standing: [],
    firstOutcome: undefined,
    firstDecidedOn: undefined,
    firstRefusalCode: undefined,
    patientPaidCents: 0,
    wasWorked: false,
    awaitsAnswer: false,
    pending: 0,
  };
}

const patientReasons = new Set(["1", "2", "3"]);

/**
 * What the first decision of a payer comes to: wholly denied is nothing paid and nothing left to the
 * patient; partly paid is something paid or left, and something refused.
 */
export function outcomeOf(decision: ClaimDecision): FirstOutcome {
  const isRefused = decision.lines.some(({ refusal }) => refusal !== undefined);
  if (decision.paidCents > 0) return isRefused ? "partly-paid" : "paid";
  const share = sumOf(decision.lines, ({ adjustments }) =>
    sumOf(adjustments, ({ groupCode, reasonCode, cents }) =>
      groupCode === "PR" && patientReasons.has(reasonCode) ? cents : 0,
    ),
  );
  if (share > 0) return isRefused ? "partly-paid" : "patient";
  return isRefused ? "denied" : "nothing";
}

/**
 * What a claim stands at by the rules of the field: payments and contractual reductions of every
 * decision that stands, the first payer's before the next one's; the patient's share of the last payer
 * moves to the patient unless another payer is expected; what was refused, or not answered, is open.
 * What a next payer paid beyond what was open is its credit, and nothing is left for it to reduce.
 */
export function standingOf(life: ClaimLife): Standing {
  const { claim } = life;
  const standing = inPayerOrder(life.standing);
  const lines = claim.lines.map((line) => {
    const decided = standing.flatMap(({ decision }) => {
      const found = decision.lines.find(({ number }) => number === line.number);
      return found === undefined ? [] : [{ decision, line: found }];
    });
    return standingOfLine(claim, line.chargedCents, decided);
  });
  const total = (of: keyof LineStanding) => sumOf(lines, (line) => line[of]);
  const moved = total("moved");
  return {
    charged: claim.chargedCents,
    insurancePaid: total("insurancePaid"),
    contractual: total("contractual"),
    withheld: total("withheld"),
    patientResponsibility: moved,
    patientPaid: life.patientPaidCents,
    openPatient: Math.max(0, moved - life.patientPaidCents),
    creditPatient: Math.max(0, life.patientPaidCents - moved),
    openInsurance: total("open"),
    creditInsurance: total("credit"),
    denied: life.awaitsAnswer ? 0 : total("denied"),
  };
}

type DecidedLine = { readonly decision: ClaimDecision; readonly line: LineDecision };

type LineStanding = {
  insurancePaid: number;
  contractual: number;
  withheld: number;
  moved: number;
  open: number;
  credit: number;
  denied: number;
};

function standingOfLine(
  claim: BilledClaim,
  chargedCents: number,
  decided: readonly DecidedLine[],
): LineStanding {
  const found = { insurancePaid: 0, contractual: 0, withheld: 0, moved: 0, credit: 0, denied: 0 };
  let open = chargedCents;
  for (const { line } of decided) {
    found.insurancePaid += line.paidCents;
    open -= line.paidCents;
    if (open < 0) {
      found.credit -= open;
      open = 0;
    }
    const withheld = centsOf(line, "CO", new Set(["104"]));
    const contractual = Math.min(contractualOf(line), open - withheld);
    found.withheld += withheld;
    found.contractual += contractual;
    open -= withheld + contractual;
  }
  const last = decided.at(-1);
  if (last === undefined) return { ...found, open };
  if (isRefused(decided)) found.denied = open;
  else if (last.line.refusal === undefined && !isNextExpected(claim, last.decision)) {
    found.moved = Math.min(open, centsOf(last.line, "PR", patientReasons));
  }
  return { ...found, open: open - found.moved };
}

/** Whether a payer refused a line and no later one paid it or left a share of it to the patient. */
function isRefused(decided: readonly DecidedLine[]): boolean {
  const own = decided.filter(({ decision }) => decision.statusCode !== "2").at(-1);
  const next = decided.filter(({ decision }) => decision.statusCode === "2").at(-1);
  if (own?.line.refusal === undefined) return next?.line.refusal !== undefined;
  return next === undefined || next.line.paidCents + patientShare(next.line.adjustments) === 0;
}

/** The first payer before the next: what the next one said of a line stands when the first looks again. */
function inPayerOrder(standing: readonly StandingDecision[]): StandingDecision[] {
  const isNext = ({ decision }: StandingDecision) => decision.statusCode === "2";
  return [...standing.filter((one) => !isNext(one)), ...standing.filter(isNext)];
}

/** Whether another payer is still to be heard after a decision. */
export function isNextExpected(claim: BilledClaim, decision: ClaimDecision): boolean {
  return claim.nextCoverage !== undefined && decision.statusCode !== "2";
}

const contractualReasons = new Set(["45", "59", "253", "24", "P12"]);

function contractualOf(line: LineDecision): number {
  return line.refusal === undefined ? centsOf(line, "CO", contractualReasons) : 0;
}

function centsOf(line: LineDecision, group: string, reasons: ReadonlySet<string>): number {
  return sumOf(line.adjustments, ({ groupCode, reasonCode, cents }) =>
    groupCode === group && reasons.has(reasonCode) ? cents : 0,
  );
}

/** A decision as the truth tells it. */
export function decisionRecord(
  decision: ClaimDecision,
  place: { readonly on: string; readonly trace: string },
): DecisionRecord {
  return {
    ...place,
    payer: decision.payer.key,
    status: decision.statusCode,
    payerClaimControlNumber: decision.payerClaimControlNumber,
    paid: decision.paidCents,
    patient: sumOf(decision.lines, ({ adjustments }) => patientShare(adjustments)),
    refusals: decision.lines.flatMap(({ number, refusal, chargedCents }) =>
      refusal === undefined
        ? []
        : [
            {
              line: number,
              name: refusal.name,
              group: refusal.groupCode,
              reason: refusal.reasonCode,
              remarks: refusal.remarkCodes,
              cents: chargedCents,
            },
          ],
    ),
    isPayerError: decision.isPayerError,
  };
}
