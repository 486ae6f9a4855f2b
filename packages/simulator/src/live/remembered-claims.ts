import type { BilledClaim } from "../office/claim.ts";
import type { Payer } from "../payers/payer.ts";
import type { ClaimLife, StandingDecision } from "../run/claim-life.ts";
import type { Run } from "../run/run.ts";

/** A claim that a payer has decided, with the decision if it still stands. */
export type Remembered = {
  readonly life: ClaimLife;
  readonly standing: StandingDecision | undefined;
};

/** The claim that a payer decided under its number; undefined when it knows none. */
export function standingOfNumber(run: Run, payer: Payer, number: string): Remembered | undefined {
  for (const life of run.lives.values()) {
    const isOurs = life.decisions.some(
      (one) => one.payer === payer.key && one.payerClaimControlNumber === number,
    );
    if (!isOurs) continue;
    const standing = life.standing.find(
      ({ decision }) =>
        decision.payer.key === payer.key && decision.payerClaimControlNumber === number,
    );
    return { life, standing };
  }
  return undefined;
}

/**
 * Whether the same services of the same patient and day are decided already, or wait for it, and were not
 * wholly refused: what was refused may be billed anew.
 */
export function isBilledBefore(run: Run, claim: BilledClaim): boolean {
  const services = servicesOf(claim);
  for (const life of run.lives.values()) {
    const other = life.claim;
    if (other.payer.key !== claim.payer.key || other.encounter.day !== claim.encounter.day)
      continue;
    if (other.encounter.patient.index !== claim.encounter.patient.index) continue;
    if (servicesOf(other) !== services) continue;
    const own = life.standing.filter(({ decision }) => decision.statusCode !== "2");
    const isPaid = own.some(({ decision }) =>
      decision.lines.some(({ refusal }) => refusal === undefined),
    );
    if (isPaid || (own.length === 0 && life.awaitsAnswer)) return true;
  }
  return false;
}

function servicesOf({ lines, encounter, memberIdWritten }: BilledClaim): string {
  const who = encounter.patient.index < 0 ? memberIdWritten : "";
  return [who, ...lines.map(({ code }) => code).sort()].join(" ");
}
