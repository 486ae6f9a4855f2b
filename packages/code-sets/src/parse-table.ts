/** What is wrong with a reference table. The text is code and position, never the cell's content. */
export type ReferenceTableFaultCode =
  | "missing-file"
  | "empty-table"
  | "wrong-header"
  | "wrong-cell-count"
  | "stray-quote"
  | "open-quote"
  | "invalid-value"
  | "overlapping-rows";

/**
 * A reference table that cannot be trusted. These files ship with the product, so a bad one is a
 * fault of the installation and not an outcome a caller decides on.
 */
export class ReferenceTableFault extends Error {
  readonly code: ReferenceTableFaultCode;
  readonly file: string;
  /** 1-based line of the file; undefined when the whole file is meant. */
  readonly line: number | undefined;
  readonly column: string | undefined;

  constructor(
    code: ReferenceTableFaultCode,
    at: { file: string; line?: number; column?: string | undefined },
  ) {
    const place = [at.file, at.line, at.column].filter((part) => part !== undefined).join(":");
    super(`Reference table ${place}: ${code}.`);
    this.name = "ReferenceTableFault";
    this.code = code;
    this.file = at.file;
    this.line = at.line;
    this.column = at.column;
  }
}

export type TableRow<Column extends string> = {
  /** 1-based line on which the row starts. */
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
};

type RawRow = { readonly line: number; readonly cells: readonly string[] };

/**
 * Reads a CSV table of RFC 4180 strictly: a header with exactly these columns in this order, as
 * many cells in every row, quotes only around whole cells and doubled inside them. Line ends are
 * LF or CRLF; a byte order mark is dropped. Cells are returned as written, without trimming.
 *
 * @throws ReferenceTableFault naming file, line and what is wrong.
 */
export function parseTable<Column extends string>(
  file: string,
  text: string,
  columns: readonly Column[],
): readonly TableRow<Column>[] {
  const [header, ...rows] = splitRows(file, text.replace(/^\uFEFF/, ""));
  if (header === undefined) throw new ReferenceTableFault("empty-table", { file });
  if (header.cells.join("\n") !== columns.join("\n")) {
    throw new ReferenceTableFault("wrong-header", { file, line: header.line });
  }
  return rows.map((row) => {
    if (row.cells.length !== columns.length) {
      throw new ReferenceTableFault("wrong-cell-count", { file, line: row.line });
    }
    const pairs = columns.map((column, index) => [column, row.cells[index] ?? ""] as const);
    // Object.fromEntries forgets the key type; the pairs hold every column exactly once.
    return { line: row.line, cells: Object.fromEntries(pairs) as Record<Column, string> };
  });
}

function splitRows(file: string, text: string): readonly RawRow[] {
  const rows: RawRow[] = [];
  let position = 0;
  let line = 1;
  while (position < text.length) {
    const start = line;
    const cells: string[] = [];
    for (;;) {
      const cell = readCell(file, text, { position, line });
      cells.push(cell.value);
      position = cell.end;
      line += cell.lineEnds;
      if (text[position] !== ",") break;
      position += 1;
    }
    position += text.startsWith("\r\n", position) ? 2 : 1;
    line += 1;
    rows.push({ line: start, cells });
  }
  return rows;
}

type Cell = { readonly value: string; readonly end: number; readonly lineEnds: number };

function readCell(file: string, text: string, at: { position: number; line: number }): Cell {
  if (text[at.position] === '"') return readQuotedCell(file, text, at);
  let end = at.position;
  while (end < text.length && text[end] !== "," && !isLineEnd(text, end)) {
    if (text[end] === '"') throw new ReferenceTableFault("stray-quote", { file, line: at.line });
    end += 1;
  }
  return { value: text.slice(at.position, end), end, lineEnds: 0 };
}

function readQuotedCell(file: string, text: string, at: { position: number; line: number }): Cell {
  let value = "";
  let position = at.position + 1;
  for (;;) {
    const quote = text.indexOf('"', position);
    if (quote === -1) throw new ReferenceTableFault("open-quote", { file, line: at.line });
    value += text.slice(position, quote);
    position = quote + 1;
    if (text[position] !== '"') break;
    value += '"';
    position += 1;
  }
  if (position < text.length && text[position] !== "," && !isLineEnd(text, position)) {
    throw new ReferenceTableFault("stray-quote", { file, line: at.line });
  }
  return { value, end: position, lineEnds: value.split("\n").length - 1 };
}

function isLineEnd(text: string, position: number): boolean {
  return text[position] === "\n" || text.startsWith("\r\n", position);
}
