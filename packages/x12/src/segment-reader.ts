import { findInterchangeStart, interchangeStartBytes } from "./delimiters.ts";
import { type ForeignFormat, foreignFormat, formatSampleBytes } from "./foreign-format.ts";
import type { ReadLimits } from "./reading.ts";
import type { Segment } from "./segment.ts";
import { SegmentCutter } from "./segment-cutter.ts";
import { type Skipped, type SkipReason, skippedPieceBytes } from "./skipped.ts";
import type { Delimiters } from "./transaction.ts";

/** Everything of a file in its order: concatenating the tokens' text gives the file back. */
export type Token = Segment | Skipped;

export const defaultLimits: ReadLimits = {
  segmentBytes: 1_048_576,
  elements: 1000,
  issuesPerSet: 1000,
};

/** Where to begin inside an interchange that is already known. */
export type SegmentReaderStart = {
  readonly delimiters: Delimiters;
  /** Number and place of the first segment to come. */
  readonly position: { segment: number; offset: number; line: number; column: number };
};

type State = "head" | "outside" | "inside" | "too-long" | "binary" | "foreign";

const fileStart = { segment: 1, offset: 0, line: 1, column: 1 };
const byteOrderMark = "\u00ef\u00bb\u00bf";
const interchangeId = /isa/gi;
/** Bytes in which the head of a BIN or BDS segment, up to its content, must fit. */
const binaryHeadBytes = 64;

/**
 * Cuts bytes into segments, whatever the chunks. Finds every interchange by its ISA and takes its
 * delimiters from there; what is not a segment comes as `Skipped`. Never throws on content. Memory is
 * bounded by one chunk and one segment.
 */
export class SegmentReader {
  private readonly limits: ReadLimits;
  private state: State = "head";
  private delimiters: Delimiters = { element: "*", component: ":", repetition: "^", segment: "~" };
  /** The chunk, one character per byte. */
  private text = "";
  private at = 0;
  private base = 0;
  private ended = false;
  private readonly cutter: SegmentCutter;
  private tokens: Token[] = [];
  /** Bytes that belong to no token yet, and chunks after them that cannot complete one. */
  private rest: Uint8Array = noBytes;
  private waiting: Uint8Array[] = [];
  private waitingBytes = 0;
  private needBytes = 0;
  private needTerminator = false;
  private runReason: SkipReason = "outside-interchange";
  private runStarted = false;
  private scanned = 0;
  private binaryLeft = 0;
  private format: ForeignFormat | undefined;

  constructor(limits: Partial<ReadLimits> = {}, start?: SegmentReaderStart) {
    this.limits = { ...defaultLimits, ...limits };
    const position = start?.position ?? fileStart;
    this.cutter = new SegmentCutter(position);
    this.base = position.offset;
    if (start !== undefined) {
      this.state = "inside";
      this.delimiters = start.delimiters;
      this.cutter.useDelimiters(start.delimiters, this.limits.segmentBytes);
    }
  }

  /** Tokens completed by these bytes, which may be used again afterwards. */
  push(chunk: Uint8Array): Token[] {
    this.waitingBytes += chunk.length;
    if (!this.canAdvance(chunk)) {
      this.waiting.push(new Uint8Array(chunk));
      return [];
    }
    this.waiting.push(chunk);
    return this.run();
  }

  /** The remaining tokens; nothing may be pushed afterwards. */
  end(): Token[] {
    this.ended = true;
    return this.run();
  }

  /** Avoids scanning again what is known to lack a terminator: one byte at a time stays linear. */
  private canAdvance(chunk: Uint8Array): boolean {
    if (this.rest.length + this.waitingBytes >= this.needBytes) return true;
    return this.needTerminator && chunk.includes(this.delimiters.segment.charCodeAt(0));
  }

  private run(): Token[] {
    this.base += this.at;
    const bytes = joinedBytes([this.rest, ...this.waiting]);
    this.text = this.cutter.startChunk(bytes, this.base);
    this.at = 0;
    this.waiting = [];
    this.waitingBytes = 0;
    this.needBytes = 0;
    this.needTerminator = false;
    while (this.step());
    this.cutter.advance(this.at);
    this.rest = this.at === bytes.length ? noBytes : bytes.subarray(this.at);
    const { tokens } = this;
    this.tokens = [];
    return tokens;
  }

