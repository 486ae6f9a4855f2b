import type { Claim837, ClaimSubmission } from "../claim.ts";
import type { Segment } from "../segment.ts";
import { SegmentReader, type Token } from "../segment-reader.ts";
import { Outline } from "../show/outline.ts";
import type { Delimiters } from "../transaction.ts";
import { TransactionReader } from "../transaction-reader.ts";
import { changedPaths, pathsIn, shortest } from "./changed-paths.ts";

/** A segment of a set that was sent, as far as places in it are looked for. */
export type OriginalSegment = {
  readonly id: string;
  /** Without its terminator. */
  readonly raw: string;
  readonly loop: string | undefined;
};

/** A place in a typed claim, or in the heading of its set. */
export type TypedPlace = {
  /** CLM01 of the claim, or of the first below the level; undefined in the heading. */
  readonly patientControlNumber: string | undefined;
  /** For example `lines[0].procedure.code`, `coverage.subscriber.id`; "" for the claim itself. */
  readonly path: string | undefined;
};

type Read = {
  readonly claim: Claim837 | undefined;
  readonly submission: ClaimSubmission | undefined;
};

/**
 * One 837 that was sent. Typed places are found by asking the reader itself: what of the typed claim
 * changes when an element changes is what the element means, so that no table can go out of step.
 */
export class OriginalSet {
  /** ST02. */
  readonly controlNumber: string;
  readonly segments: readonly OriginalSegment[];
  private readonly delimiters: Delimiters;
  private readonly heading: string;

  constructor(heading: string, segments: readonly OriginalSegment[], delimiters: Delimiters) {
    this.heading = heading;
    this.segments = segments;
    this.delimiters = delimiters;
    this.controlNumber = this.elementsOf(0)[2] ?? "";
  }

  /** Elements of a segment by its index, the identifier first. */
  elementsOf(index: number): readonly string[] {
    return this.segments[index]?.raw.split(this.delimiters.element) ?? [];
  }

  /** Index of the CLM that a segment stands under, or of the first below its level. */
  claimOf(index: number): number | undefined {
    if (this.segments[index]?.id === "SE") return undefined;
    for (let at = index; at >= 0 && this.segments[at]?.id !== "HL"; at -= 1) {
      if (this.segments[at]?.id === "CLM") return at;
    }
    const isAbove = this.segments.slice(0, index + 1).some(({ id }) => id === "HL");
    const next = this.segments.findIndex(({ id }, at) => at > index && id === "CLM");
    return isAbove && next >= 0 ? next : undefined;
  }

  /** Index of the claim with a control number. */
  claimNumbered(patientControlNumber: string): number | undefined {
    const at = this.segments.findIndex(
      ({ id }, index) => id === "CLM" && this.elementsOf(index)[1] === patientControlNumber,
    );
    return at < 0 ? undefined : at;
  }

  /** Indexes of a claim's own segments, and of those of the levels above it. */
  scopeOf(claim: number): { readonly own: readonly number[]; readonly above: readonly number[] } {
    const ends = (id: string) => id === "CLM" || id === "HL" || id === "SE";
    const own = [claim];
    for (let at = claim + 1; at < this.segments.length; at += 1) {
      if (ends(this.segments[at]?.id ?? "SE")) break;
      own.push(at);
    }
    return { own, above: this.levelsAbove(claim) };
  }

  /** What an element, or without one a segment, is in the typed claim. */
  typedPlace(index: number, element?: number, component?: number): TypedPlace {
    const claim = this.claimOf(index);
    const scope = claim === undefined ? undefined : this.scopeOf(claim);
    const read = (raw: string) => this.read(index, raw, scope);
    const patientControlNumber =
      claim === undefined ? undefined : this.elementsOf(claim)[1] || undefined;
    const isLine = /^24/.test(this.segments[index]?.loop ?? "");
    if (element !== undefined) {
      const path = this.pathOf({ index, element, component, isLine }, read);
      return { patientControlNumber, path };
    }
    for (let at = 1; at <= this.elementsOf(index).length; at += 1) {
      const path = this.pathOf({ index, element: at, component: undefined, isLine }, read);
      if (path === undefined) continue;
      // The object that the segment is of.
      return { patientControlNumber, path: path.replace(/\.?[^.[\]]*$/, "") };
    }
    return { patientControlNumber, path: undefined };
  }

