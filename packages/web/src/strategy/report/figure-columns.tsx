import type { ReportRow } from "@headwater/revenue-cycle/strategy/kpi/report-answers.ts";
import { Link } from "@tanstack/react-router";
import { formatCount, formatDate } from "../../frame/format.ts";
import { t, tOr } from "../../strings/translate.ts";
import type { Column } from "../../table/column.ts";
import { Money, NotStated } from "../../table/money.tsx";

/** The columns of a figure's rows, few enough for the panel. */
export function figureColumns(practice: string, figure: string): Column<ReportRow>[] {
  const isDays = figure.startsWith("daysToPayment");
  return [
    {
      id: "record",
      title: t("report.record"),
      width: 100,
      cell: (row) => <RecordLink practice={practice} row={row} />,
    },
    {
      id: "what",
      title: t("report.what"),
      width: 126,
      cell: (row) => <span title={whatOf(row)}>{whatOf(row)}</span>,
    },
    {
      id: "who",
      title: t("report.who"),
      cell: (row) => <span title={whoOf(row)}>{whoOf(row)}</span>,
    },
    isDays
      ? {
          id: "days",
          title: t("report.days"),
          width: 60,
          kind: "number",
          cell: (row) => (row.days === null ? <NotStated /> : formatCount(row.days)),
        }
      : {
          id: "cents",
          title: t("report.dollars"),
          width: 100,
          kind: "money",
          cell: (row) => <Money cents={row.cents} />,
          cents: (row) => row.cents ?? undefined,
        },
  ];
}

/** Why it counts: the reason, the line, how it stands, when. */
function whatOf(row: ReportRow): string {
  const reason = [row.groupCode, row.reasonCode].filter(Boolean).join("-");
  const line = row.lineNumber !== null && row.lineNumber > 0;
  return [
    reason,
    row.label,
    line && row.label === null && t("denial.line", { line: row.lineNumber ?? 0 }),
    reason === "" && row.on && formatDate(row.on),
    reason === "" && row.state && tOr(`stateWord.${row.state}`, row.state),
  ]
    .filter(Boolean)
    .join(" · ");
}

function whoOf(row: ReportRow): string {
  return [row.patientName, row.payer].filter(Boolean).join(" · ");
}

function RecordLink({ practice, row }: { readonly practice: string; readonly row: ReportRow }) {
  const words = row.patientControlNumber ?? tOr(`rowKind.${row.kind}`, row.kind);
  if (row.claimId !== null)
    return (
      <Link to="/p/$practice/claims/$claim" params={{ practice, claim: String(row.claimId) }}>
        {words}
      </Link>
    );
  if (row.remittanceId !== null)
    return (
      <Link
        to="/p/$practice/remittances/$remittance"
        params={{ practice, remittance: String(row.remittanceId) }}
      >
        {words}
      </Link>
    );
  if (row.kind === "deposit")
    return (
      <Link to="/p/$practice/deposits" params={{ practice }} search={{ open: depositOf(row) }}>
        {words}
      </Link>
    );
  if (row.kind === "account")
    return (
      <Link
        to="/p/$practice/accounts"
        params={{ practice }}
        search={{ open: `${row.state ?? ""}:${row.label ?? ""}` }}
      >
        {words}
      </Link>
    );
  return words;
}

/** The deposit of a row `deposit:123`, whose last digit tells rows of several tables apart. */
function depositOf({ id }: ReportRow): string {
  return id.replace(/^deposit:/, "").slice(0, -1);
}
