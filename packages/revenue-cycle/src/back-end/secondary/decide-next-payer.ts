import { addCalendarDays } from "@headwater/code-sets";

/** What deciding the next payer needs to know of a claim. */
export type NextPayerFacts = {
  /** Replaced, void, or not sent yet: somebody else's or nobody's question. */
  readonly isStanding: boolean;
  /** Everybody who covers the patient, by rank from 1. */
  readonly payers: readonly { readonly rank: number }[];
  /** The last payer in the order that answered. */
  readonly answered:
    | {
        readonly rank: number;
        readonly on: string;
        readonly isForwarded: boolean;
        readonly patientCents: number;
        readonly paidCents: number;
      }
    | undefined;
  readonly openInsuranceCents: number;
  readonly deniedCents: number;
  /** The law forbids billing the patient what is left (qualified Medicare beneficiary). */
  readonly isPatientProtected: boolean;
  /** A claim to a next payer that was made here and is not sent yet. */
  readonly sending:
    | {
        readonly rank: number;
        readonly state: "draft" | "ready";
      }
    | undefined;
  /** The payer billed last, by claims of files and of ours. */
  readonly billedRank: number;
  readonly billedOn: string | undefined;
  /** The payer billed last rejected the claim before deciding it. */
  readonly isRejected: boolean;
  /** A person decided that nobody after the payer of this rank is asked. */
  readonly lastPayerRank: number | undefined;
  /** Days to wait for a payer that a claim was passed on or sent to. */
  readonly waitDays: number;
  /** The practice's business date. */
  readonly today: string;
};

/** What happens next with what a payer left open, and why. */
export type NextPayerDecision =
  | {
      readonly is: "none";
      readonly why: "not-standing" | "not-adjudicated" | "nothing-left" | "no-further-payer";
    }
  /** The payer refused it: that is answered first. The next payer may be asked nevertheless. */
  | { readonly is: "denied"; readonly cents: number; readonly nextRank: number | undefined }
  /** The payer passed it on itself: until `dueOn` a claim of ours would be a duplicate. */
  | {
      readonly is: "crossover";
      readonly since: string;
      readonly dueOn: string;
      readonly isOverdue: boolean;
      readonly nextRank: number | undefined;
    }
  /** A claim to the next payer is to be made. */
  | { readonly is: "bill"; readonly rank: number }
  /** It is made and waits to be sent, or to be corrected. */
  | { readonly is: "prepared"; readonly rank: number; readonly isClean: boolean }
  /** It was sent; the payer has until `dueOn`. */
  | {
      readonly is: "waiting";
      readonly rank: number;
      readonly dueOn: string | undefined;
      readonly isOverdue: boolean;
      readonly isRejected: boolean;
    }
  /** Nobody is left to ask: what is left is the patient's, in the books already or by a person. */
  | { readonly is: "patient"; readonly cents: number; readonly isReleased: boolean }
  /** Nobody is left to ask and the patient may not be billed. */
  | { readonly is: "protected"; readonly cents: number };

/**
 * Decides what follows the last payer's answer. In this order: is there anything to ask; a claim to the
 * next payer that is made or sent; one that the payer passed on itself; a refusal to be answered; the
 * next payer; at last the patient.
 */
export function decideNextPayer(facts: NextPayerFacts): NextPayerDecision {
  const { answered, sending, billedRank, today } = facts;
  if (!facts.isStanding) return { is: "none", why: "not-standing" };
  if (answered === undefined) return { is: "none", why: "not-adjudicated" };
  const nextRank = facts.payers.find(({ rank }) => rank > answered.rank)?.rank;
  if (sending !== undefined && sending.rank > answered.rank) {
    return { is: "prepared", rank: sending.rank, isClean: sending.state === "ready" };
  }
  const leftCents = Math.max(0, facts.openInsuranceCents);
  const isReleased = facts.lastPayerRank !== undefined && answered.rank >= facts.lastPayerRank;
  if (isReleased) {
    return answered.patientCents > 0
      ? { is: "patient", cents: answered.patientCents, isReleased: true }
      : { is: "none", why: "nothing-left" };
  }
  if (billedRank > answered.rank) {
    const { billedOn } = facts;
    const dueOn = billedOn === undefined ? undefined : addCalendarDays(billedOn, facts.waitDays);
    const isOverdue = dueOn !== undefined && today > dueOn;
    return { is: "waiting", rank: billedRank, dueOn, isOverdue, isRejected: facts.isRejected };
  }
  if (answered.isForwarded && leftCents > 0) {
    const dueOn = addCalendarDays(answered.on, facts.waitDays);
    return { is: "crossover", since: answered.on, dueOn, isOverdue: today > dueOn, nextRank };
  }
  if (answered.patientCents <= 0 && facts.deniedCents > 0) {
    return { is: "denied", cents: facts.deniedCents, nextRank };
  }
  if (answered.patientCents <= 0) return { is: "none", why: "nothing-left" };
  if (nextRank !== undefined) return { is: "bill", rank: nextRank };
  if (facts.isPatientProtected) return { is: "protected", cents: answered.patientCents };
  return leftCents - facts.deniedCents > 0
    ? { is: "patient", cents: answered.patientCents, isReleased: false }
    : { is: "none", why: "no-further-payer" };
}
