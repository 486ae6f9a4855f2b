import { centsWhere, countWhere, type Figure } from "./figure.ts";
import { leakageSteps } from "./leakage.ts";
import { computedMeasures } from "./measures.ts";
import type { Breakdown } from "./report-answers.ts";

const denialDimensions: readonly Breakdown[] = [
  "payer",
  "provider",
  "facility",
  "stage",
  "process",
  "category",
  "code",
];

function lineCents(value: string, where?: string): Figure {
  return { source: "line", numerator: centsWhere(value, where), dimensions: denialDimensions };
}

function cashCents(where: string): Figure {
  const numerator = centsWhere("cents", where);
  return { source: "cash", numerator, dimensions: ["payer"], rowCount: "n" };
}

/**
 * Where every charged dollar is. The steps sum to the charges by the two identities of a receivable;
 * what came on top (incentives, credits) stands in with its sign turned.
 */
export const waterfallSteps: Readonly<Record<string, Figure>> = {
  contractual: lineCents("contractual_cents"),
  writtenOff: lineCents("written_off_cents"),
  withheld: lineCents("withheld_cents"),
  incentive: lineCents("-incentive_cents"),
  insurancePaid: lineCents("insurance_paid_cents"),
  patientPaid: lineCents("patient_paid_cents"),
  patientForgiven: lineCents("patient_forgiven_cents"),
  creditInsurance: lineCents("-credit_insurance_cents"),
  creditPatient: lineCents("-credit_patient_cents"),
  openPatient: lineCents("open_patient_cents"),
  denied: { ...lineCents("denied_cents"), rowCount: "denied_lines" },
  expected: lineCents("open_insurance_cents - denied_cents"),
};

/** Days from the date of service to the as-of date; a later date of service counts as today. */
export const agingBuckets = ["0-30", "31-60", "61-90", "91-120", ">120", "undated"] as const;

export type AgingBucket = (typeof agingBuckets)[number];

const agingFigures = agingBuckets.flatMap((bucket): [string, Figure][] => {
  const where = `age_bucket = '${bucket}'`;
  return [
    [`aging:${bucket}:insurance`, lineCents("open_insurance_cents", where)],
    [`aging:${bucket}:patient`, lineCents("open_patient_cents", where)],
  ];
});

/** Totals of the books over all lines. */
const moneyFigures: Readonly<Record<string, Figure>> = {
  charged: lineCents("charged_cents"),
  allowed: lineCents("allowed_cents"),
  paid: lineCents("(insurance_paid_cents + patient_paid_cents)"),
  patientResponsibility: lineCents("patient_responsibility_cents"),
  open: lineCents("(open_insurance_cents + open_patient_cents)"),
  openInsurance: lineCents("open_insurance_cents"),
  creditInsuranceBalance: lineCents("credit_insurance_cents"),
  creditPatientBalance: lineCents("credit_patient_cents"),
};

/** What the pages about claims and denials count. */
const countFigures: Readonly<Record<string, Figure>> = {
  claims: { source: "claim", numerator: countWhere("true"), dimensions: ["payer"] },
  deniedClaims: {
    source: "claim",
    numerator: countWhere("has_initial_denial"),
    dimensions: denialDimensions,
  },
  denialCents: { source: "denial", numerator: centsWhere("cents"), dimensions: denialDimensions },
  denialsPreventable: {
    source: "denial",
    numerator: centsWhere("cents", "preventable = 'yes'"),
    dimensions: denialDimensions,
  },
  denialsDueSoon: {
    source: "denial",
    numerator: countWhere("is_due_soon"),
    dimensions: denialDimensions,
  },
  denialsDueSoonCents: {
    source: "denial",
    numerator: centsWhere("cents", "is_due_soon"),
    dimensions: denialDimensions,
  },
  unmatchedClaims: {
    source: "remittanceClaim",
    numerator: countWhere("is_unmatched"),
    dimensions: ["payer"],
  },
  unmatchedClaimsCents: {
    source: "remittanceClaim",
    numerator: centsWhere("paid_cents", "is_unmatched"),
    dimensions: ["payer"],
  },
};

/** Money that no claim explains, by where it lies, and what waits for a person. */
const cashFigures: Readonly<Record<string, Figure>> = {
  suspense: cashCents("class = 'suspense'"),
  unappliedCash: cashCents("class = 'unapplied-cash'"),
  unmatchedReversals: cashCents("class = 'unmatched-reversal'"),
  recoupments: cashCents("class = 'recoupment'"),
  heldRemittances: cashCents("class = 'held'"),
  quarantinedRemittances: cashCents("class = 'quarantined'"),
  unmatchedDeposits: cashCents("class = 'deposit'"),
  remittancesWithoutDeposit: cashCents("class = 'not-deposited'"),
  unansweredOver45Days: {
    ...lineCents("open_insurance_cents", "is_unanswered"),
    rowCount: "open_insurance_lines",
  },
  openPatientOver90Days: {
    ...lineCents("open_patient_cents", "age_bucket in ('91-120', '>120')"),
    rowCount: "open_patient_lines",
  },
};

/** Rows, not cents, of the remittances and deposits in the cash source. */
const cashCounts: Readonly<Record<string, Figure>> = Object.fromEntries(
  (
    [
      ["heldRemittanceCount", "held"],
      ["quarantinedRemittanceCount", "quarantined"],
      ["unmatchedDepositCount", "deposit"],
      ["remittanceWithoutDepositCount", "not-deposited"],
    ] as const
  ).map(([name, kind]) => [
    name,
    { source: "cash", numerator: countWhere(`class = '${kind}'`), dimensions: ["payer"] },
  ]),
);

/** Every figure of the report by name; its rows are listed by `/report/rows?figure=name`. */
export const figures: ReadonlyMap<string, Figure> = new Map<string, Figure>([
  ...computedMeasures.map((measure): [string, Figure] => [measure.name, measure]),
  ...leakageSteps.flatMap((step): [string, Figure][] =>
    "figure" in step ? [[`leakage:${step.step}`, step.figure]] : [],
  ),
  ...Object.entries(waterfallSteps),
  ...Object.entries(moneyFigures),
  ...agingFigures,
  ...Object.entries(countFigures),
  ...Object.entries(cashFigures),
  ...Object.entries(cashCounts),
]);
