import type { TransferRow } from "@headwater/revenue-cycle/books/transfer/transfer-answers.ts";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useBackShortcut } from "../../frame/back-shortcut.ts";
import { formatDate } from "../../frame/format.ts";
import { FailureNotice, Notice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { t } from "../../strings/translate.ts";
import { ExportMenu } from "../../table/export-menu.tsx";
import { type ListQuestion, useKeysetRows } from "../../table/keyset-rows.ts";
import { TransferEntry } from "./transfer-entry.tsx";
import type { TransfersSearch } from "./transfers-search-params.ts";

/** The transfers of one record: each with its accounts, its claim, and the segments or person behind it. */
export function TransfersPage() {
  const { practice } = useParams({ from: "/p/$practice/transfers" });
  const search = useSearch({ from: "/p/$practice/transfers" });
  useBackShortcut({ to: "/p/$practice/accounts", params: { practice } });
  const question: ListQuestion = { practice, path: "ledger/transfers", query: search };
  const list = useKeysetRows<TransferRow>(question);
  const { rows } = list;
  const isRead = !list.isFirstLoad && list.error === undefined;
  return (
    <div className="page">
      <PageHead
        title={titleOf(search)}
        sentence={
          isRead && rows.length > 0 && !list.hasMore
            ? t("moved.sentence", { count: t("moved.count", { count: rows.length }) })
            : undefined
        }
        actions={<ExportMenu question={question} />}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by key */}
      <div className="page-scroll" tabIndex={0}>
        {list.error !== undefined && <FailureNotice error={list.error} onRetry={list.retry} />}
        {isRead && rows.length === 0 && (
          <Notice title={t("moved.none")} text={t("moved.noneText")} />
        )}
        <div style={{ maxWidth: 760 }}>
          {rows.map((transfer) => (
            <TransferEntry key={transfer.id} practice={practice} transfer={transfer}>
              <ClaimOf practice={practice} transfer={transfer} />
            </TransferEntry>
          ))}
        </div>
        {list.hasMore && (
          <button type="button" className="link-button" onClick={list.loadMore}>
            {t("transfer.more")}
          </button>
        )}
      </div>
    </div>
  );
}

type ClaimProps = { readonly practice: string; readonly transfer: TransferRow };

function ClaimOf({ practice, transfer }: ClaimProps) {
  const { claimId, patientControlNumber } = transfer.cause;
  if (claimId === null) return null;
  return (
    <p className="small">
      <Link to="/p/$practice/claims/$claim" params={{ practice, claim: String(claimId) }}>
        {t("claim.title", { number: patientControlNumber ?? String(claimId) })}
      </Link>
      {transfer.lineNumber !== null &&
        transfer.lineNumber > 0 &&
        `, ${t("claim.line")} ${transfer.lineNumber}`}
    </p>
  );
}

function titleOf(search: TransfersSearch): string {
  const { remittance, claim, adjustment, refund } = search;
  if (remittance !== undefined && claim !== undefined) {
    return t("moved.remittanceClaim", { id: remittance, claim });
  }
  if (remittance !== undefined && adjustment !== undefined) {
    return t("moved.adjustment", { id: remittance, adjustment });
  }
  if (remittance !== undefined) return t("moved.remittance", { id: remittance });
  if (search.payment !== undefined) return t("moved.payment");
  if (refund !== undefined) return t("moved.refund", { id: refund });
  if (search.writeOff !== undefined) return t("moved.writeOff");
  if (search.deposit !== undefined) return t("moved.deposit");
  if (search.settlement !== undefined) return t("moved.settlement");
  const { debit, credit, from } = search;
  if (debit === undefined || credit === undefined) return t("moved.title");
  return t("moved.journal", { debit, credit, day: from === undefined ? "" : formatDate(from) });
}
