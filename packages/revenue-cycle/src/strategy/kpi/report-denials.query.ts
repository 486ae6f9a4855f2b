import type { PracticesTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { loadCodeLabels } from "../../masters/reference/code-labels.store.ts";
import { centsWhere, countWhere } from "./figure.ts";
import type { Breakdown, DenialGroup, ReportAnswer } from "./report-answers.ts";
import type { FigureNumbers } from "./report-page.query.ts";
import type { ReportScope } from "./report-scope.query.ts";
import { type Asked, type Sums, sumFigures } from "./sum-figures.query.ts";

const countAndCents: readonly Asked[] = [
  { name: "count", part: countWhere("true") },
  { name: "cents", part: centsWhere("cents") },
];

const mostPairs = 20;

/** The denials of the report: how many, worth what, and where they come from. */
export async function denialSections(
  transaction: PracticesTransaction,
  scope: ReportScope,
  number: FigureNumbers,
): Promise<ReportAnswer["denials"]> {
  const labels = await loadCodeLabels();
  const reasonLabel = (code: string) => labels.reason(code, scope.asOf).label;
  const groupsBy = async (...by: Breakdown[]) => {
    const asked = countAndCents;
    const groups = await sumFigures(transaction, { scope, source: "denial", asked, by });
    return groups.sort((one, other) => centsOf(other) - centsOf(one));
  };
  return {
    count: number("denials"),
    claims: number("deniedClaims"),
    cents: number("denialCents"),
    openCents: number("denied"),
    preventableCents: number("denialsPreventable"),
    dueWithin7DaysCount: number("denialsDueSoon"),
    dueWithin7DaysCents: number("denialsDueSoonCents"),
    byStage: (await groupsBy("stage")).map((sums) => group(sums, (key) => key)),
    byCategory: (await groupsBy("category")).map((sums) => group(sums, (key) => key)),
    byReason: (await groupsBy("code")).map((sums) => group(sums, reasonLabel)),
    byPayer: (await groupsBy("payer")).map((sums) => group(sums, (key) => sums.payer ?? key)),
    byPayerAndReason: (await groupsBy("payer", "code")).slice(0, mostPairs).map((sums) => ({
      payerKey: sums.keys[0] ?? "",
      payer: sums.payer ?? "",
      reasonCode: sums.keys[1] ?? "",
      label: reasonLabel(sums.keys[1] ?? ""),
      count: sums.numbers.get("count") ?? 0,
      cents: centsOf(sums),
    })),
  };
}

function centsOf(sums: Sums): number {
  return sums.numbers.get("cents") ?? 0;
}

function group(sums: Sums, label: (key: string) => string): DenialGroup {
  const key = sums.keys[0] ?? "";
  return { key, label: label(key), count: sums.numbers.get("count") ?? 0, cents: centsOf(sums) };
}
