import {
  CodeFileFault,
  type CodeFileReader,
  type DiagnosisNote,
  type DiagnosisNoteKind,
} from "./code-file.ts";
import { diagnosisCodeForm, icd10cmEdition } from "./icd-10-cm-order.ts";
import { MarkupSplitter, type MarkupToken } from "./split-markup.ts";

/** The elements that hold notes, and what kind of note each holds. */
const noteElements: ReadonlyMap<string, DiagnosisNoteKind> = new Map([
  ["notes", "note"],
  ["includes", "includes"],
  ["inclusionTerm", "inclusion-term"],
  ["excludes1", "excludes-1"],
  ["excludes2", "excludes-2"],
  ["codeFirst", "code-first"],
  ["useAdditionalCode", "use-additional-code"],
  ["codeAlso", "code-also"],
  ["sevenChrNote", "seventh-character"],
]);

type Place = { readonly codeFrom: string; readonly codeThrough: string };

/**
 * Reads the ICD-10-CM tabular list (`icd10cm-tabular-2026.xml`): its notes, each at the code, block
 * or chapter where it stands. Titles of codes stand in the order file and are not read here.
 */
export function icd10cmTabularReader(fileName: string): CodeFileReader<"notes"> {
  const tabular = new TabularNotes();
  const tokens = new MarkupSplitter();
  return {
    table: "notes",
    push: (text) => tokens.push(text).flatMap((token) => tabular.take(token)),
    end: () => {
      tokens.end();
      tabular.end();
      const year = tabular.version;
      const named = icd10cmEdition(fileName);
      // The version within the file outweighs the year of its name.
      const edition =
        named.edition?.startsWith(`FY${year}`) || year === "" ? named : icd10cmEdition(`-${year}`);
      return { rows: [], edition: { ...edition, codeSet: "icd-10-cm-tabular" } };
    },
  };
}

class TabularNotes {
  version = "";
  readonly #open: string[] = [];
  readonly #places: (Place | undefined)[] = [];
  #character: string | undefined;
  #text = "";
  #notes = 0;
  #codes = 0;
  #line = 1;

  take(token: MarkupToken): DiagnosisNote[] {
    this.#line = token.line;
    if (token.is === "text") {
      this.#text += token.text;
      return [];
    }
    if (token.is === "open") {
      if (this.#open.length === 0 && token.name !== "ICD10CM.tabular") {
        throw new CodeFileFault("CODE_FILE_UNKNOWN", { line: token.line });
      }
      this.#open.push(token.name);
      this.#text = "";
      if (isPlace(token.name)) this.#places.push(rangeOf(token.attributes.id));
      if (token.name === "extension") this.#character = token.attributes.char;
      return [];
    }
    if (this.#open.pop() !== token.name) {
      throw new CodeFileFault("CODE_FILE_WRONG_ROW", { line: token.line });
    }
    return this.#close(token.name);
  }

  /** Everything must be closed, and there must have been codes. */
  end(): void {
    if (this.#open.length > 0 || this.#codes === 0) {
      throw new CodeFileFault("CODE_FILE_TRUNCATED", { line: this.#line });
    }
  }

  #close(name: string): DiagnosisNote[] {
    const text = this.#text.replace(/\s+/g, " ").trim();
    this.#text = "";
    const parent = this.#open.at(-1) ?? "";
    if (isPlace(name)) this.#places.pop();
    else if (name === "version") this.version = text;
    else if (name === "name" && parent === "diag") this.#name(text);
    else if (name === "desc" && parent === "chapter") this.#setPlace(rangeOf(text));
    else if (name === "extension") return this.#note("seventh-character", text, this.#character);
    const kind = name === "note" ? noteElements.get(parent) : undefined;
    return kind === undefined ? [] : this.#note(kind, text);
  }

  #name(text: string): void {
    const code = text.replaceAll(".", "");
    if (!diagnosisCodeForm.test(code)) {
      throw new CodeFileFault("CODE_FILE_WRONG_VALUE", { line: this.#line, column: "name" });
    }
    this.#codes += 1;
    this.#setPlace({ codeFrom: code, codeThrough: code });
  }

  #setPlace(place: Place | undefined): void {
    this.#places[this.#places.length - 1] = place;
  }

  #note(kind: DiagnosisNoteKind, text: string, character?: string): DiagnosisNote[] {
    const place = this.#places.at(-1);
    if (place === undefined || text === "") return [];
    this.#notes += 1;
    return [{ position: this.#notes, kind, ...place, character, text }];
  }
}

function isPlace(name: string): boolean {
  return name === "chapter" || name === "section" || name === "diag";
}

/** The categories of `Diabetes mellitus (E08-E13)`, or of a block of one category such as `U07`. */
function rangeOf(text: string | undefined): Place | undefined {
  const named = /\b([A-Z][0-9A-Z]{2})(?:-([A-Z][0-9A-Z]{2}))?\)?$/.exec(text ?? "");
  if (named?.[1] === undefined) return undefined;
  return { codeFrom: named[1], codeThrough: named[2] ?? named[1] };
}
