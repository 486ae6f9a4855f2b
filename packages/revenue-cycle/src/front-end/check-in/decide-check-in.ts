import type { AppointmentState } from "../appointment/appointment.ts";

export const paymentMethods = ["cash", "card", "check", "other"] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

/** What the desk takes from the patient. */
export type CheckInWanted = {
  readonly copayCents: number;
  readonly balanceCents: number;
  readonly method: PaymentMethod | undefined;
};

export type CheckInFacts = {
  readonly state: AppointmentState;
  readonly day: string;
  readonly today: string;
  /** An edit or a person holds the visit or the registration. */
  readonly isHeld: boolean;
  /** What the patient owes of earlier visits, less what was paid and waits. */
  readonly balanceDueCents: number;
};

export type CheckInRefusal =
  | "appointment_not_booked"
  | "appointment_other_day"
  | "appointment_held"
  | "payment_method_missing"
  | "balance_exceeded";

export type CheckInDecision =
  | { readonly is: "check-in"; readonly copayCents: number; readonly balanceCents: number }
  | { readonly is: "refused"; readonly code: CheckInRefusal };

/**
 * Whether a patient may be checked in with what he pays. A visit that is not cleared may be: the desk
 * decides with the reasons in sight, and they are kept; only a hold is mended or released first. More than is owed is not taken for it; a copay may
 * be any amount, because what the payer says of it may be wrong.
 */
export function decideCheckIn(facts: CheckInFacts, wanted: CheckInWanted): CheckInDecision {
  const { copayCents, balanceCents, method } = wanted;
  if (facts.state !== "booked") return refused("appointment_not_booked");
  if (facts.day !== facts.today) return refused("appointment_other_day");
  if (facts.isHeld) return refused("appointment_held");
  if (copayCents + balanceCents > 0 && method === undefined) {
    return refused("payment_method_missing");
  }
  if (balanceCents > facts.balanceDueCents) return refused("balance_exceeded");
  return { is: "check-in", copayCents, balanceCents };
}

function refused(code: CheckInRefusal): CheckInDecision {
  return { is: "refused", code };
}

/** The number on a receipt: the day and the check-in of the practice. */
export function receiptNumber(day: string, checkInId: number): string {
  return `R${day.slice(2).replaceAll("-", "")}-${checkInId}`;
}
