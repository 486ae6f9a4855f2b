import {
  CodeFileFault,
  type CodeFileReader,
  type CodeRow,
  datesUnknown,
  type FileEdition,
  monthNumber,
} from "./code-file.ts";
import { LineSplitter, type NumberedLine } from "./split-lines.ts";

/** Begins the first line of the ICD-10-CM order file; that of ICD-10-PCS begins with a digit's section. */
export const orderLine = /^\d{5} [A-Z]\d[0-9A-Z]{1,5} {1,5}[01] /;

/** A code without its dot. Since FY2026 the second place may be a letter too (QA0). */
export const diagnosisCodeForm = /^[A-Z][0-9A-Z]{2,6}$/;

/** The first and last category: a file without them is not whole. */
const firstCategory = "A00";
const lastCategory = "Z99";

/**
 * Reads the ICD-10-CM order file of CDC and CMS (`icd10cm-order-2026.txt`): order number in columns
 * 1-5, code without its dot in 7-13, 1 for billable in 15, short text in 17-76, long text from 78.
 */
export function icd10cmOrderReader(fileName: string): CodeFileReader<"codes"> {
  const lines = new LineSplitter();
  let rows = 0;
  let hasFirst = false;
  let hasLast = false;
  const take = ({ text, line }: NumberedLine): CodeRow[] => {
    if (text.trim() === "") return [];
    const row = readLine(text, line);
    rows += 1;
    if (Number(text.slice(0, 5)) !== rows) {
      throw new CodeFileFault("CODE_FILE_WRONG_ORDER", { line, column: "order" });
    }
    hasFirst ||= row.code === firstCategory;
    hasLast ||= row.code === lastCategory;
    return [row];
  };
  return {
    table: "codes",
    push: (text) => lines.push(text).flatMap(take),
    end: () => {
      const last = lines.end().flatMap(take);
      if (!hasFirst || !hasLast) throw new CodeFileFault("CODE_FILE_TRUNCATED", { line: rows });
      return { rows: last, edition: { ...icd10cmEdition(fileName), codeSet: "icd-10-cm" } };
    },
  };
}

function readLine(text: string, line: number): CodeRow {
  const code = text.slice(6, 13).trim();
  const flag = text[14];
  const label = text.slice(77).trim();
  if (!diagnosisCodeForm.test(code) || (flag !== "0" && flag !== "1") || label === "") {
    throw new CodeFileFault("CODE_FILE_WRONG_ROW", { line });
  }
  return {
    code,
    label,
    shortLabel: text.slice(16, 76).trim(),
    isBillable: flag === "1",
    ...datesUnknown,
    facts: {},
  };
}

/**
 * The edition that a file name tells: the fiscal year from October, or with a month an update within
 * it, which holds to the end of September.
 */
export function icd10cmEdition(fileName: string): Omit<FileEdition, "codeSet"> {
  const named = /(?:[-_ ]([a-z]{3,9}))?[-_ ]+(\d{4})\D*$/i.exec(fileName.replace(/\.[a-z]+$/i, ""));
  const year = Number(named?.[2]);
  if (named === null || year < 2014 || year > 2100) {
    return { variant: "", part: 1, edition: undefined, ...datesUnknown };
  }
  const month = monthNumber(named[1]);
  const isUpdate = month !== undefined && month < 10;
  return {
    variant: "",
    part: 1,
    edition: isUpdate ? `FY${year} ${named[1]?.slice(0, 3)}` : `FY${year}`,
    effectiveFrom: isUpdate ? `${year}-${String(month).padStart(2, "0")}-01` : `${year - 1}-10-01`,
    effectiveTo: `${year}-09-30`,
  };
}
