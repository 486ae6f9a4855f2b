import type { PracticesTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { loadCodeLabels } from "../../masters/reference/code-labels.store.ts";
import { countWhere } from "./figure.ts";
import { figures } from "./figures.ts";
import type { Breakdown, ReportAnswer } from "./report-answers.ts";
import type { FigureNumbers } from "./report-page.query.ts";
import type { ReportScope } from "./report-scope.query.ts";
import { type Sums, sumFigures } from "./sum-figures.query.ts";

type FirstThing = ReportAnswer["first"][number];

/** A kind of thing to do: the figure that holds its dollars, how it is split, and who does it. */
type Candidate = {
  readonly code: string;
  readonly figure: string;
  readonly by: readonly Breakdown[];
  readonly role: string;
};

const candidates: readonly Candidate[] = [
  { code: "WORK_DENIALS", figure: "denied", by: ["payer", "code"], role: "denial-specialist" },
  { code: "ASK_PAYER", figure: "unansweredOver45Days", by: ["payer"], role: "ar-follow-up" },
  { code: "RESEND_REJECTED", figure: "leakage:rejected-unworked", by: ["payer"], role: "biller" },
  { code: "DISPUTE_UNDERPAID", figure: "underpaid", by: ["payer"], role: "manager" },
  { code: "COLLECT_PATIENTS", figure: "openPatientOver90Days", by: [], role: "ar-follow-up" },
  { code: "MATCH_SUSPENSE", figure: "suspense", by: [], role: "poster" },
  { code: "APPLY_CASH", figure: "unappliedCash", by: [], role: "poster" },
  { code: "BALANCE_QUARANTINED", figure: "quarantinedRemittances", by: [], role: "poster" },
  { code: "RELEASE_HELD", figure: "heldRemittances", by: [], role: "poster" },
  { code: "TIE_REVERSALS", figure: "unmatchedReversals", by: [], role: "poster" },
  { code: "TIE_RECOUPMENTS", figure: "recoupments", by: [], role: "poster" },
  { code: "MATCH_DEPOSITS", figure: "unmatchedDeposits", by: [], role: "poster" },
  { code: "FIND_DEPOSITS", figure: "remittancesWithoutDeposit", by: [], role: "poster" },
];

const atMost = 5;

/** The five things worth most, each dollar in one of them where it lies in the receivable. */
export async function firstThings(
  transaction: PracticesTransaction,
  scope: ReportScope,
  number: FigureNumbers,
): Promise<FirstThing[]> {
  const labels = await loadCodeLabels();
  const reasonLabel = (code: string) => labels.reason(code, scope.asOf).label;
  const things: FirstThing[] = [];
  for (const candidate of candidates) {
    if (number(candidate.figure) <= 0) continue;
    const groups = await groupsOf(transaction, scope, candidate);
    things.push(...groups.map((sums) => thing(candidate, sums, reasonLabel)));
  }
  return things.sort((one, other) => other.cents - one.cents).slice(0, atMost);
}

async function groupsOf(
  transaction: PracticesTransaction,
  scope: ReportScope,
  candidate: Candidate,
): Promise<Sums[]> {
  const figure = figures.get(candidate.figure);
  if (!figure) return [];
  const { source, numerator } = figure;
  const asked = [
    { name: "cents", part: numerator },
    { name: "count", part: countWhere(numerator.where) },
  ];
  const groups = await sumFigures(transaction, { scope, source, asked, by: candidate.by });
  return groups.filter((sums) => (sums.numbers.get("cents") ?? 0) > 0);
}

function thing(
  candidate: Candidate,
  sums: Sums,
  reasonLabel: (code: string) => string,
): FirstThing {
  const filter: Partial<Record<Breakdown, string>> = Object.fromEntries(
    candidate.by.map((dimension, index) => [dimension, sums.keys[index] ?? ""]),
  );
  const { payer, code } = filter;
  const values = {
    ...(payer === undefined ? {} : { payer: sums.payer ?? payer }),
    ...(code === undefined ? {} : { reasonCode: code, reason: reasonLabel(code) }),
  };
  return {
    code: candidate.code,
    values,
    count: sums.numbers.get("count") ?? 0,
    cents: sums.numbers.get("cents") ?? 0,
    role: candidate.role,
    figure: candidate.figure,
    filter,
  };
}
