import type { FilterCounts } from "@headwater/revenue-cycle/masters/answer-schemas.ts";
import { editStates, severities } from "@headwater/revenue-cycle/work/edit/edit.ts";
import type { EditRow } from "@headwater/revenue-cycle/work/edit/edit-answers.ts";
import { editStages } from "@headwater/revenue-cycle/work/edit/fact-catalogue.ts";
import { describeMessage } from "@headwater/revenue-cycle/work/edit/finding-message.ts";
import { Button } from "@mantine/core";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useBusinessDate } from "../../frame/business-date.ts";
import { formatCount } from "../../frame/format.ts";
import { Notice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { isAllowed, useSession } from "../../frame/session.ts";
import { t, tOr } from "../../strings/translate.ts";
import { ClearFilters } from "../../table/clear-filters.tsx";
import type { Column } from "../../table/column.ts";
import { ExportMenu } from "../../table/export-menu.tsx";
import { FilterSelect } from "../../table/filter-select.tsx";
import { type ListQuestion, useKeysetRows } from "../../table/keyset-rows.ts";
import { RecordTable } from "../../table/record-table.tsx";
import { TextFilter } from "../../table/text-filter.tsx";
import { EditPanel } from "./edit-panel.tsx";
import type { EditSearch } from "./edit-search-params.ts";
import { EditStateWord } from "./edit-words.tsx";
import "./edits.css";

/** The rules that stop a mistake before a payer sees it, with one of them beside the list. */
export function EditsPage() {
  const { practice } = useParams({ from: "/p/$practice/edits" });
  const search = useSearch({ from: "/p/$practice/edits" });
  const navigate = useNavigate({ from: "/p/$practice/edits" });
  const change = (next: EditSearch) => void navigate({ search: next, replace: true });
  const mayWrite = isAllowed(useSession(), practice, "edit.write");
  const today = useBusinessDate(practice);
  const { open, ...query } = search;
  const question: ListQuestion = { practice, path: "edits", query };
  const list = useKeysetRows<EditRow>(question);
  return (
    <div className="page">
      <PageHead
        title={t("edits.title")}
        sentence={
          list.total &&
          t("edits.sentence", {
            count: t("edits.count", { count: list.total.count }),
            holds: formatCount(list.total.counts?.severity?.hold ?? 0),
          })
        }
        actions={
          <>
            <ExportMenu question={question} />
            {mayWrite && (
              <Button onClick={() => change({ ...query, open: "new" })}>{t("edits.write")}</Button>
            )}
          </>
        }
      />
      <EditFilters search={query} counts={list.total?.counts} onChange={change} />
      <div className="split" data-open={open !== undefined || undefined}>
        <RecordTable
          label={t("edits.title")}
          columns={editColumns()}
          list={list}
          rowId={(row) => row.code}
          countLabel={(count) => t("edits.count", { count })}
          empty={
            isNarrowedBy(query) ? (
              <Notice title={t("state.noMatch")} text={t("edits.noMatch")} />
            ) : (
              <Notice title={t("edits.none")} text={t("edits.noneText")} />
            )
          }
          openId={open}
          onOpen={(row) => change({ ...query, open: row.code })}
        />
        {open && (
          <EditPanel
            key={open}
            practice={practice}
            code={open}
            today={today}
            mayWrite={mayWrite}
            onClose={() => change(query)}
            onSaved={(code) => change({ ...query, open: code })}
          />
        )}
      </div>
    </div>
  );
}

type FiltersProps = {
  readonly search: EditSearch;
  readonly counts: FilterCounts | undefined;
  readonly onChange: (next: EditSearch) => void;
};

function EditFilters({ search, counts, onChange }: FiltersProps) {
  return (
    <div className="filter-bar">
      <TextFilter
        label={t("edits.search")}
        value={search.search}
        onChange={(text) => onChange({ ...search, search: text })}
      />
      <FilterSelect
        label={t("edits.stage")}
        value={search.stage}
        options={editStages.map((stage) => [stage, t(`editStage.${stage}`)])}
        counts={counts?.stage}
        onChange={(stage) => onChange({ ...search, stage })}
      />
      <FilterSelect
        label={t("edits.severity")}
        value={search.severity}
        options={severities.map((severity) => [severity, t(`editSeverity.${severity}`)])}
        counts={counts?.severity}
        onChange={(severity) => onChange({ ...search, severity })}
      />
      <FilterSelect
        label={t("edits.state")}
        value={search.state}
        options={editStates.map((state) => [state, t(`editState.${state}`)])}
        counts={counts?.state}
        onChange={(state) => onChange({ ...search, state })}
      />
      <ClearFilters isNarrowed={isNarrowedBy(search)} onClear={() => onChange({})} />
    </div>
  );
}

function isNarrowedBy({ search, stage, severity, state }: EditSearch): boolean {
  return [search, stage, severity, state].some((one) => one !== undefined);
}

/** Asked for when the page shows: the catalogue of strings is loaded by then. */
function editColumns(): Column<EditRow>[] {
  return [
    { id: "message", title: t("edits.message"), cell: (row) => describeMessage(row.message) },
    {
      id: "code",
      title: t("edits.code"),
      width: 280,
      isExtra: true,
      cell: (row) => <span className="small">{row.code}</span>,
    },
    {
      id: "stage",
      title: t("edits.stage"),
      width: 110,
      isExtra: true,
      cell: (row) => tOr(`editStage.${row.stage}`, row.stage),
    },
    {
      id: "severity",
      title: t("edits.severity"),
      width: 112,
      cell: (row) => <EditStateWord word={row.severity} />,
    },
    {
      id: "state",
      title: t("edits.state"),
      width: 90,
      cell: (row) => <EditStateWord word={row.state} />,
    },
    {
      id: "open",
      title: t("edits.open"),
      width: 90,
      isExtra: true,
      kind: "number",
      cell: (row) => formatCount(row.open),
    },
    {
      id: "found",
      title: t("edits.found"),
      width: 110,
      isExtra: true,
      kind: "number",
      cell: (row) => formatCount(row.found),
    },
  ];
}
