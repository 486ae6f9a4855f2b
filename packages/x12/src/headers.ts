import type { Segment } from "./segment.ts";
import type { GroupHeader, InterchangeHeader } from "./transaction.ts";
import { civilDate, civilDateOfSixDigits } from "./values.ts";

const trimmed = (segment: Segment, element: number): string =>
  (segment.element(element) ?? "").trim();

/** ISA: identifiers without their padding. */
export function interchangeHeaderOf(segment: Segment): InterchangeHeader {
  return {
    senderQualifier: trimmed(segment, 5),
    senderId: trimmed(segment, 6),
    receiverQualifier: trimmed(segment, 7),
    receiverId: trimmed(segment, 8),
    date: civilDateOfSixDigits(trimmed(segment, 9)),
    time: trimmed(segment, 10),
    controlNumber: trimmed(segment, 13),
    isTest: trimmed(segment, 15) === "T",
    delimiters: segment.delimiters,
    position: segment.position,
  };
}

/** GS. */
export function groupHeaderOf(segment: Segment): GroupHeader {
  const date = trimmed(segment, 4);
  return {
    functionalId: trimmed(segment, 1),
    senderCode: trimmed(segment, 2),
    receiverCode: trimmed(segment, 3),
    date: date.length === 6 ? civilDateOfSixDigits(date) : civilDate(date),
    controlNumber: trimmed(segment, 6),
    version: trimmed(segment, 8),
    position: segment.position,
  };
}

/** The group of a set that stands outside of any: everything is unknown. */
export function missingGroupHeader(segment: Segment): GroupHeader {
  return {
    functionalId: "",
    senderCode: "",
    receiverCode: "",
    date: undefined,
    controlNumber: "",
    version: "",
    position: segment.position,
  };
}

/** How a trailer's control number agrees with its header's. */
export function compareControlNumbers(
  header: string,
  trailer: string,
): "equal" | "equal-as-number" | "different" {
  if (header === trailer) return "equal";
  const stripped = (text: string) => text.replace(/^0+(?=.)/, "");
  return stripped(header) === stripped(trailer) ? "equal-as-number" : "different";
}
