import type { Process, Stage } from "@headwater/code-sets";

/** What may go wrong with a claim before a payer sees it. */
export type SlipKind =
  | "coverage-lapsed"
  | "wrong-plan"
  | "member-id-wrong"
  | "birth-date-wrong"
  | "other-coverage-missed"
  | "authorization-missing"
  | "referral-missing"
  | "provider-not-enrolled"
  | "modifier-missing"
  | "diagnosis-cut-short"
  | "need-unproven"
  | "place-wrong"
  | "units-wrong"
  | "undercoded"
  | "charge-missed"
  | "records-not-sent"
  | "filed-late"
  | "sent-as-another-claim"
  | "payer-id-wrong";

export type SlipRow = {
  readonly kind: SlipKind;
  /** Where the slip happens and in which step of the cycle. */
  readonly stage: Stage;
  readonly process: Process;
  /** Permille of the encounters at which the slip is possible, in the profile of the industry. */
  readonly permille: number;
  readonly source: string;
};

const own = "own figure, set so that the profile reaches its denial rate and its mix";

/**
 * Slips in the order in which they are looked for; a claim has at most one. The whole follows Experian
 * Health, State of Claims 2025 (initial denials near 11.8 %), and Change Healthcare, 2020 Denials Index
 * (about half begin at the front end); the single shares are the project's own.
 */
export const slipRows: readonly SlipRow[] = [
  {
    kind: "coverage-lapsed",
    stage: "front-end",
    process: "eligibility",
    permille: 290,
    source: own,
  },
  { kind: "wrong-plan", stage: "front-end", process: "eligibility", permille: 66, source: own },
  {
    kind: "other-coverage-missed",
    stage: "front-end",
    process: "registration",
    permille: 130,
    source: own,
  },
  {
    kind: "member-id-wrong",
    stage: "front-end",
    process: "registration",
    permille: 24,
    source: own,
  },
  {
    kind: "birth-date-wrong",
    stage: "front-end",
    process: "registration",
    permille: 8,
    source: own,
  },
  {
    kind: "authorization-missing",
    stage: "front-end",
    process: "authorization",
    permille: 170,
    source: own,
  },
  {
    kind: "referral-missing",
    stage: "front-end",
    process: "authorization",
    permille: 30,
    source: own,
  },
  {
    kind: "provider-not-enrolled",
    stage: "back-end",
    process: "credentialing",
    permille: 230,
    source: own,
  },
  { kind: "modifier-missing", stage: "mid-cycle", process: "coding", permille: 90, source: own },
  { kind: "diagnosis-cut-short", stage: "mid-cycle", process: "coding", permille: 18, source: own },
  { kind: "need-unproven", stage: "mid-cycle", process: "coding", permille: 60, source: own },
  { kind: "place-wrong", stage: "mid-cycle", process: "coding", permille: 10, source: own },
  { kind: "units-wrong", stage: "mid-cycle", process: "charge-capture", permille: 30, source: own },
  { kind: "undercoded", stage: "mid-cycle", process: "coding", permille: 70, source: own },
  {
    kind: "charge-missed",
    stage: "mid-cycle",
    process: "charge-capture",
    permille: 25,
    source: own,
  },
  { kind: "records-not-sent", stage: "back-end", process: "claim", permille: 450, source: own },
  { kind: "filed-late", stage: "back-end", process: "claim", permille: 6, source: own },
  { kind: "sent-as-another-claim", stage: "back-end", process: "claim", permille: 6, source: own },
  { kind: "payer-id-wrong", stage: "back-end", process: "claim", permille: 12, source: own },
];

/** A figure with what it rests on. */
export type Parameter<T> = { readonly value: T; readonly source: string };

/** Shares and times that all profiles have alike unless they say otherwise. */
export const parameters = {
  /** How long a coverage that has ended stays in the practice's records unnoticed. */
  lapsedUnnoticedDays: { value: 150, source: "own figure" },
  /** Permille of wrong member ids that the payer's front door refuses; the rest is adjudicated. */
  memberIdRejected: { value: 450, source: "own figure; payers differ in what 277CA edits check" },
  /** Permille of claims with a procedure for which a payer wants records. */
  recordsWanted: { value: 70, source: "own figure" },
  noShowPermille: { value: 70, source: "own figure; published rates run from 5 to 20 %" },
  cancelledPermille: { value: 60, source: "own figure" },
  /** Days late of payments that a payer holds back. */
  lateDays: { value: [25, 60], source: "own figure" },
  /** Interest on late payments, basis points a year. */
  lateInterest: { value: 1200, source: "state prompt-payment laws: commonly 12 to 18 % a year" },
  promptDays: { value: 30, source: "state prompt-payment laws: commonly 30 to 45 days" },
  /** Days after which a crossover claim reaches the next payer. */
  crossoverDays: { value: [4, 9], source: "own figure; COBA forwards within days" },
  /** Permille of Medicare claims with a supplement or Medicaid that are forwarded. */
  crossoverPermille: { value: 880, source: "own figure" },
  patientPaysDays: { value: [14, 50], source: "own figure: one or two statements" },
  copayAtVisit: { value: 700, source: "own figure" },
  takebackDays: {
    value: [45, 210],
    source: "state law and contracts: commonly 6 to 24 months at most",
  },
} as const satisfies Readonly<Record<string, Parameter<number | readonly [number, number]>>>;
