import { addBusinessDays, businessDaysBetween } from "../business-days.ts";

/**
 * By when somebody who pays alone must have a good faith estimate of a scheduled visit: one business day
 * after scheduling when the visit is three to nine business days ahead, three business days when it is ten
 * or more; undefined when it is nearer, unless it is asked for (45 CFR 149.610(b)(1)).
 */
export function goodFaithDue(scheduledOn: string, serviceDay: string): string | undefined {
  const ahead = businessDaysBetween(scheduledOn, serviceDay);
  if (ahead >= 10) return addBusinessDays(scheduledOn, 3);
  return ahead >= 3 ? addBusinessDays(scheduledOn, 1) : undefined;
}
