import { patientWriteOffKinds } from "@headwater/revenue-cycle/back-end/patient-account/patient-account.ts";
import type {
  AccountItemAnswer,
  PatientAccountAnswer,
} from "@headwater/revenue-cycle/back-end/patient-account/patient-account-answers.ts";
import { Button, NativeSelect } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { ClaimAmountLink } from "../../books/account/transfers-link.tsx";
import { formatCents } from "../../frame/format.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { t } from "../../strings/translate.ts";
import { Money } from "../../table/money.tsx";
import { CivilDate } from "../../table/stated.tsx";
import { ReasonForm } from "../../work/work-item/reason-form.tsx";
import { useMoneyChange } from "./account-query.ts";
import { ChangeFailure } from "./change-failure.tsx";

type Props = { readonly practice: string; readonly account: PatientAccountAnswer };

/** The visits of an account with their money; every row opens its claim and so its transfers. */
export function AccountItems({ practice, account }: Props) {
  const session = useSession();
  const mayWrite = isAllowed(session, practice, "patient-account.write");
  const mayOpen = isAllowed(session, practice, "claim.read");
  const [chosen, setChosen] = useState<AccountItemAnswer | undefined>(undefined);
  if (account.items.length === 0) return null;
  return (
    <section aria-label={t("patientAccount.items")}>
      <h2 className="section-title">{t("patientAccount.items")}</h2>
      <div className="plain-table-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t("patientAccount.visit")}</th>
              <th scope="col">{t("patientAccount.patient")}</th>
              <th scope="col">{t("patientAccount.payer")}</th>
              {(["charged", "insurancePaid", "adjusted", "paid", "owed"] as const).map((name) => (
                <th key={name} scope="col" className="money">
                  {t(`patientAccount.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {account.items.map((item) => (
              <ItemRow
                key={item.claimId}
                {...{ practice, item, mayOpen }}
                onWriteOff={mayWrite ? () => setChosen(item) : undefined}
              />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td colSpan={7}>{t("patientAccount.total")}</td>
              <td className="money">
                <Money cents={account.owedCents} />
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      {chosen && (
        <WriteOffForm
          key={chosen.claimId}
          practice={practice}
          item={chosen}
          onDone={() => setChosen(undefined)}
        />
      )}
    </section>
  );
}

type RowProps = {
  readonly practice: string;
  readonly item: AccountItemAnswer;
  readonly mayOpen: boolean;
  readonly onWriteOff: (() => void) | undefined;
};

function ItemRow({ practice, item, mayOpen, onWriteOff }: RowProps) {
  const { claimId } = item;
  const day = <CivilDate date={item.serviceFrom} />;
  const params = { practice, claim: String(item.claimId) };
  return (
    <tr>
      <td>
        {mayOpen ? (
          <Link to="/p/$practice/claims/$claim" params={params}>
            {day}
          </Link>
        ) : (
          day
        )}
      </td>
      <td>{item.patient}</td>
      <td>
        {item.payer}
        {item.openInsuranceCents > 0 && (
          <div className="small dim">
            {t("patientAccount.withPayer", { amount: formatCents(item.openInsuranceCents) })}
          </div>
        )}
      </td>
      <td className="money">
        <ClaimAmountLink {...{ practice, claimId, cents: item.chargedCents }} amount="charged" />
      </td>
      <td className="money">
        <ClaimAmountLink
          {...{ practice, claimId, cents: item.insurancePaidCents }}
          amount="insurancePaid"
        />
      </td>
      <td className="money">
        <ClaimAmountLink
          {...{ practice, claimId, cents: item.adjustedCents + item.forgivenCents }}
          amount={item.adjustedCents === 0 ? "patientForgiven" : "contractual"}
        />
      </td>
      <td className="money">
        <ClaimAmountLink {...{ practice, claimId, cents: item.paidCents }} amount="patientPaid" />
      </td>
      <td className="money">
        <ClaimAmountLink
          {...{ practice, claimId, cents: item.openPatientCents }}
          amount="openPatient"
        />
        {onWriteOff && item.openPatientCents > 0 && (
          <div>
            <button type="button" className="link-button" onClick={onWriteOff}>
              {t("patientAccount.writeOff")}
            </button>
          </div>
        )}
      </td>
    </tr>
  );
}

type WriteOffProps = {
  readonly practice: string;
  readonly item: AccountItemAnswer;
  readonly onDone: () => void;
};

function WriteOffForm({ practice, item, onDone }: WriteOffProps) {
  const [kind, setKind] = useState<string>("small-balance");
  const writing = useMoneyChange(practice);
  const amount = formatCents(item.openPatientCents);
  const write = (reason: string) =>
    writing.mutate(
      { path: `claims/${item.claimId}/patient-write-offs`, body: { kind, reason } },
      { onSuccess: onDone },
    );
  return (
    <div className="account-form">
      <NativeSelect
        aria-label={t("patientAccount.writeOff")}
        value={kind}
        data={patientWriteOffKinds.map((one) => ({
          value: one,
          label: t(`patientWriteOff.${one}`),
        }))}
        onChange={(event) => setKind(event.currentTarget.value)}
      />
      <ReasonForm
        place={`write-off ${item.claimId}`}
        label={t("patientAccount.writeOffReason", { amount })}
        button={t("patientAccount.writeOff")}
        isBusy={writing.isPending}
        onGiven={write}
      />
      <ChangeFailure error={writing.error} />
      <Button variant="subtle" onClick={onDone}>
        {t("action.close")}
      </Button>
    </div>
  );
}
