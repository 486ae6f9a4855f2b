import { useComputedColorScheme } from "@mantine/core";
import { BarChart } from "echarts/charts";
import { AriaComponent, GridComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import { formatCents, formatWholeDollars } from "../../frame/format.ts";
import { t, tOr } from "../../strings/translate.ts";
import { readColours } from "./chart-colours.ts";
import { layWaterfall, type WaterfallStep, waterfallRowHeight } from "./waterfall.ts";

use([BarChart, GridComponent, AriaComponent, SVGRenderer]);

type Props = { readonly charged: number; readonly steps: readonly WaterfallStep[] };

/** The colour of a step says who has the money or who must act, as everywhere. */
const toneOf: Readonly<Record<string, string>> = {
  insurancePaid: "--done",
  patientPaid: "--done",
  openPatient: "--theirs",
  expected: "--theirs",
  denied: "--risk",
};

/** Where the charges went, bar beside row; the table beside it says the same in figures. */
export function WaterfallChart({ charged, steps }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme("light");
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const chart = init(element, null, { renderer: "svg" });
    const colour = readColours(element);
    chart.setOption(waterfallOption({ charged, steps, colour, scheme }));
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(element);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [charged, steps, scheme]);
  return (
    <div
      ref={place}
      role="img"
      aria-label={t("report.waterfallAria")}
      style={{ height: (steps.length + 2) * waterfallRowHeight }}
    />
  );
}

type Drawing = Props & { readonly colour: (name: string) => string; readonly scheme: string };

function waterfallOption({ charged, steps, colour }: Drawing) {
  const bars = layWaterfall(steps);
  const rows = [...bars.map((bar) => bar.step), "charged"];
  const text = { color: colour("--text-dim"), fontSize: 11 };
  return {
    animation: false,
    grid: { left: 4, right: 84, top: waterfallRowHeight, bottom: 0 },
    xAxis: {
      type: "value",
      position: "top",
      max: charged,
      splitNumber: 3,
      axisLabel: {
        ...text,
        showMaxLabel: false,
        formatter: (value: number) => formatWholeDollars(value),
      },
      splitLine: { lineStyle: { color: colour("--line") } },
    },
    yAxis: {
      type: "category",
      inverse: true,
      data: rows.map((row) => tOr(`waterfall.${row}`, row)),
      axisLabel: { show: false },
      axisTick: { show: false },
      axisLine: { show: false },
    },
    series: [
      {
        type: "bar",
        stack: "waterfall",
        silent: true,
        barWidth: 14,
        itemStyle: { color: "transparent" },
        data: [...bars.map((bar) => bar.from), 0],
      },
      {
        type: "bar",
        stack: "waterfall",
        silent: true,
        barWidth: 14,
        label: {
          show: true,
          position: "right",
          ...text,
          formatter: ({ dataIndex }: { readonly dataIndex: number }) =>
            formatCents(bars[dataIndex]?.cents ?? charged),
        },
        data: [
          ...bars.map((bar) => ({
            value: bar.to - bar.from,
            itemStyle: { color: colour(toneOf[bar.step] ?? "--bar"), borderRadius: 1 },
          })),
          { value: charged, itemStyle: { color: colour("--note"), borderRadius: 1 } },
        ],
      },
    ],
  };
}
