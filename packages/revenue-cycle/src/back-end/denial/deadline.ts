import { addCalendarDays, type DeadlineBasis, daysBetween } from "@headwater/code-sets";

/** Calendar days from a basis date. */
export type Deadline = { readonly days: number; readonly basis: DeadlineBasis };

/** The civil dates a deadline may count from; undefined where not known. */
export type DeadlineDates = {
  readonly remittanceOn: string | undefined;
  /** First date of service. */
  readonly serviceFrom: string | undefined;
  /** Remittance of the earlier payer. */
  readonly priorPayerRemittanceOn: string | undefined;
};

/**
 * The last day on which the action is still in time: basis date plus calendar days, the basis day
 * not counted. Undefined when the basis date is not known.
 *
 * @throws RangeError when the basis date is not a civil date.
 */
export function deadlineDate(deadline: Deadline, dates: DeadlineDates): string | undefined {
  const basis = basisDate(deadline.basis, dates);
  return basis === undefined ? undefined : addCalendarDays(basis, deadline.days);
}

/** Days left on the civil date `today`: 0 on the last day, negative when it has passed. */
export function daysLeft(lastDay: string, today: string): number {
  return daysBetween(today, lastDay);
}

function basisDate(basis: DeadlineBasis, dates: DeadlineDates): string | undefined {
  switch (basis) {
    case "remittance-date":
      return dates.remittanceOn;
    case "service-date":
      return dates.serviceFrom;
    case "prior-payer-date":
      return dates.priorPayerRemittanceOn;
  }
}
