import { figures } from "./figures.ts";
import type { Breakdown, ReportAnswer } from "./report-answers.ts";
import type { ReportSums, Sums } from "./report-sums.ts";

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
export function firstThings(sums: ReportSums, reasonLabel: (code: string) => string): FirstThing[] {
  return candidates
    .flatMap((candidate) => {
      const source = figures.get(candidate.figure)?.source;
      if (source === undefined) return [];
      const groups = sums.groups(source, candidate.by);
      return groups.map((group) => thing(candidate, group, reasonLabel));
    })
    .filter(({ cents }) => cents > 0)
    .sort((one, other) => other.cents - one.cents)
    .slice(0, atMost);
}

function thing(
  candidate: Candidate,
  group: Sums,
  reasonLabel: (code: string) => string,
): FirstThing {
  const filter: Partial<Record<Breakdown, string>> = Object.fromEntries(
    candidate.by.map((dimension, index) => [dimension, group.keys[index] ?? ""]),
  );
  const { payer, code } = filter;
  const values = {
    ...(payer === undefined ? {} : { payer: group.payer ?? payer }),
    ...(code === undefined ? {} : { reasonCode: code, reason: reasonLabel(code) }),
  };
  return {
    code: candidate.code,
    values,
    count: group.numbers.get(`${candidate.figure}.rows`) ?? 0,
    cents: group.numbers.get(candidate.figure) ?? 0,
    role: candidate.role,
    figure: candidate.figure,
    filter,
  };
}
