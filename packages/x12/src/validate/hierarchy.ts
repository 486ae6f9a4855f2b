import type { IssueCode } from "../issue-codes.ts";
import type { Segment } from "../segment.ts";
import type { IssuePlace } from "../set-context.ts";
import type { Frame } from "./walk.ts";

/** An open level; whether its number was the one that had to come. */
type Level = { readonly depth: number; readonly number: string; readonly isRight: boolean };

/** Judges the numbers of hierarchical levels (X12.6 HL): their order, their parents, their children. */
export class HierarchyChecker {
  private readonly report: (code: IssueCode, place: IssuePlace) => void;
  private expected = 1;
  /** Levels so far: after a wrong number, the next may go on from it or as if it had been right. */
  private count = 0;
  /** Number of the open level, by the depth of its loop. */
  private readonly open: Level[] = [];
  /** Levels that have others below them, by their loop. */
  private readonly parents = new Set<number>();

  constructor(report: (code: IssueCode, place: IssuePlace) => void) {
    this.report = report;
  }

  /** An HL segment that opened the loop of `frame`. */
  read(segment: Segment, frame: Frame): void {
    const number = segment.text(1) ?? "";
    this.count += 1;
    const isRight = number === String(this.expected) || number === String(this.count);
    if (!isRight) this.report("X12_HIERARCHY_NUMBER", { segment, element: 1 });
    const own = /^\d{1,12}$/.test(number) ? Number(number) : this.expected;
    this.expected = own + 1;
    const parent = this.enter(frame);
    const named = segment.text(2);
    // A level whose own number is wrong is not found by those below it.
    if (named !== parent?.number && parent?.isRight !== false) {
      this.report("X12_HIERARCHY_PARENT", { segment, element: 2 });
    }
    this.open.push({ depth: frame.plan.depth, number, isRight });
  }

  /** A level whose HL is missing: its number is the one that would have come. */
  presume(frame: Frame): void {
    this.count += 1;
    this.enter(frame);
    this.open.push({ depth: frame.plan.depth, number: String(this.expected), isRight: true });
    this.expected += 1;
  }

  /** A level of an unknown kind stands below a loop. */
  sawBelow({ plan }: Frame): void {
    this.parents.add(plan.index);
  }

  /** Leaves the levels that end where this one begins; gives the one above it. */
  private enter({ plan }: Frame): Level | undefined {
    while ((this.open[this.open.length - 1]?.depth ?? -1) >= plan.depth) this.open.pop();
    for (let at = plan.parent; at !== undefined; at = at.parent) {
      if (at.entry?.id !== "HL") continue;
      this.parents.add(at.index);
      break;
    }
    this.parents.delete(plan.index);
    return this.open[this.open.length - 1];
  }

  /** A loop has ended: HL04 must have said whether levels stood below it. */
  close(frame: Frame): void {
    const [entry] = frame.segments;
    if (entry?.id !== "HL") return;
    const said = entry.text(4);
    if (said === undefined) return;
    const has = this.parents.has(frame.plan.index);
    if ((said === "1") !== has) {
      this.report("X12_HIERARCHY_CHILD", { segment: entry, element: 4 });
    }
  }
}
