import type { CodeFileRows, CodeFileTable } from "@headwater/code-sets";

/** A value of a column as it is written in bulk. */
export type Cell = string | number | boolean | null | Readonly<Record<string, string>>;

/** Gives a text that many rows repeat its place from 1. */
export type PlaceOfText = (text: string) => number;

type Layout<Row> = {
  readonly table: string;
  /** After the file's id. */
  readonly columns: readonly string[];
  readonly cells: (row: Row, placeOf: PlaceOfText) => readonly Cell[];
};

/** Where the rows of each kind of file are kept, and in which columns. */
export const codeSetLayouts: { readonly [Table in CodeFileTable]: Layout<CodeFileRows[Table]> } = {
  codes: {
    table: "code_set_codes",
    columns: [
      "code",
      "label",
      "short_label",
      "is_billable",
      "effective_from",
      "effective_to",
      "facts",
    ],
    cells: (row) => [
      row.code,
      row.label,
      row.shortLabel ?? null,
      row.isBillable,
      row.effectiveFrom ?? null,
      row.effectiveTo ?? null,
      row.facts,
    ],
  },
  notes: {
    table: "diagnosis_notes",
    columns: ["position", "kind", "code_from", "code_through", "character", "text"],
    cells: (row) => [
      row.position,
      row.kind,
      row.codeFrom,
      row.codeThrough,
      row.character ?? null,
      row.text,
    ],
  },
  ptpEdits: {
    table: "ptp_edits",
    columns: [
      "column_1",
      "column_2",
      "effective_from",
      "effective_to",
      "modifier_indicator",
      "rationale",
    ],
    cells: (row, placeOf) => [
      row.column1,
      row.column2,
      row.effectiveFrom,
      row.effectiveTo ?? null,
      row.modifierIndicator,
      placeOf(row.rationale),
    ],
  },
  mueLimits: {
    table: "mue_limits",
    columns: ["code", "units", "adjudication_indicator", "rationale"],
    cells: (row) => [row.code, row.units, row.adjudicationIndicator, row.rationale],
  },
  relativeValues: {
    table: "relative_values",
    columns: [
      "code",
      "modifier",
      "status",
      "work",
      "nonfacility_practice_expense",
      "facility_practice_expense",
      "malpractice",
      "conversion_factor",
      "is_nonfacility_not_applicable",
      "is_facility_not_applicable",
      "global_days",
      "indicators",
    ],
    cells: (row) => [
      row.code,
      row.modifier,
      row.status,
      row.work,
      row.nonfacilityPracticeExpense,
      row.facilityPracticeExpense,
      row.malpractice,
      row.conversionFactor,
      row.isNonfacilityNotApplicable,
      row.isFacilityNotApplicable,
      row.globalDays,
      row.indicators,
    ],
  },
  costIndices: {
    table: "practice_cost_indices",
    columns: ["contractor", "locality", "state", "name", "work", "practice_expense", "malpractice"],
    cells: (row) => [
      row.contractor,
      row.locality,
      row.state,
      row.name,
      row.work,
      row.practiceExpense,
      row.malpractice,
    ],
  },
};

/** Every table that holds rows of a file. */
export const codeSetTables: readonly string[] = Object.values(codeSetLayouts).map(
  ({ table }) => table,
);
