import type { ReportAnswer } from "@headwater/revenue-cycle/strategy/kpi/report-answers.ts";
import { formatCents, formatCount } from "../../frame/format.ts";
import { type StringKey, t } from "../../strings/translate.ts";
import { ReportFigure } from "./report-figure.tsx";

type Unexplained = ReportAnswer["unexplained"];

type Row = {
  readonly words: StringKey;
  readonly figure: string;
  readonly count: number | null;
  readonly cents: number | null;
};

function rowsOf(unexplained: Unexplained): Row[] {
  return [
    {
      words: "unexplained.suspense",
      figure: "suspense",
      count: unexplained.unmatchedClaims,
      cents: unexplained.suspenseCents,
    },
    {
      words: "unexplained.quarantined",
      figure: "quarantinedRemittances",
      count: unexplained.quarantinedRemittances,
      cents: unexplained.quarantinedCents,
    },
    {
      words: "unexplained.held",
      figure: "heldRemittances",
      count: unexplained.heldRemittances,
      cents: unexplained.heldCents,
    },
    {
      words: "unexplained.recoupment",
      figure: "recoupments",
      count: null,
      cents: unexplained.recoupmentCents,
    },
    {
      words: "unexplained.reversal",
      figure: "unmatchedReversals",
      count: null,
      cents: unexplained.unmatchedReversalCents,
    },
    {
      words: "unexplained.unapplied",
      figure: "unappliedCash",
      count: null,
      cents: unexplained.unappliedCashCents,
    },
    {
      words: "unexplained.deposits",
      figure: "unmatchedDeposits",
      count: unexplained.unmatchedDeposits,
      cents: unexplained.unmatchedDepositsCents,
    },
    {
      words: "unexplained.notDeposited",
      figure: "remittancesWithoutDeposit",
      count: unexplained.remittancesWithoutDeposit,
      cents: unexplained.remittancesWithoutDepositCents,
    },
  ];
}

/** Money that no claim explains; what could not be looked at says so instead of showing zero. */
export function UnexplainedSection({ unexplained }: { readonly unexplained: Unexplained }) {
  const rows = rowsOf(unexplained);
  const stated = rows.filter((row) => row.cents !== null && row.cents !== 0);
  const unknown = rows.filter((row) => row.cents === null);
  return (
    <section aria-label={t("report.unexplainedTitle")}>
      <h2>{t("report.unexplainedTitle")}</h2>
      <p>{stated.length === 0 ? t("report.allExplained") : t("report.unexplainedText")}</p>
      {stated.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t("report.what")}</th>
              <th scope="col" className="number">
                {t("report.count")}
              </th>
              <th scope="col" className="money">
                {t("report.dollars")}
              </th>
            </tr>
          </thead>
          <tbody>
            {stated.map((row) => (
              <tr key={row.figure}>
                <td>{t(row.words)}</td>
                <td className="number">{row.count === null ? "" : formatCount(row.count)}</td>
                <td className="money">
                  <ReportFigure figure={row.figure}>{formatCents(row.cents ?? 0)}</ReportFigure>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {unknown.length > 0 && <p className="small">{t("report.noBank")}</p>}
    </section>
  );
}
