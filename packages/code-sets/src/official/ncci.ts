import {
  CodeFileFault,
  type CodeFileReader,
  civilDateOf,
  datesUnknown,
  type FileEdition,
  type MueLimit,
  type PtpEdit,
  quarterDays,
} from "./code-file.ts";
import { LineSplitter, type NumberedLine } from "./split-lines.ts";
import { type NumberedRecord, RecordSplitter } from "./split-records.ts";

const codeForm = /^[0-9A-Z]{5}$/;

/** Lines before the first edit, at most. */
const headingLines = 20;

/**
 * Reads a practitioner or hospital file of the procedure-to-procedure edits
 * (`ccipra-v322r0-f1.txt`): a notice and a stacked heading, then column 1, column 2, `*` if in force
 * before 1996, first day, last day or `*`, modifier indicator and rationale, with tabs between.
 */
export function ptpReader(fileName: string): CodeFileReader<"ptpEdits"> {
  const lines = new LineSplitter();
  let begun = false;
  let lastLine = 0;
  const take = ({ text, line }: NumberedLine): PtpEdit[] => {
    if (text.trim() === "") return [];
    lastLine = line;
    const cells = text.split("\t");
    if (!begun && !codeForm.test(cells[0] ?? "")) {
      if (line > headingLines) throw new CodeFileFault("CODE_FILE_WRONG_HEADER", { line });
      return [];
    }
    begun = true;
    return [ptpEdit(cells, line)];
  };
  return {
    table: "ptpEdits",
    push: (text) => lines.push(text).flatMap(take),
    end: () => {
      const rows = lines.end().flatMap(take);
      if (!begun) throw new CodeFileFault("CODE_FILE_TRUNCATED", { line: lastLine });
      return { rows, edition: ptpEdition(fileName) };
    },
  };
}

function ptpEdit(cells: readonly string[], line: number): PtpEdit {
  const [column1 = "", column2 = "", before = "", from = "", to = "", indicator = ""] = cells;
  const effectiveFrom = civilDateOf(from);
  const effectiveTo = to === "*" ? undefined : civilDateOf(to);
  const isRow =
    cells.length === 7 &&
    codeForm.test(column1) &&
    codeForm.test(column2) &&
    (before === "" || before === "*") &&
    /^[019]$/.test(indicator);
  if (!isRow) throw new CodeFileFault("CODE_FILE_WRONG_ROW", { line });
  if (effectiveFrom === undefined || (to !== "*" && effectiveTo === undefined)) {
    throw new CodeFileFault("CODE_FILE_WRONG_VALUE", { line, column: "effective date" });
  }
  const rationale = (cells[6] ?? "").trim();
  return {
    column1,
    column2,
    effectiveFrom,
    effectiveTo,
    modifierIndicator: Number(indicator),
    rationale,
  };
}

/** Version 322 is the third quarter of 2026: 30 stands for 2024, the last digit counts from 0. */
function ptpEdition(fileName: string): FileEdition {
  const named = /cci(pra|oph)[-_]v(\d{3})r\d+[-_]f(\d{1,2})/i.exec(fileName);
  if (named === null) {
    const part = Number(/[-_]f(\d{1,2})\b/i.exec(fileName)?.[1] ?? 1);
    const set = { codeSet: "ncci-ptp", variant: "practitioner", part } as const;
    return { ...set, edition: undefined, ...datesUnknown };
  }
  const version = Number(named[2]);
  const year = 1994 + Math.floor(version / 10);
  const quarter = (version % 10) + 1;
  const { from, to } = quarterDays(year, Math.min(quarter, 4));
  return {
    codeSet: "ncci-ptp",
    variant: named[1]?.toLowerCase() === "pra" ? "practitioner" : "hospital",
    part: Number(named[3]),
    edition: `${year}Q${quarter}`,
    effectiveFrom: from,
    effectiveTo: to,
  };
}

export const mueHeading = /MUE\s+Values/i;

const mueVariants: readonly (readonly [RegExp, string])[] = [
  [/practitioner/i, "practitioner"],
  [/outpatient/i, "hospital"],
  [/dme/i, "dme-supplier"],
];

/**
 * Reads a file of medically unlikely edits (`MCR_MUE_PractitionerServices_Eff_07-01-2026.csv`): a
 * notice, a heading with a line end within a cell, then code, units, adjudication indicator such as
 * `2 Date of Service Edit: Policy`, and rationale.
 */
export function mueReader(fileName: string): CodeFileReader<"mueLimits"> {
  const records = new RecordSplitter();
  const seen = new Set<string>();
  let variant: string | undefined;
  let lastLine = 1;
  const take = ({ cells, line }: NumberedRecord): MueLimit[] => {
    lastLine = line;
    if (variant === undefined) {
      const heading = cells.find((cell) => mueHeading.test(cell));
      if (heading !== undefined && cells.length >= 4) variant = variantOf(heading, line);
      return [];
    }
    const row = mueLimit(cells, line);
    if (seen.has(row.code)) {
      throw new CodeFileFault("CODE_FILE_DUPLICATE_CODE", { line, column: "code" });
    }
    seen.add(row.code);
    return [row];
  };
  return {
    table: "mueLimits",
    push: (text) => records.push(text).flatMap(take),
    end: () => {
      const rows = records.end().flatMap(take);
      if (variant === undefined) throw new CodeFileFault("CODE_FILE_WRONG_HEADER", { line: 1 });
      // Every one of the three lists goes on to the codes that begin with V.
      if (![...seen].some((code) => code.startsWith("V"))) {
        throw new CodeFileFault("CODE_FILE_TRUNCATED", { line: lastLine });
      }
      return { rows, edition: mueEdition(fileName, variant) };
    },
  };
}

function variantOf(heading: string, line: number): string {
  const found = mueVariants.find(([words]) => words.test(heading));
  if (found === undefined) throw new CodeFileFault("CODE_FILE_WRONG_HEADER", { line });
  return found[1];
}

function mueLimit(cells: readonly string[], line: number): MueLimit {
  const [code = "", units = "", indicator = "", rationale = ""] = cells;
  if (cells.length < 4 || !codeForm.test(code)) {
    throw new CodeFileFault("CODE_FILE_WRONG_ROW", { line });
  }
  if (!/^\d{1,6}$/.test(units) || !/^[123](?:\s|$)/.test(indicator)) {
    throw new CodeFileFault("CODE_FILE_WRONG_VALUE", { line, column: "MUE value" });
  }
  return { code, units: Number(units), adjudicationIndicator: Number(indicator[0]), rationale };
}

function mueEdition(fileName: string, variant: string): FileEdition {
  const set = { codeSet: "ncci-mue", variant, part: 1 } as const;
  const named = /(\d{2})-(\d{2})-(\d{4})/.exec(fileName);
  const effectiveFrom = civilDateOf(`${named?.[3] ?? ""}${named?.[1] ?? ""}${named?.[2] ?? ""}`);
  if (effectiveFrom === undefined) return { ...set, edition: undefined, ...datesUnknown };
  const quarter = Math.ceil(Number(effectiveFrom.slice(5, 7)) / 3);
  const year = Number(effectiveFrom.slice(0, 4));
  const { to } = quarterDays(year, quarter);
  return { ...set, edition: `${year}Q${quarter}`, effectiveFrom, effectiveTo: to };
}
