import { PassThrough, type Readable } from "node:stream";
import { NamedError } from "../named-error.ts";
import type { CellValue, ExportColumn } from "./export-column.ts";

type Columns = readonly ExportColumn<unknown>[];

// Spreadsheets take the full-width signs for the plain ones, and a line feed for nothing.
const formulaStart = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** Exact decimal dollars with two places. */
export function dollars(cents: number): string {
  if (!Number.isSafeInteger(cents)) throw new RangeError("cents must be a safe integer");
  const digits = String(Math.abs(cents)).padStart(3, "0");
  return `${cents < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * One CSV cell (RFC 4180). Text that a spreadsheet would run as a formula gets an apostrophe in front;
 * amounts and numbers are written by us and stay numbers.
 */
export function csvCell(kind: ExportColumn<unknown>["kind"], value: CellValue): string {
  if (value === null || value === undefined) return "";
  if (kind === "cents") return dollars(Number(value));
  if (kind === "number") return String(value);
  const text = formulaStart.test(String(value)) ? `'${value}` : String(value);
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Where the rows of an export go; `write` waits while the receiver is slow. */
export interface ExportSink {
  readonly stream: Readable;
  write(rows: readonly unknown[]): Promise<void>;
  end(): Promise<void>;
}

/** Waits until the stream takes more; throws if the receiver has gone. */
async function flushed(stream: PassThrough): Promise<void> {
  if (stream.destroyed) throw new NamedError("EXPORT_ABANDONED", "the receiver has gone");
  if (!stream.writableNeedDrain) return;
  await new Promise<void>((resume) => {
    const settle = () => {
      stream.off("drain", settle).off("close", settle);
      resume();
    };
    stream.once("drain", settle).once("close", settle);
  });
  if (stream.destroyed) throw new NamedError("EXPORT_ABANDONED", "the receiver has gone");
}

/** The list as CSV in UTF-8. */
export function csvSink(columns: Columns): ExportSink {
  const stream = new PassThrough();
  stream.write(`${columns.map((column) => csvCell("text", column.title)).join(",")}\r\n`);
  return {
    stream,
    async write(rows) {
      let text = "";
      for (const row of rows) {
        text += `${columns.map((column) => csvCell(column.kind, column.value(row))).join(",")}\r\n`;
      }
      stream.write(text);
      await flushed(stream);
    },
    async end() {
      stream.end();
    },
  };
}

const cellFormats: Readonly<Record<string, string>> = {
  cents: "#,##0.00",
  date: "yyyy-mm-dd",
  instant: "yyyy-mm-dd hh:mm:ss",
};

function sheetCell(kind: ExportColumn<unknown>["kind"], value: CellValue) {
  if (value === null || value === undefined) return null;
  if (kind === "cents") return Number(value) / 100;
  if (kind === "date") return new Date(`${value}T00:00:00Z`);
  if (kind === "instant") return new Date(String(value));
  return value;
}

/** The list as a workbook with typed cells; text stays text, so nothing in it is a formula. */
export async function workbookSink(columns: Columns): Promise<ExportSink> {
  // Loaded on the first export only: the package is large and most starts never need it.
  const { default: excel } = await import("exceljs");
  const stream = new PassThrough();
  const book = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const sheet = book.addWorksheet("Rows", { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = columns.map((column) => {
    const numFmt = cellFormats[column.kind];
    return { header: column.title, width: 18, ...(numFmt ? { style: { numFmt } } : {}) };
  });
  return {
    stream,
    async write(rows) {
      for (const row of rows) {
        sheet.addRow(columns.map((column) => sheetCell(column.kind, column.value(row)))).commit();
      }
      await flushed(stream);
    },
    async end() {
      sheet.commit();
      await book.commit();
    },
  };
}
