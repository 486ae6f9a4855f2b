import type { CardPaymentRow } from "@headwater/revenue-cycle/back-end/card-payment/card-payment-answers.ts";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { formatCents } from "../../frame/format.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { t, tOr } from "../../strings/translate.ts";
import { Money } from "../../table/money.tsx";
import { CivilDate } from "../../table/stated.tsx";
import { ReasonForm } from "../../work/work-item/reason-form.tsx";
import { useMoneyChange } from "./account-query.ts";
import { cardPaymentsQuery } from "./card-query.ts";
import { ChangeFailure } from "./change-failure.tsx";

type Act = "refund" | "dispute";
type Chosen = { readonly payment: CardPaymentRow; readonly act: Act };

/** Payments by card of an account with what became of each; nothing where no card was tried. */
export function CardPayments({ practice, account }: { practice: string; account: string }) {
  const answer = useQuery(cardPaymentsQuery(practice, { account }));
  const session = useSession();
  const [chosen, setChosen] = useState<Chosen>();
  const rows = answer.data?.rows ?? [];
  if (rows.length === 0) return null;
  const mayRefund = isAllowed(session, practice, "refund.write");
  const mayDispute = isAllowed(session, practice, "patient-payment.reverse");
  return (
    <section aria-label={t("card.title")}>
      <h2 className="section-title">{t("card.title")}</h2>
      <div className="plain-table-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t("patientAccount.date")}</th>
              <th scope="col">{t("card.card")}</th>
              <th scope="col">{t("card.state")}</th>
              <th scope="col" className="money">
                {t("patientAccount.amount")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((payment) => (
              <CardRow
                key={payment.id}
                {...{ practice, payment, mayRefund, mayDispute }}
                onChosen={(act) => setChosen({ payment, act })}
              />
            ))}
          </tbody>
        </table>
      </div>
      {chosen && (
        <CardAct
          key={`${chosen.act} ${chosen.payment.id}`}
          practice={practice}
          chosen={chosen}
          onDone={() => setChosen(undefined)}
        />
      )}
    </section>
  );
}

type RowProps = {
  readonly practice: string;
  readonly payment: CardPaymentRow;
  readonly mayRefund: boolean;
  readonly mayDispute: boolean;
  readonly onChosen: (act: Act) => void;
};

function CardRow({ practice, payment, mayRefund, mayDispute, onChosen }: RowProps) {
  const { brand, lastFour, state, backState, backCents, settlement } = payment;
  const isWhole = state === "paid" && backCents === 0 && backState !== "asked";
  return (
    <tr>
      <td>
        <CivilDate date={payment.askedOn} />
      </td>
      <td>{brand === null ? t("card.card") : `${brand} ${lastFour}`}</td>
      <td>
        {t(`cardState.${state}`)}
        {state === "declined" && `: ${tOr(`cardDecline.${payment.code}`, payment.code ?? "")}`}
        {state === "paid" && payment.patientPaymentId !== null && (
          <>
            {" "}
            <Link
              to="/p/$practice/receipts/$payment"
              params={{ practice, payment: String(payment.patientPaymentId) }}
            >
              {payment.receipt}
            </Link>
          </>
        )}
        {settlement && <div className="small dim">{t("card.settled", { number: settlement })}</div>}
        {backState && (
          <div className="small">
            {t(`cardBack.${backState}`, { amount: formatCents(backCents) })}
          </div>
        )}
        {state === "pending" && <AskNow {...{ practice, payment }} />}
      </td>
      <td className="money">
        <Money cents={payment.cents} />
        {isWhole && mayRefund && (
          <div>
            <button type="button" className="link-button" onClick={() => onChosen("refund")}>
              {t("card.refund")}
            </button>
          </div>
        )}
        {isWhole && mayDispute && (
          <div>
            <button type="button" className="link-button" onClick={() => onChosen("dispute")}>
              {t("card.dispute")}
            </button>
          </div>
        )}
      </td>
    </tr>
  );
}

function AskNow({ practice, payment }: { practice: string; payment: CardPaymentRow }) {
  const asking = useMoneyChange(practice);
  const ask = () => asking.mutate({ path: `card-payments/${payment.id}/look-up` });
  return (
    <div>
      <button type="button" className="link-button" disabled={asking.isPending} onClick={ask}>
        {t("card.askNow")}
      </button>
      <ChangeFailure error={asking.error} />
    </div>
  );
}

type ActProps = {
  readonly practice: string;
  readonly chosen: Chosen;
  readonly onDone: () => void;
};

/** Asks for a payment to go back to its card, or tells that it is disputed; both with a reason. */
function CardAct({ practice, chosen: { act, payment }, onDone }: ActProps) {
  const acting = useMoneyChange(practice);
  return (
    <div className="account-form">
      <ReasonForm
        place={`card ${act} ${payment.id}`}
        label={t(act === "refund" ? "card.refundReason" : "card.disputeReason")}
        button={t(act === "refund" ? "card.refund" : "card.dispute")}
        isBusy={acting.isPending}
        onGiven={(reason) =>
          acting.mutate(
            { path: `card-payments/${payment.id}/${act}`, body: { reason } },
            { onSuccess: onDone },
          )
        }
      />
      <ChangeFailure error={acting.error} />
      <Button variant="subtle" onClick={onDone}>
        {t("action.close")}
      </Button>
    </div>
  );
}
