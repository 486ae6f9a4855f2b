/** How often a value was seen. */
export type Weighted = readonly [value: number, times: number];

/**
 * The median of values that were counted: the middle one, or the mean of the two in the middle.
 * Undefined for none.
 */
export function weightedMedian(values: readonly Weighted[]): number | undefined {
  const sorted = [...values].sort(([one], [other]) => one - other);
  const count = sorted.reduce((sum, [, times]) => sum + times, 0);
  if (count === 0) return undefined;
  const at = (rank: number) => {
    let seen = 0;
    for (const [value, times] of sorted) {
      seen += times;
      if (seen >= rank) return value;
    }
    return sorted.at(-1)?.[0] ?? 0;
  };
  return (at(Math.floor((count + 1) / 2)) + at(Math.ceil((count + 1) / 2))) / 2;
}
