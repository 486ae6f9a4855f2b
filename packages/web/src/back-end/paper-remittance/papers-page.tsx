import { emptyPaper } from "@headwater/revenue-cycle/back-end/paper-remittance/paper-entry.ts";
import type {
  PaperAnswer,
  PaperListRow,
} from "@headwater/revenue-cycle/back-end/paper-remittance/paper-remittance-answers.ts";
import { Button } from "@mantine/core";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { useBackShortcut } from "../../frame/back-shortcut.ts";
import { useBusinessDate } from "../../frame/business-date.ts";
import { formatInstant } from "../../frame/format.ts";
import { Notice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { isAllowed, useSession } from "../../frame/session.ts";
import { useShortcut } from "../../frame/shortcuts.ts";
import { StateWord } from "../../frame/state-word.tsx";
import { t } from "../../strings/translate.ts";
import type { Column } from "../../table/column.ts";
import { ExportMenu } from "../../table/export-menu.tsx";
import { FilterSelect } from "../../table/filter-select.tsx";
import { type ListQuestion, useKeysetRows } from "../../table/keyset-rows.ts";
import { RecordTable } from "../../table/record-table.tsx";
import { CivilDate, Stated } from "../../table/stated.tsx";
import { useMoneyChange } from "../patient-account/account-query.ts";

/** What was typed in from paper: drafts first, `n` begins another. */
export function PapersPage() {
  const { practice } = useParams({ from: "/p/$practice/paper-remittances" });
  const { state } = useSearch({ from: "/p/$practice/paper-remittances" });
  const navigate = useNavigate({ from: "/p/$practice/paper-remittances" });
  useBackShortcut({ to: "/p/$practice/remittances", params: { practice } });
  const question: ListQuestion = { practice, path: "paper-remittances", query: { state } };
  const list = useKeysetRows<PaperListRow>(question);
  const columns = useMemo(paperColumns, []);
  const mayWrite = isAllowed(useSession(), practice, "remittance.write");
  const show = (id: number) =>
    void navigate({
      to: "/p/$practice/paper-remittances/$paper",
      params: { practice, paper: String(id) },
    });
  const beginning = useMoneyChange<PaperAnswer>(practice);
  const entry = { ...emptyPaper(useBusinessDate(practice)), remark: t("paper.usualRemark") };
  const begin = () =>
    beginning.mutate(
      { path: "paper-remittances", body: entry },
      { onSuccess: ({ id }) => show(id) },
    );
  useShortcut("n", begin, mayWrite && !beginning.isPending);
  return (
    <div className="page">
      <PageHead
        title={t("papers.title")}
        sentence={t("papers.sentence")}
        actions={
          <>
            {mayWrite && (
              <Button
                size="compact-md"
                variant="default"
                loading={beginning.isPending}
                onClick={begin}
              >
                {t("papers.begin")}
              </Button>
            )}
            <ExportMenu question={question} />
          </>
        }
      />
      <div className="filter-bar">
        <FilterSelect
          label={t("claim.state")}
          otherwise={t("stateWord.draft")}
          value={state}
          options={[
            ["posted", t("stateWord.posted")],
            ["taken-back", t("stateWord.withdrawn")],
          ]}
          onChange={(next) => void navigate({ search: { state: next }, replace: true })}
        />
      </div>
      <div className="split">
        <RecordTable
          label={t("papers.title")}
          columns={columns}
          list={list}
          rowId={(row) => String(row.id)}
          countLabel={(count) => t("papers.count", { count })}
          empty={<Notice title={t("papers.none")} text={t("papers.noneText")} />}
          onOpen={(row) => show(row.id)}
          onEnter={(row) => show(row.id)}
        />
      </div>
    </div>
  );
}

function paperColumns(): Column<PaperListRow>[] {
  return [
    {
      id: "trace",
      title: t("remittance.trace"),
      width: 180,
      cell: (row) => <Stated text={row.traceNumber} />,
    },
    { id: "payer", title: t("claim.payer"), cell: (row) => <Stated text={row.payer ?? ""} /> },
    {
      id: "day",
      title: t("paper.day"),
      width: 120,
      cell: (row) => <CivilDate date={row.paidOn || null} />,
    },
    { id: "paid", title: t("paper.paid"), width: 120, cell: (row) => row.paid },
    { id: "claims", title: t("paper.claims"), width: 80, cell: (row) => row.claims },
    {
      id: "state",
      title: t("claim.state"),
      width: 120,
      cell: (row) => <StateWord state={row.state === "taken-back" ? "withdrawn" : row.state} />,
    },
    {
      id: "changed",
      title: t("papers.changed"),
      width: 240,
      cell: (row) =>
        t("papers.changedBy", { who: row.changedBy, when: formatInstant(row.changedAt) }),
    },
  ];
}
