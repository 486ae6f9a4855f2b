import { dateOf } from "../civil-day.ts";
import { adjudicateClaim } from "../payers/adjudicate-claim.ts";
import type { Payer } from "../payers/payer.ts";
import { payers } from "../payers/payers.ts";
import { correctedDown, reversalOf } from "../payers/reverse-decision.ts";
import type { DecidedClaim } from "../payers/written-remittance.ts";
import { decisionRecord, type StandingDecision } from "./claim-life.ts";
import { decide, filledOf, standsNoMore, standsNow } from "./decide-claim.ts";
import { runDayFrom } from "./payment-calendar.ts";
import { addInterest, carryBalance, payCapitation, tellTakeback } from "./provider-adjustments.ts";
import { type PayerEvent, type Run, schedule } from "./run.ts";
import { type Gathering, writePayment } from "./write-payment.ts";

/** The payment runs of a day: each payer that has something to decide makes one payment. */
export function payDay(run: Run, events: readonly PayerEvent[]): void {
  for (const [at, payer] of payers.entries()) {
    const own = events.filter((event) => event.payer.key === payer.key);
    if (own.length > 0) payRun(run, { payer, slot: at }, own);
  }
}

function payRun(
  run: Run,
  { payer, slot }: { readonly payer: Payer; readonly slot: number },
  events: readonly PayerEvent[],
): void {
  const desk = run.deskNumber === 0 ? "" : `D${run.deskNumber}`;
  const trace = `${payer.id}${dateOf(run.day).replaceAll("-", "")}${desk}`;
  const gathering: Gathering = { payer, trace, claims: [], adjustments: [] };
  for (const event of events) gather[event.is](run, event as never, gathering);
  payCapitation(run, gathering);
  carryBalance(run, gathering);
  if (gathering.claims.length === 0 && gathering.adjustments.length === 0) return;
  writePayment(run, gathering, slot);
}

type Gather = {
  readonly [Is in PayerEvent["is"]]: (
    run: Run,
    event: Extract<PayerEvent, { is: Is }>,
    gathering: Gathering,
  ) => void;
};

const gather: Gather = {
  decide: (run, event, gathering) => {
    const { life, claim, receivedOn, payer } = event;
    const replaced = life.standing.find(
      ({ decision }) => decision.payer.key === payer.key && decision.statusCode !== "2",
    );
    const isReplacement = claim.frequency === "7" && replaced !== undefined;
    if (isReplacement && replaced.decision.paidCents + replaced.decision.patientCents > 0) {
      gathering.claims.push(reversed(replaced));
    }
    if (event.first === undefined) {
      for (const one of life.standing.filter(({ decision }) => decision.statusCode !== "2")) {
        standsNoMore(run, life, one);
      }
    }
    const decision = decide(run, event);
    const standing = { decision, claim, receivedOn };
    gathering.claims.push(standing);
    addInterest(run, gathering, standing);
    standsNow(run, life, { standing, trace: gathering.trace });
  },
  "take-back": takeBack,
  reopen: (run, { life, reopened }, gathering) => {
    if (!life.standing.includes(reopened)) return;
    const { claim, receivedOn, decision } = reopened;
    standsNoMore(run, life, reopened);
    const corrected = adjudicateClaim({
      claim,
      refused: [],
      stream: claim.encounter.stream.at("payer", decision.payer.key, claim.frequency),
      payerClaimControlNumber: `${decision.payerClaimControlNumber}A`,
      filled: filledOf(run, claim.encounter, decision.payer),
      underpaid: 0,
      forwards: false,
    });
    const standing = { decision: corrected, claim, receivedOn };
    gathering.claims.push(reversed(reopened), standing);
    standsNow(run, life, { standing, trace: gathering.trace });
  },
  void: (run, { life, voided }, gathering) => {
    if (!life.standing.includes(voided)) return;
    gathering.claims.push(reversed(voided));
    standsNoMore(run, life, voided);
  },
  recoup: (run, event, gathering) => {
    const { reference, cents, life, way, reversedOn, payer } = event;
    const claim = life.patientControlNumber;
    gathering.adjustments.push({ code: "WO", reference, cents, claim });
    tellTakeback(run, { claim, payer, way, cents, reversedOn, recoupedOn: run.day });
  },
};

function reversed({ decision, claim, receivedOn }: StandingDecision): DecidedClaim {
  return { decision: reversalOf(decision), claim, receivedOn };
}

/** A quarter of what was paid is taken back. */
const takenBasisPoints = 2500;
const recoupedAfterDays: readonly [number, number] = [21, 63];

function takeBack(
  run: Run,
  event: Extract<PayerEvent, { is: "take-back" }>,
  gathering: Gathering,
): void {
  const { life, taken, way, payer } = event;
  if (!life.standing.includes(taken)) return;
  const reference = taken.decision.payerClaimControlNumber;
  const corrected = correctedDown(taken.decision, takenBasisPoints);
  const cents = taken.decision.paidCents - corrected.paidCents;
  const claim = life.patientControlNumber;
  if (way === "unexplained") {
    gathering.adjustments.push({ code: "WO", reference, cents, claim });
    const recoupedOn = run.day;
    tellTakeback(run, { claim, payer, way, cents, reversedOn: undefined, recoupedOn });
    return;
  }
  const standing = { ...taken, decision: corrected };
  gathering.claims.push(reversed(taken), standing);
  life.standing = life.standing.map((one) => (one === taken ? standing : one));
  life.decisions.push(decisionRecord(corrected, { on: dateOf(run.day), trace: gathering.trace }));
  if (way === "reversal") {
    tellTakeback(run, { claim, payer, way, cents, reversedOn: run.day, recoupedOn: run.day });
    return;
  }
  gathering.adjustments.push({ code: "WO", reference, cents: -cents, claim });
  const stream = taken.claim.encounter.stream.at("recouped");
  const day = run.day + stream.between("after", recoupedAfterDays);
  const reversedOn = run.day;
  const recoup = { is: "recoup", life, payer, reference, cents, way, reversedOn } as const;
  schedule(run, runDayFrom(day, payer), recoup);
}
