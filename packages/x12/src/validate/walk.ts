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
  /**
   * `order`: it comes too late; `qualifier`: no use of its id has its code; `follow-up`: it fits nowhere
   * after one that fitted nowhere, and may belong to that one.
   */
  readonly fault: "order" | "qualifier" | "follow-up" | undefined;
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
 * the innermost that has it at all; what fits nowhere leaves the walker where it is. One fault shall not
 * become many: a segment out of its order closes no loop that still lacks something, and a loop that must
 * come is taken as begun by what follows its missing first segment.
 */
export class GuideWalker {
  private readonly frames: readonly Frame[];
  private readonly stack: Frame[] = [];
  private readonly onClose: LoopListener;
  private readonly last: MutableStep;
  private codeElement = -1;
  private codeComponent = 0;
  private code: string | undefined;
  /** Whether the last segments fitted nowhere, so that those after them may belong to them. */
  private isAdrift = false;
  /** The loop whose first segment is missing before the last one; whoever has told of it clears it. */
  presumed: Frame | undefined;

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
    this.codeElement = -1;
    const inOrder = group === undefined ? undefined : this.inOrder(segment, group);
    if (inOrder !== undefined) {
      this.isAdrift = false;
      return inOrder;
    }
    return this.stray(segment, group?.all ?? []);
  }

  private inOrder(segment: Segment, group: ReachGroup): Step | undefined {
    const { all } = group;
    const [only] = all;
    if (all.length === 1 && only !== undefined) {
      return this.takesOnly(segment, only) ? this.take(segment, only) : undefined;
    }
    return (
      this.findByCode(segment, group) ??
      this.find(segment, all) ??
      this.awaited(segment, all) ??
      this.awaitedLoop(segment, all)
    );
  }

  /** Whether the only place of a segment's id is where it stands, and not one that is taken already. */
  private takesOnly(segment: Segment, { depth, order, candidate }: Reach): boolean {
    const { plan, opens } = candidate;
    const { order: reached, counts } = this.stack[depth] as Frame;
    const { slot, most } = opens ?? plan;
    const isHere = depth === this.stack.length - 1 && !this.isAdrift;
    if ((counts[slot] ?? 0) < most) return order >= reached || isHere;
    return order >= reached && !this.isAdrift && hasItsCodes(segment, plan);
  }

  /** What is not in its place: the loop before it may lack its beginning, or it comes too late. */
  private stray(segment: Segment, reach: readonly Reach[]): Step | undefined {
    const step =
      this.presume(segment) ??
      (this.isAdrift ? undefined : this.misplaced(segment, reach)) ??
      this.byId(segment, reach);
    const opensLoops = reach.some(({ candidate }) => candidate.opens !== undefined);
    const fitsNowhere = step === undefined || (step.fault === "qualifier" && opensLoops);
    const isFollowUp = this.isAdrift && (step === undefined || step.fault === "qualifier");
    this.isAdrift = isFollowUp || fitsNowhere;
    if (isFollowUp) return this.told(this.last.plan, this.current, "follow-up");
    return step;
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

  /** A loop that must still come, begun by a segment of its kind whose code is wrong. */
  private awaitedLoop(segment: Segment, reach: readonly Reach[]): Step | undefined {
    for (const place of reach) {
      const { opens } = place.candidate;
      if (opens?.required === true && this.lacks(opens, place.depth)) {
        return this.take(segment, place);
      }
    }
    return undefined;
  }

  /** Whether a loop must still come below the open one of a depth. */
  private lacks({ required, slot, order, entry }: LoopPlan, depth: number): boolean {
    const { counts, order: reached, segments } = this.stack[depth] as Frame;
    if (counts[slot] !== 0 || order < reached) return false;
    // HL04 says that there are levels below.
    return required || (entry?.id === "HL" && segments[0]?.text(4) === "1");
  }

  /** Opens a loop that must come and whose first segment is missing, as this one would be next in it. */
  private presume(segment: Segment): Step | undefined {
    for (let depth = this.stack.length - 1; depth >= 0; depth -= 1) {
      const parent = this.stack[depth] as Frame;
      const missing = loopsThatMayLack(parent.plan).find(
        (loop) => this.lacks(loop, depth) && this.begins(segment, loop),
      );
      if (missing === undefined) continue;
      this.closeTo(depth + 1);
      parent.order = missing.order;
      parent.counts[missing.slot] = 1;
      parent.used[parent.usedCount++] = missing.slot;
      this.presumed = this.open(missing, undefined);
      return this.step(segment);
    }
    return undefined;
  }

  /** Whether a segment stands in a loop with nothing before it that the loop must have. */
  private begins(segment: Segment, { candidates, requiredItems }: LoopPlan): boolean {
    return (candidates.get(segment.id) ?? []).some(({ plan, opens }) => {
      const { order } = opens ?? plan;
      const isNext = requiredItems.every((item) => item.order >= order);
      return isNext && this.matches(segment, plan.qualifiers) && hasItsCodes(segment, plan);
    });
  }

  /** Closes all loops, the set last. */
  end(): void {
    this.closeTo(0);
  }

  private find(segment: Segment, reach: readonly Reach[]): Step | undefined {
    for (let at = 0; at < reach.length; at += 1) {
      const place = reach[at] as Reach;
      if (place.order < (this.stack[place.depth] as Frame).order) continue;
      if (this.matches(segment, place.candidate.plan.qualifiers)) return this.take(segment, place);
    }
    return undefined;
  }

  /** A segment that comes too late: it is counted where it belongs, and loops that lack nothing end. */
  private misplaced(segment: Segment, reach: readonly Reach[]): Step | undefined {
    for (const place of reach) {
      const { plan, opens } = place.candidate;
      const { counts } = this.stack[place.depth] as Frame;
      const { slot, most } = opens ?? plan;
      if ((counts[slot] ?? 0) >= most || !this.matches(segment, plan.qualifiers)) continue;
      const isHere = place.depth === this.stack.length - 1;
      if (isHere || this.isWholeAbove(place.depth)) return this.take(segment, place);
      if (opens === undefined && hasItsCodes(segment, plan)) return this.note(segment, place);
    }
    return undefined;
  }

  /** Whether nothing is missing in the loops that are open above a depth. */
  private isWholeAbove(depth: number): boolean {
    return this.stack
      .slice(depth + 1)
      .every(({ plan, counts }) => plan.requiredItems.every(({ slot }) => counts[slot] !== 0));
  }

  /** Counts a segment in a loop further out, while those within stay open. */
  private note(segment: Segment, { depth, candidate }: Reach): Step {
    const frame = this.stack[depth] as Frame;
    const { plan } = candidate;
    const count = frame.counts[plan.slot] ?? 0;
    if (count === 0) frame.used[frame.usedCount++] = plan.slot;
    frame.counts[plan.slot] = count + 1;
    frame.segments[plan.slot] ??= segment;
    return this.told(plan, frame, "order");
  }

  /** A segment whose qualifier fits no use of its id: the innermost loop that has the id. */
  private byId(segment: Segment, reach: readonly Reach[]): Step | undefined {
    const [place, next] = reach;
    if (place === undefined) return undefined;
    const frame = this.stack[place.depth] as Frame;
    const isHere = place.depth === this.stack.length - 1;
    const isAlone = next === undefined || next.depth !== place.depth;
    if (isAlone) {
      const { slot, most } = place.candidate.opens ?? place.candidate.plan;
      const isFree = (frame.counts[slot] ?? 0) < most && !this.isAdrift;
      return isFree && (isHere || place.order >= frame.order)
        ? this.take(segment, place)
        : undefined;
    }
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

/** Loops below one that must come, or that HL04 announces. */
function loopsThatMayLack({ requiredItems, candidates }: LoopPlan): readonly LoopPlan[] {
  const required = requiredItems.flatMap((item) => ("entry" in item ? [item] : []));
  const levels = (candidates.get("HL") ?? []).flatMap(({ opens }) => opens ?? []);
  return [...required, ...levels.filter((loop) => !loop.required)];
}

/** Whether the required codes of a segment are those of a plan, also where none tells it from others. */
function hasItsCodes(segment: Segment, { elements }: SegmentPlan): boolean {
  return elements.every(({ usage, codes, position }) => {
    if (usage !== "required" || codes === undefined) return true;
    return codes.has(segment.text(position) ?? "");
  });
}

/** The first of repeated values: it chooses for all of them. */
function firstOf(code: string, separator: string | undefined): string {
  const at = separator === undefined ? -1 : code.indexOf(separator);
  return at === -1 ? code : code.slice(0, at);
}
