import {
  CodeFileFault,
  type CodeFileReader,
  datesUnknown,
  type FileEdition,
  monthNumber,
  type PracticeCostIndex,
  type RelativeValue,
} from "./code-file.ts";
import { type NumberedRecord, RecordSplitter } from "./split-records.ts";

export const relativeValueTitle = /National Physician Fee Schedule Relative Value/i;
export const costIndexTitle = /GEOGRAPHIC PRACTICE COST INDICES|\d{4} PW GPCI/i;

/**
 * The columns that are read, by their heading put together from the stacked lines, in the order of
 * the file. The number of columns changes between years, so they are looked for one after another.
 * The descriptor (CPT, American Medical Association) is never read.
 */
const columns = [
  ["code", /^HCPCS$/],
  ["modifier", /^MOD$/],
  ["status", /STATUS/],
  ["work", /^WORK/],
  ["nonfacilityPracticeExpense", /NON-FAC.* PE RVU/],
  ["nonfacilityNotApplicable", /NA INDICATOR/],
  ["facilityPracticeExpense", /FACILITY PE RVU/],
  ["facilityNotApplicable", /NA INDICATOR/],
  ["malpractice", /^MP RVU/],
  ["professionalTechnical", /^PCTC/],
  ["globalDays", /^GLOB/],
  ["preoperative", /^PRE/],
  ["intraoperative", /^INTRA/],
  ["postoperative", /^POST/],
  ["multipleProcedure", /^MULT/],
  ["bilateral", /^BILAT/],
  ["assistantSurgeon", /^ASST/],
  ["coSurgeon", /^CO-/],
  ["teamSurgery", /^TEAM/],
  ["endoscopicBase", /^ENDO/],
  ["conversionFactor", /^CONV/],
  ["supervision", /SUPERVISION/],
  ["calculationFlag", /^CALC/],
  ["imagingFamily", /IMAGING/],
] as const;
type ColumnName = (typeof columns)[number][0];

const indicatorNames = [
  "professionalTechnical",
  "preoperative",
  "intraoperative",
  "postoperative",
  "multipleProcedure",
  "bilateral",
  "assistantSurgeon",
  "coSurgeon",
  "teamSurgery",
  "endoscopicBase",
  "supervision",
  "calculationFlag",
  "imagingFamily",
] as const satisfies readonly ColumnName[];

const headingRecords = 30;
const decimal = /^\d{1,6}(?:\.\d{1,6})?$/;

/** Reads the relative value file of the physician fee schedule (`PPRRVU2026_Jul_nonQPP.csv`). */
export function relativeValueReader(fileName: string): CodeFileReader<"relativeValues"> {
  const records = new RecordSplitter();
  const heading = new StackedHeading();
  const seen = new Set<string>();
  let lastLine = 1;
  const take = ({ cells, line }: NumberedRecord): RelativeValue[] => {
    lastLine = line;
    if (!heading.isRead) {
      heading.take(cells, line);
      return [];
    }
    const row = relativeValue((name) => cells[heading.at(name)] ?? "", line);
    const key = `${row.code} ${row.modifier}`;
    if (seen.has(key)) {
      throw new CodeFileFault("CODE_FILE_DUPLICATE_CODE", { line, column: "HCPCS" });
    }
    seen.add(key);
    return [row];
  };
  return {
    table: "relativeValues",
    push: (text) => records.push(text).flatMap(take),
    end: () => {
      const rows = records.end().flatMap(take);
      if (!heading.isRead) throw new CodeFileFault("CODE_FILE_WRONG_HEADER", { line: 1 });
      // The codes run through all digits and on to V, in either order.
      const reaches = (start: string) => [...seen].some((key) => key.startsWith(start));
      if (!reaches("99") || !reaches("V")) {
        throw new CodeFileFault("CODE_FILE_TRUNCATED", { line: lastLine });
      }
      return { rows, edition: relativeValueEdition(fileName, heading.title) };
    },
  };
}

/** The heading cells that stand above one another, put together column by column. */
class StackedHeading {
  title = "";
  isRead = false;
  readonly #stacked: string[] = [];
  readonly #places = new Map<ColumnName, number>();
  #records = 0;

  take(cells: readonly string[], line: number): void {
    this.#records += 1;
    if (this.#records > headingRecords) throw new CodeFileFault("CODE_FILE_WRONG_HEADER", { line });
    const title = cells.find((cell) => relativeValueTitle.test(cell));
    if (title !== undefined) this.title = title;
    cells.forEach((cell, at) => {
      this.#stacked[at] = `${this.#stacked[at] ?? ""} ${cell}`.trim();
    });
    if (cells[0] === "HCPCS") this.#resolve(line);
  }

  at(name: ColumnName): number {
    return this.#places.get(name) ?? -1;
  }

  #resolve(line: number): void {
    let from = 0;
    for (const [name, words] of columns) {
      const at = this.#stacked.findIndex((text, index) => index >= from && words.test(text));
      if (at === -1) throw new CodeFileFault("CODE_FILE_WRONG_HEADER", { line, column: name });
      this.#places.set(name, at);
      from = at + 1;
    }
    this.isRead = true;
  }
}

