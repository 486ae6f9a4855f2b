import type { ReportAnswer } from "@headwater/revenue-cycle/strategy/kpi/report-answers.ts";
import { lazy, Suspense } from "react";
import { formatCents, formatMonth, formatShare } from "../../frame/format.ts";
import { t } from "../../strings/translate.ts";
import { MoneyOrDash } from "../../table/money.tsx";
import { ReportFigure } from "./report-figure.tsx";

const TrendChart = lazy(async () => {
  const { TrendChart: Chart } = await import("./trend-chart.tsx");
  return { default: Chart };
});

type Trend = ReportAnswer["trend"];
type Month = Trend[number];

const amounts = [
  ["charged", "chargedCents"],
  ["paid", "paidCents"],
  ["denied", "deniedCents"],
] as const;

/** Twelve months of service: what was charged, what it brought so far, what is denied. */
export function TrendSection({ trend }: { readonly trend: Trend }) {
  if (trend.every((month) => month.chargedCents === 0)) return null;
  return (
    <section aria-label={t("report.trendTitle")}>
      <h2>{t("report.trendTitle")}</h2>
      <p>{t("report.trendText")}</p>
      <div className="trend-chart">
        <Suspense fallback={null}>
          <TrendChart trend={trend} />
        </Suspense>
      </div>
      <table className="plain-table trend-table">
        <thead>
          <tr>
            <th scope="col">{t("report.month")}</th>
            {amounts.map(([figure]) => (
              <th key={figure} scope="col" className="money">
                {t(`trend.${figure}`)}
              </th>
            ))}
            <th scope="col" className="number">
              {t("report.paidShare")}
            </th>
          </tr>
        </thead>
        <tbody>
          {trend.map((month) => (
            <MonthRow key={month.month} month={month} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function MonthRow({ month }: { readonly month: Month }) {
  return (
    <tr>
      <td>{formatMonth(month.month)}</td>
      {amounts.map(([figure, amount]) => (
        <td key={figure} className="money">
          {month[amount] === 0 ? (
            <MoneyOrDash cents={0} />
          ) : (
            <ReportFigure figure={figure} filter={{ month: month.month }}>
              {formatCents(month[amount])}
            </ReportFigure>
          )}
        </td>
      ))}
      <td className="number">
        {month.chargedCents > 0 ? formatShare(month.paidCents / month.chargedCents) : ""}
      </td>
    </tr>
  );
}
