import { addCalendarDays, isCivilDate } from "../civil-date.ts";

/** The official code sets that the product loads, under the names that tables and commands use. */
export const codeSetNames = [
  "icd-10-cm",
  "icd-10-cm-tabular",
  "hcpcs",
  "ncci-ptp",
  "ncci-mue",
  "pfs-rvu",
  "pfs-gpci",
  "nucc-taxonomy",
  "place-of-service",
] as const;
export type CodeSetName = (typeof codeSetNames)[number];

/** What is wrong with an official file. */
export const codeFileFaultCodes = {
  CODE_FILE_UNKNOWN: "This is none of the official files that are read here.",
  CODE_FILE_WORKBOOK: "This is a workbook. Load the text or CSV file that comes with it.",
  CODE_FILE_ARCHIVE_UNSAFE: "The archive is damaged, encrypted or beyond the limits.",
  CODE_FILE_TOO_LARGE: "The file is larger than the page accepts. Use the command line.",
  CODE_FILE_CHANGE_LIST: "This is a list of changes, not the whole code set. Load the whole file.",
  CODE_FILE_WRONG_HEADER: "The heading is not the one this file has.",
  CODE_FILE_WRONG_ROW: "The row does not have the layout of this file.",
  CODE_FILE_WRONG_ORDER: "The rows are not numbered one after the other.",
  CODE_FILE_WRONG_VALUE: "A value is not of the form its column has.",
  CODE_FILE_DUPLICATE_CODE: "The code stands in the file twice.",
  CODE_FILE_TRUNCATED: "The file ends too early.",
  CODE_FILE_QUOTE_OPEN: "A quoted cell begins here and does not end.",
  CODE_FILE_EDITION_UNKNOWN:
    "Neither the file nor its name says from when it holds. Say from which day.",
} as const;
export type CodeFileFaultCode = keyof typeof codeFileFaultCodes;

/**
 * An official file that cannot be taken: what is wrong, and on which line, counted from 1. The text
 * names the column where one is meant, never the content.
 */
export class CodeFileFault extends Error {
  readonly code: CodeFileFaultCode;
  readonly line: number | undefined;
  readonly column: string | undefined;

  constructor(code: CodeFileFaultCode, at: { line?: number; column?: string } = {}) {
    super(codeFileFaultCodes[code]);
    this.name = "CodeFileFault";
    this.code = code;
    this.line = at.line;
    this.column = at.column;
  }
}

/** Which edition of which code set a file holds, as far as the file and its name say. */
export type FileEdition = {
  readonly codeSet: CodeSetName;
  /** Tells files of one set apart that hold side by side, such as `practitioner` and `hospital`. */
  readonly variant: string;
  /** One edition may come in several files, numbered from 1. */
  readonly part: number;
  /** Such as `FY2026`, `2026Q3`, `26.1`; undefined when nothing tells. */
  readonly edition: string | undefined;
  /** First and last day on which the edition holds; without a last day until the next edition. */
  readonly effectiveFrom: string | undefined;
  readonly effectiveTo: string | undefined;
};

/** A code with its words. */
export type CodeRow = {
  readonly code: string;
  readonly label: string;
  readonly shortLabel: string | undefined;
  /** False for a heading that groups codes and for a code that no claim may carry. */
  readonly isBillable: boolean;
  /** The code's own first and last day, where its file states them. */
  readonly effectiveFrom: string | undefined;
  readonly effectiveTo: string | undefined;
  /** Further published facts of the code, by name. */
  readonly facts: Readonly<Record<string, string>>;
};

export const diagnosisNoteKinds = [
  "note",
  "includes",
  "inclusion-term",
  "excludes-1",
  "excludes-2",
  "code-first",
  "use-additional-code",
  "code-also",
  "seventh-character",
] as const;
export type DiagnosisNoteKind = (typeof diagnosisNoteKinds)[number];

/** An instruction of the ICD-10-CM tabular list. It holds for all codes below the one it stands at. */
export type DiagnosisNote = {
  /** Where it stands in the file, counted from 1. */
  readonly position: number;
  readonly kind: DiagnosisNoteKind;
  /** A code without its dot, equal in both; or the first and last category of a chapter or block. */
  readonly codeFrom: string;
  readonly codeThrough: string;
  /** The seventh character that the text is the meaning of. */
  readonly character: string | undefined;
  readonly text: string;
};

