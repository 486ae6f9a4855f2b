import type { LoopWalker } from "./guide.ts";
import type { Segment } from "./segment.ts";
import type { SetContext } from "./set-context.ts";

/** Segments that carry the amounts and levels of their transactions: none may be passed over. */
const essential = new Set(["HL", "CLM", "CLP", "SVC", "CAS", "PLB", "SV1", "SV2", "SV3", "TRN"]);

/**
 * Moves to the loop of a segment and reports one that has no place there: as an error when something
 * that matters is lost or out of its place. False when the segment cannot be read.
 */
export function followGuide(walker: LoopWalker, segment: Segment, context: SetContext): boolean {
  const step = walker.step(segment);
  if (step === "in-place") return true;
  const severity = step === "out-of-place" || essential.has(segment.id) ? "error" : undefined;
  context.report("X12_SEGMENT_UNEXPECTED", { segment, severity });
  return step === "out-of-place";
}
