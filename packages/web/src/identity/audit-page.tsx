import { useParams } from "@tanstack/react-router";
import { formatInstant } from "../frame/format.ts";
import { Notice } from "../frame/notice.tsx";
import { PageHead } from "../frame/page-head.tsx";
import { t, tOr } from "../strings/translate.ts";
import type { Column } from "../table/column.ts";
import { ExportMenu } from "../table/export-menu.tsx";
import { type ListQuestion, useKeysetRows } from "../table/keyset-rows.ts";
import { RecordTable } from "../table/record-table.tsx";
import { Stated } from "../table/stated.tsx";

type AuditRow = {
  readonly id: number;
  readonly recordedAt: string;
  readonly actor: string;
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
    { id: "actor", title: t("audit.actor"), width: 160, cell: (row) => row.actor },
    {
      id: "action",
      title: t("audit.action"),
      width: 110,
      cell: (row) => tOr(`auditAction.${row.action}`, row.action),
    },
    { id: "category", title: t("audit.category"), width: 170, cell: (row) => row.category },
    {
      id: "subject",
      title: t("audit.subject"),
      cell: (row) => <Stated text={subjectsOf(row)} />,
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

function subjectsOf(row: AuditRow): string {
  return row.subjects.map(({ kind, ids }) => `${kind} ${ids.join(", ")}`).join("; ");
}

/** Who saw and changed what, newest first. */
export function AuditPage() {
  const { practice } = useParams({ from: "/p/$practice/audit" });
  const question: ListQuestion = { practice, path: "audit" };
  const list = useKeysetRows<AuditRow>(question);
  return (
    <div className="page">
      <PageHead
        title={t("audit.title")}
        sentence={t("audit.sentence")}
        actions={<ExportMenu question={question} />}
      />
      <RecordTable
        label={t("audit.title")}
        columns={auditColumns()}
        list={list}
        rowId={(row) => String(row.id)}
        countLabel={(count) => t("audit.count", { count })}
        empty={<Notice title={t("audit.none")} text={t("audit.noneText")} />}
      />
    </div>
  );
}
