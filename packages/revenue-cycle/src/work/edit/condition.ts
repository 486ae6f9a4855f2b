import type { Collection, FactName } from "./fact-catalogue.ts";
import type { CodeQuestion, LookedUpStanding } from "./facts.ts";

export const comparisons = ["<", "<=", ">", ">="] as const;
export type Comparison = (typeof comparisons)[number];

/** Forms that a text may have and that no pattern can say. */
export const forms = [
  "civil-date",
  "npi",
  "tax-id",
  "taxonomy",
  "state",
  "postal-code",
  "postal-code-nine",
  "phone",
  "icd-10-cm",
  "procedure",
  "modifier",
  "ndc",
  "clia",
  "medicare-number",
] as const;
export type Form = (typeof forms)[number];

/** A single value that a fact is held against. */
export type Scalar = string | number | boolean;

/** How a code set may answer about a code; `not-loaded` can not be asked for. */
export type AskedStanding = Exclude<LookedUpStanding, "not-loaded">;
export const askedStandings = ["valid", "heading", "not-yet", "ended", "absent"] as const;

/**
 * What must hold for an edit to fire, as a tree.
 *
 * Three values: holds, does not hold, cannot be judged. A fact that is absent satisfies neither a
 * comparison nor its negation; only `missing` and `stated` ask for absence. A fact that is not
 * evaluable makes whatever depends on it not evaluable.
 */
export type Condition =
  | { readonly is: "and" | "or"; readonly of: readonly Condition[] }
  | { readonly is: "not"; readonly of: Condition }
  /** Holds for one, or for each, of the subject's lines or diagnoses. */
  | { readonly is: "any" | "all"; readonly in: Collection; readonly where: Condition }
  /** Is there, with at least one character or member; a blank text is missing. */
  | { readonly is: "stated" | "missing"; readonly fact: FactName }
  | { readonly is: "equals"; readonly fact: FactName; readonly value: Scalar }
  | { readonly is: "in"; readonly fact: FactName; readonly values: readonly Scalar[] }
  /** A list has one of the values. An empty list has none; one that is absent is not judged. */
  | { readonly is: "includes"; readonly fact: FactName; readonly values: readonly Scalar[] }
  | { readonly is: "matches"; readonly fact: FactName; readonly pattern: string }
  | { readonly is: "has-form"; readonly fact: FactName; readonly form: Form }
  /** A number, an amount or a day against a value. */
  | {
      readonly is: "compare";
      readonly fact: FactName;
      readonly operator: Comparison;
      readonly value: number | string;
    }
  /** Two facts of one kind against each other. */
  | {
      readonly is: "compare-facts";
      readonly fact: FactName;
      readonly operator: Comparison | "=";
      readonly other: FactName;
    }
  /** Calendar days from one day to another, negative when the second is earlier. */
  | {
      readonly is: "days-between";
      readonly from: FactName;
      readonly to: FactName;
      readonly operator: Comparison;
      readonly days: number;
    }
  /** How a code set stands to a code on a day. */
  | {
      readonly is: "code-standing";
      readonly fact: FactName;
      readonly codeSet: CodeQuestion["codeSet"];
      readonly on: FactName;
      readonly standings: readonly AskedStanding[];
    };
