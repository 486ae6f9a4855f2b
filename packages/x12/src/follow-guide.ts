import type { Choice, LoopState, Move, ReadingLoops } from "./compile-loops.ts";
import type { Segment } from "./segment.ts";
import type { SetContext } from "./set-context.ts";

/** Segments that carry the amounts and levels of their transactions: none may be passed over. */
const essential = new Set(["HL", "CLM", "CLP", "SVC", "CAS", "PLB", "SV1", "SV2", "SV3", "TRN"]);

/**
 * Follows a guide segment by segment: a segment belongs to the innermost open loop that has it, or
 * opens the loop whose code it carries. Order within a loop is not judged. A segment that opens a loop
 * elsewhere in the guide opens it anyway, so that what follows is not lost.
 */
export class GuideFollower<Role> {
  /** The loop of the last segment that has a place. */
  state: LoopState<Role>;
  /** Whether that segment opened it. */
  opened = false;
  private readonly loops: ReadingLoops<Role>;
  private readonly context: SetContext;

  constructor(loops: ReadingLoops<Role>, context: SetContext) {
    this.loops = loops;
    this.state = loops.root;
    this.context = context;
  }

  /**
   * Moves to the loop of a segment and reports one that has no place there: as an error when something
   * that matters is lost or out of its place. False when the segment cannot be read.
   */
  follow(segment: Segment): boolean {
    const choice = this.state.choices[segment.idIndex];
    const move = choice === undefined ? undefined : moveBy(choice, segment);
    if (move === undefined) return this.recover(segment);
    this.state = move.to;
    this.opened = move.opens;
    return true;
  }

  private recover(segment: Segment): boolean {
    const { state, context } = this;
    const { id } = segment;
    // A name of an unknown role ends the name before it: its address must not go to that one.
    if (state.entry === id && state.parent !== undefined) this.state = state.parent;
    const found = isName(id) ? undefined : this.openedBy(segment);
    const severity = found !== undefined || essential.has(id) ? "error" : undefined;
    context.report("X12_SEGMENT_UNEXPECTED", { segment, severity });
    if (found === undefined) return false;
    this.state = found;
    this.opened = true;
    return true;
  }

  /** The first loop of the guide that a segment opens. */
  private openedBy(segment: Segment): LoopState<Role> | undefined {
    const choice = this.loops.entries[segment.idIndex];
    if (choice === undefined) return undefined;
    return moveBy(choice, segment)?.to;
  }
}

function moveBy<Role>(choice: Choice<Role>, segment: Segment): Move<Role> | undefined {
  const { element, byCode, otherwise } = choice;
  if (element === 0) return otherwise;
  return byCode.get(segment.codeNumber(element)) ?? otherwise;
}

/** Segments whose loops exist at many places, so that one found elsewhere says nothing. */
function isName(segmentId: string): boolean {
  return segmentId === "NM1" || segmentId === "N1";
}
