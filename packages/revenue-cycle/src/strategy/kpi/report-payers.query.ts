import type { PracticesTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { centsWhere, countWhere } from "./figure.ts";
import { figures } from "./figures.ts";
import type { ReportAnswer } from "./report-answers.ts";
import type { ReportScope } from "./report-scope.query.ts";
import { type Asked, type Sums, sumFigures } from "./sum-figures.query.ts";

type PayerRow = ReportAnswer["payers"][number];

const firstAdjudicated = "is_original and is_adjudicated";

const ofClaims: readonly Asked[] = [
  { name: "claims", part: countWhere("true") },
  { name: "adjudicated", part: countWhere(firstAdjudicated) },
  { name: "denied", part: countWhere(`${firstAdjudicated} and first_outcome = 'denied'`) },
  {
    name: "median",
    part: { where: "days_to_payment is not null", value: "days_to_payment" },
    aggregate: "median",
  },
];

const lineFigures = ["charged", "allowed", "paid", "open", "denied"] as const;

const ofLines: readonly Asked[] = lineFigures.map((name) => ({
  name,
  part: figures.get(name)?.numerator ?? centsWhere("charged_cents"),
}));

/** Every payer with what was billed, allowed, paid, denied and how long the first payment took. */
export async function payerTable(
  transaction: PracticesTransaction,
  scope: ReportScope,
): Promise<PayerRow[]> {
  const by = ["payer"] as const;
  const claims = await sumFigures(transaction, { scope, source: "claim", asked: ofClaims, by });
  const lines = await sumFigures(transaction, { scope, source: "line", asked: ofLines, by });
  const linesByKey = new Map(lines.map((sums) => [sums.keys[0], sums]));
  return claims
    .map((sums) => payerRow(sums, linesByKey.get(sums.keys[0])))
    .sort((one, other) => other.chargedCents - one.chargedCents || one.payerId - other.payerId);
}

function payerRow(claims: Sums, lines: Sums | undefined): PayerRow {
  const cents = (name: (typeof lineFigures)[number]) => lines?.numbers.get(name) ?? 0;
  const adjudicated = claims.numbers.get("adjudicated") ?? 0;
  const denied = claims.numbers.get("denied") ?? 0;
  return {
    payerId: claims.payerId ?? 0,
    key: claims.keys[0] ?? "",
    name: claims.payer ?? "",
    claims: claims.numbers.get("claims") ?? 0,
    chargedCents: cents("charged"),
    allowedCents: cents("allowed"),
    paidCents: cents("paid"),
    openCents: cents("open"),
    deniedCents: cents("denied"),
    initialDenialRate: adjudicated === 0 ? null : denied / adjudicated,
    medianDaysToPayment: claims.numbers.get("median") ?? null,
  };
}