/** A procedure-to-procedure edit of the National Correct Coding Initiative. */
export type PtpEdit = {
  readonly column1: string;
  readonly column2: string;
  readonly effectiveFrom: string;
  /** Last day on which it holds. */
  readonly effectiveTo: string | undefined;
  /** 0 never together, 1 together with a modifier, 9 the edit does not apply. */
  readonly modifierIndicator: number;
  readonly rationale: string;
};

/** A medically unlikely edit: most units of one code. */
export type MueLimit = {
  readonly code: string;
  readonly units: number;
  /** 1 line, 2 date of service (policy), 3 date of service (clinical). */
  readonly adjudicationIndicator: number;
  readonly rationale: string;
};

/** Relative value units of the physician fee schedule; decimals as written. No descriptor is kept. */
export type RelativeValue = {
  readonly code: string;
  /** Empty for the whole service; `26` and `TC` for its parts, `53` for a discontinued one. */
  readonly modifier: string;
  readonly status: string;
  readonly work: string;
  readonly nonfacilityPracticeExpense: string;
  readonly facilityPracticeExpense: string;
  readonly malpractice: string;
  readonly conversionFactor: string;
  /** The service is not done there, so there is no amount. */
  readonly isNonfacilityNotApplicable: boolean;
  readonly isFacilityNotApplicable: boolean;
  readonly globalDays: string;
  /** The other indicators of the file, by name. */
  readonly indicators: Readonly<Record<string, string>>;
};

/** Geographic practice cost indices of one Medicare locality; decimals as written. */
export type PracticeCostIndex = {
  /** Medicare administrative contractor, five digits. */
  readonly contractor: string;
  readonly state: string;
  /** Two digits, unique with the contractor. */
  readonly locality: string;
  readonly name: string;
  readonly work: string;
  readonly practiceExpense: string;
  readonly malpractice: string;
};

/** The rows of an official file by the table they belong to. */
export type CodeFileRows = {
  readonly codes: CodeRow;
  readonly notes: DiagnosisNote;
  readonly ptpEdits: PtpEdit;
  readonly mueLimits: MueLimit;
  readonly relativeValues: RelativeValue;
  readonly costIndices: PracticeCostIndex;
};
export type CodeFileTable = keyof CodeFileRows;

/**
 * Reads one official file pushed in pieces of text, in memory bounded by one record.
 * Every method throws `CodeFileFault` at content that is not the file's.
 */
export type CodeFileReader<Table extends CodeFileTable> = {
  readonly table: Table;
  push(text: string): CodeFileRows[Table][];
  end(): { readonly rows: CodeFileRows[Table][]; readonly edition: FileEdition };
};

/** A reader of any of the files. */
export type AnyCodeFileReader = {
  [Table in CodeFileTable]: CodeFileReader<Table>;
}[CodeFileTable];

/** `20260101` as `2026-01-01`; undefined when there is no such day. */
export function civilDateOf(digits: string): string | undefined {
  const date = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  return digits.length === 8 && isCivilDate(date) ? date : undefined;
}

/** First and last day of a quarter, 1 to 4. */
export function quarterDays(year: number, quarter: number): { from: string; to: string } {
  const month = (number: number) => String(number).padStart(2, "0");
  const next = quarter === 4 ? `${year + 1}-01-01` : `${year}-${month(quarter * 3 + 1)}-01`;
  return { from: `${year}-${month(quarter * 3 - 2)}-01`, to: addCalendarDays(next, -1) };
}

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct"];
monthNames.push("nov", "dec");

/** 1 for `Jan`, `JANUARY` and so on; undefined for anything else. */
export function monthNumber(name: string | undefined): number | undefined {
  const at = monthNames.indexOf((name ?? "").slice(0, 3).toLowerCase());
  return at === -1 ? undefined : at + 1;
}

/** A first and last day that nothing tells. */
export const datesUnknown = { effectiveFrom: undefined, effectiveTo: undefined } as const;
