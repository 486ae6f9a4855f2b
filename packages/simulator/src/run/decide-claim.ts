import { sumOf } from "../cents.ts";
import { dateOf, yearOf } from "../civil-day.ts";
import { parameters } from "../parameters/parameters.ts";
import { adjudicateClaim, payerError } from "../payers/adjudicate-claim.ts";
import { adjudicateNext } from "../payers/adjudicate-next.ts";
import { type ClaimDecision, patientShare } from "../payers/decision.ts";
import { editClaim } from "../payers/edit-claim.ts";
import type { Payer } from "../payers/payer.ts";
import { unfill } from "../payers/reverse-decision.ts";
import type { Accumulator } from "../payers/share-costs.ts";
import type { Encounter } from "../world/encounter.ts";
import { submissionDayFrom } from "./bill-day.ts";
import {
  type ClaimLife,
  decisionRecord,
  isNextExpected,
  outcomeOf,
  type StandingDecision,
} from "./claim-life.ts";
import { forwardClaim, payerNumberOf } from "./payer-desk.ts";
import { runDayFrom } from "./payment-calendar.ts";
import { workDenial } from "./rework.ts";
import { type PayerEvent, type Run, schedule, type TakebackWay } from "./run.ts";

type Decide = Extract<PayerEvent, { is: "decide" }>;

/** The payer's decision about a claim that it has received. */
export function decide(run: Run, event: Decide): ClaimDecision {
  const { claim, payer, receivedOn, first, isDuplicate } = event;
  const payerClaimControlNumber = payerNumberOf(payer, claim, receivedOn);
  if (first !== undefined) return adjudicateNext(first, claim, { payer, payerClaimControlNumber });
  const stream = claim.encounter.stream.at("payer", payer.key, claim.frequency);
  const edits = editClaim(claim, { receivedOn, isDuplicate });
  const isWrong = edits.length === 0 && stream.happens("wrong", run.profile.payerErrors);
  const refused = isWrong ? [payerError(claim, stream)] : edits;
  const underpays = stream.happens("underpays", run.profile.underpayments);
  return adjudicateClaim({
    claim,
    refused,
    stream,
    payerClaimControlNumber,
    filled: filledOf(run, claim.encounter, payer),
    underpaid: underpays ? stream.between("underpaid", [400, 1800]) : 0,
    forwards:
      payer.key === "medicare" && stream.happens("forwards", parameters.crossoverPermille.value),
  });
}

/** What the member has paid of the year of service; part of it before the time simulated. */
export function filledOf(
  run: Run,
  { patient, day }: Pick<Encounter, "patient" | "day">,
  payer: Payer,
): Accumulator {
  const year = yearOf(day);
  const key = `${patient.index} ${payer.key} ${year}`;
  const known = run.filled.get(key);
  if (known !== undefined) return known;
  const stream = run.world.root.at("filled", patient.index, payer.key, year);
  const startsWithin = year === yearOf(run.world.firstDay);
  const before = startsWithin ? stream.below("before", payer.benefits.deductibleCents + 1) : 0;
  const filled = { deductibleCents: before, outOfPocketCents: before };
  run.filled.set(key, filled);
  return filled;
}

/** A decision stands: in the life of its claim, in the books of the member, in what follows from it. */
export function standsNow(
  run: Run,
  life: ClaimLife,
  place: { readonly standing: StandingDecision; readonly trace: string },
): void {
  const { decision, claim } = place.standing;
  life.standing.push(place.standing);
  if (decision.statusCode !== "2") life.awaitsAnswer = false;
  life.decisions.push(decisionRecord(decision, { on: dateOf(run.day), trace: place.trace }));
  if (life.firstOutcome === undefined) {
    life.firstOutcome = outcomeOf(decision);
    life.firstDecidedOn = run.day;
    life.firstRefusalCode = decision.lines.find(({ refusal }) => refusal)?.refusal?.reasonCode;
  }
  workDenial(run, life, place.standing);
  goOn(run, life, place.standing);
  if (claim.encounter.patient.payingPermille > 0) billPatient(run, life, place.standing);
  takeBackLater(run, life, place.standing);
}

/** To the next payer: by itself, by a claim of the office, or not at all. */
function goOn(run: Run, life: ClaimLife, standing: StandingDecision): void {
  const { decision } = standing;
  // What replaces a claim at one payer is an original to the next.
  const claim = { ...standing.claim, frequency: "1", replacesPayerNumber: undefined } as const;
  if (!isNextExpected(claim, decision) || claim.nextCoverage === undefined) return;
  if (life.decisions.some(({ status }) => status === "2")) return;
  const prior = { decision, on: dateOf(run.day) };
  if (decision.forwardedTo !== undefined) {
    forwardClaim(run, { life, claim, prior }, decision.forwardedTo);
    return;
  }
  const stream = claim.encounter.stream.at("next-payer");
  const isWhole = decision.lines.every(({ refusal }) => refusal === undefined);
  const hasShare = decision.patientCents > 0;
  if (!isWhole || !hasShare || !stream.happens("billed", run.profile.secondaryBilled)) return;
  const day = submissionDayFrom(run.day + stream.between("after", [3, 14]));
  schedule(run, day, { is: "send", life, claim, as: "next-payer", prior });
}

/** The patient pays what the last payer left, by his habit. */
function billPatient(run: Run, life: ClaimLife, { decision, claim }: StandingDecision): void {
  if (isNextExpected(claim, decision) || decision.statusCode === "22") return;
  const refused = sumOf(decision.lines, ({ refusal, adjustments }) =>
    refusal === undefined ? 0 : patientShare(adjustments),
  );
  const cents = decision.patientCents - refused - life.patientPaidCents;
  const { stream, patient } = claim.encounter;
  const habit = Math.floor((patient.payingPermille * run.profile.patientsPay) / 1000);
  const own = stream.at("patient-pays", life.decisions.length);
  if (cents <= 0 || !own.happens("pays", habit)) return;
  const day = run.day + own.between("after", parameters.patientPaysDays.value);
  const receipt = `P${life.patientControlNumber}${life.decisions.length}`;
  schedule(run, day, { is: "patient-pays", life, cents, receipt });
}

/** Some payments are taken back in part, months later. */
function takeBackLater(run: Run, life: ClaimLife, standing: StandingDecision): void {
  const { decision, claim } = standing;
  const { payer } = decision;
  const stream = claim.encounter.stream.at("take-back", life.decisions.length);
  const isSimple =
    decision.statusCode === "1" && claim.nextCoverage === undefined && decision.paidCents > 2000;
  if (!isSimple || payer.quirks.splitsClaims !== undefined) return;
  if (!stream.happens("is", run.profile.takebacks) || life.wasWorked) return;
  const way: TakebackWay = stream.happens("unexplained", run.profile.takebacksUnexplained)
    ? "unexplained"
    : stream.happens("established", 400)
      ? "established"
      : "reversal";
  const day = runDayFrom(run.day + stream.between("after", parameters.takebackDays.value), payer);
  schedule(run, day, { is: "take-back", life, payer, taken: standing, way });
}

/** Takes a decision that is reversed out of the life of its claim and the year of its member. */
export function standsNoMore(run: Run, life: ClaimLife, reversed: StandingDecision): void {
  life.standing = life.standing.filter((one) => one !== reversed);
  unfill(reversed.decision, filledOf(run, reversed.claim.encounter, reversed.decision.payer));
}
