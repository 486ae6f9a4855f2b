import type { Segment } from "../segment.ts";
import type {
  Candidate,
  CompiledGuide,
  LoopPlan,
  Qualifier,
  SegmentPlan,
} from "./compile-table.ts";

/** One open loop: how often its items came, and the segments that rules ask for. */
export type Frame = {
  readonly plan: LoopPlan;
  /** By slot of an item. */
  readonly counts: Uint32Array;
  /** First segment of each item, by slot; 0 is the loop's entry. */
  readonly segments: (Segment | undefined)[];
  /** Order of the last item in place. */
  order: number;
};

/** Where a segment stands, and how well it fits. */
export type Step = {
  readonly plan: SegmentPlan;
  readonly frame: Frame;
  readonly opens: boolean;
  /** `order`: it comes too late; `qualifier`: no use of its id has its code. */
  readonly fault: "order" | "qualifier" | undefined;
};

/** What a walker tells of: loops that end, innermost first. */
export type LoopListener = (frame: Frame) => void;

/**
 * Follows a compiled guide. A segment belongs to the innermost open loop where it is in order, else to
 * the innermost that has it at all; what fits nowhere leaves the walker where it is.
 */
export class GuideWalker {
  private readonly frames: Frame[];
  private readonly stack: Frame[] = [];
  private readonly onClose: LoopListener;

  constructor(guide: CompiledGuide, onClose: LoopListener) {
    this.onClose = onClose;
    this.frames = guide.loops.map((plan) => ({
      plan,
      counts: new Uint32Array(plan.slots),
      segments: new Array<Segment | undefined>(plan.slots).fill(undefined),
      order: 0,
    }));
    this.open(guide.root, undefined);
  }

  /** The innermost open loop. */
  get current(): Frame {
    return this.stack[this.stack.length - 1] as Frame;
  }

  /** The last state of a loop, open or closed. */
  frameOf(plan: LoopPlan): Frame {
    return this.frames[plan.index] as Frame;
  }

  /** Every loop's state by its index. */
  get allFrames(): readonly Frame[] {
    return this.frames;
  }

  step(segment: Segment): Step | undefined {
    return this.find(segment, "in-order") ?? this.find(segment, "any-order") ?? this.byId(segment);
  }

  /** Closes all loops, the set last. */
  end(): void {
    this.closeTo(0);
  }

  private find(segment: Segment, order: "in-order" | "any-order"): Step | undefined {
    for (let depth = this.stack.length - 1; depth >= 0; depth -= 1) {
      const frame = this.stack[depth] as Frame;
      const candidates = frame.plan.candidates.get(segment.id);
      if (candidates === undefined) continue;
      for (const candidate of candidates) {
        const at = candidate.opens?.order ?? candidate.plan.order;
        if (order === "in-order" && at < frame.order) continue;
        if (!matches(segment, candidate.plan.qualifiers)) continue;
        return this.take(segment, depth, candidate);
      }
    }
    return undefined;
  }

  /** A segment whose qualifier fits no use of its id: the innermost loop that has the id. */
  private byId(segment: Segment): Step | undefined {
    for (let depth = this.stack.length - 1; depth >= 0; depth -= 1) {
      const frame = this.stack[depth] as Frame;
      const candidates = frame.plan.candidates.get(segment.id);
      const [only] = candidates ?? [];
      if (candidates === undefined || only === undefined) continue;
      if (candidates.length === 1) return this.take(segment, depth, only);
      return { plan: only.plan, frame, opens: false, fault: "qualifier" };
    }
    return undefined;
  }

  private take(segment: Segment, depth: number, { plan, opens }: Candidate): Step {
    this.closeTo(depth + 1);
    const parent = this.stack[depth] as Frame;
    const at = opens?.order ?? plan.order;
    const fault = at < parent.order ? "order" : undefined;
    if (fault === undefined) parent.order = at;
    const slot = opens?.slot ?? plan.slot;
    parent.counts[slot] = (parent.counts[slot] ?? 0) + 1;
    if (opens === undefined) {
      parent.segments[slot] ??= segment;
      return { plan, frame: parent, opens: false, fault };
    }
    return { plan, frame: this.open(opens, segment), opens: true, fault };
  }

  private open(plan: LoopPlan, entry: Segment | undefined): Frame {
    const frame = this.frames[plan.index] as Frame;
    frame.counts.fill(0);
    frame.segments.fill(undefined);
    frame.order = 0;
    if (entry !== undefined) {
      frame.segments[0] = entry;
      frame.counts[0] = 1;
    }
    this.stack.push(frame);
    return frame;
  }

  private closeTo(depth: number): void {
    while (this.stack.length > depth) {
      this.onClose(this.current);
      this.stack.pop();
    }
  }
}

function matches(segment: Segment, qualifiers: readonly Qualifier[]): boolean {
  for (const { element, component, codes } of qualifiers) {
    const code = component === 0 ? segment.text(element) : segment.component(element, component);
    if (code === undefined) return false;
    if (!codes.has(code) && !codes.has(firstOf(code, segment.delimiters.repetition))) return false;
  }
  return true;
}

/** The first of repeated values: it chooses for all of them. */
function firstOf(code: string, separator: string | undefined): string {
  const at = separator === undefined ? -1 : code.indexOf(separator);
  return at === -1 ? code : code.slice(0, at);
}
