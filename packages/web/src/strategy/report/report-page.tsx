import type { ReportAnswer } from "@headwater/revenue-cycle/strategy/kpi/report-answers.ts";
import { Button } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { formatDate } from "../../frame/format.ts";
import { LoadingBar } from "../../frame/loading-bar.tsx";
import { FailureNotice, Notice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { t } from "../../strings/translate.ts";
import { DateFilter } from "../../table/date-filter.tsx";
import { DenialSection } from "./denial-section.tsx";
import { FigurePanel } from "./figure-panel.tsx";
import { FirstSection } from "./first-section.tsx";
import { LateSection } from "./late-section.tsx";
import { MeasureSection } from "./measure-section.tsx";
import { MoneySection } from "./money-section.tsx";
import { ReadSection } from "./read-section.tsx";
import { TrendSection } from "./trend-section.tsx";
import { UnexplainedSection } from "./unexplained-section.tsx";
import "./report.css";

/** What the files say about the money, read like a letter; every figure opens its rows. */
export function ReportPage() {
  const { practice } = useParams({ from: "/p/$practice/report" });
  const search = useSearch({ from: "/p/$practice/report" });
  const navigate = useNavigate({ from: "/p/$practice/report" });
  const report = useQuery({
    queryKey: [practice, "report", search.asOf],
    queryFn: ({ signal }) =>
      getJson<ReportAnswer>(practiceAddress(practice, "report", { asOf: search.asOf }), signal),
    placeholderData: keepPreviousData,
  });
  if (report.isError)
    return <FailureNotice error={report.error} onRetry={() => void report.refetch()} />;
  if (!report.data) return <ReportShape />;
  return (
    <div className="with-panel" data-open={search.figure !== undefined || undefined}>
      <LoadingBar isLoading={report.isFetching} />
      <article className="page-scroll report">
        <PageHead
          title={t("report.title")}
          sentence={t(search.asOf ? "report.asOf" : "report.asOfNewest", {
            date: formatDate(report.data.asOf),
          })}
          actions={
            <>
              <DateFilter
                label={t("report.asOfLabel")}
                value={search.asOf}
                otherwise={report.data.asOf}
                onChange={(asOf) => void navigate({ search: { asOf } })}
              />
              <Link to="/p/$practice/kpi" params={{ practice }}>
                {t("kpi.title")}
              </Link>
              <Button variant="default" onClick={() => window.print()}>
                {t("action.print")}
              </Button>
            </>
          }
        />
        <ReportBody practice={practice} report={report.data} />
      </article>
      {search.figure !== undefined && (
        <FigurePanel
          practice={practice}
          search={search}
          report={report.data}
          onClose={() =>
            void navigate({ search: { asOf: search.asOf, by: search.by }, resetScroll: false })
          }
        />
      )}
    </div>
  );
}

type BodyProps = { readonly practice: string; readonly report: ReportAnswer };

function ReportBody({ practice, report }: BodyProps) {
  if (report.read.files === 0)
    return (
      <Notice title={t("report.none")} text={t("report.noneText")}>
        <Link to="/p/$practice/files" params={{ practice }}>
          {t("files.title")}
        </Link>
      </Notice>
    );
  return (
    <>
      <ReadSection practice={practice} read={report.read} />
      <MoneySection money={report.money} />
      <TrendSection trend={report.trend} />
      <DenialSection denials={report.denials} />
      <LateSection aging={report.aging} payers={report.payers} />
      <UnexplainedSection unexplained={report.unexplained} />
      <FirstSection first={report.first} />
      <MeasureSection measures={report.measures} />
    </>
  );
}

const shapeLines = Array.from({ length: 12 }, (_, index) => `shape-${index}`);

function ReportShape() {
  return (
    <div className="page-scroll report" aria-busy="true">
      <PageHead title={t("report.title")} />
      {shapeLines.map((id) => (
        <p key={id}>
          <span className="skeleton-cell" />
        </p>
      ))}
    </div>
  );
}
