import type {
  ClaimAcknowledgment,
  ClaimAcknowledgmentBatch,
  ClaimStatus,
} from "../acknowledgment.ts";
import { statusParts } from "../codec/fields.ts";
import type { Party, QualifiedDate, Reference } from "../transaction.ts";
import type { SegmentWriter } from "./segment-writer.ts";
import {
  type SetContent,
  type WriteEnvelope,
  type WriteResult,
  writeInterchange,
} from "./write-interchange.ts";
import {
  centsText,
  dateText,
  decimalText,
  procedureParts,
  writeContacts,
  writeParty,
  writePeriod,
  writeReferences,
} from "./write-parts.ts";

/** One answer of a 277CA to write. */
export type WritableClaimAcknowledgment = Omit<ClaimAcknowledgment, "range">;

/** One 277CA: its source, then the answers to the receiver, to each provider and to their claims. */
export type WritableClaimAcknowledgments = Omit<ClaimAcknowledgmentBatch, "header"> & {
  /**
   * In the order of the hierarchy: the receiver (the submitter of the claims) first, then each provider
   * followed by the claims of it.
   */
  readonly answers: Iterable<WritableClaimAcknowledgment>;
};

/** Writes claim acknowledgments (005010X214), each as a transaction set. */
export function write277CA(
  batches: Iterable<WritableClaimAcknowledgments>,
  envelope: WriteEnvelope,
): WriteResult {
  return writeInterchange(envelope, claimAcknowledgmentSets(batches, envelope));
}

/** The transaction sets of claim acknowledgments, for `writePieces`. */
export function* claimAcknowledgmentSets(
  batches: Iterable<WritableClaimAcknowledgments>,
  envelope: WriteEnvelope,
): Generator<SetContent> {
  for (const batch of batches) {
    const write = (writer: SegmentWriter) => writeBatch(writer, batch, envelope);
    yield { setId: "277", version: "005010X214", functionalId: "HN", write };
  }
}

function* writeBatch(
  writer: SegmentWriter,
  batch: WritableClaimAcknowledgments,
  envelope: WriteEnvelope,
) {
  const { referenceId, source, traceNumber, receivedOn, processedOn } = batch;
  if (referenceId === "") writer.refuse("missing", "BHT", 3);
  const createdOn = dateText(writer, batch.createdOn ?? envelope.date, ["BHT", 4]);
  const { createdAt = envelope.time } = batch;
  writer.write("BHT", "0085", "08", referenceId, createdOn, createdAt, "TH");
  writer.write("HL", "1", undefined, "20", "1");
  writeLevelParty(writer, source);
  writer.write("TRN", "1", traceNumber ?? referenceId);
  const received = dateText(writer, receivedOn ?? envelope.date, ["DTP", 3]);
  const processed = dateText(writer, processedOn ?? envelope.date, ["DTP", 3]);
  writer.write("DTP", "050", "D8", received);
  writer.write("DTP", "009", "D8", processed);
  const levels = new AnswerLevels(writer);
  let position = 0;
  for (const answer of batch.answers) {
    writer.claim = position;
    levels.open(answer);
    writeAnswer(writer, answer);
    position += 1;
    yield;
  }
  writer.claim = undefined;
  if (position === 0) writer.refuse("missing", "HL");
}

/** The HL levels of the answers. */
class AnswerLevels {
  private readonly writer: SegmentWriter;
  private levels = 1;
  private receiver: number | undefined;
  private provider: number | undefined;

  constructor(writer: SegmentWriter) {
    this.writer = writer;
  }

  open({ level, party }: WritableClaimAcknowledgment): void {
    const { writer } = this;
    this.levels += 1;
    const number = String(this.levels);
    if (level === "receiver") {
      writer.write("HL", number, "1", "21", "1");
      this.receiver = this.levels;
      this.provider = undefined;
    } else if (level === "provider") {
      if (this.receiver === undefined) writer.refuse("missing", "HL");
      writer.write("HL", number, String(this.receiver ?? 1), "19", "1");
      this.provider = this.levels;
    } else {
      if (this.provider === undefined) writer.refuse("missing", "HL");
      writer.write("HL", number, String(this.provider ?? 1), "PT");
    }
    writeLevelParty(writer, party);
  }
}

