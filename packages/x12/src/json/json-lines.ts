import { latin1Bytes, meantText, utf8Bytes } from "../latin1.ts";
import type { Token } from "../segment-reader.ts";
import { Outline, type OutlineSegment } from "../show/outline.ts";
import type { Skipped } from "../skipped.ts";
import type { Delimiters } from "../transaction.ts";
import { base64Of } from "./base64.ts";

/** An element: a text, the texts of its components, or its repetitions. */
export type JsonElement =
  | string
  | readonly string[]
  | { readonly repetitions: readonly (string | readonly string[])[] };

/** The first line: what the lines are. */
export type JsonHead = { readonly x12: "segments"; readonly version: 1 };

/**
 * A segment. `segment`, `loop` and `name` are for readers; what is written back is `id`, `elements`,
 * what stands `before` it (line ends, as a rule) and the terminator, which is that of the last ISA
 * unless `end` says otherwise.
 */
export type JsonSegment = {
  /** 1-based over the whole file. */
  readonly segment?: number;
  readonly loop?: string;
  readonly name?: string;
  readonly id: string;
  readonly elements: readonly JsonElement[];
  /** Of an ISA: what the interchange separates with. */
  readonly delimiters?: Delimiters;
  readonly before?: string;
  readonly end?: string;
  /** Texts hold characters above 127 that stand in the file as UTF-8; without it, as one byte each. */
  readonly utf8?: true;
};

/** A segment that cannot be taken apart without loss, as it stands: one character per byte. */
export type JsonRaw = { readonly raw: string; readonly delimiters?: Delimiters };

/** Bytes that are no segment: text with one character per byte, or base64 where they are binary. */
export type JsonSkipped =
  | { readonly skipped: string; readonly text: string }
  | { readonly skipped: string; readonly base64: string };

export type JsonLine = JsonHead | JsonSegment | JsonRaw | JsonSkipped;

export const jsonHead: JsonHead = { x12: "segments", version: 1 };

/**
 * Tokens of a file as lines of JSON, one object a token, from which `fromJsonLine` gives every byte
 * back. Streams: hand in the tokens in their order.
 */
export class JsonLinesWriter {
  private readonly outline = new Outline();
  private hasBegun = false;

  write(tokens: readonly Token[]): string {
    let lines = this.hasBegun ? "" : `${JSON.stringify(jsonHead)}\n`;
    this.hasBegun = true;
    for (const token of tokens) {
      const row = this.outline.row(token);
      const line = row.is === "segment" ? segmentLine(row) : skippedLine(row.skipped);
      lines += `${JSON.stringify(line)}\n`;
    }
    return lines;
  }
}

function segmentLine(row: OutlineSegment): JsonSegment {
  const { segment, loops, name } = row;
  const { raw, leading, terminator, delimiters } = segment;
  const text = meantText(raw);
  const isUtf8 = text !== raw;
  const [id = "", ...parts] = text.split(delimiters.element);
  const end = terminator === delimiters.segment ? undefined : terminator;
  const loop = loops.at(-1)?.id;
  const line: JsonSegment = {
    segment: segment.number,
    ...(loop === undefined ? {} : { loop }),
    ...(name === "" ? {} : { name }),
    id,
    elements: segment.id === "ISA" ? parts : parts.map((part) => elementOf(part, delimiters)),
    ...(segment.id === "ISA" ? { delimiters } : {}),
    ...(leading === "" ? {} : { before: leading }),
    ...(end === undefined ? {} : { end }),
    ...(isUtf8 ? { utf8: true } : {}),
  };
  // A separator above 127 that stands alone makes no UTF-8: what is split here is joined to the same bytes.
  return line;
}

function elementOf(text: string, { component, repetition }: Delimiters): JsonElement {
  const composite = (part: string) => (part.includes(component) ? part.split(component) : part);
  if (repetition === undefined || !text.includes(repetition)) return composite(text);
  return { repetitions: text.split(repetition).map(composite) };
}

/** The bytes of a segment in an interchange with these delimiters. */
export function segmentBytes(line: JsonSegment, delimiters: Delimiters): Uint8Array {
  const { element, component, repetition = "" } = delimiters;
  const composite = (part: string | readonly string[]) =>
    typeof part === "string" ? part : part.join(component);
  const parts = line.elements.map((part) =>
    typeof part === "object" && "repetitions" in part
      ? part.repetitions.map(composite).join(repetition)
      : composite(part),
  );
  const text = [line.id, ...parts].join(element);
  const end = line.end ?? delimiters.segment;
  if (line.utf8 !== true) return latin1Bytes((line.before ?? "") + text + end);
  const before = latin1Bytes(line.before ?? "");
  const content = utf8Bytes(text);
  const last = latin1Bytes(end);
  const bytes = new Uint8Array(before.length + content.length + last.length);
  bytes.set(before);
  bytes.set(content, before.length);
  bytes.set(last, before.length + content.length);
  return bytes;
}

function skippedLine({ reason, text }: Skipped): JsonSkipped {
  const isText = reason === "blank" || reason === "outside-interchange";
  return isText
    ? { skipped: reason, text }
    : { skipped: reason, base64: base64Of(latin1Bytes(text)) };
}
