import type { FileIssueRow } from "@headwater/revenue-cycle/back-end/file/file-answers.ts";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { t } from "../strings/translate.ts";
import { ExportMenu } from "../table/export-menu.tsx";
import { type ListQuestion, useKeysetRows } from "../table/keyset-rows.ts";

type Props = { readonly practice: string; readonly fileId: string };

const around = 10;

/** What the reader found wrong, with the exact position; each leads to its spot in the raw text. */
export function FileIssues({ practice, fileId }: Props) {
  const question: ListQuestion = { practice, path: `files/${fileId}/issues` };
  const list = useKeysetRows<FileIssueRow>(question);
  if (list.rows.length === 0) return null;
  return (
    <section aria-label={t("issues.title")}>
      <h2 className="section-title">
        {t("issues.title")} <ExportMenu question={question} />
      </h2>
      <div className="plain-table-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t("issues.severity")}</th>
              <th scope="col">{t("issues.where")}</th>
              <th scope="col">{t("issues.what")}</th>
              <th scope="col">{t("issues.code")}</th>
              <th scope="col">{t("issues.source")}</th>
            </tr>
          </thead>
          <tbody>
            {list.rows.map((issue) => (
              <IssueLine key={issue.number} practice={practice} fileId={fileId} issue={issue} />
            ))}
          </tbody>
        </table>
      </div>
      {list.hasMore && (
        <Button variant="default" mt="xs" onClick={list.loadMore}>
          {t("issues.more")}
        </Button>
      )}
    </section>
  );
}

const toneOf = { error: "risk", warning: "ours", information: "note" } as const;

function IssueLine({ practice, fileId, issue }: Props & { readonly issue: FileIssueRow }) {
  const place = placeOf(issue);
  return (
    <tr>
      <td>
        <span className="state-word" data-tone={toneOf[issue.severity]}>
          {t(`issues.${issue.severity}`)}
        </span>
      </td>
      <td>
        {issue.segment === null ? (
          place
        ) : (
          <Link
            to="/p/$practice/files/$file"
            params={{ practice, file: fileId }}
            search={{
              from: String(Math.max(1, issue.segment - around)),
              to: String(issue.segment + around),
              issue: `${issue.segment}-${issue.element ?? 0}`,
            }}
          >
            {place}
          </Link>
        )}
      </td>
      <td>{issue.message}</td>
      <td className="small">{issue.code}</td>
      <td className="small">{issue.source}</td>
    </tr>
  );
}

/** "segment 42, CLP03-1, loop 2100": as the standard counts, from 1. */
function placeOf(issue: FileIssueRow): string {
  const element = issue.element === null ? "" : String(issue.element).padStart(2, "0");
  const component = issue.component === null ? "" : `-${issue.component}`;
  const spot = issue.segmentId ? `${issue.segmentId}${element}${component}` : "";
  const segment = issue.segment === null ? "" : t("issues.segment", { number: issue.segment });
  const loop = issue.loop ? t("issues.loop", { loop: issue.loop }) : "";
  return [segment, spot, loop].filter(Boolean).join(", ") || t("issues.wholeFile");
}
