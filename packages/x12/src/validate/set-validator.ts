import type { IssueSeverity } from "../issue.ts";
import { type IssueCode, issueCodes } from "../issue-codes.ts";
import type { Segment } from "../segment.ts";
import type { IssuePlace, SetContext, SetReader } from "../set-context.ts";
import { SegmentAcceptor } from "./accept-segment.ts";
import { type ElementPlace, SegmentChecker } from "./check-segment.ts";
import type { CleanSegments } from "./clean-segments.ts";
import type { CodeChecks } from "./code-checks.ts";
import type { CompiledGuide, LoopPlan, SegmentPlan } from "./compile-table.ts";
import { FollowUps } from "./follow-ups.ts";
import { HierarchyChecker } from "./hierarchy.ts";
import type { OpenRuleSet, RuleSet } from "./rule-set.ts";
import type { CompiledSituation } from "./situation.ts";
import { type Frame, GuideWalker, type Step } from "./walk.ts";

/** Whether a file is one that we send or one that we receive. */
export type ValidationProfile = "strict" | "received";

/** A guide with its rules, compiled once for all sets of a file. */
export type GuideRules = {
  readonly guide: CompiledGuide;
  /** By loop index. */
  readonly situations: readonly (readonly CompiledSituation[])[];
  readonly rules: readonly OpenRuleSet[];
};

export type SetValidation = {
  readonly rules: GuideRules;
  /** Used by one set after the other. */
  readonly frames: readonly Frame[];
  readonly clean: CleanSegments;
  readonly codes: CodeChecks;
  readonly profile: ValidationProfile;
  readonly today: string | undefined;
};

/** Judges the segments of one set by its guide. Memory is bounded by one loop of each kind. */
export class SetValidator implements SetReader {
  private readonly context: SetContext;
  private readonly validation: SetValidation;
  private readonly walker: GuideWalker;
  private readonly acceptor: SegmentAcceptor;
  private readonly checker: SegmentChecker;
  private readonly hierarchy: HierarchyChecker;
  private readonly followUps = new FollowUps();
  /** What the guide requires and the loop that ends has not. */
  private readonly lacking = new Set<SegmentPlan>();
  /** First segments that are missing from loops that were taken as begun. */
  private readonly presumedEntries = new Set<SegmentPlan>();
  private readonly segmentHandlers: ((segment: Segment, frame: Frame) => void)[][] = [];
  private readonly loopHandlers: ((frame: Frame) => void)[][] = [];
  private readonly openHandlers: ((frame: Frame) => void)[][] = [];

  constructor(context: SetContext, validation: SetValidation) {
    this.context = context;
    this.validation = validation;
    const { guide, rules } = validation.rules;
    this.walker = new GuideWalker(guide, validation.frames, (frame) => this.close(frame));
    this.acceptor = new SegmentAcceptor(validation.codes);
    this.checker = new SegmentChecker(validation.codes, (code, place) =>
      this.reportElement(code, place),
    );
    const report = (code: IssueCode, place: IssuePlace) => this.report(code, place);
    this.hierarchy = new HierarchyChecker(report);
    const frames = this.walker.allFrames;
    const { today } = validation;
    const on = context.header.group.date;
    validation.codes.on = on;
    validation.clean.clear();
    for (const open of rules)
      this.watch(
        guide,
        open({ guide, report, frames, today, on, strays: () => this.followUps.strays }),
      );
  }

  read(segment: Segment): void {
    if (this.isTwice(segment)) {
      this.report("X12_LOOP_REPEATED", { segment });
      return;
    }
    const step = this.walker.step(segment);
    if (step === undefined) {
      this.context.enter(this.walker.current.plan.id);
      this.report("X12_SEGMENT_UNEXPECTED", { segment });
      this.followUps.stray(segment.id);
      return;
    }
    const { plan, frame, opens, fault } = step;
    if (this.walker.presumed !== undefined) this.beginPresumed(segment, this.walker.presumed);
    this.context.enter(frame.plan.id);
    if (fault !== undefined && this.isUnfit(segment, step)) return;
    const isExtra = this.countUse(segment, step);
    this.checkElements(segment, plan);
    if (isExtra) return;
    if (segment.id === "HL") this.hierarchy.read(segment, frame);
    if (opens) {
      if (this.presumedEntries.size > 0) this.presumedEntries.delete(plan);
      callAll(this.openHandlers[frame.plan.index], frame);
    }
    const handlers = this.segmentHandlers[plan.index];
    if (handlers === undefined) return;
    for (let at = 0; at < handlers.length; at += 1) handlers[at]?.(segment, frame);
  }

  close(): void;
  close(frame: Frame): void;
  close(frame?: Frame): void {
    if (frame === undefined) this.walker.end();
    else this.closeLoop(frame);
  }

