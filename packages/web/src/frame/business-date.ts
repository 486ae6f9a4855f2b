import { useSession } from "./session.ts";

/** The day it is in a practice, `YYYY-MM-DD`: its own business date, else today in its time zone. */
export function useBusinessDate(practice: string): string {
  const known = useSession()?.practices.find((one) => one.id === practice);
  if (known?.businessDate) return known.businessDate;
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: known?.timeZone ?? "UTC",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  return parts.format(new Date());
}
