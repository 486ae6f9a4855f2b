/** An equation of a remittance that does not hold: what it adds up to, what it says, the difference. */
export type BalanceFault = {
  readonly level: "transaction" | "claim" | "line";
  readonly claimNumber: number | undefined;
  readonly lineNumber: number | undefined;
  readonly left: number;
  readonly right: number;
  readonly differenceCents: number;
};

/** Reads the faults kept with a quarantined remittance; an entry of another form is left out. */
export function readBalanceFaults(
  entries: readonly Readonly<Record<string, unknown>>[],
): BalanceFault[] {
  return entries.flatMap((entry) => {
    const { level, left, right, differenceCents } = entry;
    const isLevel = level === "transaction" || level === "claim" || level === "line";
    if (!isLevel || !isCents(left) || !isCents(right) || !isCents(differenceCents)) return [];
    const { claimNumber, lineNumber } = entry;
    return [
      {
        level,
        claimNumber: isCents(claimNumber) ? claimNumber : undefined,
        lineNumber: isCents(lineNumber) ? lineNumber : undefined,
        left,
        right,
        differenceCents,
      },
    ];
  });
}

function isCents(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