  /** Whether the segment that just began a loop comes once more, before what the loop must have. */
  private isTwice(segment: Segment): boolean {
    const { segments, plan, counts } = this.walker.current;
    const [entry] = segments;
    if (entry === undefined || entry.number + 1 !== segment.number) return false;
    if (entry.id !== segment.id || entry.raw !== segment.raw) return false;
    return plan.most === 1 || plan.requiredItems.some(({ slot }) => counts[slot] === 0);
  }

  /** Tells what is wrong with where a segment stands; true when it is not read on. */
  private isUnfit(segment: Segment, { plan, frame, fault }: Step): boolean {
    if (fault === "order") this.report("X12_SEGMENT_ORDER", { segment });
    if (fault === "qualifier") {
      const element = plan.qualifiers[0]?.element;
      this.report("X12_QUALIFIER", { segment, element });
      this.followUps.misfit(frame.segments[0], segment.id);
      if (segment.id === "HL") this.hierarchy.sawBelow(frame);
    }
    if (fault !== "order") this.followUps.stray(segment.id);
    return fault !== "order";
  }

  /** A loop whose first segment is missing goes on as if that had been there. */
  private beginPresumed(segment: Segment, frame: Frame): void {
    const { plan } = frame;
    this.walker.presumed = undefined;
    const { loop } = this.context;
    this.context.enter(plan.id);
    this.reportLoop(plan, { segment });
    this.context.loop = loop;
    if (plan.entry !== undefined) this.presumedEntries.add(plan.entry);
    if (plan.entry?.id === "HL") this.hierarchy.presume(frame);
    callAll(this.openHandlers[plan.index], frame);
  }

  private checkElements(segment: Segment, plan: SegmentPlan): void {
    const { clean } = this.validation;
    // What was cut off is told as such.
    if (!segment.isTerminated && plan.id !== "BIN" && plan.id !== "BDS") return;
    if (clean.has(segment, plan)) return;
    if (this.acceptor.accepts(segment, plan)) clean.add(segment, plan);
    else this.checker.check(segment, plan);
  }

  /** Whether it is another of a segment that may come but once: it is not added to what the first says. */
  private countUse(segment: Segment, { plan, frame, opens }: Step): boolean {
    if (!opens) {
      const count = frame.counts[plan.slot] ?? 0;
      if (count === plan.most + 1) this.report("X12_SEGMENT_REPEATED", { segment });
      return plan.most === 1 && count > 1;
    }
    const { parent, slot, most } = frame.plan;
    const count = parent === undefined ? 0 : (this.walker.frameOf(parent).counts[slot] ?? 0);
    if (count === most + 1) this.report("X12_LOOP_REPEATED", { segment });
    return false;
  }

  private closeLoop(frame: Frame): void {
    const { plan } = frame;
    // Of a set that was cut off, what is missing is its end.
    if (this.context.isBroken) return;
    const inside = this.context.loop;
    this.context.enter(plan.id);
    const { requiredItems } = plan;
    if (this.lacking.size > 0) this.lacking.clear();
    this.followUps.ending = frame.segments[0]?.number ?? 0;
    for (let at = 0; at < requiredItems.length; at += 1) {
      const item = requiredItems[at];
      if (item !== undefined && frame.counts[item.slot] === 0) this.reportMissing(frame, item);
    }
    if (plan.entry?.id === "HL") this.hierarchy.close(frame);
    callAll(this.loopHandlers[plan.index], frame);
    this.judgeSituations(plan);
    this.context.loop = inside;
  }

  private judgeSituations(plan: LoopPlan): void {
    const frames = this.walker.allFrames;
    const situations = this.validation.rules.situations[plan.index] ?? [];
    for (let at = 0; at < situations.length; at += 1) {
      const situation = situations[at] as CompiledSituation;
      const { gate } = situation;
      if (gate !== undefined && !frames[gate.frame]?.counts[gate.slot]) continue;
      if (!situation.isBroken(frames) || !this.isInForce(situation)) continue;
      this.reportSituation(situation, frames);
    }
  }

  private isInForce({ rule }: CompiledSituation): boolean {
    const { on } = this.validation.codes;
    return on === undefined || ((rule.from ?? "") <= on && on <= (rule.until ?? "9999"));
  }

  private reportMissing(frame: Frame, item: SegmentPlan | LoopPlan): void {
    const segment = frame.segments[0];
    // What the set itself lacks is missing after its ST.
    const position = segment === undefined ? this.context.header.position : undefined;
    if ("entry" in item) {
      this.reportLoop(item, { segment, position });
      return;
    }
    this.lacking.add(item);
    const message = `${item.id} (${item.name}) is missing here, and the guide requires it.`;
    this.report("X12_SEGMENT_MISSING", { segment, position, missing: item.id, message });
  }

