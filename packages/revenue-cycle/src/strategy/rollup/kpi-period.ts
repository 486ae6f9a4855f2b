/** Months that measures are asked of, both included; empty means from the beginning or to the end. */
export type KpiPeriod = { readonly first: string; readonly last: string };

const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/;

/**
 * The months of a period as people write it: `all`, a year `2026`, a quarter `2026-Q2`, a month
 * `2026-06`, or two months `2026-01..2026-06`. Undefined for anything else.
 */
export function readPeriod(text: string): KpiPeriod | undefined {
  if (text === "all") return { first: "", last: "" };
  if (/^\d{4}$/.test(text)) return { first: `${text}-01`, last: `${text}-12` };
  const quarter = /^(\d{4})-Q([1-4])$/.exec(text);
  if (quarter) {
    const from = (Number(quarter[2]) - 1) * 3 + 1;
    return { first: monthName(quarter[1], from), last: monthName(quarter[1], from + 2) };
  }
  const [first = "", last = first, ...more] = text.split("..");
  if (more.length > 0 || !monthPattern.test(first) || !monthPattern.test(last)) return undefined;
  return first <= last ? { first, last } : undefined;
}

function monthName(year: string | undefined, month: number): string {
  return `${year}-${String(month).padStart(2, "0")}`;
}

/** The day on which the balances of a period are struck: its last, but never after `asOf`. */
export function periodEnd({ last }: KpiPeriod, asOf: string): string {
  if (last === "") return asOf;
  const [year = 0, month = 1] = last.split("-").map(Number);
  const end = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  return end < asOf ? end : asOf;
}

/** As many months as asked, the last being that of a date. */
export function monthsUntil(date: string, count: number): string[] {
  const [year = 0, month = 1] = date.split("-").map(Number);
  const last = year * 12 + month - 1;
  return Array.from({ length: count }, (_, index) => {
    const at = last - count + 1 + index;
    return monthName(String(Math.floor(at / 12)), (at % 12) + 1);
  });
}
