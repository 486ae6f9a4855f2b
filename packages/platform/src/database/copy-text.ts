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

const tab = 0x09;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const backslash = 0x5c;
const zero = 0x30;
const minus = 0x2d;

/** What follows the backslash of a character that COPY text escapes; 0 for all others. */
const escapes = new Uint8Array(128);
escapes[backslash] = backslash;
escapes[tab] = "t".charCodeAt(0);
escapes[lineFeed] = "n".charCodeAt(0);
escapes[carriageReturn] = "r".charCodeAt(0);

function arrayLiteral(values: readonly (string | number | boolean | null)[]): string {
  if (values.length === 0) return "{}";
  const parts = values.map((value) => {
    if (value === null) return "NULL";
    if (typeof value !== "string") return String(value);
    return `"${value.replace(/["\\]/g, "\\$&")}"`;
  });
  return `{${parts.join(",")}}`;
}

/** A value as the text that its column's type reads, the same that COPY takes but for its escapes. */
export function fieldText(value: CopyValue): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "t" : "f";
  if (typeof value !== "object") return String(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString("hex")}`;
  return Array.isArray(value) ? arrayLiteral(value) : JSON.stringify(value);
}

const chunkBytes = 64 * 1024;
/** Room that a row is given before it is written: more is found when a single field needs it. */
const rowBytes = 4 * 1024;

/**
 * Writes rows in the text format of COPY straight into bytes. Nothing is made for a field but its
 * bytes: as texts put together, the fields of an import were a fifth of its work.
 */
class CopyWriter {
  #buffer = Buffer.allocUnsafe(chunkBytes);
  #at = 0;

  get isFull(): boolean {
    return this.#at >= chunkBytes - rowBytes;
  }

  /** What was written since the last time. */
  take(): Buffer {
    const taken = this.#buffer.subarray(0, this.#at);
    this.#buffer = Buffer.allocUnsafe(chunkBytes);
    this.#at = 0;
    return taken;
  }

  row(fields: readonly CopyValue[]): void {
    for (let index = 0; index < fields.length; index += 1) {
      if (index > 0) this.#byte(tab);
      this.#field(fields[index]);
    }
    this.#byte(lineFeed);
  }

  #field(value: CopyValue): void {
    if (value === null || value === undefined) this.#ascii("\\N");
    else if (typeof value === "string") this.#text(value);
    else if (typeof value === "number") this.#number(value);
    else if (typeof value === "bigint") this.#ascii(String(value));
    else if (typeof value === "boolean") this.#ascii(value ? "t" : "f");
    else if (value instanceof Date) this.#ascii(value.toISOString());
    else if (value instanceof Uint8Array) this.#ascii(`\\\\x${Buffer.from(value).toString("hex")}`);
    else if (Array.isArray(value)) this.#text(arrayLiteral(value));
    else this.#text(JSON.stringify(value));
  }

  #byte(byte: number): void {
    if (this.#at >= this.#buffer.length) this.#grow(1);
    this.#buffer[this.#at] = byte;
    this.#at += 1;
  }

  /** Text that is known to hold nothing that is escaped. */
  #ascii(text: string): void {
    this.#reserve(text.length);
    this.#at += this.#buffer.write(text, this.#at, "latin1");
  }

  /** Any text; what goes beyond ASCII is written by the platform's encoder. */
  #text(text: string): void {
    const { length } = text;
    this.#reserve(2 * length);
    const buffer = this.#buffer;
    let at = this.#at;
    for (let index = 0; index < length; index += 1) {
      const code = text.charCodeAt(index);
      if (code >= 128) {
        this.#at = at;
        this.#beyondAscii(text.slice(index));
        return;
      }
      const letter = escapes[code];
      if (letter !== 0 && letter !== undefined) {
        buffer[at] = backslash;
        buffer[at + 1] = letter;
        at += 2;
      } else {
        buffer[at] = code;
        at += 1;
      }
    }
    this.#at = at;
  }

  #beyondAscii(text: string): void {
    const bytes = Buffer.from(text);
    this.#reserve(2 * bytes.length);
    for (const byte of bytes) {
      const letter = byte < 128 ? (escapes[byte] ?? 0) : 0;
      if (letter !== 0) this.#byte(backslash);
      this.#byte(letter === 0 ? byte : letter);
    }
  }

  #number(value: number): void {
    if (!Number.isSafeInteger(value)) {
      this.#ascii(String(value));
      return;
    }
    let rest = Math.abs(value);
    this.#reserve(20);
    if (value < 0) this.#byte(minus);
    let digits = 1;
    for (let bound = 10; rest >= bound; bound *= 10) digits += 1;
    const end = this.#at + digits;
    for (let at = end - 1; at >= this.#at; at -= 1) {
      const next = Math.floor(rest / 10);
      this.#buffer[at] = zero + rest - next * 10;
      rest = next;
    }
    this.#at = end;
  }

  #reserve(bytes: number): void {
    if (this.#at + bytes > this.#buffer.length) this.#grow(bytes);
  }

  #grow(bytes: number): void {
    const grown = Buffer.allocUnsafe(2 * this.#buffer.length + bytes);
    this.#buffer.copy(grown, 0, 0, this.#at);
    this.#buffer = grown;
  }
}

/** Rows as chunks of COPY text of some 64 kB, so memory does not grow with their number. */
export async function* copyChunks(
  rows: Iterable<readonly CopyValue[]> | AsyncIterable<readonly CopyValue[]>,
): AsyncGenerator<Buffer> {
  const writer = new CopyWriter();
  if (Symbol.iterator in rows) {
    for (const row of rows) {
      writer.row(row);
      if (writer.isFull) yield writer.take();
    }
  } else {
    for await (const row of rows) {
      writer.row(row);
      if (writer.isFull) yield writer.take();
    }
  }
  const last = writer.take();
  if (last.length > 0) yield last;
}
