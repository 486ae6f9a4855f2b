import { formatCents, formatCount } from "../../frame/format.ts";
import { t } from "../../strings/translate.ts";
import { ReportFigure } from "./report-figure.tsx";
import type { FigureFilter } from "./report-search-params.ts";

type Row = {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  readonly cents: number;
  readonly figure: string;
  readonly filter?: FigureFilter;
};

type Props = { readonly caption: string; readonly rows: readonly Row[] };

/** Groups by dollars with a bar each; a bar is the group's part of the largest one. */
export function BarTable({ caption, rows }: Props) {
  const largest = Math.max(1, ...rows.map((row) => row.cents));
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{caption}</th>
          <th scope="col" className="number">
            {t("report.count")}
          </th>
          <th scope="col" className="money">
            {t("report.dollars")}
          </th>
          <th scope="col" className="bar-track">
            <span className="visually-hidden">{t("report.share")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <td>{row.label}</td>
            <td className="number">{formatCount(row.count)}</td>
            <td className="money">
              <ReportFigure figure={row.figure} {...(row.filter ? { filter: row.filter } : {})}>
                {formatCents(row.cents)}
              </ReportFigure>
            </td>
            <td style={{ verticalAlign: "middle" }}>
              <span
                className="bar-cell"
                style={{ width: `${Math.max(0, (row.cents / largest) * 100)}%` }}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