  /** The path that changes between two values of an element which a reader takes for different ones. */
  private pathOf(spot: Spot, read: (raw: string) => Read): string | undefined {
    const { index, element, component } = spot;
    const elements = this.elementsOf(index);
    const parts = (elements[element] ?? "").split(this.delimiters.component);
    const at = (component ?? 1) - 1;
    const readWith = (value: string): Read => {
      const changed = replaced(parts, at, value).join(this.delimiters.component);
      return read(replaced(elements, element, changed).join(this.delimiters.element));
    };
    for (const [one, other] of probes(parts[at] ?? "")) {
      const paths = changedPaths(readWith(one), readWith(other));
      const found = shortest(spot.isLine ? pathsIn(paths, "claim.lines[") : paths);
      if (found !== undefined) return found.replace(/^claim\.?/, "");
    }
    return undefined;
  }

  private levelsAbove(claim: number): readonly number[] {
    const above: number[] = [];
    const seen = new Set<string>();
    for (let at = claim - 1; at >= 0; at -= 1) {
      if (this.segments[at]?.id !== "HL") continue;
      const level = this.elementsOf(at)[3] ?? "";
      // Levels on the way up: patient, subscriber, billing provider, each once.
      if (seen.has(level) || (level === "23" && seen.has("22"))) continue;
      seen.add(level);
      const block: number[] = [];
      for (let next = at; next < claim; next += 1) {
        const id = this.segments[next]?.id ?? "";
        if (next > at && (id === "HL" || id === "CLM")) break;
        block.push(next);
      }
      above.unshift(...block);
      if (level === "20") break;
    }
    return above;
  }

  private read(
    index: number,
    raw: string,
    scope: { readonly own: readonly number[]; readonly above: readonly number[] } | undefined,
  ): Read {
    const { segment: end } = this.delimiters;
    const first = this.segments.findIndex(({ id }) => id === "HL");
    const heads = Array.from({ length: first < 0 ? this.segments.length : first }, (_, at) => at);
    const indexes = [...heads, ...(scope?.above ?? []), ...(scope?.own ?? [])];
    const body = indexes.map((at) => (at === index ? raw : (this.segments[at]?.raw ?? "")));
    const text = this.heading + body.map((each) => each + end).join("");
    const reader = new TransactionReader();
    const events = [...reader.push(bytesOf(text)), ...reader.end()];
    let claim: Claim837 | undefined;
    let submission: ClaimSubmission | undefined;
    for (const event of events) {
      if (event.type === "claim") ({ claim } = event);
      if (event.type === "submission") ({ submission } = event);
    }
    return { claim, submission };
  }
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

type Spot = {
  readonly index: number;
  readonly element: number;
  readonly component: number | undefined;
  readonly isLine: boolean;
};

function replaced(values: readonly string[], at: number, value: string): readonly string[] {
  return Array.from({ length: Math.max(values.length, at + 1) }, (_, index) =>
    index === at ? value : (values[index] ?? ""),
  );
}

/** Pairs of values to compare: what stands there with another, then such as any type can be read from. */
function probes(value: string): readonly (readonly [string, string])[] {
  const last = value.charAt(value.length - 1);
  const other = last === "1" ? "2" : last === "Y" ? "N" : "1";
  const own: readonly (readonly [string, string])[] =
    value === "" ? [] : [[value, value.slice(0, -1) + other]];
  const ranges: readonly (readonly [string, string])[] = /^\d{8}-\d{8}$/.test(value)
    ? [["20250102-20250103", "20250102-20250104"]]
    : [];
  return [...ranges, ...own, ["20250102", "20250103"], ["1", "2"], ["Y", "N"], [value, ""]];
}

/** The 837 sets of a file that was sent, for finding what its answers point at. */
export function readOriginalSets(file: Uint8Array): OriginalSet[] {
  const reader = new SegmentReader();
  const outline = new Outline();
  const open = new OpenSets();
  const take = (tokens: readonly Token[]) => {
    for (const row of outline.read(tokens)) {
      if (row.is === "segment") open.add(row.segment, row.loops.at(-1)?.id);
    }
  };
  take(reader.push(file));
  take(reader.end());
  return open.sets;
}

/** Collects the sets, each with the ISA and GS that it stands under. */
class OpenSets {
  readonly sets: OriginalSet[] = [];
  private interchange = "";
  private group = "";
  private segments: OriginalSegment[] | undefined;

  add(segment: Segment, loop: string | undefined): void {
    const { id, raw, delimiters } = segment;
    const end = delimiters.segment;
    if (id === "ISA") this.interchange = raw + end;
    else if (id === "GS") this.group = raw + end;
    else if (id === "ST") this.segments = [{ id, raw, loop }];
    else this.segments?.push({ id, raw, loop });
    if (id !== "SE" || this.segments === undefined) return;
    const isClaims = this.segments[0]?.raw.split(delimiters.element)[1] === "837";
    const heading = this.interchange + this.group;
    if (isClaims) this.sets.push(new OriginalSet(heading, this.segments, delimiters));
    this.segments = undefined;
  }
}
