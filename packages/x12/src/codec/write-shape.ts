import type { ElementValue, SegmentWriter } from "../write/segment-writer.ts";
import type { Fixed, Part, Shape, Values } from "./shape.ts";

/** Numbers of the HL segments of a set. */
export type LevelNumbers = { last: number };

/** Where an object is written: its parent level, and whether levels follow that its object does not hold. */
export type LevelPlace = {
  readonly numbers: LevelNumbers;
  readonly parent: number | undefined;
  readonly hasMore?: boolean;
};

/** Writes an object in its loop and returns the number of its level, if an HL opens it. */
export function writeShape(
  writer: SegmentWriter,
  { shape, values }: { readonly shape: Shape<unknown>; readonly values: Values },
  place: LevelPlace,
): number | undefined {
  const level = writeLevel(writer, { shape, values }, place);
  const below = { numbers: place.numbers, parent: level ?? place.parent };
  shape.parts.forEach((part, index) => {
    const opens = index === 0 && shape.level === undefined;
    writePart(writer, { part, values, opens }, below);
  });
  return level;
}

function writeLevel(
  writer: SegmentWriter,
  { shape, values }: { readonly shape: Shape<unknown>; readonly values: Values },
  { numbers, parent, hasMore }: LevelPlace,
): number | undefined {
  if (shape.level === undefined) return undefined;
  numbers.last += 1;
  const hasChildren = hasMore === true || shape.parts.some((part) => holdsLevel(part, values));
  const children = shape.tellsChildren ? (hasChildren ? "1" : "0") : undefined;
  writer.write("HL", String(numbers.last), parent?.toString(), shape.level, children);
  return numbers.last;
}

function holdsLevel(part: Part, values: Values): boolean {
  if (part.is !== "loop" || part.shape.level === undefined) return false;
  return listOf(values[part.key]).length > 0;
}

type PartOfValues = { readonly part: Part; readonly values: Values; readonly opens: boolean };

/** Writes one part of an object. */
export function writePart(
  writer: SegmentWriter,
  { part, values, opens }: PartOfValues,
  place: LevelPlace,
): void {
  switch (part.is) {
    case "segment":
      writeFields(writer, part, { values, always: opens });
      return;
    case "item":
      for (const value of listOf(values[part.key])) {
        writeFields(writer, part, { values: value as Values, always: true });
      }
      return;
    case "value":
      for (const value of listOf(values[part.key])) {
        const fields = { value: part.field };
        writeFields(writer, { ...part, fields }, { values: { value }, always: true });
      }
      return;
    case "loop":
      for (const value of listOf(values[part.key])) {
        writeShape(writer, { shape: part.shape, values: value as Values }, place);
      }
      return;
    case "custom":
      part.write(writer, values[part.key]);
      return;
    case "merged":
      part.write(writer, values);
      return;
    case "bracket":
      if (listOf(values[part.key]).length > 0) writer.write(part.id, part.loop);
      return;
  }
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

type FieldsPart = Pick<Extract<Part, { is: "segment" }>, "id" | "fixed" | "fields">;

/** A segment of fields; one that would hold nothing but its qualifiers is left out. */
function writeFields(
  writer: SegmentWriter,
  { id, fixed, fields }: FieldsPart,
  { values, always }: { readonly values: Values; readonly always: boolean },
): void {
  const elements: ElementValue[] = [];
  let holds = always;
  for (const [key, field] of Object.entries(fields)) {
    const { element } = field;
    const value = field.write(values[key], writer, [id, element]);
    if (!isAbsent(value)) {
      holds = true;
      if (field.also !== undefined) elements[field.also[0] - 1] = field.also[1];
    }
    checkFixed(writer, { id, element, value }, fixed);
    elements[element - 1] = value;
    for (const [at, further] of field.further ?? []) elements[at - 1] = further(values[key]);
  }
  if (!holds) return;
  for (const [element, value] of Object.entries(fixed)) {
    const at = Number(element) - 1;
    elements[at] ??= typeof value === "string" ? value : value[0];
  }
  writer.write(id, ...Array.from(elements));
}

function isAbsent(value: ElementValue): boolean {
  if (value === undefined || value === "") return true;
  if (typeof value === "string") return false;
  if ("composites" in value) return value.composites.length === 0;
  const parts = "repetitions" in value ? value.repetitions : value;
  return parts.every((part) => part === undefined || part === "");
}

/** A field that is also the qualifier of its segment must hold one that reading chooses it by. */
function checkFixed(
  writer: SegmentWriter,
  { id, element, value }: { id: string; element: number; value: ElementValue },
  fixed: Fixed,
): void {
  const expected = fixed[element];
  if (expected === undefined) return;
  const allowed = typeof expected === "string" ? [expected] : expected;
  if (typeof value !== "string" || !allowed.includes(value)) {
    writer.refuse("out-of-range", id, element);
  }
}
