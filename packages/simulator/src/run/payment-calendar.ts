import { businessDayFrom, weekdayOf } from "../civil-day.ts";
import type { Payer } from "../payers/payer.ts";

/** The day of a payer's first payment run from a day on; a run on a holiday waits for the next day. */
export function runDayFrom(day: number, { timing }: Payer): number {
  const wait = (timing.runsOn - weekdayOf(day) + 7) % 7;
  return businessDayFrom(day + wait);
}
