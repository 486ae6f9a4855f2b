import type { Segment } from "../segment.ts";
import type { SetContext } from "../set-context.ts";
import type { SegmentWriter } from "../write/segment-writer.ts";
import type { Fixed, Part, Values } from "./shape.ts";
import { writePart } from "./write-shape.ts";

type RarePart = Extract<Part, { is: "item" | "value" | "custom" }>;

const none: readonly RarePart[] = [];
const noIds: readonly string[] = [];

/**
 * Segments that few objects have, as data: each is one field of an object, which is left out where the
 * segment is not there. Reading and writing follow from the same table.
 */
export class RareParts {
  private readonly parts: readonly RarePart[];
  /** The object asked about last, and which of its fields are there: it is asked several times in a row. */
  private last: object | undefined;
  private held: readonly RarePart[] = none;
  private readonly holdsAny: (source: object) => boolean;

  private readonly bySegment = new Map<string, RarePart[]>();

  /**
   * `holdsAny` may tell in short that an object has none of the fields: named in code they are found in a
   * tenth of the time that a list of names takes.
   */
  constructor(parts: readonly Part[], holdsAny: (source: never) => boolean = () => true) {
    this.parts = parts as readonly RarePart[];
    this.holdsAny = holdsAny as (source: object) => boolean;
    for (const part of this.parts) {
      for (const id of part.is === "custom" ? part.ids : [part.id]) {
        this.bySegment.set(id, [...(this.bySegment.get(id) ?? []), part]);
      }
    }
  }

  /** Reads a segment into its field; false when no part is for it. */
  read(target: object, segment: Segment, context: SetContext): boolean {
    const part = this.bySegment.get(segment.id)?.find((one) => fits(one.fixed, segment));
    if (part === undefined) return false;
    readInto(target as Values, part, { segment, context });
    return true;
  }

  /** Writes the fields that stand in segments of these ids. */
  write(writer: SegmentWriter, source: object, ...ids: readonly string[]): void {
    for (const part of this.heldOf(source)) {
      if (!ids.includes(idOf(part))) continue;
      const values = source as Values;
      writePart(
        writer,
        { part, values, opens: false },
        { numbers: { last: 0 }, parent: undefined },
      );
    }
  }

  /** Ids of fields that the object has, for a guide that lacks their segments. */
  heldBy(source: object): readonly string[] {
    const held = this.heldOf(source);
    return held.length === 0 ? noIds : held.map(idOf);
  }

  private heldOf(source: object): readonly RarePart[] {
    if (this.last === source) return this.held;
    let held = none;
    if (this.holdsAny(source)) {
      for (const part of this.parts) {
        if ((source as Values)[part.key] !== undefined) held = [...held, part];
      }
    }
    this.last = source;
    this.held = held;
    return held;
  }
}

function idOf(part: RarePart): string {
  return part.is === "custom" ? (part.ids[0] ?? "") : part.id;
}

/** Whether a segment has the codes that choose a part. */
function fits(fixed: Fixed, segment: Segment): boolean {
  for (const [element, expected] of Object.entries(fixed)) {
    const text = segment.text(Number(element)) ?? "";
    if (typeof expected === "string" ? text !== expected : !expected.includes(text)) return false;
  }
  return true;
}

function readInto(
  values: Values,
  part: RarePart,
  { segment, context }: { readonly segment: Segment; readonly context: SetContext },
): void {
  const { key } = part;
  if (part.is === "custom") {
    const value = part.read(values[key], segment, context);
    if (value !== undefined) values[key] = value;
    return;
  }
  if (part.is === "value") {
    const value = part.field.read(segment, context);
    if (value !== undefined) values[key] = [...((values[key] as unknown[]) ?? []), value];
    return;
  }
  const item: Values = {};
  for (const [name, field] of Object.entries(part.fields))
    item[name] = field.read(segment, context);
  values[key] = part.many ? [...((values[key] as unknown[]) ?? []), item] : item;
}
