import type { Segment } from "../segment.ts";
import type { SetContext } from "../set-context.ts";
import type { SegmentWriter } from "../write/segment-writer.ts";
import type { Fixed, Part, Values } from "./shape.ts";
import { writePart } from "./write-shape.ts";

type RarePart = Extract<Part, { is: "item" | "value" | "custom" }>;

/**
 * Segments that few objects have, as data: each is one field of an object, which is left out where the
 * segment is not there. Reading and writing follow from the same table.
 */
export class RareParts {
  private readonly parts: readonly RarePart[];

  constructor(parts: readonly Part[]) {
    this.parts = parts as readonly RarePart[];
  }

  /** Reads a segment into its field; false when no part is for it. */
  read(target: object, segment: Segment, context: SetContext): boolean {
    const part = this.parts.find((one) => isFor(one, segment));
    if (part === undefined) return false;
    readInto(target as Values, part, { segment, context });
    return true;
  }

  /** Writes the fields that stand in segments of these ids. */
  write(writer: SegmentWriter, source: object, ...ids: readonly string[]): void {
    for (const part of this.parts) {
      if (!ids.includes(part.is === "custom" ? (part.ids[0] ?? "") : part.id)) continue;
      const values = source as Values;
      if (values[part.key] === undefined) continue;
      writePart(
        writer,
        { part, values, opens: false },
        { numbers: { last: 0 }, parent: undefined },
      );
    }
  }

  /** Ids of fields that the object has, for a guide that lacks their segments. */
  heldBy(source: object): readonly string[] {
    return this.parts.flatMap((part) => {
      const id = part.is === "custom" ? (part.ids[0] ?? "") : part.id;
      return (source as Values)[part.key] === undefined ? [] : [id];
    });
  }
}

function isFor(part: RarePart, segment: Segment): boolean {
  const ids = part.is === "custom" ? part.ids : [part.id];
  return ids.includes(segment.id) && fits(part.fixed, segment);
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
