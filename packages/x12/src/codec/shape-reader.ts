import { type Segment, segmentRange } from "../segment.ts";
import type { SetContext, SetReader } from "../set-context.ts";
import type { SegmentRange } from "../transaction.ts";
import { emptyOf, type Fixed, type Part, type Shape, type Values } from "./shape.ts";

/** Segments of one object of a stream that are kept; beyond them the rest of it is not read. */
const unitSegmentsMost = 50_000;

const nameDetails = new Set(["N2", "N3", "N4", "PER", "REF", "PRV", "DMG"]);

type Open = {
  readonly shape: Shape<unknown>;
  readonly values: Values;
  /** Parts of the shape of which there can be no second segment any more. */
  readonly taken: Set<Part>;
  /** HL01. */
  readonly level: string | undefined;
  readonly isStreamed: boolean;
};

/** What is passed on when a loop closes. */
export type ClosedLoop = {
  readonly shape: Shape<unknown>;
  readonly values: Values;
  readonly range: SegmentRange;
};

export type ShapeReading = {
  readonly root: Shape<unknown>;
  /** A streamed loop has closed; `above` are the objects around it, the set's own first. */
  onClose(closed: ClosedLoop, above: readonly Values[]): void;
  /** The set has ended. */
  onEnd?(root: Values): void;
};

/**
 * Reads the segments of a set into objects by their shapes: a segment belongs to the innermost open
 * loop that has a part for it. One that fits nowhere is reported and passed over.
 */
export class ShapeReader implements SetReader {
  private readonly context: SetContext;
  private readonly reading: ShapeReading;
  private readonly open: Open[];
  private levels = 0;
  private first: Segment | undefined;
  private last: Segment | undefined;
  private unitSegments = 0;
  /** A name of an unknown role was passed over: what tells more of it is nobody else's. */
  private isOrphaned = false;

  constructor(context: SetContext, reading: ShapeReading) {
    this.context = context;
    this.reading = reading;
    const { root } = reading;
    this.open = [
      { shape: root, values: emptyOf(root), taken: new Set(), level: undefined, isStreamed: false },
    ];
  }

  read(segment: Segment): void {
    this.unitSegments += 1;
    this.place(segment);
    if (this.first !== undefined) this.last = segment;
  }

  close(): void {
    this.closeTo(1);
    const [root] = this.open;
    if (root !== undefined) this.reading.onEnd?.(root.values);
  }

  private place(segment: Segment): void {
    if (this.isOrphaned && nameDetails.has(segment.id)) return;
    this.isOrphaned = false;
    let hasLeftLevel = false;
    for (let depth = this.open.length - 1; depth >= 0; depth -= 1) {
      const at = this.open[depth];
      if (at === undefined) continue;
      const part = partFor(at, segment, hasLeftLevel);
      if (at.shape.level !== undefined || at.isStreamed) hasLeftLevel = true;
      if (part === undefined) continue;
      if (this.isBeyondLimit(part, segment)) return;
      this.closeTo(depth + 1);
      this.context.enter(part.is === "loop" ? part.shape.loop : at.shape.loop);
      this.take(at, part, segment);
      return;
    }
    this.isOrphaned = segment.id === "NM1" || segment.id === "N1";
    const severity = segment.id === "HL" ? "error" : undefined;
    this.context.report("X12_SEGMENT_UNEXPECTED", { segment, severity });
  }

  /** A unit that grew too long is cut off; the next one is whole again. */
  private isBeyondLimit(part: Part, segment: Segment): boolean {
    if (this.unitSegments <= unitSegmentsMost) return false;
    if (part.is === "loop" && part.streamed === true) return false;
    if (this.unitSegments === unitSegmentsMost + 1) {
      this.context.report("X12_TOO_MANY_SEGMENTS", { segment });
    }
    return true;
  }

  private take(at: Open, part: Part, segment: Segment): void {
    if (part.is === "loop") this.openLoop(at, part, segment);
    else readPart(at, part, { segment, context: this.context });
  }

