import type { JournalRow } from "@headwater/revenue-cycle/books/period/period-answers.ts";
import { formatDate } from "../../frame/format.ts";
import { FailureNotice } from "../../frame/notice.tsx";
import { t, tOr } from "../../strings/translate.ts";
import { useKeysetRows } from "../../table/keyset-rows.ts";
import { TransfersLink } from "../account/transfers-link.tsx";

type Props = { readonly practice: string; readonly month: string };

/** What moved between each two accounts on each day, by cause: every row is balanced by itself. */
export function MonthJournal({ practice, month }: Props) {
  const list = useKeysetRows<JournalRow>({ practice, path: `periods/${month}/journal` });
  if (list.error !== undefined) return <FailureNotice error={list.error} onRetry={list.retry} />;
  return (
    <section aria-label={t("month.journal")}>
      <h2 className="section-title">{t("month.journal")}</h2>
      {!list.isFirstLoad && list.rows.length === 0 && (
        <p className="dim">{t("month.journalNone")}</p>
      )}
      {list.rows.length > 0 && (
        <div className="plain-table-scroll">
          <table className="plain-table month-table">
            <thead>
              <tr>
                <th>{t("cash.date")}</th>
                <th>{t("month.cause")}</th>
                <th>{t("month.debit")}</th>
                <th>{t("month.credit")}</th>
                <th className="number">{t("month.transfers")}</th>
                <th className="money">{t("deposit.amount")}</th>
              </tr>
            </thead>
            <tbody>
              {list.rows.map((row) => (
                <tr key={`${row.on} ${row.kind} ${row.debit} ${row.credit}`}>
                  <td>{formatDate(row.on)}</td>
                  <td>{tOr(`posting.${row.kind}`, row.kind)}</td>
                  <td>{row.debit}</td>
                  <td>{row.credit}</td>
                  <td className="number">{row.transfers}</td>
                  <td className="money">
                    <TransfersLink
                      {...{ practice, cents: row.cents }}
                      of={{
                        kind: row.kind,
                        debit: row.debit,
                        credit: row.credit,
                        from: row.on,
                        through: row.on,
                      }}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {list.hasMore && (
        <button type="button" className="link-button" onClick={list.loadMore}>
          {t("month.more")}
        </button>
      )}
    </section>
  );
}
