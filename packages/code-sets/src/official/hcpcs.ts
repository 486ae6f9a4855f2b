import {
  CodeFileFault,
  type CodeFileReader,
  type CodeRow,
  civilDateOf,
  datesUnknown,
  type FileEdition,
  monthNumber,
  quarterDays,
} from "./code-file.ts";
import { LineSplitter } from "./split-lines.ts";
import { RecordSplitter } from "./split-records.ts";

/** One row of the file: a code or modifier, or a further piece of its long text. */
type HcpcsRow = {
  readonly code: string;
  /** 3 code, 4 its continuation, 7 modifier, 8 its continuation. */
  readonly record: string;
  readonly longText: string;
  readonly shortText: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly added: string;
  readonly terminated: string;
  readonly line: number;
};

const rowCharacters = 320;
/** Begins a row of the text file: code or modifier, sequence, record id. */
export const hcpcsLine = /^(?:[A-Z]\d{4}| {3}[A-Z0-9]{2})\d{5}[3478]/;
export const hcpcsHeading = /^"?HCPC"?,"?SEQNUM"?,"?RECID"?,/m;

/** Columns of the text file that are kept as facts, counted from 1. */
const factColumns: Readonly<Record<string, readonly [number, number]>> = {
  pricing: [120, 121],
  multiplePricing: [128, 128],
  coverage: [230, 230],
  betos: [257, 259],
  typeOfService: [261, 261],
  action: [293, 293],
  actionEffective: [277, 284],
};

/** The same facts under the headings of the workbook, saved as CSV. */
const factHeadings: Readonly<Record<string, string>> = {
  pricing: "PRICE1",
  multiplePricing: "MULT_PI",
  coverage: "COV",
  betos: "BETOS",
  typeOfService: "TOS1",
  action: "ACTION CD",
  actionEffective: "ACT EFF DT",
};

/**
 * Reads the HCPCS level II file of CMS, `HCPC2026_OCT_ANWEB.txt`, of 320 columns. Notices of any
 * number may stand before the first row.
 */
export function hcpcsTextReader(fileName: string): CodeFileReader<"codes"> {
  const lines = new LineSplitter();
  const codes = new HcpcsCodes();
  let begun = false;
  const take = ({ text, line }: { text: string; line: number }): CodeRow[] => {
    if (!hcpcsLine.test(text)) {
      if (begun && text.trim() !== "") throw new CodeFileFault("CODE_FILE_WRONG_ROW", { line });
      return [];
    }
    begun = true;
    if (text.length < rowCharacters - 28) throw new CodeFileFault("CODE_FILE_WRONG_ROW", { line });
    return codes.take(rowOfLine(text, line));
  };
  return {
    table: "codes",
    push: (text) => lines.push(text).flatMap(take),
    end: () => {
      const rows = lines.end().flatMap(take);
      return { rows: [...rows, ...codes.end()], edition: hcpcsEdition(fileName) };
    },
  };
}

/** Reads the workbook of the same release, saved as CSV. */
export function hcpcsTableReader(fileName: string): CodeFileReader<"codes"> {
  const records = new RecordSplitter();
  const codes = new HcpcsCodes();
  let columns: readonly string[] | undefined;
  const take = ({ cells, line }: { cells: readonly string[]; line: number }): CodeRow[] => {
    if (columns === undefined) {
      if (cells[0] === "HCPC") columns = cells;
      return [];
    }
    const cell = (heading: string) => cells[columns?.indexOf(heading) ?? -1] ?? "";
    const facts = Object.entries(factHeadings).map(([name, heading]) => [name, cell(heading)]);
    return codes.take({
      code: cell("HCPC"),
      record: cell("RECID"),
      longText: cell("LONG DESCRIPTION"),
      shortText: cell("SHORT DESCRIPTION"),
      facts: Object.fromEntries(facts),
      added: cell("ADD DT"),
      terminated: cell("TERM DT"),
      line,
    });
  };
  return {
    table: "codes",
    push: (text) => records.push(text).flatMap(take),
    end: () => {
      const rows = records.end().flatMap(take);
      return { rows: [...rows, ...codes.end()], edition: hcpcsEdition(fileName) };
    },
  };
}

