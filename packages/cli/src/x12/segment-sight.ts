import { type FileHandle, open } from "node:fs/promises";
import type { Delimiters, X12Issue } from "@headwater/x12";
import { harmless } from "./text-out.ts";
import type { X12Input } from "./x12-input.ts";

/** Bytes of a segment that are looked at to find its end. */
const sightBytes = 4096;
/** Bytes of standard input that are remembered. */
const rememberedBytes = 8 * 1024 * 1024;
const narrowest = 40;
const indent = "    ";

/** Looks up the text that an issue is about, in a file or in what was lately read of a pipe. */
export class SegmentSight {
  private readonly path: string | undefined;
  private file: FileHandle | undefined;
  private recent: { readonly from: number; readonly bytes: Uint8Array }[] = [];
  private passed = 0;

  constructor(input: X12Input) {
    this.path = input.byteLength === undefined ? undefined : input.name;
  }

  /** Remembers what cannot be read a second time. */
  remember(chunk: Uint8Array): void {
    if (this.path !== undefined) return;
    this.recent.push({ from: this.passed, bytes: chunk.slice() });
    this.passed += chunk.length;
    const [first, second] = this.recent;
    if (first && second && this.passed - second.from > rememberedBytes) this.recent.shift();
  }

  /** The text from an offset on, one character per byte; "" where it is not known any more. */
  async textAt(offset: number): Promise<string> {
    if (this.path === undefined) return this.recentText(offset);
    this.file ??= await open(this.path);
    const { buffer, bytesRead } = await this.file.read({
      buffer: Buffer.alloc(sightBytes),
      position: offset,
    });
    return buffer.toString("latin1", 0, bytesRead);
  }

  async close(): Promise<void> {
    await this.file?.close();
  }

  private recentText(offset: number): string {
    const pieces = this.recent.filter(
      ({ from, bytes }) => from < offset + sightBytes && from + bytes.length > offset,
    );
    const [first] = pieces;
    if (first === undefined || first.from > offset) return "";
    const joined = Buffer.concat(pieces.map(({ bytes }) => bytes));
    const start = offset - first.from;
    return joined.toString("latin1", start, start + sightBytes);
  }
}

/**
 * The segment of an issue and a caret under its element or component, as lines for a terminal of a
 * width; a long segment is cut around the spot. No control character of the file reaches the terminal.
 */
export function caretLines(
  text: string,
  issue: Pick<X12Issue, "element" | "component">,
  { delimiters, columns }: { readonly delimiters: Delimiters; readonly columns: number },
): string[] {
  const segment = segmentOf(text, delimiters);
  if (segment === "") return [];
  const span = spanOf(segment, issue, delimiters);
  const room = Math.max(narrowest, columns - indent.length - 1);
  const { shown, at } = windowOf(segment, span.from, room);
  const width = Math.max(1, Math.min(span.to - span.from, shown.length - at));
  const marks = "^".repeat(width);
  return [
    `${indent}${harmless(shown.replace(/[\r\n]/g, "\u00b6"))}`,
    `${indent}${" ".repeat(at)}${marks}`,
  ];
}

function segmentOf(text: string, { segment }: Delimiters): string {
  const end = text.indexOf(segment);
  return end === -1 ? text : text.slice(0, end + (segment.trim() === "" ? 0 : 1));
}

type Span = { readonly from: number; readonly to: number };

/** Where an element or component stands; its end where the segment is too short to have it. */
function spanOf(
  segment: string,
  { element, component }: Pick<X12Issue, "element" | "component">,
  delimiters: Delimiters,
): Span {
  const id = { from: 0, to: segment.search(/[^A-Za-z0-9]/) };
  if (element === undefined) return id.to === -1 ? { from: 0, to: segment.length } : id;
  const body = segment.endsWith(delimiters.segment) ? segment.slice(0, -1) : segment;
  const whole = partOf(body, delimiters.element, element);
  if (component === undefined || segment.startsWith("ISA")) return whole;
  const inner = partOf(body.slice(whole.from, whole.to), delimiters.component, component - 1);
  return { from: whole.from + inner.from, to: whole.from + inner.to };
}

/** The part after `count` separators. */
function partOf(text: string, separator: string, count: number): Span {
  let from = 0;
  for (let passed = 0; passed < count; passed += 1) {
    const at = text.indexOf(separator, from);
    if (at === -1) return { from: text.length, to: text.length };
    from = at + 1;
  }
  const end = text.indexOf(separator, from);
  return { from, to: end === -1 ? text.length : end };
}

/** As much of a text as there is room for, the spot within. */
function windowOf(text: string, spot: number, room: number): { shown: string; at: number } {
  if (text.length <= room) return { shown: text, at: spot };
  const from = Math.max(0, Math.min(spot - Math.floor(room / 3), text.length - room + 1));
  const before = from > 0 ? "\u2026" : "";
  const cut = text.slice(from, from + room - before.length - 1);
  const after = from + cut.length < text.length ? "\u2026" : "";
  return { shown: before + cut + after, at: spot - from + before.length };
}
