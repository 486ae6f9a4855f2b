import type { RemittanceRow } from "@headwater/revenue-cycle/back-end/remittance/remittance-answers.ts";
import { Link } from "@tanstack/react-router";
import { formatCount } from "../../frame/format.ts";
import { StateWord } from "../../frame/state-word.tsx";
import { t, tOr } from "../../strings/translate.ts";
import type { Column } from "../../table/column.ts";
import { Money } from "../../table/money.tsx";
import { CivilDate, Stated } from "../../table/stated.tsx";

export function remittanceColumns(practice: string): Column<RemittanceRow>[] {
  return [...identifyingColumns(practice), ...outcomeColumns()];
}

function identifyingColumns(practice: string): Column<RemittanceRow>[] {
  return [
    {
      id: "trace",
      title: t("remittance.trace"),
      width: 140,
      cell: (row) => <TraceLink practice={practice} row={row} />,
    },
    {
      id: "date",
      title: t("remittance.date"),
      width: 112,
      cell: (row) => <CivilDate date={row.effectiveOn} />,
    },
    {
      id: "payer",
      title: t("claim.payer"),
      cell: (row) => <span title={row.payer}>{row.payer}</span>,
    },
    {
      id: "method",
      isExtra: true,
      title: t("remittance.method"),
      width: 110,
      cell: (row) => (
        <>
          {tOr(`paymentMethod.${row.paymentMethod}`, row.paymentMethod)}
          {row.isPaper && <span className="small dim"> {t("paper.onPaper")}</span>}
        </>
      ),
    },
  ];
}

function outcomeColumns(): Column<RemittanceRow>[] {
  return [
    {
      id: "verdict",
      title: t("files.verdict"),
      width: 130,
      cell: (row) => <StateWord state={row.verdict} />,
    },
    {
      id: "why",
      isExtra: true,
      title: t("files.why"),
      cell: (row) => {
        const why = row.reasonCode && tOr(`reason.${row.reasonCode}`, row.reasonCode);
        return (
          <span title={why ?? undefined}>
            <Stated text={why} />
          </span>
        );
      },
    },
    {
      id: "claims",
      isExtra: true,
      title: t("files.claims"),
      width: 80,
      kind: "number",
      cell: (row) => formatCount(row.claims),
    },
    {
      id: "unmatched",
      isExtra: true,
      title: t("remittance.unmatched"),
      width: 96,
      kind: "number",
      cell: (row) =>
        row.unmatchedClaims === 0 ? (
          <span className="dim">–</span>
        ) : (
          formatCount(row.unmatchedClaims)
        ),
    },
    {
      id: "paid",
      title: t("remittance.paid"),
      width: 120,
      kind: "money",
      cell: (row) => <Money cents={row.paidCents} />,
      // A payment that came again adds no money.
      cents: (row) => (row.verdict === "duplicate" ? 0 : row.paidCents),
    },
  ];
}

type LinkProps = { readonly practice: string; readonly row: RemittanceRow };

function TraceLink({ practice, row }: LinkProps) {
  return (
    <Link
      to="/p/$practice/remittances/$remittance"
      params={{ practice, remittance: String(row.id) }}
      preload={false}
    >
      {row.traceNumber || t("remittance.noTrace")}
    </Link>
  );
}
