import type { FileRow } from "@headwater/revenue-cycle/back-end/file/file-answers.ts";
import { Link } from "@tanstack/react-router";
import { formatBytes, formatCount, formatInstant } from "../frame/format.ts";
import { StateWord } from "../frame/state-word.tsx";
import { t, tOr } from "../strings/translate.ts";
import type { Column } from "../table/column.ts";
import { FileName } from "./file-name.tsx";
import type { ImportRow } from "./file-rows.ts";

/** Why a file has its verdict and what to do about it; the server's reason where we have no better. */
export function verdictSentence(file: FileRow): string {
  if (file.verdict === "refused") return file.reason ?? t("refusal.unknown");
  if (file.verdict === "duplicate") return t("files.duplicate");
  if (file.errors + file.warnings > 0)
    return [
      file.errors > 0 ? t("files.errors", { count: file.errors }) : "",
      file.warnings > 0 ? t("files.warnings", { count: file.warnings }) : "",
    ]
      .filter(Boolean)
      .join(", ");
  if (file.reason) return file.reason;
  const isUsed = usedKinds.has(file.kind);
  return file.verdict === "read" && !isUsed ? t("files.keptOnly") : "";
}

/** The kinds of file whose content goes into the claims and the books. */
const usedKinds = new Set([
  "837P",
  "837I",
  "837D",
  "835",
  "TA1",
  "997",
  "999",
  "277CA",
  "bank",
  "patient-payments",
  "fee-schedule",
  "mixed",
  "zip",
]);

function FileLink({ practice, file }: { readonly practice: string; readonly file: FileRow }) {
  return (
    <Link to="/p/$practice/files/$file" params={{ practice, file: file.id }}>
      <FileName path={file.name} />
    </Link>
  );
}

function Progress({ done, all }: { readonly done: number; readonly all: number }) {
  return (
    <progress value={done} max={Math.max(all, 1)} aria-label={t("files.progress")}>
      {formatBytes(done)}
    </progress>
  );
}

function Verdict({ file }: { readonly file: FileRow }) {
  return (
    <span className="progress-cell">
      <StateWord state={file.verdict} />
      {file.verdict === "reading" && <Progress done={file.bytesRead} all={file.byteLength} />}
    </span>
  );
}

/** Columns of the list of files. */
export function fileColumns(practice: string): Column<FileRow>[] {
  return [
    {
      id: "name",
      title: t("files.name"),
      cell: (file) => <FileLink practice={practice} file={file} />,
    },
    { id: "kind", title: t("files.kind"), width: 76, cell: (file) => kindWord(file.kind) },
    {
      id: "verdict",
      title: t("files.verdict"),
      width: 156,
      cell: (file) => <Verdict file={file} />,
    },
    {
      id: "why",
      title: t("files.why"),
      cell: (file) => <span title={verdictSentence(file)}>{verdictSentence(file)}</span>,
    },
    {
      id: "claims",
      title: t("files.claims"),
      width: 68,
      kind: "number",
      cell: (file) => formatCount(file.claims),
    },
    {
      id: "size",
      title: t("files.size"),
      width: 78,
      kind: "number",
      cell: (file) => formatBytes(file.byteLength),
    },
    {
      id: "received",
      title: t("files.received"),
      width: 158,
      cell: (file) => formatInstant(file.receivedAt),
    },
  ];
}

/** Columns of one import: the same, and what is still on its way. */
export function importColumns(practice: string): Column<ImportRow>[] {
  return [
    {
      id: "name",
      title: t("files.name"),
      cell: (row) =>
        row.file ? <FileLink practice={practice} file={row.file} /> : <FileName path={row.name} />,
    },
    {
      id: "kind",
      title: t("files.kind"),
      width: 76,
      cell: (row) => (row.file ? kindWord(row.file.kind) : ""),
    },
    {
      id: "verdict",
      title: t("files.verdict"),
      width: 156,
      cell: (row) => (row.file ? <Verdict file={row.file} /> : <UploadWord row={row} />),
    },
    { id: "why", title: t("files.why"), cell: (row) => whyOf(row) },
    {
      id: "claims",
      title: t("files.claims"),
      width: 68,
      kind: "number",
      cell: (row) => (row.file ? formatCount(row.file.claims) : ""),
    },
    {
      id: "size",
      title: t("files.size"),
      width: 78,
      kind: "number",
      cell: (row) => formatBytes(row.byteLength),
    },
  ];
}

function whyOf(row: ImportRow) {
  if (row.file) return <span title={verdictSentence(row.file)}>{verdictSentence(row.file)}</span>;
  const code = row.upload?.problemCode;
  return code ? tOr(`problem.${code}`, code) : "";
}

function UploadWord({ row }: { readonly row: ImportRow }) {
  const state = row.upload?.state ?? "waiting";
  return (
    <span className="progress-cell">
      <span className="state-word" data-tone={state === "failed" ? "risk" : "theirs"}>
        {t(`upload.${state}`)}
      </span>
      {state === "sending" && <Progress done={row.upload?.sentBytes ?? 0} all={row.byteLength} />}
    </span>
  );
}

/** What a file holds, in words; an X12 number stays as it is. */
export function kindWord(kind: string): string {
  return tOr(`fileKind.${kind}`, kind);
}
