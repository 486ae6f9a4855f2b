/** The money of the services of one month, `YYYY-MM`, in cents. */
export type TrendMonth = {
  readonly month: string;
  readonly chargedCents: number;
  /** Paid by payers and patients so far. */
  readonly paidCents: number;
  /** Denied and still open. */
  readonly deniedCents: number;
};

const months = 12;

/** The twelve months that end with the month of `asOf` (`YYYY-MM-DD`); one without services is zero. */
export function trendOf(asOf: string, known: readonly TrendMonth[]): TrendMonth[] {
  const byMonth = new Map(known.map((one) => [one.month, one]));
  const [year = 0, month = 1] = asOf.split("-").map(Number);
  const last = year * 12 + month - 1;
  return Array.from({ length: months }, (_, index) => {
    const at = last - months + 1 + index;
    const name = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
    return byMonth.get(name) ?? { month: name, chargedCents: 0, paidCents: 0, deniedCents: 0 };
  });
}
