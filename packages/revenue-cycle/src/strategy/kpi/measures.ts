import { centsWhere, countWhere, type Figure, type FigurePart } from "./figure.ts";
import type { Breakdown } from "./report-answers.ts";

export type MeasureUnit = "share" | "days" | "cents" | "count";

/** Why a measure has no value: a stable code and a sentence with what would change it. */
export type MissingInput = { readonly code: string; readonly text: string };

export type Benchmark = {
  /** What must at least be reached, in the measure's unit. */
  readonly floor: number;
  /** What the best reach. */
  readonly top: number | null;
  readonly better: "higher" | "lower";
  readonly source: string;
};

type Described = {
  readonly name: string;
  readonly unit: MeasureUnit;
  /** The formula as a sentence, numerator over denominator. */
  readonly formula: string;
  /** Which date places a row in the cohort. */
  readonly dateBasis: string;
  readonly target: Benchmark | null;
};

/** How numerator and denominator make the value. */
export type Computation = "ratio" | "mean" | "median" | "sum";

export type ComputedMeasure = Described &
  Figure & {
    readonly computation: Computation;
    /** The denominator is this many days' worth and enters as a daily average. */
    readonly denominatorDays?: number;
    /** Rows without which the numerator would say nothing. */
    readonly requires?: { readonly part: FigurePart; readonly missing: MissingInput };
    /** Only with a fee schedule on file. */
    readonly requiresContracts?: true;
    readonly missing: MissingInput;
    /** A second sum shown beside the value. */
    readonly cents?: FigurePart;
  };

/** A measure whose inputs are not on file. */
export type UnmeasuredMeasure = Described & { readonly missing: MissingInput };

const whoAndWhere: readonly Breakdown[] = ["payer", "provider", "facility"];
const allDimensions: readonly Breakdown[] = [
  ...whoAndWhere,
  "stage",
  "category",
  "code",
  "process",
];

const denialMetrics = "HFMA Claim Integrity Task Force, Standardizing Denial Metrics";
const mapKeys = "HFMA MAP Keys";
const ownTarget = "project default";

const firstAdjudicated = "is_original and is_adjudicated";
const open = "open_insurance_cents + open_patient_cents";
const payments = "insurance_paid_cents + patient_paid_cents";

const noAdjudication: MissingInput = {
  code: "NO_ADJUDICATION",
  text: "No remittance has answered a claim yet. Import the 835 files that belong to the claims.",
};
const noContract: MissingInput = {
  code: "NO_FEE_SCHEDULE",
  text: "No payer fee schedule is on file. Import one as CSV: payer_id, payer, procedure_code, allowed, effective_from, effective_to.",
};
const noMatureYear: MissingInput = {
  code: "NO_MATURE_CLAIMS",
  text: "No claim is old enough: the year that ends 120 days before the as-of date holds none.",
};
const noPayment: MissingInput = {
  code: "NO_PAYMENT",
  text: "No submitted claim was paid by its payer yet.",
};

