/** A change that no test can notice, because the program does the same with it. */
export type Equivalent = {
  /** The file, without its folder. */
  readonly file: string;
  /** The line on which the change begins, without its indentation. */
  readonly code: string;
  /** The change, as the benchmark names it. */
  readonly what: string;
  readonly reason: string;
};

/** Read one by one; the benchmark tells of a row whose change a test notices after all. */
const equivalents: readonly Equivalent[] = [
  {
    file: "match-claim.ts",
    code: "if (serviceFrom !== undefined && candidate.serviceFrom !== undefined) {",
    what: "condition -> true",
    reason: "a day compared with one that is not stated is neither before nor after it",
  },
  {
    file: "match-claim.ts",
    code: "if (serviceFrom !== undefined && candidate.serviceFrom !== undefined) {",
    what: "&& -> ||",
    reason: "a day compared with one that is not stated is neither before nor after it",
  },
  {
    file: "match-claim.ts",
    code: "if (",
    what: "condition -> false",
    reason: "names written the same are spelled the same; the comparison saves taking them apart",
  },
  {
    file: "match-claim.ts",
    code: "return true;",
    what: "return true; removed",
    reason: "names written the same are spelled the same; the comparison saves taking them apart",
  },
  {
    file: "match-line.ts",
    code: "matches[index] === undefined ? [{ line, index, choices: alike(line).length }] : [],",
    what: "condition -> true",
    reason: "what is settled is passed over again in the loop",
  },
  {
    file: "match-line.ts",
    code: "if (matches[index] !== undefined || fitting.length === 0) continue;",
    what: "condition -> false",
    reason: "a settled line is no rival itself, and nothing that fits makes an empty group",
  },
  {
    file: "match-line.ts",
    code: "if (matches[index] !== undefined || fitting.length === 0) continue;",
    what: "|| -> &&",
    reason: "a settled line is no rival itself, and nothing that fits makes an empty group",
  },
];

/** The rows of a file. */
export function equivalentsOf(file: string): readonly Equivalent[] {
  return equivalents.filter((row) => file.endsWith(`/${row.file}`));
}

/** The row that says that a surviving change does nothing, if there is one. */
export function equivalentOf(
  file: string,
  { code, what }: { readonly code: string; readonly what: string },
): Equivalent | undefined {
  return equivalentsOf(file).find((row) => row.code === code && row.what === what);
}
