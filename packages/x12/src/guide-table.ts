/**
 * A guide as data: which loops, segments, elements and codes stand where, how often, and whether they
 * must. What an element is (type, length, name) stands in the table of standard segments.
 *
 * - A usage is `R` (required) or `S` (situational) with how often it may come: `R1`, `S10`, `S>1`.
 * - Items stand in the order of the guide. Neighbours of the same segment id share a position of the
 *   standard, so their order is free; a qualifier tells them apart.
 * - Elements are a text such as `1R=EI,SY 2R 5R(1R 2R=B 3R@frequency) 8S^5<20`: position (or a range
 *   `2-12`), usage, repeats after `^`, qualifying codes after `=`, a code list after `@`, a greatest
 *   length of the guide after `<`, components in parentheses. Elements not named are not used. A `_` in
 *   a code stands for a blank.
 */
export type GuideTable = {
  /** For example `005010X221A1`. */
  readonly version: string;
  /** Versions of ST03 and GS08 that this table judges, the newest among them. */
  readonly versions: readonly string[];
  readonly setId: string;
  /** GS01. */
  readonly functionalId: string;
  /** Our short name, for example `835`. */
  readonly name: string;
  /** Items between ST and SE, ST and SE included. */
  readonly items: readonly GuideItem[];
};

/** What stands in a guide or in one of its loops. */
export type GuideItem = SegmentTable | LoopTable;

/** One use of a segment at one place of a guide. */
export type SegmentTable = {
  readonly kind: "segment";
  readonly id: string;
  readonly name: string;
  readonly required: boolean;
  /** `Infinity` when the guide sets no limit. */
  readonly most: number;
  readonly elements: string;
};

/** A loop; its first item is the segment that opens it. */
export type LoopTable = {
  readonly kind: "loop";
  readonly id: string;
  readonly name: string;
  readonly required: boolean;
  readonly most: number;
  readonly items: readonly GuideItem[];
};

/** A segment by `id usage`, for example `segment("REF S5", "Prior authorization", "1R=G1 2R")`. */
export function segment(idAndUsage: string, name: string, elements: string): SegmentTable {
  return { kind: "segment", name, elements, ...usageOf(idAndUsage) };
}

/** A loop by `id usage`, for example `loop("2010AA R1", "Billing provider", [...])`. */
export function loop(idAndUsage: string, name: string, items: readonly GuideItem[]): LoopTable {
  return { kind: "loop", name, items, ...usageOf(idAndUsage) };
}

function usageOf(text: string): { id: string; required: boolean; most: number } {
  const match = /^(\w+) ([RS])(>1|\d+)$/.exec(text);
  if (match === null) throw new Error(`not an id with a usage: ${text}`);
  const [, id = "", usage = "", most = ""] = match;
  return {
    id,
    required: usage === "R",
    most: most === ">1" ? Number.POSITIVE_INFINITY : Number(most),
  };
}

/** How a guide uses one element or component. */
export type ElementUse = {
  /** 1-based. */
  readonly position: number;
  readonly required: boolean;
  readonly repeats: number;
  readonly codes: readonly string[] | undefined;
  readonly list: string | undefined;
  readonly most: number | undefined;
  readonly components: readonly ElementUse[] | undefined;
};

/** The uses that a text of elements describes, ranges spread out. Throws on a text of another form. */
export function elementUses(text: string): ElementUse[] {
  return topTokens(text).flatMap((token) => {
    const match =
      /^(\d+)(?:-(\d+))?([RS])(?:\^(\d+|>1))?(?:=([^@<(\s]+))?(?:@([\w-]+))?(?:<(\d+))?(?:\((.*)\))?$/.exec(
        token,
      );
    if (match === null) throw new Error(`not an element of a guide: ${token}`);
    const [, from = "", to = from, usage, repeats = "1", codes, list, most, inner] = match;
    const use = {
      required: usage === "R",
      repeats: repeats === ">1" ? Number.POSITIVE_INFINITY : Number(repeats),
      codes: codes?.split(",").map((code) => code.replaceAll("_", " ")),
      list,
      most: most === undefined ? undefined : Number(most),
      components: inner === undefined ? undefined : elementUses(inner),
    };
    const count = Number(to) - Number(from) + 1;
    return Array.from({ length: count }, (_, at) => ({ position: Number(from) + at, ...use }));
  });
}

/** Splits at blanks that stand outside of parentheses. */
function topTokens(text: string): string[] {
  const tokens: string[] = [];
  let depth = 0;
  let token = "";
  for (const character of `${text} `) {
    if (character === "(") depth += 1;
    if (character === ")") depth -= 1;
    if (character !== " " || depth > 0) token += character;
    else if (token !== "") {
      tokens.push(token);
      token = "";
    }
  }
  return tokens;
}
