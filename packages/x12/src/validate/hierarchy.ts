import type { IssueCode } from "../issue-codes.ts";
import type { Segment } from "../segment.ts";
import type { IssuePlace } from "../set-context.ts";
import type { Frame } from "./walk.ts";

/** Judges the numbers of hierarchical levels (X12.6 HL): their order, their parents, their children. */
export class HierarchyChecker {
  private readonly report: (code: IssueCode, place: IssuePlace) => void;
  private expected = 1;
  /** Number of the open level, by the depth of its loop. */
  private readonly open: { readonly depth: number; readonly number: string }[] = [];
  /** Levels that have others below them, by their loop. */
  private readonly parents = new Set<number>();

  constructor(report: (code: IssueCode, place: IssuePlace) => void) {
    this.report = report;
  }

  /** An HL segment that opened the loop of `frame`. */
  read(segment: Segment, frame: Frame): void {
    const number = segment.text(1) ?? "";
    if (number !== String(this.expected)) {
      this.report("X12_HIERARCHY_NUMBER", { segment, element: 1 });
    }
    const own = /^\d{1,12}$/.test(number) ? Number(number) : this.expected;
    this.expected = own + 1;
    const { depth } = frame.plan;
    while ((this.open[this.open.length - 1]?.depth ?? -1) >= depth) this.open.pop();
    const parent = this.open[this.open.length - 1];
    const named = segment.text(2);
    if (named !== parent?.number) this.report("X12_HIERARCHY_PARENT", { segment, element: 2 });
    for (let at = frame.plan.parent; at !== undefined; at = at.parent) {
      if (at.entry?.id !== "HL") continue;
      this.parents.add(at.index);
      break;
    }
    this.parents.delete(frame.plan.index);
    this.open.push({ depth, number });
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
