/** A value of one column of a bulk write. Objects are written as JSON, arrays as PostgreSQL arrays. */
export type CopyValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | undefined
  | Date
  | Uint8Array
  | readonly (string | number | boolean | null)[]
  | { readonly [key: string]: unknown };

const needsEscape = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
};

function escapeText(text: string): string {
  if (!needsEscape.test(text)) return text;
  return text.replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? character);
}

function arrayLiteral(values: readonly (string | number | boolean | null)[]): string {
  const parts = values.map((value) => {
    if (value === null) return "NULL";
    if (typeof value !== "string") return String(value);
    return `"${value.replace(/["\\]/g, "\\$&")}"`;
  });
  return `{${parts.join(",")}}`;
}

/** One column in the text format of COPY; absent and null are `\N`. */
export function copyField(value: CopyValue): string {
  if (value === null || value === undefined) return "\\N";
  if (typeof value === "string") return escapeText(value);
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  if (typeof value === "boolean") return value ? "t" : "f";
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `\\\\x${Buffer.from(value).toString("hex")}`;
  if (Array.isArray(value)) return escapeText(arrayLiteral(value));
  return escapeText(JSON.stringify(value));
}

/** One row in the text format of COPY, with its line end. */
export function copyRow(row: readonly CopyValue[]): string {
  let line = "";
  for (let index = 0; index < row.length; index += 1) {
    if (index > 0) line += "\t";
    line += copyField(row[index]);
  }
  return `${line}\n`;
}

const chunkCharacters = 256 * 1024;

/** Rows as chunks of COPY text of some hundred kilobytes, so memory does not grow with their number. */
export async function* copyChunks(
  rows: Iterable<readonly CopyValue[]> | AsyncIterable<readonly CopyValue[]>,
): AsyncGenerator<Buffer> {
  let chunk = "";
  if (Symbol.iterator in rows) {
    for (const row of rows) {
      chunk += copyRow(row);
      if (chunk.length >= chunkCharacters) {
        yield Buffer.from(chunk);
        chunk = "";
      }
    }
  } else {
    for await (const row of rows) {
      chunk += copyRow(row);
      if (chunk.length >= chunkCharacters) {
        yield Buffer.from(chunk);
        chunk = "";
      }
    }
  }
  if (chunk) yield Buffer.from(chunk);
}
