import type { ReportAnswer } from "@headwater/revenue-cycle/strategy/kpi/report-answers.ts";
import { useComputedColorScheme } from "@mantine/core";
import { BarChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import { formatMonth, formatWholeDollars } from "../../frame/format.ts";
import { t } from "../../strings/translate.ts";
import { readColours } from "./chart-colours.ts";

use([BarChart, GridComponent, LegendComponent, AriaComponent, SVGRenderer]);

type Props = { readonly trend: ReportAnswer["trend"] };

const series = [
  ["charged", "chargedCents", "--bar"],
  ["paid", "paidCents", "--done"],
  ["denied", "deniedCents", "--risk"],
] as const;

/** Twelve months as bars side by side; the table below says the same in figures. */
export function TrendChart({ trend }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme("light");
  // The colours are read from the page's style, which follows the scheme.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of scheme must draw again
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const chart = init(element, null, { renderer: "svg" });
    chart.setOption(trendOption(trend, readColours(element)));
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(element);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [trend, scheme]);
  return <div ref={place} role="img" aria-label={t("report.trendAria")} className="trend-canvas" />;
}

function trendOption(trend: Props["trend"], colour: (name: string) => string) {
  const text = { color: colour("--text-dim"), fontSize: 11 };
  return {
    animation: false,
    grid: { left: 64, right: 4, top: 28, bottom: 22 },
    legend: {
      top: 0,
      left: 0,
      itemWidth: 10,
      itemHeight: 10,
      selectedMode: false,
      textStyle: text,
    },
    xAxis: {
      type: "category",
      data: trend.map(({ month }) => formatMonth(month)),
      axisLabel: text,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colour("--line-strong") } },
    },
    yAxis: {
      type: "value",
      splitNumber: 3,
      axisLabel: { ...text, formatter: (value: number) => formatWholeDollars(value) },
      splitLine: { lineStyle: { color: colour("--line") } },
    },
    series: series.map(([name, amount, tone]) => ({
      name: t(`trend.${name}`),
      type: "bar",
      silent: true,
      barGap: "10%",
      barMaxWidth: 16,
      itemStyle: { color: colour(tone), borderRadius: 1 },
      data: trend.map((month) => month[amount]),
    })),
  };
}
