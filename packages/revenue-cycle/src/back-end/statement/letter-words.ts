import { cents as exactly, formatCents } from "@headwater/ledger";

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** A civil date as a letter has it: `August 25, 2026`. */
export function letterDate(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${months[(month ?? 1) - 1]} ${date}, ${year}`;
}

/** A civil date in a table: `Aug 25, 2026`. */
export function shortDate(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${(months[(month ?? 1) - 1] ?? "").slice(0, 3)} ${date}, ${year}`;
}

/** `$1,234.50`; below zero in parentheses. */
export function dollars(cents: number): string {
  const text = `$${grouped(Math.abs(cents))}`;
  return cents < 0 ? `(${text})` : text;
}

/** `1,234.50`; below zero in parentheses. */
export function amount(cents: number): string {
  return cents < 0 ? `(${grouped(-cents)})` : grouped(cents);
}

function grouped(cents: number): string {
  return formatCents(exactly(cents)).replace(/\B(?=(\d{3})+\.)/g, ",");
}

/** Ten digits as people write a telephone number. */
export function phoneText(phone: string): string {
  const digits = /^(\d{3})(\d{3})(\d{4})$/.exec(phone);
  return digits ? `(${digits[1]}) ${digits[2]}-${digits[3]}` : phone;
}
