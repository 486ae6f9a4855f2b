import {
  type ExceptionRow,
  exceptionClasses,
} from "@headwater/revenue-cycle/back-end/exception/exception-answers.ts";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { formatDollars } from "../../frame/format.ts";
import { Notice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { t } from "../../strings/translate.ts";
import { ClearFilters } from "../../table/clear-filters.tsx";
import type { Column } from "../../table/column.ts";
import { ExportMenu } from "../../table/export-menu.tsx";
import { FilterSelect } from "../../table/filter-select.tsx";
import { type ListQuestion, useKeysetRows } from "../../table/keyset-rows.ts";
import { Money } from "../../table/money.tsx";
import { RecordTable } from "../../table/record-table.tsx";
import { CivilDate } from "../../table/stated.tsx";
import { ExceptionLinks } from "./exception-links.tsx";
import { SubjectLink } from "./subject-link.tsx";

/** What keeps money from being posted, settled or explained, in one list by what a person does about it. */
export function ExceptionsPage() {
  const { practice } = useParams({ from: "/p/$practice/exceptions" });
  const search = useSearch({ from: "/p/$practice/exceptions" });
  const navigate = useNavigate({ from: "/p/$practice/exceptions" });
  const question: ListQuestion = { practice, path: "exceptions", query: search };
  const list = useKeysetRows<ExceptionRow>(question);
  const columns = useMemo(() => exceptionColumns(practice), [practice]);
  const change = (next: typeof search) => void navigate({ search: next, replace: true });
  const open = (row: ExceptionRow) => {
    const { kind, id } = row.subject;
    if (kind === "remittance") {
      void navigate({
        to: "/p/$practice/remittances/$remittance",
        params: { practice, remittance: String(id) },
      });
    } else if (kind === "claim") {
      void navigate({ to: "/p/$practice/claims/$claim", params: { practice, claim: String(id) } });
    } else if (kind === "deposit") {
      void navigate({
        to: "/p/$practice/deposits",
        params: { practice },
        search: { state: "unmatched", open: String(id) },
      });
    }
  };
  return (
    <div className="page">
      <PageHead
        title={t("exceptions.title")}
        sentence={
          list.total && t("exceptions.sentence", { dollars: formatDollars(list.total.cents ?? 0) })
        }
        actions={
          <>
            <ExceptionLinks practice={practice} here="exceptions" />
            <ExportMenu question={question} />
          </>
        }
      />
      <div className="filter-bar">
        <FilterSelect
          label={t("exceptions.what")}
          value={search.class}
          options={exceptionClasses.map((each) => [each, t(`exceptionClass.${each}`)])}
          counts={list.total?.counts?.class}
          onChange={(value) => change({ class: value })}
        />
        <ClearFilters isNarrowed={search.class !== undefined} onClear={() => change({})} />
      </div>
      <RecordTable
        label={t("exceptions.title")}
        columns={columns}
        list={list}
        rowId={(row) => String(row.id)}
        countLabel={(count) => t("exceptions.count", { count })}
        empty={
          search.class === undefined ? (
            <Notice title={t("exceptions.none")} text={t("exceptions.noneText")} />
          ) : (
            <Notice title={t("state.noMatch")} text={t("exceptions.noMatch")} />
          )
        }
        onOpen={open}
        onEnter={open}
      />
    </div>
  );
}

function exceptionColumns(practice: string): Column<ExceptionRow>[] {
  return [
    {
      id: "due",
      title: t("exceptions.due"),
      width: 112,
      cell: (row) => row.due && <CivilDate date={row.due} />,
    },
    {
      id: "class",
      title: t("exceptions.what"),
      width: 170,
      cell: (row) => t(`exceptionClass.${row.exceptionClass}`),
    },
    {
      id: "about",
      title: t("exceptions.about"),
      width: 150,
      cell: (row) => <SubjectLink practice={practice} subject={row.subject} />,
    },
    {
      id: "why",
      title: t("exceptions.why"),
      cell: (row) => <span title={row.whyText}>{row.whyText}</span>,
    },
    {
      id: "age",
      title: t("exceptions.age"),
      width: 90,
      kind: "number",
      cell: (row) => t("cash.days", { count: row.ageDays }),
    },
    {
      id: "cents",
      title: t("exceptions.amount"),
      width: 120,
      kind: "money",
      cell: (row) => <Money cents={row.cents} />,
      cents: (row) => row.cents,
    },
  ];
}
