import { isCivilDate } from "./civil-date.ts";
import { parseTable, ReferenceTableFault } from "./parse-table.ts";

/** Reads one cell; undefined inside `refused` means the text is not a value of the field. */
export type Field<Value> = (cell: string) => { readonly value: Value } | undefined;

export type Fields = Readonly<Record<string, Field<unknown>>>;

/** The row that a set of fields reads: one property per field. */
export type RowOf<Shape extends Fields> = {
  readonly [Name in keyof Shape]: Shape[Name] extends Field<infer Value> ? Value : never;
};

/** Text that must be there. */
export const text: Field<string> = (cell) => (cell.trim() === "" ? undefined : { value: cell });

/** Text that may be empty; empty reads as undefined. */
export const optionalText: Field<string | undefined> = (cell) => ({
  value: cell === "" ? undefined : cell,
});

export const flag: Field<boolean> = (cell) =>
  cell === "true" || cell === "false" ? { value: cell === "true" } : undefined;

export const civilDate: Field<string> = (cell) => (isCivilDate(cell) ? { value: cell } : undefined);

export const wholeNumber: Field<number> = (cell) =>
  /^\d{1,6}$/.test(cell) ? { value: Number(cell) } : undefined;

/** One of a closed list. */
export function oneOf<const Value extends string>(list: readonly Value[]): Field<Value> {
  return (cell) => {
    const value = list.find((candidate) => candidate === cell);
    return value === undefined ? undefined : { value };
  };
}

/** The field, or an empty cell for undefined. */
export function optional<Value>(field: Field<Value>): Field<Value | undefined> {
  return (cell) => (cell === "" ? { value: undefined } : field(cell));
}

/** First day, last day (both included) and authority, which every reference row carries. */
export const effectiveFields = {
  effectiveFrom: civilDate,
  effectiveTo: optional(civilDate),
  source: text,
};

/** `effectiveFrom` of a row is the column `effective_from` of the file. */
function columnOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/**
 * Reads a table whose columns are the fields in their order.
 *
 * @throws ReferenceTableFault for a malformed table or a cell its field refuses.
 */
export function readTable<Shape extends Fields>(
  file: string,
  content: string,
  fields: Shape,
): readonly RowOf<Shape>[] {
  const names = Object.keys(fields);
  return parseTable(file, content, names.map(columnOf)).map(({ line, cells }) => {
    const pairs = names.map((name) => {
      const read = fields[name]?.(cells[columnOf(name)] ?? "");
      if (read === undefined) {
        throw new ReferenceTableFault("invalid-value", { file, line, column: columnOf(name) });
      }
      return [name, read.value] as const;
    });
    // Every field of the shape has been read by its own reader above.
    return Object.fromEntries(pairs) as RowOf<Shape>;
  });
}
