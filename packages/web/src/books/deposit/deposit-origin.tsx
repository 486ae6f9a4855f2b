import type { DepositAnswer } from "@headwater/revenue-cycle/books/deposit/deposit-answers.ts";
import { Link } from "@tanstack/react-router";
import { useMoneyChange } from "../../back-end/patient-account/account-query.ts";
import { ChangeFailure } from "../../back-end/patient-account/change-failure.tsx";
import { formatCents, formatDate, formatInstant } from "../../frame/format.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { t } from "../../strings/translate.ts";
import { ReasonForm } from "../../work/work-item/reason-form.tsx";
import { TransfersLink } from "../account/transfers-link.tsx";

type Props = { readonly practice: string; readonly deposit: DepositAnswer };

/** What the bank shows and what was kept of it, where something was. */
export function DepositFee({ practice, deposit }: Props) {
  const { cents, feeCents, batchNumber } = deposit;
  return (
    <>
      {feeCents > 0 && (
        <>
          <dt>{t("deposit.bank")}</dt>
          <dd>{formatCents(cents - feeCents)}</dd>
          <dt>{t("deposit.fee")}</dt>
          <dd>
            <TransfersLink
              {...{ practice, cents: feeCents }}
              of={{ deposit: String(deposit.id) }}
            />
          </dd>
        </>
      )}
      {batchNumber !== null && (
        <>
          <dt>{t("deposit.batch")}</dt>
          <dd>{batchNumber}</dd>
        </>
      )}
    </>
  );
}

/** The bank file with the row, and who typed it in. */
export function DepositSource({ practice, deposit }: Props) {
  const { file, typed, takenBack } = deposit;
  return (
    <>
      {file && (
        <>
          <Link to="/p/$practice/files/$file" params={{ practice, file: file.id }}>
            {file.name}
          </Link>{" "}
          <span className="small">{t("deposit.row", { row: file.rowNumber })}</span>
        </>
      )}
      {typed && <div>{t("deposit.typed", { who: typed.by, when: formatInstant(typed.at) })}</div>}
      {takenBack && (
        <div>
          {t("deposit.takenBack", {
            who: takenBack.by,
            date: formatDate(takenBack.on),
            reason: takenBack.reason,
          })}
        </div>
      )}
    </>
  );
}

/** Takes back what was typed in by mistake; what a bank file shows stays. */
export function TakeBackDeposit({ practice, deposit }: Props) {
  const change = useMoneyChange(practice);
  const mayChange = isAllowed(useSession(), practice, "remittance.write");
  if (!mayChange || deposit.file !== null || deposit.takenBack !== null) return null;
  return (
    <section aria-label={t("deposit.takeBack")}>
      <ReasonForm
        place={`deposit ${deposit.id}`}
        label={t("deposit.takeBackReason")}
        button={t("deposit.takeBack")}
        isBusy={change.isPending}
        onGiven={(reason) =>
          change.mutate({ path: `deposits/${deposit.id}/take-back`, body: { reason } })
        }
      />
      <ChangeFailure error={change.error} />
    </section>
  );
}
