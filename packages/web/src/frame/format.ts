const cents = new Intl.NumberFormat("en-US", {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});
const whole = new Intl.NumberFormat("en-US");
const day = new Intl.DateTimeFormat("en-US", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const month = new Intl.DateTimeFormat("en-US", {
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const moment = new Intl.DateTimeFormat("en-US", {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** Cents as billers write them: two places, thousands separators, negatives in parentheses. */
export function formatCents(value: number): string {
  const text = cents.format(Math.abs(value) / 100);
  return value < 0 ? `(${text})` : text;
}

/** Cents in running text, where the currency must be said. */
export function formatDollars(value: number): string {
  const text = `$${cents.format(Math.abs(value) / 100)}`;
  return value < 0 ? `(${text})` : text;
}

/** What a person typed, with an end where another sentence follows it. */
export function asSentence(text: string): string {
  return text === "" || /[.!?]$/.test(text) ? text : `${text}.`;
}

/** Whole dollars for the axis of a chart. */
export function formatWholeDollars(value: number): string {
  return `$${whole.format(Math.round(value / 100))}`;
}

export function formatCount(value: number): string {
  return whole.format(value);
}

/** A civil date (`YYYY-MM-DD`) in words, without any time zone. */
export function formatDate(date: string): string {
  const [year, month, dayOfMonth] = date.split("-").map(Number);
  if (year === undefined || month === undefined || dayOfMonth === undefined) return date;
  return day.format(Date.UTC(year, month - 1, dayOfMonth));
}

const weekday = new Intl.DateTimeFormat("en-US", {
  weekday: "short",
  day: "numeric",
  month: "short",
  timeZone: "UTC",
});

/** A civil date (`YYYY-MM-DD`) with its day of the week, for a calendar. */
export function formatWeekday(date: string): string {
  const [year, month, dayOfMonth] = date.split("-").map(Number);
  if (year === undefined || month === undefined || dayOfMonth === undefined) return date;
  return weekday.format(Date.UTC(year, month - 1, dayOfMonth));
}

/** A month (`YYYY-MM`) in words. */
export function formatMonth(value: string): string {
  const [year, monthOfYear] = value.split("-").map(Number);
  if (year === undefined || monthOfYear === undefined) return value;
  return month.format(Date.UTC(year, monthOfYear - 1, 1));
}

/** An instant in the reader's own time zone. */
export function formatInstant(instant: string): string {
  return moment.format(new Date(instant));
}

/** A share between 0 and 1 with one decimal. */
export function formatShare(share: number): string {
  const text = `${Math.abs(share * 100).toFixed(1)} %`;
  return share < 0 && text !== "0.0 %" ? `(${text})` : text;
}

export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
