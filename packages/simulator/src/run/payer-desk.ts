import { dateOf } from "../civil-day.ts";
import { controlNumberOf } from "../office/bill-encounter.ts";
import type { BilledClaim } from "../office/claim.ts";
import { parameters } from "../parameters/parameters.ts";
import type { Payer } from "../payers/payer.ts";
import { runDayFrom } from "./payment-calendar.ts";
import { type Run, type Sending, schedule } from "./run.ts";

/** The payer's number of a claim: who, when received, which; the same wherever it is told. */
export function payerNumberOf(payer: Payer, claim: BilledClaim, receivedOn: number): string {
  const received = dateOf(receivedOn).replaceAll("-", "").slice(2);
  const which = claim.payersMark ?? claim.patientControlNumber.slice(1, 10);
  return `${payer.id}${received}${which}`;
}

/** A claim is with its payer, which decides it in time for one of its payment runs. */
export function payerReceives(run: Run, { life, claim, prior }: Sending, receivedOn: number): void {
  const payer = prior === undefined ? claim.payer : (claim.nextCoverage?.payer ?? claim.payer);
  const day = decisionDay(payer, claim, receivedOn);
  schedule(run, day, {
    is: "decide",
    life,
    claim,
    payer,
    receivedOn,
    isDuplicate: isAnother(claim),
    first: prior?.decision,
  });
}

/** A claim that goes from one payer to the next by itself. */
export function forwardClaim(run: Run, event: Omit<Sending, "is" | "as">, payer: Payer): void {
  const { life, claim, prior } = event;
  const stream = claim.encounter.stream.at("crossover");
  const receivedOn = run.day + stream.between("days", parameters.crossoverDays.value);
  const day = decisionDay(payer, claim, receivedOn);
  const first = prior?.decision;
  schedule(run, day, { is: "decide", life, claim, payer, receivedOn, isDuplicate: false, first });
}

/** The day of the payment run with which a payer decides a claim that it received on a day. */
export function decisionDay(payer: Payer, claim: BilledClaim, receivedOn: number): number {
  const { timing, quirks, key } = payer;
  const stream = claim.encounter.stream.at("decision", key, receivedOn);
  const late = stream.happens("late", quirks.paysLate ?? 0)
    ? stream.between("late-days", parameters.lateDays.value)
    : 0;
  const days = Math.max(timing.floorDays, stream.between("days", timing.decisionDays)) + late;
  return runDayFrom(receivedOn + days, payer);
}

/** Whether the same services have gone out under another number before. */
function isAnother({ patientControlNumber, encounter }: BilledClaim): boolean {
  return patientControlNumber !== controlNumberOf(encounter.index);
}
