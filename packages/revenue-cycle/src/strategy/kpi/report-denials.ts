import type { Breakdown, DenialGroup, ReportAnswer } from "./report-answers.ts";
import type { ReportSums, Sums } from "./report-sums.ts";

const mostPairs = 20;

/** The denials of the report: how many, worth what, and where they come from. */
export function denialSections(
  sums: ReportSums,
  reasonLabel: (code: string) => string,
): ReportAnswer["denials"] {
  const { number } = sums;
  const groupsBy = (...by: Breakdown[]) =>
    sums
      .groups("denial", by)
      .filter((group) => countOf(group) > 0)
      .sort((one, other) => centsOf(other) - centsOf(one));
  return {
    count: number("denials"),
    claims: number("deniedClaims"),
    cents: number("denialCents"),
    openCents: number("denied"),
    preventableCents: number("denialsPreventable"),
    dueWithin7DaysCount: number("denialsDueSoon"),
    dueWithin7DaysCents: number("denialsDueSoonCents"),
    byStage: groupsBy("stage").map((sum) => group(sum, (key) => key)),
    byOrigin: groupsBy("stage", "process").map((sum) => ({
      stage: sum.keys[0] ?? "",
      process: sum.keys[1] ?? "",
      count: countOf(sum),
      cents: centsOf(sum),
    })),
    byCategory: groupsBy("category").map((sum) => group(sum, (key) => key)),
    byReason: groupsBy("code").map((sum) => group(sum, reasonLabel)),
    byPayer: groupsBy("payer").map((sum) => group(sum, (key) => sum.payer ?? key)),
    byPayerAndReason: groupsBy("payer", "code")
      .slice(0, mostPairs)
      .map((sum) => ({
        payerKey: sum.keys[0] ?? "",
        payer: sum.payer ?? "",
        reasonCode: sum.keys[1] ?? "",
        label: reasonLabel(sum.keys[1] ?? ""),
        count: countOf(sum),
        cents: centsOf(sum),
      })),
  };
}

function countOf(sums: Sums): number {
  return sums.numbers.get("denials") ?? 0;
}

function centsOf(sums: Sums): number {
  return sums.numbers.get("denialCents") ?? 0;
}

function group(sums: Sums, label: (key: string) => string): DenialGroup {
  const key = sums.keys[0] ?? "";
  return { key, label: label(key), count: countOf(sums), cents: centsOf(sums) };
}
