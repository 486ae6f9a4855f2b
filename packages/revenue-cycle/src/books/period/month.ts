import { firstOfMonth, nextMonth } from "./open-period.ts";

/** A month of the books as closing looks at it; `month` is its first day. */
export type BookMonth = { readonly month: string; readonly isClosed: boolean };

/** Why a month cannot be closed or opened; `month` names the one that stands in the way. */
export type MonthRefusal =
  | { readonly code: "month_already_closed" | "month_not_closed" | "month_not_over" }
  | { readonly code: "earlier_month_open" | "later_month_closed"; readonly month: string };

/**
 * The months from the first in which anything happened to the one of today, the newest first. Nothing
 * is known before a first day: then there is only the month of today.
 */
export function bookMonths(
  firstDay: string | undefined,
  today: string,
  closed: ReadonlySet<string>,
): BookMonth[] {
  const last = firstOfMonth(today);
  const earliest = [firstDay === undefined ? last : firstOfMonth(firstDay), ...closed].sort()[0];
  const months: BookMonth[] = [];
  for (let month = earliest ?? last; month <= last; month = nextMonth(month)) {
    months.push({ month, isClosed: closed.has(month) });
  }
  return months.reverse();
}

/**
 * Whether a month may be closed: it is over, and no earlier month takes movements any more, so that
 * what comes late always has one place to stand: the first open month.
 */
export function mayClose(
  month: string,
  months: readonly BookMonth[],
  today: string,
): MonthRefusal | undefined {
  if (month >= firstOfMonth(today)) return { code: "month_not_over" };
  if (months.some((each) => each.month === month && each.isClosed)) {
    return { code: "month_already_closed" };
  }
  const open = months.filter((each) => !each.isClosed && each.month < month).at(-1);
  return open && { code: "earlier_month_open", month: open.month };
}

/** Whether a month may be opened again: only the newest of the closed ones. */
export function mayReopen(month: string, months: readonly BookMonth[]): MonthRefusal | undefined {
  const closed = months.filter((each) => each.isClosed);
  if (!closed.some((each) => each.month === month)) return { code: "month_not_closed" };
  const newest = closed[0];
  return newest === undefined || newest.month === month
    ? undefined
    : { code: "later_month_closed", month: newest.month };
}