function writeLevelParty(writer: SegmentWriter, party: Party | undefined): void {
  if (party === undefined) {
    writer.refuse("missing", "NM1");
    return;
  }
  const { address, dateOfBirth, gender, taxonomy, references } = party;
  const isPlain = (address ?? dateOfBirth ?? gender ?? taxonomy) === undefined;
  if (!isPlain || references.length > 0) writer.refuse("unsupported", "NM1");
  writeParty(writer, party);
  writeContacts(writer, party);
}

/** Loops 2200B to 2200D. */
function writeAnswer(writer: SegmentWriter, answer: WritableClaimAcknowledgment): void {
  const { traceNumber, statuses, amounts, quantities, lines, level } = answer;
  if (traceNumber === undefined) writer.refuse("missing", "TRN", 2);
  writer.write("TRN", answer.traceKind ?? "2", traceNumber);
  if (statuses.length === 0 && level === "claim") writer.refuse("missing", "STC");
  for (const status of statuses) writeStatus(writer, status);
  for (const { qualifier, quantity } of quantities ?? []) {
    writer.write("QTY", qualifier, decimalText(writer, quantity, ["QTY", 2]));
  }
  for (const { qualifier, cents } of amounts) {
    writer.write("AMT", qualifier, centsText(writer, cents, ["AMT", 2]));
  }
  writeReferences(writer, referencesOf(answer));
  for (const date of datesOf(answer)) writePeriod(writer, date);
  for (const line of lines) writeLine(writer, line);
}

/** The references of an answer, completed by the numbers that it also names by themselves. */
function referencesOf(answer: WritableClaimAcknowledgment): readonly Reference[] {
  const { payerClaimControlNumber, clearinghouseTraceNumber } = answer;
  const references = [...answer.references];
  const add = (qualifier: string, id: string | undefined) => {
    const isStated = references.some((reference) => reference.qualifier === qualifier);
    if (id !== undefined && !isStated) references.push({ qualifier, id });
  };
  add("1K", payerClaimControlNumber);
  add("D9", clearinghouseTraceNumber);
  return references;
}

function datesOf(answer: WritableClaimAcknowledgment): readonly QualifiedDate[] {
  const { dates, serviceFrom: from, serviceThrough } = answer;
  if (from === undefined || dates.some(({ qualifier }) => qualifier === "472")) return dates;
  const through = serviceThrough === from ? undefined : serviceThrough;
  return [{ qualifier: "472", from, through }, ...dates];
}

/** Loop 2220D. */
function writeLine(
  writer: SegmentWriter,
  line: WritableClaimAcknowledgment["lines"][number],
): void {
  const { procedureCode, chargedCents, lineItemControlNumber, statuses } = line;
  if (procedureCode === undefined) writer.refuse("missing", "SVC", 1);
  const charge =
    chargedCents === undefined ? undefined : centsText(writer, chargedCents, ["SVC", 2]);
  const { procedure, revenueCode, quantity, prescriptionNumber, serviceFrom: from } = line;
  const parts = procedure === undefined ? ["HC", procedureCode] : procedureParts(procedure);
  const count = decimalText(writer, quantity, ["SVC", 7]);
  writer.write("SVC", parts, charge, undefined, revenueCode, undefined, undefined, count);
  for (const status of statuses) writeStatus(writer, status);
  if (lineItemControlNumber !== undefined) writer.write("REF", "FJ", lineItemControlNumber);
  if (prescriptionNumber !== undefined) writer.write("REF", "XZ", prescriptionNumber);
  if (from === undefined) return;
  const through = line.serviceThrough === from ? undefined : line.serviceThrough;
  writePeriod(writer, { qualifier: "472", from, through });
}

/** STC: up to three codes of category, status and entity. */
function writeStatus(writer: SegmentWriter, status: ClaimStatus): void {
  const { codes, date, action, chargedCents, paidCents, message } = status;
  if (codes.length === 0) writer.refuse("missing", "STC", 1);
  if (codes.length > 3) writer.refuse("out-of-range", "STC", 1);
  const [first, second, third] = codes.map(statusParts);
  writer.write(
    "STC",
    first,
    date === undefined ? undefined : dateText(writer, date, ["STC", 2]),
    action,
    chargedCents === undefined ? undefined : centsText(writer, chargedCents, ["STC", 4]),
    paidCents === undefined ? undefined : centsText(writer, paidCents, ["STC", 5]),
    ...[undefined, undefined, undefined, undefined],
    second,
    third,
    message,
  );
}
