import type { IssueSeverity, IssueTrigger } from "../issue.ts";
import type { IssueCode } from "../issue-codes.ts";
import type { Segment } from "../segment.ts";
import { codeNumber } from "../segment-ids.ts";
import type { CompiledGuide, LoopPlan, SegmentPlan } from "./compile-table.ts";
import type { Frame } from "./walk.ts";

/**
 * A situational rule as data. It is judged when its loop ends.
 *
 * - A place is `SEG`, `SEG:QUALIFIER`, `SEG.element` or `SEG:QUALIFIER.element-component`, and with a
 *   loop before it (`2000B/SBR.9`) it is that of an enclosing loop or of a loop directly below.
 *   `loop:2310C` is whether a loop below came.
 * - `when` is a list of terms that must all hold: a place (it is there), `!place` (it is not),
 *   `place=A,B` (it has one of these codes), `place!=A,B` (it has none of them).
 * - `need` must then be there; `forbid` must not.
 */
export type SituationRule = {
  readonly code: IssueCode;
  readonly loop: string;
  readonly when: readonly string[];
  readonly need?: string;
  readonly forbid?: string;
  /** Civil dates between which the rule holds; open where absent. */
  readonly from?: string;
  readonly until?: string;
  /** What is said, how seriously and by whose rule; those of the code where absent. */
  readonly message?: string;
  readonly severity?: IssueSeverity;
  readonly source?: string;
};

/** A rule ready to be judged; true when it is broken. */
export type CompiledSituation = {
  readonly rule: SituationRule;
  /** Something that must be there for the rule to be broken, the cheapest that is known. */
  readonly gate: SituationGate | undefined;
  readonly isBroken: (frames: readonly Frame[]) => boolean;
  /** What to point at: a segment of the loop, or its entry, with element and component. */
  readonly at: (frames: readonly Frame[]) => SituationSpot;
  /** The first place of `when` that is there: what made the rule apply. */
  readonly trigger: (frames: readonly Frame[]) => IssueTrigger | undefined;
};

/** A loop, by its index, and the slot of an item in it. */
export type SituationGate = { readonly frame: number; readonly slot: number };

export type SituationSpot = {
  readonly segment: Segment | undefined;
  readonly plan: SegmentPlan | undefined;
  readonly missing: string | undefined;
  readonly element: number | undefined;
  readonly component: number | undefined;
};

type Place = {
  readonly frame: number;
  readonly slot: number;
  readonly plan: SegmentPlan | undefined;
  readonly element: number;
  readonly component: number;
  /** Slot of the loop in its parent when the place stands in a loop below. */
  readonly below: { readonly frame: number; readonly slot: number } | undefined;
};

/** The rules of a loop of a guide, compiled; a rule whose place the guide lacks throws. */
export function compileSituations(
  guide: CompiledGuide,
  rules: readonly SituationRule[],
): CompiledSituation[][] {
  const byLoop: CompiledSituation[][] = guide.loops.map(() => []);
  for (const rule of rules) {
    for (const loop of guide.loops) {
      if (loop.id === rule.loop) byLoop[loop.index]?.push(compileRule(loop, rule, guide));
    }
  }
  return byLoop;
}

function compileRule(loop: LoopPlan, rule: SituationRule, guide: CompiledGuide): CompiledSituation {
  const terms = rule.when.map((term) => compileTerm(loop, term, guide));
  const triggers = rule.when.flatMap((term) => triggerPlace(loop, term, guide) ?? []);
  const present = rule.when
    .filter((term) => !term.startsWith("!") && !term.includes("!=") && !hasEmptyCode(term))
    .map((term) => placeOf(loop, term.split("=")[0] ?? "", guide));
  const place = placeOf(loop, rule.need ?? rule.forbid ?? "", guide);
  const wanted = rule.need !== undefined;
  return {
    rule,
    gate: gateOf(wanted ? present : [...present, place]),
    isBroken: (frames) => terms.every((holds) => holds(frames)) && has(frames, place) !== wanted,
    at: (frames) => spotOf(frames, loop, place),
    trigger: (frames) => triggerOf(frames, triggers, guide),
  };
}

/** The place that a term wants to be there; undefined for one that must be absent, or for a loop. */
function triggerPlace(loop: LoopPlan, term: string, guide: CompiledGuide): Place | undefined {
  const [name = ""] = term.split(/!?=/);
  if (name.startsWith("!") || name.startsWith("loop:") || name === "") return undefined;
  return placeOf(loop, name, guide);
}

function triggerOf(
  frames: readonly Frame[],
  places: readonly Place[],
  guide: CompiledGuide,
): IssueTrigger | undefined {
  for (const place of places) {
    const segment = segmentAt(frames, place);
    if (segment === undefined) continue;
    const loop = guide.loops[place.frame]?.id;
    return {
      segmentId: segment.id,
      segment: segment.number,
      loop: loop === "ST" ? undefined : loop,
      element: place.element || undefined,
      component: place.component || undefined,
    };
  }
  return undefined;
}

/** Of places that must be there the first that may be absent: the segment that opens a loop never is. */
function gateOf(places: readonly Place[]): SituationGate | undefined {
  const gates = places.map(({ frame, slot, below }) => below ?? { frame, slot });
  return gates.find(({ slot }) => slot !== 0);
}

/** Whether a comparison holds for what is absent too. */
function hasEmptyCode(term: string): boolean {
  return term
    .split("=")
    .slice(1)
    .some((list) => list.split(",").includes(""));
}

