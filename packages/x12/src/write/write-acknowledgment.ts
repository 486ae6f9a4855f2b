import type {
  ImplementationAcknowledgment,
  ImplementationElementError,
  ImplementationSegmentError,
  InterchangeAcknowledgment,
  SetAcknowledgment,
  SituationalTrigger,
} from "../acknowledgment.ts";
import { businessUnitOf, situationalTrigger } from "../read-acknowledgment/business-units.ts";
import { eightDigits } from "../values.ts";
import type { SegmentWriter } from "./segment-writer.ts";
import {
  isTime,
  type SetContent,
  type WriteEnvelope,
  type WriteResult,
  writeInterchange,
  writeOutsideGroup,
} from "./write-interchange.ts";

/** A TA1 to write. */
export type WritableInterchangeAcknowledgment = Omit<
  InterchangeAcknowledgment,
  "interchange" | "range"
>;

/** Writes TA1 segments (X12.5) in an interchange without groups. */
export function writeTA1(
  acknowledgments: readonly WritableInterchangeAcknowledgment[],
  envelope: WriteEnvelope,
): WriteResult {
  return writeOutsideGroup(envelope, (writer) => {
    acknowledgments.forEach((acknowledgment, position) => {
      writer.claim = position;
      writeInterchangeAnswer(writer, acknowledgment);
    });
  });
}

function writeInterchangeAnswer(
  writer: SegmentWriter,
  answer: WritableInterchangeAcknowledgment,
): void {
  const { controlNumber, date, time, code, noteCode } = answer;
  const digits = date === undefined ? undefined : eightDigits(date);
  if (digits === undefined) writer.refuse("not-a-date", "TA1", 2);
  if (!isTime(time)) writer.refuse("not-a-date", "TA1", 3);
  if (controlNumber === "") writer.refuse("missing", "TA1", 1);
  if (code === "") writer.refuse("missing", "TA1", 4);
  if (noteCode === "") writer.refuse("missing", "TA1", 5);
  writer.write("TA1", controlNumber.padStart(9, "0"), digits?.slice(2), time, code, noteCode);
}

/** A 999 to write: the answer to one functional group. */
export type WritableImplementationAcknowledgment = Omit<
  ImplementationAcknowledgment,
  "header" | "range" | "sets"
> & { readonly sets: readonly WritableSetAcknowledgment[] };

export type WritableSetAcknowledgment = Omit<SetAcknowledgment, "range">;

/** Writes implementation acknowledgments (005010X231A1), each as a transaction set. */
export function write999(
  acknowledgments: Iterable<WritableImplementationAcknowledgment>,
  envelope: WriteEnvelope,
): WriteResult {
  return writeInterchange(envelope, acknowledgmentSets(acknowledgments));
}

function* acknowledgmentSets(
  acknowledgments: Iterable<WritableImplementationAcknowledgment>,
): Generator<SetContent> {
  for (const acknowledgment of acknowledgments) {
    const write = (writer: SegmentWriter) => writeGroupAnswer(writer, acknowledgment);
    yield { setId: "999", version: "005010X231A1", functionalId: "FA", write };
  }
}

function writeGroupAnswer(
  writer: SegmentWriter,
  acknowledgment: WritableImplementationAcknowledgment,
): void {
  const { functionalId, groupControlNumber, version, sets, code, errorCodes } = acknowledgment;
  const { setsIncluded, setsReceived, setsAccepted } = acknowledgment;
  if (functionalId === "") writer.refuse("missing", "AK1", 1);
  if (groupControlNumber === "") writer.refuse("missing", "AK1", 2);
  writer.write("AK1", functionalId, groupControlNumber, version);
  sets.forEach((set, position) => {
    writer.claim = position;
    writeSetAnswer(writer, set, functionalId);
  });
  writer.claim = undefined;
  const counts = [setsIncluded, setsReceived, setsAccepted];
  if (code === "") writer.refuse("missing", "AK9", 1);
  counts.forEach((count, index) => {
    if (count === undefined) writer.refuse("missing", "AK9", index + 2);
    else if (!Number.isSafeInteger(count) || count < 0)
      writer.refuse("not-a-number", "AK9", index + 2);
  });
  if (errorCodes.length > 5) writer.refuse("out-of-range", "AK9");
  writer.write("AK9", code, ...counts.map((count) => count?.toString()), ...errorCodes);
}

function writeSetAnswer(
  writer: SegmentWriter,
  set: WritableSetAcknowledgment,
  functionalId: string,
): void {
  if (set.setId === "") writer.refuse("missing", "AK2", 1);
  if (set.controlNumber === "") writer.refuse("missing", "AK2", 2);
  writer.write("AK2", set.setId, set.controlNumber, set.version);
  for (const error of set.errors) {
    writeSegmentError(writer, error);
    writeTriggers(writer, error.triggers);
    writeUnits(writer, error, functionalId);
    for (const element of error.elements) writeElementError(writer, element);
  }
  if (set.code === "") writer.refuse("missing", "IK5", 1);
  if (set.errorCodes.length > 5) writer.refuse("out-of-range", "IK5");
  writer.write("IK5", set.code, ...set.errorCodes);
}

function writeTriggers(writer: SegmentWriter, triggers: readonly SituationalTrigger[] = []): void {
  for (const { segmentId, segmentInSet, loop, element, component, repetition } of triggers) {
    if (segmentId === "") writer.refuse("missing", "CTX", 2);
    if (segmentInSet === undefined) writer.refuse("missing", "CTX", 3);
    const place = [element, component, repetition].map((number) => number?.toString());
    const position = segmentInSet?.toString();
    writer.write("CTX", [situationalTrigger], segmentId, position, loop, place);
  }
}

/** The references of the business unit, all in one CTX as repetitions. */
function writeUnits(
  writer: SegmentWriter,
  { contexts, contextNames = [] }: ImplementationSegmentError,
  functionalId: string,
): void {
  if (contexts.length === 0) return;
  if (contexts.length > 10) writer.refuse("out-of-range", "CTX", 1);
  const implied = businessUnitOf(functionalId);
  const composites = contexts.map((reference, at) => [contextNames[at] ?? implied, reference]);
  writer.write("CTX", { composites });
}

function writeSegmentError(writer: SegmentWriter, error: ImplementationSegmentError): void {
  const { segmentId, segmentInSet, loop, errorCode } = error;
  if (segmentId === "") writer.refuse("missing", "IK3", 1);
  if (segmentInSet === undefined) writer.refuse("missing", "IK3", 2);
  writer.write("IK3", segmentId, segmentInSet?.toString(), loop, errorCode);
}

function writeElementError(writer: SegmentWriter, error: ImplementationElementError): void {
  const { element, component, repetition, errorCode } = error;
  if (element === undefined) writer.refuse("missing", "IK4", 1);
  if (errorCode === "") writer.refuse("missing", "IK4", 3);
  const place = [element, component, repetition].map((number) => number?.toString());
  writer.write("IK4", place, error.dataElement, errorCode, error.badValue);
  writeTriggers(writer, error.triggers);
}
