/**
 * A small language of patterns for codes and numbers, always matched against the whole text:
 * characters, `\d`, classes such as `[A-Z0-9]` or `[^0]`, `.`, each followed by nothing, `?`, `*`,
 * `+`, `{2}` or `{2,5}`. No groups and no alternatives, so that a match costs at most text times
 * pattern steps whatever anybody writes.
 */
export type Pattern = { readonly source: string; readonly places: readonly Place[] };

type Place = {
  readonly accepts: Uint8Array;
  readonly isOptional: boolean;
  readonly repeats: boolean;
};

/** Where in the text of a pattern reading stopped, 0-based, and why. */
export type PatternFault = {
  readonly at: number;
  readonly code: "CLASS_OPEN" | "CLASS_EMPTY" | "COUNT_INVALID" | "NOT_ALLOWED" | "TOO_LONG";
};

const longestPattern = 100;
const mostPlaces = 120;
const longestText = 200;
/** Characters beyond ASCII share one place: they match `.` and negated classes. */
const beyond = 127;

/** Reads a pattern, or says where it is wrong. */
export function readPattern(source: string): Pattern | PatternFault {
  if (source.length > longestPattern) return { at: longestPattern, code: "TOO_LONG" };
  const places: Place[] = [];
  let at = 0;
  while (at < source.length) {
    const atom = readAtom(source, at);
    if ("code" in atom) return atom;
    const count = readCount(source, atom.next);
    if ("code" in count) return count;
    places.push(...placesOf(atom.accepts, count));
    if (places.length > mostPlaces) return { at, code: "TOO_LONG" };
    at = count.next;
  }
  return { source, places };
}

/** Whether reading a pattern failed. */
export function isPatternFault(read: Pattern | PatternFault): read is PatternFault {
  return "code" in read;
}

/** Whether the whole text fits the pattern. A text of more than 200 characters never does. */
export function matchesPattern({ places }: Pattern, text: string): boolean {
  if (text.length > longestText) return false;
  let open = closure(new Uint8Array(places.length + 1), 0, places);
  for (let at = 0; at < text.length; at += 1) {
    const character = Math.min(text.charCodeAt(at), beyond);
    const next = new Uint8Array(places.length + 1);
    let isAlive = false;
    for (let place = 0; place < places.length; place += 1) {
      const here = places[place];
      if (open[place] !== 1 || here === undefined || here.accepts[character] !== 1) continue;
      closure(next, here.repeats ? place : place + 1, places);
      isAlive = true;
    }
    if (!isAlive) return false;
    open = next;
  }
  return open[places.length] === 1;
}

/** Opens a place and those behind it that may be left out. A repeating place is optional itself. */
function closure(open: Uint8Array, from: number, places: readonly Place[]): Uint8Array {
  for (let place = from; open[place] !== 1; place += 1) {
    open[place] = 1;
    if (places[place]?.isOptional !== true) break;
  }
  return open;
}

type Atom = { readonly accepts: Uint8Array; readonly next: number };
type Count = { readonly least: number; readonly most: number; readonly next: number };

function readAtom(source: string, at: number): Atom | PatternFault {
  const character = source.charAt(at);
  if (character === "[") return readClass(source, at);
  if (character === ".") return { accepts: new Uint8Array(128).fill(1), next: at + 1 };
  if (character === "\\") {
    const escaped = source.charAt(at + 1);
    if (escaped === "d") return { accepts: rangeOf("0", "9"), next: at + 2 };
    if (escaped === "" || /[a-z0-9]/i.test(escaped)) return { at, code: "NOT_ALLOWED" };
    return { accepts: rangeOf(escaped, escaped), next: at + 2 };
  }
  if ("()|^$?*+{}]".includes(character) || character.charCodeAt(0) >= beyond) {
    return { at, code: "NOT_ALLOWED" };
  }
  return { accepts: rangeOf(character, character), next: at + 1 };
}

function rangeOf(from: string, to: string): Uint8Array {
  return new Uint8Array(128).fill(1, from.charCodeAt(0), to.charCodeAt(0) + 1);
}

function readClass(source: string, start: number): Atom | PatternFault {
  const end = source.indexOf("]", start);
  if (end < 0) return { at: start, code: "CLASS_OPEN" };
  const isNegated = source.charAt(start + 1) === "^";
  const inner = source.slice(start + (isNegated ? 2 : 1), end);
  if (inner === "") return { at: start, code: "CLASS_EMPTY" };
  const accepts = new Uint8Array(128);
  for (let at = 0; at < inner.length; at += 1) {
    const from = inner.charCodeAt(at);
    const isRange = inner.charAt(at + 1) === "-" && at + 2 < inner.length;
    const to = isRange ? inner.charCodeAt(at + 2) : from;
    if (from >= beyond || to >= beyond || to < from || "\\[".includes(inner.charAt(at))) {
      return { at: start, code: "NOT_ALLOWED" };
    }
    accepts.fill(1, from, to + 1);
    if (isRange) at += 2;
  }
  return { accepts: isNegated ? accepts.map((one) => 1 - one) : accepts, next: end + 1 };
}

function readCount(source: string, at: number): Count | PatternFault {
  const sign = source.charAt(at);
  if (sign === "?") return { least: 0, most: 1, next: at + 1 };
  if (sign === "*") return { least: 0, most: Number.POSITIVE_INFINITY, next: at + 1 };
  if (sign === "+") return { least: 1, most: Number.POSITIVE_INFINITY, next: at + 1 };
  if (sign !== "{") return { least: 1, most: 1, next: at };
  const end = source.indexOf("}", at);
  const counts = /^(\d{1,2})(?:,(\d{1,2}))?$/.exec(source.slice(at + 1, end < 0 ? at + 1 : end));
  if (counts === null) return { at, code: "COUNT_INVALID" };
  const least = Number(counts[1]);
  const most = counts[2] === undefined ? least : Number(counts[2]);
  if (most < least || most === 0) return { at, code: "COUNT_INVALID" };
  return { least, most, next: end + 1 };
}

function placesOf(accepts: Uint8Array, { least, most }: Count): Place[] {
  const once = { accepts, isOptional: false, repeats: false };
  const must = Array.from({ length: least }, () => once);
  if (most === Number.POSITIVE_INFINITY) {
    return [...must, { accepts, isOptional: true, repeats: true }];
  }
  const may = Array.from({ length: most - least }, () => ({ ...once, isOptional: true }));
  return [...must, ...may];
}
