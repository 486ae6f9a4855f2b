import type { SegmentPosition } from "./issue.ts";
import { meantText } from "./latin1.ts";
import { withItem } from "./lists.ts";
import { codeNumber, isSegmentId, knownSegmentId, segmentIdIndex } from "./segment-ids.ts";
import {
  byteKind,
  idMask,
  idShift,
  indexMask,
  leadingShift,
  placeNumbers,
  type SegmentIndex,
  type SegmentSource,
  segmentFlag,
} from "./segment-source.ts";
import { shortMost, shortText } from "./short-texts.ts";
import type { Delimiters, SegmentRange } from "./transaction.ts";
import { centsOfBytes, civilDateOfBytes } from "./values.ts";

const noElements: readonly string[] = [];
const blank = 32;

/**
 * A view of one segment. Elements are numbered as the standard numbers them, from 1, and cut out when
 * asked for; an absent or empty element is undefined.
 */
export class Segment {
  /** The bytes that it is a view of. */
  readonly source: SegmentSource;
  /** Its place in the source. */
  private readonly row: number;

  constructor(source: SegmentSource, row: number) {
    this.source = source;
    this.row = row;
  }

  get kind(): "segment" {
    return "segment";
  }

  /** 1-based over the whole file. */
  get number(): number {
    return this.source.numberBefore + this.row + 1;
  }

  /** Upper case, also where the file has it in lower case. */
  get id(): string {
    const index = this.idIndex;
    return index === 0 ? this.unknownId() : knownSegmentId(index);
  }

  /** The index of the identifier among those known; 0 for any other. */
  get idIndex(): number {
    const known = (this.flags >> idShift) & idMask;
    return known === 0 ? this.lookUpId() : known - 1;
  }

  /** Whether a terminator ends the segment; only the file's end or a cut can leave it out. */
  get isTerminated(): boolean {
    return (this.flags & segmentFlag.terminated) !== 0;
  }

  get delimiters(): Delimiters {
    return this.source.separators.delimiters;
  }

  /** The segment without its terminator, one character per byte. */
  get raw(): string {
    return this.source.text.slice(this.start, this.end);
  }

  /** Bytes of the segment without its terminator. */
  get length(): number {
    return this.end - this.start;
  }

  /** The terminator as it stands, "" when there is none. */
  get terminator(): string {
    return this.isTerminated ? this.source.text.charAt(this.end) : "";
  }

  /** Line ends and blanks between the last terminator and this segment. */
  get leading(): string {
    const { start } = this;
    return this.source.text.slice(start - (this.flags >> leadingShift), start);
  }

  get byteFrom(): number {
    return this.source.base + this.start;
  }

  /** The byte after the terminator. */
  get byteTo(): number {
    return this.source.base + this.end + (this.isTerminated ? 1 : 0);
  }

  get position(): SegmentPosition {
    const { text, base, lineStart, places } = this.source;
    const { number: segment, start } = this;
    const line = places[this.row * placeNumbers + 2] ?? 0;
    const before = start === 0 ? -1 : text.lastIndexOf("\n", start - 1);
    const column = before === -1 ? base + start - lineStart + 1 : start - before;
    return { segment, offset: base + start, line, column };
  }

  /** Elements after the id, trailing empty ones included. */
  get elementCount(): number {
    return this.index.count;
  }

  /** Whether the id has the form of a segment identifier. */
  get hasValidId(): boolean {
    return this.idIndex !== 0 || isSegmentId(this.id);
  }

  /** Whether the id is written in lower case. */
  get isLowerCase(): boolean {
    return this.idIndex === 0 && !this.source.text.startsWith(this.id, this.start);
  }

  /** Element `n` as written, undefined when absent or empty. */
  element(n: number): string | undefined {
    if (n === 1) {
      const from = this.directStart();
      if (from !== -1) return this.textFrom(from);
    }
    const { count, starts, meant } = this.index;
    if (n > count) return undefined;
    if (meant !== undefined) return meant[n] || undefined;
    return this.textOf(starts[n] ?? 0, (starts[n + 1] ?? 0) - 1);
  }

  /** Element `n` without trailing blanks: some senders pad to fixed widths. */
  text(n: number): string | undefined {
    const { count, starts, meant } = this.index;
    if (n > count) return undefined;
    const from = starts[n] ?? 0;
    const to = (starts[n + 1] ?? 0) - 1;
    if (meant !== undefined || this.source.bytes[to - 1] === blank) {
      return this.element(n)?.trimEnd() || undefined;
    }
    return this.textOf(from, to);
  }

  /** Whether `text(n)` is a value, "" where it is absent; spares making a text of it. */
  is(n: number, value: string): boolean {
    if (n === 1 && value !== "") {
      const from = this.directStart();
      if (from !== -1) return this.isFrom(from, value);
    }
    const { count, starts, meant } = this.index;
    if (n > count) return value === "";
    const from = starts[n] ?? 0;
    const to = (starts[n + 1] ?? 0) - 1;
    if (meant !== undefined || this.source.bytes[to - 1] === blank) {
      return (this.text(n) ?? "") === value;
    }
    return to - from === value.length && this.hasAt(from, value);
  }

