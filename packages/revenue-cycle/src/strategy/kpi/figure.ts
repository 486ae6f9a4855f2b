import type { Breakdown } from "./report-answers.ts";

/**
 * What the rows of a figure are: claims, service lines, lines with their contract's allowed amount,
 * lines of the mature year with what they should have brought, denials, claims on remittances, money
 * that no claim explains, claims that were written here, or charges that were entered here.
 */
export const sourceNames = [
  "claim",
  "line",
  "contractLine",
  "matureLine",
  "denial",
  "remittanceClaim",
  "cash",
  "ownClaim",
  "charge",
] as const;

export type SourceName = (typeof sourceNames)[number];

/**
 * The columns of a source that figures speak of. `keys` have few values and are what conditions look
 * at; `sums` are what values add up, in proportion. A source can therefore be grouped by its keys
 * first, and a figure is the same over the groups as over the rows. `n` is 1 for every row.
 */
export type SourceColumns = {
  readonly keys: readonly string[];
  readonly sums: readonly string[];
};

const denialKeys = ["payer_id", "stage", "category", "reason_code"] as const;

export const sourceColumns: Readonly<Record<SourceName, SourceColumns>> = {
  claim: {
    keys: [
      ...denialKeys,
      "is_original",
      "first_acceptance",
      "is_adjudicated",
      "first_outcome",
      "has_initial_denial",
      "is_corrected",
      "is_underpaid",
      "days_to_payment",
    ],
    sums: ["n", "charged_cents"],
  },
  line: {
    keys: [
      ...denialKeys,
      "age_bucket",
      "is_recent",
      "is_rejected_unworked",
      "is_unanswered",
      "is_past_due",
    ],
    sums: [
      "charged_cents",
      "incentive_cents",
      "insurance_paid_cents",
      "contractual_cents",
      "written_off_cents",
      "withheld_cents",
      "patient_responsibility_cents",
      "patient_paid_cents",
      "patient_forgiven_cents",
      "open_insurance_cents",
      "denied_cents",
      "open_patient_cents",
      "credit_insurance_cents",
      "credit_patient_cents",
      "allowed_cents",
      "denied_lines",
      "open_insurance_lines",
      "open_patient_lines",
    ],
  },
  contractLine: { keys: ["payer_id"], sums: ["underpaid_cents", "underpaid_lines"] },
  matureLine: {
    keys: ["payer_id"],
    sums: [
      "insurance_paid_cents",
      "patient_paid_cents",
      "expected_cents",
      "charged_cents",
      "contractual_cents",
    ],
  },
  denial: { keys: [...denialKeys, "preventable", "is_due_soon"], sums: ["n", "cents"] },
  remittanceClaim: {
    keys: ["payer_id", "reason_code", "is_denied", "is_unmatched"],
    sums: ["n", "paid_cents"],
  },
  cash: { keys: ["payer_id", "class", "is_unexplained", "is_unposted"], sums: ["n", "cents"] },
  ownClaim: { keys: ["payer_id", "is_clean"], sums: ["n", "charged_cents"] },
  charge: { keys: ["days_to_entry"], sums: ["n", "charged_cents"] },
};

/**
 * Keys by which rows are grouped only where a split by them is asked for: with every key the groups
 * would be nearly as many as the rows.
 */
export const rareKeys: Readonly<Record<SourceName, readonly string[]>> = {
  claim: ["process", "provider_key", "facility_key"],
  line: ["process", "provider_key", "facility_key"],
  contractLine: ["provider_key", "facility_key"],
  matureLine: ["provider_key", "facility_key"],
  denial: ["process", "provider_key", "facility_key"],
  remittanceClaim: ["provider_key", "facility_key"],
  cash: [],
  ownClaim: ["provider_key", "facility_key"],
  charge: ["provider_key", "facility_key"],
};

/** Whether the rows of a source can be split or narrowed by a column. */
export function hasColumn(source: SourceName, column: string): boolean {
  return sourceColumns[source].keys.includes(column) || rareKeys[source].includes(column);
}

/**
 * Which rows of a source count and what each adds. Both are SQL over the source's columns; the sum
 * and the list of rows are built from the same text, so the two cannot drift apart.
 */
export type FigurePart = {
  /** Over the keys. */
  readonly where: string;
  /** Proportional to the sums; may look at the keys. */
  readonly value: string;
  /** Counts rows whose value is zero, too. */
  readonly withZeros?: true;
};

/** One number with the rows that make it up. */
export type Figure = {
  readonly source: SourceName;
  readonly numerator: FigurePart;
  readonly denominator?: FigurePart;
  readonly dimensions: readonly Breakdown[];
  /** The column that places a row in a month; `on_date` if absent. */
  readonly on?: string;
  /** The sum that counts the rows of the numerator, where it is asked for. */
  readonly rowCount?: string;
};

/** The columns of a source by which a figure is split. */
export const dimensionColumns: Readonly<Record<Breakdown, string>> = {
  payer: "payer_id",
  stage: "stage",
  category: "category",
  code: "reason_code",
  process: "process",
  /** NPI of who rendered the service, else of who billed it. */
  provider: "provider_key",
  /** Name of the facility where it is on file, else the place of service. */
  facility: "facility_key",
};

/** Splits in which every group has a denominator of its own; the others are parts of one cause. */
export const ownDenominator: ReadonlySet<Breakdown> = new Set(["payer", "provider", "facility"]);

/** Counts the rows for which a condition holds. */
export function countWhere(where: string): FigurePart {
  return { where, value: "n" };
}

/** Adds up cents where a condition holds. */
export function centsWhere(value: string, where = "true"): FigurePart {
  return { where, value };
}
