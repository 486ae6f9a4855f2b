import type { SyntaxNote } from "../guides/standard/segments.ts";
import type { IssueCode } from "../issue-codes.ts";

/** A relation of X12.6 between elements, as bits: element n is bit n. */
export type NoteMask = {
  readonly relation: SyntaxNote["relation"];
  readonly elements: readonly number[];
  readonly first: number;
  readonly others: number;
};

/** The code of a broken relation, and the element to look at. */
export type BrokenNote = { readonly code: IssueCode; readonly element: number };

/** A syntax note as masks. */
export function noteMask({ relation, elements }: SyntaxNote): NoteMask {
  const [first = 0, ...others] = elements;
  return {
    relation,
    elements,
    first: 1 << first,
    others: others.reduce((mask, element) => mask | (1 << element), 0),
  };
}

/** Whether the elements that are present (bit n for element n) break a relation. */
export function breaksNote(note: NoteMask, present: number): BrokenNote | undefined {
  const { relation, first, others } = note;
  const all = first | others;
  const found = present & all;
  const hasFirst = (present & first) !== 0;
  switch (relation) {
    case "P":
      if (found === 0 || found === all) return undefined;
      return { code: "X12_ELEMENTS_PAIRED", element: lowest(note, all & ~present) };
    case "R":
      return found === 0
        ? { code: "X12_ELEMENTS_ONE_REQUIRED", element: lowest(note, first) }
        : undefined;
    case "E":
      if ((found & (found - 1)) === 0) return undefined;
      return { code: "X12_ELEMENTS_EXCLUSIVE", element: lowest(note, found & (found - 1)) };
    case "C":
      if (!hasFirst || (present & others) === others) return undefined;
      return { code: "X12_ELEMENTS_CONDITIONAL", element: lowest(note, others & ~present) };
    case "L":
      if (!hasFirst || (present & others) !== 0) return undefined;
      return { code: "X12_ELEMENTS_CONDITIONAL", element: lowest(note, others) };
  }
}

function lowest({ elements }: NoteMask, mask: number): number {
  return elements.find((element) => (mask & (1 << element)) !== 0) ?? 0;
}