  private reportLoop({ id, name, entry }: LoopPlan, place: IssuePlace): void {
    const message = `Loop ${id} (${name}) is missing here, and the guide requires it.`;
    this.report("X12_LOOP_MISSING", { ...place, missing: entry?.id, loop: id, message });
  }

  private reportSituation(situation: CompiledSituation, frames: readonly Frame[]): void {
    const { segment, missing, element, component, plan } = situation.at(frames);
    const wasTold = plan && (this.lacking.has(plan) || this.presumedEntries.has(plan));
    if (missing !== undefined && wasTold) return;
    const trigger = situation.trigger(frames);
    if (trigger !== undefined && this.followUps.isTold(trigger)) return;
    const { code, message, severity, source } = situation.rule;
    const place = { segment, missing, element, component, trigger };
    this.report(code, { ...place, message, severity, source });
  }

  private reportElement(code: IssueCode, place: ElementPlace): void {
    const { segment, plan, element, component, name } = place;
    const number = String(element).padStart(2, "0");
    const part = component === undefined ? "" : `-${component}`;
    const where = element === 0 ? plan.id : `${plan.id}${number}${part}`;
    const named = name === undefined || name === "" ? plan.name : `${plan.name}: ${name}`;
    const message = `${where} (${named}): ${issueCodes[code].message}`;
    const at = element === 0 ? undefined : element;
    this.report(code, { segment, element: at, component, message });
  }

  private report(code: IssueCode, place: IssuePlace): void {
    const { profile, rules } = this.validation;
    const rule = issueCodes[code];
    const severity =
      place.severity ?? (profile === "strict" ? strictSeverity(code) : rule.received);
    if (this.followUps.follows(place, severity)) return;
    const loop = place.loop ?? this.context.loop;
    const segmentId = place.missing ?? place.segment?.id ?? "";
    const { version, setId } = rules.guide.table;
    const ofGuide = `${version} ${loop ?? ""} ${segmentId}`;
    const named = setId === "837" ? rule.source.replace(sharedPlace, version) : rule.source;
    const source = place.source ?? (rule.source === "guide" ? ofGuide : named);
    this.context.report(code, { ...place, severity, source: source.replace(/ {2,}/g, " ").trim() });
  }

  private watch(guide: CompiledGuide, rules: RuleSet): void {
    const places = placesOf(guide);
    for (const [name, handler] of Object.entries(rules.segments)) {
      for (const index of places.segments.get(name) ?? []) {
        addTo(this.segmentHandlers, index, handler);
      }
    }
    for (const [id, handler] of Object.entries(rules.loops)) {
      for (const index of places.loops.get(id) ?? []) addTo(this.loopHandlers, index, handler);
    }
    for (const [id, handler] of Object.entries(rules.opens ?? {})) {
      for (const index of places.loops.get(id) ?? []) addTo(this.openHandlers, index, handler);
    }
  }
}

/** Rules of all claims name the professional guide; its places, not its chapters, are those of each. */
const sharedPlace = /^005010X222A1(?= (?!\d+\.))/;

/** Indexes of a guide's segments and loops by the names that rules watch. */
type Places = {
  readonly segments: Map<string, number[]>;
  readonly loops: Map<string, number[]>;
};

const knownPlaces = new WeakMap<CompiledGuide, Places>();

function placesOf(guide: CompiledGuide): Places {
  const known = knownPlaces.get(guide);
  if (known !== undefined) return known;
  const places: Places = { segments: new Map(), loops: new Map() };
  const name = (text: string, index: number, map: Map<string, number[]>) =>
    map.set(text, [...(map.get(text) ?? []), index]);
  const nameSegment = ({ id, index }: SegmentPlan, loop: string) => {
    name(`${id}@${loop}`, index, places.segments);
    name(`${id}@*`, index, places.segments);
  };
  for (const loop of guide.loops) {
    name(loop.id, loop.index, places.loops);
    if (loop.entry !== undefined) nameSegment(loop.entry, loop.id);
    for (const group of loop.candidates.values()) {
      for (const { plan, opens } of group) if (opens === undefined) nameSegment(plan, loop.id);
    }
  }
  knownPlaces.set(guide, places);
  return places;
}

function callAll(handlers: ((frame: Frame) => void)[] | undefined, frame: Frame): void {
  if (handlers === undefined) return;
  for (let at = 0; at < handlers.length; at += 1) handlers[at]?.(frame);
}

/** A segment that a reader passes over is one that a receiver may refuse. */
function strictSeverity(code: IssueCode): IssueSeverity {
  return code === "X12_SEGMENT_UNEXPECTED" ? "error" : issueCodes[code].severity;
}

function addTo<T>(lists: T[][], index: number, item: T): void {
  const list = lists[index];
  if (list === undefined) lists[index] = [item];
  else list.push(item);
}
