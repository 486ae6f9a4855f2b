import type { FactName, facts } from "./fact-catalogue.ts";

/**
 * A fact that cannot be known now, and what is missing: a code set that is not loaded, an
 * eligibility answer that did not come. It is neither there nor absent.
 */
export type NotEvaluable = { readonly missing: string };

/** A value of a fact. `undefined` is absent, which is not zero and not an empty text. */
export type FactValue = string | number | boolean | readonly string[] | readonly number[];

type ValueOf<Type> = Type extends "number" | "cents"
  ? number
  : Type extends "flag"
    ? boolean
    : Type extends "codes"
      ? readonly string[]
      : Type extends "numbers"
        ? readonly number[]
        : string;

type Catalogue = typeof facts;
type StatedName = {
  [Name in FactName]: Catalogue[Name] extends { readonly derived: true } ? never : Name;
}[FactName];
type Statements<Name extends StatedName> = {
  readonly [Each in Name]?: ValueOf<Catalogue[Each]["type"]> | NotEvaluable | undefined;
};

/** Facts of one service line. */
export type LineFacts = Statements<Extract<StatedName, `line.${string}`>>;

/** Facts of one diagnosis. */
export type DiagnosisFacts = Statements<Extract<StatedName, `diagnosis.${string}`>>;

/** Facts of the subject as a whole. */
export type WholeFacts = Statements<Exclude<StatedName, `line.${string}` | `diagnosis.${string}`>>;

/** How a code stands in its set on a day; `not-loaded` concludes nothing. */
export type LookedUpStanding = "valid" | "heading" | "not-yet" | "ended" | "absent" | "not-loaded";

/** A question to a code set. */
export type CodeQuestion = {
  readonly codeSet: "icd-10-cm" | "hcpcs" | "nucc-taxonomy" | "place-of-service";
  readonly code: string;
  readonly on: string;
};

/** How a code stands; undefined where nobody looked, which is as good as not loaded. */
export type CodeLookup = (question: CodeQuestion) => LookedUpStanding | undefined;

/** What a stage tells the edits about one subject: a registration, an encounter, a claim. */
export type SubjectFacts = {
  readonly whole: WholeFacts;
  readonly lines?: readonly LineFacts[];
  readonly diagnoses?: readonly DiagnosisFacts[];
  /** Day of service, by which edits are looked up; the day of judging where there is none. */
  readonly serviceOn?: string | undefined;
  readonly codes?: CodeLookup;
};

/** Whether a value says that it cannot be known. */
export function isNotEvaluable(value: unknown): value is NotEvaluable {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof (value as { missing?: unknown }).missing === "string"
  );
}
