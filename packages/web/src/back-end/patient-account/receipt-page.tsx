import type { ReceiptAnswer } from "@headwater/revenue-cycle/back-end/patient-account/receipt-answers.ts";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { TransfersLink } from "../../books/account/transfers-link.tsx";
import { useBackShortcut } from "../../frame/back-shortcut.ts";
import { formatDate, formatDollars } from "../../frame/format.ts";
import { FailureNotice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { PageShape } from "../../frame/page-shape.tsx";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { t, tOr } from "../../strings/translate.ts";
import "./patient-account.css";

/** A receipt to show, print or hand out as a PDF. */
export function ReceiptPage() {
  const { practice, payment } = useParams({ from: "/p/$practice/receipts/$payment" });
  const answer = useQuery({
    queryKey: [practice, "receipts", payment],
    queryFn: ({ signal }) =>
      getJson<ReceiptAnswer>(
        practiceAddress(practice, `patient-payments/${payment}/receipt`),
        signal,
      ),
  });
  useBackShortcut({ to: "/p/$practice/patient-balances", params: { practice } });
  if (answer.isError)
    return <FailureNotice error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <PageShape />;
  const receipt = answer.data;
  const paper = practiceAddress(practice, `patient-payments/${payment}/receipt/paper`);
  return (
    <div className="page-scroll">
      <PageHead
        title={t("receipt.title", { number: receipt.number })}
        actions={
          <>
            {receipt.account !== null && (
              <Link
                to="/p/$practice/patient-accounts/$account"
                params={{ practice, account: receipt.account }}
              >
                {t("statement.openAccount")}
              </Link>
            )}
            <Button onClick={() => window.print()}>{t("statement.print")}</Button>
            <Button component="a" variant="default" href={paper}>
              {t("statement.paper")}
            </Button>
          </>
        }
      />
      <Receipt {...{ practice, payment, receipt }} />
    </div>
  );
}

type ReceiptProps = {
  readonly practice: string;
  readonly payment: string;
  readonly receipt: ReceiptAnswer;
};

function Receipt({ practice, payment, receipt }: ReceiptProps) {
  return (
    <article className="letter">
      <h2>{receipt.practice}</h2>
      {receipt.practiceLines.map((line) => (
        <span key={line} className="account-line">
          {line}
        </span>
      ))}
      <p className="letter-answer">
        {t("receipt.paid", {
          name: receipt.paidBy,
          amount: formatDollars(receipt.cents),
          date: formatDate(receipt.paidOn),
          method: tOr(`deskPayment.${receipt.method}`, receipt.method).toLowerCase(),
        })}
      </p>
      {receipt.isReversed && <p>{t("receipt.reversed")}</p>}
      <dl className="letter-sums">
        {receipt.parts.map((part) => (
          <div key={part.patientControlNumber}>
            <dt>
              {part.on === null
                ? t("receipt.forVisit", { patient: part.patient })
                : t("receipt.for", { date: formatDate(part.on), patient: part.patient })}
            </dt>
            <dd>
              <TransfersLink {...{ practice, cents: part.cents, of: { payment } }} />
            </dd>
          </div>
        ))}
        {receipt.leftCents > 0 && (
          <div>
            <dt>{t("receipt.kept")}</dt>
            <dd>
              <TransfersLink {...{ practice, cents: receipt.leftCents, of: { payment } }} />
            </dd>
          </div>
        )}
        <div className="letter-total">
          <dt>{t("receipt.total")}</dt>
          <dd>
            <TransfersLink {...{ practice, cents: receipt.cents, of: { payment } }} />
          </dd>
        </div>
      </dl>
      <p>{t("receipt.thanks")}</p>
    </article>
  );
}
