import type { KpiAnswer } from "@headwater/revenue-cycle/strategy/rollup/kpi-answers.ts";
import type { ReportSearch } from "../report/report-search-params.ts";

/** The address of the page: period, split, and the figure whose rows stand beside it. */
export const kpiSearchNames = [
  "period",
  "by",
  "figure",
  "part",
  "payer",
  "provider",
  "facility",
  "stage",
  "process",
  "month",
] as const;

export type KpiSearch = {
  readonly [Name in (typeof kpiSearchNames)[number]]?: string | undefined;
};

/** Struck on a day: their rows are those of that day, whatever months the page counts. */
const balances = new Set([
  "grossDaysInAr",
  "arOver90Share",
  "netCollectionRate",
  "netCollectionRateProxy",
]);

/** Which rows make up a figure of the page: those of its months, as of their end. */
export function rowsOfKpi(kpis: KpiAnswer, search: KpiSearch): ReportSearch {
  const { period: _period, by: _by, ...filter } = search;
  const isBalance = balances.has(search.figure ?? "");
  const months = isBalance || search.month !== undefined ? {} : monthsOf(kpis);
  return { ...filter, ...months, asOf: isBalance ? kpis.end : kpis.asOf };
}

function monthsOf({ first, last }: KpiAnswer) {
  return { from: first || undefined, through: last || undefined };
}
