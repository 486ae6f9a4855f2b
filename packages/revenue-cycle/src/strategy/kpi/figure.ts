import type { Breakdown } from "./report-answers.ts";

/**
 * What the rows of a figure are: claims, service lines, lines with their contract's allowed amount,
 * lines of the mature year with what they should have brought, denials, claims on remittances, or
 * money that no claim explains.
 */
export const sourceNames = [
  "claim",
  "line",
  "contractLine",
  "matureLine",
  "denial",
  "remittanceClaim",
  "cash",
] as const;

export type SourceName = (typeof sourceNames)[number];

/**
 * Which rows of a source count and what each adds. Both are SQL over the source's columns; the sum
 * and the list of rows are built from the same text, so the two cannot drift apart.
 */
export type FigurePart = {
  readonly where: string;
  readonly value: string;
};

/** One number with the rows that make it up. */
export type Figure = {
  readonly source: SourceName;
  readonly numerator: FigurePart;
  readonly denominator?: FigurePart;
  readonly dimensions: readonly Breakdown[];
};

/** The columns of a source by which a figure is split. */
export const dimensionColumns: Readonly<Record<Breakdown, string>> = {
  payer: "payer_key",
  stage: "stage",
  category: "category",
  code: "reason_code",
};

/** Counts the rows for which a condition holds. */
export function countWhere(where: string): FigurePart {
  return { where, value: "1" };
}

/** Adds up a column of cents where it is not zero and a condition holds. */
export function centsWhere(column: string, where = "true"): FigurePart {
  return { where: `${where} and ${column} <> 0`, value: column };
}
