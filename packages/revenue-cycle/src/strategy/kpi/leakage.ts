import { centsWhere, type Figure } from "./figure.ts";
import type { MissingInput } from "./measures.ts";

/** Where the cause of a loss lies. */
export type Stage = "front-end" | "mid-cycle" | "back-end" | "payer";

/** One step on the way from the visit to the money; every lost dollar belongs to one of them. */
export type LeakageStep =
  | {
      readonly step: string;
      readonly figure: Figure;
      /** `denial`: the stage of the denial that caused the loss. */
      readonly stage: Stage | "denial";
      readonly requiresContracts?: true;
    }
  | { readonly step: string; readonly missing: MissingInput };

const noVisits: MissingInput = {
  code: "NO_VISITS",
  text: "Files of claims do not show the visits behind them.",
};

const lostToDenial = "written_off_cents + case when is_past_due then denied_cents else 0 end";

/** Steps in the order of the revenue cycle. */
export const leakageSteps: readonly LeakageStep[] = [
  { step: "missed-charge", missing: noVisits },
  { step: "undercoded", missing: { code: "NO_NOTES", text: "No clinical notes are on file." } },
  { step: "never-billed", missing: noVisits },
  {
    step: "rejected-unworked",
    stage: "back-end",
    figure: {
      source: "line",
      numerator: centsWhere("open_insurance_cents", "is_rejected_unworked"),
      rowCount: "open_insurance_lines",
      dimensions: ["payer"],
    },
  },
  {
    step: "timely-filing",
    stage: "denial",
    figure: {
      source: "line",
      numerator: centsWhere("written_off_cents + denied_cents", "category = 'timely-filing'"),
      dimensions: ["payer", "stage", "category", "code"],
    },
  },
  {
    step: "denied-lost",
    stage: "denial",
    figure: {
      source: "line",
      numerator: centsWhere(`(${lostToDenial})`, "category <> 'timely-filing'"),
      dimensions: ["payer", "stage", "category", "code"],
    },
  },
  {
    step: "underpaid",
    stage: "payer",
    requiresContracts: true,
    figure: {
      source: "contractLine",
      numerator: centsWhere("underpaid_cents"),
      dimensions: ["payer"],
    },
  },
  {
    step: "unposted",
    stage: "back-end",
    figure: {
      source: "cash",
      numerator: centsWhere("cents", "is_unposted"),
      dimensions: ["payer"],
    },
  },
  {
    step: "patient-uncollected",
    stage: "back-end",
    figure: {
      source: "line",
      numerator: centsWhere("patient_forgiven_cents"),
      dimensions: ["payer"],
    },
  },
];

/** The leakage measure in words. */
export const leakageFormula =
  "dollars lost for good or about to be, each in one step: rejected and never resent; timely filing; denied and written off or past its deadline; below the fee schedule; held or unapplied payments; forgiven to patients";
