import type { ReportAnswer } from "@headwater/revenue-cycle/strategy/kpi/report-answers.ts";
import { Link } from "@tanstack/react-router";
import { nameParts } from "../../files/file-name.tsx";
import { formatCount, formatDate } from "../../frame/format.ts";
import { t } from "../../strings/translate.ts";
import { ReportFigure } from "./report-figure.tsx";

type Props = { readonly practice: string; readonly read: ReportAnswer["read"] };

/** What was read, for which period, and what was refused and why. */
export function ReadSection({ practice, read }: Props) {
  const period =
    read.periodFrom && read.periodThrough
      ? t("report.period", {
          from: formatDate(read.periodFrom),
          through: formatDate(read.periodThrough),
        })
      : "";
  return (
    <section aria-label={t("report.readTitle")}>
      <h2>{t("report.readTitle")}</h2>
      <p>
        <Link to="/p/$practice/files" params={{ practice }} className="figure">
          {t("files.count", { count: read.files })}
        </Link>{" "}
        {t("report.readHolds")}{" "}
        <ReportFigure figure="claims">{t("claims.count", { count: read.claims })}</ReportFigure>{" "}
        {t("report.readAnd")}{" "}
        <Link to="/p/$practice/remittances" params={{ practice }} className="figure">
          {t("remittances.count", { count: read.remittances })}
        </Link>
        {period && ` ${period}`}. <Verdicts practice={practice} read={read} />
      </p>
      <Refusals practice={practice} read={read} />
    </section>
  );
}

const named = 3;

type Refusal = ReportAnswer["read"]["refusals"][number];

/** Refused files by their reason, the first few by name: a hundred of one kind are one line. */
function Refusals({ practice, read }: Props) {
  if (read.refusals.length === 0) return null;
  const reasonOf = (file: Refusal) => file.reason ?? t("refusal.unknown");
  const reasons = [...new Set(read.refusals.map(reasonOf))].map(
    (reason) => [reason, read.refusals.filter((file) => reasonOf(file) === reason)] as const,
  );
  return (
    <ul className="refusals" aria-label={t("report.refusedFiles")}>
      {reasons.map(([reason, files]) => (
        <li key={reason}>
          {reason}{" "}
          {files.slice(0, named).map((file, index) => (
            <span key={file.fileId}>
              {index > 0 && ", "}
              <Link
                to="/p/$practice/files/$file"
                params={{ practice, file: file.fileId }}
                title={file.name}
                className="figure"
              >
                {nameParts(file.name).name}
              </Link>
            </span>
          ))}
          {files.length > named && ` ${t("report.andMore", { count: files.length - named })}`}
        </li>
      ))}
    </ul>
  );
}

function Verdicts({ practice, read }: Props) {
  const counts = [
    ["issues", read.withIssues],
    ["refused", read.refused],
    ["duplicate", read.duplicates],
  ] as const;
  const stated = counts.filter(([, count]) => count > 0);
  if (stated.length === 0) return t("report.allRead");
  return stated.map(([verdict, count], index) => (
    <span key={verdict}>
      {index > 0 && ", "}
      <Link to="/p/$practice/files" params={{ practice }} search={{ verdict }} className="figure">
        {formatCount(count)} {t(`report.read-${verdict}`)}
      </Link>
      {index === stated.length - 1 && "."}
    </span>
  ));
}
