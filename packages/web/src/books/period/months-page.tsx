import type { MonthAnswer } from "@headwater/revenue-cycle/books/period/period-answers.ts";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { formatMonth } from "../../frame/format.ts";
import { Notice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { StateWord } from "../../frame/state-word.tsx";
import { t } from "../../strings/translate.ts";
import type { Column } from "../../table/column.ts";
import { ExportMenu } from "../../table/export-menu.tsx";
import { plainRows } from "../../table/plain-rows.ts";
import { RecordTable } from "../../table/record-table.tsx";
import { CivilDate, Stated } from "../../table/stated.tsx";

const monthColumns = (): Column<MonthAnswer>[] => [
  { id: "month", title: t("months.month"), width: 160, cell: (row) => formatMonth(row.month) },
  {
    id: "state",
    title: t("claim.state"),
    width: 120,
    cell: (row) => <StateWord state={row.isClosed ? "month-closed" : "month-open"} />,
  },
  {
    id: "changed",
    title: t("months.changed"),
    width: 240,
    cell: (row) =>
      row.changedAt !== null && (
        <>
          <Stated text={row.changedBy ?? ""} /> <CivilDate date={row.changedAt.slice(0, 10)} />
        </>
      ),
  },
  { id: "reason", title: t("months.reason"), cell: (row) => <Stated text={row.reason ?? ""} /> },
];

/** The months of the books; a closed one takes no movement any more. */
export function MonthsPage() {
  const { practice } = useParams({ from: "/p/$practice/months" });
  const navigate = useNavigate();
  const months = useQuery({
    queryKey: [practice, "periods"],
    queryFn: ({ signal }) =>
      getJson<{ rows: readonly MonthAnswer[] }>(practiceAddress(practice, "periods"), signal),
  });
  const rows = months.data?.rows;
  const show = (row: MonthAnswer) =>
    void navigate({
      to: "/p/$practice/months/$month",
      params: { practice, month: row.month.slice(0, 7) },
    });
  return (
    <div className="page">
      <PageHead
        title={t("months.title")}
        sentence={rows && monthsSentence(rows)}
        actions={<ExportMenu question={{ practice, path: "periods" }} />}
      />
      <div className="split narrow-list">
        <RecordTable
          label={t("months.title")}
          columns={monthColumns()}
          list={plainRows({
            rows,
            error: months.error ?? undefined,
            isFetching: months.isFetching,
            retry: () => void months.refetch(),
          })}
          rowId={(row) => row.month}
          countLabel={(count) => t("months.count", { count })}
          empty={<Notice title={t("months.none")} text={t("months.noneText")} />}
          onOpen={show}
          onEnter={show}
        />
      </div>
    </div>
  );
}

/** The newest row is the month of today: it is open, but there is nothing to close yet. */
function monthsSentence(rows: readonly MonthAnswer[]): string {
  const oldest = rows.slice(1).findLast((row) => !row.isClosed);
  return oldest === undefined
    ? t("months.allClosed")
    : t("months.sentence", { month: formatMonth(oldest.month) });
}
