import { CodeFileFault } from "./code-file.ts";

/** A piece of an XML text, and the line on which it begins, counted from 1. */
export type MarkupToken = { readonly line: number } & (
  | {
      readonly is: "open";
      readonly name: string;
      readonly attributes: Readonly<Record<string, string>>;
    }
  | { readonly is: "close"; readonly name: string }
  | { readonly is: "text"; readonly text: string }
);

const entities: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** Longest tag or text between two tags; more is no list of codes. */
const pieceCharacters = 65_536;

/**
 * Splits XML that comes in pieces into tags and texts. It knows what the official lists use: no
 * document type, no entities of its own, no sections of character data; those are refused.
 */
export class MarkupSplitter {
  #rest = "";
  #line = 1;

  push(text: string): MarkupToken[] {
    const all = this.#rest + text;
    const tokens: MarkupToken[] = [];
    let from = 0;
    for (;;) {
      const open = all.indexOf("<", from);
      const close = open === -1 ? -1 : all.indexOf(">", open);
      if (close === -1) break;
      if (open > from) tokens.push(this.#text(all.slice(from, open)));
      tokens.push(...this.#tag(all.slice(open + 1, close)));
      from = close + 1;
    }
    this.#rest = all.slice(from);
    if (this.#rest.length > pieceCharacters) {
      throw new CodeFileFault("CODE_FILE_WRONG_ROW", { line: this.#line });
    }
    return tokens;
  }

  /** Nothing but blanks may follow the last tag. */
  end(): void {
    if (this.#rest.trim() !== "") {
      throw new CodeFileFault("CODE_FILE_TRUNCATED", { line: this.#line });
    }
  }

  #text(text: string): MarkupToken {
    const token = { is: "text", text: decoded(text), line: this.#line } as const;
    this.#count(text);
    return token;
  }

  #tag(tag: string): MarkupToken[] {
    const { length } = tag;
    const line = this.#line;
    this.#count(tag);
    if (tag.startsWith("?")) return [];
    if (tag.startsWith("!--") && tag.endsWith("--")) return [];
    if (tag.startsWith("!")) throw new CodeFileFault("CODE_FILE_WRONG_ROW", { line });
    if (tag.startsWith("/")) return [{ is: "close", name: tag.slice(1).trim(), line }];
    const isEmpty = tag.endsWith("/");
    const body = isEmpty ? tag.slice(0, length - 1) : tag;
    const name = /^[^\s/]+/.exec(body)?.[0] ?? "";
    const attributes: Record<string, string> = {};
    for (const [, key = "", value = ""] of body.matchAll(/([\w:.-]+)\s*=\s*"([^"]*)"/g)) {
      attributes[key] = decoded(value);
    }
    const opened: MarkupToken = { is: "open", name, attributes, line };
    return isEmpty ? [opened, { is: "close", name, line }] : [opened];
  }

  #count(text: string): void {
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) this.#line += 1;
  }
}

function decoded(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return entities.get(name) ?? whole;
    const code = name[1] === "x" ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
