/** The columns of each kind of CSV file; the header decides which one a file is. */
export const csvLayouts = {
  bank: ["date", "amount", "trace", "payer", "type"],
  "patient-payments": ["date", "patient_control_number", "amount", "method", "receipt"],
  "fee-schedule": [
    "payer_id",
    "payer",
    "procedure_code",
    "allowed",
    "effective_from",
    "effective_to",
  ],
} as const;

export type CsvKind = keyof typeof csvLayouts;

export type CsvLayout = {
  readonly kind: CsvKind;
  readonly delimiter: "," | ";" | "\t";
  /** Position of each column of the layout in a row. */
  readonly positions: Readonly<Record<string, number>>;
  /** Cells of a row as the header counts them. */
  readonly width: number;
  /** Columns of the header that the layout does not know. */
  readonly ignored: number;
};

const delimiters = [",", ";", "\t"] as const;
const kinds = Object.keys(csvLayouts) as readonly CsvKind[];

/**
 * The layout by a file's first line. Columns may stand in any order and others may stand beside them;
 * comma, semicolon and tab are told apart by which one yields the names.
 */
export function csvLayoutOf(text: string): CsvLayout | undefined {
  const line = text.replace(/^(\uFEFF|\u00ef\u00bb\u00bf)/, "").split(/\r\n|\r|\n/, 1)[0] ?? "";
  for (const delimiter of delimiters) {
    const names = line.split(delimiter).map((cell) =>
      cell
        .trim()
        .replace(/^"(.*)"$/, "$1")
        .trim()
        .toLowerCase(),
    );
    const kind = kinds.find((each) => csvLayouts[each].every((name) => isOnce(names, name)));
    if (kind === undefined) continue;
    const columns: readonly string[] = csvLayouts[kind];
    return {
      kind,
      delimiter,
      positions: Object.fromEntries(columns.map((name) => [name, names.indexOf(name)])),
      width: names.length,
      ignored: names.length - columns.length,
    };
  }
  return undefined;
}

function isOnce(names: readonly string[], name: string): boolean {
  return names.filter((each) => each === name).length === 1;
}
