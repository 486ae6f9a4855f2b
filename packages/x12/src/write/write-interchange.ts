import { latin1Bytes, latin1Text } from "../latin1.ts";
import type { Delimiters } from "../transaction.ts";
import { eightDigits } from "../values.ts";
import { SegmentWriter, standardDelimiters, type WriteRefusal } from "./segment-writer.ts";

/** What stands around one transaction set: ISA, GS and ST with their control numbers. */
export type WriteEnvelope = {
  readonly senderQualifier: string;
  readonly senderId: string;
  readonly receiverQualifier: string;
  readonly receiverId: string;
  /** GS02 and GS03; the identifiers of ISA when absent. */
  readonly groupSenderCode?: string | undefined;
  readonly groupReceiverCode?: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `HHMM`. */
  readonly time: string;
  /** ISA13: 1 to 999999999. */
  readonly interchangeControlNumber: number;
  /** GS06: 1 to 999999999. */
  readonly groupControlNumber: number;
  /** ST02 of the first set; the next ones count on. */
  readonly setControlNumber: number;
  readonly isTest: boolean;
  /** ISA12; 00501 when absent. */
  readonly interchangeVersion?: "00501" | "00602" | undefined;
  /** ISA14: ask for a TA1. */
  readonly requestsAcknowledgment?: boolean | undefined;
  readonly delimiters?: Delimiters | undefined;
};

/** The content of one transaction set, written between ST and SE. */
export type SetContent = {
  readonly setId: string;
  readonly version: string;
  /** GS01. */
  readonly functionalId: string;
  /** Writes the content; what it yields between claims lets a stream pass them on. */
  // biome-ignore lint/suspicious/noConfusingVoidType: a plain function returns nothing
  readonly write: (writer: SegmentWriter) => Iterable<unknown> | void;
};

export type WriteResult =
  | {
      readonly ok: true;
      /** The whole interchange in ASCII. */
      readonly text: string;
      readonly segments: number;
    }
  | { readonly ok: false; readonly refusals: readonly WriteRefusal[] };

/** A part of an interchange, or why it ends unfinished: nothing comes after refusals. */
export type WritePiece =
  | { readonly type: "bytes"; readonly bytes: Uint8Array }
  | { readonly type: "refusals"; readonly refusals: readonly WriteRefusal[] };

const controlNumberMost = 999_999_999;
/** Bytes of a piece of a stream. */
const pieceBytes = 65_536;

/**
 * Writes one interchange with one group that holds the sets given, with their counts and control
 * numbers. All sets are of one functional group. Refuses instead of writing anything that would be
 * read differently.
 */
export function writeInterchange(envelope: WriteEnvelope, sets: Iterable<SetContent>): WriteResult {
  const writer = new InterchangeWriter(envelope);
  for (const _ of writer.write(sets));
  const { refusals, segments } = writer;
  if (refusals.length > 0) return { ok: false, refusals };
  return { ok: true, text: latin1Text(writer.take()).text, segments };
}

/**
 * The same in pieces of about 64 KiB, so that memory does not grow with the interchange. Ends with the
 * refusals when something cannot be written; what came before is then of no use.
 */
export function* writePieces(
  envelope: WriteEnvelope,
  sets: Iterable<SetContent>,
): Generator<WritePiece> {
  const writer = new InterchangeWriter(envelope);
  for (const _ of writer.write(sets)) {
    if (writer.refusals.length > 0) break;
    if (writer.pending >= pieceBytes) yield { type: "bytes", bytes: writer.take() };
  }
  const { refusals } = writer;
  if (refusals.length > 0) yield { type: "refusals", refusals };
  else yield { type: "bytes", bytes: writer.take() };
}

/**
 * An interchange whose sets come one by one while others are still read: each is passed on as bytes at
 * once. After refusals nothing that was passed on is of use.
 */
export class InterchangePieces {
  private readonly writer: InterchangeWriter;

  constructor(envelope: WriteEnvelope) {
    this.writer = new InterchangeWriter(envelope);
    this.writer.begin();
  }

  /** Segments written so far. */
  get segments(): number {
    return this.writer.segments;
  }

  add(set: SetContent): WritePiece {
    for (const _ of this.writer.add(set));
    return this.piece();
  }

  end(): WritePiece {
    this.writer.finish();
    return this.piece();
  }

  private piece(): WritePiece {
    const { refusals } = this.writer;
    if (refusals.length > 0) return { type: "refusals", refusals };
    return { type: "bytes", bytes: this.writer.take() };
  }
}

/** Interchange acknowledgments (TA1) stand between ISA and IEA without a group. */
export function writeOutsideGroup(
  envelope: WriteEnvelope,
  write: (writer: SegmentWriter) => void,
): WriteResult {
  const writer = new InterchangeWriter(envelope);
  writer.writeOutsideGroup(write);
  const { refusals, segments } = writer;
  if (refusals.length > 0) return { ok: false, refusals };
  return { ok: true, text: latin1Text(writer.take()).text, segments };
}

