/** How a command speaks: results on standard output, progress and remarks on standard error. */
export type Output = {
  readonly json: boolean;
  /** One object per line with `--json`; otherwise nothing. */
  record(value: object): void;
  /** A line for a person; nothing with `--json`. */
  line(text: string): void;
  remark(text: string): void;
};

/** Creates the output of one command. */
export function createOutput(json: boolean): Output {
  return {
    json,
    record: (value) => {
      if (json) process.stdout.write(`${JSON.stringify(value)}\n`);
    },
    line: (text) => {
      if (!json) process.stdout.write(`${text}\n`);
    },
    remark: (text) => {
      process.stderr.write(`${text}\n`);
    },
  };
}

/** A column of a table for people; numbers are right-aligned. */
export type Column = { readonly title: string; readonly right?: boolean };

/** Lays rows out in columns two spaces apart. */
export function tableLines(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): string[] {
  const widths = columns.map((column, at) =>
    Math.max(column.title.length, ...rows.map((row) => (row[at] ?? "").length)),
  );
  const lay = (cells: readonly string[]) =>
    columns
      .map((column, at) => {
        const cell = cells[at] ?? "";
        return column.right ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0);
      })
      .join("  ")
      .trimEnd();
  return [lay(columns.map((column) => column.title)), ...rows.map(lay)];
}

/** Cents as dollars for people: `1,234.50`, negatives in parentheses, empty when not stated. */
export function dollars(cents: number | null | undefined): string {
  if (cents === undefined || cents === null) return "";
  const whole = Math.trunc(Math.abs(cents) / 100);
  const text = `${whole.toLocaleString("en-US")}.${String(Math.abs(cents) % 100).padStart(2, "0")}`;
  return cents < 0 ? `(${text})` : text;
}
