import type { CsvKind, CsvLayout } from "./csv-layout.ts";
import type { FileIssue } from "./file.ts";

/** A row of a bank file. */
export type BankRow = {
  readonly rowNumber: number;
  readonly depositedOn: string;
  readonly cents: number;
  readonly traceNumber: string;
  readonly payerName: string;
  readonly type: string;
};

/** A row of a patient payment file. */
export type PatientPaymentRow = {
  readonly rowNumber: number;
  readonly paidOn: string;
  readonly patientControlNumber: string;
  readonly cents: number;
  readonly method: string;
  readonly receipt: string;
};

/** A row of a fee schedule file. */
export type FeeScheduleRow = {
  readonly rowNumber: number;
  readonly payerIdentifier: string;
  readonly payerName: string;
  readonly procedureCode: string;
  readonly allowedCents: number;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | undefined;
};

export type CsvRow =
  | ({ readonly kind: "bank" } & BankRow)
  | ({ readonly kind: "patient-payments" } & PatientPaymentRow)
  | ({ readonly kind: "fee-schedule" } & FeeScheduleRow);

const messages = {
  CSV_CELLS: "The row does not have as many cells as the header.",
  CSV_DATE: "A date must be written YYYY-MM-DD.",
  CSV_AMOUNT:
    "An amount must be decimal dollars with exactly two places and without thousands separators.",
  CSV_AMOUNT_NOT_POSITIVE: "A payment must be above zero.",
  CSV_AMOUNT_NEGATIVE: "An allowed amount cannot be negative.",
  CSV_CELL_EMPTY: "The cell is empty and must not be.",
  CSV_CELL_TOO_LONG: "The cell holds more than 200 characters.",
  CSV_PERIOD: "effective_to lies before effective_from.",
} as const;

type CsvIssueCode = keyof typeof messages;

/** An issue of a cell; rows and columns count from 1, the header is row 1. */
export function csvIssue(
  code: string,
  message: string,
  place: { readonly row?: number; readonly column?: number },
): FileIssue {
  return {
    code,
    severity: "error",
    line: place.row,
    column: place.column,
    message,
    source: "headwater import",
  };
}

class RowReader {
  readonly issues: FileIssue[] = [];
  readonly #layout: CsvLayout;
  readonly #cells: readonly string[];
  readonly #rowNumber: number;

  constructor(layout: CsvLayout, cells: readonly string[], rowNumber: number) {
    this.#layout = layout;
    this.#cells = cells;
    this.#rowNumber = rowNumber;
  }

  text(name: string, isRequired: boolean): string {
    const cell = (this.#cells[this.#layout.positions[name] ?? -1] ?? "").trim();
    if (isRequired && cell === "") this.report("CSV_CELL_EMPTY", name);
    if (cell.length > 200) this.report("CSV_CELL_TOO_LONG", name);
    return cell;
  }

  cents(name: string): number {
    const cell = this.text(name, true);
    const cents = dollarsAsCents(cell);
    if (cell !== "" && cents === undefined) this.report("CSV_AMOUNT", name);
    return cents ?? 0;
  }

  date(name: string, isRequired: boolean): string {
    const cell = this.text(name, isRequired);
    if (cell !== "" && !isCivilDate(cell)) this.report("CSV_DATE", name);
    return cell;
  }

  report(code: CsvIssueCode, name: string | undefined): void {
    const position = name === undefined ? undefined : this.#layout.positions[name];
    const column = position === undefined ? {} : { column: position + 1 };
    this.issues.push(csvIssue(code, messages[code], { row: this.#rowNumber, ...column }));
  }
}

export type CsvRowResult =
  | { readonly row: CsvRow; readonly issues?: undefined }
  | { readonly row?: undefined; readonly issues: readonly FileIssue[] };

/** Reads the cells of one row; every cell that is wrong is told, not only the first. */
export function readCsvRow(
  layout: CsvLayout,
  cells: readonly string[],
  rowNumber: number,
): CsvRowResult {
  const reader = new RowReader(layout, cells, rowNumber);
  if (cells.length !== layout.width) {
    reader.report("CSV_CELLS", undefined);
    return { issues: reader.issues };
  }
  const row = rowReaders[layout.kind](reader, rowNumber);
  return reader.issues.length > 0 ? { issues: reader.issues } : { row };
}

const rowReaders: Readonly<Record<CsvKind, (reader: RowReader, rowNumber: number) => CsvRow>> = {
  bank: (reader, rowNumber) => ({
    kind: "bank",
    rowNumber,
    depositedOn: reader.date("date", true),
    cents: reader.cents("amount"),
    traceNumber: reader.text("trace", false),
    payerName: reader.text("payer", false),
    type: reader.text("type", false),
  }),
  "patient-payments": (reader, rowNumber) => {
    const before = reader.issues.length;
    const cents = reader.cents("amount");
    if (reader.issues.length === before && cents <= 0) {
      reader.report("CSV_AMOUNT_NOT_POSITIVE", "amount");
    }
    return {
      kind: "patient-payments",
      rowNumber,
      paidOn: reader.date("date", true),
      patientControlNumber: reader.text("patient_control_number", true),
      cents,
      method: reader.text("method", false),
      receipt: reader.text("receipt", false),
    };
  },
  "fee-schedule": (reader, rowNumber) => {
    const allowedCents = reader.cents("allowed");
    if (allowedCents < 0) reader.report("CSV_AMOUNT_NEGATIVE", "allowed");
    const payerName = reader.text("payer", false);
    const effectiveFrom = reader.date("effective_from", true);
    const effectiveTo = reader.date("effective_to", false);
    if (effectiveTo !== "" && effectiveTo < effectiveFrom) {
      reader.report("CSV_PERIOD", "effective_to");
    }
    return {
      kind: "fee-schedule",
      rowNumber,
      payerIdentifier: reader.text("payer_id", payerName === ""),
      payerName,
      procedureCode: reader.text("procedure_code", true).toUpperCase(),
      allowedCents,
      effectiveFrom,
      effectiveTo: effectiveTo === "" ? undefined : effectiveTo,
    };
  },
};

/** Decimal dollars with exactly two places as cents; undefined for anything else. */
export function dollarsAsCents(text: string): number | undefined {
  const match = /^(-?)(\d{1,12})\.(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const cents = Number(match[2]) * 100 + Number(match[3]);
  return match[1] === "-" && cents !== 0 ? -cents : cents;
}

/** Whether a text is a civil date that exists, written YYYY-MM-DD. */
export function isCivilDate(text: string): boolean {
  if (!/^(19|20)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().slice(0, 10) === text;
}
