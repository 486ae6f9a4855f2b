import type {
  SlipAnswer,
  UndepositedAnswer,
} from "@headwater/revenue-cycle/books/deposit/slip-answers.ts";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useBackShortcut } from "../../frame/back-shortcut.ts";
import { formatDate, formatDollars } from "../../frame/format.ts";
import { FailureNotice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { StateWord } from "../../frame/state-word.tsx";
import { t } from "../../strings/translate.ts";
import { Money } from "../../table/money.tsx";
import { SlipForm } from "./slip-form.tsx";
import { SlipPanel } from "./slip-panel.tsx";
import "./deposit.css";

type Rows<Row> = { readonly rows: readonly Row[]; readonly next: string | null };

/** Money that patients paid here on its way to the bank: what waits, the slip to make, the slips made. */
export function SlipsPage() {
  const { practice } = useParams({ from: "/p/$practice/deposit-slips" });
  const { open } = useSearch({ from: "/p/$practice/deposit-slips" });
  const navigate = useNavigate({ from: "/p/$practice/deposit-slips" });
  useBackShortcut({ to: "/p/$practice/deposits", params: { practice } });
  const show = (id?: string) =>
    void navigate({ search: id === undefined ? {} : { open: id }, replace: true });
  const waiting = useQuery({
    queryKey: [practice, "deposit-slips", "waiting"],
    queryFn: ({ signal }) =>
      getJson<Rows<UndepositedAnswer>>(
        practiceAddress(practice, "deposit-slips/waiting", { limit: 200 }),
        signal,
      ),
  });
  const mayMake = isAllowed(useSession(), practice, "patient-payment.collect");
  const rows = waiting.data?.rows ?? [];
  return (
    <div className="page">
      <PageHead
        title={t("slips.title")}
        sentence={waiting.isSuccess ? waitingWords(rows) : undefined}
      />
      <div className="split" data-open={open !== undefined || undefined}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by key */}
        <div className="page-scroll" tabIndex={0}>
          {waiting.isError && (
            <FailureNotice error={waiting.error} onRetry={() => void waiting.refetch()} />
          )}
          {rows.length > 0 && (
            <SlipForm
              key={rows.map(({ paymentId }) => paymentId).join(" ")}
              {...{ practice, rows, mayMake }}
              isCut={waiting.data?.next != null}
              onMade={(id) => show(String(id))}
            />
          )}
          <MadeSlips practice={practice} onOpen={(id) => show(String(id))} />
        </div>
        {open !== undefined && (
          <SlipPanel key={open} practice={practice} slipId={open} onClose={() => show()} />
        )}
      </div>
    </div>
  );
}

function waitingWords(rows: readonly UndepositedAnswer[]): string {
  if (rows.length === 0) return t("slips.allIn");
  const cents = rows.reduce((sum, row) => sum + row.cents, 0);
  return t("slips.sentence", { count: rows.length, dollars: formatDollars(cents) });
}

type MadeProps = { readonly practice: string; readonly onOpen: (id: number) => void };

function MadeSlips({ practice, onOpen }: MadeProps) {
  const slips = useQuery({
    queryKey: [practice, "deposit-slips"],
    queryFn: ({ signal }) =>
      getJson<Rows<SlipAnswer>>(practiceAddress(practice, "deposit-slips", { limit: 100 }), signal),
  });
  if (slips.isError) {
    return <FailureNotice error={slips.error} onRetry={() => void slips.refetch()} />;
  }
  if (slips.data === undefined) return null;
  const { rows } = slips.data;
  return (
    <section aria-label={t("slips.list")}>
      <h2 className="section-title">{t("slips.list")}</h2>
      {rows.length === 0 ? (
        <p className="dim">{t("slips.none")}</p>
      ) : (
        <table className="plain-table slip-table" aria-label={t("slips.list")}>
          <thead>
            <tr>
              <th>{t("slips.number")}</th>
              <th>{t("slips.day")}</th>
              <th className="money">{t("slips.payments")}</th>
              <th>{t("claim.state")}</th>
              <th>{t("slips.atBank")}</th>
              <th className="money">{t("deposit.amount")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  <button type="button" className="link-button" onClick={() => onOpen(row.id)}>
                    {row.number || `#${row.id}`}
                  </button>
                </td>
                <td>{formatDate(row.depositedOn)}</td>
                <td className="money">{row.payments}</td>
                <td>
                  <StateWord state={row.state === "taken-back" ? "withdrawn" : row.state} />
                </td>
                <td>{row.deposit && formatDate(row.deposit.on)}</td>
                <td className="money">
                  <Money cents={row.cents} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
