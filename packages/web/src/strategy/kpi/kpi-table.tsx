import type { MeasureAnswer } from "@headwater/revenue-cycle/strategy/kpi/report-answers.ts";
import type { KpiAnswer } from "@headwater/revenue-cycle/strategy/rollup/kpi-answers.ts";
import { lazy, Suspense, useState } from "react";
import { formatDate, formatMonth } from "../../frame/format.ts";
import { Why } from "../../frame/why.tsx";
import { t, tOr } from "../../strings/translate.ts";
import { counted, measureValue, Standing } from "../report/measure-section.tsx";
import { ReportFigure } from "../report/report-figure.tsx";

const KpiChart = lazy(async () => {
  const { KpiChart: Chart } = await import("./kpi-chart.tsx");
  return { default: Chart };
});

type Trend = KpiAnswer["trend"][number];

/** One row for each measure; its trend opens as a chart with its figures. */
export function KpiTable({ kpis }: { readonly kpis: KpiAnswer }) {
  const whole = kpis.measures.filter(({ by }) => by === null);
  const [chosen, choose] = useState<string>();
  return (
    <table className="plain-table kpi-table">
      <thead>
        <tr>
          <th scope="col">{t("kpi.measure")}</th>
          <th scope="col" className="number">
            {t("kpi.value")}
          </th>
          <th scope="col">{t("why.benchmark")}</th>
          <th scope="col">{t("kpi.trend")}</th>
        </tr>
      </thead>
      <tbody>
        {whole.map((measure) => (
          <KpiRow
            key={measure.measure}
            measure={measure}
            trend={kpis.trend.find((one) => one.measure === measure.measure)}
            isOpen={chosen === measure.measure}
            onOpen={() => choose(chosen === measure.measure ? undefined : measure.measure)}
          />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = {
  readonly measure: MeasureAnswer;
  readonly trend: Trend | undefined;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
};

function KpiRow({ measure, trend, isOpen, onOpen }: RowProps) {
  const name = tOr(`measure.${measure.measure}`, measure.measure);
  return (
    <>
      <tr>
        <th scope="row">
          {name}{" "}
          <Why
            facts={[
              [t("why.formula"), measure.formula],
              [t("why.dateBasis"), measure.dateBasis],
              [t("why.asOf"), formatDate(measure.asOf)],
              [t("why.benchmark"), measure.target?.source],
            ]}
          />
        </th>
        {measure.value === null ? (
          <td colSpan={2} className="small">
            {measure.why?.text}
          </td>
        ) : (
          <>
            <td className="number">
              <ReportFigure figure={measure.figure}>{measureValue(measure)}</ReportFigure>
            </td>
            <td className="small">
              <Standing measure={measure} />
              {counted(measure)}
            </td>
          </>
        )}
        <td>
          {trend && <TrendButton name={name} trend={trend} isOpen={isOpen} onOpen={onOpen} />}
        </td>
      </tr>
      {isOpen && trend && (
        <tr>
          <td colSpan={4}>
            <Suspense fallback={<div className="trend-canvas" />}>
              <KpiChart name={name} measure={measure} months={trend.months} />
            </Suspense>
          </td>
        </tr>
      )}
    </>
  );
}

type TrendProps = {
  readonly name: string;
  readonly trend: Trend;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
};

const width = 120;
const height = 24;

/** Twenty-four months as a small line; pressing it opens the chart. */
function TrendButton({ name, trend, isOpen, onOpen }: TrendProps) {
  const known = trend.months.flatMap(({ value, month }, index) =>
    value === null ? [] : [{ value, month, index }],
  );
  if (known.length < 2) return <span className="small">{t("kpi.noTrend")}</span>;
  const values = known.map(({ value }) => value);
  const least = Math.min(...values);
  const range = Math.max(...values) - least || 1;
  const points = known.map(({ value, index }) => {
    const x = (index / (trend.months.length - 1)) * (width - 2) + 1;
    return `${x.toFixed(1)},${(height - 2 - ((value - least) / range) * (height - 4)).toFixed(1)}`;
  });
  const [first] = known;
  return (
    <button
      type="button"
      className="kpi-trend"
      aria-expanded={isOpen}
      aria-label={t("kpi.trendOf", { name })}
      onClick={onOpen}
    >
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <polyline points={points.join(" ")} fill="none" stroke="currentColor" strokeWidth="1.5" />
      </svg>
      <span className="small">{first && formatMonth(first.month)}</span>
    </button>
  );
}
