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
];

/** A civil date as a letter writes it: "July 3, 2026". */
export function civilDateWords(date: string): string {
  const [year = "", month = "1", day = "1"] = date.split("-");
  return `${months[Number(month) - 1] ?? month} ${Number(day)}, ${year}`;
}

/** Cents as a letter writes them: "$1,234.50". */
export function dollarWords(cents: number): string {
  const whole = Math.trunc(cents / 100)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ",");
  return `$${whole}.${String(cents % 100).padStart(2, "0")}`;
}
