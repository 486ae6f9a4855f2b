import type { ReactNode } from "react";

/** An order of the list by a column, under the name by which the server knows it. */
export type SortChoice = { readonly name: string; readonly direction: "ascending" | "descending" };

/** One column of a list: what it is called, how wide, what a row shows in it. */
export type Column<Row> = {
  readonly id: string;
  readonly title: string;
  /** Pixels; the columns without a width share the rest. */
  readonly width?: number;
  /** Money and numbers stand right with figures of equal width. */
  readonly kind?: "text" | "money" | "number";
  /** Left out while a record stands beside the list. */
  readonly isExtra?: boolean;
  readonly cell: (row: Row) => ReactNode;
  /** The orders that a press on the heading asks for in turn; without it the heading is plain. */
  readonly sorts?: readonly SortChoice[];
  /** Cents to add up in the total row; undefined is not stated and adds nothing. */
  readonly cents?: (row: Row) => number | undefined;
};
