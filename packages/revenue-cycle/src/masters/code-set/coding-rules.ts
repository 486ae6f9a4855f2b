/** Procedure codes of one claim on one day. */
export type CodesOfDay = { readonly codes: readonly string[]; readonly on: string };

/** `not-loaded` concludes nothing; `absent` is an answer. */
export type RuleAnswer<Found> =
  | { readonly is: "not-loaded" }
  | { readonly is: "absent" }
  | ({ readonly is: "found" } & Found);

/** What official tables say about procedure codes, for practitioners; asked without waiting. */
export type CodingRules = {
  /** Whether the second code is not paid beside the first: 0 never, 1 with a modifier. */
  readonly pair: (
    column1: string,
    column2: string,
    on: string,
  ) => RuleAnswer<{ readonly modifierIndicator: number }>;
  readonly unitLimit: (
    code: string,
    on: string,
  ) => RuleAnswer<{ readonly units: number; readonly adjudicationIndicator: number }>;
  readonly feeSchedule: (
    code: string,
    on: string,
  ) => RuleAnswer<{ readonly status: string; readonly globalDays: string }>;
};
