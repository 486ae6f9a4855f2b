import type { TransferRow } from "@headwater/revenue-cycle/books/transfer/transfer-answers.ts";
import type { ReactNode } from "react";
import { formatCents, formatDate } from "../../frame/format.ts";
import { t, tOr } from "../../strings/translate.ts";
import { TransferCause } from "./transfer-cause.tsx";

type EntryProps = {
  readonly practice: string;
  readonly transfer: TransferRow;
  /** What else is told of it. */
  readonly children?: ReactNode;
};

/** One movement between two accounts, in words, with what caused it. */
export function TransferEntry({ practice, transfer, children }: EntryProps) {
  const account = (kind: string) => tOr(`account.${kind}`, kind);
  const reason = [transfer.groupCode, transfer.reasonCode].filter(Boolean).join("-");
  return (
    <article className="denial">
      <p>
        <strong className="money-text">{formatCents(transfer.cents)}</strong>{" "}
        {t("transfer.moves", {
          debit: account(transfer.debit.kind),
          credit: account(transfer.credit.kind),
        })}{" "}
        {reason && <span className="small">{reason}</span>}
      </p>
      <p className="dim">
        {formatDate(transfer.effectiveOn)}
        {transfer.lateFor && ` · ${t("transfer.lateFor", { date: formatDate(transfer.lateFor) })}`}
        {transfer.reverses && ` · ${t("transfer.reverses", { id: transfer.reverses })}`}
        <span className="small"> · {t("transfer.id", { id: transfer.id })}</span>
      </p>
      {children}
      <TransferCause practice={practice} cause={transfer.cause} />
    </article>
  );
}
