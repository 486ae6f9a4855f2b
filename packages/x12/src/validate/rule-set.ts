import type { IssueCode } from "../issue-codes.ts";
import type { Segment } from "../segment.ts";
import type { CompiledGuide } from "./compile-table.ts";
import type { Frame } from "./walk.ts";

/** Where a rule that is written as code found something. */
export type RulePlace = {
  readonly segment?: Segment | undefined;
  readonly element?: number | undefined;
  readonly component?: number | undefined;
  readonly loop?: string | undefined;
  readonly missing?: string | undefined;
};

export type ReportRule = (code: IssueCode, place: RulePlace) => void;

/** What rules of one kind of transaction work with. */
export type RuleContext = {
  readonly guide: CompiledGuide;
  readonly report: ReportRule;
  /** Every loop's last state, by the loop's index. */
  readonly frames: readonly Frame[];
  /** Today as a civil date, where the caller told it. */
  readonly today: string | undefined;
  /** The day on which the set was made (GS04), where it says so. */
  readonly on: string | undefined;
  /** How many segments of the set so far could not be read where sums would need them. */
  readonly strays: () => number;
};

/**
 * Rules that compare or add up segments of a set. `watch` names what they look at, once per guide; a
 * handler gets each such segment, or each such loop when it ends.
 */
export type RuleSet = {
  /** By segment id and loop id, `*` for any loop: `SV1@2400`, `CAS@*`. */
  readonly segments: Readonly<Record<string, (segment: Segment, frame: Frame) => void>>;
  /** By loop id, called after the loops below have ended. */
  readonly loops: Readonly<Record<string, (frame: Frame) => void>>;
  readonly opens?: Readonly<Record<string, (frame: Frame) => void>>;
};

export type OpenRuleSet = (context: RuleContext) => RuleSet;