type Term = (frames: readonly Frame[]) => boolean;

function compileTerm(loop: LoopPlan, term: string, guide: CompiledGuide): Term {
  const compared = /^(.*?)(!?=)(.*)$/.exec(term);
  if (compared !== null) {
    const [, name = "", operator, list = ""] = compared;
    const place = placeOf(loop, name, guide);
    const codes = list.split(",");
    const wanted = operator === "=";
    if (codes.every(({ length }) => length <= 3)) {
      const numbers = codes.map(codeNumber);
      return (frames) => numbers.includes(numberAt(frames, place)) === wanted;
    }
    return (frames) => codes.includes(valueAt(frames, place) ?? "") === wanted;
  }
  const isAbsent = term.startsWith("!");
  const place = placeOf(loop, isAbsent ? term.slice(1) : term, guide);
  return (frames) => has(frames, place) !== isAbsent;
}

function placeOf(from: LoopPlan, text: string, guide: CompiledGuide): Place {
  const opened = /^loop:(.+)$/.exec(text);
  if (opened !== null) {
    const child = childOf(from, opened[1] ?? "", guide);
    return { frame: from.index, slot: child.slot, plan: child.entry, ...whole, below: undefined };
  }
  const parts = /^(?:(\w+)\/)?(\w+)(?::(\w+))?(?:\.(\d+)(?:-(\d+))?)?$/.exec(text);
  if (parts === null) throw new Error(`not a place of a guide: ${text}`);
  const [, loopId, id = "", qualifier, element = "0", component = "0"] = parts;
  const { loop, below } = loopOf(from, loopId, guide);
  const plan = segmentIn(loop, id, qualifier);
  if (plan === undefined) throw new Error(`${guide.table.version} has no ${text} in ${from.id}`);
  const spot = { element: Number(element), component: Number(component) };
  return { frame: loop.index, slot: plan.slot, plan, ...spot, below };
}

const whole = { element: 0, component: 0 };

function loopOf(from: LoopPlan, id: string | undefined, guide: CompiledGuide) {
  if (id === undefined || id === from.id) return { loop: from, below: undefined };
  for (let at = from.parent; at !== undefined; at = at.parent) {
    if (at.id === id) return { loop: at, below: undefined };
    const beside = guide.loops.find((loop) => loop.parent === at && loop.id === id);
    if (beside !== undefined) {
      return { loop: beside, below: { frame: at.index, slot: beside.slot } };
    }
  }
  const loop = guide.loops.find((one) => one.parent === from && one.id === id);
  if (loop !== undefined) return { loop, below: { frame: from.index, slot: loop.slot } };
  // A claim below the subscriber has no patient level above it: nothing of that level is there.
  const elsewhere = guide.loops.find((one) => one.id === id);
  if (elsewhere === undefined) throw new Error(`${guide.table.version} has no loop ${id}`);
  return { loop: elsewhere, below: { frame: from.index, slot: neverCounted } };
}

const neverCounted = 0xffff;

function childOf(from: LoopPlan, id: string, guide: CompiledGuide): LoopPlan {
  const child = guide.loops.find((loop) => loop.parent === from && loop.id === id);
  if (child === undefined) throw new Error(`${guide.table.version} has no ${id} below ${from.id}`);
  return child;
}

function segmentIn(
  loop: LoopPlan,
  id: string,
  qualifier: string | undefined,
): SegmentPlan | undefined {
  if (loop.entry?.id === id && qualifier === undefined) return loop.entry;
  return loop.candidates
    .get(id)
    ?.find(
      ({ plan, opens }) =>
        opens === undefined &&
        (qualifier === undefined || plan.qualifiers.some(({ codes }) => codes.has(qualifier))),
    )?.plan;
}

function segmentAt(frames: readonly Frame[], place: Place): Segment | undefined {
  const { below } = place;
  if (below !== undefined && !frames[below.frame]?.counts[below.slot]) return undefined;
  return frames[place.frame]?.segments[place.slot];
}

function valueAt(frames: readonly Frame[], place: Place): string | undefined {
  const segment = segmentAt(frames, place);
  if (place.component > 0) return segment?.component(place.element, place.component);
  return segment?.text(place.element);
}

/** The same as `codeNumber` gives it; that of "" where nothing is. */
function numberAt(frames: readonly Frame[], place: Place): number {
  const segment = segmentAt(frames, place);
  if (segment === undefined) return noCode;
  if (place.component > 0) return segment.componentNumber(place.element, place.component);
  return segment.codeNumber(place.element);
}

const noCode = codeNumber("");

function has(frames: readonly Frame[], place: Place): boolean {
  if (place.element > 0) return numberAt(frames, place) !== noCode;
  if (place.below !== undefined) return segmentAt(frames, place) !== undefined;
  return (frames[place.frame]?.counts[place.slot] ?? 0) > 0;
}

function spotOf(frames: readonly Frame[], loop: LoopPlan, place: Place): SituationSpot {
  const found = segmentAt(frames, place);
  const entry = frames[loop.index]?.segments[0];
  if (found !== undefined && place.element > 0) {
    const { element, component } = place;
    const part = component > 0 ? component : undefined;
    return { segment: found, plan: place.plan, missing: undefined, element, component: part };
  }
  const missing = found === undefined ? place.plan?.id : undefined;
  return {
    segment: found ?? entry,
    plan: place.plan,
    missing,
    element: undefined,
    component: undefined,
  };
}
