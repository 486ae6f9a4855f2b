import type { Role } from "@headwater/code-sets";
import type { Condition } from "./condition.ts";
import type { Collection, EditStage, FactName } from "./fact-catalogue.ts";

/** A hold stops the subject, a warning is shown to whoever works on it, information is kept. */
export const severities = ["hold", "warning", "information"] as const;
export type Severity = (typeof severities)[number];

/** An edit runs only while it is active. */
export const editStates = ["draft", "active", "retired"] as const;
export type EditState = (typeof editStates)[number];

/** To whom an edit applies; an absent list applies to all. */
export type EditRestriction = {
  readonly payerIds?: readonly number[];
  readonly linesOfBusiness?: readonly string[];
  readonly planIds?: readonly number[];
  /** Kinds of claim: professional, institutional, dental. */
  readonly kinds?: readonly string[];
};

/** A rule about the facts of a stage, as data. */
export type Edit = {
  /** Stable, unique in a practice. */
  readonly code: string;
  readonly stage: EditStage;
  /** With a collection the condition is judged for each member, and each has its own finding. */
  readonly each?: Collection;
  readonly condition: Condition;
  /** What is wrong and what to do, with facts in braces: `Line {line.number} has no charge.` */
  readonly message: string;
  readonly severity: Severity;
  readonly ownerRole: Exclude<Role, "patient" | "operator">;
  /** The field that a person is taken to. */
  readonly field: FactName;
  /** First and last day of service for which it holds. */
  readonly effectiveFrom: string;
  readonly effectiveTo?: string;
  /** The rule it follows: a law, a guide's loop and element, a manual's chapter. */
  readonly source: string;
  readonly state: EditState;
  readonly restriction?: EditRestriction;
};

/** What a message quotes: codes, numbers and days; never who a person is. */
export type FindingParameters = Readonly<Record<string, string | number>>;

/** What an edit found. */
export type EditFinding = {
  readonly code: string;
  readonly severity: Severity;
  readonly ownerRole: Edit["ownerRole"];
  readonly field: FactName;
  /** Position of the line or diagnosis, 1-based; undefined when it is about the whole. */
  readonly at?: number;
  readonly message: string;
  readonly parameters: FindingParameters;
};

/** An edit that could not be judged, and what was missing. Never a hold. */
export type UnjudgedEdit = { readonly code: string; readonly missing: readonly string[] };

/** The answer of all edits about one subject, in the order of their codes. */
export type EditAnswer = {
  readonly findings: readonly EditFinding[];
  readonly notEvaluable: readonly UnjudgedEdit[];
};
