import { Link } from "@tanstack/react-router";
import { t, tOr } from "../../strings/translate.ts";

type Props = { readonly practice: string; readonly reason: string };

/** What a posting names as its reason: a record that opens, or a person's words. */
export function CauseSubject({ practice, reason }: Props) {
  const [, kind, id] = /^([a-z]+(?:-[a-z]+)*):(\d+)/.exec(reason) ?? [];
  if (kind === undefined || id === undefined) return reason;
  const words = `${tOr(`causeKey.${kind}`, kind)} ${id}`;
  if (kind === "patient-payment") {
    return (
      <Link to="/p/$practice/receipts/$payment" params={{ practice, payment: id }}>
        {words}
      </Link>
    );
  }
  if (kind === "deposit") {
    return (
      <Link to="/p/$practice/deposits" params={{ practice }} search={{ open: id }}>
        {t("paper.deposit")}
      </Link>
    );
  }
  if (kind === "refund" || kind.startsWith("refund-")) {
    return (
      <Link to="/p/$practice/credits" params={{ practice }} search={{ view: "refunds", open: id }}>
        {words}
      </Link>
    );
  }
  if (kind === "insurance-write-off") {
    return (
      <Link to="/p/$practice/write-offs" params={{ practice }} search={{}}>
        {words}
      </Link>
    );
  }
  return words;
}
