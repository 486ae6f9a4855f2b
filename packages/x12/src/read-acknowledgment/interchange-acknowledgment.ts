import type { InterchangeAcknowledgment } from "../acknowledgment.ts";
import { type Segment, segmentRange } from "../segment.ts";
import type { InterchangeHeader } from "../transaction.ts";
import { civilDateOfSixDigits } from "../values.ts";

/** TA1 (X12.5 appendix). Elements that are missing are empty texts. */
export function interchangeAcknowledgmentOf(
  segment: Segment,
  interchange: InterchangeHeader,
): InterchangeAcknowledgment {
  return {
    interchange,
    range: segmentRange(segment),
    controlNumber: segment.text(1) ?? "",
    date: civilDateOfSixDigits(segment.text(2) ?? ""),
    time: segment.text(3) ?? "",
    code: segment.text(4) ?? "",
    noteCode: segment.text(5) ?? "",
  };
}
