import type { SourceName } from "./figure.ts";
import type { Breakdown } from "./report-answers.ts";

/** The numbers of one group. */
export type Sums = {
  /** By which columns it is split, in their fixed order. */
  readonly by: readonly Breakdown[];
  /** In the order of `by`. A payer is named by its key. */
  readonly keys: readonly string[];
  readonly payer: string | null;
  readonly payerId: number | null;
  readonly numbers: ReadonlyMap<string, number | null>;
};

/** Every number of a report: of the whole, and of the groups that were asked for. */
export type ReportSums = {
  /** The groups of a source by these columns. */
  groups(source: SourceName, by: readonly Breakdown[]): readonly Sums[];
  /** A number of the whole by its name; zero for one that nothing was asked of. */
  number(name: string): number;
};
