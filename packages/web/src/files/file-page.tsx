import type { FileAnswer } from "@headwater/revenue-cycle/back-end/file/file-answers.ts";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useBackShortcut } from "../frame/back-shortcut.ts";
import { formatBytes, formatInstant } from "../frame/format.ts";
import { FailureNotice } from "../frame/notice.tsx";
import { PageHead } from "../frame/page-head.tsx";
import { PageShape } from "../frame/page-shape.tsx";
import { getJson, practiceAddress } from "../frame/request.ts";
import { StateWord } from "../frame/state-word.tsx";
import { t } from "../strings/translate.ts";
import { kindWord, verdictSentence } from "./file-columns.tsx";
import { FileIssues } from "./file-issues.tsx";
import { nameParts } from "./file-name.tsx";
import { FileTree } from "./file-tree.tsx";
import { PlainContent } from "./plain-content.tsx";
import { TransactionSets } from "./transaction-sets.tsx";

/** One file: verdict, its transaction sets, issues with their spot, and its tree. */
export function FilePage() {
  const { practice, file: fileId } = useParams({ from: "/p/$practice/files/$file" });
  const search = useSearch({ from: "/p/$practice/files/$file" });
  useBackShortcut({ to: "/p/$practice/files", params: { practice } });
  const file = useQuery({
    queryKey: [practice, "file", fileId],
    queryFn: ({ signal }) =>
      getJson<FileAnswer>(practiceAddress(practice, `files/${fileId}`), signal),
  });
  if (file.isError) return <FailureNotice error={file.error} onRetry={() => void file.refetch()} />;
  if (!file.data) return <PageShape />;
  const [segment, element] = (search.issue ?? "").split("-").map(Number);
  const at = segment || Number(search.from) || 0;
  return (
    <div className="page-scroll">
      <PageHead
        title={nameParts(file.data.name).name}
        sentence={<StateWord state={file.data.verdict} />}
        actions={
          <a href={practiceAddress(practice, `files/${fileId}/content`)} download>
            {t("file.download")}
          </a>
        }
      />
      <FileFacts practice={practice} file={file.data} />
      <TransactionSets practice={practice} file={file.data} />
      <FileIssues practice={practice} fileId={fileId} />
      {!plainKinds.has(file.data.kind) && file.data.sha256 && (
        <section aria-label={t("tree.title")}>
          <h2 className="section-title">{t("tree.title")}</h2>
          <FileTree
            practice={practice}
            fileId={fileId}
            at={at > 0 ? at : undefined}
            element={element}
          />
        </section>
      )}
      {plainKinds.has(file.data.kind) && <PlainContent practice={practice} fileId={fileId} />}
    </div>
  );
}

/** Kinds that are text without segments. */
const plainKinds = new Set(["csv", "bank", "patient-payments", "fee-schedule"]);

function FileFacts({ practice, file }: { readonly practice: string; readonly file: FileAnswer }) {
  const sentence = verdictSentence(file);
  const { folder } = nameParts(file.name);
  return (
    <>
      {sentence && <p className={file.verdict === "refused" ? "error-line" : "dim"}>{sentence}</p>}
      <dl className="fact-list">
        {folder && (
          <>
            <dt>{t("file.folder")}</dt>
            <dd>{folder}</dd>
          </>
        )}
        <dt>{t("files.kind")}</dt>
        <dd>{kindWord(file.kind)}</dd>
        <dt>{t("files.size")}</dt>
        <dd>{formatBytes(file.byteLength)}</dd>
        <dt>{t("files.received")}</dt>
        <dd>{formatInstant(file.receivedAt)}</dd>
        {file.duplicateOf && (
          <>
            <dt>{t("file.duplicateOf")}</dt>
            <dd>
              <Link to="/p/$practice/files/$file" params={{ practice, file: file.duplicateOf }}>
                {t("file.first")}
              </Link>
            </dd>
          </>
        )}
        {file.sha256 && (
          <>
            <dt>SHA-256</dt>
            <dd className="segment-raw small">{file.sha256}</dd>
          </>
        )}
      </dl>
    </>
  );
}
