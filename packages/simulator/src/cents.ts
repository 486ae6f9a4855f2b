/** Money in integer cents. */

/** `basisPoints` of ten thousand parts of an amount, rounded half up to whole cents. */
export function shareOf(cents: number, basisPoints: number): number {
  return Math.floor((2 * cents * basisPoints + 10_000) / 20_000);
}

/** Sum of one number of each element. */
export function sumOf<T>(list: readonly T[], of: (one: T) => number): number {
  let sum = 0;
  for (const one of list) sum += of(one);
  return sum;
}

/** Decimal dollars with exactly two places, as the CSV files want them. */
export function dollarsText(cents: number): string {
  const absolute = Math.abs(cents);
  const text = `${Math.floor(absolute / 100)}.${String(absolute % 100).padStart(2, "0")}`;
  return cents < 0 ? `-${text}` : text;
}