  /** Advances as far as one state reaches; false when more bytes are needed. */
  private step(): boolean {
    switch (this.state) {
      case "head":
        return this.readHead();
      case "outside":
        return this.readOutside();
      case "inside":
        return this.readInside();
      case "too-long":
        return this.readTooLong();
      case "binary":
        return this.readBinary();
      case "foreign":
        return this.skipTo(this.text.length, "foreign");
    }
  }

  private readHead(): boolean {
    if (this.text.length < formatSampleBytes && !this.ended) return this.need(formatSampleBytes);
    this.format = foreignFormat(this.text.slice(0, formatSampleBytes));
    if (this.format !== undefined) {
      this.state = "foreign";
      return true;
    }
    this.state = "outside";
    if (this.text.startsWith(byteOrderMark)) this.skipPiece(3, "byte-order-mark", true);
    return true;
  }

  private readOutside(): boolean {
    const found = this.nextInterchangeId();
    if (found === undefined) return this.skipTo(this.safeJunkEnd(), this.runReason);
    const complete = this.text.length - found >= interchangeStartBytes;
    if (!complete && !this.ended) {
      while (found - this.at >= skippedPieceBytes) this.skipNext(skippedPieceBytes, this.runReason);
      this.scanned = found - this.at;
      return this.need(this.scanned + interchangeStartBytes);
    }
    const start = findInterchangeStart(this.text, found);
    if (start === undefined) {
      this.rejectInterchange(found);
      return true;
    }
    if (!this.isBlankRun(found)) this.skipRun(found, this.runReason);
    this.openInterchange(found, start.delimiters, start.length);
    return true;
  }

  private nextInterchangeId(): number | undefined {
    interchangeId.lastIndex = this.at + this.scanned;
    return interchangeId.exec(this.text)?.index;
  }

  /** An ISA that cannot be used is junk; at the start of a run it gives the run its reason. */
  private rejectInterchange(found: number): void {
    if (this.isBlankRun(found)) {
      const truncated = this.ended && this.text.length - found < 106;
      this.runReason = truncated ? "interchange-truncated" : "interchange-malformed";
    }
    this.scanned = found - this.at + 1;
  }

  /** Where junk surely ends: the last two bytes may begin another ISA. */
  private safeJunkEnd(): number {
    return this.ended ? this.text.length : Math.max(this.at, this.text.length - 2);
  }

  /** Whether only blanks stand before `to`, few enough to stay with the segment there. */
  private isBlankRun(to: number): boolean {
    if (this.runStarted || to - this.at >= skippedPieceBytes) return false;
    return isBlankText(this.text.slice(this.at, to));
  }

  private openInterchange(found: number, delimiters: Delimiters, length: number): void {
    this.delimiters = delimiters;
    this.cutter.useDelimiters(delimiters, this.limits.segmentBytes);
    this.runStarted = false;
    this.runReason = "outside-interchange";
    this.scanned = 0;
    this.state = "inside";
    this.emitSegment(found, found + length, true);
  }

  private readInside(): boolean {
    this.at = this.cutter.cutPlain(this.at, this.tokens);
    if (this.at === this.text.length) return this.endInside();
    return this.readOneInside();
  }

  /** A segment, or what stands in its place, that needs a closer look. */
  private readOneInside(): boolean {
    const { text, delimiters } = this;
    let start = this.at;
    while (start < text.length && isBlank(text.charCodeAt(start))) start += 1;
    if (start - this.at >= skippedPieceBytes) {
      this.skipPiece(skippedPieceBytes, "blank", true);
      return true;
    }
    if (start === text.length) return this.endInside();
    const end = text.indexOf(delimiters.segment, start);
    const first = text.charCodeAt(start) | 32;
    if (first === 98 || first === 105) {
      const handled = this.readSpecial(start, end);
      if (handled !== undefined) return handled;
    }
    const length = (end === -1 ? text.length : end) - start;
    if (length > 105) {
      const within = start + Math.min(length, this.limits.segmentBytes);
      const cut = this.swallowedInterchange(start, within);
      if (cut !== undefined) return cut;
    }
    if (length > this.limits.segmentBytes) return this.startTooLong();
    if (end !== -1) {
      this.emitSegment(start, end, true);
      return true;
    }
    if (!this.ended) return this.needTerminatorWithin(this.limits.segmentBytes + start - this.at);
    this.emitSegment(start, text.length, false);
    return true;
  }

