import pg from "pg";

const INT8 = 20;
const DATE = 1082;
const INT8_ARRAY = 1016;
const DATE_ARRAY = 1182;
const TEXT_ARRAY = 1009;

/** Reads an int8 as a number and refuses one that a number cannot hold exactly. */
export function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError("int8 beyond the safe integers");
  return value;
}

const asText = (text: string) => text;
const asTexts = (pg.types.getTypeParser as (oid: number, format: "text") => unknown)(
  TEXT_ARRAY,
  "text",
) as (text: string) => (string | null)[];

// The driver's own readers lose the last digits of a wide int8 or shift a civil date by the
// process's time zone; numeric already stays text.
const overrides = new Map<number, (text: string) => unknown>([
  [INT8, parseInt8],
  [DATE, asText],
  [INT8_ARRAY, (text) => asTexts(text).map((item) => (item === null ? null : parseInt8(item)))],
  [DATE_ARRAY, asTexts],
]);

/**
 * How columns become values: int8 a safe integer, numeric and date text, timestamptz a `Date`,
 * json parsed. A sum of int8 is numeric in PostgreSQL: write `sum(x)::bigint` to get a number.
 */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    (format === "binary" ? undefined : overrides.get(oid)) ??
    pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig["getTypeParser"],
};
