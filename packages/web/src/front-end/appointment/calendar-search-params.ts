/** What the calendar's address holds: the day, how much is shown, whose, and the visit open beside it. */
export const calendarSearchNames = ["day", "view", "provider", "open"] as const;

export type CalendarSearch = {
  readonly [Name in (typeof calendarSearchNames)[number]]?: string | undefined;
};

/** What the address of the visits that are not clear holds. */
export const notClearSearchNames = ["days", "light", "provider", "open"] as const;
