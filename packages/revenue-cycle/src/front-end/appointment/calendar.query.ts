import { addCalendarDays, daysBetween } from "@headwater/code-sets/civil-date.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { addBusinessDays } from "../business-days.ts";
import { clearVisits } from "./clear-visits.query.ts";
import { loadVisits, type VisitFilter } from "./visit.query.ts";
import type { VisitRow } from "./visit-answers.ts";
import { visitRow } from "./visit-row.ts";

/** Most days and most appointments that one look at the calendar shows. */
export const mostCalendarDays = 42;
const mostVisits = 3000;

/** The appointments of some days by time, each with its clearance. */
export async function calendar(
  transaction: PracticeTransaction,
  filter: VisitFilter & { readonly from: string; readonly to: string },
  today: string,
): Promise<VisitRow[]> {
  const { from } = filter;
  const isLong = daysBetween(from, filter.to) >= mostCalendarDays;
  const to = isLong ? addCalendarDays(from, mostCalendarDays - 1) : filter.to;
  const visits = await loadVisits(transaction, { ...filter, to }, { today, limit: mostVisits });
  const cleared = await clearVisits(transaction, visits, today);
  return cleared.map(({ visit, clearance }) => visitRow(visit, clearance));
}

/**
 * Booked visits of today and the next business days that are not clear: most dollars at risk first, what
 * cannot be said after them, then by time.
 */
export async function visitsNotClear(
  transaction: PracticeTransaction,
  filter: VisitFilter,
  { today, days }: { readonly today: string; readonly days: number },
): Promise<VisitRow[]> {
  const span = { from: today, to: addBusinessDays(today, days), states: ["booked"] };
  const visits = await loadVisits(
    transaction,
    { ...filter, ...span },
    { today, limit: mostVisits },
  );
  const cleared = await clearVisits(transaction, visits, today);
  return cleared
    .filter(({ clearance }) => !clearance.isCleared)
    .map(({ visit, clearance }) => visitRow(visit, clearance))
    .sort(
      (left, right) =>
        (right.clearance.cents ?? -1) - (left.clearance.cents ?? -1) ||
        left.startsAt.localeCompare(right.startsAt) ||
        left.id - right.id,
    );
}
