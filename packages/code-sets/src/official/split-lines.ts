/** A line of a text without its end, and its number counted from 1. */
export type NumberedLine = { readonly text: string; readonly line: number };

/** The byte with which DOS ended texts; some files still have one behind their last line. */
const dosEnd = "\u001a";

/** Splits text that comes in pieces into lines; ends are LF or CRLF. */
export class LineSplitter {
  #rest = "";
  #line = 0;

  push(text: string): NumberedLine[] {
    const parts = (this.#rest + text).split("\n");
    this.#rest = parts.pop() ?? "";
    return parts.map((part) => this.#numbered(part));
  }

  /** The last line where the text does not end with a line end. */
  end(): NumberedLine[] {
    const rest = this.#rest.replaceAll(dosEnd, "");
    this.#rest = "";
    return rest === "" ? [] : [this.#numbered(rest)];
  }

  #numbered(part: string): NumberedLine {
    this.#line += 1;
    return { text: part.endsWith("\r") ? part.slice(0, -1) : part, line: this.#line };
  }
}
