/** How a payer answered in the past: of so many claims, within how many days nearly all. */
export type PayerHabit = {
  readonly answers: number;
  /** Days from sending to the first decision within which nine claims of ten were answered. */
  readonly days: number;
};

/** Fewer answers show no habit. */
const answersOfHabit = 10;

/** Days until a claim that is still open is asked about again. */
const askAgainDays = 14;

export type SentClaimAge = {
  readonly submittedOn: string;
  readonly today: string;
  /** When it was asked about last. */
  readonly askedOn: string | undefined;
};

/**
 * Whether a payer is later with a claim than its own habit, and by how much: the days waited, or
 * undefined where it is not late, has no habit yet or was asked lately.
 */
export function lateDays(
  habit: PayerHabit | undefined,
  { submittedOn, today, askedOn }: SentClaimAge,
): number | undefined {
  if (habit === undefined || habit.answers < answersOfHabit) return undefined;
  const waited = daysBetween(submittedOn, today);
  if (waited <= habit.days) return undefined;
  if (askedOn !== undefined && daysBetween(askedOn, today) < askAgainDays) return undefined;
  return waited;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

export type StatusOutcome =
  | "accepted"
  | "rejected"
  | "pending"
  | "finalized"
  | "not-found"
  | "error";

/** What a status category (external list 507) comes to. */
export function statusOutcome(category: string): StatusOutcome {
  if (category === "A4" || category === "D0") return "not-found";
  if (/^A[3678]$/.test(category)) return "rejected";
  if (category.startsWith("A")) return "accepted";
  if (category.startsWith("F")) return "finalized";
  return /^[PR]/.test(category) ? "pending" : "error";
}

/**
 * Why a person must act on a status category (external list 507): the payer finds nothing (A4, D0), says
 * that it rejected (A3, A6 to A8) or denied (F2) the claim. Undefined where waiting is right.
 */
export function needOf(category: string): string | undefined {
  if (category === "F2") return "CLAIM_STATUS_DENIED";
  const outcome = statusOutcome(category);
  if (outcome === "not-found") return "CLAIM_NOT_FOUND";
  return outcome === "rejected" ? "CLAIM_STATUS_REJECTED" : undefined;
}
