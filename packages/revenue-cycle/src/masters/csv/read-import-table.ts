import type { ImportReason } from "../import-preview.ts";
import { CsvFault, CsvReader, type CsvRecord } from "./read-csv.ts";

/** Which columns a table of an import has; others may stand beside them and are passed over. */
export type ImportColumns = {
  readonly required: readonly string[];
  readonly optional: readonly string[];
};

/** One row of a table: cells are trimmed, a column that the file does not have is empty. */
export type ImportTableRow = {
  /** Line of the file on which the row begins; the header is line 1. */
  readonly row: number;
  readonly cell: (column: string) => string;
  /** What keeps the row as a whole from being read. */
  readonly fault: ImportReason | undefined;
};

export type ImportTable = {
  readonly is: "table";
  /** Known columns that the header names. */
  readonly columns: readonly string[];
  /** Columns of the header that the import does not know. */
  readonly ignored: readonly string[];
  readonly rows: readonly ImportTableRow[];
};

export type ImportTableRefusal = {
  readonly is: "refused";
  readonly code: keyof typeof importTableFaults;
  readonly reason: string;
};

/** Rows that one import takes at most. */
export const importRowsMost = 20_000;

export const importTableFaults = {
  FILE_EMPTY: "The file is empty.",
  COLUMN_MISSING: "The first line must name these columns: ",
  COLUMN_TWICE: "The first line names a column twice: ",
  NO_ROWS: "There is no row below the first line.",
  TOO_MANY_ROWS: `The file has more than ${importRowsMost} rows; split it.`,
  CSV_BROKEN: "A quoted cell does not end, or a quote stands inside of a cell, from line ",
} as const;

const delimiters = [",", ";", "\t"] as const;

/**
 * Reads a text as a table by its header. Comma, semicolon and tab are told apart by which one yields
 * the required columns; columns may stand in any order, in any case.
 */
export function readImportTable(
  text: string,
  columns: ImportColumns,
): ImportTable | ImportTableRefusal {
  const content = text.replace(/^\uFEFF/, "");
  if (content.trim() === "") return refused("FILE_EMPTY", "");
  try {
    return readDelimited(content, columns);
  } catch (error) {
    if (error instanceof CsvFault) return refused("CSV_BROKEN", String(error.line));
    throw error;
  }
}

function readDelimited(content: string, columns: ImportColumns): ImportTable | ImportTableRefusal {
  const line = content.split(/\r\n|\r|\n/, 1)[0] ?? "";
  const delimiter = delimiters.find((each) => {
    const names = headerNames(line.split(each));
    return columns.required.every((name) => names.includes(name));
  });
  if (delimiter === undefined) return refused("COLUMN_MISSING", columns.required.join(", "));
  const reader = new CsvReader(delimiter);
  const [header, ...records] = [...reader.push(content), ...reader.end()];
  const names = headerNames(header?.cells ?? []);
  const known = names.filter((name) => isKnown(columns, name));
  const twice = known.find((name, at) => known.indexOf(name) !== at);
  if (twice !== undefined) return refused("COLUMN_TWICE", twice);
  if (records.length === 0) return refused("NO_ROWS", "");
  if (records.length > importRowsMost) return refused("TOO_MANY_ROWS", "");
  const ignored = names.filter((name) => name !== "" && !isKnown(columns, name));
  return {
    is: "table",
    columns: known,
    ignored,
    rows: records.map((record) => tableRow(record, names)),
  };
}

function tableRow(record: CsvRecord, names: readonly string[]): ImportTableRow {
  const { cells, line } = record;
  return {
    row: line,
    cell: (column) => (cells[names.indexOf(column)] ?? "").trim(),
    fault: rowFault(cells, names.length),
  };
}

function rowFault(cells: readonly string[], width: number): ImportReason | undefined {
  if (cells.length !== width) {
    const reason = "The row does not have as many cells as the first line.";
    return { column: undefined, code: "CELLS", reason };
  }
  if (cells.some((cell) => cell.length > 500)) {
    const reason = "A cell holds more than 500 characters.";
    return { column: undefined, code: "CELL_TOO_LONG", reason };
  }
  return undefined;
}

function headerNames(cells: readonly string[]): string[] {
  return cells.map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, "$1")
      .trim()
      .toLowerCase(),
  );
}

function isKnown(columns: ImportColumns, name: string): boolean {
  return columns.required.includes(name) || columns.optional.includes(name);
}

function refused(code: keyof typeof importTableFaults, more: string): ImportTableRefusal {
  return { is: "refused", code, reason: importTableFaults[code] + more };
}
