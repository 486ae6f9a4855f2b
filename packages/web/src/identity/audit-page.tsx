import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { formatInstant } from "../frame/format.ts";
import { Notice } from "../frame/notice.tsx";
import { PageHead } from "../frame/page-head.tsx";
import { t, tOr } from "../strings/translate.ts";
import type { Column } from "../table/column.ts";
import { DateFilter } from "../table/date-filter.tsx";
import { ExportMenu } from "../table/export-menu.tsx";
import { FilterSelect } from "../table/filter-select.tsx";
import { type ListQuestion, useKeysetRows } from "../table/keyset-rows.ts";
import { RecordTable } from "../table/record-table.tsx";
import { Stated } from "../table/stated.tsx";

type AuditRow = {
  readonly id: number;
  readonly recordedAt: string;
  readonly actor: string;
  readonly actorName: string | null;
  readonly action: string;
  readonly category: string;
  readonly subjects: readonly {
    readonly kind: string;
    readonly ids: readonly (string | number)[];
  }[];
  /** Place in the chain; null for the few seconds until it is linked. */
  readonly sequence: number | null;
};

function auditColumns(): Column<AuditRow>[] {
  return [
    { id: "at", title: t("audit.at"), width: 170, cell: (row) => formatInstant(row.recordedAt) },
    { id: "actor", title: t("audit.actor"), width: 160, cell: (row) => <Actor row={row} /> },
    {
      id: "action",
      title: t("audit.action"),
      width: 110,
      cell: (row) => tOr(`auditAction.${row.action}`, row.action),
    },
    {
      id: "category",
      title: t("audit.category"),
      width: 170,
      cell: (row) => tOr(`auditCategory.${row.category}`, row.category.replaceAll("-", " ")),
    },
    {
      id: "subject",
      title: t("audit.subject"),
      cell: (row) => (
        <span title={subjectsOf(row)}>
          <Stated text={subjectsOf(row)} />
        </span>
      ),
    },
    {
      id: "sequence",
      title: t("audit.sequence"),
      width: 90,
      kind: "number",
      cell: (row) => <Stated text={row.sequence} />,
    },
  ];
}

/** The person by name, with the number under which the log keeps him; a program as it is. */
function Actor({ row }: { readonly row: AuditRow }) {
  return <span title={row.actor}>{row.actorName ?? row.actor}</span>;
}

function subjectsOf(row: AuditRow): string {
  return row.subjects.map(({ kind, ids }) => `${kind} ${ids.join(", ")}`).join("; ");
}

function NoEntries({ isFiltered }: { readonly isFiltered: boolean }) {
  return isFiltered ? (
    <Notice title={t("state.noMatch")} text={t("audit.noMatch")} />
  ) : (
    <Notice title={t("audit.none")} text={t("audit.noneText")} />
  );
}

const actions = ["read", "create", "change", "delete", "export", "refuse"] as const;

/** Who saw and changed what, newest first. */
export function AuditPage() {
  const { practice } = useParams({ from: "/p/$practice/audit" });
  const search = useSearch({ from: "/p/$practice/audit" });
  const navigate = useNavigate({ from: "/p/$practice/audit" });
  const question: ListQuestion = { practice, path: "audit", query: search };
  const change = (next: typeof search) => void navigate({ search: next, replace: true });
  const list = useKeysetRows<AuditRow>(question);
  return (
    <div className="page">
      <PageHead
        title={t("audit.title")}
        sentence={t("audit.sentence")}
        actions={<ExportMenu question={question} />}
      />
      <div className="filter-bar">
        <FilterSelect
          label={t("audit.action")}
          value={search.action}
          options={actions.map((action) => [action, t(`auditAction.${action}`)])}
          onChange={(action) => change({ ...search, action })}
        />
        <DateFilter
          label={t("audit.from")}
          value={search.from}
          onChange={(from) => change({ ...search, from })}
        />
        <DateFilter
          label={t("audit.through")}
          value={search.through}
          onChange={(through) => change({ ...search, through })}
        />
      </div>
      <RecordTable
        label={t("audit.title")}
        columns={auditColumns()}
        list={list}
        rowId={(row) => String(row.id)}
        countLabel={(count) => t("audit.count", { count })}
        empty={<NoEntries isFiltered={Object.values(search).some(Boolean)} />}
      />
    </div>
  );
}