  /** BIN, BDS, ISA and IEA; undefined when the segment is none of them. */
  private readSpecial(start: number, end: number): boolean | undefined {
    const { text, delimiters } = this;
    if (text.length - start < 4 && end === -1 && !this.ended) return this.need(start - this.at + 4);
    const id = text.slice(start, start + 3).toUpperCase();
    if (id === "ISA") return this.readNextInterchange(start);
    if (text.charAt(start + 3) !== delimiters.element) return undefined;
    if (id === "BIN" || id === "BDS") return this.startBinary(start, id);
    return undefined;
  }

  /** An ISA where the interchange before has not been closed. */
  private readNextInterchange(start: number): boolean | undefined {
    if (this.text.length - start < interchangeStartBytes && !this.ended) {
      return this.need(start - this.at + interchangeStartBytes);
    }
    const found = findInterchangeStart(this.text, start);
    if (found === undefined) return undefined;
    this.openInterchange(start, found.delimiters, found.length);
    return true;
  }

  /** A segment that lost its end before another interchange begins: both are kept apart. */
  private swallowedInterchange(start: number, end: number): boolean | undefined {
    let at = this.text.indexOf("ISA", start + 1);
    for (; at !== -1 && at < end; at = this.text.indexOf("ISA", at + 1)) {
      if (this.text.length - at < interchangeStartBytes && !this.ended) {
        return this.need(at - this.at + interchangeStartBytes);
      }
      const found = findInterchangeStart(this.text, at);
      if (found === undefined || !found.fixedWidth) continue;
      this.emitSegment(start, at, false);
      this.openInterchange(at, found.delimiters, found.length);
      return true;
    }
    return undefined;
  }

  private startBinary(start: number, id: string): boolean | undefined {
    const { text, delimiters } = this;
    const head = text.slice(start, start + binaryHeadBytes).split(delimiters.element);
    const elementsBefore = id === "BIN" ? 2 : 3;
    if (head.length <= elementsBefore && text.length - start < binaryHeadBytes && !this.ended) {
      return this.need(start - this.at + binaryHeadBytes);
    }
    const declared = head[elementsBefore - 1] ?? "";
    if (head.length <= elementsBefore || !/^\d{1,15}$/.test(declared)) return undefined;
    const headLength = head.slice(0, elementsBefore).join(delimiters.element).length + 1;
    const length = Number(declared);
    const until = start + headLength + length;
    if (length <= this.limits.segmentBytes) {
      if (until >= text.length && !this.ended) return this.need(until + 1 - this.at);
      if (text.charAt(until) !== delimiters.segment) return undefined;
    }
    this.emitSegment(start, start + headLength, false);
    this.state = "binary";
    this.binaryLeft = length;
    this.runStarted = false;
    return true;
  }

  /** Passes the declared bytes on, then whatever stands before the next terminator. */
  private readBinary(): boolean {
    while (this.binaryLeft > 0) {
      const piece = Math.min(this.binaryLeft, skippedPieceBytes);
      if (this.text.length - this.at < piece) {
        if (!this.ended) return this.need(piece);
        return this.finishRun(this.text.length, "binary-length-wrong", true);
      }
      this.binaryLeft -= piece;
      this.skipPiece(piece, "binary", !this.runStarted);
      this.runStarted = true;
    }
    if (this.at >= this.text.length && !this.ended) return this.need(1);
    if (this.text.charAt(this.at) === this.delimiters.segment) {
      this.skipPiece(1, "binary", !this.runStarted);
      return this.finishRun(this.at, "binary", false);
    }
    return this.skipPastTerminator("binary-length-wrong");
  }

  private startTooLong(): boolean {
    this.state = "too-long";
    this.cutter.passOne();
    this.runStarted = false;
    return true;
  }

