import type { IssueSeverity, SnipType } from "../issue.ts";

/** What is fixed about a code: everything but the place. */
export type IssueRule = {
  readonly severity: IssueSeverity;
  /** Where a file is received rather than sent: tolerant where nothing is lost. */
  readonly received: IssueSeverity;
  readonly snip: SnipType;
  readonly source: string;
  readonly message: string;
};

/** A rule whose breach makes a file, set, claim or payment unusable, sent or received. */
export const error = (snip: SnipType, source: string, message: string): IssueRule => ({
  ...{ severity: "error", received: "error", snip, source, message },
});

/** A rule whose breach a receiver may refuse, but which loses nothing when it is read. */
export const refusal = (snip: SnipType, source: string, message: string): IssueRule => ({
  ...{ severity: "error", received: "warning", snip, source, message },
});

export const warning = (snip: SnipType, source: string, message: string): IssueRule => ({
  ...{ severity: "warning", received: "warning", snip, source, message },
});

/** A rule that a sender should look at and a receiver need not. */
export const hint = (snip: SnipType, source: string, message: string): IssueRule => ({
  ...{ severity: "warning", received: "information", snip, source, message },
});

export const information = (snip: SnipType, source: string, message: string): IssueRule => ({
  ...{ severity: "information", received: "information", snip, source, message },
});
