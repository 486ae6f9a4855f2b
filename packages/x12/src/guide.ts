import type { Segment } from "./segment.ts";

/** The segment that opens a loop, and the qualifier values that choose it among others. */
export type LoopTrigger = {
  readonly segment: string;
  readonly element?: number;
  readonly values?: readonly string[];
};

/** One row of a guide's table: a loop, where it may stand, what opens it and what it holds. */
export type LoopRow = {
  readonly id: string;
  readonly name: string;
  readonly under: readonly string[];
  readonly opens: LoopTrigger;
  /** Segments of the loop besides the one that opens it. */
  readonly segments: readonly string[];
};

/** A transaction set's loops as data. The first row is the set itself, opened by ST. */
export type Guide = {
  /** For example `005010X221A1`. */
  readonly version: string;
  readonly setId: string;
  readonly loops: readonly LoopRow[];
};

/** A loop at one place of the tree; a loop that may stand under two parents has two nodes. */
export type LoopNode = {
  readonly row: LoopRow;
  readonly parent: LoopNode | undefined;
  readonly children: readonly LoopNode[];
  /** By the index of a segment's identifier, each made when it is first met. */
  readonly moves: (readonly Move[] | undefined)[];
};

type Move = {
  readonly to: LoopNode;
  readonly opens: boolean;
  readonly element: number;
  readonly values: readonly string[] | undefined;
};

/** The tree of a guide's table, ready for walking. */
export function compileGuide(guide: Guide): LoopNode {
  const [root] = guide.loops;
  if (root === undefined) throw new Error(`guide ${guide.version} has no loops`);
  return nodeOf(root, undefined, guide.loops);
}

function nodeOf(row: LoopRow, parent: LoopNode | undefined, rows: readonly LoopRow[]): LoopNode {
  const children: LoopNode[] = [];
  const node: LoopNode = { row, parent, children, moves: [] };
  for (const candidate of rows) {
    if (candidate.under.includes(row.id)) children.push(nodeOf(candidate, node, rows));
  }
  return node;
}

/** How a segment fits a guide: at its place, out of its place but understood, or not at all. */
export type LoopStep = "in-place" | "out-of-place" | "unknown";

/**
 * Follows a guide segment by segment: a segment belongs to the innermost open loop that has it, or
 * opens the loop whose qualifier it carries. Order within a loop is not judged. A segment that opens
 * a loop elsewhere in the guide opens it anyway, so that what follows is not lost.
 */
export class LoopWalker {
  node: LoopNode;
  /** Whether the last segment opened `node`. */
  opened = false;
  private readonly root: LoopNode;

  constructor(root: LoopNode) {
    this.root = root;
    this.node = root;
  }

  step(segment: Segment): LoopStep {
    const { node } = this;
    const moves = node.moves[segment.idIndex] ?? movesFrom(node, segment);
    for (let at = 0; at < moves.length; at += 1) {
      const move = moves[at] as Move;
      if (move.values !== undefined && !hasOneOf(segment, move.element, move.values)) continue;
      this.node = move.to;
      this.opened = move.opens;
      return "in-place";
    }
    return this.recover(segment);
  }

  private recover(segment: Segment): LoopStep {
    const { opens } = this.node.row;
    // A name of an unknown role ends the name before it: its address must not go to that one.
    if (opens.segment === segment.id && this.node.parent !== undefined)
      this.node = this.node.parent;
    if (isName(segment.id)) return "unknown";
    const node = nodeOpenedBy(this.root, segment);
    if (node === undefined) return "unknown";
    this.node = node;
    this.opened = true;
    return "out-of-place";
  }
}

/** Segments whose loops exist at many places, so that one found elsewhere says nothing. */
function isName(segmentId: string): boolean {
  return segmentId === "NM1" || segmentId === "N1";
}

function nodeOpenedBy(node: LoopNode, segment: Segment): LoopNode | undefined {
  for (const child of node.children) {
    const { segment: id, element, values } = child.row.opens;
    const fits = values === undefined || values.includes(segment.text(element ?? 0) ?? "");
    if (id === segment.id && fits) return child;
    const deeper = nodeOpenedBy(child, segment);
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}

function hasOneOf(segment: Segment, element: number, values: readonly string[]): boolean {
  for (let at = 0; at < values.length; at += 1) {
    if (segment.is(element, values[at] ?? "")) return true;
  }
  return false;
}

/** Nothing leads on from an identifier that is not known: no guide has it. */
function movesFrom(node: LoopNode, { id: segmentId, idIndex }: Segment): readonly Move[] {
  const moves: Move[] = [];
  if (idIndex === 0) return moves;
  for (let at: LoopNode | undefined = node; at !== undefined; at = at.parent) {
    for (const child of at.children) {
      const { segment, element, values } = child.row.opens;
      if (segment !== segmentId) continue;
      moves.push({ to: child, opens: true, element: element ?? 0, values });
    }
    if (at.row.segments.includes(segmentId) && isHeadingNear(node, at)) {
      moves.push({ to: at, opens: false, element: 0, values: undefined });
      break;
    }
  }
  node.moves[idIndex] = moves;
  return moves;
}

/** The set's own segments stand at its beginning: from deeper loops no way leads back to them. */
function isHeadingNear(node: LoopNode, at: LoopNode): boolean {
  return at.parent !== undefined || node === at || node.parent === at;
}
