import type { MonthPage as Month } from "@headwater/revenue-cycle/books/period/period-answers.ts";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { formatMonth } from "../../frame/format.ts";
import { FailureNotice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { PageShape } from "../../frame/page-shape.tsx";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { StateWord } from "../../frame/state-word.tsx";
import { t, tOr } from "../../strings/translate.ts";
import { ExportMenu } from "../../table/export-menu.tsx";
import { Money } from "../../table/money.tsx";
import { MonthExport } from "../general-ledger/month-export.tsx";
import { AccountAmount, amountDays } from "./account-amount.tsx";
import { ChangeMonth } from "./change-month.tsx";
import { MonthJournal } from "./month-journal.tsx";
import { MonthQuestions } from "./month-questions.tsx";

/** One month: what every account did in it, what is unexplained, and its journal. */
export function MonthPage() {
  const { practice, month } = useParams({ from: "/p/$practice/months/$month" });
  const question = useQuery({
    queryKey: [practice, "periods", month],
    queryFn: ({ signal }) => getJson<Month>(practiceAddress(practice, `periods/${month}`), signal),
  });
  if (question.isError) {
    return <FailureNotice error={question.error} onRetry={() => void question.refetch()} />;
  }
  const shown = question.data;
  if (shown === undefined) return <PageShape />;
  return (
    <div className="page">
      <PageHead
        title={formatMonth(month)}
        sentence={
          <>
            <StateWord state={shown.isClosed ? "month-closed" : "month-open"} />{" "}
            {t(shown.isClosed ? "month.closed" : "month.open")}
          </>
        }
        actions={
          <>
            <Button variant="default" size="compact-sm" onClick={() => window.print()}>
              {t("month.print")}
            </Button>
            <ExportMenu question={{ practice, path: `periods/${month}/journal` }} />
          </>
        }
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by key */}
      <div className="page-scroll" tabIndex={0}>
        <ChangeMonth practice={practice} shown={shown} />
        <MonthQuestions practice={practice} shown={shown} />
        <TrialBalance practice={practice} month={month} accounts={shown.accounts} />
        <MonthExport practice={practice} shown={shown} />
        <MonthJournal practice={practice} month={month} />
      </div>
    </div>
  );
}

type BalanceProps = {
  readonly practice: string;
  readonly month: string;
  readonly accounts: Month["accounts"];
};

/** Accounts that neither stood at anything nor moved are left out. */
function TrialBalance({ practice, month, accounts }: BalanceProps) {
  const rows = accounts.filter(
    (row) => row.openingCents || row.debitCents || row.creditCents || row.closingCents,
  );
  const sum = (amount: "openingCents" | "debitCents" | "creditCents" | "closingCents") =>
    rows.reduce((total, row) => total + row[amount], 0);
  return (
    <section aria-label={t("month.balances")}>
      <h2 className="section-title">{t("month.balances")}</h2>
      <div className="plain-table-scroll">
        <table className="plain-table month-table">
          <thead>
            <tr>
              <th>{t("accounts.kind")}</th>
              <th className="money">{t("month.opening")}</th>
              <th className="money">{t("month.debits")}</th>
              <th className="money">{t("month.credits")}</th>
              <th className="money">{t("month.closing")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.kind}:${row.name}`}>
                <th scope="row">{tOr(`account.${row.kind}`, row.name)}</th>
                {amountDays(month).map(([amount, days]) => (
                  <td key={amount} className="money">
                    <AccountAmount {...{ practice, row, days }} cents={row[amount]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("month.sum")}</th>
              {(["openingCents", "debitCents", "creditCents", "closingCents"] as const).map(
                (amount) => (
                  <td key={amount} className="money">
                    <Money cents={sum(amount)} />
                  </td>
                ),
              )}
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}
