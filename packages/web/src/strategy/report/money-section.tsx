import type { ReportAnswer } from "@headwater/revenue-cycle/strategy/kpi/report-answers.ts";
import { lazy, Suspense } from "react";
import { formatCents, formatDollars, formatShare } from "../../frame/format.ts";
import { t, tOr } from "../../strings/translate.ts";
import { ReportFigure } from "./report-figure.tsx";
import { waterfallRowHeight } from "./waterfall.ts";

const WaterfallChart = lazy(async () => {
  const { WaterfallChart: Chart } = await import("./waterfall-chart.tsx");
  return { default: Chart };
});

/** Where every charged dollar is: a waterfall, and the same as a table that sums. */
export function MoneySection({ money }: { readonly money: ReportAnswer["money"] }) {
  const steps = money.waterfall.filter((step) => step.cents !== 0);
  return (
    <section aria-label={t("report.moneyTitle")}>
      <h2>{t("report.moneyTitle")}</h2>
      <p>
        {t("report.moneyOf")}{" "}
        <ReportFigure figure="charged">{formatDollars(money.charged)}</ReportFigure>{" "}
        {t("report.moneyCharged")}{" "}
        <ReportFigure figure="paid">{formatDollars(money.paid)}</ReportFigure>{" "}
        {t("report.moneyPaid")}{" "}
        <ReportFigure figure="open">{formatDollars(money.open)}</ReportFigure>{" "}
        {t("report.moneyOpen")}{" "}
        <ReportFigure figure="denied">{formatDollars(money.denied)}</ReportFigure>{" "}
        {t("report.moneyDenied")}
      </p>
      <div className="waterfall">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t("report.step")}</th>
              <th scope="col" className="money">
                {t("report.dollars")}
              </th>
              <th scope="col" className="number">
                {t("report.shareOfCharged")}
              </th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <tr key={step.step}>
                <td>{tOr(`waterfall.${step.step}`, step.step)}</td>
                <td className="money">
                  <ReportFigure figure={step.figure}>{formatCents(step.cents)}</ReportFigure>
                </td>
                <td className="number">
                  {money.charged > 0 ? formatShare(step.cents / money.charged) : ""}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("cents.charged")}</th>
              <td className="money">
                <ReportFigure figure="charged">{formatCents(money.charged)}</ReportFigure>
              </td>
              <td />
            </tr>
          </tfoot>
        </table>
        <div
          className="waterfall-chart"
          style={{ height: (steps.length + 2) * waterfallRowHeight }}
        >
          <Suspense fallback={null}>
            <WaterfallChart charged={money.charged} steps={steps} />
          </Suspense>
        </div>
      </div>
    </section>
  );
}
