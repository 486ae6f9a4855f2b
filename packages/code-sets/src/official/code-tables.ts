import {
  CodeFileFault,
  type CodeFileReader,
  type CodeRow,
  datesUnknown,
  type FileEdition,
} from "./code-file.ts";
import { type NumberedRecord, RecordSplitter } from "./split-records.ts";

/** A small CSV table of codes: its headings, what a row becomes, when it is whole. */
type CodeTable = {
  readonly heading: RegExp;
  readonly codeForm: RegExp;
  /** Headings of which one must be there, by what they are read as. */
  readonly columns: Readonly<Record<"code" | "label", RegExp>>;
  readonly fewestRows: number;
  readonly row: (cell: (heading: RegExp) => string) => Omit<CodeRow, "code">;
  readonly edition: (fileName: string) => FileEdition;
};

const taxonomy: CodeTable = {
  heading: /^Code,Grouping,Classification/i,
  codeForm: /^[0-9A-Z]{9}X$/,
  columns: { code: /^Code$/i, label: /^Classification$/i },
  // There have been more than 800 since 2010.
  fewestRows: 800,
  row: (cell) => {
    const shown = cell(/^Display Name$/i);
    const parts = [cell(/^Classification$/i), cell(/^Specialization$/i)].filter(Boolean);
    return {
      label: parts.join(": "),
      shortLabel: shown === "" ? undefined : shown,
      isBillable: true,
      ...datesUnknown,
      facts: filled({ grouping: cell(/^Grouping$/i), section: cell(/^Section$/i) }),
    };
  },
  edition: taxonomyEdition,
};

const placeOfService: CodeTable = {
  heading: /^"?(?:Place of Service Code|POS[_ ]Code)/i,
  codeForm: /^\d{2}$/,
  columns: { code: /^(?:Place of Service Code|POS[_ ]Code)/i, label: /Name$/i },
  fewestRows: 40,
  row: (cell) => {
    const label = cell(/Name$/i);
    return {
      label,
      shortLabel: undefined,
      isBillable: !/^Unassigned/i.test(label),
      ...datesUnknown,
      facts: filled({ description: cell(/Description$/i), type: cell(/Type$/i) }),
    };
  },
  // Neither the page of CMS nor its table names an edition.
  edition: () => ({
    codeSet: "place-of-service",
    variant: "",
    part: 1,
    edition: undefined,
    ...datesUnknown,
  }),
};

export const taxonomyHeading = taxonomy.heading;
export const placeOfServiceHeading = placeOfService.heading;

/** Reads the provider taxonomy of NUCC (`nucc_taxonomy_261.csv`). */
export function taxonomyReader(fileName: string): CodeFileReader<"codes"> {
  return tableReader(taxonomy, fileName);
}

/** Reads place of service codes: the table of CMS saved as CSV with code, name and description. */
export function placeOfServiceReader(fileName: string): CodeFileReader<"codes"> {
  return tableReader(placeOfService, fileName);
}

function tableReader(table: CodeTable, fileName: string): CodeFileReader<"codes"> {
  const records = new RecordSplitter();
  const seen = new Set<string>();
  let heading: readonly string[] | undefined;
  let lastLine = 1;
  const take = ({ cells, line }: NumberedRecord): CodeRow[] => {
    lastLine = line;
    if (heading === undefined) {
      if (table.heading.test(cells.join(","))) heading = checkedHeading(table, cells, line);
      return [];
    }
    const columns = heading;
    const cell = (words: RegExp) => cells[columns.findIndex((text) => words.test(text))] ?? "";
    const code = cell(table.columns.code).padStart(2, "0");
    if (cells.length !== columns.length || !table.codeForm.test(code)) {
      throw new CodeFileFault("CODE_FILE_WRONG_ROW", { line });
    }
    if (seen.has(code)) {
      throw new CodeFileFault("CODE_FILE_DUPLICATE_CODE", { line, column: "code" });
    }
    seen.add(code);
    return [{ code, ...table.row(cell) }];
  };
  return {
    table: "codes",
    push: (text) => records.push(text).flatMap(take),
    end: () => {
      const rows = records.end().flatMap(take);
      if (heading === undefined) throw new CodeFileFault("CODE_FILE_WRONG_HEADER", { line: 1 });
      if (seen.size < table.fewestRows) {
        throw new CodeFileFault("CODE_FILE_TRUNCATED", { line: lastLine });
      }
      return { rows, edition: table.edition(fileName) };
    },
  };
}

function checkedHeading(
  { columns }: CodeTable,
  cells: readonly string[],
  line: number,
): readonly string[] {
  for (const [column, words] of Object.entries(columns)) {
    if (!cells.some((cell) => words.test(cell))) {
      throw new CodeFileFault("CODE_FILE_WRONG_HEADER", { line, column });
    }
  }
  return cells;
}

function filled(facts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== ""));
}

/** Version 26.0 is in force from April 2026, 26.1 from October 2026, each until the next one. */
function taxonomyEdition(fileName: string): FileEdition {
  const set = { codeSet: "nucc-taxonomy", variant: "", part: 1 } as const;
  const named = /taxonomy[-_ ]?(\d{2})[._]?([01])/i.exec(fileName);
  if (named === null) return { ...set, edition: undefined, ...datesUnknown };
  const [, year = "", half] = named;
  return {
    ...set,
    edition: `${year}.${half}`,
    effectiveFrom: `20${year}-${half === "0" ? "04" : "10"}-01`,
    effectiveTo: undefined,
  };
}
