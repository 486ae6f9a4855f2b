import { CodeFileFault } from "./code-file.ts";

/** The cells of a CSV record, trimmed, and the line on which it begins, counted from 1. */
export type NumberedRecord = { readonly cells: readonly string[]; readonly line: number };

/**
 * Splits CSV that comes in pieces into records (RFC 4180): cells may be quoted and then hold line
 * ends. Records whose cells are all empty are passed over. Throws `CODE_FILE_QUOTE_OPEN` when the
 * text ends within quotes.
 */
export class RecordSplitter {
  #cells: string[] = [];
  #cell = "";
  #quoted = false;
  #afterQuote = false;
  #line = 1;
  #recordLine = 1;

  push(text: string): NumberedRecord[] {
    const records: NumberedRecord[] = [];
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const character = text[at];
      if (character !== '"' && character !== "," && character !== "\n") {
        this.#afterQuote &&= this.#quoted;
        continue;
      }
      if (character === "\n") this.#line += 1;
      if (this.#quoted && character !== '"') continue;
      this.#cell += text.slice(from, at);
      from = at + 1;
      if (character === '"') this.#takeQuote();
      else this.#endCell();
      if (character === "\n") this.#endRecord(records);
    }
    this.#cell += text.slice(from);
    return records;
  }

  end(): NumberedRecord[] {
    if (this.#quoted) throw new CodeFileFault("CODE_FILE_QUOTE_OPEN", { line: this.#recordLine });
    const records: NumberedRecord[] = [];
    this.#endCell();
    this.#endRecord(records);
    return records;
  }

  /** A quote within a quoted cell is written twice. */
  #takeQuote(): void {
    if (!this.#quoted && this.#afterQuote) this.#cell += '"';
    this.#quoted = !this.#quoted;
    this.#afterQuote = !this.#quoted;
  }

  #endCell(): void {
    this.#cells.push(this.#cell.replaceAll("\u001a", "").trim());
    this.#cell = "";
    this.#afterQuote = false;
  }

  #endRecord(records: NumberedRecord[]): void {
    if (this.#cells.some((cell) => cell !== "")) {
      records.push({ cells: this.#cells, line: this.#recordLine });
    }
    this.#cells = [];
    this.#recordLine = this.#line;
  }
}