/** Puts the pieces of a code's text together and checks each code. */
class HcpcsCodes {
  readonly #seen = new Set<string>();
  #open: HcpcsRow | undefined;
  #text = "";
  #hasFirst = false;
  #hasLast = false;
  #line = 1;

  take(row: HcpcsRow): CodeRow[] {
    this.#line = row.line;
    if (row.record === "4" || row.record === "8") {
      if (this.#open?.code !== row.code) {
        throw new CodeFileFault("CODE_FILE_WRONG_ORDER", { line: row.line, column: "code" });
      }
      this.#text += ` ${row.longText}`;
      return [];
    }
    const done = this.#close();
    if (!/^(?:[A-Z]\d{4}|[A-Z0-9]{2})$/.test(row.code) || !/^[37]$/.test(row.record)) {
      throw new CodeFileFault("CODE_FILE_WRONG_ROW", { line: row.line });
    }
    if (this.#seen.has(row.code)) {
      throw new CodeFileFault("CODE_FILE_DUPLICATE_CODE", { line: row.line, column: "code" });
    }
    this.#seen.add(row.code);
    this.#hasFirst ||= /^A\d{4}$/.test(row.code);
    this.#hasLast ||= /^V\d{4}$/.test(row.code);
    this.#open = row;
    this.#text = row.longText;
    return done;
  }

  end(): CodeRow[] {
    // The codes run from A to V.
    if (!this.#hasFirst || !this.#hasLast) {
      throw new CodeFileFault("CODE_FILE_TRUNCATED", { line: this.#line });
    }
    return this.#close();
  }

  #close(): CodeRow[] {
    const row = this.#open;
    if (row === undefined) return [];
    const { line } = row;
    if (this.#text.trim() === "") {
      throw new CodeFileFault("CODE_FILE_WRONG_VALUE", { line, column: "long description" });
    }
    const facts = Object.entries(row.facts).filter(([, value]) => value !== "");
    return [
      {
        code: row.code,
        label: this.#text.replace(/\s+/g, " ").trim(),
        shortLabel: row.shortText === "" ? undefined : row.shortText,
        isBillable: true,
        effectiveFrom: dateOf(row.added, { line, column: "add date" }),
        effectiveTo: dateOf(row.terminated, { line, column: "termination date" }),
        facts: Object.fromEntries(facts),
      },
    ];
  }
}

function rowOfLine(text: string, line: number): HcpcsRow {
  const column = (from: number, to: number) => text.slice(from - 1, to).trim();
  const facts = Object.entries(factColumns).map(([name, [from, to]]) => [name, column(from, to)]);
  return {
    code: column(1, 5),
    record: column(11, 11),
    longText: column(12, 91),
    shortText: column(92, 119),
    facts: Object.fromEntries(facts),
    added: column(269, 276),
    terminated: column(285, 292),
    line,
  };
}

function dateOf(text: string, at: { line: number; column: string }): string | undefined {
  if (text === "") return undefined;
  const date = civilDateOf(text);
  if (date === undefined) throw new CodeFileFault("CODE_FILE_WRONG_VALUE", at);
  return date;
}

/** `HCPC2026_OCT_ANWEB.txt` holds for the quarter from October 2026, one without a month for its year. */
function hcpcsEdition(fileName: string): FileEdition {
  const named = /HCPC(\d{4})(?:[-_ ](JAN|APR|JUL|OCT)[A-Z]*)?/i.exec(fileName);
  const set = { codeSet: "hcpcs", variant: "", part: 1 } as const;
  if (named === null) return { ...set, edition: undefined, ...datesUnknown };
  const year = Number(named[1]);
  const month = monthNumber(named[2]);
  if (month === undefined) {
    const days = { effectiveFrom: `${year}-01-01`, effectiveTo: `${year}-12-31` };
    return { ...set, edition: String(year), ...days };
  }
  const quarter = (month + 2) / 3;
  const { from, to } = quarterDays(year, quarter);
  return { ...set, edition: `${year}Q${quarter}`, effectiveFrom: from, effectiveTo: to };
}
