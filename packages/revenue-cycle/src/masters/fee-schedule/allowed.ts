/** What a payer allows for a procedure over a time, as its fee schedule states. */
export type FeeScheduleItem = {
  readonly payerId: number;
  readonly procedureCode: string;
  readonly allowedCents: number;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | undefined;
};

/**
 * The row of a payer's fee schedule for a procedure on a day of service; undefined when none is on
 * file, which is not zero. Of two rows that both cover the day the later one counts.
 */
export function allowedOn<Item extends FeeScheduleItem>(
  rows: readonly Item[],
  question: { readonly payerId: number; readonly code: string; readonly on: string },
): Item | undefined {
  const { payerId, code, on } = question;
  return rows
    .filter(
      (row) =>
        row.payerId === payerId &&
        row.procedureCode === code.trim().toUpperCase() &&
        row.effectiveFrom <= on &&
        (row.effectiveTo === undefined || on <= row.effectiveTo),
    )
    .reduce<Item | undefined>(
      (latest, row) =>
        latest === undefined || latest.effectiveFrom < row.effectiveFrom ? row : latest,
      undefined,
    );
}
