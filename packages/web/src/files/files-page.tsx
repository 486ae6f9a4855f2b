import type { FileRow } from "@headwater/revenue-cycle/back-end/file/file-answers.ts";
import { Button, Modal } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { FailureNotice, Notice } from "../frame/notice.tsx";
import { PageHead } from "../frame/page-head.tsx";
import { isAllowed, useSession } from "../frame/session.ts";
import { t } from "../strings/translate.ts";
import { ExportMenu } from "../table/export-menu.tsx";
import { FilterSelect } from "../table/filter-select.tsx";
import { type ListQuestion, useKeysetRows } from "../table/keyset-rows.ts";
import { RecordTable } from "../table/record-table.tsx";
import { TextFilter } from "../table/text-filter.tsx";
import type { HandedFile } from "./collect-files.ts";
import { DropZone } from "./drop-zone.tsx";
import { fileColumns } from "./file-columns.tsx";
import { startImport } from "./start-import.ts";

const verdicts = ["waiting", "reading", "read", "issues", "refused", "duplicate"] as const;
const pollMs = 1000;

/** Every file that was handed in, with its verdict. */
export function FilesPage() {
  const { practice } = useParams({ from: "/p/$practice/files" });
  const search = useSearch({ from: "/p/$practice/files" });
  const navigate = useNavigate({ from: "/p/$practice/files" });
  const change = (next: typeof search) => void navigate({ search: next, replace: true });
  const mayImport = isAllowed(useSession(), practice, "file.import");
  const { import: importing, ...query } = search;
  const question: ListQuestion = { practice, path: "files", query };
  const list = useKeysetRows<FileRow>(question);
  const running = list.rows.find(({ verdict }) => verdict === "waiting" || verdict === "reading");
  usePolling(practice, running !== undefined);
  return (
    <div className="page">
      <PageHead
        title={t("files.title")}
        sentence={list.total && t("files.count", { count: list.total.count })}
        actions={
          <>
            <ExportMenu question={question} />
            {mayImport && (
              <Link to="/p/$practice/remittances/preview" params={{ practice }}>
                {t("preview.link")}
              </Link>
            )}
            {mayImport && (
              <Button onClick={() => change({ ...query, import: "1" })}>{t("files.import")}</Button>
            )}
          </>
        }
      />
      <div className="filter-bar">
        <TextFilter
          label={t("files.search")}
          value={search.search}
          onChange={(text) => change({ ...query, search: text })}
        />
        <FilterSelect
          label={t("files.verdict")}
          value={search.verdict}
          options={verdicts.map((verdict) => [verdict, t(`stateWord.${verdict}`)])}
          counts={list.total?.counts?.verdict}
          onChange={(verdict) => change({ ...query, verdict })}
        />
        {running && (
          <Link to="/p/$practice/imports/$import" params={{ practice, import: running.importId }}>
            {t("files.running")}
          </Link>
        )}
      </div>
      <RecordTable
        label={t("files.title")}
        columns={fileColumns(practice)}
        list={list}
        rowId={(file) => file.id}
        countLabel={(count) => t("files.count", { count })}
        empty={search.verdict || search.search ? <NoMatch practice={practice} /> : <NoFiles />}
        onEnter={(file) =>
          void navigate({ to: "/p/$practice/files/$file", params: { practice, file: file.id } })
        }
      />
      {mayImport && importing && <ImportDialog practice={practice} onClose={() => change(query)} />}
    </div>
  );
}

function usePolling(practice: string, isActive: boolean) {
  const queries = useQueryClient();
  useEffect(() => {
    if (!isActive) return;
    const timer = setInterval(
      () => void queries.invalidateQueries({ queryKey: [practice, "files"] }),
      pollMs,
    );
    return () => clearInterval(timer);
  }, [queries, practice, isActive]);
}

function NoFiles() {
  return <Notice title={t("files.none")} text={t("files.noneText")} />;
}

function NoMatch({ practice }: { readonly practice: string }) {
  return (
    <Notice title={t("state.noMatch")} text={t("files.noMatch")}>
      <Link to="/p/$practice/files" params={{ practice }} search={{}}>
        {t("action.clearFilters")}
      </Link>
    </Notice>
  );
}

type DialogProps = { readonly practice: string; readonly onClose: () => void };

function ImportDialog({ practice, onClose }: DialogProps) {
  const navigate = useNavigate();
  const [error, setError] = useState<unknown>(undefined);
  const [isBusy, setBusy] = useState(false);
  const begin = async (files: readonly HandedFile[]) => {
    if (files.length === 0) return;
    setBusy(true);
    try {
      const importId = await startImport(practice, files);
      await navigate({
        to: "/p/$practice/imports/$import",
        params: { practice, import: importId },
      });
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t("files.import")}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      {error !== undefined && <FailureNotice error={error} />}
      <DropZone onFiles={(files) => void begin(files)} isBusy={isBusy} />
    </Modal>
  );
}
