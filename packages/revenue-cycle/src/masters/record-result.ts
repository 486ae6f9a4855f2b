import type { MasterFault } from "./master-faults.ts";

/** What became of a description that a person sent. `Refusal` are codes of the routes' problems. */
export type RecordResult<Answer, Refusal extends string = RecordRefusal> =
  | { readonly is: "recorded"; readonly answer: Answer }
  | { readonly is: "invalid"; readonly faults: readonly MasterFault[] }
  | { readonly is: "refused"; readonly code: Refusal; readonly detail?: string };

export type RecordRefusal = "not_found" | "revision_changed";
