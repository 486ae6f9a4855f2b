import type { Segment } from "../segment.ts";
import type {
  CompiledGuide,
  LoopPlan,
  Qualifier,
  Reach,
  ReachByCode,
  ReachGroup,
  SegmentPlan,
} from "./compile-table.ts";

/** One open loop: how often its items came, and the segments that rules ask for. */
export type Frame = {
  readonly plan: LoopPlan;
  /** By slot of an item. */
  readonly counts: Uint32Array;
  /** First segment of each item, by slot; 0 is the loop's entry. */
  readonly segments: (Segment | undefined)[];
  /** Slots that something stands in, in the order in which it came, and how many there are. */
  readonly used: Uint16Array;
  usedCount: number;
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

type MutableStep = { -readonly [K in keyof Step]: Step[K] };

/** What a walker tells of: loops that end, innermost first. */
export type LoopListener = (frame: Frame) => void;

/** A frame for every loop of a guide. */
export function framesOf(guide: CompiledGuide): Frame[] {
  return guide.loops.map((plan) => ({
    plan,
    counts: new Uint32Array(plan.slots),
    segments: new Array<Segment | undefined>(plan.slots).fill(undefined),
    used: new Uint16Array(plan.slots),
    usedCount: 0,
    order: 0,
  }));
}

/**
 * Follows a compiled guide. A segment belongs to the innermost open loop where it is in order, else to
 * the innermost that has it at all; what fits nowhere leaves the walker where it is.
 */
export class GuideWalker {
  private readonly frames: readonly Frame[];
  private readonly stack: Frame[] = [];
  private readonly onClose: LoopListener;
  private readonly last: MutableStep;
  private codeElement = -1;
  private codeComponent = 0;
  private code: string | undefined;

  /** `frames` are those of `framesOf` the guide; one walker after the other may use them. */
  constructor(guide: CompiledGuide, frames: readonly Frame[], onClose: LoopListener) {
    this.onClose = onClose;
    this.frames = frames;
    const frame = this.open(guide.root, undefined);
    const plan = guide.segments[0] as SegmentPlan;
    this.last = { plan, frame, opens: false, fault: undefined };
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

  /** Where a segment stands. The step is the same object each time; undefined when it fits nowhere. */
  step(segment: Segment): Step | undefined {
    const { plan } = this.current;
    const { idIndex } = segment;
    // Identifiers in lower case have no index, nor have those of few guides.
    const group = idIndex === 0 ? plan.groupsById.get(segment.id) : plan.groups[idIndex];
    if (group === undefined) return undefined;
    const { all } = group;
    const [only] = all;
    if (all.length === 1 && only !== undefined) return this.take(segment, only);
    this.codeElement = -1;
    return (
      this.findByCode(segment, group) ??
      this.find(segment, all, true) ??
      this.awaited(segment, all) ??
      this.find(segment, all, false)
    );
  }

  /** A place in order for a segment whose code is one that tells the places apart. */
  private findByCode(segment: Segment, group: ReachGroup): Step | undefined {
    const { element, component, byCode } = group;
    if (element === 0) return undefined;
    const code =
      component === 0 ? segment.codeNumber(element) : segment.componentNumber(element, component);
    const places = byCode.get(code);
    if (places === undefined) return undefined;
    for (let at = 0; at < places.length; at += 1) {
      const { reach, others } = places[at] as ReachByCode;
      if (reach.order < (this.stack[reach.depth] as Frame).order) continue;
      if (others.length === 0 || this.matches(segment, others)) return this.take(segment, reach);
    }
    return undefined;
  }

  /**
   * The segment that the innermost loop still lacks, whatever its code: a wrong code is then one issue,
   * and not all that would follow from taking the segment for one of a loop further out.
   */
  private awaited(segment: Segment, reach: readonly Reach[]): Step | undefined {
    const [place, next] = reach;
    if (place === undefined || place.depth !== this.stack.length - 1) return undefined;
    if (next?.depth === place.depth || place.candidate.opens !== undefined) return undefined;
    const { counts, order } = this.current;
    const { plan } = place.candidate;
    const isAwaited = plan.required && counts[plan.slot] === 0 && place.order >= order;
    return isAwaited ? this.take(segment, place) : undefined;
  }

  /** Closes all loops, the set last. */
  end(): void {
    this.closeTo(0);
  }

  /** A place in order, else (`inOrder` false) any; last the innermost loop that has the id. */
  private find(segment: Segment, reach: readonly Reach[], inOrder: boolean): Step | undefined {
    for (let at = 0; at < reach.length; at += 1) {
      const place = reach[at] as Reach;
      if (inOrder && place.order < (this.stack[place.depth] as Frame).order) continue;
      if (this.matches(segment, place.candidate.plan.qualifiers)) return this.take(segment, place);
    }
    return inOrder ? undefined : this.byId(segment, reach);
  }

  /** A segment whose qualifier fits no use of its id: the innermost loop that has the id. */
  private byId(segment: Segment, reach: readonly Reach[]): Step | undefined {
    const [place, next] = reach;
    if (place === undefined) return undefined;
    if (next === undefined || next.depth !== place.depth) return this.take(segment, place);
    const frame = this.stack[place.depth] as Frame;
    return this.told(place.candidate.plan, frame, "qualifier");
  }

  private matches(segment: Segment, qualifiers: readonly Qualifier[]): boolean {
    for (let at = 0; at < qualifiers.length; at += 1) {
      const { element, component, codes, only } = qualifiers[at] as Qualifier;
      const code = this.codeAt(segment, element, component);
      if (code === undefined) return false;
      if (only === undefined ? codes.has(code) : code === only) continue;
      const first = firstOf(code, segment.delimiters.repetition);
      if (first === code || !codes.has(first)) return false;
    }
    return true;
  }

  /** The code at a place of the segment; candidates ask for the same one after the other. */
  private codeAt(segment: Segment, element: number, component: number): string | undefined {
    if (this.codeElement === element && this.codeComponent === component) return this.code;
    this.codeElement = element;
    this.codeComponent = component;
    this.code = component === 0 ? segment.text(element) : segment.component(element, component);
    return this.code;
  }

  private take(segment: Segment, { depth, order, candidate }: Reach): Step {
    const { plan, opens } = candidate;
    this.closeTo(depth + 1);
    const parent = this.stack[depth] as Frame;
    const fault = order < parent.order ? "order" : undefined;
    if (fault === undefined) parent.order = order;
    const slot = opens === undefined ? plan.slot : opens.slot;
    const count = parent.counts[slot] ?? 0;
    if (count === 0) parent.used[parent.usedCount++] = slot;
    parent.counts[slot] = count + 1;
    if (opens === undefined) {
      parent.segments[slot] ??= segment;
      return this.told(plan, parent, fault);
    }
    const step = this.told(plan, this.open(opens, segment), fault);
    step.opens = true;
    return step;
  }

  private told(plan: SegmentPlan, frame: Frame, fault: Step["fault"]): MutableStep {
    const { last } = this;
    last.plan = plan;
    last.frame = frame;
    last.opens = false;
    last.fault = fault;
    return last;
  }

  private open(plan: LoopPlan, entry: Segment | undefined): Frame {
    const frame = this.frames[plan.index] as Frame;
    const { counts, segments, used, usedCount } = frame;
    for (let at = 0; at < usedCount; at += 1) {
      const slot = used[at] ?? 0;
      counts[slot] = 0;
      segments[slot] = undefined;
    }
    frame.usedCount = 0;
    frame.order = 0;
    if (entry !== undefined) {
      frame.segments[0] = entry;
      frame.counts[0] = 1;
      used[0] = 0;
      frame.usedCount = 1;
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

/** The first of repeated values: it chooses for all of them. */
function firstOf(code: string, separator: string | undefined): string {
  const at = separator === undefined ? -1 : code.indexOf(separator);
  return at === -1 ? code : code.slice(0, at);
}
