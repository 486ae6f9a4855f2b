import { useParams } from "@tanstack/react-router";
import { formatInstant } from "../frame/format.ts";
import { Notice } from "../frame/notice.tsx";
import { PageHead } from "../frame/page-head.tsx";
import { t, tOr } from "../strings/translate.ts";
import type { Column } from "../table/column.ts";
import { ExportMenu } from "../table/export-menu.tsx";
import { useKeysetRows } from "../table/keyset-rows.ts";
import { RecordTable } from "../table/record-table.tsx";
import { Stated } from "../table/stated.tsx";

type AuditRow = {
  readonly id: number | string;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subjectKind: string | null;
  readonly subjectIds: readonly string[];
};

function auditColumns(): Column<AuditRow>[] {
  return [
    { id: "at", title: t("audit.at"), width: 170, cell: (row) => formatInstant(row.at) },
    { id: "actor", title: t("audit.actor"), width: 220, cell: (row) => row.actor },
    {
      id: "action",
      title: t("audit.action"),
      width: 220,
      cell: (row) => tOr(`auditAction.${row.action}`, row.action),
    },
    {
      id: "subject",
      title: t("audit.subject"),
      cell: (row) => (
        <Stated text={[row.subjectKind, ...row.subjectIds].filter(Boolean).join(" ")} />
      ),
    },
  ];
}

/** Who saw and changed what, newest first. */
export function AuditPage() {
  const { practice } = useParams({ from: "/p/$practice/audit" });
  const question = { practice, path: "audit" };
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
