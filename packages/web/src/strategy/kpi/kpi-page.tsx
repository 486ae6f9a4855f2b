import {
  type KpiAnswer,
  type KpiSplit,
  kpiSplits,
} from "@headwater/revenue-cycle/strategy/rollup/kpi-answers.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { formatDate, formatInstant } from "../../frame/format.ts";
import { LoadingBar } from "../../frame/loading-bar.tsx";
import { FailureNotice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { t } from "../../strings/translate.ts";
import { FilterSelect } from "../../table/filter-select.tsx";
import { BreakdownTable } from "../report/breakdown-table.tsx";
import { FigurePanel } from "../report/figure-panel.tsx";
import { DenialOriginSection } from "./denial-origin-section.tsx";
import { periodOptions } from "./kpi-periods.ts";
import { rowsOfKpi } from "./kpi-rows.ts";
import { KpiTable } from "./kpi-table.tsx";
import "../report/report.css";
import "./kpi.css";

/** The measures of a month, quarter, year or range: value, benchmark, trend, and the rows behind each. */
export function KpiPage() {
  const { practice } = useParams({ from: "/p/$practice/kpi" });
  const search = useSearch({ from: "/p/$practice/kpi" });
  const navigate = useNavigate({ from: "/p/$practice/kpi" });
  const by = kpiSplits.find((one) => one === search.by) ?? "payer";
  const { period } = search;
  const found = useQuery({
    queryKey: [practice, "kpis", period, by],
    queryFn: ({ signal }) =>
      getJson<KpiAnswer>(practiceAddress(practice, "kpis", { period, by }), signal),
    placeholderData: keepPreviousData,
  });
  if (found.isError)
    return <FailureNotice error={found.error} onRetry={() => void found.refetch()} />;
  const kpis = found.data;
  if (!kpis)
    return (
      <article className="page-scroll report kpi">
        <LoadingBar isLoading={true} />
        <PageHead title={t("kpi.title")} sentence={t("kpi.counting")} />
      </article>
    );
  return (
    <div className="with-panel" data-open={search.figure !== undefined || undefined}>
      <LoadingBar isLoading={found.isFetching} />
      <article className="page-scroll report kpi">
        <PageHead
          title={t("kpi.title")}
          sentence={<CountedUntil kpis={kpis} />}
          actions={
            <Link to="/p/$practice/report" params={{ practice }}>
              {t("report.title")}
            </Link>
          }
        />
        <Choices kpis={kpis} by={by} />
        <KpiTable kpis={kpis} />
        <section aria-label={t("breakdown.title")}>
          <h2>{t("breakdown.title")}</h2>
          <BreakdownTable by={by} rows={kpis.measures.filter((row) => row.by === by)} />
        </section>
        <DenialOriginSection kpis={kpis} />
      </article>
      {search.figure !== undefined && (
        <FigurePanel
          practice={practice}
          search={rowsOfKpi(kpis, search)}
          report={{ asOf: kpis.end, measures: kpis.measures, payers: [] }}
          onClose={() => void navigate({ search: { period, by: search.by }, resetScroll: false })}
        />
      )}
    </div>
  );
}

/** As of when, and whether anything was written since the figures were counted. */
function CountedUntil({ kpis }: { readonly kpis: KpiAnswer }) {
  const asOf = t("kpi.asOf", { date: formatDate(kpis.end) });
  const at = formatInstant(kpis.countedAt);
  if (!kpis.isComplete) return <>{t("kpi.counting")}</>;
  return <>{kpis.isBehind ? `${asOf} ${t("kpi.countedAt", { at })}` : asOf}</>;
}

type ChoicesProps = { readonly kpis: KpiAnswer; readonly by: KpiSplit };

/** Period and split. A range of months is typed into the two fields beside the list. */
function Choices({ kpis, by }: ChoicesProps) {
  const { period } = useSearch({ from: "/p/$practice/kpi" });
  const navigate = useNavigate({ from: "/p/$practice/kpi" });
  const choose = (change: { period?: string | undefined; by?: string | undefined }) =>
    void navigate({
      search: ({ period: before, by: splitBefore }) => ({
        period: before,
        by: splitBefore,
        ...change,
      }),
      resetScroll: false,
      replace: true,
    });
  return (
    <div className="kpi-choices">
      <FilterSelect
        label={t("kpi.period")}
        value={period}
        otherwise={`${t("kpi.period")}: ${t("kpi.all")}`}
        options={periodOptions(kpis.asOf, period)}
        onChange={(next) => choose({ period: next })}
      />
      <MonthRange key={period ?? ""} first={kpis.first} last={kpis.last} onChoose={choose} />
      <FilterSelect
        label={t("breakdown.by")}
        value={by === "payer" ? undefined : by}
        otherwise={`${t("breakdown.by")}: ${t("breakdown.payer")}`}
        options={kpiSplits.slice(1).map((one) => [one, t(`breakdown.${one}`)] as const)}
        onChange={(next) => choose({ by: next })}
      />
    </div>
  );
}

type MonthRangeProps = {
  readonly first: string;
  readonly last: string;
  readonly onChoose: (change: { period: string }) => void;
};

function MonthRange({ first, last, onChoose }: MonthRangeProps) {
  const choose = (from: string, through: string) => {
    if (from !== "" && through !== "" && from <= through)
      onChoose({ period: `${from}..${through}` });
  };
  return (
    <span className="small">
      <input
        className="select"
        type="month"
        aria-label={t("kpi.from")}
        defaultValue={first}
        onChange={({ currentTarget }) => choose(currentTarget.value, last || currentTarget.value)}
      />{" "}
      –{" "}
      <input
        className="select"
        type="month"
        aria-label={t("kpi.through")}
        defaultValue={last}
        onChange={({ currentTarget }) => choose(first || currentTarget.value, currentTarget.value)}
      />
    </span>
  );
}
