import { sumOf } from "../cents.ts";
import { dateOf } from "../civil-day.ts";
import { parameters } from "../parameters/parameters.ts";
import type { Payer } from "../payers/payer.ts";
import type { DecidedClaim } from "../payers/written-remittance.ts";
import type { Run, TakebackWay } from "./run.ts";
import type { Gathering } from "./write-payment.ts";

/** Interest on a claim that was paid later than the law allows (PLB L6, an amount paid is negative). */
export function addInterest(run: Run, gathering: Gathering, decided: DecidedClaim): void {
  const { decision, receivedOn } = decided;
  const lateDays = run.day - receivedOn - parameters.promptDays.value;
  if (lateDays <= 0 || decision.paidCents <= 0) return;
  const year = decision.paidCents * parameters.lateInterest.value;
  const cents = Math.floor((year * lateDays) / 3_650_000);
  if (cents === 0) return;
  const reference = decision.payerClaimControlNumber;
  const claim = decision.patientControlNumber;
  gathering.adjustments.push({ code: "L6", reference, cents: -cents, claim });
}

/** One patient in this many is a member of a plan that pays by the month. */
const patientsPerMember = 12;

/** The month's sum for all members of a plan that pays so (PLB CT), with the first payment of a month. */
export function payCapitation(run: Run, { payer, claims, adjustments }: Gathering): void {
  const { capitation } = payer.contract;
  const month = dateOf(run.day).slice(0, 7);
  if (capitation === undefined || claims.length === 0) return;
  if (run.capitated.get(payer.key) === month) return;
  run.capitated.set(payer.key, month);
  const members = Math.floor(run.world.patients / patientsPerMember) + 1;
  const cents = -members * capitation.perMemberMonthCents;
  const reference = `CAP${month.replace("-", "")}`;
  adjustments.push({ code: "CT", reference, cents, claim: undefined });
}

/**
 * A payment cannot be below zero: what is missing is carried forward (PLB FB, negative) and taken off a
 * later payment (FB, positive).
 */
export function carryBalance(run: Run, { payer, claims, adjustments, trace }: Gathering): void {
  const owed = run.forwarded.get(payer.key);
  if (owed !== undefined) {
    run.forwarded.delete(payer.key);
    adjustments.push({ code: "FB", reference: owed.trace, cents: owed.cents, claim: undefined });
  }
  const paid =
    sumOf(claims, ({ decision }) => decision.paidCents) - sumOf(adjustments, ({ cents }) => cents);
  if (paid >= 0) return;
  run.forwarded.set(payer.key, { cents: -paid, trace });
  adjustments.push({ code: "FB", reference: trace, cents: paid, claim: undefined });
}

type Takeback = {
  readonly claim: string;
  readonly payer: Payer;
  readonly way: TakebackWay;
  readonly cents: number;
  readonly reversedOn: number | undefined;
  readonly recoupedOn: number | undefined;
};

/** Tells the truth about money that a payer takes back. */
export function tellTakeback(run: Run, { payer, reversedOn, recoupedOn, ...told }: Takeback): void {
  run.outputs.push({
    type: "truth",
    record: {
      truth: "takebacks",
      ...told,
      payer: payer.key,
      reversedOn: reversedOn === undefined ? undefined : dateOf(reversedOn),
      recoupedOn: recoupedOn === undefined ? undefined : dateOf(recoupedOn),
    },
  });
}
