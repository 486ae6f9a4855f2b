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
const equivalents: readonly Equivalent[] = [];

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
