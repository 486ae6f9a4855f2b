import type { Segment } from "../segment.ts";
import type { SegmentSource } from "../segment-source.ts";
import type { SegmentPlan } from "./compile-table.ts";

/** Segments remembered of each use, by the last bits of their last byte. */
const perPlan = 8;

/**
 * Segments of the open chunk that were found clean, by their use: many are repeated as they are, and
 * comparing bytes takes less time than judging them again.
 */
export class CleanSegments {
  private source: SegmentSource | undefined;
  private readonly starts: Int32Array;
  private readonly lengths: Int32Array;

  /** For a guide with that many uses of segments. */
  constructor(plans: number) {
    this.starts = new Int32Array(plans * perPlan);
    this.lengths = new Int32Array(plans * perPlan);
  }

  /** What was clean in one set need not be so in the next, which may be of another day. */
  clear(): void {
    this.source = undefined;
  }

  has(segment: Segment, plan: SegmentPlan): boolean {
    const { source, start, end } = segment;
    if (source !== this.source) {
      this.source = source;
      this.lengths.fill(0);
      return false;
    }
    const { bytes } = source;
    const slot = slotOf(bytes, end, plan);
    const length = end - start;
    if (this.lengths[slot] !== length) return false;
    const shift = (this.starts[slot] ?? 0) - start;
    for (let at = end - 1; at >= start; at -= 1) if (bytes[at] !== bytes[at + shift]) return false;
    return true;
  }

  /** Remembers a segment that `has` was just asked for. */
  add({ source, start, end }: Segment, plan: SegmentPlan): void {
    const slot = slotOf(source.bytes, end, plan);
    this.starts[slot] = start;
    this.lengths[slot] = end - start;
  }
}

function slotOf(bytes: Uint8Array, end: number, plan: SegmentPlan): number {
  return plan.index * perPlan + ((bytes[end - 1] ?? 0) & (perPlan - 1));
}
