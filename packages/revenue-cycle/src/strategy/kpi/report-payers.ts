import type { ReportAnswer } from "./report-answers.ts";
import type { ReportSums } from "./report-sums.ts";

type PayerRow = ReportAnswer["payers"][number];

/** Every payer with what was billed, allowed, paid, denied and how long the first payment took. */
export function payerTable(sums: ReportSums): PayerRow[] {
  const lines = new Map(sums.groups("line", ["payer"]).map((group) => [group.keys[0], group]));
  return sums
    .groups("claim", ["payer"])
    .map((claims): PayerRow => {
      const key = claims.keys[0] ?? "";
      const ofClaims = (name: string) => claims.numbers.get(name) ?? 0;
      const ofLines = (name: string) => lines.get(key)?.numbers.get(name) ?? 0;
      const adjudicated = ofClaims("initialDenialRate.denominator");
      return {
        payerId: claims.payerId ?? 0,
        key,
        name: claims.payer ?? "",
        claims: ofClaims("claims"),
        chargedCents: ofLines("charged"),
        allowedCents: ofLines("allowed"),
        paidCents: ofLines("paid"),
        openCents: ofLines("open"),
        deniedCents: ofLines("denied"),
        initialDenialRate: adjudicated === 0 ? null : ofClaims("initialDenialRate") / adjudicated,
        medianDaysToPayment: claims.numbers.get("daysToPaymentMedian") ?? null,
      };
    })
    .sort((one, other) => other.chargedCents - one.chargedCents || one.payerId - other.payerId);
}
