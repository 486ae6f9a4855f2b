import type { ImportAnswer } from "@headwater/revenue-cycle/back-end/file/file-answers.ts";
import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useEffect, useState, useSyncExternalStore } from "react";
import { formatCount } from "../frame/format.ts";
import { Notice } from "../frame/notice.tsx";
import { PageHead } from "../frame/page-head.tsx";
import { getJson, practiceAddress } from "../frame/request.ts";
import { t } from "../strings/translate.ts";
import { plainRows } from "../table/plain-rows.ts";
import { RecordTable } from "../table/record-table.tsx";
import { DiskFullNotice } from "./disk-full-notice.tsx";
import { importColumns } from "./file-columns.tsx";
import {
  claimSums,
  type ImportRow,
  importRows,
  isSettled,
  verdictCounts,
  verdictOf,
} from "./file-rows.ts";
import {
  cancelUploads,
  isUploading,
  onUploadChange,
  retryUploads,
  uploadsOf,
} from "./upload-queue.ts";
import "./files.css";

const pollMs = 1000;

/** One import while it runs and after: every file with its verdict, the totals, the way to the report. */
export function ImportPage() {
  const { practice, import: importId } = useParams({ from: "/p/$practice/imports/$import" });
  const uploads = useSyncExternalStore(onUploadChange, () => uploadsOf(importId));
  const isSending = isUploading(importId);
  const answer = useQuery({
    queryKey: [practice, "import", importId],
    queryFn: ({ signal }) =>
      getJson<ImportAnswer>(practiceAddress(practice, `imports/${importId}`), signal),
    refetchInterval: (query) =>
      isSending || !isSettled(query.state.data, uploads) ? pollMs : false,
  });
  const rows = importRows(answer.data, uploads);
  const [only, setOnly] = useState<string | undefined>(undefined);
  const shown = only === undefined ? rows : rows.filter((row) => verdictOf(row) === only);
  const isFinished = !isSending && isSettled(answer.data, uploads);
  useFreshLists(practice, isFinished);
  const navigate = useNavigate();
  const open = (row: ImportRow) =>
    row.file &&
    void navigate({ to: "/p/$practice/files/$file", params: { practice, file: row.file.id } });
  const rest = uploads.filter(({ state }) => state === "failed" || state === "cancelled");
  const isPartial = !isSending && rest.length > 0;
  return (
    <div className="page">
      <PageHead
        {...importWords({ isFinished, notSent: isPartial ? rest.length : 0 })}
        actions={
          <>
            {isSending && (
              <Button variant="default" onClick={() => cancelUploads(importId)}>
                {t("import.cancel")}
              </Button>
            )}
            {isPartial && (
              <Button variant="default" onClick={() => retryUploads(importId)}>
                {t("import.retry", { count: rest.length })}
              </Button>
            )}
            {isFinished && (
              <Button
                renderRoot={(props) => (
                  <Link {...props} to="/p/$practice/report" params={{ practice }} />
                )}
              >
                {t("import.openReport")}
              </Button>
            )}
          </>
        }
      />
      {!isFinished && <DiskFullNotice />}
      <ImportSums rows={rows} only={only} onOnly={setOnly} />
      <RecordTable
        label={t("import.files")}
        columns={importColumns(practice)}
        list={plainRows({
          rows: answer.data ? shown : undefined,
          error: answer.error ?? undefined,
          retry: () => void answer.refetch(),
        })}
        rowId={(row) => row.id}
        countLabel={(count) => t("files.count", { count })}
        empty={<Notice title={t("import.empty")} text={t("import.emptyText")} />}
        onEnter={open}
      />
    </div>
  );
}

const sums = [
  "read",
  "issues",
  "refused",
  "duplicate",
  "reading",
  "waiting",
  "failed",
  "cancelled",
] as const;

/** What files bring changes every list: what was asked before they were read is asked again. */
function useFreshLists(practice: string, isFinished: boolean) {
  const queries = useQueryClient();
  useEffect(() => {
    if (!isFinished) return;
    void queries.invalidateQueries({
      queryKey: [practice],
      predicate: ({ queryKey }) => queryKey[1] !== "import",
    });
  }, [queries, practice, isFinished]);
}

/** How the import stands: under way, all read, or stopped with files that were not sent. */
function importWords(standing: { readonly isFinished: boolean; readonly notSent: number }) {
  if (standing.notSent > 0)
    return {
      title: t("import.titlePartial"),
      sentence: t("import.partial", { count: standing.notSent }),
    };
  return standing.isFinished
    ? { title: t("import.titleDone"), sentence: t("import.done") }
    : { title: t("import.title"), sentence: t("import.running") };
}

type SumsProps = {
  readonly rows: readonly ImportRow[];
  /** The verdict that the list is narrowed to. */
  readonly only: string | undefined;
  readonly onOnly: (verdict: string | undefined) => void;
};

/** "118 read · 2 read with issues · 1 refused", announced as it changes; each narrows the list. */
function ImportSums({ rows, only, onOnly }: SumsProps) {
  const counts = verdictCounts(rows);
  const { claims, answers } = claimSums(rows);
  const finished = rows.filter(({ file }) => file?.finishedAt).length;
  return (
    <p className="import-sums" role="status" aria-live="polite">
      <strong>
        {t("import.progress", { finished: formatCount(finished), all: formatCount(rows.length) })}
      </strong>
      {sums
        .filter((verdict) => counts.has(verdict))
        .map((verdict) => (
          <button
            key={verdict}
            type="button"
            className="sum-filter"
            aria-pressed={only === verdict}
            onClick={() => onOnly(only === verdict ? undefined : verdict)}
          >
            {t(`import.sum-${verdict}`, { count: counts.get(verdict) ?? 0 })}
          </button>
        ))}
      <span className="dim">{t("claims.count", { count: claims })}</span>
      {answers > 0 && <span className="dim">{t("import.answers", { count: answers })}</span>}
    </p>
  );
}
