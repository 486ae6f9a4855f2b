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
  readonly write: (writer: SegmentWriter) => void;
};

export type WriteResult =
  | { readonly ok: true; readonly text: string; readonly segments: number }
  | { readonly ok: false; readonly refusals: readonly WriteRefusal[] };

const controlNumberMost = 999_999_999;

/**
 * Writes one interchange with one group that holds the sets given, with their counts and control
 * numbers. All sets are of one functional group. Refuses instead of writing anything that would be
 * read differently.
 */
export function writeInterchange(
  envelope: WriteEnvelope,
  sets: readonly [SetContent, ...SetContent[]],
): WriteResult {
  const delimiters = envelope.delimiters ?? standardDelimiters;
  const writer = new SegmentWriter(delimiters);
  const date = eightDigits(envelope.date);
  if (date === undefined) writer.refuse("not-a-date", "ISA", 9);
  if (!/^([01]\d|2[0-3])[0-5]\d$/.test(envelope.time)) writer.refuse("not-a-date", "ISA", 10);
  const isa = interchangeText(envelope, date ?? "00000000", writer);
  const group = String(envelope.groupControlNumber);
  checkControlNumber(envelope.groupControlNumber, "GS", writer);
  const [{ functionalId, version }] = sets;
  writer.write(
    "GS",
    functionalId,
    envelope.groupSenderCode ?? envelope.senderId,
    envelope.groupReceiverCode ?? envelope.receiverId,
    date,
    envelope.time,
    group,
    "X",
    version,
  );
  sets.forEach((set, index) => {
    writeSet(set, envelope.setControlNumber + index, writer);
  });
  writer.write("GE", String(sets.length), group);
  writer.write("IEA", "1", paddedNumber(envelope.interchangeControlNumber));
  if (writer.refusals.length > 0) return { ok: false, refusals: writer.refusals };
  return { ok: true, text: isa + writer.text(), segments: writer.count + 1 };
}

function writeSet(set: SetContent, control: number, writer: SegmentWriter): void {
  checkControlNumber(control, "ST", writer);
  const number = String(control).padStart(4, "0");
  const before = writer.count;
  writer.write("ST", set.setId, number, set.version);
  set.write(writer);
  writer.write("SE", String(writer.count - before + 1), number);
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
    "00501",
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
