import type { Segment } from "../segment.ts";
import type {
  Candidate,
  CompiledGuide,
  LoopPlan,
  Qualifier,
  Reach,
  SegmentPlan,
} from "../validate/compile-table.ts";
import { framesOf, GuideWalker } from "../validate/walk.ts";

/** Where a segment stands in its guide. */
export type LoopStep = {
  /** The loop that the segment belongs to: the one before it where it fits nowhere. */
  readonly loop: LoopPlan;
  /** Undefined where the guide has no such segment in reach. */
  readonly plan: SegmentPlan | undefined;
  /** Whether the segment opens the loop. */
  readonly opens: boolean;
};

/**
 * Follows a compiled guide only to tell loops, as the validator does but without judging. From the middle
 * of a set on, a segment belongs to the innermost open loop where it is in order, else to the innermost
 * that has it at all.
 */
export class LoopFollower {
  private readonly guide: CompiledGuide;
  private at: LoopPlan;
  /** By depth: the order of the last item in place. */
  private orders: number[] = [0];
  /** Whether nothing has been placed since the follower was set down in the middle of a set. */
  private isLost: boolean;
  /** What the validator follows; it needs the set from its beginning. */
  private readonly walker: GuideWalker | undefined;

  constructor(guide: CompiledGuide, start: { readonly inMiddle: boolean } = { inMiddle: false }) {
    this.guide = guide;
    this.at = guide.root;
    this.isLost = start.inMiddle;
    this.walker = start.inMiddle ? undefined : new GuideWalker(guide, framesOf(guide), () => {});
  }

  step(segment: Segment): LoopStep {
    return this.walker === undefined ? this.stepFromMiddle(segment) : walk(this.walker, segment);
  }

  private stepFromMiddle(segment: Segment): LoopStep {
    if (this.isLost) {
      const found = this.entryAnywhere(segment);
      if (found !== undefined) return this.open(found);
      if (!this.at.candidates.has(segment.id)) return this.unplaced();
    }
    const reach = this.at.reach.get(segment.id);
    if (reach === undefined) return this.unplaced();
    const place = this.choose(segment, reach);
    return place === undefined ? this.byId(reach) : this.take(place);
  }

  /** A segment whose code fits no use of its id stands in the innermost loop that has the id. */
  private byId(reach: readonly Reach[]): LoopStep {
    const [place, next] = reach;
    if (place === undefined) return this.unplaced();
    if (next === undefined || next.depth !== place.depth) return this.take(place);
    let loop = this.at;
    while (loop.depth > place.depth && loop.parent !== undefined) loop = loop.parent;
    return { loop, plan: undefined, opens: false };
  }

  private choose(segment: Segment, reach: readonly Reach[]): Reach | undefined {
    const fits = (place: Reach) => matches(segment, place.candidate);
    const inOrder = (place: Reach) => place.order >= (this.orders[place.depth] ?? 0);
    return (
      reach.find((place) => inOrder(place) && fits(place)) ??
      this.awaited(reach) ??
      reach.find(fits)
    );
  }

  /** The segment that the innermost loop still lacks, whatever its code, as the validator takes it. */
  private awaited([place, next]: readonly Reach[]): Reach | undefined {
    if (place === undefined || place.depth !== this.at.depth) return undefined;
    if (next?.depth === place.depth || place.candidate.opens !== undefined) return undefined;
    const isAwaited =
      place.candidate.plan.required && place.order > (this.orders[place.depth] ?? 0);
    return isAwaited ? place : undefined;
  }

  private take({ depth, order, candidate }: Reach): LoopStep {
    while (this.at.depth > depth && this.at.parent !== undefined) this.at = this.at.parent;
    this.orders.length = depth + 1;
    this.orders[depth] = Math.max(order, this.orders[depth] ?? 0);
    if (candidate.opens !== undefined) return this.open(candidate.opens);
    return { loop: this.at, plan: candidate.plan, opens: false };
  }

  private open(loop: LoopPlan): LoopStep {
    this.isLost = false;
    this.at = loop;
    for (let at: LoopPlan | undefined = loop; at?.parent !== undefined; at = at.parent) {
      this.orders[at.depth - 1] = Math.max(at.order, this.orders[at.depth - 1] ?? 0);
    }
    this.orders[loop.depth] = 0;
    this.orders.length = loop.depth + 1;
    return { loop, plan: loop.entry, opens: true };
  }

  private unplaced(): LoopStep {
    return { loop: this.at, plan: undefined, opens: false };
  }

  /** The first loop of the guide that such a segment opens; for reading on from the middle of a set. */
  private entryAnywhere(segment: Segment): LoopPlan | undefined {
    return this.guide.loops.find(
      (loop) =>
        loop.entry?.id === segment.id && matches(segment, { plan: loop.entry, opens: loop }),
    );
  }
}

function walk(walker: GuideWalker, segment: Segment): LoopStep {
  const step = walker.step(segment);
  walker.presumed = undefined;
  if (step === undefined) return { loop: walker.current.plan, plan: undefined, opens: false };
  const { plan, frame, opens, fault } = step;
  const isPlaced = fault === undefined || fault === "order";
  return { loop: frame.plan, plan: isPlaced ? plan : undefined, opens };
}

function matches(segment: Segment, { plan }: Candidate): boolean {
  return plan.qualifiers.every((qualifier) => hasCode(segment, qualifier));
}

function hasCode(segment: Segment, { element, component, codes }: Qualifier): boolean {
  const code = component === 0 ? segment.text(element) : segment.component(element, component);
  if (code === undefined) return false;
  const { repetition } = segment.delimiters;
  const first = repetition === undefined ? code : (code.split(repetition)[0] ?? "");
  return codes.has(code) || codes.has(first);
}
