import type { Segment } from "../segment.ts";

/** Components of each repetition of element `n`, blanks at their ends left out; "" where one is absent. */
export function repeatedComposites(segment: Segment, n: number): readonly (readonly string[])[] {
  const { component } = segment.delimiters;
  return segment
    .repetitions(n)
    .map((repetition) => repetition.split(component).map((part) => part.trimEnd()));
}
