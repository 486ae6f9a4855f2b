import type {
  AccountPaymentAnswer,
  PatientAccountAnswer,
} from "@headwater/revenue-cycle/back-end/patient-account/patient-account-answers.ts";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { TransfersLink } from "../../books/account/transfers-link.tsx";
import { formatCents, formatDate } from "../../frame/format.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { t, tOr } from "../../strings/translate.ts";
import { CivilDate } from "../../table/stated.tsx";
import { ReasonForm } from "../../work/work-item/reason-form.tsx";
import { useMoneyChange } from "./account-query.ts";
import { AllocateForm } from "./allocate-form.tsx";
import { ChangeFailure } from "./change-failure.tsx";
import { PaymentParts } from "./payment-parts.tsx";

type Props = { readonly practice: string; readonly account: PatientAccountAnswer };

/** What was paid on an account and where it went. */
export function AccountPayments({ practice, account }: Props) {
  const mayReverse = isAllowed(useSession(), practice, "patient-payment.reverse");
  const mayGive =
    isAllowed(useSession(), practice, "patient-payment.collect") && account.owedCents > 0;
  const [given, setGiven] = useState<number>();
  const giving = account.payments.find(({ id, leftCents }) => id === given && leftCents > 0);
  const [chosen, setChosen] = useState<AccountPaymentAnswer | undefined>(undefined);
  return (
    <section aria-label={t("patientAccount.payments")}>
      <h2 className="section-title">{t("patientAccount.payments")}</h2>
      {account.unappliedCents > 0 && account.owedCents > 0 && <Apply {...{ practice, account }} />}
      {account.payments.length === 0 ? (
        <p className="dim">{t("patientAccount.noPayments")}</p>
      ) : (
        <div className="plain-table-scroll">
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{t("patientAccount.date")}</th>
                <th scope="col">{t("patientAccount.receipt")}</th>
                <th scope="col">{t("patientAccount.method")}</th>
                <th scope="col">{t("patientAccount.rule")}</th>
                <th scope="col" className="money">
                  {t("patientAccount.amount")}
                </th>
              </tr>
            </thead>
            <tbody>
              {account.payments.map((payment) => (
                <PaymentRow
                  key={payment.id}
                  {...{ practice, payment }}
                  onReverse={mayReverse ? () => setChosen(payment) : undefined}
                  onGive={mayGive ? () => setGiven(payment.id) : undefined}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {giving && (
        <AllocateForm
          key={giving.id}
          practice={practice}
          account={account}
          payment={giving}
          onDone={() => setGiven(undefined)}
        />
      )}
      {chosen && (
        <Reversal
          key={chosen.id}
          practice={practice}
          payment={chosen}
          onDone={() => setChosen(undefined)}
        />
      )}
    </section>
  );
}

function Apply({ practice, account }: Props) {
  const applying = useMoneyChange(practice);
  const apply = () => applying.mutate({ path: `patient-accounts/${account.account}/apply` });
  return (
    <p>
      {t("patientAccount.unapplied", { amount: formatCents(account.unappliedCents) })}{" "}
      <Button size="compact-sm" variant="default" onClick={apply} loading={applying.isPending}>
        {t("patientAccount.apply")}
      </Button>
      <ChangeFailure error={applying.error} />
    </p>
  );
}

type RowProps = {
  readonly practice: string;
  readonly payment: AccountPaymentAnswer;
  readonly onReverse: (() => void) | undefined;
  readonly onGive: (() => void) | undefined;
};

function PaymentRow({ practice, payment, onReverse, onGive }: RowProps) {
  const params = { practice, payment: String(payment.id) };
  return (
    <tr>
      <td>
        <CivilDate date={payment.paidOn} />
      </td>
      <td>
        <Link to="/p/$practice/receipts/$payment" params={params}>
          {payment.receipt || t("patientAccount.receipt")}
        </Link>
      </td>
      <td>
        {tOr(`deskPayment.${payment.method}`, payment.method)}
        {payment.reference && <span className="small dim"> {payment.reference}</span>}
      </td>
      <td>
        <PaymentParts practice={practice} payment={payment} />
        {payment.leftCents > 0 && (
          <div className="small">
            {t("patientAccount.left", { amount: formatCents(payment.leftCents) })}{" "}
            {onGive && (
              <button type="button" className="link-button" onClick={onGive}>
                {t("allocation.give")}
              </button>
            )}
          </div>
        )}
        {payment.reversedOn !== null && (
          <div className="small dim">
            {t("patientAccount.reversed", {
              date: formatDate(payment.reversedOn),
              reason: payment.reverseReason ?? "",
            })}
          </div>
        )}
      </td>
      <td className="money">
        <TransfersLink
          {...{ practice, cents: payment.cents }}
          of={{ payment: String(payment.id) }}
        />
        {onReverse && payment.reversedOn === null && (
          <div>
            <button type="button" className="link-button" onClick={onReverse}>
              {t("patientAccount.reverse")}
            </button>
          </div>
        )}
      </td>
    </tr>
  );
}

type ReversalProps = {
  readonly practice: string;
  readonly payment: AccountPaymentAnswer;
  readonly onDone: () => void;
};

function Reversal({ practice, payment, onDone }: ReversalProps) {
  const reversing = useMoneyChange(practice);
  return (
    <div className="account-form">
      <ReasonForm
        place={`reverse ${payment.id}`}
        label={t("patientAccount.reverseReason")}
        button={t("patientAccount.reverse")}
        isBusy={reversing.isPending}
        onGiven={(reason) =>
          reversing.mutate(
            { path: `patient-payments/${payment.id}/reverse`, body: { reason } },
            { onSuccess: onDone },
          )
        }
      />
      <ChangeFailure error={reversing.error} />
      <Button variant="subtle" onClick={onDone}>
        {t("action.close")}
      </Button>
    </div>
  );
}
