import { accountHoldKinds } from "@headwater/revenue-cycle/back-end/patient-account/patient-account.ts";
import type { PatientAccountAnswer } from "@headwater/revenue-cycle/back-end/patient-account/patient-account-answers.ts";
import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { formatCents, formatDate } from "../../frame/format.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { t } from "../../strings/translate.ts";
import { ReasonForm } from "../../work/work-item/reason-form.tsx";
import { useMoneyChange } from "./account-query.ts";
import { ChangeFailure } from "./change-failure.tsx";

type Props = { readonly practice: string; readonly account: PatientAccountAnswer };

/** Why letters are held back, how the account is reached, and what was forgiven. */
export function AccountHolds({ practice, account }: Props) {
  const mayWrite = isAllowed(useSession(), practice, "patient-account.write");
  const changing = useMoneyChange(practice);
  const base = `patient-accounts/${account.account}/holds` as const;
  const standing = account.holds.filter(({ liftedOn }) => liftedOn === null);
  const written = account.writeOffs.filter(({ undoneOn }) => undoneOn === null);
  return (
    <section aria-label={t("patientAccount.holds")}>
      <h2 className="section-title">{t("patientAccount.contact")}</h2>
      <p>
        {[...account.addressLines, account.phone].filter(Boolean).map((line) => (
          <span key={line} className="account-line">
            {line}
          </span>
        ))}
      </p>
      <h2 className="section-title">{t("patientAccount.holds")}</h2>
      {standing.map((hold) => (
        <p key={hold.id}>
          {t("patientAccount.heldSince", {
            kind: t(`accountHold.${hold.kind}`),
            date: formatDate(hold.heldOn),
            reason: hold.reason,
          })}{" "}
          {mayWrite && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => changing.mutate({ path: `${base}/${hold.id}`, method: "DELETE" })}
            >
              {t("patientAccount.lift")}
            </Button>
          )}
        </p>
      ))}
      {mayWrite && <HoldForm {...{ practice, account }} />}
      <ChangeFailure error={changing.error} />
      {written.length > 0 && (
        <>
          <h2 className="section-title">{t("patientAccount.writeOffs")}</h2>
          {written.map((one) => (
            <p key={one.id}>
              {t(`patientWriteOff.${one.kind}`)} {formatCents(one.cents)} ·{" "}
              {formatDate(one.writtenOffOn)} · {one.writtenOffBy}: {one.reason}
            </p>
          ))}
        </>
      )}
    </section>
  );
}

function HoldForm({ practice, account }: Props) {
  const [kind, setKind] = useState<string>("dispute");
  const [isAsked, setAsked] = useState(false);
  const holding = useMoneyChange(practice);
  // Until it is asked for, Ctrl+Enter belongs to the payment.
  if (!isAsked) {
    return (
      <Button size="compact-sm" variant="default" onClick={() => setAsked(true)}>
        {t("patientAccount.hold")}
      </Button>
    );
  }
  return (
    <div className="account-form">
      <NativeSelect
        aria-label={t("patientAccount.hold")}
        value={kind}
        data={accountHoldKinds.map((one) => ({ value: one, label: t(`accountHold.${one}`) }))}
        onChange={(event) => setKind(event.currentTarget.value)}
      />
      <ReasonForm
        key={account.holds.length}
        place={`hold ${account.account}`}
        label={t("patientAccount.holdReason")}
        button={t("patientAccount.hold")}
        isBusy={holding.isPending}
        onGiven={(reason) =>
          holding.mutate(
            { path: `patient-accounts/${account.account}/holds`, body: { kind, reason } },
            { onSuccess: () => setAsked(false) },
          )
        }
      />
      <ChangeFailure error={holding.error} />
    </div>
  );
}