  private openLoop(at: Open, part: Extract<Part, { is: "loop" }>, segment: Segment): void {
    const { shape } = part;
    const values = emptyOf(shape);
    const isStreamed = part.streamed === true;
    if (isStreamed) {
      this.first = segment;
      this.last = segment;
      this.unitSegments = 1;
    } else if (part.many) (at.values[part.key] as unknown[]).push(values);
    else {
      at.values[part.key] = values;
      at.taken.add(part);
    }
    const level = shape.level === undefined ? at.level : segment.text(1);
    const opened: Open = { shape, values, taken: new Set(), level, isStreamed };
    this.open.push(opened);
    if (shape.level !== undefined) this.checkLevel(segment, at.level);
    else {
      const [first] = shape.parts;
      if (first !== undefined) readPart(opened, first, { segment, context: this.context });
    }
  }

  private checkLevel(segment: Segment, parent: string | undefined): void {
    this.levels += 1;
    if (segment.text(1) !== String(this.levels)) {
      this.context.report("X12_HIERARCHY_NUMBER", { segment, element: 1 });
    }
    if (segment.text(2) !== parent) {
      this.context.report("X12_HIERARCHY_PARENT", { segment, element: 2 });
    }
  }

  /** Closes loops until so many are open. */
  private closeTo(count: number): void {
    while (this.open.length > count) {
      const closed = this.open.pop();
      if (closed?.isStreamed !== true) continue;
      const { first, last } = this;
      if (first === undefined || last === undefined) continue;
      const { shape, values } = closed;
      const above = this.open.map((open) => open.values);
      this.reading.onClose({ shape, values, range: segmentRange(first, last) }, above);
      this.first = undefined;
    }
  }
}

/** The part for a segment; from within a level below, only loops of a level above can be opened. */
function partFor(at: Open, segment: Segment, onlyLoops: boolean): Part | undefined {
  for (const part of at.shape.parts) {
    if (onlyLoops && part.is !== "loop") continue;
    if (!at.taken.has(part) && isFor(part, segment)) return part;
  }
  return undefined;
}

function isFor(part: Part, segment: Segment): boolean {
  switch (part.is) {
    case "loop":
      return opens(part.shape, segment);
    case "bracket":
      return part.id === segment.id;
    case "merged":
      return part.ids.includes(segment.id);
    case "custom":
      return part.ids.includes(segment.id) && fits(part.fixed, segment);
    default:
      return part.id === segment.id && fits(part.fixed, segment);
  }
}

function opens(shape: Shape<unknown>, segment: Segment): boolean {
  if (shape.level !== undefined) return segment.id === "HL" && segment.is(3, shape.level);
  const [first] = shape.parts;
  return first !== undefined && isFor(first, segment);
}

function fits(fixed: Fixed, segment: Segment): boolean {
  for (const [element, expected] of Object.entries(fixed)) {
    const text = segment.text(Number(element)) ?? "";
    if (typeof expected === "string" ? text !== expected : !expected.includes(text)) return false;
  }
  return true;
}

function readPart(
  at: Open,
  part: Part,
  { segment, context }: { readonly segment: Segment; readonly context: SetContext },
): void {
  const { values } = at;
  switch (part.is) {
    case "segment":
      at.taken.add(part);
      for (const [key, field] of Object.entries(part.fields)) {
        values[key] = field.read(segment, context);
      }
      return;
    case "item": {
      const item: Values = {};
      for (const [key, field] of Object.entries(part.fields)) {
        item[key] = field.read(segment, context);
      }
      if (part.many) (values[part.key] as unknown[]).push(item);
      else {
        at.taken.add(part);
        values[part.key] = item;
      }
      return;
    }
    case "value": {
      const value = part.field.read(segment, context);
      if (value !== undefined) (values[part.key] as unknown[]).push(value);
      return;
    }
    case "merged":
      at.taken.add(part);
      Object.assign(values, part.read(segment, context));
      return;
    case "custom":
      values[part.key] = part.read(values[part.key], segment, context);
      return;
  }
}
