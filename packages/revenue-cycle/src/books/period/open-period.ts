/** Where a movement of a date is entered: on its date, or in the first open month after it. */
export type EntryDate = {
  readonly effectiveOn: string;
  /** The date of the source when its own month is closed. */
  readonly lateFor: string | undefined;
};

/** Finds the entry date, given the first days of the closed months. */
export function entryDate(date: string, closedMonths: ReadonlySet<string>): EntryDate {
  let month = firstOfMonth(date);
  if (!closedMonths.has(month)) return { effectiveOn: date, lateFor: undefined };
  while (closedMonths.has(month)) month = nextMonth(month);
  return { effectiveOn: month, lateFor: date };
}

/** First day of a civil date's month. */
export function firstOfMonth(date: string): string {
  return `${date.slice(0, 7)}-01`;
}

/** First day of the month after. */
export function nextMonth(month: string): string {
  const year = Number(month.slice(0, 4));
  const number = Number(month.slice(5, 7));
  const [nextYear, next] = number === 12 ? [year + 1, 1] : [year, number + 1];
  return `${String(nextYear).padStart(4, "0")}-${String(next).padStart(2, "0")}-01`;
}
