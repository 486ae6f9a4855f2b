/** Where an item of a printed form stands: its line from the top, its first column and its room. */
export type FormPlace = {
  readonly line: number;
  readonly column: number;
  readonly length: number;
  /** Amounts and counts end at the last column. */
  readonly isRight?: true;
};

export const at = (line: number, column: number, length: number): FormPlace => ({
  line,
  column,
  length,
});

/** As `at`, for what ends at its last column. */
export const right = (line: number, column: number, length: number): FormPlace => ({
  ...at(line, column, length),
  isRight: true,
});

/** The cell of a cross. */
export const mark = (line: number, column: number): FormPlace => at(line, column, 1);
