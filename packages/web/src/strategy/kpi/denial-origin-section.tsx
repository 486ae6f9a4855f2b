import type { KpiAnswer } from "@headwater/revenue-cycle/strategy/rollup/kpi-answers.ts";
import { lazy, Suspense } from "react";
import { formatDollars, formatShare } from "../../frame/format.ts";
import { t, tOr } from "../../strings/translate.ts";
import { BarTable } from "../report/bar-table.tsx";
import { ReportFigure } from "../report/report-figure.tsx";

const OriginChart = lazy(async () => {
  const { OriginChart: Chart } = await import("./kpi-chart.tsx");
  return { default: Chart };
});

type Origin = KpiAnswer["denials"]["origins"][number];

/** Where our denials originate: a sentence with its evidence, the steps, and how they went by month. */
export function DenialOriginSection({ kpis }: { readonly kpis: KpiAnswer }) {
  const { denials } = kpis;
  const [first, second] = denials.origins;
  return (
    <section aria-label={t("kpi.originTitle")}>
      <h2>{t("kpi.originTitle")}</h2>
      {first === undefined ? (
        <p>{t("kpi.noDenials")}</p>
      ) : (
        <>
          <p>
            <ReportFigure figure="denials">
              {t("report.denials", { count: denials.count })}
            </ReportFigure>{" "}
            {t("report.denialsWorth")} {formatDollars(denials.cents)}. {t("origin.most")}{" "}
            <strong>{placeWords(first)}</strong>
            {": "}
            <ReportFigure figure="denials" filter={originFilter(first)}>
              {t("report.denials", { count: first.count })}
            </ReportFigure>{" "}
            {t("report.denialsWorth")}{" "}
            <ReportFigure figure="denialCents" filter={originFilter(first)}>
              {formatDollars(first.cents)}
            </ReportFigure>{" "}
            {t("origin.share", { share: formatShare(first.cents / denials.cents) })}{" "}
            {second &&
              t("origin.next", {
                process: tOr(`process.${second.process}`, second.process),
                stage: tOr(`stageIn.${second.stage}`, second.stage),
                share: formatShare(second.cents / denials.cents),
              })}{" "}
            {t("kpi.preventable", { dollars: formatDollars(denials.preventableCents) })}
          </p>
          <Suspense fallback={<div className="trend-canvas" />}>
            <OriginChart names={originNames(denials.months)} months={denials.months} />
          </Suspense>
          <BarTable
            caption={t("origin.step")}
            rows={denials.origins.map((one) => ({
              key: `${one.stage} ${one.process}`,
              label: rowWords(one),
              count: one.count,
              cents: one.cents,
              figure: "denialCents",
              filter: originFilter(one),
            }))}
          />
        </>
      )}
    </section>
  );
}

function originFilter({ stage, process }: Origin) {
  return { stage, process };
}

function placeWords({ stage, process }: Origin): string {
  return t("origin.place", {
    process: tOr(`process.${process}`, process),
    stage: tOr(`stageIn.${stage}`, stage),
  });
}

function rowWords({ stage, process }: Pick<Origin, "stage" | "process">): string {
  return t("origin.row", {
    stage: tOr(`stage.${stage}`, stage),
    process: tOr(`process.${process}`, process),
  });
}

const mostShown = 6;

/** The steps that cost most over the months that are drawn. */
function originNames(months: KpiAnswer["denials"]["months"]) {
  const cents = new Map<string, { label: string; cents: number }>();
  for (const origin of months.flatMap(({ origins }) => origins)) {
    const key = `${origin.stage}/${origin.process}`;
    const known = cents.get(key)?.cents ?? 0;
    cents.set(key, { label: rowWords(origin), cents: known + origin.cents });
  }
  return [...cents]
    .sort(([, one], [, other]) => other.cents - one.cents)
    .slice(0, mostShown)
    .map(([key, { label }]) => ({ key, label }));
}