  /**
   * `text(n)` as one number where it has up to three characters, -1 when it is longer; see `codeNumber`.
   * Codes are told apart by it without making a text of them.
   */
  codeNumber(n: number): number {
    const direct = n === 1 ? this.directStart() : -1;
    if (direct !== -1) return this.codeFrom(direct, n);
    const { count, starts, meant } = this.index;
    if (n > count) return codeNumber("");
    if (meant !== undefined) return codeNumber(this.text(n) ?? "");
    return this.codeFrom(starts[n] ?? 0, n);
  }

  /** The same of component `m` of element `n`, which keeps its blanks. */
  componentNumber(n: number, m: number): number {
    const { meant } = this.index;
    if (meant !== undefined) return codeNumber(this.component(n, m) ?? "");
    const { bytes } = this.source;
    let packed = 1;
    const from = this.componentStart(n, m);
    const to = this.componentEnd(from, n);
    if (to - from > 3) return -1;
    for (let at = from; at < to; at += 1) packed = (packed << 8) | (bytes[at] ?? 0);
    return packed;
  }

  /**
   * Integer cents of element `n` where it is a plain amount of at most two decimals; not a number
   * (NaN) when it is absent or anything else, which its text then tells.
   */
  plainCents(n: number): number {
    const { count, starts, meant } = this.index;
    if (n > count || meant !== undefined) return Number.NaN;
    return centsOfBytes(this.source.bytes, starts[n] ?? 0, (starts[n + 1] ?? 0) - 1);
  }

  /** The civil date of element `n` where its eight digits have been read before; else undefined. */
  plainDate(n: number): string | undefined {
    const { count, starts, meant } = this.index;
    if (n > count || meant !== undefined) return undefined;
    const from = starts[n] ?? 0;
    if ((starts[n + 1] ?? 0) - 1 - from !== 8) return undefined;
    return civilDateOfBytes(this.source.bytes, from);
  }

  /** Components of element `n`; empty when the element is absent. */
  components(n: number): readonly string[] {
    const { count, starts, meant } = this.index;
    if (n > count) return noElements;
    const { bytes, separators } = this.source;
    if (meant !== undefined) {
      const part = meant[n] ?? "";
      return part === "" ? noElements : partsOf(part, separators.delimiters.component);
    }
    let from = starts[n] ?? 0;
    const end = (starts[n + 1] ?? 0) - 1;
    if (from === end) return noElements;
    const { component } = separators;
    let parts = noElements;
    for (let at = from; at <= end; at += 1) {
      if (at < end && bytes[at] !== component) continue;
      parts = withItem(parts, this.textOf(from, at) ?? "");
      from = at + 1;
    }
    return parts;
  }

  /** Component `m` of element `n`, undefined when absent or empty. */
  component(n: number, m: number): string | undefined {
    if (this.index.meant !== undefined) return this.components(n)[m - 1] || undefined;
    const from = this.componentStart(n, m);
    return this.textOf(from, this.componentEnd(from, n));
  }

  /** Repetitions of element `n`; one when the interchange has no repetition separator. */
  repetitions(n: number): readonly string[] {
    const part = this.element(n);
    if (part === undefined) return noElements;
    const separator = this.delimiters.repetition;
    return separator === undefined ? [part] : partsOf(part, separator);
  }

  /** Where its elements stand; a few segments' are remembered. */
  get index(): SegmentIndex {
    const { number } = this;
    const index = this.source.indexes[number & indexMask] as SegmentIndex;
    if (index.number !== number) this.look(index, number);
    return index;
  }

  /** Where the first element starts; -1 where that is not known without a look at all of them. */
  private directStart(): number {
    const { number } = this;
    const { indexes, extended, bytes, separators } = this.source;
    if (indexes[number & indexMask]?.number === number || extended) return -1;
    if ((this.flags & segmentFlag.wrapped) !== 0) return -1;
    const { start } = this;
    const separator = separators.element;
    if (bytes[start] === separator || bytes[start + 1] === separator) return -1;
    const from = bytes[start + 2] === separator ? start + 3 : start + 4;
    return bytes[from - 1] === separator && from <= this.end ? from : -1;
  }

  private textFrom(from: number): string | undefined {
    const { bytes, separators } = this.source;
    const { end } = this;
    const separator = separators.element;
    let to = from;
    while (to < end && bytes[to] !== separator) to += 1;
    return this.textOf(from, to);
  }

  /** The text between two places, undefined where there is nothing. */
  private textOf(from: number, to: number): string | undefined {
    const { bytes, text } = this.source;
    if (to - from <= shortMost) return from === to ? undefined : shortText(bytes, from, to);
    return text.slice(from, to);
  }