  private readTooLong(): boolean {
    return this.skipPastTerminator("segment-too-long");
  }

  private skipPastTerminator(reason: SkipReason): boolean {
    const end = this.text.indexOf(this.delimiters.segment, this.at + this.scanned);
    if (end !== -1) return this.finishRun(end + 1, reason, true);
    const stillOpen = this.skipTo(this.text.length, reason);
    this.scanned = this.text.length - this.at;
    if (this.ended) return this.finishRun(this.text.length, reason, true);
    this.needTerminator = true;
    return stillOpen;
  }

  private finishRun(to: number, reason: SkipReason, skip: boolean): boolean {
    if (skip) this.skipRun(to, reason);
    this.runStarted = false;
    this.scanned = 0;
    this.state = "inside";
    return true;
  }

  private endInside(): boolean {
    if (!this.ended) return this.need(this.text.length - this.at + 1);
    if (this.at < this.text.length) {
      this.skipPiece(this.text.length - this.at, "blank", true);
    }
    return false;
  }

  private emitSegment(start: number, end: number, isTerminated: boolean): void {
    const segment = this.cutter.cut({ leading: this.at, start, end, isTerminated });
    this.tokens.push(segment);
    this.at = isTerminated ? end + 1 : end;
    if (segment.id === "IEA") this.state = "outside";
  }

  /** Skips whole pieces up to `to`; what is left of the run waits for its end. */
  private skipTo(to: number, reason: SkipReason): false {
    while (to - this.at >= skippedPieceBytes) this.skipNext(skippedPieceBytes, reason);
    if (this.ended && to > this.at) this.skipNext(to - this.at, reason);
    this.scanned = Math.max(0, to - this.at);
    this.needBytes = this.ended ? 0 : skippedPieceBytes;
    if (this.state === "outside") this.needBytes = Math.min(this.needBytes, this.scanned + 64);
    return false;
  }

  private skipRun(to: number, reason: SkipReason): void {
    while (this.at < to) this.skipNext(Math.min(to - this.at, skippedPieceBytes), reason);
  }

  private skipNext(length: number, reason: SkipReason): void {
    this.skipPiece(length, reason, !this.runStarted);
    this.runStarted = true;
  }

  private skipPiece(length: number, reason: SkipReason, isFirst: boolean): void {
    const { cutter } = this;
    const column = cutter.advance(this.at);
    const text = this.text.slice(this.at, this.at + length);
    const offset = this.base + this.at;
    const blank = reason === "outside-interchange" && isBlankText(text);
    this.tokens.push({
      kind: "skipped",
      reason: blank ? "blank" : reason,
      format: this.format,
      text,
      byteFrom: offset,
      byteTo: offset + length,
      isFirst,
      position: { segment: Math.max(1, cutter.segments), offset, line: cutter.line, column },
    });
    this.at += length;
  }

  private need(bytes: number): false {
    this.needBytes = bytes;
    return false;
  }

  private needTerminatorWithin(bytes: number): false {
    this.needTerminator = true;
    this.needBytes = bytes + 1;
    return false;
  }
}

const noBytes = new Uint8Array(0);

function joinedBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

function isBlank(code: number): boolean {
  return code === 10 || code === 13 || code === 32 || code === 9;
}

/** Blanks outside of interchanges, with the fill and end marks (NUL, SUB) of old systems. */
function isBlankText(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (!isBlank(code) && code !== 0 && code !== 26 && code !== 12) return false;
  }
  return true;
}

/** A reader to push chunks into; see `SegmentReader`. */
export function createSegmentReader(limits: Partial<ReadLimits> = {}): SegmentReader {
  return new SegmentReader(limits);
}

/** Tokens of a stream of chunks, one batch per chunk that completes any. */
export async function* readTokens(
  source: AsyncIterable<Uint8Array>,
  limits: Partial<ReadLimits> = {},
): AsyncGenerator<Token[]> {
  const reader = new SegmentReader(limits);
  for await (const chunk of source) {
    const tokens = reader.push(chunk);
    if (tokens.length > 0) yield tokens;
  }
  const rest = reader.end();
  if (rest.length > 0) yield rest;
}
