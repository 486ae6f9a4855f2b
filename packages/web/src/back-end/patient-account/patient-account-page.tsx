import type { PatientAccountAnswer } from "@headwater/revenue-cycle/back-end/patient-account/patient-account-answers.ts";
import type { StatementRunAnswer } from "@headwater/revenue-cycle/back-end/statement/statement-answers.ts";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useBackShortcut } from "../../frame/back-shortcut.ts";
import { formatCents, formatDollars } from "../../frame/format.ts";
import { FailureNotice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { PageShape } from "../../frame/page-shape.tsx";
import { isAllowed, useSession } from "../../frame/session.ts";
import { t, tOr } from "../../strings/translate.ts";
import { AccountHolds } from "./account-holds.tsx";
import { AccountItems } from "./account-items.tsx";
import { AccountPayments } from "./account-payments.tsx";
import { accountQuery, useMoneyChange } from "./account-query.ts";
import { AccountStatements } from "./account-statements.tsx";
import { CardPayments } from "./card-payments.tsx";
import { ChangeFailure } from "./change-failure.tsx";
import { PaymentForm } from "./payment-form.tsx";
import "./patient-account.css";

/** One account: what is open, what was paid and sent, and the payment that is taken now. */
export function PatientAccountPage() {
  const { practice, account: key } = useParams({
    from: "/p/$practice/patient-accounts/$account",
  });
  const answer = useQuery(accountQuery(practice, key));
  const session = useSession();
  useBackShortcut({ to: "/p/$practice/patient-balances", params: { practice } });
  if (answer.isError)
    return <FailureNotice error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <PageShape />;
  const account = answer.data;
  const mayCollect = isAllowed(session, practice, "patient-payment.collect");
  return (
    <div className="page-scroll">
      <PageHead
        title={t("patientAccount.title", { name: account.name, account: key.toUpperCase() })}
        sentence={owedSentence(account)}
        actions={
          isAllowed(session, practice, "statement.send") && (
            <SendStatement {...{ practice, account }} />
          )
        }
      />
      {account.statement.is === "not" && account.owedCents > 0 && (
        <p className="dim">
          {t("patientAccount.notSent", {
            reasons: account.statement.reasons
              .map((reason) => tOr(`statementReason.${reason}`, reason))
              .join(", "),
          })}
        </p>
      )}
      <div className="record-columns">
        <div>
          <AccountItems practice={practice} account={account} />
          <AccountPayments practice={practice} account={account} />
          <CardPayments practice={practice} account={account.account} />
        </div>
        <div>
          {mayCollect && <PaymentForm practice={practice} account={account} />}
          <AccountStatements practice={practice} statements={account.statements} />
          <AccountHolds practice={practice} account={account} />
        </div>
      </div>
    </div>
  );
}

function owedSentence({ items, owedCents, unappliedCents }: PatientAccountAnswer): string {
  const count = items.filter(({ openPatientCents }) => openPatientCents > 0).length;
  const owes =
    owedCents > 0
      ? t("patientAccount.owes", { owed: formatDollars(owedCents), count })
      : t("patientAccount.owesNothing");
  return unappliedCents > 0
    ? `${owes} ${t("patientAccount.unapplied", { amount: formatDollars(unappliedCents) })}`
    : owes;
}

type Props = { readonly practice: string; readonly account: PatientAccountAnswer };

function SendStatement({ practice, account }: Props) {
  const navigate = useNavigate();
  const sending = useMoneyChange<StatementRunAnswer>(practice);
  const { statement } = account;
  if (statement.is !== "send") return null;
  const send = () =>
    sending.mutate(
      { path: "statement-runs", body: { account: account.account } },
      {
        onSuccess: ({ rows }) => {
          const id = rows[0]?.statement?.id;
          if (id === undefined) return;
          const params = { practice, statement: String(id) };
          void navigate({ to: "/p/$practice/statements/$statement", params });
        },
      },
    );
  return (
    <>
      <ChangeFailure error={sending.error} />
      <Button variant="default" onClick={send} loading={sending.isPending}>
        {t("patientAccount.send", { amount: formatCents(statement.owedCents) })}
      </Button>
    </>
  );
}