  private codeFrom(from: number, n: number): number {
    const { bytes, separators } = this.source;
    const { end } = this;
    const separator = separators.element;
    let packed = 1;
    for (let at = from; at < end; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte === separator) break;
      if (byte === blank || at - from === 3) return codeNumber(this.text(n) ?? "");
      packed = (packed << 8) | byte;
    }
    return packed;
  }

  private isFrom(from: number, value: string): boolean {
    const { bytes, separators } = this.source;
    const to = from + value.length;
    if (to > this.end || !this.hasAt(from, value)) return false;
    if (to === this.end || bytes[to] === separators.element) return true;
    return bytes[to] === blank && this.text(1) === value;
  }

  private hasAt(from: number, value: string): boolean {
    const { bytes } = this.source;
    for (let at = 0; at < value.length; at += 1) {
      if (bytes[from + at] !== value.charCodeAt(at)) return false;
    }
    return true;
  }

  /** Where component `m` of element `n` starts; the end of the element where it has not so many. */
  private componentStart(n: number, m: number): number {
    const { bytes, separators } = this.source;
    const { count, starts } = this.index;
    if (n > count) return 0;
    const end = (starts[n + 1] ?? 0) - 1;
    let at = starts[n] ?? 0;
    for (let left = m - 1; left > 0; left -= 1) {
      while (at < end && bytes[at] !== separators.component) at += 1;
      if (at === end) return end;
      at += 1;
    }
    return at;
  }

  /** Where the component ends that starts at a place of element `n`. */
  private componentEnd(from: number, n: number): number {
    const { bytes, separators } = this.source;
    const { count, starts } = this.index;
    if (n > count) return from;
    const end = (starts[n + 1] ?? 0) - 1;
    let at = from;
    while (at < end && bytes[at] !== separators.component) at += 1;
    return at;
  }

  private look(index: SegmentIndex, number: number): void {
    const { bytes, separators } = this.source;
    const { start, end } = this;
    const { kinds } = separators;
    const starts = index.fit(end - start);
    let count = 0;
    let seen = 0;
    starts[0] = start;
    for (let at = start; at < end; at += 1) {
      const kind = kinds[bytes[at] ?? 0] ?? 0;
      if (kind === 0) continue;
      seen |= kind;
      if ((kind & byteKind.separator) === 0) continue;
      count += 1;
      starts[count] = at + 1;
    }
    starts[count + 1] = end + 1;
    index.number = number;
    index.count = count;
    index.seen = seen;
    index.meant = undefined;
    if ((this.flags & segmentFlag.wrapped) === 0 && (seen & byteKind.high) === 0) return;
    const meant = this.meantElements();
    index.meant = meant;
    index.count = meant.length - 1;
  }

  private meantElements(): readonly string[] {
    const text = meantText(this.raw.replace(/[\r\n]+/g, ""));
    return partsOf(text, this.delimiters.element);
  }

  private lookUpId(): number {
    const { places } = this.source;
    const index = this.knownId();
    const at = this.row * placeNumbers + 3;
    places[at] = (places[at] ?? 0) | ((index + 1) << idShift);
    return index;
  }

  private knownId(): number {
    const { bytes, separators } = this.source;
    const { start } = this;
    const separator = separators.element;
    const length = this.end - start;
    if (length < 2) return 0;
    const isTwo = length === 2 || bytes[start + 2] === separator;
    if (!isTwo && length > 3 && bytes[start + 3] !== separator) return 0;
    const third = isTwo ? 0 : (bytes[start + 2] ?? 0);
    return segmentIdIndex(bytes[start] ?? 0, bytes[start + 1] ?? 0, third);
  }

  /** Its first byte in the source. */
  get start(): number {
    return this.source.places[this.row * placeNumbers] ?? 0;
  }

  /** The byte of the source after its last element. */
  get end(): number {
    return this.source.places[this.row * placeNumbers + 1] ?? 0;
  }

  private get flags(): number {
    return this.source.places[this.row * placeNumbers + 3] ?? 0;
  }

  private unknownId(): string {
    const { text } = this.source;
    const found = text.indexOf(this.delimiters.element, this.start);
    const to = found === -1 || found > this.end ? this.end : found;
    const written = text.slice(this.start, to);
    return written.length <= 3 ? written.toUpperCase() : written;
  }
}

/** The range of one segment, or from one to another. */
export function segmentRange(from: Segment, to: Segment = from): SegmentRange {
  return {
    segmentFrom: from.number,
    segmentTo: to.number,
    byteFrom: from.byteFrom,
    byteTo: to.byteTo,
  };
}

/** Cuts a text at a separator of one character. Half the time of `split` on texts this short. */
export function partsOf(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = text.indexOf(separator); at !== -1; at = text.indexOf(separator, from)) {
    parts.push(text.slice(from, at));
    from = at + 1;
  }
  parts.push(from === 0 ? text : text.slice(from));
  return parts;
}
