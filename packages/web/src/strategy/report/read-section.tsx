import type { ReportAnswer } from "@headwater/revenue-cycle/strategy/kpi/report-answers.ts";
import { Link } from "@tanstack/react-router";
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
      {read.refusals.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t("report.refusedFile")}</th>
              <th scope="col">{t("files.why")}</th>
            </tr>
          </thead>
          <tbody>
            {read.refusals.map((file) => (
              <tr key={file.fileId}>
                <td>
                  <Link to="/p/$practice/files/$file" params={{ practice, file: file.fileId }}>
                    {file.name}
                  </Link>
                </td>
                <td>{file.reason ?? t("refusal.unknown")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
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
