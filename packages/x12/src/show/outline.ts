import type { Segment } from "../segment.ts";
import { describeSegment } from "../segment-names.ts";
import type { Token } from "../segment-reader.ts";
import type { Skipped } from "../skipped.ts";
import { compileTable, type LoopPlan } from "../validate/compile-table.ts";
import { tableFor } from "../validate/guide-rules.ts";
import { LoopFollower } from "./follow-loops.ts";

/** A loop around a segment. */
export type OutlineLoop = { readonly id: string; readonly name: string };

/** A segment with its place in the file: interchange, group, set, loops. */
export type OutlineSegment = {
  readonly is: "segment";
  readonly segment: Segment;
  /** What the segment is at its place, in a few words; "" where nothing is known of it. */
  readonly name: string;
  /** 0 for ISA and IEA, 1 for GS and GE, 2 for ST and SE, 3 and more for what stands in a set. */
  readonly depth: number;
  /** The loops of the guide around it, the outermost first. */
  readonly loops: readonly OutlineLoop[];
  /** Whether it opens the innermost of them. */
  readonly opensLoop: boolean;
};

/** Bytes that are no segment, at their place. */
export type OutlineSkipped = { readonly is: "skipped"; readonly skipped: Skipped };

/** A segment with its place in the tree, or what was skipped. */
export type OutlineRow = OutlineSegment | OutlineSkipped;

/** Where an outline goes on that begins in the middle of a file. */
export type OutlineStart = {
  /** ST01 of the set that it begins in. */
  readonly setId: string;
  /** ST03, else GS08. */
  readonly version: string;
  /** Whether the first segment is not the set's ST. */
  readonly inMiddle: boolean;
};

const noLoops: readonly OutlineLoop[] = [];
const envelopeDepths: Readonly<Record<string, number>> = {
  ISA: 0,
  IEA: 0,
  GS: 1,
  GE: 1,
  ST: 2,
  SE: 2,
};

/**
 * Tells of every segment where it stands in the tree of its file, while the file streams: tokens in
 * their order become rows in the same order. Sets without a guide of ours have no loops.
 */
export class Outline {
  private version = "";
  private follower: LoopFollower | undefined;
  private isInSet = false;
  private readonly paths = new Map<LoopPlan, readonly OutlineLoop[]>();

  constructor(start?: OutlineStart) {
    if (start === undefined) return;
    this.version = start.version;
    if (start.inMiddle) this.openSet(start.setId, start.version, { inMiddle: true });
  }

  read(tokens: readonly Token[]): OutlineRow[] {
    return tokens.map((token) => this.row(token));
  }

  /** The row of the next token. */
  row(token: Token): OutlineRow {
    return token.kind === "segment" ? this.place(token) : { is: "skipped", skipped: token };
  }

  private place(segment: Segment): OutlineSegment {
    const depth = envelopeDepths[segment.id];
    if (depth === undefined) return this.placeContent(segment);
    this.isInSet = false;
    this.follower = undefined;
    if (segment.id === "GS") this.version = segment.text(8) ?? "";
    if (segment.id === "ISA") this.version = "";
    if (segment.id === "ST") {
      this.openSet(segment.text(1) ?? "", segment.text(3) ?? this.version, { inMiddle: false });
    }
    const name = describeSegment(segment.id) ?? "";
    return { is: "segment", segment, name, depth, loops: noLoops, opensLoop: false };
  }

  private placeContent(segment: Segment): OutlineSegment {
    const plain = { is: "segment", segment, loops: noLoops, opensLoop: false } as const;
    const general = describeSegment(segment.id) ?? "";
    if (this.follower === undefined) {
      return { ...plain, name: general, depth: this.isInSet ? 3 : 1 };
    }
    const { loop, plan, opens } = this.follower.step(segment);
    const loops = this.pathOf(loop);
    const name = plan?.name ?? general;
    return { is: "segment", segment, name, depth: 3 + loops.length, loops, opensLoop: opens };
  }

  private openSet(setId: string, version: string, start: { readonly inMiddle: boolean }): void {
    this.isInSet = true;
    const table = tableFor(setId, version);
    this.follower = table === undefined ? undefined : new LoopFollower(compileTable(table), start);
  }

  private pathOf(loop: LoopPlan): readonly OutlineLoop[] {
    const known = this.paths.get(loop);
    if (known !== undefined) return known;
    const path =
      loop.parent === undefined
        ? noLoops
        : [...this.pathOf(loop.parent), { id: loop.id, name: loop.name }];
    this.paths.set(loop, path);
    return path;
  }
}
