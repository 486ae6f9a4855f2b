import type {
  MeasureAnswer,
  ReportAnswer,
  ReportRow,
} from "@headwater/revenue-cycle/strategy/kpi/report-answers.ts";
import { useNavigate } from "@tanstack/react-router";
import { formatDate, formatMonth } from "../../frame/format.ts";
import { Notice } from "../../frame/notice.tsx";
import { SidePanel } from "../../frame/side-panel.tsx";
import { Why } from "../../frame/why.tsx";
import { t, tOr } from "../../strings/translate.ts";
import { ExportMenu } from "../../table/export-menu.tsx";
import { type ListQuestion, useKeysetRows } from "../../table/keyset-rows.ts";
import { RecordTable } from "../../table/record-table.tsx";
import { figureColumns } from "./figure-columns.tsx";
import type { ReportSearch } from "./report-search-params.ts";

type Props = {
  readonly practice: string;
  readonly search: ReportSearch;
  readonly report: Pick<ReportAnswer, "asOf" | "measures" | "payers">;
  readonly onClose: () => void;
};

/** The exact rows that a figure counts, with its formula and as-of date. */
export function FigurePanel({ practice, search, report, onClose }: Props) {
  const { figure = "", by: _by, ...filter } = search;
  const asOf = filter.asOf ?? report.asOf;
  const question: ListQuestion = {
    practice,
    path: "report/rows",
    query: { figure, ...filter, asOf },
  };
  const list = useKeysetRows<ReportRow>(question);
  const navigate = useNavigate();
  const measure = report.measures.find((one) => one.figure === figure && one.by === null);
  const title = figureTitle(figure, search, report);
  const open = (row: ReportRow) => {
    if (row.claimId !== null)
      void navigate({
        to: "/p/$practice/claims/$claim",
        params: { practice, claim: String(row.claimId) },
      });
    else if (row.remittanceId !== null)
      void navigate({
        to: "/p/$practice/remittances/$remittance",
        params: { practice, remittance: String(row.remittanceId) },
      });
  };
  return (
    <SidePanel title={title} isWide onClose={onClose} actions={<ExportMenu question={question} />}>
      <p className="small" style={{ marginTop: 0 }}>
        {t("report.rowsOf", { date: formatDate(asOf) })}{" "}
        {measure && <MeasureWhy measure={measure} />}
      </p>
      <div className="figure-rows">
        <RecordTable
          key={JSON.stringify(question.query)}
          label={title}
          columns={figureColumns(practice, figure)}
          list={list}
          rowId={(row) => row.id}
          countLabel={(count) => t("report.rows", { count })}
          empty={<Notice title={t("report.noRows")} />}
          onEnter={open}
        />
      </div>
    </SidePanel>
  );
}

function MeasureWhy({ measure }: { readonly measure: MeasureAnswer }) {
  return (
    <Why
      facts={[
        [t("why.formula"), measure.formula],
        [t("why.dateBasis"), measure.dateBasis],
        [t("why.asOf"), formatDate(measure.asOf)],
        [t("why.benchmark"), measure.target?.source],
        [t("why.remark"), measure.remark ?? undefined],
      ]}
    />
  );
}

/** The figure in words with what narrows it. */
function figureTitle(figure: string, search: ReportSearch, report: Props["report"]): string {
  const name = tOr(
    `figure.${figure}`,
    tOr(`waterfall.${figure}`, tOr(`measure.${figure}`, figure)),
  );
  const payer = report.payers.find((one) => one.key === search.payer)?.name ?? search.payer;
  const narrowed = [
    payer,
    search.stage && tOr(`stage.${search.stage}`, search.stage),
    search.category && tOr(`category.${search.category}`, search.category),
    search.process && tOr(`process.${search.process}`, search.process),
    search.provider,
    search.facility,
    search.code,
    search.month && formatMonth(search.month),
    search.from && search.from !== search.through && formatMonth(search.from),
    search.through && formatMonth(search.through),
  ].filter(Boolean);
  return [name, ...narrowed].join(", ");
}
