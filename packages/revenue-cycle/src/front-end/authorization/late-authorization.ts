import { daysBetween } from "@headwater/code-sets/civil-date.ts";

/** How a payer decided requests in the past: of so many, within how many days nine of ten. */
export type DecisionHabit = { readonly answers: number; readonly days: number };

/** Fewer answers show no habit. */
const answersOfHabit = 5;

/**
 * Days that count where a payer has shown no habit: what 42 CFR 422.568 and 422.572 give Medicare Advantage
 * plans since 2026, seven days, or 72 hours where the request is urgent.
 */
const standardDays = 7;
const urgentDays = 3;

/** Days until a payer is asked again about a request that it pended. */
const askAgainDays = 2;

export type OpenRequest = {
  /** When consent was asked for first, and when the payer was asked last. */
  readonly requestedOn: string;
  readonly askedOn: string;
  readonly isUrgent: boolean;
  readonly today: string;
};

/** Within how many days an answer may be waited for: the payer's habit, else the rule. */
export function expectedDays(habit: DecisionHabit | undefined, isUrgent: boolean): number {
  if (isUrgent) return urgentDays;
  return habit === undefined || habit.answers < answersOfHabit ? standardDays : habit.days;
}

/** The days waited if they are more than expected, else undefined. */
export function overdueDays(
  habit: DecisionHabit | undefined,
  { requestedOn, isUrgent, today }: OpenRequest,
): number | undefined {
  const waited = daysBetween(requestedOn, today);
  return waited > expectedDays(habit, isUrgent) ? waited : undefined;
}

/** Whether the payer is asked what became of a request that it pended. */
export function isToAskAgain({ askedOn, today }: Pick<OpenRequest, "askedOn" | "today">): boolean {
  return daysBetween(askedOn, today) >= askAgainDays;
}
