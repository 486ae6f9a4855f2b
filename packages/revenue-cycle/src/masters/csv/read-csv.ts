/** One record of a CSV text: its cells and the line on which it begins, counted from 1. */
export type CsvRecord = { readonly cells: readonly string[]; readonly line: number };

/** A fault that makes the rest of the text unreadable. */
export class CsvFault extends Error {
  readonly code: "CSV_QUOTE_OPEN" | "CSV_QUOTE_MISPLACED" | "CSV_RECORD_TOO_LONG";
  readonly line: number;

  constructor(code: CsvFault["code"], line: number) {
    super(code);
    this.code = code;
    this.line = line;
  }
}

/** Characters of one record beyond which the text is no table. */
const recordCharacters = 65_536;

/**
 * Reads CSV (RFC 4180) pushed in pieces of text: quoted cells, doubled quotes, line ends of any kind.
 * Empty lines are passed over. Memory is bounded by one record.
 */
export class CsvReader {
  readonly #delimiter: string;
  #cells: string[] = [];
  #cell = "";
  #state: "start" | "plain" | "quoted" | "quote" = "start";
  #line = 1;
  #recordLine = 1;
  #length = 0;
  #sawReturn = false;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  *push(text: string): Generator<CsvRecord> {
    for (const character of text) {
      if (character === "\n" && this.#sawReturn && this.#state !== "quoted") {
        this.#sawReturn = false;
        continue;
      }
      this.#sawReturn = character === "\r";
      this.#length += 1;
      if (this.#length > recordCharacters) throw new CsvFault("CSV_RECORD_TOO_LONG", this.#line);
      const isEnd = character === "\n" || character === "\r";
      if (this.#state === "quoted") this.#takeQuoted(character);
      else if (isEnd) yield* this.#endRecord();
      else this.#take(character);
      if (isEnd) this.#countLine(character);
    }
  }

  *end(): Generator<CsvRecord> {
    if (this.#state === "quoted") throw new CsvFault("CSV_QUOTE_OPEN", this.#recordLine);
    yield* this.#endRecord();
  }

  #takeQuoted(character: string): void {
    if (character === '"') this.#state = "quote";
    else this.#cell += character;
  }

  #take(character: string): void {
    if (character === this.#delimiter) this.#endCell();
    else if (character === '"') this.#takeQuote();
    else if (this.#state === "quote") throw new CsvFault("CSV_QUOTE_MISPLACED", this.#line);
    else {
      this.#state = "plain";
      this.#cell += character;
    }
  }

  #takeQuote(): void {
    if (this.#state === "plain") throw new CsvFault("CSV_QUOTE_MISPLACED", this.#line);
    if (this.#state === "quote") this.#cell += '"';
    this.#state = "quoted";
  }

  #endCell(): void {
    this.#cells.push(this.#cell);
    this.#cell = "";
    this.#state = "start";
  }

  *#endRecord(): Generator<CsvRecord> {
    this.#endCell();
    const cells = this.#cells;
    const line = this.#recordLine;
    this.#cells = [];
    this.#length = 0;
    if (cells.length > 1 || cells[0]?.trim() !== "") yield { cells, line };
  }

  #countLine(character: string): void {
    if (character === "\n" || this.#state !== "quoted") this.#line += 1;
    if (this.#state !== "quoted") this.#recordLine = this.#line;
  }
}
