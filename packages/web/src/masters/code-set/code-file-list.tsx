import type { CodeSetFileAnswer } from "@headwater/revenue-cycle/masters/code-set/code-set-answers.ts";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { DropZone } from "../../files/drop-zone.tsx";
import { formatCount, formatDate, formatInstant } from "../../frame/format.ts";
import { Notice, problemSentence } from "../../frame/notice.tsx";
import { isAllowed, useSession } from "../../frame/session.ts";
import { StateWord } from "../../frame/state-word.tsx";
import { t } from "../../strings/translate.ts";
import type { Column } from "../../table/column.ts";
import { DateFilter } from "../../table/date-filter.tsx";
import { ExportMenu } from "../../table/export-menu.tsx";
import { type ListQuestion, useKeysetRows } from "../../table/keyset-rows.ts";
import { RecordTable } from "../../table/record-table.tsx";
import { Stated } from "../../table/stated.tsx";
import { codeSetName } from "./code-set-name.ts";
import { type CodeUploads, useCodeUploads } from "./code-uploads.ts";
import "./code-sets.css";

const pollMs = 1000;

/** Where official files are dropped, and what became of every one. */
export function CodeFileList({ practice }: { readonly practice: string }) {
  const mayLoad = isAllowed(useSession(), practice, "code-set.load");
  const uploads = useCodeUploads(practice);
  const question: ListQuestion = { practice, path: "code-sets/files" };
  const list = useKeysetRows<CodeSetFileAnswer>(question);
  const isReading = list.rows.some(({ verdict }) => verdict === "reading");
  useFreshFiles(practice, uploads.isBusy || isReading);
  return (
    <>
      {mayLoad ? <LoadPanel uploads={uploads} /> : <p className="dim">{t("codeSets.askLead")}</p>}
      <div className="filter-bar">
        <ExportMenu question={question} />
      </div>
      <RecordTable
        label={t("codeSets.files")}
        columns={fileColumns()}
        list={list}
        rowId={(row) => String(row.id)}
        countLabel={(count) => t("files.count", { count })}
        empty={<Notice title={t("codeSets.noFiles")} text={t("codeSets.noFilesText")} />}
      />
    </>
  );
}

/** While files are on their way the list and the sets are asked again. */
function useFreshFiles(practice: string, isActive: boolean) {
  const queries = useQueryClient();
  useEffect(() => {
    const refresh = () =>
      void queries.invalidateQueries({
        queryKey: [practice],
        predicate: ({ queryKey }) => String(queryKey[1]).startsWith("code-sets"),
      });
    if (!isActive) return;
    const timer = setInterval(refresh, pollMs);
    return () => {
      clearInterval(timer);
      refresh();
    };
  }, [queries, practice, isActive]);
}

function LoadPanel({ uploads }: { readonly uploads: CodeUploads }) {
  return (
    <div className="code-load">
      <DropZone
        kinds={t("codeSets.kinds")}
        onFiles={(files) => void uploads.send(files)}
        isBusy={uploads.isBusy}
      />
      <div className="code-load-days">
        <span className="small">{t("codeSets.askedDays")}</span>
        <DateFilter
          label={t("codeSets.from")}
          value={uploads.asked.effectiveFrom}
          onChange={(effectiveFrom) => uploads.ask({ ...uploads.asked, effectiveFrom })}
        />
        <DateFilter
          label={t("codeSets.through")}
          value={uploads.asked.effectiveTo}
          onChange={(effectiveTo) => uploads.ask({ ...uploads.asked, effectiveTo })}
        />
        {uploads.sending && (
          <span role="status">
            {t("codeSets.sending", {
              name: uploads.sending.name,
              at: uploads.sending.at,
              all: uploads.sending.all,
            })}
          </span>
        )}
      </div>
      {uploads.problems.map(({ name, problem }) => (
        <p key={name} role="alert" className="error-line">
          {name}: {problemSentence(problem)} <span className="small">{problem.code}</span>
        </p>
      ))}
    </div>
  );
}

function fileColumns(): Column<CodeSetFileAnswer>[] {
  return [
    {
      id: "name",
      title: t("files.name"),
      cell: (row) => <span title={row.name}>{row.name}</span>,
    },
    {
      id: "verdict",
      title: t("files.verdict"),
      width: 140,
      cell: (row) => <StateWord state={row.verdict} />,
    },
    {
      id: "set",
      title: t("codeSets.set"),
      width: 260,
      cell: (row) => (row.verdict === "refused" ? <Refusal row={row} /> : <EditionOf row={row} />),
    },
    {
      id: "days",
      title: t("codeSets.days"),
      width: 210,
      cell: (row) => <Stated text={row.effectiveFrom && daysOf(row)} />,
    },
    {
      id: "rows",
      title: t("codeSets.rows"),
      width: 90,
      kind: "number",
      cell: (row) => <Stated text={row.rows === 0 ? null : formatCount(row.rows)} />,
    },
    { id: "by", title: t("codeSets.loadedBy"), width: 110, cell: (row) => row.loadedBy },
    {
      id: "at",
      title: t("codeSets.loadedAt"),
      width: 150,
      cell: (row) => formatInstant(row.loadedAt),
    },
  ];
}

function Refusal({ row }: { readonly row: CodeSetFileAnswer }) {
  const line = row.line === null ? [] : [t("codeSets.line", { line: formatCount(row.line) })];
  const place = [...line, ...(row.column === null ? [] : [row.column])].join(", ");
  const words = place === "" ? (row.reason ?? "") : `${place}: ${row.reason ?? ""}`;
  return <span title={`${words} ${row.reasonCode ?? ""}`}>{words}</span>;
}

function EditionOf({ row }: { readonly row: CodeSetFileAnswer }) {
  if (row.codeSet === null) return <Stated text={null} />;
  const part =
    row.part > 1 || row.codeSet === "ncci-ptp" ? ` ${t("codeSets.part", { part: row.part })}` : "";
  const words = `${codeSetName(row)} ${row.edition ?? ""}${part}`;
  return <span title={words}>{words}</span>;
}

function daysOf(row: CodeSetFileAnswer): string {
  const from = formatDate(row.effectiveFrom ?? "");
  return row.effectiveTo === null ? `${from} –` : `${from} – ${formatDate(row.effectiveTo)}`;
}
