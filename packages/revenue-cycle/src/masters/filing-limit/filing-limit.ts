import { addCalendarDays } from "@headwater/code-sets/civil-date.ts";

/** What is filed: the first claim, one that corrects it, an appeal against what came of it. */
export const filingKinds = ["original", "corrected", "appeal"] as const;
export type FilingKind = (typeof filingKinds)[number];

export const filingUnits = ["days", "months"] as const;
export type FilingUnit = (typeof filingUnits)[number];

/**
 * The day from which a limit runs: the first day of service; the same, but for a second payer the day
 * on which the earlier one adjudicated; the day of the payer's own remittance.
 */
export const filingBases = ["service", "service-or-prior-payer", "remittance"] as const;
export type FilingBasis = (typeof filingBases)[number];

/** Until when something may be filed with a payer. What is undefined holds for all. */
export type FilingLimit = {
  readonly payerId: number | undefined;
  /** Upper-case identifier of a payer of the directory, for limits that the program brings. */
  readonly payerKey: string | undefined;
  readonly planId: number | undefined;
  readonly lineOfBusiness: string | undefined;
  readonly state: string | undefined;
  readonly kind: FilingKind;
  readonly length: number;
  readonly unit: FilingUnit;
  readonly basis: FilingBasis;
  readonly source: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | undefined;
};

/** What is to be filed, with whom, and for which day of service. */
export type FilingQuestion = {
  readonly kind: FilingKind;
  readonly payerId: number;
  readonly payerKey: string | undefined;
  readonly planId: number | undefined;
  readonly lineOfBusiness: string | undefined;
  /** State of the billing provider. */
  readonly state: string | undefined;
  readonly serviceOn: string;
};

/**
 * The limit that holds for a filing: one of the practice for the payer before one that the program
 * brings, then the one that names most (plan, payer, state, line of business), then the later one.
 * Undefined where nothing is on file, of which nothing may be concluded.
 */
export function filingLimitOf(
  limits: readonly FilingLimit[],
  question: FilingQuestion,
): FilingLimit | undefined {
  let best: FilingLimit | undefined;
  for (const limit of limits) {
    if (!fits(limit, question)) continue;
    if (best === undefined || isNearer(limit, best)) best = limit;
  }
  return best;
}

function fits(limit: FilingLimit, question: FilingQuestion): boolean {
  const { serviceOn } = question;
  const isOf = <Value>(named: Value | undefined, value: Value | undefined) =>
    named === undefined || named === value;
  return (
    limit.kind === question.kind &&
    limit.effectiveFrom <= serviceOn &&
    (limit.effectiveTo === undefined || serviceOn <= limit.effectiveTo) &&
    isOf(limit.payerId, question.payerId) &&
    isOf(limit.payerKey, question.payerKey) &&
    isOf(limit.planId, question.planId) &&
    isOf(limit.lineOfBusiness, question.lineOfBusiness) &&
    isOf(limit.state, question.state)
  );
}

function isNearer(one: FilingLimit, other: FilingLimit): boolean {
  const difference = weight(one) - weight(other);
  return difference > 0 || (difference === 0 && one.effectiveFrom > other.effectiveFrom);
}

function weight(limit: FilingLimit): number {
  const named = [
    limit.payerId,
    limit.planId,
    limit.payerKey,
    limit.state,
    limit.lineOfBusiness,
  ] as const;
  return named.reduce<number>((sum, value) => sum * 2 + (value === undefined ? 0 : 1), 0);
}

/** Days from which limits run, as far as they are known. */
export type FilingDays = {
  readonly serviceFrom: string;
  readonly isSecondary: boolean;
  readonly priorPayerOn: string | undefined;
  readonly remittanceOn: string | undefined;
};

/** The last day on which it may arrive; undefined while the day from which it runs is not known. */
export function filingDueOn(limit: FilingLimit, days: FilingDays): string | undefined {
  const from = basisDay(limit.basis, days);
  if (from === undefined) return undefined;
  return limit.unit === "days"
    ? addCalendarDays(from, limit.length)
    : addCalendarMonths(from, limit.length);
}

function basisDay(basis: FilingBasis, days: FilingDays): string | undefined {
  if (basis === "remittance") return days.remittanceOn;
  if (basis === "service" || !days.isSecondary) return days.serviceFrom;
  return days.priorPayerOn;
}

/** The same day of a later month, or its last day where it has no such day. */
function addCalendarMonths(date: string, months: number): string {
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const first = (at: number) =>
    `${String(Math.floor(at / 12)).padStart(4, "0")}-${String((at % 12) + 1).padStart(2, "0")}-01`;
  const last = addCalendarDays(first(month + 1), -1);
  return addCalendarDays(first(month), Math.min(Number(date.slice(8)), Number(last.slice(8))) - 1);
}