class InterchangeWriter {
  private readonly envelope: WriteEnvelope;
  private readonly writer: SegmentWriter;
  /** The ISA as text until it is passed on with the first piece. */
  private head = "";
  private date = "";
  private sets = 0;

  constructor(envelope: WriteEnvelope) {
    this.envelope = envelope;
    this.writer = new SegmentWriter(envelope.delimiters ?? standardDelimiters);
  }

  get refusals(): readonly WriteRefusal[] {
    return this.writer.refusals;
  }

  /** The ISA is one of them. */
  get segments(): number {
    return this.writer.count + 1;
  }

  get pending(): number {
    return this.writer.pending;
  }

  take(): Uint8Array {
    const bytes = this.writer.take();
    if (this.head === "") return bytes;
    const head = latin1Bytes(this.head);
    this.head = "";
    const whole = new Uint8Array(head.length + bytes.length);
    whole.set(head);
    whole.set(bytes, head.length);
    return whole;
  }

  *write(sets: Iterable<SetContent>): Generator<unknown> {
    this.begin();
    for (const set of sets) yield* this.add(set);
    this.finish();
  }

  begin(): void {
    const { envelope, writer } = this;
    this.date = this.start();
    checkControlNumber(envelope.groupControlNumber, "GS", writer);
  }

  *add(set: SetContent): Generator<unknown> {
    if (this.sets === 0) this.startGroup(set);
    yield* this.writeSet(set, this.envelope.setControlNumber + this.sets);
    this.sets += 1;
  }

  finish(): void {
    const { sets, writer, envelope } = this;
    if (sets > 0) writer.write("GE", String(sets), String(envelope.groupControlNumber));
    this.end(sets > 0 ? 1 : 0);
  }

  writeOutsideGroup(write: (writer: SegmentWriter) => void): void {
    this.start();
    write(this.writer);
    this.end(0);
  }

  private start(): string {
    const { envelope, writer } = this;
    const date = eightDigits(envelope.date);
    if (date === undefined) writer.refuse("not-a-date", "ISA", 9);
    if (!isTime(envelope.time)) writer.refuse("not-a-date", "ISA", 10);
    this.head = interchangeText(envelope, date ?? "00000000", writer);
    return date ?? "";
  }

  private startGroup(set: SetContent): void {
    const { date, envelope, writer } = this;
    const group = String(envelope.groupControlNumber);
    const sender = envelope.groupSenderCode ?? envelope.senderId;
    const receiver = envelope.groupReceiverCode ?? envelope.receiverId;
    const { functionalId, version } = set;
    writer.write("GS", functionalId, sender, receiver, date, envelope.time, group, "X", version);
  }

  private *writeSet(set: SetContent, control: number): Generator<unknown> {
    const { writer } = this;
    checkControlNumber(control, "ST", writer);
    const number = String(control).padStart(4, "0");
    const before = writer.count;
    // The 835 has no ST03 (005010X221A1); the other guides repeat GS08 there.
    writer.write("ST", set.setId, number, set.setId === "835" ? undefined : set.version);
    yield* set.write(writer) ?? [];
    writer.claim = undefined;
    writer.write("SE", String(writer.count - before + 1), number);
    yield;
  }

  private end(groups: number): void {
    this.writer.write("IEA", String(groups), paddedNumber(this.envelope.interchangeControlNumber));
  }
}

/** Whether a text is a time of day, `HHMM`. */
export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3])[0-5]\d$/.test(text);
}

function interchangeText(envelope: WriteEnvelope, date: string, writer: SegmentWriter): string {
  const { element, component, repetition, segment } = envelope.delimiters ?? standardDelimiters;
  checkControlNumber(envelope.interchangeControlNumber, "ISA", writer);
  const fixed = (value: string, width: number, position: number) => {
    if (value === "") writer.refuse("missing", "ISA", position);
    if (value.length > width) writer.refuse("too-long", "ISA", position);
    if (!/^[ -~]*$/.test(value)) writer.refuse("not-ascii", "ISA", position);
    if (value.includes(element) || value.includes(segment)) {
      writer.refuse("contains-delimiter", "ISA", position);
    }
    return value.padEnd(width, " ");
  };
  const elements = [
    "ISA",
    "00",
    " ".repeat(10),
    "00",
    " ".repeat(10),
    fixed(envelope.senderQualifier, 2, 5),
    fixed(envelope.senderId, 15, 6),
    fixed(envelope.receiverQualifier, 2, 7),
    fixed(envelope.receiverId, 15, 8),
    date.slice(2),
    envelope.time,
    repetition ?? "U",
    envelope.interchangeVersion ?? "00501",
    paddedNumber(envelope.interchangeControlNumber),
    envelope.requestsAcknowledgment === true ? "1" : "0",
    envelope.isTest ? "T" : "P",
    component,
  ];
  return elements.join(element) + segment;
}

function paddedNumber(number: number): string {
  return String(number).padStart(9, "0");
}

function checkControlNumber(number: number, segmentId: string, writer: SegmentWriter): void {
  if (Number.isInteger(number) && number >= 1 && number <= controlNumberMost) return;
  writer.refuse("out-of-range", segmentId);
}