function relativeValue(cell: (name: ColumnName) => string, line: number): RelativeValue {
  const number = (name: ColumnName) => {
    const text = cell(name);
    if (!decimal.test(text)) {
      throw new CodeFileFault("CODE_FILE_WRONG_VALUE", { line, column: name });
    }
    return text;
  };
  const code = cell("code");
  const modifier = cell("modifier");
  const status = cell("status");
  if (!/^[0-9A-Z]{5}$/.test(code) || !/^(?:[0-9A-Z]{2})?$/.test(modifier) || status.length !== 1) {
    throw new CodeFileFault("CODE_FILE_WRONG_ROW", { line });
  }
  const indicators = indicatorNames.map((name) => [name, cell(name)] as const);
  return {
    code,
    modifier,
    status,
    work: number("work"),
    nonfacilityPracticeExpense: number("nonfacilityPracticeExpense"),
    facilityPracticeExpense: number("facilityPracticeExpense"),
    malpractice: number("malpractice"),
    conversionFactor: number("conversionFactor"),
    isNonfacilityNotApplicable: cell("nonfacilityNotApplicable") === "NA",
    isFacilityNotApplicable: cell("facilityNotApplicable") === "NA",
    globalDays: cell("globalDays"),
    indicators: Object.fromEntries(indicators.filter(([, value]) => value !== "")),
  };
}

/** A release holds from its quarter to the end of the year, unless a later one comes. */
function relativeValueEdition(fileName: string, title: string): FileEdition {
  const isQualifying = /(?<!non)QPP/i.test(fileName);
  const variant = isQualifying ? "qualifying" : "";
  const set = { codeSet: "pfs-rvu", variant, part: 1 } as const;
  const year = /\b(20\d{2})\b/.exec(title)?.[1];
  const month = monthNumber(/([A-Z]{3,9}) Release/i.exec(title)?.[1]) ?? monthOfName(fileName);
  if (year === undefined || month === undefined) {
    return { ...set, edition: undefined, ...datesUnknown };
  }
  const quarter = Math.ceil(month / 3);
  return {
    ...set,
    edition: `${year}${"ABCD"[quarter - 1] ?? ""}`,
    effectiveFrom: `${year}-${String(quarter * 3 - 2).padStart(2, "0")}-01`,
    effectiveTo: `${year}-12-31`,
  };
}

function monthOfName(fileName: string): number | undefined {
  return monthNumber(/PPRRVU\d{2,4}[-_]?(JAN|APR|JUL|OCT)/i.exec(fileName)?.[1]);
}

/** The fewest localities an edition has ever had. */
const fewestLocalities = 85;

/** Reads the geographic practice cost indices (`GPCI2026.csv`). Footnotes after the rows are passed over. */
export function costIndexReader(fileName: string): CodeFileReader<"costIndices"> {
  const records = new RecordSplitter();
  const seen = new Set<string>();
  let heading: readonly string[] | undefined;
  let title = "";
  let lastLine = 1;
  const take = ({ cells, line }: NumberedRecord): PracticeCostIndex[] => {
    if (heading === undefined) {
      title += ` ${cells.join(" ")}`;
      if (/Locality Number/i.test(cells.join(","))) heading = cells;
      return [];
    }
    if (!/^\d{5}$/.test(cells[0] ?? "")) {
      const isFootnote = seen.size > 0 && cells.slice(1).every((cell) => cell === "");
      if (!isFootnote) throw new CodeFileFault("CODE_FILE_WRONG_ROW", { line });
      return [];
    }
    lastLine = line;
    const row = costIndex(heading, cells, line);
    const key = `${row.contractor} ${row.locality}`;
    if (seen.has(key)) {
      throw new CodeFileFault("CODE_FILE_DUPLICATE_CODE", { line, column: "Locality Number" });
    }
    seen.add(key);
    return [row];
  };
  return {
    table: "costIndices",
    push: (text) => records.push(text).flatMap(take),
    end: () => {
      const rows = records.end().flatMap(take);
      if (heading === undefined) throw new CodeFileFault("CODE_FILE_WRONG_HEADER", { line: 1 });
      if (seen.size < fewestLocalities) {
        throw new CodeFileFault("CODE_FILE_TRUNCATED", { line: lastLine });
      }
      return { rows, edition: costIndexEdition(`${title} ${fileName}`) };
    },
  };
}

function costIndex(
  heading: readonly string[],
  cells: readonly string[],
  line: number,
): PracticeCostIndex {
  const cell = (words: RegExp) => {
    const at = heading.findIndex((text) => words.test(text));
    if (at === -1) throw new CodeFileFault("CODE_FILE_WRONG_HEADER", { line });
    return cells[at] ?? "";
  };
  const index = (words: RegExp) => {
    const text = cell(words);
    if (!decimal.test(text)) {
      throw new CodeFileFault("CODE_FILE_WRONG_VALUE", { line, column: "GPCI" });
    }
    return text;
  };
  const locality = cell(/^Locality Number/i);
  if (!/^\d{1,2}$/.test(locality)) {
    throw new CodeFileFault("CODE_FILE_WRONG_VALUE", { line, column: "Locality Number" });
  }
  return {
    contractor: cells[0] ?? "",
    state: cell(/^State/i),
    // Some editions drop the leading zero.
    locality: locality.padStart(2, "0"),
    name: cell(/^Locality Name/i).replace(/\*+$/, ""),
    work: index(/PW GPCI/i),
    practiceExpense: index(/PE GPCI/i),
    malpractice: index(/MP GPCI/i),
  };
}

function costIndexEdition(text: string): FileEdition {
  const set = { codeSet: "pfs-gpci", variant: "", part: 1 } as const;
  const year = /(?:CY|GPCI)[\s_-]*(20\d{2})|(20\d{2}) PW GPCI/i.exec(text);
  const named = year?.[1] ?? year?.[2];
  if (named === undefined) return { ...set, edition: undefined, ...datesUnknown };
  return {
    ...set,
    edition: named,
    effectiveFrom: `${named}-01-01`,
    effectiveTo: `${named}-12-31`,
  };
}
