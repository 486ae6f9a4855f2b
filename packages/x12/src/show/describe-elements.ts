import {
  type CompositeElement,
  type SimpleElement,
  standardSegment,
  standardSegmentIds,
} from "../guides/standard/segments.ts";
import type { Segment } from "../segment.ts";
import { describeElement } from "../segment-names.ts";

/** One element, component or repetition of a segment that is not empty, with its name. */
export type DescribedElement = {
  /** As the standard counts: `CLM05`, `CLM05-3`; repetitions from the second as `DMG05(2)`. */
  readonly position: string;
  readonly element: number;
  readonly component: number | undefined;
  /** "" where none is known. */
  readonly name: string;
  readonly value: string;
};

const known = new Set(standardSegmentIds);
/** Names that were asked for, of known segments only: a file cannot make it grow. */
const named = new Map<string, string>();

/** The name of an element, or of one component of it; "" where none is known. */
export function elementName(id: string, element: number, component?: number): string {
  if (!known.has(id)) return describeElement(id, element) ?? "";
  const key = `${id} ${element} ${component ?? 0}`;
  const before = named.get(key);
  if (before !== undefined) return before;
  const name = nameOf(id, element, component);
  if (element <= standardSegment(id).elements.length) named.set(key, name);
  return name;
}

function nameOf(id: string, element: number, component: number | undefined): string {
  const standard = standardSegment(id).elements[element - 1];
  const own = describeElement(id, element) ?? capitalized(standard?.name ?? "");
  if (component === undefined) return own;
  const part = componentName(standard, component);
  return [own, part].filter((text) => text !== "").join(": ");
}

function componentName(
  standard: SimpleElement | CompositeElement | undefined,
  component: number,
): string {
  if (standard === undefined || !("components" in standard)) return "";
  return standard.components[component - 1]?.name ?? "";
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Everything in a segment that is not empty, composites and repetitions taken apart. */
export function describeElements(segment: Segment): DescribedElement[] {
  const found: DescribedElement[] = [];
  for (let element = 1; element <= segment.elementCount; element += 1) {
    const whole = segment.element(element);
    if (whole === undefined) continue;
    const at = `${segment.id}${String(element).padStart(2, "0")}`;
    // The ISA names its own separators: nothing in it is made of components.
    if (segment.id === "ISA") {
      const name = elementName("ISA", element);
      found.push({ position: at, element, component: undefined, name, value: whole });
      continue;
    }
    segment.repetitions(element).forEach((repetition, index) => {
      const position = index === 0 ? at : `${at}(${index + 1})`;
      found.push(...describeParts(segment, { element, position, text: repetition }));
    });
  }
  return found;
}

function describeParts(
  { id, delimiters }: Segment,
  { element, position, text }: { element: number; position: string; text: string },
): DescribedElement[] {
  const parts = text.split(delimiters.component);
  if (parts.length === 1) {
    const name = elementName(id, element);
    return [{ position, element, component: undefined, name, value: text }];
  }
  return parts.flatMap((value, index) => {
    if (value === "") return [];
    const component = index + 1;
    const name = elementName(id, element, component);
    return [{ position: `${position}-${component}`, element, component, name, value }];
  });
}