/** The measures that rows on file can prove, in the order of the report. */
export const computedMeasures: readonly ComputedMeasure[] = [
  {
    name: "cleanClaimRate",
    unit: "share",
    formula:
      "original claims written here that passed every edit and were never held, corrected by hand or rejected before a payer judged them ÷ original claims written here",
    dateBasis: "date of service",
    target: { floor: 0.95, top: 0.98, better: "higher", source: mapKeys },
    source: "ownClaim",
    computation: "ratio",
    numerator: countWhere("is_clean"),
    denominator: countWhere("true"),
    dimensions: whoAndWhere,
    missing: {
      code: "NO_EDIT_LOG",
      text: "An 837 file shows a claim as it was sent, not what had to be corrected by hand before. Only claims written here can be measured, and there is none.",
    },
  },
  {
    name: "chargeLagDays",
    unit: "days",
    formula:
      "days from the date of service to the entry of the charge, summed ÷ charges entered here",
    dateBasis: "date of service",
    target: { floor: 2, top: null, better: "lower", source: ownTarget },
    source: "charge",
    computation: "mean",
    numerator: { where: "true", value: "days_to_entry * n", withZeros: true },
    denominator: countWhere("true"),
    dimensions: ["provider", "facility"],
    missing: {
      code: "NO_CHARGE_ENTRY_DATE",
      text: "Claim files do not say when a charge was entered, and no visit was charged here.",
    },
  },
  {
    name: "firstPassAcceptance",
    unit: "share",
    formula:
      "original claims accepted by the payer on their first submission (999 A or E and no 277CA rejection) ÷ original claims submitted",
    dateBasis: "submission date",
    target: { floor: 0.98, top: null, better: "higher", source: ownTarget },
    source: "claim",
    computation: "ratio",
    numerator: countWhere("is_original and first_acceptance = 'accepted'"),
    denominator: countWhere("is_original"),
    dimensions: whoAndWhere,
    requires: {
      part: countWhere("is_original and first_acceptance is not null"),
      missing: {
        code: "NO_ACKNOWLEDGMENT",
        text: "No acknowledgment answers these claims. Import the 999 and 277CA files that came back for them.",
      },
    },
    missing: { code: "NO_SUBMISSION", text: "No claim was submitted yet. Import 837 files." },
  },
  {
    name: "firstPassResolution",
    unit: "share",
    formula:
      "original claims whose first adjudication left nothing to do (paid or passed to the patient, nothing denied, not corrected, not below the fee schedule where one is on file) ÷ original claims with a first adjudication",
    dateBasis: "date of the first adjudication",
    target: { floor: 0.9, top: null, better: "higher", source: ownTarget },
    source: "claim",
    on: "first_adjudicated_on",
    computation: "ratio",
    numerator: countWhere(
      `${firstAdjudicated} and first_outcome in ('paid', 'patient') and not has_initial_denial and not is_corrected and not is_underpaid`,
    ),
    denominator: countWhere(firstAdjudicated),
    dimensions: whoAndWhere,
    missing: noAdjudication,
  },
  {
    name: "initialDenialRate",
    unit: "share",
    formula:
      "original claims wholly denied at their first adjudication (nothing paid, nothing left to the patient as deductible, coinsurance or copay) ÷ original claims with a first adjudication; the cohort form, not the HFMA three-month form",
    dateBasis: "date of the first adjudication",
    target: { floor: 0.05, top: 0.03, better: "lower", source: denialMetrics },
    source: "claim",
    on: "first_adjudicated_on",
    computation: "ratio",
    numerator: countWhere(`${firstAdjudicated} and first_outcome = 'denied'`),
    denominator: countWhere(firstAdjudicated),
    dimensions: allDimensions,
    missing: noAdjudication,
  },
  {
    name: "initialDenialRateDollars",
    unit: "share",
    formula:
      "charges of the original claims wholly denied at their first adjudication ÷ charges of the original claims with a first adjudication",
    dateBasis: "date of the first adjudication",
    target: { floor: 0.05, top: 0.03, better: "lower", source: denialMetrics },
    source: "claim",
    on: "first_adjudicated_on",
    computation: "ratio",
    numerator: centsWhere("charged_cents", `${firstAdjudicated} and first_outcome = 'denied'`),
    denominator: centsWhere("charged_cents", firstAdjudicated),
    dimensions: allDimensions,
    missing: noAdjudication,
  },
  {
    name: "anyLineDenialRate",
    unit: "share",
    formula:
      "original claims with at least one line denied at their first adjudication ÷ original claims with a first adjudication",
    dateBasis: "date of the first adjudication",
    target: null,
    source: "claim",
    on: "first_adjudicated_on",
    computation: "ratio",
    numerator: countWhere(
      `${firstAdjudicated} and (has_initial_denial or first_outcome = 'denied')`,
    ),
    denominator: countWhere(firstAdjudicated),
    dimensions: allDimensions,
    missing: noAdjudication,
  },
  {
    name: "remittanceDenialRate",
    unit: "share",
    formula:
      "claims on remittances with nothing paid, nothing left to the patient as deductible, coinsurance or copay, and a denial reason or claim status 4 ÷ claims on remittances (reversals, predeterminations and claims of others not counted)",
    dateBasis: "payment date of the remittance",
    target: { floor: 0.05, top: null, better: "lower", source: mapKeys },
    source: "remittanceClaim",
    computation: "ratio",
    numerator: countWhere("is_denied"),
    denominator: countWhere("true"),
    dimensions: [...whoAndWhere, "code"],
    missing: {
      code: "NO_REMITTANCE",
      text: "No remittance was read yet. Import 835 files.",
    },
  },
  {
    name: "denials",
    unit: "count",
    formula: "denials received: every reason by which a payer refused a line or a whole claim",
    dateBasis: "date of the remittance",
    target: null,
    source: "denial",
    computation: "sum",
    numerator: countWhere("true"),
    cents: centsWhere("cents"),
    dimensions: allDimensions,
    requires: {
      part: countWhere("true"),
      missing: noAdjudication,
    },
    missing: noAdjudication,
  },
  {
    name: "daysToPayment",
    unit: "days",
    formula: "days from the first submission to the payer's first payment, summed ÷ paid claims",
    dateBasis: "date of the first payment",
    target: { floor: 30, top: 18, better: "lower", source: ownTarget },
    source: "claim",
    on: "first_paid_on",
    computation: "mean",
    numerator: {
      where: "days_to_payment is not null",
      value: "days_to_payment * n",
      withZeros: true,
    },
    denominator: countWhere("days_to_payment is not null"),
    dimensions: whoAndWhere,
    missing: noPayment,
  },
  {
    name: "daysToPaymentMedian",
    unit: "days",
    formula: "median of the days from the first submission to the payer's first payment",
    dateBasis: "date of the first payment",
    target: { floor: 30, top: 18, better: "lower", source: ownTarget },
    source: "claim",
    on: "first_paid_on",
    computation: "median",
    numerator: {
      where: "days_to_payment is not null",
      value: "days_to_payment * n",
      withZeros: true,
    },
    denominator: countWhere("days_to_payment is not null"),
    dimensions: whoAndWhere,
    missing: noPayment,
  },
  {
    name: "grossDaysInAr",
    unit: "days",
    formula:
      "open insurance and patient receivable (credits apart) ÷ average daily gross charges by date of service over the 90 days that end at the as-of date",
    dateBasis: "balance at the as-of date; date of service",
    target: { floor: 40, top: 30, better: "lower", source: ownTarget },
    source: "line",
    computation: "ratio",
    numerator: centsWhere(open),
    denominator: centsWhere("charged_cents", "is_recent"),
    denominatorDays: 90,
    dimensions: whoAndWhere,
    missing: {
      code: "NO_RECENT_CHARGES",
      text: "No charge has a date of service in the 90 days that end at the as-of date.",
    },
  },
  {
    name: "arOver90Share",
    unit: "share",
    formula:
      "open insurance and patient receivable older than 90 days from the date of service ÷ open insurance and patient receivable (credits apart)",
    dateBasis: "date of service",
    target: { floor: 0.1, top: null, better: "lower", source: mapKeys },
    source: "line",
    computation: "ratio",
    numerator: centsWhere(open, "age_bucket in ('91-120', '>120')"),
    denominator: centsWhere(open),
    dimensions: whoAndWhere,
    missing: { code: "NOTHING_OPEN", text: "Nothing is open at the as-of date." },
  },
  {
    name: "netCollectionRate",
    unit: "share",
    formula:
      "payments of payers and patients ÷ expected allowed amount of the same lines: what the payer allowed where it paid; the fee schedule, else the payer's usual allowed amount for the code, else the charge where it denied or has not answered",
    dateBasis: "date of service 120 to 485 days before the as-of date",
    target: { floor: 0.96, top: 0.97, better: "higher", source: ownTarget },
    source: "matureLine",
    computation: "ratio",
    numerator: centsWhere(payments),
    denominator: centsWhere("expected_cents"),
    dimensions: whoAndWhere,
    missing: noMatureYear,
  },
  {
    name: "netCollectionRateProxy",
    unit: "share",
    formula:
      "payments of payers and patients ÷ (charges − contractual adjustments posted); reads low, because denied lines stay at the gross charge",
    dateBasis: "date of service 120 to 485 days before the as-of date",
    target: null,
    source: "matureLine",
    computation: "ratio",
    numerator: centsWhere(payments),
    denominator: centsWhere("charged_cents - contractual_cents"),
    dimensions: whoAndWhere,
    missing: noMatureYear,
  },
  {
    name: "patientCollectionRate",
    unit: "share",
    formula: "patient payments ÷ patient responsibility moved to patients",
    dateBasis: "date of the movement in the books",
    target: { floor: 0.6, top: 0.7, better: "higher", source: ownTarget },
    source: "line",
    computation: "ratio",
    numerator: centsWhere("patient_paid_cents"),
    denominator: centsWhere("patient_responsibility_cents"),
    dimensions: whoAndWhere,
    requires: {
      part: centsWhere("patient_paid_cents"),
      missing: {
        code: "NO_PATIENT_PAYMENTS",
        text: "No patient payment is on file. Import them as CSV: date, patient_control_number, amount, method, receipt.",
      },
    },
    missing: {
      code: "NO_PATIENT_RESPONSIBILITY",
      text: "Nothing was moved to patients yet.",
    },
  },
  {
    name: "underpaid",
    unit: "cents",
    formula:
      "fee schedule amount (never more than the charge) − what the payer allowed, where it allowed less by more than one cent a unit; sequestration, multiple-procedure and quality-program reductions are not counted as underpaid, nor lines whose modifiers change the price, nor up to 15 % where no physician rendered",
    dateBasis: "date of service",
    target: null,
    source: "contractLine",
    rowCount: "underpaid_lines",
    computation: "sum",
    numerator: centsWhere("underpaid_cents"),
    dimensions: whoAndWhere,
    requiresContracts: true,
    missing: noContract,
  },
  {
    name: "unexplainedCash",
    unit: "cents",
    formula:
      "money that no claim explains: balances in suspense, unapplied cash, unmatched reversals and recoupments, each without its sign, and deposits without a remittance",
    dateBasis: "balance at the as-of date",
    target: null,
    source: "cash",
    computation: "sum",
    numerator: centsWhere("cents", "is_unexplained"),
    dimensions: ["payer"],
    missing: noAdjudication,
  },
];

/** The measures that need what the files of payers do not say. */
export const unmeasuredMeasures: readonly UnmeasuredMeasure[] = [
  {
    name: "costToCollect",
    unit: "share",
    formula: "total cost of the revenue cycle ÷ patient service cash collected",
    dateBasis: "deposit date",
    target: { floor: 0.08, top: 0.04, better: "lower", source: mapKeys },
    missing: {
      code: "NO_COSTS",
      text: "No costs are on file: staff, vendors, clearinghouse, software, postage.",
    },
  },
];
