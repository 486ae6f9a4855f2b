/** A value of one cell; absent stays an empty cell, never zero. */
export type CellValue = string | number | boolean | null | undefined;

/**
 * One column of an exported list. `cents` are written as exact decimal dollars with two places,
 * `date` as a civil date, `instant` as ISO 8601 in UTC, `number` as an integer.
 */
export interface ExportColumn<Row> {
  readonly title: string;
  readonly kind: "text" | "cents" | "date" | "instant" | "number";
  readonly value: (row: Row) => CellValue;
}
