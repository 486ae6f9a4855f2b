import type { FileIssue } from "./file.ts";

/** ISA with its terminator: whatever stands in it may part segments and elements (X12.5). */
const isaLength = 106;
const terminatorAt = 105;
const [lineFeed, carriageReturn, firstPrintable, deleted] = [0x0a, 0x0d, 0x20, 0x7f];

/**
 * Looks at the bytes of an X12 file as they come by for control characters that no X12 file holds: signs
 * of damage on its way. Neither line ends nor what the first ISA names as delimiters count. Costs one
 * look at each byte.
 */
export class DamageScan {
  readonly #allowed = new Set<number>([lineFeed, carriageReturn]);
  #seen = 0;
  #terminator = 0;
  #segment = 1;
  #found: { readonly offset: number; readonly segment: number } | undefined;
  #count = 0;

  add(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (this.#seen < isaLength) this.#head(byte);
      else if (byte === this.#terminator) this.#segment += 1;
      else if ((byte < firstPrintable || byte === deleted) && !this.#allowed.has(byte)) {
        this.#found ??= { offset: this.#seen, segment: this.#segment };
        this.#count += 1;
      }
      this.#seen += 1;
    }
  }

  #head(byte: number): void {
    this.#allowed.add(byte);
    if (this.#seen !== terminatorAt) return;
    this.#terminator = byte;
    this.#segment = 2;
  }

  /** What was found, as an issue of the file; undefined for a clean one. */
  issue(): FileIssue | undefined {
    if (this.#found === undefined) return undefined;
    return {
      code: "X12_CHARACTER",
      severity: "warning",
      snip: 1,
      interchange: undefined,
      group: undefined,
      set: undefined,
      loop: undefined,
      segment: this.#found.segment,
      segmentId: undefined,
      byteOffset: this.#found.offset,
      line: undefined,
      column: undefined,
      element: undefined,
      component: undefined,
      message: `${this.#count} control characters stand where text should: the file was damaged on its way. Ask for it again.`,
      source: "X12.6 3.3.1",
    };
  }

  /** The chunks of a file, each looked at before it goes on. */
  async *over(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      this.add(chunk);
      yield chunk;
    }
  }
}
