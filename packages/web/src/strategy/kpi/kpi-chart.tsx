import type { MeasureAnswer } from "@headwater/revenue-cycle/strategy/kpi/report-answers.ts";
import type { KpiAnswer } from "@headwater/revenue-cycle/strategy/rollup/kpi-answers.ts";
import { useComputedColorScheme } from "@mantine/core";
import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import { formatMonth, formatWholeDollars } from "../../frame/format.ts";
import { t } from "../../strings/translate.ts";
import { readColours } from "../report/chart-colours.ts";
import { measureValue } from "../report/measure-section.tsx";

use([BarChart, LineChart, GridComponent, LegendComponent, MarkLineComponent, SVGRenderer]);

type Colour = (name: string) => string;
type Months = KpiAnswer["trend"][number]["months"];

type Props = {
  readonly name: string;
  readonly measure: MeasureAnswer;
  readonly months: Months;
};

/** A measure over 24 months beside its benchmark. */
export function KpiChart({ name, measure, months }: Props) {
  const option = (colour: Colour) => lineOption(measure, months, colour);
  return <Canvas label={t("kpi.trendOf", { name })} option={option} facts={months} />;
}

type OriginProps = {
  readonly names: readonly { readonly key: string; readonly label: string }[];
  readonly months: KpiAnswer["denials"]["months"];
};

/** The dollars denied month by month, by where they began. */
export function OriginChart({ names, months }: OriginProps) {
  const option = (colour: Colour) => originOption({ names, months }, colour);
  return <Canvas label={t("kpi.originsOverTime")} option={option} facts={months} />;
}

type CanvasProps = {
  readonly label: string;
  readonly option: (colour: Colour) => object;
  /** What is drawn: another one draws again. */
  readonly facts: unknown;
};

function Canvas({ label, option, facts }: CanvasProps) {
  const place = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme("light");
  // The colours are read from the page's style, which follows the scheme.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other facts or another scheme draw again
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const chart = init(element, null, { renderer: "svg" });
    chart.setOption({ animation: false, ...option(readColours(element)) });
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(element);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [facts, scheme]);
  return <div ref={place} role="img" aria-label={label} className="trend-canvas" />;
}

function axes(months: readonly { readonly month: string }[], colour: Colour) {
  const text = { color: colour("--text-dim"), fontSize: 11 };
  return {
    text,
    xAxis: {
      type: "category",
      data: months.map(({ month }) => formatMonth(month)),
      axisLabel: text,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colour("--line-strong") } },
    },
    splitLine: { lineStyle: { color: colour("--line") } },
  };
}

function lineOption(measure: MeasureAnswer, months: Months, colour: Colour) {
  const { text, xAxis, splitLine } = axes(months, colour);
  const { unit, target } = measure;
  const shown = (value: number) => measureValue({ value, unit });
  return {
    grid: { left: 72, right: 8, top: 12, bottom: 22 },
    xAxis,
    yAxis: {
      type: "value",
      scale: true,
      splitNumber: 3,
      axisLabel: { ...text, formatter: shown },
      splitLine,
    },
    series: [
      {
        type: "line",
        silent: true,
        symbolSize: 4,
        itemStyle: { color: colour("--bar") },
        data: months.map(({ value }) => value),
        ...(target
          ? {
              markLine: {
                silent: true,
                symbol: "none",
                lineStyle: { color: colour("--text-dim"), type: "dashed" },
                label: { ...text, formatter: shown(target.floor), position: "insideEndTop" },
                data: [{ yAxis: target.floor }],
              },
            }
          : {}),
      },
    ],
  };
}

const tones = ["--bar", "--risk", "--done", "--warn", "--text-dim", "--line-strong"];

function originOption({ names, months }: OriginProps, colour: Colour) {
  const { text, xAxis, splitLine } = axes(months, colour);
  return {
    grid: { left: 72, right: 8, top: 44, bottom: 22 },
    legend: { top: 0, left: 0, itemWidth: 10, itemHeight: 10, textStyle: text },
    xAxis,
    yAxis: {
      type: "value",
      splitNumber: 3,
      axisLabel: { ...text, formatter: (value: number) => formatWholeDollars(value) },
      splitLine,
    },
    series: names.map(({ key, label }, index) => ({
      name: label,
      type: "bar",
      stack: "origin",
      silent: true,
      barMaxWidth: 22,
      itemStyle: { color: colour(tones[index % tones.length] ?? "--bar") },
      data: months.map(({ origins }) =>
        origins
          .filter(({ stage, process }) => `${stage}/${process}` === key)
          .reduce((sum, { cents }) => sum + cents, 0),
      ),
    })),
  };
}
